"""Text that is as large as its place allows, and never cut off without saying so."""

import math

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.dim_label import DimLabel

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
SMALLEST = 13  # px, at every scale
_ROOM = 100_000


class FitText(DimLabel):
    """A label that wraps, then shrinks from ``largest`` to ``smallest`` px (at 100 %) to fit.

    Nothing is smaller than 13 px, whatever the scale. What does not fit even then ends in an
    ellipsis; a screen reader always gets all of it.
    """

    def __init__(
        self,
        theme: Theme,
        largest: int,
        smallest: int = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
        role: str = "text",
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme, self._weight, self._align = theme, weight, align
        self._largest, self._smallest, self._role = largest, smallest, role
        self._fitted: tuple[QFont, str] | None = None
        theme.changed.connect(self._refit)

    def show_text(self, text: str, role: str | None = None) -> None:
        """Show a text, in another colour of the palette if asked."""
        if text != self.text():
            self.setText(text)
            self._refit()
        if role and role != self._role:
            self._role = role
            self.update()

    def fitted(self) -> tuple[QFont, str]:
        """Return the font and the text as they are painted."""
        if self._fitted is None:
            self._fitted = self._fit()
        return self._fitted

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        font, text = self.fitted()
        painter = QPainter(self)
        painter.setOpacity(self._strength)
        painter.setFont(font)
        painter.setPen(self._theme.color(self._role))
        painter.drawText(self.rect(), _flags(self._align), text)

    def _refit(self) -> None:
        self._fitted = None
        self.update()

    def _fit(self) -> tuple[QFont, str]:
        size = largest_fitting(
            self._theme, self.text(), self.rect(), self._largest, self._smallest, self._weight
        )
        font = self._theme.font(size, self._weight)
        return font, shortened(self.text(), font, self.rect())


def largest_fitting(
    theme: Theme, text: str, place: QRect, largest: int, smallest: int, weight: QFont.Weight
) -> int:
    """Return the largest size (px at 100 %) at which a wrapped text fits, at least ``smallest``."""
    low, high = max(smallest, least(theme, largest)), largest
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text, theme.font(middle, weight), place):
            low = middle
        else:
            high = middle - 1
    return low


def least(theme: Theme, largest: int) -> int:
    """Return the size (px at 100 %) that is 13 px at a theme's scale, or the largest if less."""
    return min(largest, math.ceil(SMALLEST * 100 / theme.scale))


def fits(text: str, font: QFont, place: QRect) -> bool:
    """Return whether a wrapped text stays inside a place."""
    needed = wrapped(text, font, place.width())
    return needed.width() <= place.width() and needed.height() <= place.height()


def wrapped(text: str, font: QFont, width: int) -> QRect:
    """Return the rectangle a text takes when wrapped at a width."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, _ROOM), _flags(TOP), text)


def shortened(text: str, font: QFont, place: QRect) -> str:
    """Return the text, or as many of its words as fit with an ellipsis behind them."""
    if fits(text, font, place):
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        shorter = " ".join(words) + "…"
        if fits(shorter, font, place):
            return shorter
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())


def _flags(align: Qt.AlignmentFlag) -> int:
    return int(align.value) | int(Qt.TextFlag.TextWordWrap.value)
