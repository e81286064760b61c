"""The palettes can be read, the type scales, and a change of look arrives."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from longstride.ui.look.palette import DARK, LIGHT, Palette, palette_for
from longstride.ui.look.stylesheet import stylesheet
from longstride.ui.look.theme import TYPE, Theme, apply_theme, font

PALETTES = pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda palette: palette.name)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setStyleSheet("")


def luminance(color: str) -> float:
    """WCAG 2.2 relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(color).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@PALETTES
@pytest.mark.parametrize("ink", ["text", "quiet"])
@pytest.mark.parametrize("paper", ["sunken", "ground", "surface", "raised"])
def test_reading_text_holds_aa(palette: Palette, ink: str, paper: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, paper)) >= 4.5


@PALETTES
@pytest.mark.parametrize("ink", ["coral", "sea", "amber"])
@pytest.mark.parametrize("paper", ["ground", "surface"])
def test_colours_read_as_text(palette: Palette, ink: str, paper: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, paper)) >= 4.5


@PALETTES
def test_text_on_the_main_action_holds_aa(palette: Palette) -> None:
    assert contrast(palette.on_coral, palette.coral) >= 4.5


@PALETTES
def test_faint_marks_hold_three_to_one(palette: Palette) -> None:
    assert contrast(palette.faint, palette.surface) >= 3


def test_the_system_decides_unless_the_athlete_does() -> None:
    assert palette_for("system", Qt.ColorScheme.Light) is LIGHT
    assert palette_for("system", Qt.ColorScheme.Dark) is DARK
    assert palette_for("system", Qt.ColorScheme.Unknown) is DARK
    assert palette_for("light", Qt.ColorScheme.Dark) is LIGHT
    assert palette_for("dark", Qt.ColorScheme.Light) is DARK


def test_type_scales_and_figures_are_of_one_width(qapp: QApplication) -> None:
    for size in TYPE:
        assert font(size, scale=200).pixelSize() == 2 * size
    metrics = QFontMetrics(font(44))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


def test_labels_keep_figures_of_one_width(dressed: QApplication, qtbot: QtBot) -> None:
    apply_theme(dressed, DARK, 100)
    label = QLabel("1")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.fontMetrics().horizontalAdvance("1111") == label.fontMetrics().horizontalAdvance(
        "0000"
    )


@PALETTES
def test_stylesheet_leaves_nothing_unfilled(palette: Palette) -> None:
    rules = stylesheet(palette, 150)
    assert "$" not in rules
    assert "@" not in rules
    sizes = [int(size) for size in re.findall(r"font-size: (\d+)px", rules)]
    assert min(sizes) == round(13 * 1.5)


def test_apply_theme_dresses_the_application(dressed: QApplication, qtbot: QtBot) -> None:
    apply_theme(dressed, LIGHT, 100)
    assert dressed.palette().window().color() == QColor(LIGHT.ground)
    label = QLabel("Today")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == 30
    apply_theme(dressed, DARK, 200)
    label.ensurePolished()
    assert label.font().pixelSize() == 60


def test_a_theme_tells_only_of_real_changes(qtbot: QtBot) -> None:
    theme = Theme()
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.palette.name))
    theme.change(DARK, 100, False)
    theme.change(LIGHT, 150, True)
    assert told == ["light"]
    assert theme.px(20) == 30
    assert theme.color("coral") == QColor(LIGHT.coral)
