"""The left half of the player: the drill as a figure, or in words where it has none."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from longstride.core.flow.flow import Flow
from longstride.core.timeline.timeline import Cue, Moment, SpanPhase, Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player import words as player_words
from longstride.ui.player.caption import Caption
from longstride.ui.player.drill_words import DrillWords
from longstride.ui.player.figure import Figures, scene
from longstride.ui.player.figure_frame import FigureFrame
from longstride.ui.player.get_ready import lit_sentences, setup_sentences
from longstride.ui.player.setup_words import SetupWords

_MOST = 0.34  # of the height for the set-up while it is there,
_MOST_CLOSING = 0.7  # and for the closing words, with no figure above them
_SAID, _SAID_THEN = 112, 76  # px at 100 % for what was said: three lines, and two below a set-up
_GAP = 12  # px at 100 % above the set-up, and below it where something was said
_GONE = 0.75  # of the room the words had is left when they are gone: none is covered


class PlayerDrill(QWidget):
    """Shows what a moment's drill looks like, and below it how to get there and what was said.

    ``figures`` are by the drills' ids.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: Figures = {}
        self._theme = theme
        self._figure_wide = 0
        self._inset = 0
        self._words = 0.0  # how far the place of the set-up is open
        self._most = _MOST  # of the height
        self._sentences: tuple[str, ...] = ()
        self.card = DrillWords(theme, self)
        self.figure = FigureFrame(theme, self)
        self.setup = SetupWords(theme, self)
        self.caption = Caption(theme, self)
        self.figure.hide()

    @property
    def drawn(self) -> bool:
        """Whether the drill is shown as a figure."""
        return not self.figure.isHidden()

    def show_span(self, flow: Flow, timeline: Timeline, moment: Moment) -> None:
        """Show the drill of a span that begins at a moment."""
        self._sentences = setup_sentences(flow, timeline, moment.span)
        self._most = _MOST_CLOSING if moment.span.phase is SpanPhase.CLOSE else _MOST
        self.setup.show_sentences(self._sentences)
        drawn = self.show_moment(timeline, moment)
        self._arrange()
        text = player_words.drill_text(flow, moment.span)
        if drawn:
            self.figure.setText(str(text))
        else:
            self.card.show_drill(text)
        self.figure.setVisible(drawn)
        self.card.setVisible(not drawn)

    def show_said(self, said: Cue | None) -> None:
        """Show what was said last: in the set-up where it stands there, else below."""
        lit = lit_sentences(self._sentences, said) if self._words else frozenset()
        self.setup.show_lit(lit)
        self.caption.show_said("" if lit or said is None else said.text)

    def show_moment(self, timeline: Timeline, moment: Moment) -> bool:
        """Show a moment; return whether there is a figure to show it."""
        now = scene(timeline, moment, self.figures, still=self._theme.reduced_motion)
        if now is None:
            self._open(float(not moment.span.phase.is_work))
            return False
        self._open(now.words)
        before = None if now.before is None else (now.before.figure, now.before.stance)
        picture = (now.shot.figure, now.shot.stance)
        grows = 0.0 < now.words < 1.0
        self.figure.show_figure(picture, before, now.come, now.arc, grows=grows)
        return True

    def arrange(self, place: QRect, figure_wide: int, inset: int) -> None:
        """Take a place, of which a figure has so many px of the width.

        A card of words keeps ``inset`` px from its top and bottom.
        """
        self._figure_wide, self._inset = figure_wide, inset
        self.setGeometry(place)
        self._arrange()

    def _open(self, words: float) -> None:
        """Open the place of the set-up so far (0-1)."""
        if words != self._words:
            self._words = words
            self.setup.show_strength(max(0.0, (words - _GONE) / (1 - _GONE)))
            self._arrange()

    def _arrange(self) -> None:
        """Stand what was said on the ground, the set-up above it, and the figure above both."""
        wide, high, px = self.width(), self.height(), self._theme.px
        said, then = min(px(_SAID), high // 6), min(px(_SAID_THEN), high // 8)
        gap = min(px(_GAP), high // 40)
        told = self.setup.height_in(wide, round(high * self._most)) if self._sentences else 0
        self.setup.setGeometry(0, high - then - gap - told, wide, told)
        self.setup.setVisible(self._words > _GONE)
        low = then if self._words else said
        self.caption.setGeometry(0, high - low, wide, low)
        opened = max(0, told + then + 2 * gap - said)
        upper = high - said - round(opened * min(1.0, self._words / _GONE))
        self.figure.setGeometry(0, 0, self._figure_wide, upper)
        self.card.setGeometry(0, self._inset, self._figure_wide, upper - 2 * self._inset)
