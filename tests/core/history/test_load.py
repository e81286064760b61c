"""What counts as a loaded flow, and as a session that counts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

import fakes
from golden_listings import bundled_flows
from longstride.core.flow.drill import Dose, Sides, Stage, Unit
from longstride.core.history.load import is_loaded, seconds_under_load
from longstride.core.history.session import Session
from longstride.core.timeline.step_record import Outcome, StepRecord

EASY = {
    "hip-extension-base",
    "hip-flexor-release",
    "post-run-five",
    "range-check",
    "sprint-blast",
    "unlock-the-desk",
    "wind-down",
}


def test_the_flows_that_are_easy_on_the_legs() -> None:
    assert {name for name, flow in bundled_flows().items() if not is_loaded(flow)} == EASY


def test_the_seconds_of_both_legs_and_all_sets_add_up() -> None:
    each = fakes.drill(sides=Sides.EACH, dose=replace(fakes.drill().dose, sets=2))
    opening = fakes.drill("leg-rock", stage=Stage.OPEN)
    test = fakes.drill("hold", test=True, unit=Unit.SECONDS, dose=Dose(hold=99_000))
    one = fakes.flow(fakes.step(each), fakes.step(opening), fakes.step(test))
    assert seconds_under_load(one) == 6 * 7 * 2 * 2


def session(*steps: tuple[int, int, Outcome], step_count: int = 6) -> Session:
    moment = datetime(2026, 5, 1, 12, tzinfo=UTC)
    records = tuple(StepRecord(n, "d", None, 1, 1, s, 0, outcome) for n, s, outcome in steps)
    return Session(UUID(int=1), "f", "F", "{}", moment, date(2026, 5, 1), step_count, records)


DONE, SHORT, SKIPPED = Outcome.DONE, Outcome.SHORTENED, Outcome.SKIPPED


@pytest.mark.parametrize(
    ("steps", "counts"),
    [
        ((), False),
        (((0, 119, DONE),), False),
        (((0, 120, DONE),), True),
        (((0, 20, DONE), (1, 20, SHORT), (2, 20, DONE)), True),
        (((0, 20, DONE), (0, 20, DONE), (1, 20, DONE)), False),
        (tuple((n, 0, SKIPPED) for n in range(6)), False),
    ],
)
def test_a_session_counts_from_half_its_steps_or_two_minutes(
    steps: tuple[tuple[int, int, Outcome], ...], counts: bool
) -> None:
    assert session(*steps).counts is counts


def test_a_session_of_no_steps_counts_by_its_work_alone() -> None:
    assert not session(step_count=0).counts
