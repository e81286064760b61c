"""Everything is written and measured in Longstride's own typeface, whatever fonts there are."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from longstride.paths import find_paths
from longstride.ui.look.theme import font
from longstride.ui.look.typeface import FAMILY, WEIGHTS, load_typeface

TOP = Path(__file__).parents[3]
FONTS = find_paths(None, {}).fonts
NO_FONTS = "<fontconfig></fontconfig>"
# A desktop that wants its strokes on whole pixels and its words in another typeface.
OTHER_WISHES = """<fontconfig>
<dir>/usr/share/fonts</dir>
<match target="font">
  <edit name="hinting" mode="assign"><bool>true</bool></edit>
  <edit name="hintstyle" mode="assign"><const>hintfull</const></edit>
</match>
</fontconfig>"""
READ = ("app/longstride", "assets", "resources/help")
EACH_WEIGHT = pytest.mark.parametrize(
    "weight", [QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold]
)


def pages_under(folder: Path, configuration: str) -> dict[str, list[Any]]:
    """Lay out all pages in a process of its own, with a font configuration."""
    file = folder / "fonts.conf"
    head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    cache = f"<fontconfig><cachedir>{folder / 'cache'}</cachedir>"
    file.write_text(head + configuration.replace("<fontconfig>", cache, 1))
    places = {"FONTCONFIG_FILE": str(file), "PYTHONPATH": str(TOP / "tests")}
    done = subprocess.run(
        [sys.executable, "-m", "ui.look.measured_pages"],
        env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        check=True,
    )
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def bare_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    return pages_under(tmp_path_factory.mktemp("bare"), NO_FONTS)


@pytest.fixture(scope="module")
def other_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    return pages_under(tmp_path_factory.mktemp("other"), OTHER_WISHES)


@pytest.mark.parametrize("pages", ["bare_pages", "other_pages"])
def test_every_widget_is_written_in_it(pages: str, request: pytest.FixtureRequest) -> None:
    found = request.getfixturevalue(pages)
    assert len(found) > 50
    families = Counter(family for widgets in found.values() for _, family, _ in widgets)
    assert set(families) == {FAMILY}


def test_pages_are_laid_out_alike_on_every_machine(
    bare_pages: dict[str, list[Any]], other_pages: dict[str, list[Any]]
) -> None:
    assert bare_pages.keys() == other_pages.keys()
    assert [name for name in bare_pages if bare_pages[name] != other_pages[name]] == []


@EACH_WEIGHT
def test_figures_are_of_one_width(qapp: QApplication, weight: QFont.Weight) -> None:
    asked, unasked = font(15, weight), QFont(FAMILY, weight=weight)
    for made in (asked, unasked):
        metrics = QFontMetricsF(made)
        assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


@EACH_WEIGHT
def test_each_weight_is_drawn_for_itself(qapp: QApplication, weight: QFont.Weight) -> None:
    made = font(15, weight)
    assert QFontInfo(made).family() == FAMILY
    assert QRawFont.fromFont(made).weight() == weight


def test_figures_of_their_own_width_can_be_asked_for(qapp: QApplication) -> None:
    made = font(100, QFont.Weight.Bold)
    made.setFeature(QFont.Tag("pnum"), 1)
    metrics = QFontMetricsF(made)
    assert metrics.horizontalAdvance("1") < metrics.horizontalAdvance("0") * 0.8


def test_full_stops_and_spaces_stay_narrow(qapp: QApplication) -> None:
    metrics = QFontMetricsF(font(100))
    assert metrics.horizontalAdvance(" ") < metrics.horizontalAdvance("0") / 2
    assert metrics.horizontalAdvance(".") < metrics.horizontalAdvance("0") / 2


def characters() -> Iterator[str]:
    for place in READ:
        for file in sorted((TOP / place).rglob("*")):
            if file.suffix in {".py", ".toml"}:
                yield from file.read_text(encoding="utf-8")


def test_it_has_every_character_that_is_shown(qapp: QApplication) -> None:
    raw = QRawFont.fromFont(font(15))
    lacking = {
        each for each in characters() if each.isprintable() and not raw.supportsCharacter(ord(each))
    }
    assert lacking == set()


@pytest.mark.parametrize("name", ["Łukasz Żółć", "Þórdís", "Öykü Şahin", "Anaïs", "Ștefan", "Jiří"])
def test_it_has_the_names_of_its_neighbours(qapp: QApplication, name: str) -> None:
    assert families_of(name) == {FAMILY}


def families_of(text: str) -> set[str]:
    layout = QTextLayout(text, font(15))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def test_another_script_is_written_in_a_font_of_the_system(qapp: QApplication) -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic):
        pytest.skip("wants fonts-dejavu-core")
    assert FAMILY not in families_of("Анна")


def test_a_missing_typeface_is_a_state(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for weight in WEIGHTS[1:]:
        (tmp_path / f"Inter-{weight}.ttf").write_bytes(b"no font at all")
    assert not load_typeface(tmp_path)
    assert len(caplog.records) == len(WEIGHTS)
