"""What a figure does between its poses: it stays a body, does not jump, and may change sides."""

import math
from collections.abc import Iterator
from itertools import pairwise

from longstride.content.proof import Proof
from longstride.core.figure.anatomy import faults
from longstride.core.figure.body import Body
from longstride.core.figure.figure import SAMPLES, Figure, Mirror
from longstride.core.figure.motion import Motion
from longstride.core.figure.reaching import missed
from longstride.core.figure.skeleton import Pose, other_side, place, settle
from longstride.core.figure.space import AnyPose
from longstride.core.figure.vectors import Vector
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
    here = figure.body(figure.paths[SpanPhase.READY][-1]).joints
    there = figure.body(figure.paths[first][0])
    turned = _turned_round(there) if figure.mirror is Mirror.FLIP else there.exchanged.joints
    for name, at in turned.items():
        if math.dist(here[name], at) > SYMMETRY:
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


def pose_faults(figure: Figure, pose: AnyPose) -> Iterator[str]:
    """Yield what no body could do in a pose, or does not reach, in plain words."""
    if isinstance(pose, Pose):
        settled = settle(pose, figure.view)
        yield from faults(settled, place(settled), figure.view, wall_of(figure))
    yield from missed(figure.body(pose), pose.grip)


def _turned_round(body: Body) -> dict[str, Vector]:
    """Return a body as its picture turned left-right shows it, each limb named where it is then."""
    return {other_side(name): (-x, y, z) for name, (x, y, z) in body.joints.items()}


def _fault_on_the_way(figure: Figure, motion: Motion[AnyPose]) -> str | None:
    """Return the first thing that goes wrong through a phase."""
    if len(motion.keys) == 1:
        return None
    steps = [motion.at(step / (2 * SAMPLES)) for step in range(2 * SAMPLES + 1)]
    for step, pose in enumerate(steps):
        for fault in pose_faults(figure, pose):
            return f"{step * 50 // SAMPLES} % of the motion: {fault}"
    bodies = [figure.body(pose) for pose in steps]
    return next(filter(None, (_leap(*pair) for pair in pairwise(bodies))), None)


def _leap(one: Body, two: Body) -> str | None:
    for name, start in one.joints.items():
        if math.dist(start, two.joints[name]) > LEAP:
            return f"the {name.replace('_', ' ')} jumps; put a pose between"
    return None
