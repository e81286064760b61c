"""What every plot is, and the frame, grid, labels and legend that they share."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from longstride.ui.look.theme import Theme

_STEPS = (1, 2, 5, 10)
_LEGEND = 28  # px at 100 %
_LABELS = 26
_PIECE = 8  # points of a line painted at a time
_TICKS = 4  # about so many steps on a scale


class Plot(Protocol):
    """Values and their picture.

    ``summary`` says the whole in words, ``words`` has a sentence for each value, in the order of
    the arrow keys; ``places`` says where in ``rect`` each of them lies.
    """

    @property
    def summary(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    def height(self, theme: Theme) -> int: ...
    def places(self, rect: QRectF, theme: Theme) -> tuple[QRectF, ...]: ...
    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None: ...


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend; ``shape`` is square, disc, ring or line."""

    text: str
    color: str
    shape: str = "square"


@dataclass(frozen=True, slots=True)
class Frame:
    """The inside of a plot; the vertical scale runs from ``least`` at its foot to ``most``."""

    inside: QRectF
    least: float
    most: float

    def y(self, value: float) -> float:
        """Return the height of a value."""
        part = (value - self.least) / (self.most - self.least)
        return self.inside.bottom() - part * self.inside.height()

    def column(self, index: int, count: int) -> QRectF:
        """Return the upright strip of one value among ``count``."""
        width = self.inside.width() / max(1, count)
        left = self.inside.left() + index * width
        return QRectF(left, self.inside.top(), width, self.inside.height())


def ticks(least: float, most: float) -> tuple[float, ...]:
    """Return round numbers that enclose a range, at least two."""
    span = max(most - least, 1e-3)
    size = 10.0 ** math.floor(math.log10(span / _TICKS))
    step = next(s * size for s in (*_STEPS, 20) if span / (s * size) <= _TICKS)
    first, last = math.floor(least / step), math.ceil(most / step)
    return tuple(round(n * step, 6) for n in range(first, max(last, first + 1) + 1))


def frame(
    rect: QRectF, theme: Theme, marks: Sequence[float], unit: str = "", legend: bool = False
) -> Frame:
    """Return the frame between the scale at the left and labels and legend below."""
    widest = max(_metrics(theme).horizontalAdvance(mark_text(mark, unit)) for mark in marks)
    low = theme.px(_LABELS) + (theme.px(_LEGEND) if legend else 0)
    left = widest + theme.px(12)
    inside = rect.adjusted(left, theme.px(10), -theme.px(4), -low)
    return Frame(inside, marks[0], marks[-1])


def mark_text(mark: float, unit: str) -> str:
    """Return ``10`` or ``80 %``."""
    return f"{mark:g}{unit}".replace("-", "−")


def paint_grid(
    painter: QPainter, inside: Frame, theme: Theme, marks: Iterable[float], unit: str = ""
) -> None:
    """Paint a thin line and its number at each mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(13))
    for mark in marks:
        y = round(inside.y(mark)) + 0.5
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(inside.inside.left(), y), QPointF(inside.inside.right(), y))
        painter.setPen(theme.color("quiet"))
        room = QRectF(0, y - 20, inside.inside.left() - theme.px(10), 40)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, mark_text(mark, unit))


def paint_labels(
    painter: QPainter, inside: QRectF, theme: Theme, labels: Sequence[tuple[float, str]]
) -> None:
    """Paint labels below the frame, centred on their x, leaving out those without room.

    The last one always has its place: the newest is what is looked for.
    """
    painter.setFont(theme.font(13))
    painter.setPen(theme.color("quiet"))
    metrics = _metrics(theme)
    free = math.inf
    for x, text in reversed([label for label in labels if label[1]]):
        width = metrics.horizontalAdvance(text)
        left = min(max(inside.left(), x - width / 2), inside.right() - width)
        if left + width + theme.px(14) <= free:
            room = QRectF(left - 2, inside.bottom(), width + 4, theme.px(_LABELS))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
            free = left


def paint_legend(painter: QPainter, rect: QRectF, theme: Theme, keys: Iterable[Key]) -> None:
    """Paint signs with their names along the foot of ``rect``."""
    painter.setFont(theme.font(13))
    metrics, side = _metrics(theme), theme.px(11)
    x, middle = rect.left(), rect.bottom() - theme.px(_LEGEND) / 2 + theme.px(4)
    for key in keys:
        paint_sign(painter, QPointF(x + side / 2, middle), side, theme, key)
        x += side + theme.px(7)
        width = metrics.horizontalAdvance(key.text)
        painter.setPen(theme.color("quiet"))
        room = QRectF(x, middle - theme.px(12), width + 4, theme.px(24))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, key.text)
        x += width + theme.px(20)


def paint_line(painter: QPainter, points: Sequence[QPointF]) -> None:
    """Paint a line in the painter's pen, which is opaque with round ends.

    Piece by piece: what smoothing a shape costs grows with the square of its edges in a row of
    pixels, and a line of hundreds of values would take tens of ms.
    """
    for piece in pieces(points):
        painter.drawPolyline(piece)


def pieces(points: Sequence[QPointF]) -> Iterator[Sequence[QPointF]]:
    """Yield a line's points a few at a time; each piece begins where the one before ended."""
    for at in range(0, len(points) - 1, _PIECE):
        yield points[at : at + _PIECE + 1]


def paint_sign(painter: QPainter, at: QPointF, side: float, theme: Theme, key: Key) -> None:
    """Paint the sign of a key, ``side`` px wide."""
    color, half = theme.color(key.color), side / 2
    square = QRectF(at.x() - half, at.y() - half, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if key.shape == "square":
        painter.drawRoundedRect(square, side / 5, side / 5)
    elif key.shape == "disc":
        painter.drawEllipse(at, half, half)
    elif key.shape == "ring":
        painter.setPen(QPen(color, side / 5))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(at, half - side / 10, half - side / 10)
    else:
        painter.drawRoundedRect(QRectF(square.left(), at.y() - 1.5, side, 3), 1.5, 1.5)


def _metrics(theme: Theme) -> QFontMetricsF:
    return QFontMetricsF(theme.font(13, QFont.Weight.Normal))
