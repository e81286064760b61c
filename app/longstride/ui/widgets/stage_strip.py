"""A flow at a glance: its steps as a skyline, wide as they are long, high as they are hard."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from longstride.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Block:
    """One step: ``share`` of the width (any unit), ``height`` 0-1, ``color`` a palette role."""

    share: int
    height: float
    color: str


def paint_skyline(
    painter: QPainter, rect: QRectF, blocks: tuple[Block, ...], theme: Theme, gap: float = 4
) -> None:
    """Paint blocks side by side on the ground of ``rect``, never narrower than they are round."""
    total = sum(block.share for block in blocks) or 1
    room = rect.width() - gap * (len(blocks) - 1)
    x = rect.x()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for block in blocks:
        width, height = room * block.share / total, rect.height() * block.height
        place = QRectF(x, rect.bottom() - height, width, height)
        painter.setBrush(theme.color(block.color))
        radius = min(6.0, width / 2, height / 2)
        painter.drawRoundedRect(place, radius, radius)
        x += width + gap


class StageStrip(QLabel):
    """The skyline by itself; its text is what a screen reader says of it."""

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._blocks: tuple[Block, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_blocks(self, blocks: tuple[Block, ...], text: str) -> None:
        """Show steps; ``text`` says the same in words."""
        self._blocks = blocks
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_skyline(QPainter(self), QRectF(self.rect()), self._blocks, self._theme)
