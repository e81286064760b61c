"""What the pages show of the journal, read in few queries and free of Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from longstride.core.history.consistency import Consistency, consistency
from longstride.core.history.consistency_score import Score
from longstride.core.history.experience import LOOK_BACK, familiar
from longstride.core.history.load import loaded_among
from longstride.core.history.plan.course import Course, course
from longstride.core.history.plan.following import current
from longstride.core.history.week import WEEK, Rhythm
from longstride.core.history.what_changed import last_month, latest_changes
from longstride.records.following import going, plan_now
from longstride.ui.shown.past import FOUND, NEWEST, SHARP, Past, Query, Range, Recent, unrated

if TYPE_CHECKING:
    from datetime import date

    from longstride.core.history.dose_change import DoseChange
    from longstride.core.history.session import Session
    from longstride.engine import Engine
    from longstride.journal.journal import Journal
    from longstride.records.following import PlanNow


def read_recent(engine: Engine, week_start: int, before: Recent | None = None) -> Recent:
    """Read what Today shows; JournalError.

    ``before`` is what was read last, if nothing but new sessions came since: then the history
    before this week is not looked at again.
    """
    journal, today = engine.records.journal, engine.today()
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=week_start)
    newest, changes = journal.sessions(NEWEST), journal.dose_changes()
    plan = _plan(engine, rhythm)
    return Recent(
        rhythm=rhythm,
        regular=_regular(engine, rhythm, before),
        sessions=tuple(session for session in newest if session.ended),
        count=journal.count(),
        interrupted=journal.interrupted(),
        unrated=unrated(newest, today),
        known=familiar(journal.days_done(today - LOOK_BACK), today),
        sharp=journal.sharp_sessions(SHARP),
        better=journal.better(),
        changes=changes,
        plan=plan,
        waiting=_waiting(engine, plan, changes),
        soreness=journal.soreness(today),
    )


def read_past(engine: Engine, chosen: Range, week_start: int) -> Past:
    """Read what Review shows; JournalError."""
    journal, library, today = engine.records.journal, engine.library, engine.today()
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=week_start)
    since = chosen.since(today, rhythm)
    totals = journal.day_totals()
    drills = library.catalogue.values()
    regular = consistency(journal.days_trained(), rhythm, today)
    measurements = journal.measurements()
    return Past(
        range=chosen,
        today=today,
        since=since,
        rhythm=rhythm,
        regular=regular,
        totals=totals,
        rated=journal.stiffness_points(since),
        over=journal.work(since, rhythm.week_of(today)),
        running=journal.work(rhythm.week_of(today)),
        measurements=tuple(each for each in measurements if since is None or each.day >= since),
        areas={drill.id: drill.areas for drill in drills},
        names={drill.id: drill.name for drill in drills},
        titles={flow.id: flow.title for flow in library.flows.values()},
        count=journal.count(),
        changed=latest_changes(
            today,
            journal.stiffness_points(last_month(last_month(today))),
            measurements,
            regular.streak.weeks,
        ),
        course=_course(journal, regular, today, rhythm.week_of(today)),
    )


def _course(journal: Journal, regular: Consistency, today: date, running: date) -> Course | None:
    followed = current(journal.followings(), today)
    if followed is None:
        return None
    return course(followed, regular.streak.weeks, running, journal.anchors())


def find(engine: Engine, query: Query) -> tuple[Session, ...]:
    """Return a page of a query's sessions, and one more where there are older; JournalError."""
    journal, day = engine.records.journal, query.day
    return journal.search(query.text, query.flow, day, day, FOUND + 1, query.skip)


def _plan(engine: Engine, rhythm: Rhythm) -> PlanNow | None:
    journal, today = engine.records.journal, engine.today()
    if not going(journal, today):
        return None  # and the flows need not be read for it
    loaded = loaded_among(engine.library.flows.values())
    return plan_now(journal, loaded, rhythm, today)


def _waiting(
    engine: Engine, plan: PlanNow | None, changes: tuple[DoseChange, ...]
) -> tuple[DoseChange, ...]:
    """Return the changes in a plan's flows that are taken but not laid on."""
    if plan is None or not changes:
        return ()
    from longstride.core.history.memory import as_dosed  # not before a dose was changed

    flows, catalogue = engine.library.flows, engine.library.catalogue
    dosed = (
        as_dosed(flows[name], catalogue, changes)
        for name in plan.following.plan.flows
        if name in flows
    )
    return tuple(change for each in dosed for change in each.stale)


def _regular(engine: Engine, rhythm: Rhythm, before: Recent | None) -> Consistency:
    journal, today = engine.records.journal, engine.today()
    run = before.regular.settled.run if before and _same(before.rhythm, rhythm) else None
    if before is None or run is None or run.last is None:
        return consistency(journal.days_trained(), rhythm, today)
    days = journal.days_trained(run.last.start + WEEK)
    fresh = consistency(days, rhythm, today, before.regular.settled)
    return replace(fresh, score=_joined(before.regular.score, fresh.score))


def _same(before: Rhythm, now: Rhythm) -> bool:
    return (before.weeks, before.freezes, before.week_start) == (
        now.weeks,
        now.freezes,
        now.week_start,
    )


def _joined(before: Score, fresh: Score) -> Score:
    """Return the newer score with the curve that led to it."""
    first = fresh.curve[0][0]
    older = tuple(point for point in before.curve if point[0] < first)
    return replace(fresh, curve=older + fresh.curve)
