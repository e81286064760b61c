"""From a flow to a timeline: the one place that decides what happens when.

Speech never decides the clock of the work: a sentence that does not fit among the beats is
shortened, moved or dropped by rank. Only lead-ins grow, because an athlete must hear a set-up to
its end and have a free second after it.
"""

from collections.abc import Iterable

from longstride.core.durations import round_up
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.timeline import script
from longstride.core.timeline.bouts import Bout, LeadIn, write_out
from longstride.core.timeline.script import Lengths, Rank
from longstride.core.timeline.timeline import CueKind, SpanPhase, Timeline
from longstride.core.timeline.work_spans import write_work
from longstride.core.timeline.writer import BREATHER, PAUSE, TimelineWriter

SILENCE = 500  # sleeping sound devices swallow the first word; only a soft tone wakes them
FREE_SECOND = 1000  # after a set-up, to arrive in it
READY_LENGTH = 2000
READY_TONE = 1000  # ms before the work
AFTER_TONE = 1000  # the finishing tone rings out before the voice goes on
CLOSE_LENGTH = 4000
WAIT_ROOM = 3000

Notice = tuple[int, str]  # a position in ms and what is said there


def compile_flow(
    flow: Flow,
    lengths: Lengths,
    talk: Talk = Talk.FULL,
    bouts: tuple[Bout, ...] | None = None,
    notices: Iterable[Notice] = (),
) -> Timeline:
    """Return the timeline of a flow, or of the ``bouts`` it is being performed as.

    ``lengths`` maps sentences to what was measured of them; missing ones are estimated.
    ``talk`` is the athlete's choice, used where neither step nor flow has its own. ``notices``
    are said at their positions, or as soon as the one before has been said, before anything else
    is given a place.
    """
    compiler = _Compiler(flow, lengths, talk, bouts or write_out(flow))
    for at, text in notices:
        compiler.writer.say_all((text,), at)
    return compiler.compile()


def wanted_sentences(
    flow: Flow, talk: Talk, bouts: tuple[Bout, ...] | None = None
) -> tuple[str, ...]:
    """Return every sentence a compile may ask for, in the order of first use."""
    compiler = _Compiler(flow, {}, talk, bouts or write_out(flow))
    compiler.compile()
    return tuple(compiler.writer.asked)


