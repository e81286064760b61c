"""Doses as they may be written for the shipped drills, drawn at random."""

from dataclasses import replace

from hypothesis import strategies as st

from longstride.core.flow.drill import Dose, Drill, Sides


@st.composite
def doses(draw: st.DrawFn, drill: Drill) -> Dose:
    """Draw a dose of a drill's own kind; circles turn round and alternating sides take turns."""
    sets = draw(st.integers(1, 3))
    if drill.dose.reps is not None:
        paired = drill.sides is Sides.ALTERNATE or drill.reverse
        reps = draw(st.integers(2, 6)) * 2 if paired else draw(st.integers(3, 14))
        single = drill.dose.reps == 1
        return replace(drill.dose, reps=1 if single else reps, sets=sets)
    if drill.dose.breaths is not None:
        return replace(drill.dose, breaths=draw(st.integers(2, 8)), sets=1)
    if drill.paced:
        return replace(drill.dose, hold=draw(st.integers(2, 6)) * 10_000, sets=1)
    return replace(drill.dose, sets=sets)
