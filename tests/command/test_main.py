"""The command line, end to end: real content, real speech, real files."""

import json
import signal
import subprocess
import sys
import wave
from argparse import Namespace
from pathlib import Path

import pytest

import fakes
from golden_listings import ASSETS
from longstride import __version__
from longstride.bootstrap import open_engine
from longstride.command import verbs
from longstride.command.main import main, options_of, with_verb
from longstride.paths import find_paths, make_folders
from longstride.settings import Settings, save_settings
from longstride.voice_clips import VoiceClips
from ui.house import SHORT_FLOW

BROKEN_FLOW = """
title = "Broken"
purpose = "To be mended."
when = "Never."
level = "easy"
opening = "Hello."
closing = "Goodbye."

[[step]]
drill = "glute-brige"
reps = "ten"
"""


Said = pytest.CaptureFixture[str]


AS_SET = {"talk": None, "rate": None, "breath": None, "minutes": None, "lighter": False}


def test_list_names_every_flow(capsys: Said) -> None:
    assert main(["list"]) == 0
    listed = capsys.readouterr().out
    assert {"hip-extension-base", "post-run-five", "eccentric-hips"} <= set(listed.split())


def test_list_and_check_tell_what_the_names_of_files_do(capsys: Said, own_data: Path) -> None:
    flows = own_data / "data" / "flows"
    flows.mkdir(parents=True)
    flow = 'title = "Mine"\n[[step]]\ndrill = "glute-bridge"\n'
    for name in ("Wind-Down.flow.toml", ".hidden.toml", "бёдра.TOML"):
        (flows / name).write_text(flow, encoding="utf-8")
    (flows / "own.toml").write_text(f'id = "mobility-a"\n{flow}')
    assert main(["list"]) == 0
    said = capsys.readouterr()
    sentences = ('called "wind-down"', "file is hidden", "its id is", 'place of "Mobility A"')
    assert all(words in said.err for words in sentences)
    assert "Wind down: " in said.out
    assert main(["check", *map(str, sorted(flows.iterdir()))]) == 0
    said = capsys.readouterr()
    assert all(words in said.out for words in sentences)


def test_show_prints_spans_words_and_what_was_dropped(capsys: Said) -> None:
    assert main(["show", "post-run-five"]) == 0
    listed = capsys.readouterr().out
    assert "Post-run five (post-run-five)" in listed
    assert "“Ready.”" in listed
    assert "ropped" in listed


