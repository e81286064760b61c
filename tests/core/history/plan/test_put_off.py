"""A turn that is not done today waits where it would be carried, whoever follows the plan."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given

from core.history.plan.plan_samples import MONDAY, a_plan, following
from core.history.plan.test_turns_laws import Case, by_key, cases
from examples import examples
from longstride.core.history.plan.following import PlanPlace
from longstride.core.history.plan.turn import Turn, TurnState
from longstride.core.history.week import WEEK
from longstride.records.following import PlanNow

A_DAY = timedelta(days=1)


def now(case: Case) -> PlanNow:
    """Return a plan with a case's turns."""
    moves = tuple(case.moves)
    done = [each for each in case.done if each.day <= case.today]
    tomorrow = replace(case, done=done, today=case.today + A_DAY).turns
    followed = following(a_plan(), first=MONDAY)
    anchors = tuple(case.anchors)
    return PlanNow(
        followed, PlanPlace(1), case.start, case.week, case.turns, anchors, tomorrow, moves
    )


def put_off(case: Case, turn: Turn) -> Turn:
    """Return a turn after it was put off."""
    move = now(case).put_off(turn)
    kept = [m for m in case.moves if (m.flow, m.number) != (turn.flow, turn.number)]
    after = replace(case, moves=[*kept, move])
    return by_key(after.turns)[turn.flow, turn.number]


@examples(25)
@given(cases())
def test_it_waits_on_a_later_day_of_its_week_or_is_let_go(case: Case) -> None:
    due = [turn for turn in case.turns if turn.is_open and turn.day == case.today]
    assume(due)
    for turn in due:
        later = put_off(case, turn)
        if later.day is None:
            assert later.state is TurnState.LET_GO
        else:
            assert later.is_open
            assert case.today < later.day < case.start + WEEK
            assert turn.is_session, "what follows something is never carried"


@examples(25)
@given(cases())
def test_one_turn_has_one_move(case: Case) -> None:
    for turn in case.turns:
        made = now(case)
        before, move = made.move_of(turn), made.moved(turn, None)
        assert (move.flow, move.number) == (turn.flow, turn.number)
        assert before is None or move.week == before.week
