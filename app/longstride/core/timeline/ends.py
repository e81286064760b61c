"""How a flow begins and ends: its opening, the movement before and after the work, its closing."""

from collections.abc import Iterable
from typing import NamedTuple

from longstride.core.flow.flow import Flow
from longstride.core.flow.position import Height, Position, quiet_between
from longstride.core.timeline import script
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import Said
from longstride.core.timeline.sounds import write_sounds
from longstride.core.timeline.timeline import SpanPhase
from longstride.core.timeline.writer import FREE_SECOND, PAUSE, TimelineWriter

SILENCE = 500  # sleeping sound devices swallow the first word; only a soft tone wakes them
DOING_PAUSE = 2500  # after each sentence of a movement that is done while it is told
REMEMBERING = 1500
CLOSE_LENGTH = 4000


class Opened(NamedTuple):
    """What an opening has come to.

    ``pause`` is how many ms after now the first drill is named, ``where`` the position by then,
    ``waits`` where the flow waits in it, ``sounds_until`` where the tones have been explained.
    """

    pause: int
    where: Position
    waits: tuple[int, ...] = ()
    sounds_until: int = 0


def write_opening(writer: TimelineWriter, flow: Flow, bout: Bout, coaching: Coaching) -> Opened:
    """Write what a flow begins with, up to its first bout's name."""
    speaks, pause, sounds_until = coaching.says(flow, bout).speaks, SILENCE, 0
    if coaching.sounds and speaks:
        write_sounds(writer, bout, coaching.phrases.sounds, SILENCE)
        sounds_until, pause = writer.now, PAUSE
    lines = script.opening(flow, bout, coaching.phrases)
    end = _say(writer, lines, writer.now + pause, speaks=speaks)
    waits: tuple[int, ...] = ()
    if flow.warm:
        text = coaching.phrases.warm.format(minutes=coaching.phrases.number(flow.warm))
        end = _say(writer, [Said(Role.OPEN, text)], end + PAUSE, speaks=speaks)
        writer.span(bout, SpanPhase.SETUP, end + FREE_SECOND)
        waits, end = (writer.now,), writer.now
    where = Position.STANDING
    if flow.baseline and speaks:
        if stays_down(flow) and bout.drill.where is not None:
            end += quiet_between(where, bout.drill.where)
            where = bout.drill.where
        end = _do(writer, Role.OPEN, flow.baseline, end + PAUSE) + REMEMBERING
    return Opened(max(pause, end - writer.now + PAUSE), where, waits, sounds_until)


def write_closing(
    writer: TimelineWriter, flow: Flow, bout: Bout, coaching: Coaching, end: int
) -> None:
    """Write what a flow ends with, from where its last position has been left."""
    now, speaks = writer.now, coaching.says(flow, bout).speaks
    if flow.recheck and speaks:
        end = _get_up(writer, flow, bout, coaching, end)
        end = _do(writer, Role.CLOSE, flow.recheck, end + PAUSE)
    end = _say(writer, script.each_said(Role.CLOSE, flow.closing), end + PAUSE, speaks=speaks)
    writer.span(bout, SpanPhase.CLOSE, max(now + CLOSE_LENGTH, end + FREE_SECOND))


def stays_down(flow: Flow) -> bool:
    """Return whether nothing in a flow is done upright, so that it begins and ends on the floor."""
    where = (step.drill.where for step in flow.steps)
    return all(each is not None and each.height is not Height.UPRIGHT for each in where)


def _get_up(writer: TimelineWriter, flow: Flow, bout: Bout, coaching: Coaching, end: int) -> int:
    where = bout.drill.where
    if stays_down(flow):
        return end
    phrases = coaching.phrases
    lying = where is not None and where.height is Height.LYING
    upright = where is not None and where.height is Height.UPRIGHT
    text = phrases.sit_first if lying else "" if upright else phrases.get_up
    end = _say(writer, [Said(Role.CLOSE, text)], end + PAUSE)
    return end + quiet_between(where, Position.STANDING)


def _do(writer: TimelineWriter, role: Role, text: str, start: int) -> int:
    return writer.say_all(script.each_said(role, text), start, DOING_PAUSE)


def _say(writer: TimelineWriter, lines: Iterable[Said], start: int, *, speaks: bool = True) -> int:
    return writer.say_all(lines if speaks else (), start)
