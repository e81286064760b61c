"""Weeks as hills: the curve of the mark, as high as a week asks for."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from longstride.ui.look.theme import Theme

_FOOT = 52  # px below the hills, for two lines
_HIGH = 92  # px of the highest hill
_LOW = 0.34  # how high a lighter week is, of the highest
_LEAST = 0.6  # how high any other is at least


class HillState(StrEnum):
    """How a week stands."""

    DONE = "done"
    OPEN = "open"
    AHEAD = "ahead"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Hill:
    """A week by its number. ``height`` is compared with the others, ``share`` 0-1 is filled.

    ``below`` stands under its number, ``words`` say all of it.
    """

    number: int
    height: float
    lighter: bool
    state: HillState
    share: float = 0.0
    below: str = ""
    words: str = ""


class Hills(QLabel):
    """A hill a week: a tick when done, filled from below while open, low and dotted when lighter.

    Its text, which a screen reader reads, has every week's words; a tooltip has those of the week
    under the mouse.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hills: tuple[Hill, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_hills(self, hills: tuple[Hill, ...]) -> None:
        """Show weeks in their order."""
        self._hills = hills
        self.setText(" ".join(hill.words for hill in hills))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), self._theme.px(_HIGH + _FOOT + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def event(self, event: object) -> bool:
        """Say in a tooltip what the week under the mouse is for."""
        if isinstance(event, QHelpEvent) and self._hills:
            place = int(event.pos().x() / max(1.0, self._width))
            words = self._hills[place].words if 0 <= place < len(self._hills) else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.px(_HIGH + 3)
        for index, hill in enumerate(self._hills):
            cell = QRectF(index * self._width, 0, self._width, ground)
            self._paint_hill(painter, cell, hill)
            self._paint_words(painter, cell, hill)

    @property
    def _width(self) -> float:
        return min(self.width() / max(1, len(self._hills)), self._theme.px(160))

    def _top(self, hill: Hill) -> float:
        most = max(each.height for each in self._hills) or 1
        part = _LOW if hill.lighter else _LEAST + (1 - _LEAST) * hill.height / most
        return part * self._theme.px(_HIGH)

    def _paint_hill(self, painter: QPainter, cell: QRectF, hill: Hill) -> None:
        theme, high = self._theme, self._top(hill)
        path = _curve(cell.adjusted(theme.px(2), cell.height() - high, -theme.px(2), 0))
        is_open, is_done = hill.state is HillState.OPEN, hill.state is HillState.DONE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sea" if is_done else "raised"))
        painter.drawPath(path)
        if is_open:
            filled = QRectF(
                cell.x(), cell.bottom() - high * hill.share, cell.width(), high * hill.share
            )
            painter.save()
            painter.setClipRect(filled)
            painter.setBrush(theme.color("sea"))
            painter.drawPath(path)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = _edge(theme, hill)
        if pen is not None:
            painter.setPen(pen)
            painter.drawPath(path)
        if is_done:
            _paint_tick(painter, cell, theme)

    def _paint_words(self, painter: QPainter, cell: QRectF, hill: Hill) -> None:
        theme, is_ahead = self._theme, hill.state in {HillState.AHEAD, HillState.PASSED}
        lines = (
            (self._bold, "quiet" if is_ahead else "text", self._name(hill)),
            (theme.font(13), "quiet", self._below(hill)),
        )
        for row, (font, color, text) in enumerate(lines):
            place = QRectF(cell.x(), cell.bottom() + theme.px(8 + 20 * row), cell.width(), 0)
            place.setHeight(theme.px(20))
            painter.setFont(font)
            painter.setPen(theme.color(color))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    @property
    def _bold(self) -> QFont:
        return self._theme.font(13, QFont.Weight.DemiBold)

    def _name(self, hill: Hill) -> str:
        """Return a week's name, or its number as soon as one name has no room."""
        fit = self._fit(self._bold, [_full_name(each) for each in self._hills])
        return _full_name(hill) if fit else str(hill.number)

    def _below(self, hill: Hill) -> str:
        """Return what stands below a week's name, nothing as soon as one has no room."""
        return hill.below if self._fit(self._theme.font(13), [h.below for h in self._hills]) else ""

    def _fit(self, font: QFont, texts: list[str]) -> bool:
        wide = QFontMetrics(font).horizontalAdvance
        return all(wide(text) <= self._width - self._theme.px(6) for text in texts)


def _full_name(hill: Hill) -> str:
    return f"Lighter, {hill.number}" if hill.lighter else f"Week {hill.number}"


def _edge(theme: Theme, hill: Hill) -> QPen | None:
    if hill.state is HillState.OPEN:
        return QPen(theme.color("text"), theme.px(3))
    if hill.lighter:
        return QPen(theme.color("quiet"), theme.px(2), Qt.PenStyle.DotLine)
    return QPen(theme.color("faint"), theme.px(1)) if hill.state is not HillState.DONE else None


def _curve(place: QRectF) -> QPainterPath:
    """Return a hill that stands in a place, flat where it begins and ends."""
    left, middle, right = place.left(), place.center().x(), place.right()
    top, foot, bend = place.top(), place.bottom(), place.width() * 0.24
    path = QPainterPath(QPointF(left, foot))
    path.cubicTo(left + bend, foot, middle - bend, top, middle, top)
    path.cubicTo(middle + bend, top, right - bend, foot, right, foot)
    path.closeSubpath()
    return path


def _paint_tick(painter: QPainter, cell: QRectF, theme: Theme) -> None:
    pen = QPen(theme.color("surface"), theme.px(3))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = QPointF(cell.center().x(), cell.bottom() - theme.px(16))
    unit = theme.px(2)
    painter.drawPolyline(
        [
            middle + QPointF(-2.4 * unit, 0),
            middle + QPointF(-0.6 * unit, 1.8 * unit),
            middle + QPointF(2.6 * unit, -1.8 * unit),
        ]
    )
