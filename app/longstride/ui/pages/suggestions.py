"""What Today suggests for every stiffness there is."""

from collections.abc import Sequence
from datetime import date

from longstride.core.flow import Flow
from longstride.core.session import Session
from longstride.core.suggestion import suggest
from longstride.ui.pages.views import Suggested

MEASURES = "measure"  # the occasion of flows that test and do not train


def suggestions(
    flows: Sequence[Flow], sessions: Sequence[Session], today: date
) -> dict[int | None, Suggested]:
    """Return a flow's id and the reason for each stiffness 0-10, and for one not yet known."""
    offered = [flow for flow in flows if MEASURES not in flow.occasions]
    found: dict[int | None, Suggested] = {}
    for stiffness in (None, *range(11)):
        if suggestion := suggest(offered, stiffness, sessions, today):
            found[stiffness] = (suggestion.flow.id, suggestion.reason)
    return found
