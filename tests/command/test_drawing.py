"""What may be asked of a drawn drill, as it is read off the command line."""

import argparse
from pathlib import Path

import pytest

from longstride.command.main import main, options_of

DRAW = ["draw", "split-squat", "-o", "x.png"]
Said = pytest.CaptureFixture[str]


def drawn(*words: str) -> argparse.Namespace:
    return options_of([*DRAW, *words])


@pytest.mark.parametrize(
    ("words", "view"),
    [
        (["--view", "-40,20"], (-40.0, 20.0)),
        (["--view=-40,20"], (-40.0, 20.0)),
        (["--view", "-.5,0"], (-0.5, 0.0)),
        (["--view", "+180, 80"], (180.0, 80.0)),
        ([], None),
    ],
)
def test_a_view_is_written_as_a_stranger_would(
    words: list[str], view: tuple[float, float] | None
) -> None:
    options = drawn(*words, "--light")
    assert options.view == view
    assert options.light


def test_moments_are_a_part_and_a_number() -> None:
    options = drawn("--at", "0.5", "--strip", "9")
    assert (options.at, options.strip) == (0.5, 9)


@pytest.mark.parametrize(
    "text", ["20", "a,b", "-181,0", "0,81", "0,-1", "nan,0", "0,inf", "1,2,3", ""]
)
def test_what_is_no_view_is_said(text: str, capsys: Said) -> None:
    said = refused(capsys, f"--view={text}")
    assert f'"{text}" is not a view; write degrees round, from -180 to 180' in said


@pytest.mark.parametrize("text", ["1.1", "-0.1", "half", "nan", "1e-1"])
def test_what_is_no_moment_is_said(text: str, capsys: Said) -> None:
    said = refused(capsys, f"--at={text}")
    assert f'"{text}" is not a moment; write a number from 0, the start, to 1, the end' in said


@pytest.mark.parametrize("text", ["1", "10", "2.5", "-3", "²", "many"])
def test_what_is_no_number_of_moments_is_said(text: str, capsys: Said) -> None:
    said = refused(capsys, f"--strip={text}")
    assert f'"{text}" is not a number of moments; write a whole one from 2 to 9' in said


@pytest.mark.parametrize("word", ["--view", "--at", "--strip"])
def test_an_option_wants_its_value(word: str, capsys: Said) -> None:
    assert "expected one argument" in refused(capsys, word, "--light")


def refused(capsys: Said, *words: str) -> str:
    with pytest.raises(SystemExit) as end:
        drawn(*words)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said


def test_a_strip_wants_a_way_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", f"{tmp_path}/own")
    assert main([*DRAW, "--at", "0", "--strip", "3"]) == 2
    assert capsys.readouterr().err.endswith("ask for more than 0.\n")
    assert not (tmp_path / "x.png").exists()
