"""What the days ahead hold, read at a glance: what reminders are decided by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.flow.flow import MEASURES
from longstride.core.history.load import is_loaded
from longstride.core.history.pain import hurting
from longstride.core.history.plan.following import current
from longstride.core.history.plan.weeks_ahead import weeks_ahead
from longstride.core.history.reminder import Ahead
from longstride.core.history.suggestion import left_alone, suggest
from longstride.core.history.week import WEEK, Rhythm
from longstride.journal.glance import better, newest_sessions, seen, sharp_sessions
from longstride.journal.plan_glance import PlanGlance
from longstride.records.following import plan_now

if TYPE_CHECKING:
    import sqlite3

    from longstride.core.flow.flow import Flow
    from longstride.core.history.plan.following import Anchor
    from longstride.core.history.plan.turn import Turn
    from longstride.records.following import PlanNow

_NEWEST = 12  # sessions a suggestion looks at
_SHARP = 100  # of those with sharp pain
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look at the journal gave; ``turns`` are None where no plan is under way."""

    turns: tuple[Turn, ...] | None
    anchors: tuple[Anchor, ...]
    done_days: frozenset[date]
    frozen: frozenset[date]


def look_ahead(
    journal: Path, flows: Collection[Flow], week_start: int | None, today: date
) -> Ahead | None:
    """Return what the days ahead hold; None where the journal cannot be read just now, or is gone.

    It is read without a lock and in a few ms; before the first session it is empty. ``flows``
    are all there are, the one to begin with first. Where ``week_start`` is None, weeks begin as
    the plan that is followed does. What loads or stretches what hurts is left alone, and
    on the day on which it hurt sharply nothing is asked for.
    """
    if not journal.exists() and journal.with_name("backups").exists():
        return None
    loaded = {flow.id for flow in flows if is_loaded(flow)}
    found = seen(journal, lambda connection: [_see(connection, loaded, week_start, today)])
    newest, sharp = newest_sessions(journal, _NEWEST), sharp_sessions(journal, _SHARP)
    said = better(journal)
    if found is None or newest is None or sharp is None or said is None:
        return None
    last = tuple({each.id: each for each in (*newest, *sharp) if each.ended}.values())
    alone = left_alone(flows, last, today, said)
    offered = [flow for flow in flows if MEASURES not in flow.occasions]
    suggestion = suggest(offered, None, last, today, said)
    suggested = suggestion.flow.id if suggestion and suggestion.flow else None
    titles = {flow.id: flow.title for flow in flows if flow.id not in alone}
    rest = frozenset({today}) if today in hurting(last, said).values() else frozenset()
    return _ahead(found[0] if found else None, titles, suggested, rest)


def _see(
    connection: sqlite3.Connection, loaded: Collection[str], week_start: int | None, today: date
) -> _Seen:
    glance = PlanGlance(connection)
    freezes = glance.freezes()
    following, plan = current(glance.followings(), today), None
    if following:
        first = following.first.weekday() if week_start is None else week_start
        plan = plan_now(glance, loaded, Rhythm(glance.weeks(), freezes, week_start=first), today)
    under_way = plan is not None and not plan.place.over and plan.following.first <= today
    return _Seen(
        _turns(plan, loaded) if plan and under_way else None,
        glance.anchors(),
        glance.days_trained(today - WEEK),
        frozenset(freeze.day for freeze in freezes if freeze.day >= today - _A_DAY),
    )


def _turns(plan: PlanNow, loaded: Collection[str]) -> tuple[Turn, ...]:
    """Return the turns of the running week, and of the one after it as it will begin."""
    ahead = weeks_ahead(plan.following, plan.place, plan.start, plan.anchors, loaded, 1)
    return (*plan.turns, *(turn for _, turns in ahead for turn in turns))


def _ahead(
    found: _Seen | None, titles: dict[str, str], suggested: str | None, rest: frozenset[date]
) -> Ahead:
    if found is None:
        return Ahead(titles, suggested=suggested, frozen=rest)
    frozen = found.frozen | rest
    return Ahead(titles, found.turns, suggested, found.anchors, found.done_days, frozen)
