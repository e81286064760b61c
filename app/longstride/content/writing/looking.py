"""What a draft becomes, as far as it is good, and what is wrong with it, each at its place.

All of it is pure and takes no more than the draft: it can be worked out off the GUI thread.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from longstride.content.advice_flows import advise_flow
from longstride.content.flow_forms import FlowForm
from longstride.content.flows import SLOWEST, Proved, flow_of, prove_flow
from longstride.content.gate import (
    LONGEST_LINE,
    LONGEST_MISTAKE,
    MOST_TOKENS,
    Document,
    check_shape,
    decoded,
    unfit,
)
from longstride.content.limits import LONGEST, least_length, longest_length
from longstride.content.lines import Path
from longstride.content.proof import Proof
from longstride.content.wording import one_line
from longstride.content.writing.draft import Draft
from longstride.core.errors import FlowError
from longstride.core.flow.drill import Drill, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.lengths import Lengths
from longstride.core.timeline.timeline import Cue, Timeline

_NONE: Lengths = MappingProxyType({})
_SLOWER = 4  # times as long is more than the slowest breath and voice make of any flow


@dataclass(frozen=True, slots=True, order=True)
class Placed:
    """A sentence about one place: ``("title",)``, ``("step", 2, "reps")``, or ``()`` for all."""

    path: Path
    text: str

    @property
    def step(self) -> int | None:
        """The step it is about, from 0."""
        return self._number("step")

    @property
    def drill(self) -> int | None:
        """Which of the flow's own drills it is about, from 0."""
        return self._number("drill")

    @property
    def key(self) -> str:
        """The field it is about, "" for the whole of it."""
        inside = self.path if self.step is None and self.drill is None else self.path[2:]
        return str(inside[0]) if inside else ""

    def _number(self, name: str) -> int | None:
        if self.path[:1] == (name,) and len(self.path) > 1:
            return int(self.path[1])
        return None


