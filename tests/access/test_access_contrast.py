"""Contrast by WCAG 2.2 AA, computed from the colours of both themes on every ground they lie on.

Text 4.5:1, what is large and what is drawn 3:1. Left out, as WCAG does: what is disabled, and
what only decorates (grid lines, shadows, the ghost, the empty part of a bar whose full part and
number say it all).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.look.theme import Theme
from longstride.ui.player.work_panel import DIM
from longstride.ui.widgets.charts import bars
from longstride.ui.widgets.charts.heatmap import LEVELS, heat_color
from longstride.ui.widgets.figure.figure import Look
from longstride.ui.widgets.figure.look import KITS, SKINS

PALETTES = pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
GROUNDS = ("sunken", "ground", "surface", "raised")

READ = [
    *((ink, paper) for ink in ("text", "quiet") for paper in GROUNDS),
    *((ink, paper) for ink in ("coral", "sea", "amber") for paper in ("ground", "surface")),
    ("on_coral", "coral"),
]
DRAWN = [
    *(("text", paper) for paper in (*GROUNDS, "line")),  # the ring of the focus
    *(("quiet", paper) for paper in GROUNDS),  # icons
    *((ink, paper) for ink in ("coral", "sea", "amber") for paper in ("ground", "surface")),
    *((ink, "raised") for ink in ("coral", "sea", "amber")),  # stages on a tile, a notice
    *(("faint", paper) for paper in GROUNDS),  # edges of controls, days and repetitions to come
    ("surface", "sea"),  # the tick of a day done, the knob of a switch
    ("quiet", "raised"),  # the knob of a switch that is off
]


def luminance(color: QColor) -> float:
    """WCAG 2.2 relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = color.getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def over(color: QColor, ground: QColor) -> QColor:
    """Return what a colour that is partly clear looks like on a ground."""
    drop = QPixmap(1, 1)
    drop.fill(ground)
    painter = QPainter(drop)
    painter.fillRect(drop.rect(), color)
    painter.end()
    return drop.toImage().pixelColor(0, 0)


@PALETTES
@pytest.mark.parametrize(("ink", "paper"), READ)
def test_what_is_read(palette: Palette, ink: str, paper: str) -> None:
    assert contrast(QColor(getattr(palette, ink)), QColor(getattr(palette, paper))) >= 4.5


@PALETTES
@pytest.mark.parametrize(("ink", "paper"), sorted(set(DRAWN)))
def test_what_is_drawn(palette: Palette, ink: str, paper: str) -> None:
    assert contrast(QColor(getattr(palette, ink)), QColor(getattr(palette, paper))) >= 3


@PALETTES
@pytest.mark.parametrize("paper", ["ground", "surface", "raised"])
def test_the_figure_stands_off_its_ground_and_the_muscle_off_the_figure(
    palette: Palette, paper: str
) -> None:
    """By their middle tones on dark; on light, kit by its shadows and skin by the line round it."""
    ground, look = QColor(getattr(palette, paper)), Look.of(palette, paper)
    least = 2.2 if paper == "raised" else 3  # a tile's small one
    assert contrast(look.color("tie", 0.55), ground) >= 3
    for kit, skin in product(KITS, SKINS):
        worn = replace(look, kit=kit, skin=skin)
        for material in ("skin", "top", "shorts", "hair"):
            edge = look.rim if look.needs_rim(material) else worn.color(material, 0.55)
            assert contrast(edge, ground) >= least, (kit, skin, material)


@PALETTES
def test_a_paused_count_is_dim_but_can_be_read(palette: Palette, qtbot: QtBot) -> None:
    ground = QColor(palette.ground)
    dimmed = Theme(palette).color("text", DIM)
    assert contrast(over(dimmed, ground), ground) >= 3


@PALETTES
def test_the_palest_bar_stands_off_its_card(palette: Palette, qtbot: QtBot) -> None:
    card, theme = QColor(palette.surface), Theme(palette)
    for color in ("coral", "sea"):
        assert contrast(over(theme.color(color, bars.PALEST), card), card) >= 3


@PALETTES
def test_a_day_done_stands_off_a_day_without(palette: Palette, qtbot: QtBot) -> None:
    card, theme = QColor(palette.surface), Theme(palette)
    empty = heat_color(theme, 0)
    shades = [over(heat_color(theme, level), empty) for level in range(1, LEVELS + 1)]
    assert all(contrast(shade, empty) >= 3 for shade in shades)
    assert all(contrast(shade, card) >= 3 for shade in shades)
