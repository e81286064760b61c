"""Plans, weeks and athletes: some to read, and any for hypothesis to choose from."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from uuid import UUID

from hypothesis import strategies as st

from longstride.core.flow.plan import After, Plan, PlanEntry, PlanWeek
from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.core.history.plan.turn import Done
from longstride.core.history.streak import WeekReport, WeekState
from longstride.core.history.week import WEEK

MONDAY = date(2026, 5, 4)
LIGHT, HARD, SHORT = "wind-down", "eccentric-hips", "post-run-five"
LOADED = frozenset({HARD, "mobility-a", "mobility-b"})
FOLLOWED = UUID(int=13)


def day(index: int) -> date:
    """Return a day of the first week, Monday being 0."""
    return MONDAY + timedelta(days=index)


def on(weekdays: Iterable[int], after: After = After.OWN, at: time | None = None) -> list[Anchor]:
    return [Anchor(UUID(int=17 * n + len(after)), n, after, at) for n in weekdays]


def a_week(lighter: bool = False, **times: int | str) -> PlanWeek:
    """Return a week such as ``a_week(mobility_a=1, post_run_five="every run")``."""
    entries = [
        PlanEntry(name.replace("_", "-"), after=turn)
        if isinstance(turn, str)
        else PlanEntry(name.replace("_", "-"), times=turn)
        for name, turn in times.items()
    ]
    return PlanWeek("Slow and controlled", tuple(entries), lighter)


def a_plan(weeks: int = 8, sessions: int = 4) -> Plan:
    """Return a plan with so many sessions a week, every fourth week lighter."""
    each = (a_week(n % 4 == 0, wind_down=sessions) for n in range(1, weeks + 1))
    return Plan("runner", "Runner", "Runners", "To run on.", tuple(each))


def following(plan: Plan | None = None, **values: object) -> Following:
    given = {"id": FOLLOWED, "plan": plan or a_plan(), "first": MONDAY, **values}
    return Following(**given)  # type: ignore[arg-type]


def report(index: int, days: int, state: WeekState, frozen: int = 0) -> WeekReport:
    return WeekReport(MONDAY + index * WEEK, 4, days, frozen, state)


flows = st.sampled_from([LIGHT, HARD, SHORT, "mobility-a", "mobility-b", "range-check"])
afters = st.sampled_from(["every run", "every warm-up", "work", "every swim"])
entries = st.builds(lambda flow, n: PlanEntry(flow, times=n), flows, st.integers(1, 7)) | st.builds(
    lambda flow, after: PlanEntry(flow, after=after), flows, afters
)
weeks = st.builds(
    lambda some: PlanWeek("Slow", tuple(some)),
    st.lists(entries, min_size=1, max_size=5, unique_by=lambda entry: entry.flow),
)
usual = st.builds(  # as plans are: a few sessions beside what follows something
    lambda some: PlanWeek("Slow", tuple(PlanEntry(flow, times=1) for flow in some)),
    st.lists(flows, min_size=1, max_size=4, unique=True),
)
starts = st.dates(date(2025, 12, 1), date(2027, 2, 1))
times = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
some_anchors = st.lists(
    st.builds(Anchor, st.uuids(), st.integers(0, 6), st.sampled_from(After), times), max_size=12
)


def moves(start: date) -> st.SearchStrategy[list[TurnMove]]:
    days = st.none() | st.integers(-3, 9).map(lambda n: start + timedelta(days=n))
    one = st.builds(TurnMove, st.just(FOLLOWED), st.just(start), flows, st.integers(1, 4), days)
    return st.lists(one, max_size=4)


def deeds(start: date) -> st.SearchStrategy[list[Done]]:
    days = st.integers(-2, 8).map(lambda n: start + timedelta(days=n))
    return st.lists(st.builds(Done, flows, days), max_size=10)
