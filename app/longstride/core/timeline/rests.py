"""A rest between two sets: how long it still is, then what comes."""

from collections.abc import Sequence

from longstride.core.durations import round_up
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.phrases import Phrases
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import Said
from longstride.core.timeline.timeline import SpanPhase
from longstride.core.timeline.writer import FREE_SECOND, PAUSE, Line, Rank, TimelineWriter

TOLD_REST = 40_000  # ms from which on a rest tells its time, lest it be mute for half a minute
APART = 3000


def write_rest(
    writer: TimelineWriter, bout: Bout, coming: Sequence[Said], end: int, phrases: Phrases
) -> None:
    """Write a rest before a bout up to its "ready"; ``end`` is where its first words end."""
    now = writer.now
    lines = [said for said in coming if said.text]
    needed = sum(writer.length(said.text).ms + PAUSE for said in lines) + FREE_SECOND
    rest_end = now + round_up(max(bout.room, end + needed - now))
    if bout.room >= TOLD_REST and lines:
        for left, text in (
            (60_000, phrases.one_minute),
            (30_000, phrases.half_a_minute),
            (10_000, phrases.ten_seconds),
        ):
            at = rest_end - left
            if at >= end + APART:
                line = Line(at, Rank.MARK, Role.REST, text, windows=((at, at + 1000),))
                writer.place(line, rest_end - needed)
    end = writer.say_all(lines, max(end, rest_end - needed))
    writer.span(bout, SpanPhase.REST, max(rest_end, end + PAUSE))
