"""Whether a flat pose is drawn as long as a body is and reaches what it says it holds.

What a body can do, and what bears it, is measured on the body in space: ``limits`` and ``floor``.
"""

import math
from collections.abc import Iterator

from longstride.core.figure.skeleton import Joints, Point, Pose, View

SLIDE = 0.012  # how far a contact may come out from where it is said to be
FULL = 1.02  # a segment is never seen longer than it is


def faults(pose: Pose, joints: Joints, view: View) -> Iterator[str]:
    """Yield what a settled pose does not reach, in plain words."""
    yield from _out_of_reach(pose, joints)
    if view is not View.SIDE:
        yield from _too_long(pose)


def _too_long(pose: Pose) -> Iterator[str]:
    for side in ("near", "far"):
        for bone in ("thigh", "shank", "upper_arm", "forearm"):
            if pose.share(f"{side}_{bone}") > FULL:
                yield (
                    f"the {side} {bone.replace('_', ' ')} would have to be "
                    f"{pose.share(f'{side}_{bone}'):.2f} of its length to reach; bring its "
                    "contact nearer"
                )


def _out_of_reach(pose: Pose, joints: Joints) -> Iterator[str]:
    for name, target in pose.contacts.items():
        gap = math.dist(joints[name], target)
        if gap > SLIDE:
            yield (
                f"the {name.replace('_', ' ')} comes out at {_at(joints[name])} and not at "
                f"{_at(target)} where it should stay, {gap:.3f} away"
            )


def _at(point: Point) -> str:
    return f"[{point[0]:.3f}, {point[1]:.3f}]"
