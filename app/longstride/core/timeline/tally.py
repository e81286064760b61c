"""What was really done: the parts of a timeline that were played, counted up step by step."""

from collections.abc import Iterable
from itertools import groupby

from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.core.timeline.timeline import Span, SpanPhase, Timeline

ENOUGH = 0.95  # of the planned work, from where on a step counts as done
NEXT_TO_NOTHING = 1000  # ms of work that do not yet count as a shortened step


class Tally:
    """The stretches of a timeline that were played; going over one twice counts once."""

    def __init__(self) -> None:
        self._played: list[tuple[int, int]] = []

    def add(self, start: int, end: int) -> None:
        """Remember that ``[start, end)`` ms was played."""
        if start >= end:
            return
        if self._played and self._played[-1][1] == start:
            start = self._played.pop()[0]
        self._played.append((start, end))

    def make_room(self, at: int, length: int) -> None:
        """Take what was played from ``at`` on as lying ``length`` ms later, where words came in."""
        parts = [(start, min(end, at)) for start, end in self._played if start < at]
        parts += [
            (max(start, at) + length, end + length) for start, end in self._played if end > at
        ]
        self._played = parts

    def records(self, timeline: Timeline, step: int) -> tuple[StepRecord, ...]:
        """Return what was done of one step, one record a side."""
        work = [span for span in timeline.spans if span.step == step and span.phase.is_work]
        sides = dict.fromkeys(span.side for span in work)
        return tuple(
            self._record(step, [span for span in work if span.side is side]) for side in sides
        )

    def _record(self, step: int, work: list[Span]) -> StepRecord:
        played = {span: self._overlap(span) for span in work}
        done, planned = sum(played.values()), sum(span.length for span in work)
        lowering = sum(ms for span, ms in played.items() if span.phase is SpanPhase.ECCENTRIC)
        return StepRecord(
            step=step,
            drill=work[0].drill,
            side=work[0].side,
            sets=len({span.set for span, ms in played.items() if ms >= NEXT_TO_NOTHING}),
            reps=sum(self._whole_reps(played)),
            seconds=round(done / 1000),
            eccentric_seconds=round(lowering / 1000),
            outcome=_outcome(done, planned),
        )

    def _whole_reps(self, played: dict[Span, int]) -> Iterable[bool]:
        reps = [span for span in played if span.rep is not None]
        for _, group in groupby(reps, key=lambda span: (span.set, span.side, span.rep)):
            spans = list(group)
            yield sum(played[s] for s in spans) >= ENOUGH * sum(s.length for s in spans)

    def _overlap(self, span: Span) -> int:
        """Return how many ms of a span were played, each once."""
        total, covered = 0, span.start
        for start, end in sorted(self._played):
            left = min(end, span.end) - max(start, covered)
            if left > 0:
                total += left
                covered = min(end, span.end)
        return total


def _outcome(done: int, planned: int) -> Outcome:
    if done >= ENOUGH * planned:
        return Outcome.DONE
    return Outcome.SHORTENED if done >= NEXT_TO_NOTHING else Outcome.SKIPPED
