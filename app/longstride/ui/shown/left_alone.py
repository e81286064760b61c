"""Which flows are left alone because of what hurts."""

from collections.abc import Iterable
from datetime import date, timedelta

from longstride.core.flow.flow import Flow
from longstride.core.flow.strain import spares
from longstride.core.history.load import is_loaded
from longstride.core.history.pain import hurting
from longstride.core.history.suggestion import PAIN_DAYS
from longstride.ui.shown.past import Recent


def left_alone(recent: Recent, flows: Iterable[Flow], today: date) -> frozenset[str]:
    """Return the ids of flows that load or stretch what hurts, and while that is new all loads."""
    past = sorted(
        (each for each in recent.remembered if each.day <= today),
        key=lambda each: (each.day, each.started),
    )
    hurts = hurting(past, recent.better)
    if not hurts:
        return frozenset()
    lately = today - max(hurts.values()) <= timedelta(days=PAIN_DAYS)
    places = frozenset(hurts)
    return frozenset(
        flow.id for flow in flows if not spares(flow, places) or (lately and is_loaded(flow))
    )
