"""What Today offers by a first glance, before anything slow is imported or read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from longstride.ui.shown.past import NEWEST, SHARP, Recent, no_recent, unrated

if TYPE_CHECKING:
    from longstride.engine import Engine
    from longstride.ui.shown.pages import Fresh


def read_offer(engine: Engine) -> Fresh:
    """Compile the cards of the flows that may be offered; FlowError without drills."""
    from longstride.core.timeline.coaching import Coaching
    from longstride.core.timeline.compiler import compile_flow
    from longstride.ui.shown.cards import flow_card
    from longstride.ui.today.suggestions import suggestions

    recent = glance(engine)
    if recent is None:
        return lambda shown: shown
    flows = engine.all_wanted(engine.library.flows.values())
    today = engine.today()
    suggested = suggestions(flows, recent.remembered, today, recent.better).values()
    wanted = dict.fromkeys((*(name for name, _ in suggested), *(flow.id for flow in flows[:1])))
    coaching = Coaching(engine.library.phrases, engine.settings.talk)
    offered = [flow for name in wanted for flow in flows if flow.id == name]
    cards = tuple(flow_card(flow, compile_flow(flow, {}, coaching)) for flow in offered)
    return lambda shown: replace(shown, offered=cards, flows=flows, recent=recent)


def glance(engine: Engine) -> Recent | None:
    """Return what the newest sessions tell, in a few ms; None where they cannot be read so."""
    from longstride.journal.glance import better, newest_sessions, sharp_sessions, soreness

    journal = engine.paths.journal
    newest, sharp = newest_sessions(journal, NEWEST), sharp_sessions(journal, SHARP)
    today = engine.today()
    said, sore = better(journal), soreness(journal, today)
    if newest is None or sharp is None or said is None or sore is None:
        return None
    return replace(
        no_recent(today),
        sessions=tuple(session for session in newest if session.ended),
        interrupted=next((session for session in newest if session.ended is None), None),
        unrated=unrated(newest, today),
        whole=False,
        sharp=sharp,
        better=said,
        changes=engine.dose_changes(),
        soreness=sore,
    )
