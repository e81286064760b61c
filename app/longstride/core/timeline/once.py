"""A step done once, to see and hear what it is before lying down."""

from dataclasses import replace

from longstride.core.flow.drill import Dose, Sides
from longstride.core.flow.flow import Step

LONGEST_HOLD = 10_000


def once(step: Step) -> Step:
    """Return one repetition of a step, or one breath, or the beginning of its hold.

    Where each side has a turn, that is one side; where they take turns, it is one of each.
    """
    sides = Sides(step.first.side(0)) if step.sides is Sides.EACH else step.sides
    return replace(step, dose=_once(step.dose, 2 if sides is Sides.ALTERNATE else 1), sides=sides)


def _once(dose: Dose, reps: int) -> Dose:
    if dose.reps is not None:
        return replace(dose, reps=min(dose.reps, reps), sets=1)
    if dose.breaths is not None:
        return replace(dose, breaths=1, sets=1)
    return replace(dose, hold=min(dose.hold or 0, LONGEST_HOLD), sets=1)
