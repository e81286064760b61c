"""A line of text in which some words stand out, as large as fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.dim_label import DimLabel
from longstride.ui.widgets.fit_text import least

_AS_LARGE = 0.93  # of the size on several lines is large enough on one
_BOLD = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Run:
    """A few words in one colour of the palette; ``bold`` is what stands out.

    ``tail`` is what stands plainly behind them and never begins a line.
    """

    text: str
    role: str = "text"
    bold: bool = False
    tail: str = ""

    @property
    def whole(self) -> str:
        """The words with their tail."""
        return self.text + self.tail


@dataclass(frozen=True, slots=True)
class _Setting:
    """The two fonts, where each run stands (left and line), and the texts as they are painted."""

    plain: QFont
    bold: QFont
    places: tuple[tuple[float, int], ...]
    texts: tuple[str, ...]

    @property
    def lines(self) -> int:
        return max((line for _, line in self.places), default=0) + 1


class RunLine(DimLabel):
    """Runs one after another, in the middle of the height.

    Where they are ``steady`` each has the room it takes in bold, so that none moves when another
    is lit; they begin at the top, and break between two where there is room for lines.
    What is too long even at the smallest size is cut in its first run; a screen reader gets all.
    """

    def __init__(
        self, theme: Theme, largest: int, parent: QWidget | None = None, *, steady: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme, self._largest, self._steady = theme, largest, steady
        self._runs: tuple[Run, ...] = ()
        self._setting: _Setting | None = None
        theme.changed.connect(self._reset)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """Show other words, or the same with others of them lit."""
        if runs == self._runs:
            return
        words = [run.whole for run in runs]
        same = self._steady and words == [run.whole for run in self._runs]
        self._runs = runs
        if not same:
            self.setText("".join(words))
            self._setting = None
        self.update()

    def fitted(self) -> tuple[QFont, str]:
        """Return the bold font and the text as they are painted."""
        setting = self._set()
        return setting.bold, "".join(
            text + run.tail for run, text in zip(self._runs, setting.texts, strict=True)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reset()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        setting = self._set()
        painter = QPainter(self)
        painter.setOpacity(self._strength)
        metrics = QFontMetricsF(setting.bold)
        free = 0.0 if self._steady else self.height() - setting.lines * metrics.height()
        base = free / 2 + metrics.ascent()
        for run, text, (x, line) in zip(self._runs, setting.texts, setting.places, strict=True):
            font, y = setting.bold if run.bold else setting.plain, base + line * metrics.height()
            painter.setFont(font)
            painter.setPen(self._theme.color(run.role))
            painter.drawText(round(x), round(y), text)
            if run.tail:
                painter.setFont(setting.plain)
                painter.setPen(self._theme.color("text"))
                painter.drawText(round(x + _width(font, text)), round(y), run.tail)

    def _reset(self) -> None:
        self._setting = None
        self.update()

    def _set(self) -> _Setting:
        if self._setting is None:
            self._setting = self._fit()
        return self._setting

    def _fit(self) -> _Setting:
        high = self._largest
        low = least(self._theme, high)
        size = self._largest_of(low, high, lines=9)
        on_one = self._largest_of(low, high, lines=1)
        return self._laid(on_one if on_one >= size * _AS_LARGE else size)

    def _largest_of(self, low: int, high: int, lines: int) -> int:
        """Return the largest size at which it fits on so many lines, at least ``low``."""
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(middle, lines):
                low = middle
            else:
                high = middle - 1
        return low

    def _fits(self, size: int, lines: int) -> bool:
        laid = self._laid(size)
        whole = laid.texts == tuple(run.text for run in self._runs)
        high = QFontMetrics(laid.bold).height() * laid.lines
        return whole and laid.lines <= lines and high <= self.height()

    def _laid(self, size: int) -> _Setting:
        """Return the runs set at a size."""
        plain, bold = self._theme.font(size), self._theme.font(size, _BOLD)
        texts = (self._cut(bold), *(run.text for run in self._runs[1:]))[: len(self._runs)]
        fonts = [bold if self._steady or run.bold else plain for run in self._runs]
        wide = [
            _width(font, text) + _width(plain, run.tail)
            for font, text, run in zip(fonts, texts, self._runs, strict=True)
        ]
        return _Setting(plain, bold, tuple(self._places(wide)), texts)

    def _places(self, wide: list[float]) -> Iterator[tuple[float, int]]:
        """Yield where runs of so many px stand; a steady one begins a line where it must."""
        x, line = 0.0, 0
        for each in wide:
            if self._steady and x and x + each > self.width():
                x, line = 0.0, line + 1
            yield x, line
            x += each

    def _cut(self, font: QFont) -> str:
        """Return the first run, or as much of it as leaves room for the others."""
        if not self._runs:
            return ""
        others = () if self._steady else self._runs[1:]
        room = self.width() - sum(_width(font, run.whole) for run in others)
        first = self._runs[0].text
        if _width(font, first) <= room:
            return first
        return QFontMetrics(font).elidedText(first, Qt.TextElideMode.ElideRight, int(room))


def _width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
