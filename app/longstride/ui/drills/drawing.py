"""A drill's figure as a file: PNG as it is painted, or SVG to be scaled. Needs no display."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from longstride.core.errors import LongstrideError
from longstride.core.figure.figure import Figure, Stance
from longstride.core.figure.main_part import stance_at
from longstride.core.flow.drill import Drill
from longstride.engine import Engine
from longstride.files import write_whole
from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.shown.picture import picture_bytes
from longstride.ui.widgets.figure.figure import Look, paint_figure

KINDS = (".svg", ".png")
SIZE = QSize(1200, 960)
TILE = QSize(720, 640)  # of each of several moments
EDGE = 40
DOTS = 96  # an inch: an SVG opens as large as a PNG


class DrawingError(LongstrideError):
    """A drill has no figure, or its picture cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a drill is to be drawn.

    ``view`` is the camera's azimuth and elevation in degrees, None for the drill's own. ``at`` is
    the part (0-1) of its main part, None for the picture that says most about it. ``moments`` are
    drawn side by side, from its start to ``at``.
    """

    light: bool = False
    view: tuple[float, float] | None = None
    at: float | None = None
    moments: int = 1


def draw_drill(engine: Engine, name: str, path: Path, wanted: Drawing) -> Drill:
    """Draw a drill and return it.

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
    if wanted.view is not None:
        figure = replace(figure, seen_from=wanted.view)
    picture = _Picture(figure, stances(figure, drill, wanted), LIGHT if wanted.light else DARK)
    drawn = _svg(drill, picture) if kind == ".svg" else _png(picture)
    write_whole(path, drawn, private=False)
    return drill


def stances(figure: Figure, drill: Drill, wanted: Drawing) -> Sequence[Stance]:
    """Return what is drawn, from left to right; behind a single moment is where it began."""
    end = 1.0 if wanted.at is None else wanted.at
    if wanted.moments > 1:
        parts = [end * step / (wanted.moments - 1) for step in range(wanted.moments)]
        return [replace(stance_at(figure, drill, part), ghost=None) for part in parts]
    stance = figure.key if wanted.at is None else stance_at(figure, drill, end)
    began = stance_at(figure, drill, 0.0).body
    is_shown = not drill.unit.is_hold and began != stance.body
    return [replace(stance, ghost=began if is_shown else None)]


@dataclass(frozen=True, slots=True)
class _Picture:
    """A figure's stances side by side on one ground."""

    figure: Figure
    stances: Sequence[Stance]
    palette: Palette

    @property
    def size(self) -> QSize:
        count = len(self.stances)
        return SIZE if count == 1 else QSize(TILE.width() * count, TILE.height())

    def paint(self, painter: QPainter, *, simple: bool = False) -> None:
        look = replace(Look.of(self.palette), simple=simple)
        wide, high = self.size.width() / len(self.stances), self.size.height()
        painter.fillRect(QRectF(0, 0, self.size.width(), high), QColor(self.palette.ground))
        for number, stance in enumerate(self.stances):
            frame = QRectF(number * wide, 0, wide, high).adjusted(EDGE, EDGE, -EDGE, -EDGE)
            paint_figure(painter, frame, self.figure, stance, look)


def _svg(drill: Drill, picture: _Picture) -> bytes:
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(picture.size)
    paper.setResolution(DOTS)
    paper.setViewBox(QRectF(0, 0, picture.size.width(), picture.size.height()))
    paper.setTitle(drill.name)
    paper.setDescription(drill.purpose)
    painter = QPainter(paper)
    painter.setFont(QFont("sans-serif", 12))  # it is written, if never used: one in pixels badly
    picture.paint(painter, simple=True)
    painter.end()
    return bytes(written.data())


def _png(picture: _Picture) -> bytes:
    image = QImage(picture.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture.paint(painter)
    painter.end()
    return picture_bytes(image)
