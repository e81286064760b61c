"""Which plan suits whom, and which days it is given."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.history.plan.plan_samples import on
from longstride.core.flow.plan import After
from longstride.core.history.plan.answers import WORK_DAYS, Answers, Who
from longstride.core.history.plan.following import Anchor

weekdays = st.frozensets(st.integers(0, 6))
answers = st.builds(Answers, st.sampled_from(Who), weekdays, st.none() | st.integers(2, 7))
anchors = st.lists(
    st.builds(Anchor, st.uuids(), st.integers(0, 6), st.sampled_from(After)), max_size=10
)


@pytest.mark.parametrize(
    ("runs", "target", "plan"),
    [
        ({0, 2, 6}, 4, "runner"),
        ({0, 2, 6}, 3, "runner-one-session"),
        ({0, 2, 6}, None, "runner"),
        (set(), 2, "runner"),
        ({1}, 2, "runner"),
        ({1, 3}, 2, "runner-one-session"),
        (set(range(7)), 7, "runner-one-session"),
    ],
)
def test_two_sessions_where_there_are_days_for_them(
    runs: set[int], target: int | None, plan: str
) -> None:
    assert Answers(Who.RUNNER, frozenset(runs), target).plan == plan


@pytest.mark.parametrize("who", [Who.SPRINTER, Who.DESK, Who.BEGINNER])
def test_the_others_have_one_plan_each(who: Who) -> None:
    assert Answers(who, frozenset({1, 2, 3, 4}), 2).plan == who.value


def test_work_ends_from_monday_to_friday_unless_it_is_known_when() -> None:
    desk = Answers(Who.DESK)
    assert desk.new_days(on([0, 1], After.RUN)) == WORK_DAYS
    assert desk.new_days(on([5], After.WORK)) == frozenset()
    assert desk.gone(on([5], After.WORK)) == ()


@given(answers, anchors)
def test_what_follows_a_run_or_warm_up_stands_on_the_days_that_were_answered(
    given_: Answers, before: list[Anchor]
) -> None:
    gone = given_.gone(before)
    left = [anchor for anchor in before if anchor not in gone]
    kind = {each.weekday for each in left if each.after is given_.who.after}
    if given_.who.has_days and given_.days:
        assert kind | given_.new_days(before) == given_.days
    assert all(anchor.after is given_.who.after for anchor in gone)
    assert not kind & given_.new_days(before)


def test_a_day_that_stays_keeps_its_anchor() -> None:
    stays, goes = Anchor(UUID(int=1), 2, After.RUN), Anchor(UUID(int=2), 3, After.RUN)
    runner = Answers(Who.RUNNER, frozenset({2, 5}))
    assert runner.gone((stays, goes)) == (goes,)
    assert runner.new_days((stays, goes)) == {5}


def test_nothing_is_taken_from_who_did_not_answer() -> None:
    assert Answers(Who.RUNNER).gone(on([1, 2], After.RUN)) == ()
