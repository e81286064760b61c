"""Work in the background, told quietly."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.player.run_line import Run, RunLine
from longstride.ui.widgets.gauge import Gauge


class ProgressLine(Gauge):
    """A thin bar."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._part = 0.0

    def show_part(self, part: float) -> None:
        """Show how much is done, 0-1."""
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        place, radius = QRectF(self.rect()), self.height() / 2
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(place, radius, radius)
        place.setWidth(max(place.height(), place.width() * self._part))
        painter.setBrush(self._theme.color("sea"))
        painter.drawRoundedRect(place, radius, radius)


class Preparing(QWidget):
    """How many sentences of the voice are rendered: a thin bar and what it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.label = RunLine(theme, 17, self)
        self.label.show_runs((Run("Preparing the voice", "quiet"),))
        self.line = ProgressLine(theme, "Preparing the voice", self)
        self.hide()

    def show_progress(self, done: int, total: int | None) -> None:
        """Show so many of so many; ``total`` None takes the line away."""
        self.setVisible(total is not None)
        if total is not None:
            self.line.say(f"{done} of {total}")
            self.line.show_part(done / max(1, total))

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide, high = self.width(), self.height()
        thin, bar = max(3, self._theme.px(4)), min(wide // 4, self._theme.px(120))
        self.line.setGeometry(0, (high - thin) // 2, bar, thin)
        left = bar + self._theme.px(12)
        self.label.setGeometry(left, 0, wide - left, high)
