"""Stiffness after a flow, with the way from what it was before."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen

from longstride.ui.look.theme import Theme
from longstride.ui.shown.session_text import change_word
from longstride.ui.widgets.rating import STIFFNESS_WORDS, Rating

QUESTION = "How stiff are your hips now?"
_ARC = 40  # px at 100 %, over the cells
_BEFORE = "before"


class ChangeRating(Rating):
    """Draws an arc from ``before`` to the answer, and says what it means; no arc without both."""

    def __init__(self, theme: Theme, before: int | None) -> None:
        self._before = before
        words = STIFFNESS_WORDS if before is None else {}
        super().__init__(theme, QUESTION, words, above=0 if before is None else _ARC)

    @property
    def change(self) -> str:
        """What became of stiffness in a word or two, "" where one of the two is missing."""
        if self._before is None or self.answer is None:
            return ""
        return change_word(self._before, self.answer)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._before is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_before(painter, self._before)
        if self.answer is not None:
            self._paint_change(painter, self._before, self.answer)
        else:
            self._write(painter, self._before, _BEFORE, Qt.AlignmentFlag.AlignHCenter, "quiet")

    def _paint_before(self, painter: QPainter, before: int) -> None:
        corner = self._theme.px(9)
        painter.setPen(QPen(self._theme.color("quiet"), self._theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._cell(before).adjusted(2, 2, -2, -2), corner, corner)

    def _paint_change(self, painter: QPainter, before: int, now: int) -> None:
        role = "sea" if self.change == "looser" else "text"
        if now == before:
            self._write(painter, now, self.change, Qt.AlignmentFlag.AlignHCenter, role)
            return
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        down = now < before
        self._write(painter, now, self.change, right if down else left, role)
        self._write(painter, before, _BEFORE, left if down else right, "quiet")
        painter.setPen(_round(QPen(self._theme.color(role), self._theme.px(3))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._arc(before, now))

    def _arc(self, before: int, now: int) -> QPainterPath:
        """Return the way from one cell to another, with a head."""
        px = self._theme.px
        start, end = (QPointF(self._cell(n).center().x(), px(_ARC - 6)) for n in (before, now))
        high = QPointF(0, -1.25 * px(_ARC - 10))
        path = QPainterPath(start)
        path.cubicTo(start + high, end + high, end)
        head = px(8)
        path.moveTo(end + QPointF(-head, -head))
        path.lineTo(end)
        path.lineTo(end + QPointF(head, -head))
        return path

    def _write(
        self, painter: QPainter, number: int, word: str, side: Qt.AlignmentFlag, role: str
    ) -> None:
        """Write a word under a cell: in its middle, or from one of its edges outwards."""
        cell, wide = self._cell(number), self._theme.px(120)
        lefts = {
            Qt.AlignmentFlag.AlignLeft: cell.left(),
            Qt.AlignmentFlag.AlignRight: cell.right() - wide,
        }
        left = lefts.get(side, cell.center().x() - wide / 2)
        kept = min(max(0.0, left), self.width() - wide)
        if kept != left:  # it would leave the scale: from its edge, then
            side = Qt.AlignmentFlag.AlignLeft if kept > left else Qt.AlignmentFlag.AlignRight
        place = QRectF(kept, cell.bottom() + self._theme.px(4), wide, self._theme.px(20))
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.color(role))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, word)

    def _describe(self) -> None:
        super()._describe()
        if self._before is not None:
            answer = "not answered" if self.answer is None else f"answered {self.answer}"
            parts = (answer, f"{self._before} before", self.change)
            self.setAccessibleDescription(", ".join(filter(None, parts)))


def _round(pen: QPen) -> QPen:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
