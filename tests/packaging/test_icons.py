"""Every size of the icons is what its SVG file draws, and the window shows them."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader
from pytestqt.qtbot import QtBot

from longstride.ui.look.dressing import window_icon

HERE = Path(__file__).resolve().parents[2]
# One SVG file, two versions of Qt: the edges may be rounded differently by this much of 255.
ROUNDING = 4


@pytest.fixture(scope="module")
def draw(part: Callable[[str], ModuleType]) -> ModuleType:
    return part("icons/draw")


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    return np.frombuffer(plain.constBits(), np.uint8).astype(int)


@pytest.mark.parametrize("icon", ["apps/longstride", "mimetypes/application-x-longstride-flow"])
def test_each_size_is_what_its_svg_draws(qtbot: QtBot, draw: ModuleType, icon: str) -> None:
    for side in draw.SIZES:
        kept = QImage(str(draw.place(icon, side)))
        drawn = QImage.fromData(draw.png(draw.source(icon, side), side))
        assert kept.size() == QSize(side, side)
        assert np.abs(pixels(kept) - pixels(drawn)).max() <= ROUNDING, f"{icon} at {side}"


@pytest.mark.parametrize("file", ["windows/longstride.ico", "windows/flow.ico"])
def test_the_windows_icons_hold_every_size(draw: ModuleType, file: str) -> None:
    reader = QImageReader(str(HERE / "packaging" / file))
    sides = []
    for place in range(reader.imageCount()):
        reader.jumpToImage(place)
        sides.append(reader.read().width())
    assert tuple(sides) == draw.WINDOWS_SIZES


@pytest.mark.parametrize("file", ["macos/longstride.icns", "macos/flow.icns"])
def test_the_macos_icons_hold_every_size(draw: ModuleType, file: str) -> None:
    # A name of four letters and a length, over and over: Qt's reader skips a part of them.
    whole = (HERE / "packaging" / file).read_bytes()
    assert whole[:4] == b"icns"
    sides, at = set(), 8
    while at < len(whole):
        length = int.from_bytes(whole[at + 4 : at + 8], "big")
        if (image := QImage.fromData(whole[at + 8 : at + length], "PNG")).width():
            sides.add(image.width())
        at += length
    assert set(draw.MACOS_SIZES) <= sides | {16}, sides


def test_the_window_shows_the_icon_as_drawn_for_each_size(qtbot: QtBot) -> None:
    icon = window_icon(HERE / "resources")
    for side in (16, 32, 128):
        drawing = HERE / f"resources/icons/hicolor/{side}x{side}/apps/longstride.png"
        shown = icon.pixmap(QSize(side, side), 1.0).toImage()
        assert np.array_equal(pixels(shown), pixels(QImage(str(drawing))))
