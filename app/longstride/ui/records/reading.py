"""What the pages show of the journal, read in few queries and free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from longstride.core.history.consistency import Consistency, consistency
from longstride.core.history.consistency_score import Score
from longstride.core.history.week import WEEK, DayTotal, Rhythm
from longstride.ui.intentions import Query, Range

if TYPE_CHECKING:
    from longstride.core.history.measure import Measurement
    from longstride.core.history.session import Session
    from longstride.core.history.stiffness import Rated
    from longstride.core.history.work_done import DrillWork, Work
    from longstride.engine import Engine

NEWEST = 12
ASKED_DAYS = 2  # for so long an answer still means something
FOUND = 100


@dataclass(frozen=True, slots=True)
class Recent:
    """What Today knows. ``sessions`` are the newest that ended; ``count`` counts all.

    ``interrupted`` was cut off and can go on; ``unrated`` ended lately and was never rated.
    """

    rhythm: Rhythm
    regular: Consistency
    sessions: tuple[Session, ...] = ()
    count: int = 0
    interrupted: Session | None = None
    unrated: Session | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What Review knows. ``totals`` and ``regular`` go back to the first day, the rest to
    ``since`` (None: to the first day too).

    ``over`` is the work of the weeks before the running one, ``running`` what came since.
    ``areas`` and ``names`` are those of drills by id, ``titles`` those of flows; ``count`` is of
    all sessions, also those that were left before any work.
    """

    range: Range
    today: date
    since: date | None
    rhythm: Rhythm
    regular: Consistency
    totals: tuple[DayTotal, ...]
    rated: tuple[Rated, ...]
    over: Work | None
    running: Work | None
    measurements: tuple[Measurement, ...]
    areas: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    count: int

    @property
    def first(self) -> date:
        """The first day that is looked at."""
        if self.since is not None:
            return self.since
        return self.rhythm.week_of(self.totals[0].day if self.totals else self.today)

    @property
    def drills(self) -> tuple[DrillWork, ...]:
        """What was done of each drill and side; what the running week held of it stands apart."""
        return tuple(each for work in (self.over, self.running) if work for each in work.drills)

    @property
    def shown_totals(self) -> tuple[DayTotal, ...]:
        """The days that are looked at."""
        first = self.first
        return tuple(total for total in self.totals if total.day >= first)


def read_recent(engine: Engine, week_start: int, before: Recent | None = None) -> Recent:
    """Read what Today shows; JournalError.

    ``before`` is what was read last, if nothing but new sessions came since: then the history
    before this week is not looked at again.
    """
    journal, today = engine.records.journal, engine.today()
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=week_start)
    newest = journal.sessions(NEWEST)
    return Recent(
        rhythm=rhythm,
        regular=_regular(engine, rhythm, before),
        sessions=tuple(session for session in newest if session.ended),
        count=journal.count(),
        interrupted=journal.interrupted(),
        unrated=_unrated(newest, today),
    )


def read_past(engine: Engine, chosen: Range, week_start: int) -> Past:
    """Read what Review shows; JournalError."""
    journal, library, today = engine.records.journal, engine.library, engine.today()
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=week_start)
    since = chosen.since(today, rhythm)
    totals = journal.day_totals()
    drills = library.catalogue.values()
    return Past(
        range=chosen,
        today=today,
        since=since,
        rhythm=rhythm,
        regular=consistency(frozenset(total.day for total in totals), rhythm, today),
        totals=totals,
        rated=journal.stiffness_points(since),
        over=journal.work(since, rhythm.week_of(today)),
        running=journal.work(rhythm.week_of(today)),
        measurements=journal.measurements(since=since),
        areas={drill.id: drill.areas for drill in drills},
        names={drill.id: drill.name for drill in drills},
        titles={flow.id: flow.title for flow in library.flows.values()},
        count=journal.count(),
    )


def no_recent(today: date) -> Recent:
    """Return what Today knows of a journal that cannot be read."""
    return Recent(Rhythm(), consistency(frozenset(), Rhythm(), today))


def no_past(today: date) -> Past:
    """Return what Review knows of a journal that cannot be read."""
    regular = no_recent(today).regular
    return Past(Range.SEASON, today, None, Rhythm(), regular, (), (), None, None, (), {}, {}, {}, 0)


def find(engine: Engine, query: Query) -> tuple[Session, ...]:
    """Return the newest sessions of a query, at most FOUND; JournalError."""
    return engine.records.journal.search(query.text, query.flow, query.day, query.day, FOUND)


def _regular(engine: Engine, rhythm: Rhythm, before: Recent | None) -> Consistency:
    journal, today = engine.records.journal, engine.today()
    run = before.regular.settled.run if before and _same(before.rhythm, rhythm) else None
    if before is None or run is None or run.last is None:
        days = frozenset(total.day for total in journal.day_totals())
        return consistency(days, rhythm, today)
    days = frozenset(total.day for total in journal.day_totals(run.last.start + WEEK))
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


def _unrated(sessions: tuple[Session, ...], today: date) -> Session | None:
    for session in sessions:
        lately = today - session.day < timedelta(days=ASKED_DAYS)
        if session.ended and session.after is None and session.seconds and lately:
            return session
    return None
