"""A compiled flow as it is heard, in the pieces that the measures of the coaching ask about."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from longstride.core.durations import clock_text
from longstride.core.flow.drill import OWN_TIME, Drill, Side, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.position import Position
from longstride.core.timeline.phrases import Phrases
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import Cue, Span, SpanPhase, Timeline

COACHED = frozenset({Role.CUE, Role.FEEL})
BURST = 30_000  # ms of running or skipping in which nobody listens
QUICK = 3500  # ms of a repetition that is led by its rhythm


class Finding(NamedTuple):
    """What does not hold: which measure, in which flow, where in it, and what is so instead."""

    measure: str
    flow: str
    where: str
    what: str


@dataclass(frozen=True)
class Bout:
    """One side of one set: the spans of its work, and what leads to it."""

    index: int
    number: int
    step: Step
    lead: Span
    ready: Span
    work: tuple[Span, ...]
    before: int

    @property
    def start(self) -> int:
        return self.work[0].start

    @property
    def end(self) -> int:
        return self.work[-1].end

    @property
    def length(self) -> int:
        return sum(span.length for span in self.work)

    @property
    def drill(self) -> Drill:
        return self.step.drill

    @property
    def side(self) -> Side | None:
        return self.lead.side

    @property
    def reps(self) -> int:
        return self.work[0].reps or 0

    @property
    def is_first(self) -> bool:
        """Whether it is the first of its step."""
        return self.lead.phase is SpanPhase.SETUP

    @property
    def style(self) -> str:
        """Which kind of work it is."""
        drill, tempo = self.drill, self.step.dose.tempo
        if drill.where is Position.RUNNING or (drill.stage is Stage.SPRINT and not self.reps):
            return "running"
        if tempo is None or not self.reps:
            return "hold"
        return "quick" if tempo.rep < QUICK else "tempo"

    @property
    def is_coached_before(self) -> bool:
        """Whether nobody can listen in it: a single run, a start in one's own time, a skip."""
        single = self.reps == 1 or self.drill.trigger == OWN_TIME
        burst = self.drill.stage is Stage.SPRINT and not self.reps and self.length <= BURST
        return single or (burst and self.lead.set == 1)

    def rep_of(self, at: int) -> int:
        """Return the repetition at a position, 0 outside of all."""
        return next((s.rep or 0 for s in self.work if s.start <= at < s.end), 0)

    def __str__(self) -> str:
        side = f" {self.side}" if self.side else ""
        number = self.number + 1
        return f"{clock_text(self.start)} {number} {self.drill.id}{side} {self.lead.set or ''}"


@dataclass(frozen=True)
class Heard:
    """A flow, its timeline, and with what it was told."""

    flow: Flow
    timeline: Timeline
    phrases: Phrases
    catalogue: Mapping[str, Drill]

    @cached_property
    def speech(self) -> tuple[Cue, ...]:
        """Everything that is said, in order."""
        said = (cue for cue in self.timeline.cues if cue.kind.is_speech)
        return tuple(sorted(said, key=lambda cue: cue.start))

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        spans: dict[int, list[Span]] = {}
        for span in self.timeline.spans:
            spans.setdefault(span.bout, []).append(span)
        return tuple(self._bouts(spans))

    def _bouts(self, spans: Mapping[int, list[Span]]) -> Iterator[Bout]:
        before = 0
        for index, own in spans.items():
            work = tuple(span for span in own if span.phase.is_work)
            ready = next(span for span in own if span.phase is SpanPhase.READY)
            leads = [span for span in own if span.end <= ready.start]
            step = self.flow.steps[own[0].step]
            yield Bout(index, own[0].step, step, leads[-1], ready, work, before)
            before = work[-1].end

    @cached_property
    def firsts(self) -> tuple[Bout, ...]:
        """The first bout of each step."""
        return tuple(bout for bout in self.bouts if bout.is_first)

    def said(self, start: int, end: int, roles: Container[Role] = tuple(Role)) -> list[Cue]:
        """Return what begins between two positions."""
        return [cue for cue in self.speech if start <= cue.start < end and cue.role in roles]

    def lead_in(self, bout: Bout, *roles: Role) -> list[Cue]:
        """Return what is said between the work before a bout and its "ready"."""
        return self.said(bout.before, bout.ready.start, roles or tuple(Role))

    def in_work(self, bout: Bout, *roles: Role) -> list[Cue]:
        """Return what is said in the work of a bout."""
        return self.said(bout.start, bout.end, roles or tuple(Role))

    def coached(self, bout: Bout) -> list[Cue]:
        """Return cues and feelings said in the work of a bout."""
        return self.said(bout.start, bout.end, COACHED)

    def finding(self, measure: str, where: object, what: str) -> Finding:
        return Finding(measure, self.flow.id, str(where).strip(), what)


def clipped(cue: Cue, bout: Bout) -> int:
    """Return for how many ms something is said within the work of a bout."""
    return max(0, min(cue.end, bout.end) - max(cue.start, bout.start))


def percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
