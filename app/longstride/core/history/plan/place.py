"""In which of its weeks a plan stands, derived from the athlete's own weeks each time.

A week that was kept, or in which half its turns were done, goes on to the next. Otherwise it comes
again, twice at most, and after two empty weeks the plan steps back by one. A frozen week stands
still. After four weeks of training without a lighter one, one is put in: that a plan has every
fourth week lighter is its own rule, and repeating weeks is not to stretch it. So is one that the
athlete asks for, by freezing days to make a week lighter.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce

from longstride.core.flow.plan import Plan, PlanWeek
from longstride.core.history.plan.following import Anchor, Following, PlanPlace, anchored
from longstride.core.history.streak import WeekReport, WeekState
from longstride.core.history.week import WEEK, Rhythm

MOST_AGAIN = 2
MOST_TRAINED = 4
RETURN_TO = 5  # the week from which a plan that is over can be followed again
_HALF_A_WEEK = timedelta(days=3)


def first_week(rhythm: Rhythm, today: date) -> date:
    """Return the first day of a plan chosen today: of this week while most of it lies ahead."""
    start = rhythm.week_of(today)
    return start if today - start <= _HALF_A_WEEK else start + WEEK


def plan_place(
    following: Following,
    reports: Sequence[WeekReport],
    today: date,
    anchors: Collection[Anchor] = (),
) -> PlanPlace:
    """Return where a plan stands on a day.

    ``reports`` are the athlete's weeks, oldest first; those before the plan are passed over, and
    one that is missing was empty. ``anchors`` say how many turns a week has beside its sessions.
    """
    asks = _asks(following.plan, anchors)
    stand = reduce(
        lambda stand, report: stand.then(report, asks),
        _weeks_over(following, reports, today),
        _Stand(following.plan, _first(following)),
    )
    place = stand.place(_running(reports, today))
    ended = following.ended is not None and following.ended <= today
    return replace(place, over=ended or place.over)


def weeks_so_far(
    following: Following,
    reports: Sequence[WeekReport],
    today: date,
    anchors: Collection[Anchor] = (),
) -> Mapping[int, WeekReport]:
    """Return the athlete's week that each of a plan's weeks took, by its number, counted from 1.

    Of one that came again it is the last; one that was not reached has none. The arguments are
    those of ``plan_place``.
    """
    stand, asks = _Stand(following.plan, _first(following)), _asks(following.plan, anchors)
    found: dict[int, WeekReport] = {}
    for report in _weeks_over(following, reports, today):
        if not stand.is_over:
            found[stand.week] = report
        stand = stand.then(report, asks)
    return found


def _running(reports: Sequence[WeekReport], today: date) -> WeekReport | None:
    """Return the athlete's week that holds a day, None where it is missing."""
    return next(
        (each for each in reversed(reports) if each.start <= today < each.start + WEEK), None
    )


def _first(following: Following) -> int:
    """Return the week a plan begins with, one that it has."""
    return min(max(following.from_week, 1), len(following.plan.weeks))


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a plan stands after some weeks; ``week`` is one more than it has once it is over.

    ``empty`` tells that the week before held nothing, ``trained`` is how many in a row held
    training without a lighter one.
    """

    plan: Plan
    week: int
    again: int = 0
    empty: bool = False
    trained: int = 0

    def place(self, report: WeekReport | None) -> PlanPlace:
        """Return the same for those who do not count on, in one of the athlete's weeks."""
        if self.is_over:
            return PlanPlace(len(self.plan.weeks), over=True)
        return PlanPlace(self.week, self.again, self.puts_in(report) or self.planned.lighter)

    @property
    def is_over(self) -> bool:
        """Whether the last week has passed."""
        return self.week > len(self.plan.weeks)

    @property
    def planned(self) -> PlanWeek:
        """The plan's own week."""
        return self.plan.weeks[self.week - 1]

    def puts_in(self, report: WeekReport | None) -> bool:
        """Return whether a lighter week comes before the plan's own, due or asked for."""
        wanted = self.trained >= MOST_TRAINED or (report is not None and report.eased)
        return wanted and not self.planned.lighter

    def then(self, report: WeekReport, asks: Sequence[int]) -> "_Stand":
        """Return where the plan stands after one more week; ``asks`` as in ``_asks``."""
        if self.is_over:
            return self
        place, put_in = self.place(report), self.puts_in(report)
        rests = not report.days or place.lighter
        here = replace(self, trained=0 if rests else self.trained + 1)
        if _goes_on(report, asks[self.week - 1]) and not put_in:
            return replace(here, week=self.week + 1, again=0, empty=False)
        if _stands_still(report, place):
            return here
        return self._without(here, empty=not report.days, put_in=put_in)

    def _without(self, here: "_Stand", *, empty: bool, put_in: bool) -> "_Stand":
        """Return where it stands after a week that was neither done nor frozen."""
        if empty and self.empty:
            return _Stand(self.plan, max(1, self.week - 1))
        if put_in:
            return replace(here, empty=empty)
        if self.again == MOST_AGAIN:
            return replace(here, week=self.week + 1, again=0, empty=empty)
        return replace(here, again=self.again + 1, empty=empty)


def _weeks_over(
    following: Following, reports: Sequence[WeekReport], today: date
) -> tuple[WeekReport, ...]:
    """Return the weeks of a plan that are over, none left out.

    A plan's first week is the one that shares most days with the week it began in, should the
    athlete let weeks begin on another day meanwhile.
    """
    until = min(today, following.ended or today)
    known = {report.start: report for report in reports}
    near = reports[-1].start if reports else following.first
    start = following.first + _HALF_A_WEEK
    start -= (start - near) % WEEK
    weeks = []
    while start + WEEK <= until:
        weeks.append(known.get(start) or WeekReport(start, 0, 0, 0, WeekState.OPEN))
        start += WEEK
    return tuple(weeks)


def _asks(plan: Plan, anchors: Collection[Anchor]) -> tuple[int, ...]:
    """Return on how many days each week of a plan has turns, at most."""
    return tuple(
        min(sum(each.times or len(anchored(each, anchors)) for each in week.entries), WEEK.days)
        for week in plan.weeks
    )


def _goes_on(report: WeekReport, turns: int) -> bool:
    """Return whether a week was kept, or had training on half as many days as it had turns."""
    return report.days > 0 and (report.state is WeekState.KEPT or 2 * report.days >= turns)


def _stands_still(report: WeekReport, place: PlanPlace) -> bool:
    """Return whether frozen days took the week; those of a lighter one are its own."""
    if report.state is WeekState.FROZEN:
        return True
    return report.state is WeekState.RESTING and not place.lighter
