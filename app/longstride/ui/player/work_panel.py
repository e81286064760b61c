"""What is being done this second: name, side, count, word, breath, tempo and repetitions."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.player.breath_ring import BreathRing
from longstride.ui.player.count import Count
from longstride.ui.player.count_ring import CountRing
from longstride.ui.player.rep_dots import RepDots
from longstride.ui.player.tempo_bar import Segment, TempoBar
from longstride.ui.player.tempo_words import TempoWords
from longstride.ui.widgets.fit_text import FitText

DIM = 0.55  # paused, still 3:1 against the ground
_BOLD, _DEMI = QFont.Weight.Bold, QFont.Weight.DemiBold
_LOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class Shape(StrEnum):
    """How the panel is laid out."""

    READY = "ready"  # a ring around the seconds until the work, the dose below
    REP = "rep"  # the word beside the count, the tempo below
    CALM = "calm"  # the count has two figures or three, so the word stands below it


@dataclass(frozen=True, slots=True)
class WorkText:
    """What stays true for one span.

    ``name``, ``side`` and what that is ``about`` say what is done, ``word`` (in the palette's
    colour ``role``) how; ``dose`` is how much comes. ``tempo`` is empty where nothing repeats.
    """

    name: str = ""
    side: str = ""
    about: str = ""
    word: str = ""
    role: str = "text"
    dose: str = ""
    tempo: tuple[Segment, ...] = ()
    shape: Shape = Shape.CALM


class WorkPanel(QWidget):
    """The right half of the player."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = FitText(theme, 52, 9, _BOLD, align=_LOW, parent=self)
        self.side = FitText(theme, 64, 13, _BOLD, parent=self)
        self.about = FitText(theme, 30, 8, role="quiet", align=_LOW, parent=self)
        self.count = Count(theme, self)
        self.until = CountRing(theme, self)
        self.statement = FitText(theme, 56, 20, _BOLD, parent=self)
        self.word = FitText(theme, 76, 13, _BOLD, parent=self)
        self.breath = FitText(theme, 34, 9, _DEMI, "sea", parent=self)
        self.dose = FitText(theme, 44, 13, _BOLD, parent=self)
        self.ring = BreathRing(theme, self)
        self.tempo = TempoBar(theme, self)
        self.tempo_words = TempoWords(theme, self)
        self.dots = RepDots(theme, self)
        self._text = WorkText()
        self._stopped = self._hint = self._statement = ""
        self._inhale: bool | None = None
        self._lit: int | None = None  # which phase of the tempo stands out
        self._show_shape()
        theme.changed.connect(self._arrange)

    def show_work(self, text: WorkText) -> None:
        """Show a span."""
        if text == self._text:
            return
        before, shape, self._text = self._text, self._shape, text
        self.name.show_text(text.name)
        self.side.show_text(text.side)
        self.about.show_text(text.about)
        self.dose.show_text(text.dose)
        self.tempo.show_rep(text.tempo)
        self._light(None)
        self._show_word()
        if self._shape is not shape:
            self._show_shape()
            self._arrange()
        elif (text.side, text.about) != (before.side, before.about):
            self._arrange_side()

    def show_count(self, number: int | None) -> None:
        """Show the big number; None where nothing is counted."""
        self.count.show_text("" if number is None else str(number))

    def show_phase(self, segment: int, fraction: float) -> None:
        """Show how far (0 to 1) one phase of the repetition has come."""
        self.tempo.show_at(segment, fraction)
        if segment != self._lit:
            self._light(segment)

    def show_statement(self, statement: str) -> None:
        """Show a sentence in place of the count, or the count again for an empty one."""
        if statement != self._statement:
            self._statement = statement
            self.statement.show_text(statement)
            self._show_shape()
            self._arrange()

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
        moving = (self.count, self.until, self.ring, self.tempo, self.tempo_words, self.dots)
        for part in moving:
            part.show_strength(strength)
        self._show_word()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @property
    def _shape(self) -> Shape:
        """How it is laid out now: a sentence in place of the count takes all of its width."""
        return Shape.CALM if self._statement else self._text.shape

    def _light(self, segment: int | None) -> None:
        """Let one phase of the tempo stand out; before the work, that which is the work."""
        tempo, self._lit = self._text.tempo, segment
        if self._text.shape is Shape.READY:
            segment = next((n for n, each in enumerate(tempo) if each.role == "coral"), None)
        self.tempo_words.show_rep(tempo, segment)

    def _show_word(self) -> None:
        resting = self._shape is Shape.CALM
        if self._stopped:
            self.word.show_text(self._stopped, "text")
            self.breath.show_text(self._hint, "quiet")
        elif self._inhale is None:
            self.word.show_text(self._text.word, self._text.role)
            self.breath.show_text(self._text.dose if resting else "", "quiet")
        else:
            self.word.show_text(self._text.word, self._text.role)
            self.breath.show_text("Breathe in" if self._inhale else "Breathe out", "sea")

    def _show_shape(self) -> None:
        shape, told = self._shape, bool(self._statement)
        self.statement.setVisible(told)
        self.until.setVisible(shape is Shape.READY)
        self.count.setVisible(shape is not Shape.READY and not told)
        self.dose.setVisible(shape is Shape.READY)
        self.tempo.setVisible(shape is Shape.REP)
        self.tempo_words.setVisible(shape is not Shape.CALM)
        self.dots.setVisible(shape is not Shape.READY)
        self.ring.setVisible(self._inhale is not None)
        self.dots.labelled = shape is Shape.REP

    def _arrange(self) -> None:
        """Place the count where it never moves, and around it what the span needs."""
        wide, high, px = self.width(), self.height(), self._theme.px
        name, side = min(px(74), high * 122 // 1000), min(px(79), high * 130 // 1000)
        gap, count = min(px(16), high * 27 // 1000), min(high * 43, wide * 50) // 100
        self.name.setGeometry(0, 0, wide, name)
        self._sides = QRect(0, name, wide, side)
        self._arrange_side()
        place = QRect(0, name + side + gap, wide, count)
        low = place.bottom() + 1 + gap
        below = QRect(0, low, wide, high - low)
        self.statement.setGeometry(place)
        match self._shape:
            case Shape.READY:
                self._arrange_ready(place, below)
            case Shape.REP:
                self._arrange_rep(place, below)
            case _:
                self._arrange_calm(place, below)

    def _arrange_side(self) -> None:
        """Let the side and what it means stand on one line, the second as wide as is left."""
        place = self._sides
        self.side.setGeometry(place)
        left = 0
        if self._text.side:
            font = self.side.fitted()[0]
            metrics = QFontMetrics(font)
            left = min(
                metrics.horizontalAdvance(self._text.side) + self._theme.px(16),
                place.width() // 2,
            )
            self.side.setGeometry(place.left(), place.top(), left, place.height())
        self.about.setGeometry(place.adjusted(left, 0, 0, 0))
        self.about.setGeometry(place.adjusted(left, 0, 0, -self._drop()))

    def _drop(self) -> int:
        """Return how far one line must rise for both to stand on the same ground."""
        font, about = self.about.fitted()
        small, large = QFontMetrics(font), QFontMetrics(self.side.fitted()[0])
        if not self._text.side or small.horizontalAdvance(about) > self.about.width():
            return 0
        free = (self._sides.height() - large.height()) // 2
        return max(0, free + large.descent() - small.descent())

    def _arrange_ready(self, count: QRect, below: QRect) -> None:
        px, high = self._theme.px, below.height()
        side = min(below.top() - count.top() - px(2), count.width() * 52 // 100)
        self.until.setGeometry(count.left(), count.top(), side, side)
        left, middle = side + px(36), count.top() + side // 2
        room, word, hint = count.width() - left, min(px(54), side // 4), side // 3
        self.word.setGeometry(left, middle - word // 2, room, word)
        self.breath.setGeometry(left, middle - word // 2 + word, room, hint)
        dose, tempo = min(px(56), high * 38 // 100), min(px(84), high * 54 // 100)
        top = below.top() + min(px(6), high // 20)
        self.dose.setGeometry(0, top, below.width(), dose)
        self.tempo_words.setGeometry(0, top + dose, below.width(), tempo)

    def _arrange_rep(self, count: QRect, below: QRect) -> None:
        px = self._theme.px
        wide = min(self.count.width_for(count.height(), 1), count.width() // 2)
        self.count.setGeometry(count.left(), count.top(), wide, count.height())
        word, breath = count.height() * 38 // 100, count.height() * 17 // 100
        left, low = wide + min(px(40), count.width() // 14), count.bottom() + 1
        room = count.width() - left
        side = min(px(120), count.height() - word - breath, room)
        self.ring.setGeometry(left, count.top(), side, side)
        self.breath.setGeometry(left, low - breath, room, breath)
        self.word.setGeometry(left, low - breath - word, room, word)
        high = below.height()
        bar, words, dots = (min(px(a), high * b // 100) for a, b in ((16, 10), (84, 46), (42, 27)))
        top = below.top() + min(px(7), high // 24)
        self.tempo.setGeometry(0, top, below.width(), bar)
        self.tempo_words.setGeometry(0, top + bar + high * 6 // 100, below.width(), words)
        self.dots.setGeometry(0, below.bottom() + 1 - dots, below.width(), dots)

    def _arrange_calm(self, count: QRect, below: QRect) -> None:
        px, high = self._theme.px, below.height()
        self.count.setGeometry(count)
        side = min(high, below.width() * 4 // 10)
        self.ring.setGeometry(below.width() - side, below.top() + (high - side) // 2, side, side)
        room = below.width() - side - px(12)
        word, breath = min(px(94), high * 57 // 100), min(px(44), high * 27 // 100)
        dots = min(px(26), high * 16 // 100)
        air = (below.top() - count.bottom() - 1) // 2  # of which the word has its own
        top = below.top() - air
        self.word.setGeometry(0, top, room, word)
        self.breath.setGeometry(0, top + word, room, breath)
        self.dots.setGeometry(0, below.bottom() + 1 - dots, room, dots)
