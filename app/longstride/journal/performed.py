"""The flow of a session in an exported file: whether it is one at all.

Whether it can be led again is asked when it is to be: a flow of long ago need not, and its
session's own numbers are still good.
"""

import json
from typing import Any

from longstride.core.flow.saved import MOST_STEPS, is_swollen

NO_FLOW = "{}"  # of what was entered by hand


def count_steps(flow_json: str) -> int | None:
    """Return how many steps a flow has, None for work entered without one; ValueError for none."""
    if flow_json == NO_FLOW:
        return None
    if is_swollen(flow_json):
        raise ValueError("it is larger than any flow")
    flow = json.loads(flow_json)
    if not (_names(flow, "id", "title") and isinstance(flow.get("steps"), list)):
        raise ValueError("it has no id, title or steps")
    steps = flow["steps"]
    if not (0 < len(steps) <= MOST_STEPS and all(map(_is_a_step, steps))):
        raise ValueError("it has no steps, too many, or one without a drill")
    return len(steps)


def _is_a_step(step: Any) -> bool:
    return isinstance(step, dict) and _names(step.get("drill"), "id", "name")


def _names(record: Any, *keys: str) -> bool:
    return isinstance(record, dict) and all(isinstance(record.get(key), str) for key in keys)
