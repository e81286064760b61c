"""``--minutes N`` on the command line: tones lead, so that nothing has to be rendered."""

import json
from pathlib import Path

import pytest

from longstride.command.main import main
from longstride.core.flow.talk import Talk
from longstride.paths import find_paths, make_folders
from longstride.settings import Settings, save_settings

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path))
    paths = find_paths(tmp_path, {})
    make_folders(paths)
    save_settings(paths.settings_file, Settings(talk=Talk.TONES))


def test_show_prints_a_flow_in_the_minutes_there_are(capsys: Said) -> None:
    assert main(["show", "eccentric-hips", "--minutes", "4"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[0].startswith("Eccentric hips (eccentric-hips): 3 min")
    assert listed[-1].startswith(("Without ", "Only "))
    assert listed[-1].endswith("Both sides stay equal.")
    assert main(["show", "eccentric-hips", "--json", "--minutes", "4"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["left_out"] == listed[-1]
    assert shown["duration_ms"] <= 240_000


def test_enough_minutes_are_the_whole_flow(capsys: Said) -> None:
    assert main(["show", "eccentric-hips"]) == 0
    whole = capsys.readouterr().out
    assert main(["show", "eccentric-hips", "--minutes", "180"]) == 0
    assert capsys.readouterr().out == whole


@pytest.mark.parametrize("verb", ["show", "play --no-window --speed 1000", "render -o x.wav"])
@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        ("0", "0 is not a number of minutes; write a whole one from 1 to 180."),
        ("999", "999 is not a number of minutes;"),
        ("six", "six is not a number of minutes;"),
        ("6.5", "6.5 is not a number of minutes;"),
        (
            "1",
            "minutes at least; choose a shorter flow for less.",
        ),
    ],
)
def test_minutes_that_cannot_be_used_have_their_sentence(
    capsys: Said, verb: str, minutes: str, sentence: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        raise SystemExit(main([*verb.split(), "eccentric-hips", "--minutes", minutes]))
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


def test_minutes_for_the_window_are_chosen_in_it(capsys: Said) -> None:
    assert main(["play", "eccentric-hips", "--minutes", "4"]) == 2
    assert "--minutes goes with --no-window" in capsys.readouterr().err


def test_play_in_fewer_minutes_tells_what_is_left_out(capsys: Said) -> None:
    words = ["play", "mobility-a", "--no-window", "--speed", "1000", "--minutes", "4"]
    assert main(words) == 0
    assert capsys.readouterr().out.splitlines()[0].endswith("Both sides stay equal.")
    assert main(["history", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
