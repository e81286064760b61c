"""Poses in space: from the turns of joints, as they are written, to a pose."""

from collections.abc import Sequence

from longstride.content.pose_forms import JOINTS, OnePoseForm
from longstride.content.pose_places import both_sides, both_ways, grip_of
from longstride.core.figure.skeleton import View
from longstride.core.figure.space import NUMBERS, SpacePose

STANDING = {"at": (0.0, 0.512, 0.0), "trunk": (90.0, 0.0, 0.0), "near_shoulder": (0.0, 4.0, 0.0),
            "far_shoulder": (0.0, 4.0, 0.0), "near_elbow": (8.0,), "far_elbow": (8.0,)}  # fmt: skip


def space_pose(forms: Sequence[OnePoseForm]) -> SpacePose:
    """Return a pose from its forms, of which each says what differs from the one before."""
    turns: dict[str, tuple[float, ...]] = {name: (0.0,) * count for name, count in NUMBERS.items()}
    turns |= STANDING
    for form in forms:
        for joint in JOINTS:  # those of one side come last, and have the last word
            said = getattr(form, joint)
            if said is not None:
                turns |= dict.fromkeys(_sided(joint), said)
    last = forms[-1]
    spots, ways = both_sides(last.stay or {}, View.SPACE), both_ways(last.aim or {}, View.SPACE)
    numbers = tuple(number for name in NUMBERS for number in turns[name])
    return SpacePose(numbers, grip_of(spots, ways, carries=True))


def _sided(joint: str) -> tuple[str, ...]:
    return (joint,) if joint in NUMBERS else (f"near_{joint}", f"far_{joint}")
