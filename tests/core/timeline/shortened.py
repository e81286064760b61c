"""Flows to be made shorter, and what is to be known of one that was."""

from collections import Counter
from functools import cache

import fakes
from golden_listings import bundled_flows
from longstride.core.flow.drill import Dose, Side, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import parse_tempo
from longstride.core.timeline.bouts import write_out
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.shorten import Rung

FLOWS = bundled_flows()
LENGTHS = fakes.EvenLengths(58)  # near the default voice
REPS = Dose(reps=8, tempo=parse_tempo("2-0-2-0"))


def step(name: str, stage: Stage = Stage.LOAD, **changes: object) -> Step:
    """Return a step; what is of its drill goes there."""
    own = {key: changes.pop(key) for key in ("areas", "equipment", "test") if key in changes}
    return fakes.step(fakes.drill(name, dose=REPS, stage=stage, **own), **changes)


def drills(rung: Rung) -> list[str]:
    return [step.drill.id for step in rung.flow.steps]


@cache
def length(flow: Flow) -> int:
    return compile_flow(flow, LENGTHS, fakes.FULL).duration


def worked(flow: Flow) -> Counter[tuple[str, Side]]:
    """Return the ms at work of each drill on each side."""
    ms: Counter[tuple[str, Side]] = Counter()
    for bout in write_out(flow):
        for side in (bout.side,) if bout.side else ():
            reps = sum(tempo.rep for tempo in bout.tempos)
            ms[bout.drill.id, side] += reps + sum(b.cycle for b in bout.breaths) + bout.hold
    return ms


def leaning(flow: Flow) -> dict[str, int]:
    """Return by how many ms more the left side works in each drill."""
    ms = worked(flow)
    found = {drill: ms[drill, Side.LEFT] - ms[drill, Side.RIGHT] for drill, _ in ms}
    return {drill: more for drill, more in found.items() if more}
