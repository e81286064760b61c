"""Stances painted side by side on sheets, to be looked at."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from longstride.content import load_catalogue
from longstride.core.figure.figure import Figure, Stance
from longstride.core.flow.drill import Drill
from longstride.paths import find_paths
from longstride.ui.look.palette import Palette
from longstride.ui.look.theme import font
from longstride.ui.look.typeface import load_typeface
from longstride.ui.widgets.figure.figure import Look, paint_figure
from longstride.ui.widgets.figure.view import View

ASSETS = Path(__file__).parents[2] / "assets"
HEADING, GAP = 48, 6
_SMOOTH = Qt.TransformationMode.SmoothTransformation


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture on a sheet; without words below it where it has no caption."""

    figure: Figure
    stance: Stance
    caption: str = ""
    turn: float = 0.0


@contextmanager
def drawing() -> Iterator[dict[str, Drill]]:
    """Make painting possible without a display, and give the catalogue."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    assert load_typeface(find_paths(None, {}).fonts)
    yield load_catalogue(ASSETS / "drills")
    del application


def sheet(
    cells: Sequence[Cell | None], palette: Palette, size: QSize, columns: int, title: str = ""
) -> QImage:
    """Return cells of a size in rows of so many, below a title where there is one.

    The place of a None stays empty.
    """
    columns = min(columns, max(len(cells), 1))
    rows, top = -(-len(cells) // columns), HEADING if title else 0
    image = QImage(size.width() * columns, size.height() * rows + top, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(palette.text))
    painter.setFont(font(22))
    painter.drawText(18, 32, title)
    for number, cell in enumerate(cells):
        row, column = divmod(number, columns)
        box = QRectF(column * size.width(), top + row * size.height(), size.width(), size.height())
        if cell is not None:
            _paint(painter, box.adjusted(GAP, GAP, -GAP, -GAP), cell, palette)
    painter.end()
    return image


def side_by_side(
    pictures: Mapping[str, QImage], palette: Palette, size: QSize, columns: int
) -> QImage:
    """Return pictures on one sheet, each made to fit a size, below what it is called by."""
    rows = -(-len(pictures) // columns)
    whole = QSize(size.width() * columns, (size.height() + HEADING) * rows)
    image = QImage(whole, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    painter.setPen(QColor(palette.text))
    painter.setFont(font(26))
    for place, (name, picture) in enumerate(pictures.items()):
        row, column = divmod(place, columns)
        x, y = column * size.width(), row * (size.height() + HEADING)
        painter.drawText(x + 18, y + 36, name)
        fitted = picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, _SMOOTH)
        painter.drawImage(x, y + HEADING, fitted)
    painter.end()
    return image


def _paint(painter: QPainter, box: QRectF, cell: Cell, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.surface))
    painter.drawRoundedRect(box, 12, 12)
    foot = 30 if cell.caption else 8
    frame, look = box.adjusted(8, 8, -8, -foot), Look.of(palette, "surface")
    painter.save()
    painter.setClipRect(box)
    paint_figure(painter, frame, cell.figure, cell.stance, look, View(cell.turn))
    painter.restore()
    painter.setPen(QColor(palette.quiet))
    painter.setFont(font(14))
    below = QRectF(box.left() + 4, box.bottom() - foot, box.width() - 8, foot)
    words = painter.fontMetrics().elidedText(
        cell.caption, Qt.TextElideMode.ElideRight, int(below.width())
    )
    painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter.value), words)
