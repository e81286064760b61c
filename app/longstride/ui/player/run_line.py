"""One line of text in which some words stand out, as large as fits."""

import math
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from longstride.ui.look.theme import Theme

_SMALLEST = 13  # px, at every scale
_BOLD = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Run:
    """A few words in one colour of the palette; ``bold`` is what stands out."""

    text: str
    role: str = "text"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Setting:
    """The two fonts, each run's left in px, and the first run as it is painted."""

    plain: QFont
    bold: QFont
    lefts: tuple[float, ...]
    first: str


class RunLine(QLabel):
    """Runs one after another.

    Where they are ``steady`` each has the room it takes in bold: none moves when another is lit.
    What is too long even at the smallest size is cut in its first run; a screen reader gets all.
    """

    def __init__(
        self, theme: Theme, largest: int, parent: QWidget | None = None, *, steady: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme, self._largest, self._steady = theme, largest, steady
        self._runs: tuple[Run, ...] = ()
        self._strength = 1.0
        self._setting: _Setting | None = None
        theme.changed.connect(self._reset)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """Show other words, or the same with others of them lit."""
        if runs == self._runs:
            return
        words = [run.text for run in runs]
        same = self._steady and words == [run.text for run in self._runs]
        self._runs = runs
        if not same:
            self.setText("".join(words))
            self._setting = None
        self.update()

    def show_strength(self, strength: float) -> None:
        """Dim to ``strength`` 0-1."""
        if strength != self._strength:
            self._strength = strength
            self.update()

    def fitted(self) -> tuple[QFont, str]:
        """Return the bold font and the text as they are painted."""
        setting = self._set()
        rest = "".join(run.text for run in self._runs[1:])
        return setting.bold, setting.first + rest

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reset()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        setting = self._set()
        painter = QPainter(self)
        painter.setOpacity(self._strength)
        metrics = QFontMetricsF(setting.bold)
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        for index, (run, left) in enumerate(zip(self._runs, setting.lefts, strict=False)):
            painter.setFont(setting.bold if run.bold else setting.plain)
            painter.setPen(self._theme.color(run.role))
            painter.drawText(round(left), round(base), run.text if index else setting.first)

    def _reset(self) -> None:
        self._setting = None
        self.update()

    def _set(self) -> _Setting:
        if self._setting is None:
            self._setting = self._fit()
        return self._setting

    def _fit(self) -> _Setting:
        high = self._largest
        low = min(high, math.ceil(_SMALLEST * 100 / self._theme.scale))
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(middle):
                low = middle
            else:
                high = middle - 1
        plain, bold = self._theme.font(low), self._theme.font(low, _BOLD)
        first = self._cut(bold)
        texts = (first, *(run.text for run in self._runs[1:]))
        wide = [
            _width(bold if self._steady or run.bold else plain, text)
            for run, text in zip(self._runs, texts, strict=False)
        ]
        return _Setting(plain, bold, tuple(accumulate(wide, initial=0.0)), first)

    def _fits(self, size: int) -> bool:
        font = self._theme.font(size, _BOLD)
        wide = sum(_width(font, run.text) for run in self._runs)
        return wide <= self.width() and QFontMetrics(font).height() <= self.height()

    def _cut(self, font: QFont) -> str:
        """Return the first run, or as much of it as leaves room for the others."""
        if not self._runs:
            return ""
        room = self.width() - sum(_width(font, run.text) for run in self._runs[1:])
        first = self._runs[0].text
        if _width(font, first) <= room:
            return first
        return QFontMetrics(font).elidedText(first, Qt.TextElideMode.ElideRight, int(room))


def _width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
