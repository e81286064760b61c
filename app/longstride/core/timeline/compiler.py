"""From a flow to a timeline: the one place that decides what happens when.

Speech never decides the clock of the work: a sentence that does not fit among the beats is moved
or dropped by rank. Only lead-ins grow, because an athlete must hear a set-up to its end, have the
time to get there, and a free second after it.
"""

from collections.abc import Iterable

from longstride.core.durations import round_up
from longstride.core.flow.drill import split_cue
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.position import (
    TURNING_OVER,
    Position,
    least_between,
    quiet_between,
)
from longstride.core.flow.talk import Says
from longstride.core.timeline import script
from longstride.core.timeline.bouts import Bout, LeadIn, write_out
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.ends import write_closing, write_opening
from longstride.core.timeline.lengths import Lengths
from longstride.core.timeline.rests import write_rest
from longstride.core.timeline.returning import READY_LENGTH, READY_TONE, Return
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import Said
from longstride.core.timeline.timeline import CueKind, SpanPhase, Timeline
from longstride.core.timeline.told import Told, is_coached_before
from longstride.core.timeline.work_spans import write_work
from longstride.core.timeline.writer import BREATHER, FREE_SECOND, PAUSE, Rank, TimelineWriter

ENTERING = 2000  # after the set-up of a hold, to go into it
FETCHING = 4000  # ms of quiet at least where something is fetched or walked to
SETUP_PAUSE = 600  # between its sentences, which somebody follows with the body
AFTER_TONE = 1000  # the finishing tone rings out before the voice goes on
WAIT_ROOM = 3000
COUNTDOWN = 4000

Notice = tuple[int, str]  # a position in ms and what is said there


def compile_flow(
    flow: Flow,
    lengths: Lengths,
    coaching: Coaching,
    bouts: tuple[Bout, ...] | None = None,
    notices: Iterable[Notice] = (),
    returns: Iterable[Return] = (),
) -> Timeline:
    """Return the timeline of a flow, or of the ``bouts`` it is being performed as.

    ``lengths`` maps sentences to what was measured of them; missing ones are estimated.
    ``notices`` are said at their positions, or as soon as the one before has been said, before
    anything else is given a place. ``returns`` are where one came back from a pause.
    """
    compiler = _Compiler(flow, lengths, coaching, bouts or write_out(flow), tuple(returns))
    for at, text in notices:
        compiler.writer.say_all((Said(Role.NOTICE, text),), at)
    return compiler.compile()


def wanted_sentences(
    flow: Flow, coaching: Coaching, bouts: tuple[Bout, ...] | None = None
) -> tuple[str, ...]:
    """Return every sentence a compile may ask for, in the order of first use."""
    compiler = _Compiler(flow, {}, coaching, bouts or write_out(flow), ())
    compiler.compile()
    return tuple(compiler.writer.asked)


