"""How much a flow asks of the legs, so that what loads them gets a day between.

That load wants rest before more of it is common ground; how many seconds make a session a loaded
one is our own judgement: a minute and a half of both legs together, tests apart.
"""

from collections.abc import Iterable

from longstride.core.flow.drill import Stage
from longstride.core.flow.flow import Flow

LOADED_FROM = 90  # seconds
_LOADED = frozenset({Stage.LOAD, Stage.STABILITY, Stage.SPRINT})


def seconds_under_load(flow: Flow) -> int:
    """Return the seconds a flow spends on strength and speed, all its sides together."""
    work = (
        step.work(flow.breath)
        for step in flow.steps
        if step.drill.stage in _LOADED and not step.drill.test
    )
    return sum(work) // 1000


def is_loaded(flow: Flow) -> bool:
    """Return whether a flow loads the legs so that they want a day before the next one does."""
    return seconds_under_load(flow) >= LOADED_FROM


def loaded_among(flows: Iterable[Flow]) -> frozenset[str]:
    """Return the ids of the flows that load the legs so."""
    return frozenset(flow.id for flow in flows if is_loaded(flow))
