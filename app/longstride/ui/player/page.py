"""The player: what the voice leads, shown at the same moment.

Values come in (``open``, ``show_*``), intentions go out (signals); there is no clock here.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from longstride.core.figure.figure import Figure
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.timeline import Moment, Span, SpanPhase, Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player import words as player_words
from longstride.ui.player.fade import Fade, Fading
from longstride.ui.player.keys import give_keys
from longstride.ui.player.parts import PlayerParts, scale_in
from longstride.ui.player.place_row import ASKED
from longstride.ui.player.told import told

PAUSED = "Paused"


class PlayerPage(QWidget):
    """The whole window while a flow runs.

    ``tells_steps`` lets a screen reader say each step; leave it off where the program's own
    voice does the talking. What that voice cannot say, such as that it is lost, is always told.
    ``counts`` is whether enough was done for the session to count, when the closing words come.
    """

    play_pause = Signal()
    next_step = Signal()
    previous_step = Signal()
    seek = Signal(int)
    lighter = Signal()
    hurts = Signal()
    named = Signal(int)
    words = Signal()
    volume = Signal(int)
    louder = Signal()
    softer = Signal()
    help = Signal()
    fullscreen = Signal()
    leave = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tells_steps = False
        self.counts = True
        self._outer = theme
        self._look = Theme(theme.palette, theme.scale, theme.reduced_motion, self, theme.figure)
        self._flow: Flow | None = None
        self._timeline: Timeline | None = None
        self.moment: Moment | None = None
        self._told: Span | None = None  # what a screen reader has heard of last
        self._playing = self._waiting = self._finished = self._lighter = False
        self._less: bool | None = None  # said than everything; None before the flow has begun
        self.parts = PlayerParts(self._look, self)
        self._connect()
        give_keys(self)
        self.louder.connect(lambda: self.parts.volume.turn(1))
        self.softer.connect(lambda: self.parts.volume.turn(-1))
        controls: tuple[Fading, ...] = (
            *self.parts.transport.fading,
            *self.parts.header.buttons,
            self.parts.volume,
        )
        self.fade = Fade(controls, self)
        self.fade.gone.connect(self._show_pointer)
        for wish in (self.louder, self.softer):
            wish.connect(self._wake)
        theme.changed.connect(self._arrange)
        for part in self.findChildren(QWidget):
            part.setMouseTracking(True)
        self.setMouseTracking(True)

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures of drills by id; a drill without one is shown in words."""
        self.parts.drill.figures = figures
        if self.moment is not None:
            self._show_span(self.moment)

    def open(self, flow: Flow, timeline: Timeline, position: int = 0) -> None:
        """Take up a flow at a position in ms, or the same one compiled anew."""
        if self._flow is None or self._flow.id != flow.id:
            self._told = None
        self._flow, self._timeline, self.moment = flow, timeline, None
        self.setAccessibleName(f"{flow.title}, under way")
        names = tuple(step.drill.name for step in flow.steps)
        self.parts.strip.show_flow(timeline.step_starts, timeline.duration, names)
        self.show_moment(timeline.at(position))

    def show_moment(self, moment: Moment) -> None:
        """Show a position; cheap enough for every frame, since only what changed is painted."""
        before, self.moment = self.moment, moment
        flow, timeline, step = self._opened()
        if before is None or before.span is not moment.span:
            self._show_span(moment)
            self._tell(told(flow, timeline, self._told, moment.span))
            self._told = moment.span
        if before is None or before.breath is not moment.breath or before.span is not moment.span:
            self.parts.show_dots(timeline, moment)
        if before is None or before.caption is not moment.caption or before.span is not moment.span:
            self.parts.show_said(step, moment)
        self.parts.show_position(timeline, moment)

    def show_state(self, playing: bool, waiting: bool, finished: bool) -> None:
        """Show whether the flow runs, waits for the athlete, has ended, or (none) is paused."""
        if (playing, waiting) != (self._playing, self._waiting) and not (playing or finished):
            self._tell(player_words.READY if waiting else PAUSED)
        self._playing, self._waiting, self._finished = playing, waiting, finished
        self.parts.transport.show_playing(playing)
        self._show_stop()
        self._wake()

    def show_lighter(self, on: bool) -> None:
        """Show whether the rest of the flow has been made lighter."""
        if on != self._lighter:
            self._tell(player_words.LIGHTER if on else player_words.FULL)
        self._lighter = on
        self.parts.transport.show_lighter(on)

    def show_words(self, less: bool) -> None:
        """Show whether less than everything is said."""
        if self._less is not None and less != self._less:
            self._tell(player_words.LESS if less else player_words.EVERYTHING)
        self._less = less
        self.parts.header.show_words(less)

    def show_volume(self, percent: int) -> None:
        """Show how loud Longstride is."""
        self.parts.volume.show_volume(percent)

    def show_notice(self, text: str | None) -> None:
        """Show a lasting state such as a missing voice, or none."""
        self.parts.show_notice(text)
        self._arrange()
        if text:
            self.announce(text)

    def show_places(self, places: tuple[str, ...]) -> None:
        """Offer places of which one may be named as what hurts, or none."""
        self.parts.places.show_places(places)
        self._arrange()
        if places:
            self.announce(ASKED)

    def show_progress(self, done: int, total: int | None) -> None:
        """Show how many sentences of the voice are prepared; ``total`` None when all are."""
        self.parts.header.show_progress(done, total)

    def announce(self, text: str) -> None:
        """Have a screen reader say a text."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _show_span(self, moment: Moment) -> None:
        flow, timeline, _ = self._opened()
        self.parts.show_span(flow, timeline, moment)
        self._show_stop()

    def _show_stop(self) -> None:
        closing = self.moment is not None and self.moment.span.phase is SpanPhase.CLOSE
        end = player_words.DONE if self.counts else player_words.OVER
        done = end if closing or self._finished else ""
        self.parts.panel.show_statement(player_words.READY if self._waiting else done)
        if self._finished:
            self.parts.panel.show_stopped("Finished")
        elif self._waiting:
            self.parts.panel.show_stopped("Take your time")
        elif not self._playing:
            self.parts.panel.show_stopped(PAUSED, "Press space to go on")
        else:
            self.parts.panel.show_stopped("")

    def _tell(self, text: str) -> None:
        """Have it said, where a screen reader does the talking."""
        if text and self.tells_steps:
            self.announce(text)

    def _opened(self) -> tuple[Flow, Timeline, Step]:
        """Return what is open and the step of the moment."""
        assert self._flow and self._timeline and self.moment, "show_moment comes after open"
        return self._flow, self._timeline, self._flow.steps[self.moment.span.step]

    # The window around it

    def _connect(self) -> None:
        parts = self.parts
        parts.volume.valueChanged.connect(self.volume)
        parts.strip.seek.connect(self.seek)
        parts.places.named.connect(self.named)
        parts.header.words.connect(self.words)
        parts.header.help.connect(self.help)
        parts.header.fullscreen.connect(self.fullscreen)
        parts.header.leave.connect(self.leave)
        for name in ("play_pause", "next_step", "previous_step", "lighter", "hurts"):
            getattr(parts.transport, name).connect(getattr(self, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Place the parts; in a window larger than 1440x900 everything grows with it."""
        outer, scale = self._outer, scale_in(self.size(), self._outer.scale)
        self._look.change(outer.palette, scale, outer.reduced_motion, outer.figure)
        self.parts.arrange(self.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._look.color("ground"))

    def showEvent(self, event: QShowEvent) -> None:
        self.setFocus()
        self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        self.fade.stop()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._wake()
        event.ignore()

    def _wake(self) -> None:
        still = self._look.reduced_motion
        self.fade.wake(self._playing and self.isVisible() and not still)

    def _show_pointer(self, gone: bool) -> None:
        """Show it or not: an open hand over the figure, which can be turned."""
        figure = self.parts.drill.figure
        if gone:
            self.setCursor(Qt.CursorShape.BlankCursor)
            figure.unsetCursor()
        else:
            self.unsetCursor()
            figure.setCursor(Qt.CursorShape.OpenHandCursor)
