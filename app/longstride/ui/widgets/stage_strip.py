"""A flow at a glance: its steps as a skyline, wide as they are long, high as they are hard."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.ui.look.theme import Theme

_PITCH = 8  # px from bar to bar at 100 %


@dataclass(frozen=True, slots=True)
class Block:
    """One step: ``share`` of the width (any unit), ``height`` 0-1, ``color`` a palette role."""

    share: int
    height: float
    color: str


def paint_skyline(painter: QPainter, rect: QRectF, blocks: tuple[Block, ...], theme: Theme) -> None:
    """Paint thin bars on the ground of ``rect``; each step is a swell as long as it lasts."""
    pitch = theme.px(_PITCH)
    bar = pitch * 0.62
    count = int(rect.width() // pitch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for index in range(count):
        block, within = _at((index + 0.5) / count, blocks)
        swell = 0.55 + 0.45 * math.sin(math.pi * within)
        height = max(bar, rect.height() * block.height * swell)
        painter.setBrush(theme.color(block.color))
        place = QRectF(rect.x() + index * pitch, rect.bottom() - height, bar, height)
        painter.drawRoundedRect(place, bar / 2, bar / 2)


def paint_marks(painter: QPainter, rect: QRectF, blocks: tuple[Block, ...], theme: Theme) -> None:
    """Paint one flat mark for each step, as wide as it is long."""
    total = sum(block.share for block in blocks) or 1
    gap = min(theme.px(3), rect.width() / (2 * max(1, len(blocks))))
    painter.setPen(Qt.PenStyle.NoPen)
    x = rect.x()
    for block in blocks:
        wide = rect.width() * block.share / total
        painter.setBrush(theme.color(block.color))
        mark = QRectF(x, rect.y(), max(1.0, wide - gap), rect.height())
        painter.drawRoundedRect(mark, rect.height() / 2, rect.height() / 2)
        x += wide


def _at(part: float, blocks: tuple[Block, ...]) -> tuple[Block, float]:
    """Return the block at a part 0-1 of the whole, and how far into it that is."""
    reached = 0.0
    total = sum(block.share for block in blocks) or 1
    for block in blocks:
        share = block.share / total
        if part < reached + share:
            return block, (part - reached) / share
        reached += share
    return Block(1, 0.0, "line"), 0.0


class StageStrip(QLabel):
    """The skyline by itself; its text is what a screen reader says of it."""

    def __init__(self, theme: Theme, height: int) -> None:
        super().__init__()
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
