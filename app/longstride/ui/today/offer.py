"""What Today offers by a first glance, before anything slow is imported or read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from longstride.ui.shown.past import NEWEST, SHARP, Recent, no_recent, unrated

if TYPE_CHECKING:
    from longstride.engine import Engine
    from longstride.records.following import PlanNow
    from longstride.ui.shown.pages import Fresh


def read_offer(engine: Engine) -> Fresh:
    """Compile the cards of the flows that may be offered; FlowError without drills."""
    from longstride.leading.estimate import estimates
    from longstride.ui.shown.cards import flow_card
    from longstride.ui.today.suggestions import suggestions

    recent = glance(engine)
    seen = None if recent is None else plan_seen(engine)
    if recent is None or seen is None:
        return lambda shown: shown
    plan = seen[0] if seen else None
    recent = replace(recent, plan=plan)
    flows = engine.all_wanted(engine.library.flows.values())
    today = engine.today()
    suggested = suggestions(flows, recent.remembered, today, recent.better).values()
    others = (name for name, _ in suggested)
    wanted = dict.fromkeys((*_planned(plan), *others, *(flow.id for flow in flows[:1])))
    offered = [flow for name in wanted for flow in flows if flow.id == name]
    cards = tuple(map(flow_card, offered, estimates(engine, offered)))
    return lambda shown: replace(shown, offered=cards, flows=flows, recent=recent)


def plan_seen(engine: Engine) -> tuple[PlanNow | None, ...] | None:
    """Return the plan that is followed in a tuple, empty without a journal; None as ``glance``."""
    from longstride.journal.plan_glance import PlanGlance, glance_at_plan

    def look(plan: PlanGlance) -> PlanNow | None:
        if not plan.followings():
            return None  # most often; then none of what places its turns is read
        from longstride.core.history.load import is_loaded
        from longstride.core.history.week import Rhythm
        from longstride.records.following import plan_now

        loaded = {flow.id for flow in engine.library.flows.values() if is_loaded(flow)}
        rhythm = Rhythm(plan.weeks(), plan.freezes(), week_start=engine.week_start())
        return plan_now(plan, loaded, rhythm, engine.today())

    return glance_at_plan(engine.paths.journal, look)


def _planned(plan: PlanNow | None) -> tuple[str, ...]:
    """Return the flows of a plan's turns that are still to come."""
    return tuple(turn.flow for turn in plan.turns if turn.is_open) if plan else ()


def glance(engine: Engine) -> Recent | None:
    """Return what the newest sessions tell, in a few ms; None where they cannot be read so."""
    from longstride.journal.glance import better, cut_off, newest_sessions, sharp_sessions, soreness

    journal = engine.paths.journal
    newest, sharp = newest_sessions(journal, NEWEST), sharp_sessions(journal, SHARP)
    today = engine.today()
    said, sore, left = better(journal), soreness(journal, today), cut_off(journal)
    if newest is None or sharp is None or said is None or sore is None or left is None:
        return None
    return replace(
        no_recent(today),
        sessions=tuple(session for session in newest if session.ended),
        interrupted=max(left, key=lambda session: session.started, default=None),
        unrated=unrated(newest, today),
        whole=False,
        sharp=sharp,
        better=said,
        changes=engine.dose_changes(),
        soreness=sore,
    )
