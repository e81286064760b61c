"""The flow as a strip once it is over: what was done of it is filled."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme

_BAR, _GAP = 8, 6  # px at 100 %


class DoneStrip(QWidget):
    """A segment for each step, as wide as it lasts; what it shows is said in words beside it.

    ``starts`` are in ms, the first 0, in a flow of ``duration`` ms; ``done`` are steps from 0.
    """

    def __init__(
        self, theme: Theme, starts: tuple[int, ...], duration: int, done: frozenset[int]
    ) -> None:
        super().__init__()
        ends = (*starts[1:], duration)
        self._theme, self._done = theme, done
        self._lengths = [end - start for start, end in zip(starts, ends, strict=True)]
        self._filled = 1.0
        self.setFixedHeight(theme.px(_BAR))

    def show_filled(self, part: float) -> None:
        """Fill the strip so far (0-1)."""
        self._filled = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        reached = self.width() * self._filled
        for step, place in enumerate(self._places()):
            self._paint(painter, place, place.width(), "line")
            if step in self._done and reached > place.left():
                self._paint(painter, place, min(place.width(), reached - place.left()), "sea")

    def _paint(self, painter: QPainter, place: QRectF, wide: float, role: str) -> None:
        painter.setBrush(self._theme.color(role))
        filled = QRectF(place.left(), place.top(), max(wide, place.height()), place.height())
        painter.drawRoundedRect(filled, place.height() / 2, place.height() / 2)

    def _places(self) -> list[QRectF]:
        gap = min(self._theme.px(_GAP), self.width() / len(self._lengths) / 3)
        room, x = max(1.0, self.width() - gap * (len(self._lengths) - 1)), 0.0
        places = []
        for length in self._lengths:
            wide = room * length / sum(self._lengths)
            places.append(QRectF(x, 0, wide, self.height()))
            x += wide + gap
        return places
