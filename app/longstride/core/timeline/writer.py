"""What a timeline is written with: spans one after the other, sounds, words that never overlap."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from longstride.core.durations import round_up
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Side
from longstride.core.flow.manner import USUAL_RATE
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.lengths import Length, Lengths, estimate
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import Said
from longstride.core.timeline.timeline import (
    TONE_LENGTHS,
    BreathSpan,
    Cue,
    CueKind,
    Dropped,
    Span,
    SpanPhase,
)

PAUSE = 350  # ms between two sentences
FREE_SECOND = 1000  # after the last of them, before anything is asked of the athlete
AHEAD = 350  # ms between what is said ahead of a beat and that beat, whose word begins before it
BREATHER = 120  # ms of quiet between two utterances, so that they are heard as two


class Rank(IntEnum):
    """Who gets a place first; the last ones are dropped first."""

    ESSENTIAL = 0
    CUE = 1
    SECOND_CUE = 2
    SIDE = 3
    MARK = 4
    FEEL = 5
    PHASE = 6
    COUNT = 7


Window = tuple[int, int]
"""The first and the last ms at which a sentence may begin."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words wished for among the work.

    Without ``windows`` they belong on the beat ``at``; with them they begin in the first window
    that has room. ``ahead``: they end before ``at``. ``gap`` is the least quiet around them.
    """

    at: int
    rank: Rank
    role: Role
    text: str
    kind: CueKind = CueKind.SAY
    windows: tuple[Window, ...] = ()
    ahead: bool = False
    gap: int = BREATHER


class Spoken:
    """The places already taken by words, in ms."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int, int]] = []

    def is_free(self, start: int, end: int, gap: int = BREATHER) -> bool:
        """Return whether words from start to end keep clear of all others."""
        return self.first_free(end - start, start, gap) == start

    def take(self, start: int, end: int, gap: int = BREATHER) -> None:
        """Mark a place as taken, with the quiet it keeps around it."""
        insort(self._taken, (start, end, gap))

    def first_free(self, length: int, earliest: int, gap: int = BREATHER) -> int:
        """Return the first start at or after ``earliest`` where so many ms are free."""
        start = earliest
        # Words do not overlap, so whatever lies before these ended in time.
        first = max(0, bisect_right(self._taken, (earliest - gap,)) - 2)
        for taken_start, taken_end, kept in self._taken[first:]:
            apart = max(gap, kept)
            if taken_end + apart <= start:
                continue
            if start + length + apart <= taken_start:
                break
            start = taken_end + apart
        return start


@dataclass
class TimelineWriter:
    """What has been written so far, up to ``now`` ms. ``asked`` is every sentence measured.

    Those that ``lengths`` has not are guessed at ``rate`` words a minute.
    """

    lengths: Lengths
    rate: int = USUAL_RATE
    now: int = 0
    spans: list[Span] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    breaths: list[BreathSpan] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    asked: dict[str, Length] = field(default_factory=dict)
    spoken: Spoken = field(default_factory=Spoken)

    def span(
        self,
        bout: Bout,
        phase: SpanPhase,
        end: int,
        rep: int | None = None,
        side: Side | None = None,
    ) -> None:
        """Write a span from now to ``end``, on the next whole second of it, and move there."""
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
                reverse=bool(bout.drill.reverse) and (rep or 0) > len(bout.tempos) // 2,
            )
        )
        self.now = end

    def tone(self, kind: CueKind, at: int, text: str = "") -> None:
        """Write a tone."""
        self.cues.append(Cue(at, at + TONE_LENGTHS[kind], kind, text))

    def breath(self, kind: BreathKind, start: int, end: int) -> None:
        """Write half a breath, to see and to hear."""
        self.breaths.append(BreathSpan(start, end, kind))
        self.cues.append(Cue(start, end, CueKind(kind.value)))

    def length(self, text: str) -> Length:
        """Return what was measured of a sentence, or a guess."""
        if text not in self.asked:
            self.asked[text] = self.lengths.get(text) or estimate(text, self.rate)
        return self.asked[text]

    def say_at(
        self,
        said: Said,
        start: int,
        kind: CueKind = CueKind.SAY,
        lead: int = 0,
        gap: int = BREATHER,
    ) -> int:
        """Write words whose sound begins at ``start``; return where they end."""
        end = start + self.length(said.text).ms
        self.spoken.take(start, end, gap)
        self.cues.append(Cue(start + lead, end, kind, said.text, lead, said.role))
        return end

    def say_all(self, lines: Iterable[Said], start: int, pause: int = PAUSE) -> int:
        """Write sentences one after the other; return where the last ends."""
        end = start
        for said in lines:
            if not said.text:
                continue
            at = self.spoken.first_free(self.length(said.text).ms, start)
            end = self.say_at(said, at)
            start = end + pause
        return end

    def place(self, line: Line, end: int) -> bool:
        """Write a line if it fits before ``end``; nothing always does."""
        if not line.text:
            return True
        length = self.length(line.text)
        start = self._start_of(line, length, end)
        if start is None:
            return False
        lead = 0 if line.windows or line.ahead else length.onset
        self.say_at(Said(line.role, line.text), start, line.kind, lead, line.gap)
        return True

    def drop(self, line: Line, step: int) -> None:
        """Note that a line found no place."""
        reason = "other words have this place"
        if line.windows and self._span_of(line) < self.length(line.text).ms:
            reason = "too long for its place"
        self.dropped.append(Dropped(line.at, step, line.text, reason, line.role))

    def _span_of(self, line: Line) -> int:
        return max(latest - earliest for earliest, latest in line.windows) + 1000

    def _start_of(self, line: Line, length: Length, end: int) -> int | None:
        """Return where the sound of a line begins, None where it finds no place."""
        for earliest, latest in line.windows or (self._window_of(line, length),):
            if earliest < 0:
                continue
            start = self.spoken.first_free(length.ms, earliest, line.gap)
            if start <= latest and start + length.ms <= end:
                return start
        return None

    def _window_of(self, line: Line, length: Length) -> Window:
        start = line.at - (length.ms + AHEAD if line.ahead else length.onset)
        return start, start