def test_show_json_is_the_documented_shape(capsys: Said) -> None:
    assert main(["show", "hip-extension-base", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    keys = {"flow", "title", "duration_ms", "spans", "breaths", "cues", "dropped", "unspoken"}
    assert set(shown) == keys
    assert set(shown["spans"][0]) == {
        "start",
        "end",
        "step",
        "drill",
        "side",
        "set",
        "rep",
        "phase",
    }
    assert set(shown["cues"][0]) == {"at", "end", "kind", "text"}
    assert set(shown["breaths"][0]) == {"start", "end", "kind"}
    assert shown["spans"][-1]["end"] == shown["duration_ms"]
    assert {cue["kind"] for cue in shown["cues"]} <= {
        "say",
        "count",
        "tick",
        "phase",
        "in",
        "out",
        "ready",
        "finish",
        "open",
    }


def test_render_writes_the_whole_flow(tmp_path: Path, capsys: Said) -> None:
    target = tmp_path / "flow.wav"
    assert main(["render", "post-run-five", "-o", str(target)]) == 0
    main(["show", "post-run-five", "--json"])
    shown = json.loads(capsys.readouterr().out.splitlines()[-1])
    with wave.open(str(target)) as sound:
        assert sound.getframerate() == 48_000
        assert sound.getnframes() == shown["duration_ms"] * 48


def test_what_could_not_be_spoken_is_named_by_show_and_after_a_render(
    tmp_path: Path, capsys: Said
) -> None:
    engine = open_engine(tmp_path, {})
    speech = fakes.SayMost("Ready.")
    engine.voice_clips = VoiceClips(speech, speech.choice, fakes.read_clip)  # type: ignore[arg-type]
    target = tmp_path / "flow.wav"
    assert verbs.render(engine, Namespace(flow="post-run-five", output=target, **AS_SET)) == 0
    said = capsys.readouterr()
    assert "flow.wav: Post-run five" in said.out
    assert "“Ready.” could not be spoken and is silent: The voice choked." in said.err
    assert verbs.show(engine, Namespace(flow="post-run-five", json=False, **AS_SET)) == 0
    assert "Not spoken, 1 in all:\n  “Ready.”: The voice choked." in capsys.readouterr().out
    engine.close()


def test_play_without_a_window_is_in_the_history(capsys: Said) -> None:
    assert main(["play", "post-run-five", "--no-window", "--speed", "400"]) == 0
    assert "Ready." in capsys.readouterr().out
    assert main(["history", "--json"]) == 0
    (session,) = json.loads(capsys.readouterr().out)
    assert (session["flow"], session["next_step"]) == ("post-run-five", session["step_count"])
    assert {step["outcome"] for step in session["steps"]} == {"done"}
    assert main(["history"]) == 0
    assert "Post-run five" in capsys.readouterr().out


def test_an_empty_history_is_no_failure(capsys: Said) -> None:
    assert main(["history"]) == 0
    assert "No sessions yet" in capsys.readouterr().out


def test_check_lists_every_mistake_with_its_line(tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "mine.flow.toml"
    file.write_text(BROKEN_FLOW, encoding="utf-8")
    assert main(["check", str(file)]) == 1
    found = capsys.readouterr().out
    assert f"{file}:10:" in found
    assert f"{file}:11:" in found
    assert "glute-bridge" in found


def test_check_passes_what_ships(capsys: Said) -> None:
    files = sorted(str(file) for file in ASSETS.glob("*/*.toml"))
    assert main(["check", *files]) == 0
    assert "No mistakes" in capsys.readouterr().out


def test_a_broken_flow_exits_1_with_its_mistakes(tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "mine.flow.toml"
    file.write_text(BROKEN_FLOW, encoding="utf-8")
    assert main(["show", str(file)]) == 1
    assert f"{file}:10:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "read_as"),
    [
        ("mine.flow.toml", "open mine.flow.toml"),
        ("/far/MINE.TOML", "open /far/MINE.TOML"),
        ("--data-dir d mine.flow.toml", "--data-dir d open mine.flow.toml"),
        ("--data-dir=d mine.flow.toml", "--data-dir=d open mine.flow.toml"),
        ("--data-dir mine.toml", "--data-dir mine.toml"),
        ("check mine.flow.toml", "check mine.flow.toml"),
        ("--version", "--version"),
        ("", ""),
    ],
)
def test_a_flow_file_needs_no_verb(arguments: str, read_as: str) -> None:
    assert with_verb(arguments.split()) == read_as.split()


def test_no_words_mean_what_they_mean_to_the_parser() -> None:
    parsed = vars(options_of(["--data-dir", "somewhere"]))
    assert vars(options_of([])) == {**parsed, "data_dir": None}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "hip-extension-bas"], 'did you mean "hip-extension-base"?'),
        (["show", "/nowhere/mine.toml"], "mine.toml"),
        (["open", "post-run-five", "wind-dow"], 'did you mean "wind-down"?'),
        (["render", "post-run-five", "-o", "flow.mp4"], ".flac"),
        (["render", "post-run-five", "-o", "/nowhere/flow.wav"], "/nowhere"),
        (["dance"], "dance"),
        (["play", "post-run-five", "--no-window", "--speed", "0"], "speed"),
        (["show"], "FLOW"),
        (["show", "wind-down", "--talk", "more"], "choose experience, full, cues, counts or tones"),
        (["play", "wind-down", "--rate", "79"], "from 80 to 300"),
        (["render", "wind-down", "-o", "a.wav", "--rate", "fast"], "words a minute"),
        (["show", "wind-down", "--breath", "4"], "such as 4/6"),
        (["show", "wind-down", "--breath", "9/9"], "6 to 15 s"),
        (["play", "post-run-five", "--speed", "2"], "--no-window"),
    ],
)
def test_wrong_use_exits_2_with_one_sentence(
    arguments: list[str], sentence: str, capsys: Said
) -> None:
    try:
        code = main(arguments)
    except SystemExit as leaving:
        code = int(str(leaving.code))
    said = capsys.readouterr().err
    assert code == 2
    assert sentence in said
    assert len(said.strip().splitlines()) == 1


def test_a_broken_journal_is_one_sentence(own_data: Path, capsys: Said) -> None:
    main(["list"])
    (own_data / "data" / "journal.sqlite").write_bytes(b"not a database at all" * 100)
    capsys.readouterr()
    assert main(["history"]) == 2
    assert "journal.sqlite" in capsys.readouterr().err


def test_the_version_is_told() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "longstride", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == __version__


def test_ctrl_c_saves_and_says_where(tmp_path: Path) -> None:
    flow = tmp_path / "short.flow.toml"
    flow.write_text(SHORT_FLOW, encoding="utf-8")
    places = find_paths(tmp_path, {})
    make_folders(places)
    save_settings(places.settings_file, Settings(sounds_explained=True))
    program = [sys.executable, "-u", "-m", "longstride", "--data-dir", str(tmp_path)]
    command = [*program, "play", str(flow)]
    with subprocess.Popen(
        [*command, "--no-window", "--speed", "3"], stdout=subprocess.PIPE, text=True
    ) as play:
        assert play.stdout is not None
        first = play.stdout.readline()
        play.send_signal(signal.SIGINT)
        rest = play.stdout.read()
    assert play.returncode == 0
    assert "Two steps." in first
    assert "Stopped and saved at step 1 of 2." in rest
