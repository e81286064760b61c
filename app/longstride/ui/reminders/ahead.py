"""What the days ahead hold, by a glance at the journal that locks nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from longstride.core.flow.flow import MEASURES
from longstride.core.history.load import is_loaded
from longstride.core.history.plan.following import Anchor
from longstride.core.history.reminder import Ahead
from longstride.core.history.suggestion import suggest
from longstride.core.history.week import WEEK, Rhythm
from longstride.journal.glance import better, newest_sessions, sharp_sessions
from longstride.journal.plan_glance import PlanGlance, glance_at_plan
from longstride.records.following import PlanNow, plan_now
from longstride.ui.shown.left_alone import left_alone
from longstride.ui.shown.past import NEWEST, SHARP, Recent, no_recent

if TYPE_CHECKING:
    from longstride.engine import Engine


@dataclass(frozen=True, slots=True)
class _Days:
    """What the journal says of the days around today."""

    plan: PlanNow | None = None
    done: frozenset[date] = frozenset()
    frozen: frozenset[date] = frozenset()
    anchors: tuple[Anchor, ...] = ()


def read_ahead(engine: Engine) -> Ahead | None:
    """Return what the days ahead hold; None where the journal cannot be read so.

    FlowError without drills. A flow that loads or stretches what hurts has no title, so that it
    is never told.
    """
    days, recent = _days(engine), _recent(engine)
    if days is None or recent is None:
        return None
    flows, today = engine.all_wanted(engine.library.flows.values()), engine.today()
    hurtful = left_alone(recent, flows, today)
    offered = [flow for flow in flows if MEASURES not in flow.occasions]
    suggestion = suggest(offered, None, recent.remembered, today, recent.better)
    suggested = suggestion.flow if suggestion else None
    return Ahead(
        titles={flow.id: flow.title for flow in flows if flow.id not in hurtful},
        turns=days.plan.turns if days.plan else None,
        suggested=suggested.id if suggested else None,
        anchors=days.anchors,
        done_days=days.done,
        frozen=days.frozen,
    )


def _days(engine: Engine) -> _Days | None:
    def see(glance: PlanGlance) -> _Days:
        rhythm = Rhythm(glance.weeks(), glance.freezes(), week_start=engine.week_start())
        return _Days(
            _plan(engine, glance, rhythm),
            glance.days_trained(engine.today() - WEEK),
            frozenset(freeze.day for freeze in rhythm.freezes),
            glance.anchors(),
        )

    seen = glance_at_plan(engine.paths.journal, see)
    return None if seen is None else next(iter(seen), _Days())


def _plan(engine: Engine, glance: PlanGlance, rhythm: Rhythm) -> PlanNow | None:
    if not glance.followings():
        return None
    loaded = {flow.id for flow in engine.library.flows.values() if is_loaded(flow)}
    return plan_now(glance, loaded, rhythm, engine.today())


def _recent(engine: Engine) -> Recent | None:
    """Return what is needed of what Today knows."""
    journal = engine.paths.journal
    newest, sharp = newest_sessions(journal, NEWEST), sharp_sessions(journal, SHARP)
    said = better(journal)
    if newest is None or sharp is None or said is None:
        return None
    done = tuple(session for session in newest if session.ended)
    return replace(no_recent(engine.today()), sessions=done, sharp=sharp, better=said)
