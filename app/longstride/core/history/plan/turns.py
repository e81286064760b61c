"""The turns of a week as they stand today, derived from what was done each time.

The week is gone through day by day. What is open when its day has passed is carried to a day of
the same week that has no other session, two days from a loaded one where it is loaded itself, and
is let go where there is none. It is carried on again where something loaded was done beside that
day meanwhile. What follows something is never carried, and what stands where the plan or the
athlete put it waits for its day to pass. Whatever is done settles the nearest turn of its flow. So
what was shown on a day does not change by what is done on it, and what was let go comes back only
by being done.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from longstride.core.flow.plan import PlanWeek
from longstride.core.history.plan.following import Anchor, TurnMove
from longstride.core.history.plan.layout import lay_out
from longstride.core.history.plan.turn import Done, Turn, TurnState
from longstride.core.history.week import WEEK

_A_DAY = timedelta(days=1)
_APART = timedelta(days=2)  # between two loaded sessions


def turns(
    week: PlanWeek,
    start: date,
    anchors: Collection[Anchor],
    moves: Iterable[TurnMove],
    done: Iterable[Done],
    loaded: Collection[str],
    today: date,
) -> tuple[Turn, ...]:
    """Return the turns of the week that begins on ``start``, in the order of their days.

    ``moves`` are those of the plan that is followed; ``loaded`` are flows' ids. ``done`` may hold
    more than the week: what was done just before it keeps what is loaded at a distance, and what
    lies after ``today`` waits.
    """
    past = sorted((each for each in done if each.day <= today), key=lambda each: each.day)
    hard = [each.day for each in past if each.flow in loaded]
    own = {day: _own(anchors, day) for day in _days(start, start + WEEK)}
    board = put = _moved(lay_out(week, start, anchors, loaded), moves, start)
    for day in _days(start, min(today + _A_DAY, start + WEEK)):
        board = _carried(board, put, day, own, [other for other in hard if other < day])
        for each in past:
            if each.day == day:
                board = _settled(board, each)
    if today >= start + WEEK:
        board = [_let_go(turn) if turn.is_open else turn for turn in board]
    return tuple(sorted(board, key=_order))


def next_turn(turns: Iterable[Turn], today: date) -> Turn | None:
    """Return the first turn that is still to come, None where all is done or let go."""
    waiting = (turn for turn in turns if turn.is_open and turn.day and turn.day >= today)
    return min(waiting, key=_order, default=None)


def spare_days(turns: Collection[Turn], start: date) -> tuple[date, ...]:
    """Return the days of a week that have no turn: a lighter week may freeze them."""
    taken = {turn.day for turn in turns}
    return tuple(day for day in _days(start, start + WEEK) if day not in taken)


def _days(first: date, end: date) -> Iterable[date]:
    return (first + timedelta(days=index) for index in range((end - first).days))


def _own(anchors: Collection[Anchor], day: date) -> bool:
    return any(not anchor.after and anchor.weekday == day.weekday() for anchor in anchors)


def _order(turn: Turn) -> tuple[object, ...]:
    time = "" if turn.at is None else turn.at.isoformat()
    day = turn.day or turn.planned
    return day, not time, time, turn.is_session, turn.flow, turn.number


def _moved(turns: Iterable[Turn], moves: Iterable[TurnMove], start: date) -> list[Turn]:
    """Return turns where the athlete put them; a day outside the week is passed over."""
    put = {(move.flow, move.number): move for move in moves if move.is_in(start)}
    return [_put(turn, put.get((turn.flow, turn.number)), start) for turn in turns]


def _put(turn: Turn, move: TurnMove | None, start: date) -> Turn:
    if move is None:
        return turn
    if move.day is None:
        return _let_go(turn)
    return replace(turn, day=move.day) if start <= move.day < start + WEEK else turn


def _let_go(turn: Turn) -> Turn:
    return replace(turn, day=None, state=TurnState.LET_GO)


def _carried(
    board: list[Turn], put: list[Turn], today: date, own: dict[date, bool], hard: list[date]
) -> list[Turn]:
    """Return turns with what is open and past carried on, one by one.

    ``put`` has the same turns before any was carried; ``hard`` are the days on which something
    loaded was done, of the plan or not.
    """
    board = board.copy()
    for index, turn in enumerate(board):
        beside = turn.day != put[index].day and turn.loaded and _is_near(turn.day, hard)
        if turn.is_open and turn.day and (turn.day < today or beside):
            others = [each for each in board if each is not turn]
            day = _new_day(turn, others, today, own, hard)
            board[index] = replace(turn, day=day) if day else _let_go(turn)
    return board


def _new_day(
    turn: Turn, others: list[Turn], today: date, own: dict[date, bool], hard: list[date]
) -> date | None:
    """Return the day a turn is carried to, one of the athlete's own days first."""
    if not turn.is_session:
        return None
    open_days = [each for each in others if each.is_open and each.day and each.day >= today]
    taken = {each.day for each in open_days if each.is_session}
    loads = [*hard, *(each.day for each in open_days if each.loaded and each.day)]
    free = [
        day
        for day in own
        if day >= today and day not in taken and not (turn.loaded and _is_near(day, loads))
    ]
    return min(free, key=lambda day: (not own[day], day), default=None)


def _is_near(day: date | None, loads: Iterable[date]) -> bool:
    """Return whether a day is too near one that holds something loaded."""
    return day is not None and any(abs(day - load) < _APART for load in loads)


def _settled(board: list[Turn], done: Done) -> list[Turn]:
    """Return turns with the nearest one of a flow done, of two as near the one before."""
    same = [turn for turn in board if turn.flow == done.flow and turn.state is not TurnState.DONE]
    if not same:
        return board
    nearest = min(same, key=lambda turn: _distance(turn, done.day))
    settled = replace(nearest, day=done.day, state=TurnState.DONE)
    return [settled if turn is nearest else turn for turn in board]


def _distance(turn: Turn, day: date) -> tuple[timedelta, date]:
    there = turn.day or turn.planned
    return abs(there - day), there
