"""The number the athlete reads from three metres away."""

from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.fit_text import FitText

WEIGHT = QFont.Weight.Bold
_OVERSHOOT = 0.025  # round figures reach a little past the height of a capital


class Count(FitText):
    """A number whose figures fill the height of the widget, narrower only where it must be.

    Its ink begins at the left, or stands in the middle where it is ``centred``.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, centred: bool = False
    ) -> None:
        super().__init__(theme, 44, weight=WEIGHT, parent=parent)
        self._centred = centred
        self._left = 0  # px at which it is painted

    def width_for(self, height: int, digits: int) -> int:
        """Return the px that so many figures take at a height."""
        return self.width_of(height, "0" * digits)

    def width_of(self, height: int, number: str) -> int:
        """Return the px that a number takes at a height."""
        return round(QFontMetricsF(self._font_for(height)).horizontalAdvance(number))

    def paintEvent(self, event: QPaintEvent) -> None:
        font = self.fitted()[0]
        painter = QPainter(self)
        painter.setOpacity(self._strength)
        painter.setFont(font)
        painter.setPen(self._theme.color(self._role))
        painter.drawText(self._left, round(self.height() * (1 - _OVERSHOOT)), self.text())

    def _fit(self) -> tuple[QFont, str]:
        font = self._font_for(self.height())
        needed = QFontMetricsF(font).horizontalAdvance(self.text())
        if needed > self.width():
            font.setPixelSize(max(1, int(font.pixelSize() * self.width() / needed)))
        # Dear at this size, and asked once a number: it is painted with each frame that dims it.
        ink = QFontMetricsF(font).tightBoundingRect(self.text() or "0")
        free = (self.width() - ink.width()) / 2 if self._centred else 0.0
        self._left = round(free - ink.left())
        return font, self.text()

    def _font_for(self, height: int) -> QFont:
        font = self._theme.font(100, WEIGHT)
        font.setFeature(QFont.Tag("pnum"), 1)  # at this size an even pitch tears "18" apart
        font.setFeature(QFont.Tag("tnum"), 0)
        capital = QFontMetricsF(font).capHeight() / font.pixelSize()
        font.setPixelSize(max(1, round(height * (1 - 2 * _OVERSHOOT) / capital)))
        return font
