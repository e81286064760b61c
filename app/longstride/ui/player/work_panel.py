"""What is being done this second: count, word, breath, tempo and repetitions."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.player.breath_ring import BreathRing
from longstride.ui.player.count import Count
from longstride.ui.player.rep_dots import RepDots
from longstride.ui.player.tempo_bar import Segment, TempoBar
from longstride.ui.widgets.fit_text import FitText

DIM = 0.55  # paused, still 3:1 against the ground
_BOLD = QFont.Weight.Bold


@dataclass(frozen=True, slots=True)
class WorkText:
    """What stays true for one span.

    ``title`` and ``line`` say what is done, ``word`` (in the palette's colour ``role``) how;
    ``hint`` stands under it where no breath is paced. ``tempo`` is empty outside repetitions.
    """

    title: str = ""
    line: str = ""
    word: str = ""
    role: str = "text"
    hint: str = ""
    tempo: tuple[Segment, ...] = ()
    digits: int = 1


class WorkPanel(QWidget):
    """The right half of the player; in repetitions the word stands beside the count.

    Elsewhere the count may have three figures, so the word and a larger ring stand below it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = FitText(theme, 40, 12, _BOLD, parent=self)
        self.line = FitText(theme, 20, 11, role="quiet", parent=self)
        self.count = Count(theme, self)
        self.statement = FitText(theme, 56, 20, _BOLD, parent=self)
        self.word = FitText(theme, 54, 13, _BOLD, parent=self)
        self.breath = FitText(theme, 26, 11, QFont.Weight.Medium, "sea", parent=self)
        self.ring = BreathRing(theme, self)
        self.tempo = TempoBar(theme, self)
        self.dots = RepDots(theme, self)
        self._text = WorkText()
        self._stopped = ""
        self._inhale: bool | None = None
        self._hint = ""
        self.ring.hide()
        self.tempo.hide()
        theme.changed.connect(self._arrange)

    def show_work(self, text: WorkText) -> None:
        """Show a span."""
        if text == self._text:
            return
        rearranged = (bool(text.tempo), text.digits) != (bool(self._text.tempo), self._text.digits)
        self._text = text
        self.title.show_text(text.title)
        self.line.show_text(text.line)
        self.tempo.setVisible(bool(text.tempo))
        self.tempo.show_rep(text.tempo)
        self._show_word()
        if rearranged:
            self._arrange()

    def show_count(self, number: int | None) -> None:
        """Show the big number; None where nothing is counted."""
        self.count.show_text("" if number is None else str(number))

    def show_statement(self, statement: str) -> None:
        """Show a sentence in place of the count, or the count again for an empty one."""
        self.statement.show_text(statement)
        self.statement.setVisible(bool(statement))
        self.count.setVisible(not statement)

    def show_breath(self, inhale: bool | None, fraction: float) -> None:
        """Show half a breath, 0 to 1; None where the breath is free."""
        if inhale is not self._inhale:
            self._inhale = inhale
            self.ring.setVisible(inhale is not None)
            self._show_word()
        if inhale is not None:
            self.ring.show_breath(inhale, fraction)

    def show_stopped(self, word: str, hint: str = "") -> None:
        """Say why nothing moves, such as "Paused", and dim the rest; an empty word goes on."""
        self._stopped, self._hint = word, hint
        strength = DIM if word else 1.0
        for part in (self.count, self.ring, self.tempo, self.dots):
            part.show_strength(strength)
        self._show_word()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _show_word(self) -> None:
        if self._stopped:
            self.word.show_text(self._stopped, "text")
            self.breath.show_text(self._hint, "quiet")
        elif self._inhale is None:
            self.word.show_text(self._text.word, self._text.role)
            self.breath.show_text(self._text.hint, "quiet")
        else:
            self.word.show_text(self._text.word, self._text.role)
            self.breath.show_text("Breathe in" if self._inhale else "Breathe out", "sea")

    def _arrange(self) -> None:
        """Place the count where it never moves, and below it what the span needs."""
        wide, high, px = self.width(), self.height(), self._theme.px
        title, line = min(px(52), high * 13 // 100), min(px(30), high * 9 // 100)
        count, lower = min(high * 38, wide * 45) // 100, min(px(176), high * 32 // 100)
        gap = min(px(36), (high - title - line - count - lower) // 2)
        self.title.setGeometry(0, 0, wide, title)
        self.line.setGeometry(0, title, wide, line)
        place = QRect(0, title + line + gap, wide, count)
        below = QRect(0, place.bottom() + 1 + gap, wide, lower)
        self.statement.setGeometry(place)
        if self._text.tempo:
            self._arrange_rep(place, below)
        else:
            self._arrange_calm(place, below)

    def _arrange_rep(self, count: QRect, below: QRect) -> None:
        px = self._theme.px
        wide = min(self.count.width_for(count.height(), self._text.digits), count.width() // 2)
        self.count.setGeometry(count.left(), count.top(), wide, count.height())
        word, breath = min(px(64), count.height() * 4 // 10), min(px(34), count.height() * 2 // 10)
        side = min(px(88), word + breath, count.width() // 6)
        left, low = wide + px(24), count.bottom() + 1
        room = count.width() - left - side - px(12)
        self.word.setGeometry(left, low - breath - px(6) - word, room, word)
        self.breath.setGeometry(left, low - breath, room, breath)
        top = low - (word + breath + px(6) + side) // 2
        self.ring.setGeometry(count.width() - side, top, side, side)
        tempo, dots = min(px(46), below.height() * 45 // 100), min(px(24), below.height() * 3 // 10)
        self.tempo.setGeometry(0, below.top(), below.width(), tempo)
        self.dots.setGeometry(0, below.bottom() + 1 - dots * 3 // 2, below.width(), dots)

    def _arrange_calm(self, count: QRect, below: QRect) -> None:
        px, high = self._theme.px, below.height()
        self.count.setGeometry(count)
        side = min(high, below.width() * 4 // 10)
        self.ring.setGeometry(below.width() - side, below.top() + (high - side) // 2, side, side)
        room = below.width() - side - px(12)
        word, breath = min(px(64), high * 4 // 10), min(px(36), high * 25 // 100)
        dots = min(px(24), high * 25 // 100)
        self.word.setGeometry(0, below.top(), room, word)
        self.breath.setGeometry(0, below.top() + word, room, breath)
        self.dots.setGeometry(0, below.bottom() + 1 - dots, room, dots)
