"""A scale from 0 to 10 that is answered with one touch."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider

from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme

STIFFNESS_WORDS = {0: "loose", 3: "a little tight", 7: "stiff", 10: "locked"}
EFFORT_WORDS = {0: "none", 3: "moderate", 7: "very hard", 10: "all out"}

_HIGHEST = 10


class Rating(QSlider):
    """Eleven cells with words under some of them.

    A repainted slider, so a screen reader knows it as one. ``rated`` carries 0-10, or None when
    the answer is taken back (the same cell again, or Delete). Figures, arrows, Home and End work.
    """

    rated = Signal(object)

    def __init__(self, theme: Theme, question: str, words: dict[int, str], above: int = 0) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._above = above  # px at 100 % over the cells
        self._theme = theme
        self._words = words
        self._answer: int | None = None
        self._hover: int | None = None
        self._typed_one = False
        self.setRange(0, _HIGHEST)
        self.setPageStep(1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(question)
        self._describe()
        self.valueChanged.connect(self.choose)  # which only a screen reader changes by itself
        theme.changed.connect(self.updateGeometry)

    @property
    def answer(self) -> int | None:
        """0-10, or None while nothing was chosen."""
        return self._answer

    def choose(self, answer: int | None) -> None:
        """Set the answer and tell of it if it is another."""
        if answer == self._answer:
            return
        self._answer = answer
        with QSignalBlocker(self):
            self.setValue(answer or 0)
        self._describe()
        self.update()
        self.rated.emit(answer)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(11 * 34 + 10 * 4), self._theme.px(self._above + 42 + 4 + 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(11 * 26), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().x())
        self.choose(None if cell == self._answer else cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._cell_at(event.position().x())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: object) -> None:
        self._hover = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a page that scrolls must not answer questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed_one = event.key(), self._typed_one
        self._typed_one = event.text() == "1"
        if event.text() == "0" and typed_one:
            self.choose(10)
        elif event.text() in set("0123456789"):
            self.choose(int(event.text()))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(None)
        elif key in _MOVES:
            self.choose(_MOVES[key](self._answer))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(_HIGHEST + 1):
            self._paint_cell(painter, number)
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.color("quiet"))
        for number, word in self._words.items():
            painter.drawText(self._word_rect(number), self._word_side(number), word)

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        chosen = number == self._answer
        rect = self._cell(number).adjusted(1.5, 1.5, -1.5, -1.5)
        fill = "text" if chosen else "line" if number == self._hover else "raised"
        focused = has_ring(self) and number == (self._answer or 0)
        corner = self._theme.px(9)
        inside = rect.adjusted(4, 4, -4, -4) if focused else rect
        painter.setPen(Qt.PenStyle.NoPen if chosen else self._theme.color("faint"))
        painter.setBrush(self._theme.color(fill))
        painter.drawRoundedRect(inside, corner, corner)
        if focused:
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, corner, corner)
        painter.setPen(self._theme.color("surface" if chosen else "text"))
        painter.setFont(self._theme.font(15, QFont.Weight.DemiBold))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))

    def _cell(self, number: int) -> QRectF:
        gap = self._theme.px(4)
        width = (self.width() - _HIGHEST * gap) / (_HIGHEST + 1)
        top = self._theme.px(self._above)
        return QRectF(number * (width + gap), top, width, self._theme.px(42))

    def _cell_at(self, x: float) -> int:
        return min(_HIGHEST, max(0, int(x * (_HIGHEST + 1) / max(1, self.width()))))

    def _word_rect(self, number: int) -> QRectF:
        cell = self._cell(number)
        top = cell.bottom() + self._theme.px(4)
        wide = cell.width() * 4
        left = min(max(0.0, cell.center().x() - wide / 2), self.width() - wide)
        return QRectF(left, top, wide, self._theme.px(20))

    def _word_side(self, number: int) -> Qt.AlignmentFlag:
        sides = {0: Qt.AlignmentFlag.AlignLeft, _HIGHEST: Qt.AlignmentFlag.AlignRight}
        return sides.get(number, Qt.AlignmentFlag.AlignHCenter) | Qt.AlignmentFlag.AlignVCenter

    def _describe(self) -> None:
        words = ", ".join(f"{number} {word}" for number, word in self._words.items())
        answer = "not answered" if self._answer is None else f"answered {self._answer}"
        self.setAccessibleDescription(f"{answer}; {words}")


def _lower(answer: int | None) -> int:
    return max(0, (answer if answer is not None else 1) - 1)


def _higher(answer: int | None) -> int:
    return min(_HIGHEST, (answer if answer is not None else -1) + 1)


_MOVES: dict[int, Callable[[int | None], int]] = {
    Qt.Key.Key_Left: _lower,
    Qt.Key.Key_Down: _lower,
    Qt.Key.Key_Right: _higher,
    Qt.Key.Key_Up: _higher,
    Qt.Key.Key_Home: lambda _: 0,
    Qt.Key.Key_End: lambda _: _HIGHEST,
}
