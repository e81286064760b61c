import json
import shutil
from pathlib import Path

import pytest

from film.clips import draw, steady
from film.mannequin import runner_film
from longstride.command.main import main
from longstride.film.opening import MISSING

CLEAR = ["--points", "480,216", "480,324", "449,420"]  # the thigh 17.9 degrees back


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clip of a drawn runner whose thigh swings back and forth, furthest at its third frame."""
    path = tmp_path_factory.mktemp("film") / "run.mp4"
    return runner_film(path, thighs=(8, 18, 28, 18))


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draw(tmp_path_factory.mktemp("film") / "stride.mp4", steady(30, 30), (960, 540))


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path / "data"))


def test_three_points_are_two_angles(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", str(clip), "--at", "0.5", *CLEAR]) == 0
    assert capsys.readouterr().out == (
        "stride.mp4, frame 16 of 30, 0.500 s: 17.9° thigh behind the vertical, 0.0° trunk "
        "forward; give or take 10°, points by hand.\n"
    )


def test_the_level_goes_off_the_angle(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["measure", str(clip), "--at", "0", *CLEAR, "--level", "-3", "--json"]
    assert main(words) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["thigh_back_deg"], said["trunk_lean_deg"], said["level_deg"]) == (20.9, 3.0, -3)
    assert said["points"] == {"shoulder": [480, 216], "hip": [480, 324], "knee": [449, 420]}
    assert main([*words, "--side", "left"]) == 0
    assert json.loads(capsys.readouterr().out)["thigh_back_deg"] == -20.9


def test_the_model_finds_the_frame_and_the_points(
    runner: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["measure", str(runner), "--furthest", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert 1 <= said["frame"] <= 3
    assert said["thigh_back_deg"] == pytest.approx(28, abs=10)
    assert (said["by"], said["faces"]) == ("suggested", "right")
    assert main(["measure", str(runner), "--at", "0.07", "--suggest"]) == 0
    assert "points suggested" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--at", "9", *CLEAR], "ends at 0.967 s"),
        (CLEAR, "Say with --at"),
        (["--at", "0", "--points", "1,1"], "Give three points"),
        (["--at", "0", "--points", "1,1", "2000,2"], "outside the picture"),
        (["--at", "0", "--points", "5,5", "5,5"], "lie on one another"),
        (["--at", "0", *CLEAR, "--level", "80"], "cannot lean"),
        (["--at", "0", "--suggest"], "Nobody is seen"),
    ],
)
def test_wrong_use_is_one_sentence(
    clip: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["measure", str(clip), *words]) == 2
    said = capsys.readouterr().err
    assert sentence in said and said.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--points", "a,b"], "a,b is no point"),
        (["--at", "soon", *CLEAR], "soon is no moment"),
        (["--at", "nan", *CLEAR], "nan is no moment"),
        ([*CLEAR, "--level", "flat"], "flat is no angle"),
        ([*CLEAR, "--suggest"], "not allowed"),
        ([], "required"),
    ],
)
def test_words_that_are_none_are_refused(
    clip: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["measure", str(clip), *words])
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


def test_without_what_reads_film_it_says_so(
    clip: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    assert main(["measure", str(clip), "--at", "0", *CLEAR]) == 2
    assert capsys.readouterr().err == f"longstride: {MISSING}\n"


def test_a_file_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(__file__, tmp_path / "clip.mp4")
    for name in ("clip.mp4", "none.mp4"):
        assert main(["measure", str(tmp_path / name), "--suggest"]) == 2
        assert f"{name} cannot be read" in capsys.readouterr().err
