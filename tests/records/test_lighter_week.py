"""The days that make a week lighter, for any week and any athlete."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from core.history.plan.plan_samples import (
    LIGHT,
    MONDAY,
    SHORT,
    a_week,
    following,
    on,
    some_anchors,
)
from examples import examples
from longstride.core.flow.plan import After, Plan
from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.core.history.session import Session
from longstride.core.history.week import Freeze, FreezeReason, Rhythm
from longstride.records.following import PlanNow, plan_now
from longstride.records.lighter_week import days_to_ease, frozen_words

RUNS = replace(a_week(post_run_five="every run", wind_down=1), lighter=False)
PLAN = Plan("runner", "Runner", "", "", (RUNS,) * 6)
DAYS = [MONDAY + timedelta(days=n) for n in range(7)]


@dataclass(frozen=True)
class Source:
    """What a plan is derived from, without a file."""

    days: Sequence[Anchor] = ()
    trained: frozenset[date] = frozenset()
    followed: tuple[Following, ...] = (following(PLAN),)

    def followings(self) -> tuple[Following, ...]:
        return self.followed

    def anchors(self) -> tuple[Anchor, ...]:
        return tuple(self.days)

    def turn_moves(self, following: UUID, /) -> tuple[TurnMove, ...]:
        return ()

    def days_trained(self, since: date, /) -> frozenset[date]:
        return frozenset(day for day in self.trained if day >= since)

    def search(self, *, since: date, until: date, limit: int) -> tuple[Session, ...]:
        return ()


def eased(days: Sequence[date]) -> Rhythm:
    return Rhythm(freezes=tuple(Freeze(day, FreezeReason.DELOAD) for day in days))


def now(source: Source, rhythm: Rhythm, today: date) -> PlanNow:
    found = plan_now(source, (), rhythm, today)
    assert found is not None
    return found


def test_the_days_without_a_turn_are_frozen_and_none_that_was_trained_on() -> None:
    source = Source(on([0, 2], After.RUN), frozenset({DAYS[0]}))
    days = days_to_ease(source, (), Rhythm(), MONDAY)
    week = now(source, eased(days), MONDAY)
    assert week.eased == days
    assert week.place.lighter
    assert not {turn.day for turn in week.turns} & set(days)
    assert len(days) == 4  # seven without two runs and the session


def test_with_seven_runs_a_week_what_is_left_of_it_is_frozen() -> None:
    source = Source(on(range(7), After.RUN))
    assert days_to_ease(source, (), Rhythm(), MONDAY) == tuple(DAYS)
    trained = replace(source, trained=frozenset(DAYS[:4]))
    assert days_to_ease(trained, (), Rhythm(), DAYS[4]) == tuple(DAYS[4:])


def test_none_where_no_plan_is_under_way() -> None:
    assert days_to_ease(Source(followed=()), (), Rhythm(), MONDAY) == ()
    assert days_to_ease(Source(), (), Rhythm(), MONDAY - timedelta(days=1)) == ()
    over = replace(following(PLAN), ended=MONDAY)
    assert days_to_ease(Source(followed=(over,)), (), Rhythm(), MONDAY) == ()


@examples(25)
@given(
    anchors=some_anchors,
    trained=st.frozensets(st.sampled_from(DAYS), max_size=4),
    frozen=st.frozensets(st.sampled_from(DAYS), max_size=7),
    place=st.integers(0, 6),
)
def test_a_week_is_lighter_by_its_days_alone_and_full_without_them(
    anchors: list[Anchor], trained: frozenset[date], frozen: frozenset[date], place: int
) -> None:
    source, today = Source(anchors, trained), DAYS[place]
    ill = Rhythm(freezes=tuple(Freeze(day, FreezeReason.ILLNESS) for day in frozen))
    before = now(source, ill, today)
    days = days_to_ease(source, (), ill, today)
    after = now(source, replace(ill, freezes=(*ill.freezes, *eased(days).freezes)), today)
    assert not {*days} & (frozen | trained)
    assert {*days} <= {*DAYS}
    assert after.place.lighter == bool(days)
    assert after.place.week == before.place.week
    assert days or frozen | trained >= {*DAYS[place:]}
    full = tuple(each for each in after.eased if each not in days)
    assert now(source, replace(ill, freezes=(*ill.freezes, *eased(full).freezes)), today) == before


def test_days_are_told_in_a_sentence() -> None:
    assert frozen_words(DAYS[:1]) == "Monday is frozen and holds your streak."
    assert frozen_words(DAYS[:3]) == (
        "Monday, Tuesday and Wednesday are frozen and hold your streak."
    )
    assert {LIGHT, SHORT} == {*PLAN.flows}
