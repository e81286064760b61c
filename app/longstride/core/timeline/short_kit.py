"""What is fetched and put away in a flow that leaves steps out: nothing twice, nothing not at all.

An author writes it for the flow as a whole. Where a step is left out, the next one takes over what
that one was to fetch for both, and says nothing of things that were never taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.adapt import BAND
from longstride.core.timeline.script import sentences


def with_kit(flow: Flow, steps: Mapping[int, Step]) -> tuple[Step, ...]:
    """Return the steps left of a flow, by their places in it, with what is told of their kit."""
    things = {each: re.compile(rf"\b{re.escape(each.lower())}\b") for each in flow.equipment}
    return tuple(_told(_Gap(flow, steps, things, *pair)) for pair in pairwise((-1, *steps)))


@dataclass(frozen=True, slots=True)
class _Gap:
    """Two steps that follow each other now; ``before`` is -1 for the first.

    ``things`` has what finds each thing of the flow's in a sentence.
    """

    flow: Flow
    steps: Mapping[int, Step]
    things: Mapping[str, re.Pattern[str]]
    before: int
    place: int

    @property
    def step(self) -> Step:
        return self.steps[self.place]

    @property
    def gone(self) -> Sequence[Step]:
        """The steps left out between them."""
        return self.flow.steps[self.before + 1 : self.place]

    @property
    def held(self) -> frozenset[str]:
        """What is at hand from the step before."""
        return _kit(self.steps[self.before]) if self.before >= 0 else frozenset()

    def names(self, text: str) -> frozenset[str]:
        """Return which things of the flow's a sentence names."""
        words = text.lower()
        return frozenset(thing for thing, pattern in self.things.items() if pattern.search(words))

    def was_taken(self, thing: str) -> bool:
        """Return whether a thing can be put away: a step that is left has it, or none ever had."""
        if thing in self.held:
            return True
        if any(thing in _kit(step) for step in self.gone):
            return False
        kept = (step for place, step in self.steps.items() if place < self.place)
        authored = self.flow.steps[: self.place]
        kits = [_kit(step) for step in authored]
        return any(thing in _kit(step) for step in kept) or all(thing not in kit for kit in kits)


def _told(gap: _Gap) -> Step:
    step = gap.step
    if not (gap.gone or step.fetch or step.put_away):
        return step
    fetched = tuple(_fetched_for(gap))
    return replace(
        step,
        put_away=" ".join((*_put_away_for(gap), *_own_put_away(gap))),
        fetch=" ".join((*(text for text, _ in fetched), *_own_fetch(gap))),
        get_ready=max(step.get_ready, *(ready for _, ready in fetched), 0),
    )


def _own_put_away(gap: _Gap) -> Iterator[str]:
    for text in sentences(gap.step.put_away):
        if all(map(gap.was_taken, gap.names(text))):
            yield text


def _own_fetch(gap: _Gap) -> Iterator[str]:
    """Yield what a step fetches, but for a band that is still being worn."""
    for text in sentences(gap.step.fetch):
        if not (gap.gone and BAND in gap.held and BAND in gap.names(text)):
            yield text


def _put_away_for(gap: _Gap) -> Iterator[str]:
    """Yield what steps left out would have put away of what is still at hand."""
    idle = gap.held - _kit(gap.step) - gap.names(gap.step.put_away)
    for step in gap.gone:
        for text in sentences(step.put_away):
            if idle & gap.names(text):
                yield text


def _fetched_for(gap: _Gap) -> Iterator[tuple[str, int]]:
    """Yield what steps left out would have fetched for this one, and the ms to get ready then."""
    lacking = _kit(gap.step) - gap.held - gap.names(gap.step.fetch)
    starts = gap.step.drill.travels and not gap.step.fetch and not _travels(gap)
    for step in gap.gone:
        for text in sentences(step.fetch):
            named = gap.names(text)
            if lacking & named or (starts and step.drill.travels and not named):
                yield text, step.get_ready
                lacking -= named


def _travels(gap: _Gap) -> bool:
    return gap.before >= 0 and gap.steps[gap.before].drill.travels


def _kit(step: Step) -> frozenset[str]:
    return frozenset(step.drill.equipment)
