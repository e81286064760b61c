"""What counts as a loaded flow."""

from dataclasses import replace

import fakes
from golden_listings import bundled_flows
from longstride.core.flow.drill import Dose, Sides, Stage, Unit
from longstride.core.history.load import is_loaded, seconds_under_load

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