class _Compiler:
    """Goes through the bouts once and writes each of them."""

    def __init__(self, flow: Flow, lengths: Lengths, talk: Talk, bouts: tuple[Bout, ...]) -> None:
        self.writer = TimelineWriter(lengths)
        self._flow = flow
        self._athletes_talk = talk
        self._bouts = bouts
        self._waits: list[int] = []
        self._moved: list[str] = []

    def compile(self) -> Timeline:
        """Write every bout and return the whole."""
        self.writer.tone(CueKind.OPEN, 0)
        for bout in self._bouts:
            self._lead_in(bout)
            self._ready(bout)
            self._work(bout)
            self._after(bout)
        writer = self.writer
        return Timeline(
            flow=self._flow.id,
            title=self._flow.title,
            spans=tuple(writer.spans),
            cues=tuple(sorted(writer.cues, key=lambda cue: (cue.at, cue.start))),
            breaths=tuple(writer.breaths),
            dropped=tuple(writer.dropped),
            waits=tuple(self._waits),
        )

    def _talk(self, bout: Bout) -> Talk:
        if self._athletes_talk is Talk.TONES:
            return Talk.TONES
        return bout.talk or self._flow.talk or self._athletes_talk

    def _say(self, bout: Bout, texts: Iterable[str], start: int) -> int:
        """Write sentences where the bout's talk level speaks; return where they end."""
        speaks = self._talk(bout).speaks
        return self.writer.say_all((text for text in texts if text and speaks), start)

    def _lead_in(self, bout: Bout) -> None:
        if bout.lead_in is LeadIn.SETUP:
            self._setup(bout)
        elif bout.lead_in is LeadIn.CHANGE:
            self._change(bout)
        else:
            self._rest_between_sets(bout)

    def _setup(self, bout: Bout) -> None:
        """Name the drill and say its set-up while the athlete moves into place."""
        now = self.writer.now
        opening = () if bout.index else script.opening(self._flow)
        texts = (*opening, script.name_line(bout), *script.sentences(bout.drill.setup))
        end = self._say(bout, texts, now + (PAUSE if bout.index else SILENCE))
        self.writer.span(bout, SpanPhase.SETUP, max(now + bout.room, end + FREE_SECOND))

    def _change(self, bout: Bout) -> None:
        now = self.writer.now
        end = self._say(bout, (script.CHANGE, script.side_line(bout)), now + AFTER_TONE)
        self.writer.span(bout, SpanPhase.CHANGE, max(now + bout.room, end + FREE_SECOND))

    def _rest_between_sets(self, bout: Bout) -> None:
        now = self.writer.now
        end = self._say(bout, (script.REST, *self._moved), now + AFTER_TONE)
        self._moved.clear()
        coming = (script.set_line(bout), script.side_line(bout))
        if bout.until_ready:
            end = self._say(bout, (*coming, script.PRESS), end + PAUSE)
            self._wait_after(bout, max(now + WAIT_ROOM, end + FREE_SECOND))
            return
        needed = sum(self.writer.length(text).ms + PAUSE for text in coming if text) + FREE_SECOND
        rest_end = now + round_up(max(bout.room, end + needed - now))
        end = self._say(bout, coming, max(end, rest_end - needed))
        self.writer.span(bout, SpanPhase.REST, max(rest_end, end + PAUSE))

    def _ready(self, bout: Bout) -> None:
        now = self.writer.now
        said = self._say(bout, (script.READY,), now + BREATHER)
        length = max(READY_LENGTH, round_up(said - now) + READY_TONE)
        self.writer.tone(CueKind.READY, now + length - READY_TONE)
        self.writer.span(bout, SpanPhase.READY, now + length)

    def _work(self, bout: Bout) -> None:
        lines = write_work(self.writer, bout, self._talk(bout))
        for line in lines:
            if self.writer.place(line, self.writer.now):
                continue
            if line.rank is Rank.CUE and self._rests_after(bout):
                self._moved.append(line.variants[0])
            else:
                self.writer.drop(line, bout.step)

    def _rests_after(self, bout: Bout) -> bool:
        following = self._bouts[bout.index + 1 : bout.index + 2]
        return any(coming.lead_in is LeadIn.REST for coming in following)

    def _after(self, bout: Bout) -> None:
        self.writer.tone(CueKind.FINISH, self.writer.now)
        following = bout.index + 1
        if following == len(self._bouts):
            self._close(bout)
        elif self._bouts[following].step != bout.step:
            self._rest_after_step(bout, self._bouts[following])

    def _rest_after_step(self, bout: Bout, following: Bout) -> None:
        step, now = self._flow.steps[bout.step], self.writer.now
        end = now + AFTER_TONE
        if self._talk(following).speaks:
            end = self.writer.say_best(script.next_lines(following.drill), end, now + step.rest)
        if step.until_ready:
            end = self._say(following, (script.PRESS,), end + PAUSE)
            self._wait_after(bout, max(now + WAIT_ROOM, end + FREE_SECOND))
        else:
            self.writer.span(bout, SpanPhase.REST, max(now + step.rest, end + PAUSE))

    def _wait_after(self, bout: Bout, end: int) -> None:
        self.writer.span(bout, SpanPhase.REST, end)
        self._waits.append(self.writer.now)

    def _close(self, bout: Bout) -> None:
        now = self.writer.now
        texts = (script.EASE_OUT, *script.sentences(self._flow.closing))
        end = self._say(bout, texts, now + AFTER_TONE)
        self.writer.span(bout, SpanPhase.CLOSE, max(now + CLOSE_LENGTH, end + FREE_SECOND))
