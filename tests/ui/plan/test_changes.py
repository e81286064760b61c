"""What stands otherwise than planned, as the page Plan lists it."""

from dataclasses import replace
from datetime import UTC, timedelta

from longstride.core.history.dose_change import Answer
from longstride.core.history.plan.following import PlanPlace
from longstride.core.history.plan.turn import TurnState
from longstride.ui.intentions.plan import LightenWeek, PutBack, RestoreWeek
from longstride.ui.intentions.records import UndoDose
from longstride.ui.plan.changes import PlanChange, plan_changes
from ui.plan_samples import FRIDAY, MONDAY, TITLES, change, changed, now


def test_every_change_stands_with_its_reason_and_a_way_back() -> None:
    assert [(each.name, each.told, each.text) for each in changed().changes] == [
        (
            "This week is lighter",
            "You asked for less. Tuesday and Thursday are frozen and hold your streak.",
            "Undo",
        ),
        ("Post-run five of Wednesday is left out", "You chose that.", "Undo"),
        ("Mobility B went from Tuesday to Saturday", "You chose that.", "Undo"),
        (
            "Standing hip hinge: 8 to 10 repetitions",
            f"{change(1).reason} Mobility A, 12 November.",
            "Undo",
        ),
        (
            "Standing hip hinge: lowering 4 s to 5 s",
            f"{change(1).reason} Mobility A, 11 November.",
            "Undo",
        ),
    ]
    kinds = [type(each.wish) for each in changed().changes]
    assert kinds == [RestoreWeek, PutBack, PutBack, UndoDose, UndoDose]


def test_a_lighter_week_of_the_plan_has_its_spare_days_frozen_and_thawed_in_one_tap() -> None:
    made = now(4)
    (spare,) = plan_changes(made, TITLES, (), {})
    assert (spare.text, spare.wish) == ("Freeze its spare days", LightenWeek())
    (frozen,) = plan_changes(replace(made, eased=(FRIDAY,)), TITLES, (), {})
    assert frozen.told == "That is how the plan goes. Friday is frozen and holds your streak."
    assert frozen.wish == RestoreWeek((FRIDAY,))


def test_a_lighter_week_with_a_turn_on_each_day_has_none_to_freeze() -> None:
    made = now(4)
    days = [MONDAY + timedelta(n) for n in range(7)]
    full = tuple(replace(made.turns[1], day=day, planned=day) for day in days)
    assert plan_changes(replace(made, turns=full), TITLES, (), {}) == ()


def listed(*doses: object) -> tuple[PlanChange, ...]:
    return plan_changes(now(), TITLES, doses, {}, (), UTC)  # type: ignore[arg-type]


def test_nothing_is_listed_that_was_put_off_undone_or_is_of_another_flow() -> None:
    for other in (
        change(1, answer=Answer.NOT_YET),
        change(1, answer=Answer.UNDONE),
        change(1, flow="sprint-primer"),
        change(1, flow="gone"),
    ):
        assert listed(other) == ()
    assert len(listed(change(1))) == 1


def test_one_whose_step_its_author_changed_says_so_and_can_be_let_go() -> None:
    (waits,) = plan_changes(now(), TITLES, [change(1)], {}, [change(1)], UTC)
    assert "so your own dose of it (8 to 10) waits. Nothing of it is lost." in waits.told
    assert (waits.text, waits.wish) == ("Drop it", UndoDose(change(1)))


def test_a_turn_that_is_done_or_back_where_the_plan_has_it_is_no_change() -> None:
    made = now()
    moved = made.moved(made.turns[3], made.turns[3].planned)
    assert plan_changes(replace(made, moves=(moved,)), TITLES, (), {}) == ()
    done = replace(made.turns[3], state=TurnState.DONE, day=MONDAY)
    there = made.moved(done, MONDAY + timedelta(1))
    turns = (*made.turns[:3], done)
    assert plan_changes(replace(made, moves=(there,), turns=turns), TITLES, (), {}) == ()


def test_a_plan_that_is_over_has_no_lighter_week() -> None:
    over = now(8, place=PlanPlace(8, over=True), turns=())
    assert plan_changes(over, TITLES, (), {}) == ()
