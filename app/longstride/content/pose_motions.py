"""What a figure does between its poses: it stays a body, does not jump, and may change sides."""

import math
from itertools import pairwise

from longstride.content.proof import Proof
from longstride.core.figure.anatomy import faults
from longstride.core.figure.figure import SAMPLES, Figure, Mirror
from longstride.core.figure.motion import Motion
from longstride.core.figure.skeleton import Joints, joints_of, settle, swap_sides
from longstride.core.flow.drill import Drill, Sides
from longstride.core.timeline.timeline import SpanPhase

LEAP = 0.22  # body heights between two samples: further is a jump, not a movement
SYMMETRY = 0.02


def check_motions(figure: Figure, proof: Proof) -> None:
    """Note the first thing that goes wrong on the way through each phase."""
    for phase, motion in figure.motions.items():
        if fault := _fault_on_the_way(figure, motion):
            proof.wrong(("phases", phase.value), f"{phase}, {fault}")


def check_turns(figure: Figure, drill: Drill, proof: Proof) -> None:
    """Note where sides take turns but one side's work does not start where the other's ends.

    Most drills come back to a pose without a side; a switch of legs ends in its own mirror image.
    """
    if drill.sides is not Sides.ALTERNATE:
        return
    first = SpanPhase.HOLD if drill.unit.is_hold else SpanPhase(drill.starts_with.value)
    here = joints_of(figure.paths[SpanPhase.READY][-1], figure.view)
    there = swap_sides(joints_of(figure.paths[first][0], figure.view))
    sign = -1 if figure.mirror is Mirror.FLIP else 1
    for name, (x, y) in there.items():
        if math.dist(here[name], (sign * x, y)) > SYMMETRY:
            proof.wrong(
                ("phases",),
                "the sides take turns in this drill, so the pose it starts from must look "
                f"the same for both, or as the other side ends; the {name.replace('_', ' ')} "
                f'does not (mirror = "{figure.mirror}")',
            )
            return


def wall_of(figure: Figure) -> float | None:
    """Return where the wall stands, None where there is none."""
    return next((prop.numbers[0] for prop in figure.props if prop.kind == "wall"), None)


def _fault_on_the_way(figure: Figure, motion: Motion) -> str | None:
    """Return the first thing that goes wrong through a phase."""
    if len(motion.keys) == 1:
        return None
    steps = [
        settle(motion.at(step / (2 * SAMPLES)), figure.view) for step in range(2 * SAMPLES + 1)
    ]
    joints = [joints_of(pose, figure.view) for pose in steps]
    for step, (pose, here) in enumerate(zip(steps, joints, strict=True)):
        for fault in faults(pose, here, figure.view, wall_of(figure)):
            return f"{step * 50 // SAMPLES} % of the motion: {fault}"
    return next(filter(None, (_leap(*pair) for pair in pairwise(joints))), None)


def _leap(one: Joints, two: Joints) -> str | None:
    for name in one:
        if math.dist(one[name], two[name]) > LEAP:
            return f"the {name.replace('_', ' ')} jumps; put a pose between"
    return None