class _PlacedProof(Proof):
    """A proof that keeps the places of what it notes, and looks for no lines."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(Document(draft.file, draft.table, ""))
        self.wrongs: list[Placed] = []
        self.unwises: list[Placed] = []

    def wrong(self, path: Path, text: str) -> None:
        self.wrongs.append(Placed(path, one_line(text, LONGEST_MISTAKE)))

    def unwise(self, path: Path, text: str) -> None:
        self.unwises.append(Placed(path, one_line(text, LONGEST_MISTAKE)))


@dataclass(frozen=True)
class Look:
    """What a draft comes to. ``flow`` has its good steps only; None where there is none.

    ``numbers`` are the places of the flow's steps in the draft. ``timeline`` is None where nothing
    can be led, or for longer than anybody may be.
    """

    mistakes: tuple[Placed, ...]
    warnings: tuple[Placed, ...]
    flow: Flow | None
    numbers: tuple[int, ...]
    known: Mapping[str, Drill]
    timeline: Timeline | None

    @property
    def is_good(self) -> bool:
        """Whether it can be saved and led as it stands."""
        return not self.mistakes

    @property
    def total(self) -> int:
        """How long it takes, in ms."""
        if self.timeline is not None:
            return self.timeline.duration
        flow = self.flow
        return sum(least_length(step, flow.breath) for step in flow.steps) if flow else 0

    @property
    def equipment(self) -> tuple[str, ...]:
        """All that has to be at hand."""
        return self.flow.equipment if self.flow else ()

    @cached_property
    def steps(self) -> Mapping[int, Step]:
        """The good steps by their places in the draft."""
        return dict(zip(self.numbers, self.flow.steps, strict=True)) if self.flow else {}

    @cached_property
    def lengths(self) -> Mapping[int, int]:
        """How long each good step takes, in ms, by its place in the draft."""
        found = dict.fromkeys(self.numbers, 0)
        for span in self.timeline.spans if self.timeline else ():
            found[self.numbers[span.step]] += span.length
        return found

    @property
    def strip(self) -> tuple[tuple[Stage, int], ...]:
        """The stage and length in ms of each good step, in order."""
        return tuple((step.drill.stage, self.lengths[place]) for place, step in self.steps.items())

    @property
    def sides(self) -> tuple[int, int]:
        """How long each side works, in ms, left and right: they differ where one alone does."""
        work = [0, 0]
        for span in self.timeline.spans if self.timeline else ():
            if span.phase.is_work and span.side is not None:
                work[span.side.value == "right"] += span.length
        return work[0], work[1]

    def said(self, place: int) -> tuple[Cue, ...]:
        """Return what is said in a step, each with its instant in the whole flow."""
        if self.timeline is None or place not in self.numbers:
            return ()
        number = self.numbers.index(place)
        spans = [span for span in self.timeline.spans if span.step == number]
        start, end = spans[0].start, spans[-1].end
        cues = (cue for cue in self.timeline.cues if cue.kind.is_speech)
        return tuple(cue for cue in cues if start <= cue.at < end)


def look(
    draft: Draft, catalogue: Mapping[str, Drill], coaching: Coaching, lengths: Lengths = _NONE
) -> Look:
    """Return what a draft comes to, with every mistake that ``check`` would find and its place.

    ``lengths`` are of the sentences that were measured.
    """
    proof = _PlacedProof(draft)
    for path, text in unfit(draft.table, ()):
        proof.wrong(path, text)
    proved = prove_flow(proof, catalogue)
    _check_shape(draft, proof)
    flow, timeline = _flow(proved), None
    if flow is not None and sum(least_length(each, flow.breath) for each in flow.steps) <= LONGEST:
        timeline = compile_flow(flow, lengths, coaching)
        flow = replace(flow, minutes=_minutes(flow, proved, timeline))
        if not proof.wrongs:
            _judge(flow, proved, proof, coaching, timeline)
    return Look(
        tuple(sorted(set(proof.wrongs), key=_order)),
        tuple(sorted(set(proof.unwises), key=_order)),
        flow,
        tuple(proved.steps),
        proved.known,
        timeline,
    )


def _order(each: Placed) -> tuple[list[str], str]:
    """Return what puts places in order; numbers as they count."""
    return [f"{part:06}" if isinstance(part, int) else part for part in each.path], each.text


def _flow(proved: Proved) -> Flow | None:
    """Return a flow of what is good: without a good head, one without words of its own."""
    if not proved.steps:
        return None
    plain = FlowForm(title="This flow", step=[None])
    return flow_of(proved, proved.form or plain)


def _judge(
    flow: Flow, proved: Proved, proof: _PlacedProof, coaching: Coaching, timeline: Timeline
) -> None:
    """Note what only a whole flow can have wrong with it, or unwise in it."""
    near = timeline.duration * _SLOWER > LONGEST
    if near and longest_length(flow, coaching.phrases) > LONGEST:
        proof.wrong(("step",), SLOWEST)
    advise_flow(flow, proved.own, proved.known, proof, coaching.phrases)


def _check_shape(draft: Draft, proof: _PlacedProof) -> None:
    """Note what the file as a whole may not be: too large, or with more than a flow can have.

    A text with fewer characters than a flow may have tokens needs no counting; nor is what an
    author fills in nested any deeper than what was opened.
    """
    lines = draft.text.split("\n")
    if len(draft.text) < MOST_TOKENS and max(map(len, lines)) <= LONGEST_LINE:
        return
    try:
        check_shape(decoded(draft.content, draft.file), draft.file)
    except FlowError as error:
        for mistake in error.mistakes:
            proof.wrong((), mistake.text)


def _minutes(flow: Flow, proved: Proved, timeline: Timeline) -> tuple[int, int]:
    """Return the minutes that are promised, else those that were measured."""
    if proved.form is not None and proved.form.minutes is not None:
        return flow.minutes
    return max(1, timeline.duration // 60_000), -(-timeline.duration // 60_000)
