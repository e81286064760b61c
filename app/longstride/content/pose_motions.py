"""What a figure does between its poses: it stays a body, does not jump, and may change sides."""

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise

from longstride.content.proof import Proof
from longstride.core.figure.anatomy import faults
from longstride.core.figure.blocks import Block, blocks
from longstride.core.figure.body import Body
from longstride.core.figure.figure import SAMPLES, Figure, Mirror, either_direction
from longstride.core.figure.floor import adrift, sunk
from longstride.core.figure.holds import ROOM
from longstride.core.figure.limits import limits
from longstride.core.figure.motion import Motion
from longstride.core.figure.reaching import missed
from longstride.core.figure.skeleton import Joints, Pose, joints_of, other_side, place, settle
from longstride.core.figure.space import AnyPose
from longstride.core.figure.vectors import Vector
from longstride.core.flow.drill import Drill, Sides
from longstride.core.timeline.timeline import SpanPhase

LEAP = 0.22  # body heights between two samples: further is a jump, not a movement
SYMMETRY = 0.02

_Joints = Mapping[str, Vector] | Joints


def check_reach(figure: Figure, poses: Mapping[str, AnyPose], proof: Proof) -> None:
    """Note which places a pose does not reach."""
    for name, pose in poses.items():
        for fault in _missing(figure, pose):
            proof.wrong(("pose", name), f'pose "{name}": {fault}')


def check_poses(figure: Figure, poses: Mapping[str, AnyPose], proof: Proof) -> None:
    """Note what no body could do in a pose, what it sinks into and what it does not touch."""
    around = blocks(figure.props)
    for name, pose in poses.items():
        body = figure.body(pose)
        held = () if any(_missing(figure, pose)) else _held(pose)
        for fault in (*_beyond(body, around), *adrift(body, held, around)):
            proof.wrong(("pose", name), f'pose "{name}": {fault}')


def check_motions(figure: Figure, proof: Proof) -> None:
    """Note the first thing that goes wrong on the way through each phase.

    A way back is as its way there and is not gone again.
    """
    around = blocks(figure.props)
    ways: dict[tuple[int, ...], SpanPhase] = {}
    for phase, motion in figure.motions.items():
        if ways.setdefault(either_direction(motion.keys), phase) is not phase:
            continue
        if fault := _fault_on_the_way(figure, motion, around):
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


def _missing(figure: Figure, pose: AnyPose, body: Body | None = None) -> Iterator[str]:
    """Yield what a pose, here as a body where that is known, does not reach, in plain words."""
    if isinstance(pose, Pose):
        settled = settle(pose, figure.view)
        yield from faults(settled, place(settled), figure.view)
    if pose.grip.holds:
        yield from missed(body or figure.body(pose), pose.grip)


def _held(pose: AnyPose) -> tuple[str, ...]:
    """Return the joints that are said to keep their place, and hands that hold the body."""
    kept = [
        hold.joint
        for hold in pose.grip.holds
        if hold.firm == 1.0 and (hold.on == ROOM or hold.joint.endswith("_hand"))
    ]
    return (*(pose.contacts if isinstance(pose, Pose) else ()), *kept)


def _beyond(body: Body, around: tuple[Block, ...]) -> Iterator[str]:
    yield from limits(body)
    yield from sunk(body, around)


def _turned_round(body: Body) -> dict[str, Vector]:
    """Return a body as its picture turned left-right shows it, each limb named where it is then."""
    return {other_side(name): (-x, y, z) for name, (x, y, z) in body.joints.items()}


def _fault_on_the_way(
    figure: Figure, motion: Motion[AnyPose], around: tuple[Block, ...]
) -> str | None:
    """Return the first thing that goes wrong through a phase."""
    if len(motion.keys) == 1:
        return None
    steps = [motion.at(step / (2 * SAMPLES)) for step in range(2 * SAMPLES + 1)]
    bodies = [None if _is_flat(pose) else figure.body(pose) for pose in steps]
    for step, (pose, body) in enumerate(zip(steps, bodies, strict=True)):
        measured = step % 2 == 0  # skin takes longer than joints
        beyond = _beyond(body or figure.body(pose), around) if measured else ()
        for fault in (*_missing(figure, pose, body), *beyond):
            return f"{step * 50 // SAMPLES} % of the motion: {fault}"
    joints = [_joints(figure, *each) for each in zip(steps, bodies, strict=True)]
    return next(filter(None, (_leap(*pair) for pair in pairwise(joints))), None)


def _is_flat(pose: AnyPose) -> bool:
    """Return whether a pose's joints are known before it is a body, which takes longer."""
    return isinstance(pose, Pose) and not pose.grip.holds


def _joints(figure: Figure, pose: AnyPose, body: Body | None) -> _Joints:
    if body is None and isinstance(pose, Pose):
        return joints_of(pose, figure.view)
    return (body or figure.body(pose)).joints


def _leap(one: _Joints, two: _Joints) -> str | None:
    for name, start in one.items():
        if math.dist(start, two[name]) > LEAP:
            return f"the {name.replace('_', ' ')} jumps; put a pose between"
    return None
