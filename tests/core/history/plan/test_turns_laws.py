"""What holds for the turns of every week, whoever follows it and whatever was done."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.history.plan.plan_samples import (
    LOADED,
    deeds,
    flows,
    moves,
    some_anchors,
    starts,
    usual,
    weeks,
)
from examples import examples
from longstride.core.flow.plan import After, PlanWeek
from longstride.core.history.plan.following import Anchor, TurnMove, anchored
from longstride.core.history.plan.turn import Done, Turn, TurnState
from longstride.core.history.plan.turns import next_turn, spare_days, turns

FEW = 25


@dataclass(frozen=True)
class Case:
    week: PlanWeek
    start: date
    anchors: list[Anchor]
    moves: list[TurnMove]
    done: list[Done]
    today: date

    @property
    def turns(self) -> tuple[Turn, ...]:
        return turns(self.week, self.start, self.anchors, self.moves, self.done, LOADED, self.today)

    def also(self, *done: Done) -> "Case":
        return replace(self, done=[*self.done, *done])

    @property
    def planned(self) -> Counter[str]:
        """How many turns of each flow the week has."""
        each = {e.flow: e.times or len(anchored(e, self.anchors)) for e in self.week.entries}
        return +Counter(each)


@st.composite
def cases(draw: Callable[[st.SearchStrategy[object]], object]) -> Case:
    start = draw(starts)
    assert isinstance(start, date)
    today = start + timedelta(days=draw(st.integers(-3, 9)))  # type: ignore[arg-type]
    parts = (draw(some_anchors), draw(moves(start)), draw(deeds(start)))
    return Case(draw(weeks | usual), start, *parts, today)  # type: ignore[arg-type]


def count(found: tuple[Turn, ...], state: TurnState) -> Counter[str]:
    return Counter(turn.flow for turn in found if turn.state is state)


def by_key(found: tuple[Turn, ...]) -> dict[tuple[str, int], Turn]:
    return {(turn.flow, turn.number): turn for turn in found}


@examples(FEW)
@given(case=cases())
def test_a_week_has_its_turns_and_no_other(case: Case) -> None:
    found = case.turns
    assert Counter(turn.flow for turn in found) == case.planned
    for flow, times in case.planned.items():
        assert sorted(t.number for t in found if t.flow == flow) == list(range(1, times + 1))


@examples(FEW)
@given(case=cases())
def test_a_turn_is_done_for_each_session_of_its_flow_as_far_as_there_are_turns(case: Case) -> None:
    end = case.start + timedelta(days=7)
    did = Counter(d.flow for d in case.done if case.start <= d.day < end and d.day <= case.today)
    assert count(case.turns, TurnState.DONE) == did & case.planned


@examples(FEW)
@given(case=cases())
def test_past_today_and_future_are_told_apart(case: Case) -> None:
    end = case.start + timedelta(days=7)
    for turn in case.turns:
        match turn.state:
            case TurnState.DONE:
                assert turn.day is not None
                assert turn.day <= case.today
                assert Done(turn.flow, turn.day) in case.done
            case TurnState.PLANNED:
                assert turn.day is not None
                assert turn.day >= case.today
            case TurnState.LET_GO:
                assert turn.day is None
        assert case.start <= turn.planned < end
        assert turn.day is None or case.start <= turn.day < end
    waiting = next_turn(case.turns, case.today)
    open_days = [turn.day for turn in case.turns if turn.is_open]
    assert (waiting.day if waiting else None) == min(open_days, default=None)


@examples(FEW)
@given(case=cases(), flow=flows)
def test_a_session_today_closes_one_turn_at_most_and_touches_no_other(
    case: Case, flow: str
) -> None:
    before, after = by_key(case.turns), by_key(case.also(Done(flow, case.today)).turns)
    changed = [key for key in before if before[key] != after[key]]
    assert len(changed) <= 1
    for key in changed:
        assert key[0] == flow
        assert after[key].state is TurnState.DONE
        assert before[key].state is not TurnState.DONE


@examples(FEW)
@given(case=cases(), flow=flows, ago=st.integers(0, 8))
def test_one_more_session_undoes_nothing_and_deleting_it_gives_its_turn_back(
    case: Case, flow: str, ago: int
) -> None:
    one = Done(flow, case.today - timedelta(days=ago))
    fewer, more = case.turns, case.also(one).turns
    done, left = count(more, TurnState.DONE), count(fewer, TurnState.DONE)
    assert done - left <= Counter([flow])
    assert not left - done


@examples(FEW)
@given(case=cases(), flow=flows, ago=st.integers(0, 8))
def test_one_more_session_never_opens_a_turn(case: Case, flow: str, ago: int) -> None:
    """Put down afterwards it may change what was carried where, but leaves no more to do."""
    more = case.also(Done(flow, case.today - timedelta(days=ago)))
    before, after = count(case.turns, TurnState.PLANNED), count(more.turns, TurnState.PLANNED)
    assert after.total() <= before.total()
    if not ago:
        assert not after - before


@examples(FEW)
@given(case=cases(), flow=flows)
def test_a_turn_given_back_waits_where_it_was_or_is_let_go(case: Case, flow: str) -> None:
    """Deleting the one session of a flow leaves its turns as if it had never been."""
    others = replace(case, done=[done for done in case.done if done.flow != flow])
    assert not count(others.turns, TurnState.DONE)[flow]
    for turn in others.turns:
        if turn.flow == flow and not turn.is_open and not case.moves:
            assert turn.planned < case.today


@examples(FEW)
@given(
    week=usual,
    start=starts,
    anchors=some_anchors.map(lambda some: [a for a in some if a.after is After.OWN]),
)
def test_loaded_sessions_are_never_neighbours_where_there_is_room(
    week: PlanWeek, start: date, anchors: list[Anchor]
) -> None:
    found = Case(week, start, anchors, [], [], start).turns
    hard = sorted(turn.day for turn in found if turn.loaded and turn.day)
    assert all(later - day >= timedelta(days=2) for day, later in pairwise(hard))


@examples(FEW)
@given(case=cases())
def test_nothing_is_carried_beside_a_loaded_one_or_onto_another_session(case: Case) -> None:
    case = replace(case, moves=[], week=replace(case.week, entries=case.week.entries[:3]))
    found = case.turns
    for turn in found:
        if turn.is_elsewhere:
            assert turn.is_session
            others = [each for each in found if each is not turn and each.is_open]
            assert not any(each.is_session and each.day == turn.day for each in others)
            if turn.loaded:
                hard = [each.day for each in others if each.loaded]
                # What is done today moves nothing that was shown today.
                hard += [d.day for d in case.done if d.flow in LOADED and d.day < case.today]
                assert all(turn.day and day and abs(turn.day - day).days >= 2 for day in hard)


@examples(FEW)
@given(case=cases())
def test_what_was_let_go_stays_so_until_it_is_done(case: Case) -> None:
    """A day later nothing that was let go waits again."""
    tomorrow = by_key(replace(case, today=case.today + timedelta(days=1)).turns)
    for turn in case.turns:
        if turn.state is TurnState.LET_GO:
            assert not tomorrow[turn.flow, turn.number].is_open


@examples(FEW)
@given(case=cases())
def test_spare_days_and_turns_share_no_day(case: Case) -> None:
    found = case.turns
    spare = spare_days(found, case.start)
    assert not {turn.day for turn in found} & set(spare)
    assert len({turn.day for turn in found} - {None}) + len(spare) == 7
