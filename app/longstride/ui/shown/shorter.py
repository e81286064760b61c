"""A flow in fewer minutes, as the pages offer it: what is left of it, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from longstride.core.flow.manner import Manner
from longstride.ui.shown.cards import FlowCard, flow_card, step_line

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Talk
    from longstride.core.timeline.shorten import Short
    from longstride.core.timeline.timeline import Timeline
    from longstride.engine import Engine
    from longstride.ui.shown.pages import Fresh

MINUTE = 60_000
OFFERED = (10, 8, 6, 4)  # minutes


@dataclass(frozen=True, slots=True)
class Shorter:
    """A flow in fewer minutes; ``card`` lists the steps that are left out as well."""

    card: FlowCard
    left_out: str


Fits = Mapping[int, Shorter]  # by minutes; those that are too few for the flow are not in it

Shorters = Mapping[tuple[str, "Talk | None"], Fits]  # by flow and what is said, None: as it is set


def offered_minutes(card: FlowCard) -> tuple[int, ...]:
    """Return in how many minutes a flow may be wanted, the most first."""
    return tuple(n for n in OFFERED if card.shortens and n * MINUTE < card.length)


def read_shorter(engine: Engine, flow: Flow, talk: Talk | None) -> Fresh:
    """Fit a flow to every number of minutes that is offered: a quarter of a second's work."""
    from longstride.leading.shortening import all_shortened

    rooms = [minutes * MINUTE for minutes in OFFERED]
    found = all_shortened(engine, flow, rooms, Manner(talk))
    fits = {room // MINUTE: shorter(flow, *each) for room, each in found.items()}
    return lambda shown: replace(shown, shorter={**shown.shorter, (flow.id, talk): fits})


def shorter(flow: Flow, short: Short, timeline: Timeline) -> Shorter:
    """Return a flow made shorter as it is shown."""
    card = flow_card(short.flow, timeline)
    lines = dict(zip(short.kept, card.steps, strict=True))
    steps = (
        lines.get(place) or replace(step_line(step, 0), dose="", left_out=True)
        for place, step in enumerate(flow.steps)
    )
    return Shorter(replace(card, steps=tuple(steps)), short.left_out)
