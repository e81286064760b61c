"""How many examples a property is tried on: few in the suite, more where the machine is asked to.

LONGSTRIDE_EXAMPLES=1000 pytest tests/core/history/plan
"""

import os

from hypothesis import settings

_EXAMPLES = int(os.environ.get("LONGSTRIDE_EXAMPLES", "0"))


def examples(few: int) -> settings:
    """Return settings for a property: so ``few`` examples, or as many as were asked for."""
    return settings(max_examples=_EXAMPLES or few)
