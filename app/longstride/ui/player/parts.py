"""What stands on the player's page, where, and what a moment changes of it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import plain_cues
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.timeline import Moment, Timeline
from longstride.ui.look.theme import Theme
from longstride.ui.player import words as player_words
from longstride.ui.player.drill import PlayerDrill
from longstride.ui.player.flow_strip import FlowStrip
from longstride.ui.player.get_ready import PREPARING, left_until_work
from longstride.ui.player.header import PlayerHeader
from longstride.ui.player.place_row import PlaceRow
from longstride.ui.player.run_line import RunLine
from longstride.ui.player.transport import Transport
from longstride.ui.player.volume_bar import VolumeBar
from longstride.ui.player.work_panel import WorkPanel
from longstride.ui.widgets.fit_text import FitText, wrapped


class PlayerParts:
    """The widgets on a page, which owns them."""

    def __init__(self, look: Theme, page: QWidget) -> None:
        self._look = look
        self._segment: int | None = None
        self._preparing = False
        self.header = PlayerHeader(look, page)
        self.drill = PlayerDrill(look, page)
        self.panel = WorkPanel(look, page)
        self.next = RunLine(look, 30, page)
        self.notice = FitText(look, 30, 13, role="amber", parent=page)
        self.notice.hide()
        self.transport = Transport(look, page)
        self.places = PlaceRow(look, page)
        self.volume = VolumeBar(look, page)
        self.strip = FlowStrip(look, page)

    def show_span(self, flow: Flow, timeline: Timeline, moment: Moment) -> None:
        """Show what stays as it is through a span."""
        span = moment.span
        self.header.show_step(flow.title, span.step + 1, len(flow.steps))
        self.drill.show_span(flow, timeline, moment)
        self.panel.show_work(player_words.panel_text(flow, timeline, moment))
        self._segment = player_words.segment_of(moment)
        self._preparing = span.phase in PREPARING
        self.next.show_runs(player_words.next_runs(flow, timeline, span))

    def show_dots(self, timeline: Timeline, moment: Moment) -> None:
        """Show which repetition or breath it is."""
        now, total, noun = player_words.dots_of(timeline, moment)
        self.panel.dots.show_reps(now, total, noun, "sea" if noun == "breath" else "coral")

    def show_said(self, step: Step, moment: Moment) -> None:
        """Show what is said, and which cue it is."""
        self.drill.show_said(moment.caption)
        cues = plain_cues(step.cues or step.drill.cues)
        self.drill.card.show_lit(player_words.lit_cue(cues, moment.caption))

    def show_position(self, timeline: Timeline, moment: Moment) -> None:
        """Show what is another at every position."""
        if self._preparing:
            self.panel.until.show_left(*left_until_work(timeline, moment))
        else:
            self.panel.show_count(player_words.count_of(moment))
        inhale = None if moment.breath is None else moment.breath.kind is BreathKind.IN
        self.panel.show_breath(inhale, moment.breath_fraction)
        if self._segment is not None:
            self.panel.show_phase(self._segment, moment.fraction)
        self.drill.show_moment(timeline, moment)
        self.strip.show_position(moment.position)
        self.header.show_left(timeline.duration - moment.position)

    def show_notice(self, text: str | None) -> None:
        """Show a lasting state such as "No voice was found", or nothing."""
        self.notice.show_text(text or "")
        self.notice.setVisible(bool(text))

    def arrange(self, size: QSize) -> None:
        """Place everything on a page of a size, from its edges inwards."""
        wide, high, px = size.width(), size.height(), self._look.px
        edge = min(px(40), wide // 36)
        inner, right = wide - 2 * edge, wide * 594 // 1000
        top = self._arrange_top(QRect(edge, edge - px(8), inner, min(px(44), high // 14)))
        low = self._arrange_foot(QRect(edge, 0, inner, high - edge))
        row = min(px(76), high // 8)
        buttons = self.transport.size_for(row, wide - edge - right)
        left = wide - edge - buttons.width()
        self.transport.setGeometry(left, low - row, buttons.width(), row)
        gap = min(px(14), high // 50)
        self.panel.setGeometry(right, top + gap, wide - edge - right, low - row - top - 2 * gap)
        room = min(right, left) - edge - min(px(24), wide // 48)
        place = QRect(edge, top, room, low - top)
        self.drill.arrange(place, min(room, wide * 52 // 100 - edge), gap)

    def _arrange_top(self, line: QRect) -> int:
        """Place the header and a notice below it; return where they end."""
        self.header.setGeometry(line)
        left, low, wide = line.left(), line.bottom() + 1, line.width()
        high = 0
        if not self.notice.isHidden():
            needed = wrapped(self.notice.text(), self._look.font(30), wide).height()
            high = min(2 * line.height(), needed)
        self.notice.setGeometry(left, low, wide, high)
        return low + high

    def _arrange_foot(self, page: QRect) -> int:
        """Place the strip, and above it what comes next and places to name; return their top."""
        px, left, inner = self._look.px, page.left(), page.width()
        strip, line = px(20), min(px(40), page.height() // 18)
        low = page.bottom() + 1 + (strip - px(8)) // 2  # the bar, not its margin, meets the edge
        self.strip.setGeometry(left, low - strip, inner, strip)
        loud, low = min(px(150), inner // 6), low - strip - line - min(px(8), page.height() // 90)
        self.volume.setGeometry(left + inner - loud, low, loud, line)
        self.next.setGeometry(left, low, inner - loud - px(16), line)
        asked = self.places.height_for(page.height())
        self.places.setGeometry(left, low - asked, inner, asked)
        return low - asked - min(px(8), page.height() // 90)


def scale_in(size: QSize, outer: int) -> int:
    """Return the scale in per cent: the athlete's, grown with the page, as far as it fits."""
    wide, high = size.width(), size.height()
    grown = outer * max(1.0, min(wide / 1440, high / 900))
    return max(50, int(min(grown, 100 * wide / 683, 100 * high / 384)))
