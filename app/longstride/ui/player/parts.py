"""What stands on the player's page, where, and what a moment changes of it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import plain_cues
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.timeline import Moment, Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player import words as player_words
from longstride.ui.player.caption import Caption
from longstride.ui.player.drill import PlayerDrill
from longstride.ui.player.flow_strip import FlowStrip
from longstride.ui.player.header import PlayerHeader
from longstride.ui.player.place_row import PlaceRow
from longstride.ui.player.preparing import Preparing
from longstride.ui.player.transport import Transport
from longstride.ui.player.volume_bar import VolumeBar
from longstride.ui.player.work_panel import WorkPanel
from longstride.ui.widgets.fit_text import FitText


class PlayerParts:
    """The widgets on a page, which owns them."""

    def __init__(self, look: Theme, page: QWidget) -> None:
        self._look = look
        self._segment: int | None = None
        self.header = PlayerHeader(look, page)
        self.drill = PlayerDrill(look, page)
        self.panel = WorkPanel(look, page)
        self.caption = Caption(look, page)
        self.next = FitText(look, 15, 13, role="quiet", parent=page)
        self.preparing = Preparing(look, page)
        self.transport = Transport(look, page)
        self.places = PlaceRow(look, page)
        self.volume = VolumeBar(look, page)
        self.strip = FlowStrip(look, page)

    def show_span(self, flow: Flow, timeline: Timeline, moment: Moment) -> None:
        """Show what stays as it is through a span."""
        span = moment.span
        self.header.step.show_text(f"Step {span.step + 1} of {len(flow.steps)}")
        self.drill.show_span(flow, timeline, moment)
        text = player_words.panel_text(flow, timeline, moment, drawn=self.drill.drawn)
        self.panel.show_work(text)
        self._segment = player_words.segment_of(moment)
        self.next.show_text(player_words.next_text(flow, timeline, span))

    def show_dots(self, timeline: Timeline, moment: Moment) -> None:
        """Show which repetition or breath it is."""
        now, total, noun = player_words.dots_of(timeline, moment)
        self.panel.dots.show_reps(now, total, noun, "sea" if noun == "breath" else "coral")

    def show_said(self, step: Step, moment: Moment) -> None:
        """Show what is said, and which cue it is."""
        self.caption.show_said(moment.caption.text if moment.caption else "")
        cues = plain_cues(step.cues or step.drill.cues)
        self.drill.card.show_lit(player_words.lit_cue(cues, moment.caption))

    def show_position(self, timeline: Timeline, moment: Moment) -> None:
        """Show what is another at every position."""
        self.panel.show_count(player_words.count_of(moment))
        inhale = None if moment.breath is None else moment.breath.kind is BreathKind.IN
        self.panel.show_breath(inhale, moment.breath_fraction)
        if self._segment is not None:
            self.panel.tempo.show_at(self._segment, moment.fraction)
        self.drill.show_moment(timeline, moment)
        self.strip.show_position(moment.position)
        self.header.show_left(timeline.duration - moment.position)

    def arrange(self, size: QSize) -> None:
        """Place everything on a page of a size."""
        wide, high = size.width(), size.height()
        px = self._look.px
        edge = min(px(40), wide // 36)
        inner = wide - 2 * edge
        strip, line = px(20), px(24)
        row = min(px(84), high // 8)
        bottom = high - edge + (strip - px(8)) // 2  # the bar, not its margin, meets the edge
        self.strip.setGeometry(edge, bottom - strip, inner, strip)
        self._arrange_line(edge, bottom - strip - line, inner, line)
        low = bottom - strip - line - min(px(16), high // 40) - row
        self._arrange_row(QRect(edge, low, inner, row), wide * 555 // 1000)
        asked = self.places.height_for(high)
        self.places.setGeometry(edge, low - asked, inner, asked)
        low -= asked
        head = min(px(56), high // 11)
        self.header.setGeometry(edge, edge, inner, head)
        top, gap = edge + head, min(px(36), high * 100 // (30 * max(100, self._look.scale)))
        middle = low - top - 2 * gap
        left = wide * 52 // 100 - edge
        self.drill.arrange(QRect(edge, top, left, middle + 2 * gap), gap)
        right = wide * 595 // 1000
        self.panel.setGeometry(right, top + gap, wide - edge - right, middle)

    def _arrange_line(self, left: int, top: int, wide: int, high: int) -> None:
        """Place what comes next, how far the voice is prepared, and the volume."""
        gap, right = self._look.px(8), left + wide
        loud = min(self._look.px(150), wide // 6)
        self.volume.setGeometry(right - loud, top, loud, high)
        wait = 0 if self.preparing.isHidden() else wide * 44 // 100
        self.preparing.setGeometry(right - loud - gap - wait, top, wait, high)
        self.next.setGeometry(left, top, wide - loud - wait - 2 * gap, high)

    def _arrange_row(self, row: QRect, most: int) -> None:
        """Place what is said, at most so many px wide, and the buttons beside it."""
        left, top, wide, high = row.x(), row.y(), row.width(), row.height()
        size = self.transport.size_for(high, wide - most - self._look.px(24))
        self.transport.setGeometry(left + wide - size.width(), top, size.width(), high)
        pad = high // 12
        room = min(wide - size.width() - self._look.px(24), most)
        self.caption.setGeometry(left, top + pad, room, high - 2 * pad)


def scale_in(size: QSize, outer: int) -> int:
    """Return the scale in per cent: the athlete's, grown with the page, as far as it fits."""
    wide, high = size.width(), size.height()
    grown = outer * max(1.0, min(wide / 1440, high / 900))
    return max(50, int(min(grown, 100 * wide / 683, 100 * high / 384)))
