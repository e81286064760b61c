"""A step done once, to see what it is."""

import pytest

import fakes
from longstride.core.flow.drill import Dose, Sides
from longstride.core.flow.flow import First
from longstride.core.flow.tempo import parse_tempo
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.once import once

REPS = Dose(reps=8, tempo=parse_tempo("4120"), sets=3)


@pytest.mark.parametrize(
    ("dose", "sides", "short", "side"),
    [
        (REPS, Sides.BOTH, (1, None, None), Sides.BOTH),
        (REPS, Sides.ALTERNATE, (2, None, None), Sides.ALTERNATE),
        (REPS, Sides.RIGHT, (1, None, None), Sides.RIGHT),
        (Dose(breaths=5, sets=2), Sides.EACH, (None, 1, None), Sides.LEFT),
        (Dose(hold=60_000), Sides.EACH, (None, None, 10_000), Sides.LEFT),
        (Dose(hold=5_000), Sides.BOTH, (None, None, 5_000), Sides.BOTH),
    ],
)
def test_one_repetition_breath_or_moment_of_one_side(
    dose: Dose, sides: Sides, short: tuple[int | None, ...], side: Sides
) -> None:
    step = once(fakes.step(fakes.drill(dose=dose, sides=sides)))
    assert (step.dose.reps, step.dose.breaths, step.dose.hold) == short
    assert (step.dose.sets, step.sides) == (1, side)
    whole = compile_flow(fakes.flow(step), fakes.EvenLengths(), fakes.FULL)
    assert len({span.bout for span in whole.spans}) == 1


def test_the_side_is_the_one_it_begins_with() -> None:
    step = fakes.step(fakes.drill(dose=REPS, sides=Sides.EACH), first=First.RIGHT)
    assert once(step).sides is Sides.RIGHT
