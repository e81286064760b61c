"""From a flow to a timeline: the one place that decides what happens when.

Speech never decides the clock of the work: a sentence that does not fit among the beats is
shortened, moved or dropped by rank. Only lead-ins grow, because an athlete must hear a set-up to
its end and have a free second after it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from longstride.core import script
from longstride.core.bouts import Bout, LeadIn, write_out
from longstride.core.breath import SHORTEST_CYCLE, BreathKind
from longstride.core.drill import Side
from longstride.core.durations import round_up
from longstride.core.flow import Flow, Talk
from longstride.core.lane import BREATHER, Lane
from longstride.core.script import Length, Lengths, Rank
from longstride.core.tempo import Phase
from longstride.core.timeline import (
    TONE_LENGTHS,
    BreathSpan,
    Cue,
    CueKind,
    Dropped,
    Span,
    SpanPhase,
    Timeline,
)

SILENCE = 500  # sleeping sound devices swallow the first word
PAUSE = 350  # between two sentences
FREE_SECOND = 1000  # after a set-up, to arrive in it
READY_LENGTH = 2000
READY_TONE = 1000  # ms before the work
AFTER_TONE = 1000  # the finishing tone rings out before the voice goes on
CLOSE_LENGTH = 4000
WAIT_ROOM = 3000
Notice = tuple[int, str]  # a position in ms and what is said there

COUNTED_REP = 5000  # shorter repetitions are too brisk to have their seconds counted
HALFWAY_HOLD = 20_000
HALFWAY_REPS = 6


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
    are said at their positions before anything else is given a place.
    """
    compiler = _Compiler(flow, lengths, talk, bouts or write_out(flow))
    compiler.reserve(notices)
    return compiler.compile()


def wanted_sentences(
    flow: Flow, talk: Talk, bouts: tuple[Bout, ...] | None = None
) -> tuple[str, ...]:
    """Return every sentence a compile may ask for, in the order of first use."""
    compiler = _Compiler(flow, {}, talk, bouts or write_out(flow))
    compiler.compile()
    return tuple(compiler.asked)


@dataclass(frozen=True, slots=True)
class _Line:
    """Words for one beat, longest variant first."""

    at: int
    rank: Rank
    variants: tuple[str, ...]
    kind: CueKind = CueKind.SAY


