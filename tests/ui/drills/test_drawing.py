"""``longstride draw``: real files, and one sentence where there can be none."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from longstride.command.main import main
from longstride.content import load_catalogue, load_figure
from longstride.core.figure.main_part import stance_at
from longstride.paths import find_paths
from longstride.ui.drills.drawing import SIZE, TILE, Drawing, stances
from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.widgets.figure.figure import Look

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path / "own"))


def test_an_svg_is_whole_and_named(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "squat.svg"
    assert main(["draw", "split-squat", "-o", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: Split squat.\n"
    root = ET.parse(path).getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{space}svg"
    assert root.get("viewBox") == f"0 0 {SIZE.width()} {SIZE.height()}"
    assert root.findtext(f"{space}title") == "Split squat"
    assert len(root.findall(f".//{space}path")) > 15


@pytest.mark.parametrize(("flags", "palette"), [([], DARK), (["--light"], LIGHT)])
def test_a_png_shows_the_figure(tmp_path: Path, flags: list[str], palette: object) -> None:
    path = tmp_path / "hinge.PNG"
    assert main(["draw", "standing-hip-hinge", "-o", str(path), *flags]) == 0
    image = QImage(str(path))
    look = Look.of(palette)  # type: ignore[arg-type]
    colors = [image.pixelColor(x, y) for x in range(0, 1200, 8) for y in range(0, 960, 8)]
    assert image.size() == SIZE
    assert image.pixelColor(0, 0) == QColor(palette.ground)  # type: ignore[attr-defined]
    assert sum(color.lightness() > 120 for color in colors) > 300 if palette is DARK else True
    assert colors.count(look.ghost) > 100


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["split-squad", "-o", "x.svg"], 'did you mean "split-squat"?'),
        (["split-squat", "-o", "x.gif"], "end it with .svg or .png"),
        (
            ["split-squat", "-o", "no/such/place/x.svg"],
            "(there is no folder no/such/place)",
        ),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
    words: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["draw", *words]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_several_moments_are_drawn_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "hinge.png"
    words = ["draw", "standing-hip-hinge", "-o", str(path), "--strip", "3", "--view", "-40,20"]
    assert main(words) == 0
    image = QImage(str(path))
    assert image.size() == QSize(3 * TILE.width(), TILE.height())
    wide = TILE.width()
    thirds = [_lit(image, range(at, at + wide, 8)) for at in range(0, 3 * wide, wide)]
    assert min(thirds) > 60, "there is somebody in each of them"
    assert thirds[0] != thirds[2], "and does something else in each"


def test_an_svg_is_as_wide_as_its_moments(tmp_path: Path) -> None:
    path = tmp_path / "hinge.svg"
    assert main(["draw", "standing-hip-hinge", "-o", str(path), "--strip", "2"]) == 0
    root = ET.parse(path).getroot()
    assert root.get("viewBox") == f"0 0 {2 * TILE.width()} {TILE.height()}"
    assert root.get("width") == f"{2 * TILE.width() / 96 * 25.4:g}mm", "as large as the PNG"


def _lit(image: QImage, columns: range) -> int:
    """Return how many places are as bright as skin in the light."""
    rows = range(0, image.height(), 8)
    return sum(image.pixelColor(x, y).lightness() > 120 for x in columns for y in rows)


def test_where_it_began_stands_behind_one_moment_only() -> None:
    assets = find_paths(None, {}).assets
    catalogue = load_catalogue(assets / "drills")
    squat, plank = (
        (load_figure(assets / "poses" / f"{name}.toml", catalogue), catalogue[name])
        for name in ("split-squat", "front-plank")
    )
    began, half, end = (stance_at(*squat, part) for part in (0.0, 0.5, 1.0))
    (shown,) = stances(*squat, Drawing(at=0.5))
    assert (shown.body, shown.ghost) == (half.body, began.body)
    assert [stance.ghost for stance in stances(*squat, Drawing(at=0.0))] == [None]
    assert [stance.ghost for stance in stances(*plank, Drawing())] == [None]
    strip = stances(*squat, Drawing(moments=3))
    assert [stance.body for stance in strip] == [began.body, half.body, end.body]
    assert [stance.ghost for stance in strip] == [None] * 3
    assert stances(*squat, Drawing(at=0.5, moments=2))[-1].body == half.body


def test_no_display_is_needed(tmp_path: Path) -> None:
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("DISPLAY", "WAYLAND", "QT_"))}
    path = tmp_path / "stretch.svg"
    words = [sys.executable, "-m", "longstride", "draw", "couch-stretch", "-o", str(path)]
    subprocess.run(words, env=bare, check=True, timeout=60, stdout=subprocess.DEVNULL)
    written = path.read_text(encoding="utf-8")
    assert len(written) > 2000
    assert 'font-size="-' not in written, "what reads it has nothing to complain of"
