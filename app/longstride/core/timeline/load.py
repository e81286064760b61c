"""How long a flow is under load: the one rule by which loaded days are spaced."""

from longstride.core.flow.drill import Stage
from longstride.core.flow.flow import Flow
from longstride.core.timeline.bouts import Bout, write_out

LOADED_FROM = 120_000  # ms under load from which the next day had better be an easy one: judgement
_LOADING = frozenset({Stage.LOAD, Stage.STABILITY, Stage.SPRINT})


def under_load(flow: Flow) -> int:
    """Return the ms at work that ask for strength or speed, all sets and sides together.

    Tests and easy running do not count: the first measure, the second is what runners do anyway.
    """
    return sum(bout.work for bout in write_out(flow) if _loads(bout))


def is_loaded(flow: Flow) -> bool:
    """Return whether a flow is under load for so long that an easy day suits it afterwards."""
    return under_load(flow) >= LOADED_FROM


def _loads(bout: Bout) -> bool:
    easy_run = bout.drill.stage is Stage.SPRINT and bout.long
    return bout.drill.stage in _LOADING and not bout.drill.test and not easy_run