@dataclass
class _Compiler:
    flow: Flow
    lengths: Lengths
    talk: Talk
    bouts: tuple[Bout, ...]
    asked: dict[str, Length] = field(default_factory=dict)
    lane: Lane = field(default_factory=Lane)
    now: int = 0
    spans: list[Span] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    breaths: list[BreathSpan] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)

    def compile(self) -> Timeline:
        for bout in self.bouts:
            self._lead_in(bout)
            self._ready(bout)
            self._work(bout)
            self._after(bout)
        return Timeline(
            flow=self.flow.id,
            title=self.flow.title,
            spans=tuple(self.spans),
            cues=tuple(sorted(self.cues, key=lambda cue: (cue.at, cue.start))),
            breaths=tuple(self.breaths),
            dropped=tuple(self.dropped),
            waits=tuple(self.waits),
        )

    def reserve(self, notices: Iterable[Notice]) -> None:
        """Take places for words before anything else is written."""
        for at, text in notices:
            self._say_at(text, at)

    # -- lead-ins ---------------------------------------------------------------------------

    def _lead_in(self, bout: Bout) -> None:
        if bout.lead_in is LeadIn.SETUP:
            self._setup(bout)
        elif bout.lead_in is LeadIn.CHANGE:
            lines = (script.CHANGE, script.side_line(bout))
            end = self._say_all(bout, self.now + AFTER_TONE, lines)
            self._span(bout, SpanPhase.CHANGE, max(self.now + bout.room, end + FREE_SECOND))
        else:
            self._rest_between_sets(bout)

    def _setup(self, bout: Bout) -> None:
        texts: list[str] = []
        start = self.now + PAUSE
        if bout.index == 0:
            start = self.now + SILENCE
            texts += script.sentences(self.flow.opening)
        texts += [script.name_line(bout), *script.sentences(bout.drill.setup)]
        end = self._say_all(bout, start, texts)
        self._span(bout, SpanPhase.SETUP, max(self.now + bout.room, end + FREE_SECOND))

    def _rest_between_sets(self, bout: Bout) -> None:
        coming = (script.set_line(bout), script.side_line(bout))
        end = self._say_all(bout, self.now + AFTER_TONE, (script.REST, *self.moved))
        self.moved.clear()
        if bout.until_ready:
            end = self._say_all(bout, end + PAUSE, (*coming, script.PRESS))
            self._span(bout, SpanPhase.REST, end + FREE_SECOND)
            self.waits.append(self.now)
            return
        needed = sum(self._length(text).ms + PAUSE for text in coming if text)
        rest_end = round_up(max(self.now + bout.room, end + needed + FREE_SECOND))
        end = self._say_all(bout, max(end, rest_end - needed - FREE_SECOND), coming)
        self._span(bout, SpanPhase.REST, max(rest_end, end + PAUSE))

    def _ready(self, bout: Bout) -> None:
        said = self._say_all(bout, self.now + BREATHER, (script.READY,))
        length = max(READY_LENGTH, round_up(said - self.now) + READY_TONE)
        self._tone(CueKind.READY, self.now + length - READY_TONE)
        self._span(bout, SpanPhase.READY, self.now + length)

    # -- work -------------------------------------------------------------------------------

    def _work(self, bout: Bout) -> None:
        lines = self._reps(bout) if bout.tempos else self._hold(bout)
        end = self.now
        leftover = [line for line in sorted(lines, key=_by_rank) if not self._place(line, end)]
        for line in leftover:
            if line.rank is Rank.CUE and self._rests_after(bout):
                self.moved.append(line.variants[0])
            else:
                reason = "another sentence has this place"
                self.dropped.append(Dropped(line.at, bout.step, line.variants[0], reason))

    def _reps(self, bout: Bout) -> list[_Line]:
        lines: list[_Line] = []
        total = len(bout.tempos)
        talk = self._talk(bout)
        cue_reps = _cue_places(total)
        for rep, tempo in enumerate(bout.tempos, start=1):
            start = self.now
            phases = tempo.phases(bout.drill.starts_with)
            counted = talk.counts and tempo.rep >= COUNTED_REP
            for order, (phase, length) in enumerate(phases):
                at = self.now
                self._beats(bout, phase, length, rep)
                if talk.speaks and (rep == 1 or (counted and order)):
                    word = f"{bout.drill.word(phase)}."
                    lines.append(_Line(at, Rank.PHASE, (word,)))
                if counted:
                    lines += _second_counts(at, length)
            if tempo.rep >= SHORTEST_CYCLE:
                self._rep_breath(start, phases)
            lines += self._rep_words(bout, rep, start)
            if rep in cue_reps:
                lines += self._cue_line(bout, cue_reps.index(rep), start + 2 * BREATHER)
        return lines

    def _beats(self, bout: Bout, phase: Phase, length: int, rep: int) -> None:
        """Write one phase: its span, the sound of the change and a tick on each second."""
        at = self.now
        self._tone(CueKind.PHASE, at, phase.value)
        for tick in range(at + 1000, at + length, 1000):
            self._tone(CueKind.TICK, tick)
        self._span(bout, SpanPhase(phase.value), at + length, rep, bout.rep_side(rep))

    def _rep_breath(self, start: int, phases: tuple[tuple[Phase, int], ...]) -> None:
        """Let the breath follow the phases: in while lowering, out while rising."""
        at = start
        halves: list[tuple[BreathKind, int]] = []
        for phase, length in phases:
            lowering = phase in {Phase.ECCENTRIC, Phase.STRETCHED}
            kind = BreathKind.IN if lowering else BreathKind.OUT
            if halves and halves[-1][0] is kind:
                halves[-1] = (kind, halves[-1][1] + length)
            else:
                halves.append((kind, length))
        for kind, length in halves:
            self._breath(kind, at, at + length)
            at += length

    def _rep_words(self, bout: Bout, rep: int, start: int) -> list[_Line]:
        talk, total = self._talk(bout), len(bout.tempos)
        if not talk.speaks or rep == 1:
            return []
        if rep == total and not bout.alternate:
            return [_Line(start, Rank.ESSENTIAL, ("Last one.",))]
        if bout.alternate and rep == total - 1 and total > 2:
            return [_Line(start, Rank.ESSENTIAL, ("Last two.",))]
        if talk.counts or (bout.alternate and rep == 2):
            return [_Line(start, Rank.REP, script.rep_lines(bout, rep))]
        if total >= HALFWAY_REPS and rep == total // 2 + 1:
            return [_Line(start, Rank.HALFWAY, (script.HALFWAY,))]
        return []

    def _hold(self, bout: Bout) -> list[_Line]:
        start = self.now
        inhales: list[int] = []
        at = start
        for breath in bout.breaths:
            inhales.append(at)
            self._breath(BreathKind.IN, at, at + breath.inhale)
            self._breath(BreathKind.OUT, at + breath.inhale, at + breath.cycle)
            at += breath.cycle
        self._tone(CueKind.PHASE, start, SpanPhase.HOLD.value)
        for tick in range(at - 3000, at, 1000):
            self._tone(CueKind.TICK, tick)
        self._span(bout, SpanPhase.HOLD, at, side=bout.side)
        return self._hold_words(bout, inhales, at) if self._talk(bout).speaks else []

    def _hold_words(self, bout: Bout, inhales: list[int], end: int) -> list[_Line]:
        start, count = inhales[0], len(inhales)
        lines = [
            _Line(start, Rank.ESSENTIAL, (script.BREATHE_IN,)),
            _Line(start + bout.breaths[0].inhale, Rank.PHASE, (script.BREATHE_OUT,)),
        ]
        if count > 2:
            lines.append(_Line(inhales[-1], Rank.ESSENTIAL, (script.LAST_BREATH,)))
        if end - start >= HALFWAY_HOLD:
            lines.append(_Line((start + end) // 2, Rank.HALFWAY, (script.HALFWAY,)))
        if self._talk(bout).counts:
            lines += [
                _Line(end - left * 1000, Rank.COUNT, (script.count_word(left),), CueKind.COUNT)
                for left in (3, 2, 1)
            ]
        for turn, breath in enumerate(_cue_places(count)):
            lines += self._cue_line(bout, turn, inhales[breath - 1] + 2 * BREATHER)
        return lines

    def _cue_line(self, bout: Bout, turn: int, earliest: int) -> list[_Line]:
        """Return the cue whose turn it is; sets and sides take the cues in rotation."""
        if not (self._talk(bout).coaches and bout.cues):
            return []
        sides = 2 if bout.side else 1
        order = (bout.set - 1) * sides + (1 if bout.side is Side.RIGHT else 0)
        cue = bout.cues[(order + turn) % len(bout.cues)]
        return [_Line(earliest, Rank.CUE, (f"{cue.rstrip('.')}.",))]

    # -- what follows a bout ----------------------------------------------------------------

    def _after(self, bout: Bout) -> None:
        self._tone(CueKind.FINISH, self.now)
        following = bout.index + 1
        if following == len(self.bouts):
            self._close(bout)
        elif self.bouts[following].step != bout.step:
            self._rest_after_step(bout, self.bouts[following])

    def _rests_after(self, bout: Bout) -> bool:
        following = self.bouts[bout.index + 1 : bout.index + 2]
        return any(coming.lead_in is LeadIn.REST for coming in following)

    def _rest_after_step(self, bout: Bout, following: Bout) -> None:
        step = self.flow.steps[bout.step]
        end = self.now + AFTER_TONE
        if self._talk(following).speaks:
            end = self._say_best(script.next_lines(following.drill), end, self.now + step.rest)
        if step.until_ready:
            end = self._say_all(following, end + PAUSE, (script.PRESS,))
            self._span(bout, SpanPhase.REST, max(self.now + WAIT_ROOM, end + PAUSE))
            self.waits.append(self.now)
        else:
            self._span(bout, SpanPhase.REST, max(self.now + step.rest, end + PAUSE))

    def _close(self, bout: Bout) -> None:
        texts = (script.EASE_OUT, *script.sentences(self.flow.closing))
        end = self._say_all(bout, self.now + AFTER_TONE, texts)
        self._span(bout, SpanPhase.CLOSE, max(self.now + CLOSE_LENGTH, end + FREE_SECOND))

    # -- writing ----------------------------------------------------------------------------

    def _talk(self, bout: Bout) -> Talk:
        if self.talk is Talk.TONES:
            return self.talk
        return bout.talk or self.flow.talk or self.talk

    def _span(
        self,
        bout: Bout,
        phase: SpanPhase,
        end: int,
        rep: int | None = None,
        side: Side | None = None,
    ) -> None:
        """Write a span from now to ``end`` (on the next whole second of it) and move there."""
        end = self.now + round_up(end - self.now)
        whole = phase is SpanPhase.CLOSE
        self.spans.append(
            Span(
                start=self.now,
                end=end,
                step=bout.step,
                drill=bout.drill.id,
                phase=phase,
                side=side if phase.is_work else bout.side,
                set=None if whole else bout.set,
                sets=None if whole else bout.sets,
                rep=rep,
                reps=len(bout.tempos) or None,
                bout=bout.index,
            )
        )
        self.now = end

    def _tone(self, kind: CueKind, at: int, text: str = "") -> None:
        self.cues.append(Cue(at, at + TONE_LENGTHS[kind], kind, text))

    def _breath(self, kind: BreathKind, start: int, end: int) -> None:
        self.breaths.append(BreathSpan(start, end, kind))
        self.cues.append(Cue(start, end, CueKind(kind.value)))

    def _length(self, text: str) -> Length:
        if text not in self.asked:
            self.asked[text] = self.lengths.get(text) or script.estimate(text)
        return self.asked[text]

    def _say_at(self, text: str, start: int, kind: CueKind = CueKind.SAY, lead: int = 0) -> int:
        """Write words whose sound begins at ``start``; return where they end."""
        end = start + self._length(text).ms
        self.lane.take(start, end)
        self.cues.append(Cue(start + lead, end, kind, text, lead))
        return end

    def _say_all(self, bout: Bout, start: int, texts: Iterable[str]) -> int:
        """Write sentences one after the other; return where the last ends."""
        if not self._talk(bout).speaks:
            return start
        end = start
        for text in texts:
            if text:
                at = self.lane.first_free(self._length(text).ms, start)
                end = self._say_at(text, at)
                start = end + PAUSE
        return end

    def _say_best(self, variants: tuple[str, ...], earliest: int, latest: int) -> int:
        """Write the longest variant that ends in time, else the shortest; return its end."""
        starts = {text: self.lane.first_free(self._length(text).ms, earliest) for text in variants}
        fitting = [text for text in variants if starts[text] + self._length(text).ms <= latest]
        text = (fitting or variants[-1:])[0]
        return self._say_at(text, starts[text])

    def _place(self, line: _Line, end: int) -> bool:
        """Write a line of the work if any variant fits before ``end``."""
        lengths = {text: self._length(text) for text in line.variants}
        if line.rank is Rank.CUE:
            return self._place_freely(line, end)
        for text, length in lengths.items():
            start = line.at - length.onset
            if start + length.ms <= end and self.lane.is_free(start, start + length.ms):
                self._say_at(text, start, line.kind, length.onset)
                return True
        return False

    def _place_freely(self, line: _Line, end: int) -> bool:
        """Write a cue at the first free place from its wish to the end of the bout."""
        text = line.variants[0]
        start = self.lane.first_free(self._length(text).ms, line.at)
        if start + self._length(text).ms > end:
            return False
        self._say_at(text, start)
        return True


def _by_rank(line: _Line) -> tuple[int, int]:
    return line.rank, line.at


def _second_counts(at: int, length: int) -> list[_Line]:
    return [
        _Line(at + second * 1000, Rank.COUNT, (script.count_word(second + 1),), CueKind.COUNT)
        for second in range(1, length // 1000)
    ]


def _cue_places(units: int) -> tuple[int, ...]:
    """Return in which repetitions or breaths a cue is wished for: the second, and one later."""
    if units < 2:
        return (1,)
    if units < HALFWAY_REPS:
        return (2,)
    return (2, units * 2 // 3 + 1)
