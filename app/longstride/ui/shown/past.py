"""What Today and Review show of the journal, and how far it is looked at; free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from longstride.core.history.consistency import Consistency, consistency
from longstride.core.history.week import WEEK, DayTotal, Rhythm

if TYPE_CHECKING:
    from longstride.core.flow.talk import Familiarity
    from longstride.core.history.dose_change import DoseChange
    from longstride.core.history.measure import Measurement
    from longstride.core.history.pain import Better
    from longstride.core.history.plan.course import Course
    from longstride.core.history.session import Session
    from longstride.core.history.stiffness import Rated
    from longstride.core.history.what_changed import MonthChanges
    from longstride.core.history.work_done import DrillWork, Work
    from longstride.records.doses import DoseNow
    from longstride.records.following import PlanNow

FOUND = 10  # sessions listed on one page
NEWEST = 12  # sessions Today looks at
SHARP = 100  # of those with sharp pain
ASKED_DAYS = 2  # for so long an answer still means something, and a run that was cut off


class Range(StrEnum):
    """How far back Review looks."""

    MONTH = "4 weeks"
    SEASON = "3 months"
    YEAR = "Year"
    ALL = "All"

    def since(self, today: date, rhythm: Rhythm) -> date | None:
        """Return its first day, which begins a week; None for everything."""
        weeks = {Range.MONTH: 4, Range.SEASON: 13, Range.YEAR: 52}.get(self)
        return rhythm.week_of(today) - (weeks - 1) * WEEK if weeks else None


@dataclass(frozen=True, slots=True)
class Query:
    """Which sessions are listed: with every word of ``text``, of a flow, of one day.

    ``skip`` is how many newer ones stand on the pages before.
    """

    text: str = ""
    flow: str | None = None
    day: date | None = None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Recent:
    """What Today knows. ``sessions`` are the newest that ended; ``count`` counts all.

    ``interrupted`` was cut off and can go on; ``unrated`` ended lately and was never rated.
    Of a first glance, which is not ``whole``, only the sessions and these two are true. ``known``
    says how well drills are known by id, new ones left out; ``sharp`` are the newest sessions with
    sharp pain, however old, and ``better`` is when each place that hurt was last said to be better;
    ``changes`` are those of doses, whatever was answered, oldest first; ``doses`` how those stand
    that were asked for, by flow, None where there is no such flow. ``soreness`` is 0-10 by day.
    ``plan`` is the one that is followed, None where none is; ``waiting`` are the changes in its
    flows that were taken but are not laid on, for their step is another now.
    """

    rhythm: Rhythm
    regular: Consistency
    sessions: tuple[Session, ...] = ()
    count: int = 0
    interrupted: Session | None = None
    unrated: Session | None = None
    whole: bool = True
    known: Mapping[str, Familiarity] = field(default_factory=dict)
    sharp: tuple[Session, ...] = ()
    better: Better = field(default_factory=dict)
    changes: tuple[DoseChange, ...] = ()
    doses: Mapping[str, DoseNow | None] = field(default_factory=dict)
    soreness: Mapping[date, int] = field(default_factory=dict)
    plan: PlanNow | None = None
    waiting: tuple[DoseChange, ...] = ()

    @property
    def day(self) -> date:
        """The athlete's day on which it was read."""
        return self.regular.score.curve[-1][0]

    @property
    def remembered(self) -> tuple[Session, ...]:
        """The newest sessions, and those before them that left a sharp pain."""
        known = {session.id for session in self.sessions}
        return (*self.sessions, *(each for each in self.sharp if each.id not in known))


@dataclass(frozen=True, slots=True)
class Past:
    """What Review knows. ``totals`` and ``regular`` go back to the first day, the rest to
    ``since`` (None: to the first day too).

    ``over`` is the work of the weeks before the running one, ``running`` what came since.
    ``areas`` and ``names`` are those of drills by id, ``titles`` those of flows; ``count`` is of
    all sessions, also those that were left before any work; ``changed`` is what changed lately,
    whatever is looked at, and ``course`` how the plan that is followed went, None without one.
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
    changed: MonthChanges
    course: Course | None = None

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


def no_recent(today: date) -> Recent:
    """Return what Today knows of a journal that cannot be read."""
    return Recent(Rhythm(), consistency(frozenset(), Rhythm(), today))


def no_past(today: date) -> Past:
    """Return what Review knows of a journal that cannot be read."""
    from longstride.core.history.what_changed import MonthChanges

    regular = no_recent(today).regular
    changed = MonthChanges(today.replace(day=1))
    return Past(
        Range.SEASON, today, None, Rhythm(), regular, (), (), None, None, (), {}, {}, {}, 0, changed
    )


def unrated(sessions: tuple[Session, ...], today: date) -> Session | None:
    """Return the newest session that ended lately and was never rated."""
    for session in sessions:
        lately = today - session.day < timedelta(days=ASKED_DAYS)
        if session.ended and session.after is None and session.seconds and lately:
            return session
    return None
