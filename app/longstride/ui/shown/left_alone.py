"""Which flows are left alone because of what hurts."""

from collections.abc import Iterable
from datetime import date

from longstride.core.flow.flow import Flow
from longstride.core.history import suggestion
from longstride.ui.shown.past import Recent


def left_alone(recent: Recent, flows: Iterable[Flow], today: date) -> frozenset[str]:
    """Return the ids of flows that load or stretch what hurts, and while that is new all loads."""
    return suggestion.left_alone(flows, recent.remembered, today, recent.better)
