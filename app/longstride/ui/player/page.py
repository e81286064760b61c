"""The player: what the voice leads, shown at the same moment.

Values come in (``open``, ``show_*``), intentions go out (signals); there is no clock here.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
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
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.script import BACK_TO_FULL, GOING_LIGHTER
from longstride.core.timeline.timeline import Moment, Span, SpanPhase, Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player import words as player_words
from longstride.ui.player.caption import Caption
from longstride.ui.player.drill import PlayerDrill
from longstride.ui.player.fade import Fade, Fading
from longstride.ui.player.flow_strip import FlowStrip
from longstride.ui.player.header import PlayerHeader
from longstride.ui.player.keys import give_keys
from longstride.ui.player.preparing import Preparing
from longstride.ui.player.told import told
from longstride.ui.player.transport import Transport
from longstride.ui.player.volume_bar import VolumeBar
from longstride.ui.player.work_panel import WorkPanel
from longstride.ui.widgets.fit_text import FitText

PAUSED = "Paused"


class PlayerPage(QWidget):
    """The whole window while a flow runs.

    ``tells_steps`` lets a screen reader say each step; leave it off where the program's own
    voice does the talking. What that voice cannot say, such as that it is lost, is always told.
    """

    play_pause = Signal()
    next_step = Signal()
    previous_step = Signal()
    seek = Signal(int)
    lighter = Signal()
    volume = Signal(int)
    louder = Signal()
    softer = Signal()
    help = Signal()
    fullscreen = Signal()
    leave = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tells_steps = False
        self._outer = theme
        self._look = Theme(theme.palette, theme.scale, theme.reduced_motion, self)
        self._flow: Flow | None = None
        self._timeline: Timeline | None = None
        self._moment: Moment | None = None
        self._told: Span | None = None  # what a screen reader has heard of last
        self._playing = self._waiting = self._finished = self._lighter = False
        self._segment: int | None = None
        self._make_parts()
        give_keys(self)
        self.louder.connect(lambda: self._turn(1))
        self.softer.connect(lambda: self._turn(-1))
        controls: tuple[Fading, ...] = (
            *self._transport.buttons,
            *self._header.buttons,
            self._volume,
        )
        self.fade = Fade(controls, self)
        self.fade.gone.connect(self._show_pointer)
        theme.changed.connect(self._arrange)
        for part in self.findChildren(QWidget):
            part.setMouseTracking(True)
        self.setMouseTracking(True)

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures of drills by id; a drill without one is shown in words."""
        self._drill.figures = figures
        if self._moment is not None:
            self._show_span(self._moment)

    def open(self, flow: Flow, timeline: Timeline, position: int = 0) -> None:
        """Take up a flow at a position in ms, or the same one compiled anew."""
        if self._flow is None or self._flow.id != flow.id:
            self._told = None
        self._flow, self._timeline, self._moment = flow, timeline, None
        self.setAccessibleName(f"{flow.title}, under way")
        self._header.title.show_text(flow.title)
        names = tuple(step.drill.name for step in flow.steps)
        self._strip.show_flow(timeline.step_starts, timeline.duration, names)
        self.show_moment(timeline.at(position))

    def show_moment(self, moment: Moment) -> None:
        """Show a position; cheap enough for every frame, since only what changed is painted."""
        before, self._moment = self._moment, moment
        if before is None or before.span is not moment.span:
            self._show_span(moment)
            self._tell_step(moment)
        if before is None or before.breath is not moment.breath or before.span is not moment.span:
            self._show_dots(moment)
        if before is None or before.caption is not moment.caption:
            self._show_said(moment)
        self._show_position(moment)

    def show_state(self, playing: bool, waiting: bool, finished: bool) -> None:
        """Show whether the flow runs, waits for the athlete, has ended, or (none) is paused."""
        if (playing, waiting) != (self._playing, self._waiting) and not (playing or finished):
            self._tell(player_words.READY if waiting else PAUSED)
        self._playing, self._waiting, self._finished = playing, waiting, finished
        self._transport.show_playing(playing)
        self._show_stop()
        self._wake()

    def show_lighter(self, on: bool) -> None:
        """Show whether the rest of the flow has been made lighter."""
        if on != self._lighter:
            self._tell(GOING_LIGHTER if on else BACK_TO_FULL)
        self._lighter = on
        self._transport.show_lighter(on)

    def show_volume(self, percent: int) -> None:
        """Show how loud Longstride is."""
        self._volume.show_volume(percent)

    def show_notice(self, text: str | None) -> None:
        """Show a lasting state such as a missing voice, or none."""
        self._header.show_notice(text)
        if text:
            self.announce(text)

    def show_progress(self, done: int, total: int | None) -> None:
        """Show how many sentences of the voice are prepared; ``total`` None when all are."""
        self._preparing.show_progress(done, total)
        self._arrange()

    def announce(self, text: str) -> None:
        """Have a screen reader say a text."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # What the moment changes

    def _show_span(self, moment: Moment) -> None:
        flow, timeline, _ = self._opened()
        span = moment.span
        self._header.step.show_text(f"Step {span.step + 1} of {len(flow.steps)}")
        self._drill.show_span(flow, timeline, moment)
        text = player_words.panel_text(flow, timeline, moment, drawn=self._drill.drawn)
        self._panel.show_work(text)
        self._segment = player_words.segment_of(moment)
        self._next.show_text(player_words.next_text(flow, timeline, span))
        self._show_stop()

    def _show_dots(self, moment: Moment) -> None:
        now, total, noun = player_words.dots_of(self._opened()[1], moment)
        self._panel.dots.show_reps(now, total, noun, "sea" if noun == "breath" else "coral")

    def _show_said(self, moment: Moment) -> None:
        step = self._opened()[2]
        self._caption.show_said(moment.caption.text if moment.caption else "")
        self._drill.card.show_lit(
            player_words.lit_cue(step.cues or step.drill.cues, moment.caption)
        )

    def _show_position(self, moment: Moment) -> None:
        timeline = self._opened()[1]
        self._panel.show_count(player_words.count_of(moment))
        inhale = None if moment.breath is None else moment.breath.kind is BreathKind.IN
        self._panel.show_breath(inhale, moment.breath_fraction)
        if self._segment is not None:
            self._panel.tempo.show_at(self._segment, moment.fraction)
        self._drill.show_moment(timeline, moment)
        self._strip.show_position(moment.position)
        self._header.show_left(timeline.duration - moment.position)

    def _show_stop(self) -> None:
        closing = self._moment is not None and self._moment.span.phase is SpanPhase.CLOSE
        done = player_words.DONE if closing or self._finished else ""
        self._panel.show_statement(player_words.READY if self._waiting else done)
        if self._finished:
            self._panel.show_stopped("Finished")
        elif self._waiting:
            self._panel.show_stopped("Take your time")
        elif not self._playing:
            self._panel.show_stopped(PAUSED, "Press space to go on")
        else:
            self._panel.show_stopped("")

    def _tell_step(self, moment: Moment) -> None:
        flow, timeline, _ = self._opened()
        self._tell(told(flow, timeline, self._told, moment.span))
        self._told = moment.span

    def _tell(self, text: str) -> None:
        """Have it said, where a screen reader does the talking."""
        if text and self.tells_steps:
            self.announce(text)

    def _opened(self) -> tuple[Flow, Timeline, Step]:
        """Return what is open and the step of the moment."""
        assert self._flow and self._timeline and self._moment, "show_moment comes after open"
        return self._flow, self._timeline, self._flow.steps[self._moment.span.step]

    # The window around it

    def _make_parts(self) -> None:
        look = self._look
        self._header = PlayerHeader(look, self)
        self._drill = PlayerDrill(look, self)
        self._panel = WorkPanel(look, self)
        self._caption = Caption(look, self)
        self._next = FitText(look, 15, 13, role="quiet", parent=self)
        self._preparing = Preparing(look, self)
        self._transport = Transport(look, self)
        self._volume = VolumeBar(look, self)
        self._volume.valueChanged.connect(self.volume)
        self._strip = FlowStrip(look, self)
        self._strip.seek.connect(self.seek)
        self._header.help.connect(self.help)
        self._header.fullscreen.connect(self.fullscreen)
        self._header.leave.connect(self.leave)
        for name in ("play_pause", "next_step", "previous_step", "lighter"):
            getattr(self._transport, name).connect(getattr(self, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Place the parts; in a window larger than 1440x900 everything grows with it."""
        wide, high = self.width(), self.height()
        self._look.change(self._outer.palette, self._scale(), self._outer.reduced_motion)
        px = self._look.px
        edge = min(px(40), wide // 36)
        inner = wide - 2 * edge
        strip, line = px(20), px(24)
        row = min(px(72), high // 8)
        bottom = high - edge + (strip - px(8)) // 2  # the bar, not its margin, meets the edge
        self._strip.setGeometry(edge, bottom - strip, inner, strip)
        self._arrange_line(edge, bottom - strip - line, inner, line)
        low = bottom - strip - line - min(px(16), high // 40) - row
        self._arrange_row(edge, low, inner, row)
        head = min(px(56), high // 11)
        self._header.setGeometry(edge, edge, inner, head)
        top, gap = edge + head, min(px(36), high * 100 // (30 * max(100, self._look.scale)))
        middle = low - top - 2 * gap
        left = wide * 52 // 100 - edge
        self._drill.arrange(QRect(edge, top, left, middle + 2 * gap), gap)
        right = wide * 595 // 1000
        self._panel.setGeometry(right, top + gap, wide - edge - right, middle)

    def _arrange_line(self, left: int, top: int, wide: int, high: int) -> None:
        """Place what comes next, how far the voice is prepared, and the volume."""
        gap, right = self._look.px(8), left + wide
        loud = min(self._look.px(150), wide // 6)
        self._volume.setGeometry(right - loud, top, loud, high)
        wait = 0 if self._preparing.isHidden() else wide * 44 // 100
        self._preparing.setGeometry(right - loud - gap - wait, top, wait, high)
        self._next.setGeometry(left, top, wide - loud - wait - 2 * gap, high)

    def _arrange_row(self, left: int, top: int, wide: int, high: int) -> None:
        size = self._transport.size_for(high)
        self._transport.setGeometry(left + wide - size.width(), top, size.width(), high)
        pad = high // 12
        room = min(wide - size.width() - self._look.px(24), self.width() * 555 // 1000)
        self._caption.setGeometry(left, top + pad, room, high - 2 * pad)

    def _scale(self) -> int:
        """Return the scale in per cent: the athlete's, grown with the window, as far as it fits."""
        wide, high = self.width(), self.height()
        grown = self._outer.scale * max(1.0, min(wide / 1440, high / 900))
        return max(50, int(min(grown, 100 * wide / 683, 100 * high / 384)))

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

    def _turn(self, steps: int) -> None:
        self._volume.turn(steps)
        self._wake()

    def _show_pointer(self, gone: bool) -> None:
        if gone:
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.unsetCursor()
