"""Which flows are left alone because of what hurts."""

from collections.abc import Collection, Iterable
from datetime import date

from longstride.core.flow.flow import Flow
from longstride.core.history import suggestion
from longstride.core.history.pain import hurting
from longstride.ui.shown.past import Recent


def left_alone(recent: Recent, flows: Iterable[Flow], today: date) -> frozenset[str]:
    """Return the ids of flows that load or stretch what hurts, and while that is new all loads."""
    return suggestion.left_alone(flows, recent.remembered, today, recent.better)


def titles_to_do(recent: Recent, flows: Collection[Flow], today: date) -> dict[str, str]:
    """Return the titles of the flows that are not left alone, by id."""
    alone = left_alone(recent, flows, today)
    return {flow.id: flow.title for flow in flows if flow.id not in alone}


def rests(recent: Recent, today: date) -> bool:
    """Return whether something hurt sharply today, after which nothing more is offered."""
    return today in hurting(recent.remembered, recent.better).values()
