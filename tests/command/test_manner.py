"""A flow told otherwise than set: at another level, rate or breath, and for this time only."""

import json

import pytest

from longstride.command.main import main

Said = pytest.CaptureFixture[str]


def test_show_tells_it_as_is_asked_for(capsys: Said) -> None:
    lengths: list[int] = []
    for more in ((), ("--breath", "5/10"), ("--talk", "tones"), ("--rate", "80"), ("--lighter",)):
        assert main(["show", "wind-down", "--json", *more]) == 0
        shown = json.loads(capsys.readouterr().out)
        lengths.append(shown["duration_ms"])
        assert any(cue["kind"] == "say" for cue in shown["cues"]) == ("tones" not in more)
    assert len(set(lengths)) == 5
    assert main(["list"]) == 0  # for this time only


def test_help_names_what_is_taken(capsys: Said) -> None:
    for verb in ("show", "play", "render"):
        with pytest.raises(SystemExit):
            main([verb, "--help"])
        told = " ".join(capsys.readouterr().out.split())
        assert "--talk LEVEL experience, full, cues, counts or tones" in told
        assert "--rate N words a minute, 80 to 300" in told
        assert "--breath IN/OUT seconds, such as 4/6; 6 to 15 in all" in told
        assert "--lighter lighter from the beginning, as by L" in told
