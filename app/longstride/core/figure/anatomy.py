"""What a body can do: the range of each joint, and that neither floor nor wall gives way."""

import math
from collections.abc import Iterator

from longstride.core.figure.skeleton import POINTS, Joints, Point, Pose, View, flesh, turned

SINK = 0.012  # of body height: flesh gives a little
SLIDE = 0.012  # how far a contact may come out from where it is said to be
FULL = 1.02  # a segment is never seen longer than it is

# Degrees, flexion positive; generous ends of the ranges met in healthy adults.
RANGES = {
    "knee": (-5, 155),
    "hip": (-35, 135),
    "ankle": (-92, 40),
    "elbow": (-5, 155),
    "shoulder": (-75, 190),
    "neck": (-55, 60),
}
_WORDS = {
    "knee": ("bends backwards", "bends"),
    "hip": ("is extended", "is flexed"),
    "ankle": ("is pointed", "is pulled up"),
    "elbow": ("bends backwards", "bends"),
    "shoulder": ("reaches back", "reaches up"),
    "neck": ("is bent back", "is bent forward"),
}


def faults(pose: Pose, joints: Joints, view: View, wall: float | None = None) -> Iterator[str]:
    """Yield what no body could do in a settled pose, in plain words."""
    yield from _out_of_reach(pose, joints)
    if view is View.SIDE:
        yield from _out_of_range(pose)
    else:
        yield from _too_long(pose)
    if view is not View.ABOVE:
        yield from _sunk(joints, view)
    if wall is not None:
        yield from _through_wall(joints, view, wall)


def flexion(pose: Pose, joint: str) -> float:
    """Return how far a joint such as ``near_knee`` or ``neck`` is flexed, seen from the side."""
    side, _, part = joint.rpartition("_")
    hanging = pose.angle("trunk") + 180
    if part == "neck":
        return turned(pose.angle("trunk") - pose.angle("head"))
    if part == "hip":
        return turned(pose.angle(f"{side}_thigh") - hanging)
    if part == "knee":
        return _lifted(pose.angle(f"{side}_thigh") - pose.angle(f"{side}_shank"))
    if part == "ankle":
        return turned(pose.angle(f"{side}_foot") - pose.angle(f"{side}_shank") - 90)
    if part == "elbow":
        return _lifted(pose.angle(f"{side}_forearm") - pose.angle(f"{side}_upper_arm"))
    return _lifted(pose.angle(f"{side}_upper_arm") - hanging)


def _lifted(angle: float) -> float:
    """Return an angle between -90 and 270 degrees: these joints flex past half a turn."""
    return (angle + 90.0) % 360.0 - 90.0


def _out_of_range(pose: Pose) -> Iterator[str]:
    for joint in ("neck", *(f"{s}_{j}" for s in ("near", "far") for j in RANGES if j != "neck")):
        if _foreshortened(pose, joint):
            continue
        part = joint.rpartition("_")[2]
        least, most = RANGES[part]
        angle = flexion(pose, joint)
        if not least - 0.5 <= angle <= most + 0.5:
            below = angle < least
            limit = least if below else most
            yield (
                f"{_named(joint)} {_WORDS[part][not below]} {abs(angle):.0f} degrees; "
                f"a body reaches {abs(limit)}"
            )


def _foreshortened(pose: Pose, joint: str) -> bool:
    """Return whether a limb leaves the page, where the angle in the page says little."""
    side, _, part = joint.rpartition("_")
    limb = ("thigh", "shank") if part in {"hip", "knee", "ankle"} else ("upper_arm", "forearm")
    return part != "neck" and any(pose.share(f"{side}_{bone}") < 0.9 for bone in limb)


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
                f"{_named(name)} comes out at {_at(joints[name])} and not at {_at(target)} "
                f"where it should stay, {gap:.3f} away"
            )


def _sunk(joints: Joints, view: View) -> Iterator[str]:
    for name in POINTS:
        depth = flesh(name, view) - joints[name][1]
        if depth > SINK:
            yield f"{_named(name)} sinks {depth:.3f} below the floor"


def _through_wall(joints: Joints, view: View, wall: float) -> Iterator[str]:
    ahead = joints["pelvis"][0] < wall
    for name in POINTS:
        room = wall - joints[name][0] if ahead else joints[name][0] - wall
        if flesh(name, view) - room > SINK:
            yield f"{_named(name)} goes {flesh(name, view) - room:.3f} into the wall"


def _named(joint: str) -> str:
    return f"the {joint.replace('_', ' ')}"


def _at(point: Point) -> str:
    return f"[{point[0]:.3f}, {point[1]:.3f}]"
