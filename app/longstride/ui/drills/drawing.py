"""A drill's figure as a file: SVG to be scaled, or PNG. Needs no display."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from longstride.core.errors import LongstrideError
from longstride.core.figure.figure import Figure, Stance
from longstride.core.flow.drill import Drill
from longstride.core.timeline.timeline import SpanPhase
from longstride.engine import Engine
from longstride.files import write_whole
from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.shown.picture import picture_bytes
from longstride.ui.widgets.figure.figure import Look, paint_figure

KINDS = (".svg", ".png")
SIZE = QSize(1200, 960)
EDGE = 40


class DrawingError(LongstrideError):
    """A drill has no figure, or its picture cannot be drawn."""


def draw_drill(engine: Engine, name: str, path: Path, *, light: bool = False) -> Drill:
    """Draw a drill at the end of its range, its start behind it, and return it.

    ``name`` is the drill's id, its name or an alias. UnknownDrillError where there is no such
    drill, DrawingError where it has no figure, FileError where no file can be written.
    """
    drill = engine.library.drill(name)
    figure = engine.figures.get(drill.id)
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise DrawingError(f'"{path.name}" is not a picture\'s name; end it with .svg or .png.')
    if figure is None:
        raise DrawingError(f"{drill.name} has no figure that can be drawn.")
    palette = LIGHT if light else DARK
    drawn = _svg(drill, figure, palette) if kind == ".svg" else _png(figure, palette)
    write_whole(path, drawn, private=False)
    return drill


def _svg(drill: Drill, figure: Figure, palette: Palette) -> bytes:
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(SIZE)
    paper.setViewBox(QRectF(0, 0, SIZE.width(), SIZE.height()))
    paper.setTitle(drill.name)
    paper.setDescription(drill.purpose)
    painter = QPainter(paper)
    _paint(painter, figure, palette, simple=True)
    painter.end()
    return bytes(written.data())


def _png(figure: Figure, palette: Palette) -> bytes:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _paint(painter, figure, palette)
    painter.end()
    return picture_bytes(image)


def _paint(painter: QPainter, figure: Figure, palette: Palette, *, simple: bool = False) -> None:
    room = QRectF(0, 0, SIZE.width(), SIZE.height())
    painter.fillRect(room, QColor(palette.ground))
    look = replace(Look.of(palette), simple=simple)
    frame = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    paint_figure(painter, frame, figure, _telling(figure), look)


def _telling(figure: Figure) -> Stance:
    """Return the end of the range with the place it began behind it."""
    began = figure.at(SpanPhase.READY, 1.0).body
    return figure.key if began == figure.key.body else replace(figure.key, ghost=began)