class _Compiler:
    """Goes through the bouts once and writes each of them."""

    def __init__(
        self,
        flow: Flow,
        lengths: Lengths,
        coaching: Coaching,
        bouts: tuple[Bout, ...],
        returns: tuple[Return, ...],
    ) -> None:
        self.writer = TimelineWriter(lengths, coaching.rate)
        self._flow = flow
        self._coaching = coaching
        self._phrases = coaching.phrases
        self._bouts = bouts
        self._returns = returns
        self._waits: list[int] = []
        self._moved: list[Said] = []
        self._warned: set[str] = set()
        self._where: Position | None = Position.STANDING
        self._work_end = 0
        self._sounds_until = 0

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
            sounds_until=self._sounds_until,
        )

    def _says(self, bout: Bout) -> Says:
        return self._coaching.says(self._flow, bout)

    def _say(self, bout: Bout, lines: Iterable[Said], start: int, pause: int = PAUSE) -> int:
        """Write sentences where anything is said in a bout; return where they end."""
        return self.writer.say_all(lines if self._says(bout).speaks else (), start, pause)

    def _step(self, bout: Bout) -> Step:
        return self._flow.steps[bout.step]

    # -- before the work ------------------------------------------------------------------

    def _lead_in(self, bout: Bout) -> None:
        if bout.lead_in is LeadIn.SETUP:
            self._setup(bout)
        elif bout.lead_in is LeadIn.CHANGE:
            self._change(bout)
        else:
            self._rest_between_sets(bout)

    def _setup(self, bout: Bout) -> None:
        """Name the drill, leave time to get there, then say how it is set up."""
        pause = PAUSE if bout.index else self._open(bout)
        now, where = self.writer.now, bout.drill.where
        names = (
            *script.coming_round(self._flow, bout, self._phrases),
            *script.name_lines(
                self._flow, bout, self._where, self._phrases, eyes=self._opens_eyes(bout)
            ),
        )
        end = self._say(bout, names, now + pause)
        quiet = self._quiet_to_get_there(bout) if self._says(bout).speaks else 0
        end = self._say(bout, self._setup_lines(bout), end + quiet, SETUP_PAUSE)
        least = self._work_end + least_between(self._where, where)
        self.writer.span(bout, SpanPhase.SETUP, max(now + bout.room, _arrived(bout, end), least))
        self._where = where

    def _quiet_to_get_there(self, bout: Bout) -> int:
        quiet = quiet_between(self._where, bout.drill.where)
        return max(quiet, FETCHING) if self._step(bout).fetch else quiet

    def _opens_eyes(self, bout: Bout) -> bool:
        """Return whether the eyes are opened now; in running they are from the step before."""
        before = self._flow.steps[bout.step - 1].drill if bout.step else None
        moving = before is not None and before.travels and bout.drill.travels
        return bout.drill.eyes_open and not moving

    def _setup_lines(self, bout: Bout) -> tuple[Said, ...]:
        warnings = [w for w in script.sentences(bout.drill.warn) if w not in self._warned]
        self._warned.update(warnings)
        before = [step.drill for step in self._flow.steps[: bout.step]]
        again = any(drill.id == bout.drill.id for drill in before)
        lines = script.setup_lines(
            bout, self._says(bout), self._phrases, warnings=warnings, again=again
        )
        *first, dose = lines
        opened = bool(before) and (before[-1].eyes_open or bool(self._step(bout).fetch))
        # Nobody closes them on a table's edge.
        closes = opened and not bout.drill.eyes_open and bout.drill.where is not Position.TABLE
        eyes = Said(Role.EYES, self._phrases.eyes_close if closes else "")
        return (*first, *self._cue_beforehand(bout), eyes, dose)

    def _cue_beforehand(self, bout: Bout) -> tuple[Said, ...]:
        """Return the key cue of work in which nobody can listen: a single one, or a start."""
        if bout.cues and self._says(bout).cues and is_coached_before(bout):
            return (Said(Role.CUE, script.sentence(split_cue(bout.cues[0])[1])),)
        return ()

    def _open(self, bout: Bout) -> int:
        """Write what a flow begins with; return how long after now the first name is said."""
        opened = write_opening(self.writer, self._flow, bout, self._coaching)
        self._where, self._sounds_until = opened.where, opened.sounds_until
        self._waits += opened.waits
        return opened.pause

    def _change(self, bout: Bout) -> None:
        now, where = self.writer.now, bout.drill.where
        left = self._bouts[bout.index - 1]
        lines = (*self._leaving(left), *script.other_side_lines(bout, self._phrases))
        end = self._say(bout, lines, now + AFTER_TONE)
        least = TURNING_OVER if where is not None and where.turns_over else 0
        self.writer.span(
            bout, SpanPhase.CHANGE, max(now + bout.room, now + least, _arrived(bout, end))
        )

    def _leaving(self, bout: Bout) -> tuple[Said, ...]:
        """Return how the position of a bout is left."""
        out = self._phrases.ease_out if bout.breaths else ""
        left = script.sentence(self._phrases.sided(bout.drill.exit, bout.side))
        return (Said(Role.REST, out), Said(Role.REST, left))

    def _rest_between_sets(self, bout: Bout) -> None:
        now, drill = self.writer.now, bout.drill
        words = (drill.rest_word,) if drill.rest_word else (drill.exit, self._phrases.rest)
        leaving = (Said(Role.REST, script.sentence(text)) for text in words)
        end = self._say(bout, (*leaving, *self._moved), now + AFTER_TONE)
        self._moved.clear()
        coming = (*script.set_lines(bout, self._phrases), *self._cue_beforehand(bout))
        if bout.until_ready:
            press = Said(Role.REST, self._phrases.press)
            end = self._say(bout, (*coming, press), end + PAUSE)
            self._wait_after(bout, max(now + WAIT_ROOM, end + FREE_SECOND))
        else:
            speaks = self._says(bout).speaks
            write_rest(self.writer, bout, coming if speaks else (), end, self._phrases)

    def _ready(self, bout: Bout) -> None:
        now, ready = self.writer.now, Said(Role.READY, self._phrases.ready)
        needed = round_up(BREATHER + self.writer.length(ready.text).ms) + READY_TONE
        length = max(READY_LENGTH, needed)
        if bout.long and self._says(bout).counts:
            length = max(length, COUNTDOWN)
            for before in (3000, 2000):
                self.writer.tone(CueKind.TICK, now + length - before)
        self._say(bout, (ready,), now + length - max(READY_LENGTH, needed) + BREATHER)
        self.writer.tone(CueKind.READY, now + length - READY_TONE)
        self.writer.span(bout, SpanPhase.READY, now + length)

    # -- the work and what follows it -----------------------------------------------------

    def _work(self, bout: Bout) -> None:
        step = self._step(bout)
        told = Told(
            self._coaching.says(self._flow, bout, working=True),
            self._phrases,
            first_bout=bout.lead_in is LeadIn.SETUP,
            turn=self._coaching.sessions + bout.set - 1 + max(step.round - 1, 0),
            returns={each.unit: each.left for each in self._returns if each.bout == bout.index},
        )
        for line in write_work(self.writer, bout, told):
            if self.writer.place(line, self.writer.now):
                continue
            if line.rank in _MOVABLE and self._rests_after(bout):
                self._moved.append(Said(line.role, line.text))
            else:
                self.writer.drop(line, bout.step)
        self._work_end = self.writer.now

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
        step, now = self._step(bout), self.writer.now
        end = self._say(following, self._leaving(bout), now + AFTER_TONE)
        if step.until_ready:
            kit = script.kit_lines(self._step(following))
            press = Said(Role.REST, self._phrases.press)
            end = self._say(following, (*kit, press), end + PAUSE)
            self._wait_after(bout, max(now + WAIT_ROOM, end + FREE_SECOND))
        else:
            self.writer.span(bout, SpanPhase.REST, max(now + step.rest, end + PAUSE))

    def _wait_after(self, bout: Bout, end: int) -> None:
        self.writer.span(bout, SpanPhase.REST, end)
        self._waits.append(self.writer.now)

    def _close(self, bout: Bout) -> None:
        end = self._say(bout, self._leaving(bout), self.writer.now + AFTER_TONE)
        write_closing(self.writer, self._flow, bout, self._coaching, end)


def _arrived(bout: Bout, end: int) -> int:
    """Return when one is where a bout is done, once its last sentence has ended."""
    return end + (ENTERING if bout.drill.is_entered else FREE_SECOND)


_MOVABLE = frozenset({Rank.CUE, Rank.SECOND_CUE, Rank.FEEL})
