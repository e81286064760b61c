"""What a timeline is written with: spans one after the other, sounds, words that never overlap."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from longstride.core.durations import round_up
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Side
from longstride.core.timeline import script
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.script import Length, Lengths, Rank
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
BREATHER = 120  # ms of quiet between two utterances, so that they are heard as two


@dataclass(frozen=True, slots=True)
class Line:
    """Words for one beat, longest variant first; a CUE may also come later than its beat."""

    at: int
    rank: Rank
    variants: tuple[str, ...]
    kind: CueKind = CueKind.SAY


class Spoken:
    """The places already taken by words, in ms."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int]] = []

    def is_free(self, start: int, end: int) -> bool:
        """Return whether words from start to end keep clear of all others."""
        index = bisect_right(self._taken, (start, end))
        before = self._taken[index - 1][1] if index else -BREATHER
        after = self._taken[index][0] if index < len(self._taken) else end + BREATHER
        return before + BREATHER <= start and end + BREATHER <= after

    def take(self, start: int, end: int) -> None:
        """Mark a place as taken."""
        insort(self._taken, (start, end))

    def first_free(self, length: int, earliest: int) -> int:
        """Return the first start at or after ``earliest`` where so many ms are free."""
        start = earliest
        # Words do not overlap, so whatever lies before these ended in time.
        first = max(0, bisect_right(self._taken, (earliest - BREATHER,)) - 1)
        for taken_start, taken_end in self._taken[first:]:
            if taken_end + BREATHER <= start:
                continue
            if start + length + BREATHER <= taken_start:
                break
            start = taken_end + BREATHER
        return start


@dataclass
class TimelineWriter:
    """What has been written so far, up to ``now`` ms. ``asked`` is every sentence measured."""

    lengths: Lengths
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
            self.asked[text] = self.lengths.get(text) or script.estimate(text)
        return self.asked[text]

    def say_at(self, text: str, start: int, kind: CueKind = CueKind.SAY, lead: int = 0) -> int:
        """Write words whose sound begins at ``start``; return where they end."""
        end = start + self.length(text).ms
        self.spoken.take(start, end)
        self.cues.append(Cue(start + lead, end, kind, text, lead))
        return end

    def say_all(self, texts: Iterable[str], start: int) -> int:
        """Write sentences one after the other; return where the last ends."""
        end = start
        for text in texts:
            at = self.spoken.first_free(self.length(text).ms, start)
            end = self.say_at(text, at)
            start = end + PAUSE
        return end

    def say_best(self, variants: tuple[str, ...], earliest: int, latest: int) -> int:
        """Write the longest variant that ends in time, else the shortest; return its end."""
        starts = {text: self.spoken.first_free(self.length(text).ms, earliest) for text in variants}
        fitting = [text for text in variants if starts[text] + self.length(text).ms <= latest]
        text = (fitting or variants[-1:])[0]
        return self.say_at(text, starts[text])

    def place(self, line: Line, end: int) -> bool:
        """Write a line if one of its variants fits before ``end``."""
        starts = [(text, self._start_of(line, text)) for text in line.variants]
        for text, start in starts:
            length = self.length(text)
            if start + length.ms <= end and self.spoken.is_free(start, start + length.ms):
                lead = 0 if line.rank is Rank.CUE else length.onset
                self.say_at(text, start, line.kind, lead)
                return True
        return False

    def drop(self, line: Line, step: int) -> None:
        """Note that a line found no place."""
        reason = "higher-ranked words have this place"
        self.dropped.append(Dropped(line.at, step, line.variants[0], reason))

    def _start_of(self, line: Line, text: str) -> int:
        length = self.length(text)
        if line.rank is Rank.CUE:
            return self.spoken.first_free(length.ms, line.at)
        return line.at - length.onset
