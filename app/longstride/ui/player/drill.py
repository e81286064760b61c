"""The left half of the player: the drill as a figure, or in words where it has none."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from longstride.core.flow.drill import Side
from longstride.core.flow.flow import Flow
from longstride.core.timeline.timeline import Moment, Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player import words as player_words
from longstride.ui.player.drill_words import DrillWords
from longstride.ui.player.figure import Figures, scene
from longstride.ui.player.figure_frame import FigureFrame


class PlayerDrill(QWidget):
    """Shows what a moment's drill looks like. ``figures`` are by the drills' ids."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: Figures = {}
        self._theme = theme
        self.card = DrillWords(theme, self)
        self.figure = FigureFrame(theme, self)
        self.figure.hide()

    @property
    def drawn(self) -> bool:
        """Whether the drill is shown as a figure."""
        return not self.figure.isHidden()

    def show_span(self, flow: Flow, timeline: Timeline, moment: Moment) -> None:
        """Show the drill of a span that begins at a moment."""
        drawn = self.show_moment(timeline, moment)
        text = player_words.drill_text(flow, moment.span)
        if drawn:
            self.figure.setText(str(text))
            seen = player_words.seen_step(flow, timeline, moment.span)
            self.figure.show_words(seen.drill.shown_setup(moment.span.side or Side.LEFT))
        else:
            self.card.show_drill(text, not moment.span.phase.is_work)
        self.figure.setVisible(drawn)
        self.card.setVisible(not drawn)

    def show_moment(self, timeline: Timeline, moment: Moment) -> bool:
        """Show a moment; return whether there is a figure to show it."""
        now = scene(timeline, moment, self.figures, still=self._theme.reduced_motion)
        if now is None:
            return False
        before = None if now.before is None else (now.before.figure, now.before.stance)
        picture = (now.shot.figure, now.shot.stance)
        self.figure.show_figure(picture, before, now.come, now.words, now.arc)
        return True

    def arrange(self, place: QRect, inset: int) -> None:
        """Take a place; the words keep ``inset`` px from its top and bottom, a figure nothing."""
        self.setGeometry(place)
        self.figure.setGeometry(0, 0, place.width(), place.height())
        self.card.setGeometry(0, inset, place.width(), place.height() - 2 * inset)
