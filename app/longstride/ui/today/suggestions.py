"""What Today suggests for every stiffness there is."""

from collections.abc import Sequence
from datetime import date

from longstride.core.flow.flow import MEASURES, Flow
from longstride.core.history.pain import NOT_SAID, Better
from longstride.core.history.session import Session
from longstride.core.history.suggestion import suggest
from longstride.ui.today.view import REST, Suggested


def suggestions(
    flows: Sequence[Flow], sessions: Sequence[Session], today: date, better: Better = NOT_SAID
) -> dict[int | None, Suggested]:
    """Return a flow's id and the reason for each stiffness 0-10, and for one not yet known.

    REST in place of the id is a day without a flow; ``better`` as in ``suggest``.
    """
    offered = [flow for flow in flows if MEASURES not in flow.occasions]
    found: dict[int | None, Suggested] = {}
    for stiffness in (None, *range(11)):
        if suggestion := suggest(offered, stiffness, sessions, today, better):
            name = suggestion.flow.id if suggestion.flow else REST
            found[stiffness] = (name, suggestion.reason)
    return found
