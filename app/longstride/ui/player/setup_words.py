"""How to get into place, in sentences: the one being spoken is bright, the others are quiet."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.dim_label import DimLabel

_LARGEST, _SMALLEST = 34, 13  # px, the smallest at every scale
_A_LINE_EACH = "\u2028"


class SetupWords(DimLabel):
    """A line for each sentence where there is room, else one after another, else smaller.

    What does not fit even then is left out from its end; a screen reader always gets all of it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName("How to get into place")
        self._theme = theme
        self._sentences: tuple[str, ...] = ()
        self._lit: frozenset[int] = frozenset()
        self._set: tuple[object, QTextLayout, tuple[str, ...]] | None = None
        theme.changed.connect(self._forget)

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show other sentences, none of them bright."""
        if sentences != self._sentences:
            self._sentences, self._lit = sentences, frozenset()
            self.setText(" ".join(sentences))
            self._forget()

    def show_lit(self, lit: frozenset[int]) -> None:
        """Brighten some of the sentences."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def height_in(self, wide: int, most: int) -> int:
        """Return the px the sentences take in a width, ``most`` at most; they are set for it.

        They are set once for a text and a size.
        """
        if self._set is None or self._set[0] != (wide, most):
            self._set = ((wide, most), *self._fit(wide, most))
        return math.ceil(_height(self._set[1]))

    def fitted(self) -> tuple[int, str]:
        """Return the size in px and the text as they are painted."""
        layout, shown = self._fitted()
        return layout.font().pixelSize(), " ".join(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._sentences:
            return
        layout, shown = self._fitted()
        painter = QPainter(self)
        painter.setOpacity(self._strength)
        painter.setPen(self._theme.color("quiet"))
        layout.draw(painter, QPointF(0, 0), self._bright(shown))

    def _bright(self, shown: tuple[str, ...]) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for index, sentence in enumerate(shown):
            if index in self._lit:
                bright = QTextLayout.FormatRange()
                bright.start, bright.length = start, len(sentence)
                ink = QTextCharFormat()
                ink.setForeground(QBrush(self._theme.color("text")))
                bright.format = ink
                ranges.append(bright)
            start += len(sentence) + 1
        return ranges

    def _fitted(self) -> tuple[QTextLayout, tuple[str, ...]]:
        if self._set is None:
            self.height_in(self.width(), self.height())
        assert self._set is not None
        return self._set[1:]

    def _fit(self, wide: int, most: int) -> tuple[QTextLayout, tuple[str, ...]]:
        lines = self._laid(self._sentences, _A_LINE_EACH, _LARGEST, wide)
        if lines.lineCount() <= len(self._sentences) and _height(lines) <= most:
            return lines, self._sentences
        low, high = math.ceil(_SMALLEST * 100 / max(100, self._theme.scale)), _LARGEST
        while low < high:
            middle = (low + high + 1) // 2
            if _height(self._laid(self._sentences, " ", middle, wide)) <= most:
                low = middle
            else:
                high = middle - 1
        shown = self._sentences
        while _height(made := self._laid(shown, " ", low, wide)) > most and len(shown) > 1:
            shown = shown[:-1]
        return made, shown

    def _laid(self, sentences: Sequence[str], between: str, size: int, wide: int) -> QTextLayout:
        layout = QTextLayout(between.join(sentences), self._theme.font(size))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, wide))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _forget(self) -> None:
        self._set = None
        self.update()


def _height(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    return last.y() + last.height() if last else 0.0
