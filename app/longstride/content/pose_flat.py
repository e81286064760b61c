"""Flat poses: from the turns of segments, as they are seen from one side, to a settled pose."""

import math
from collections.abc import Mapping, Sequence

from longstride.content.pose_forms import UNSIDED, OnePoseForm, Turn
from longstride.content.pose_places import Place, both_sides, both_ways, grip_of
from longstride.core.figure.skeleton import CROSSWISE, SEGMENTS, Pose, View, flesh, settle

LOINS = 0.012  # body heights: what the loins are deep beyond the flesh of the pelvis
_ALONG: Mapping[str, Turn] = {
    "trunk": (90, 1), "head": (90, 1), "hips": (0, 1), "shoulders": (0, 1),
    "thigh": (270, 1), "shank": (270, 1), "upper_arm": (268, 1), "forearm": (276, 1),
    "foot": (0, 1),
}  # fmt: skip
_FACING = {**_ALONG, "upper_arm": (282, 1), "forearm": (276, 1), "foot": (348, 0.45)}


def flat_pose(forms: Sequence[OnePoseForm], view: View) -> Pose:
    """Return a pose from its forms, of which each says what differs from the one before."""
    turns = _standing(view)
    for form in forms:
        turns |= _said(form, turns, view)
    spots = both_sides(forms[-1].stay or {}, view)
    pose = Pose(
        angles=tuple(turns[segment][0] for segment in SEGMENTS),
        shares=tuple(turns[segment][1] for segment in SEGMENTS),
        contacts={
            point: (spot[0], spot[1] + _resting(point, view, turns["trunk"][0]))
            for point, spot in spots.items()
            if not isinstance(spot, Place)
        },
        grip=grip_of(spots, both_ways(forms[-1].aim or {}, view), carries=False),
    )
    return settle(pose, view)


def _resting(point: str, view: View, trunk: float) -> float:
    """Return how high a joint lies over what bears it: on its back, a trunk lies on its loins."""
    on_its_back = max(-math.cos(math.radians(trunk)), 0.0)
    loins = LOINS * on_its_back if view is View.SIDE and point == "pelvis" else 0.0
    return flesh(point, view) + loins


def _standing(view: View) -> dict[str, Turn]:
    """Return the turns of someone who stands and lets the arms hang."""
    usual = _ALONG if view is View.SIDE else _FACING
    turns: dict[str, Turn] = {}
    for key, turn in usual.items():
        turns |= _sided(key, turn, view)
    if view is View.SIDE:
        turns |= dict.fromkeys(CROSSWISE, (0.0, 0.0))
    return turns


def _said(form: OnePoseForm, before: Mapping[str, Turn], view: View) -> dict[str, Turn]:
    """Return what a pose says of its segments; the head goes with the trunk unless it is said."""
    said = {
        key: turn
        for key in (*UNSIDED, *SEGMENTS)  # so that one side has the last word
        if (turn := getattr(form, key)) is not None
    }
    if "trunk" in said:
        angle = said["trunk"][0]
        said.setdefault("head", (angle, before["head"][1]))
        for key in CROSSWISE:
            said.setdefault(key, (angle - 90, before[key][1]))
    turns: dict[str, Turn] = {}
    for key, turn in said.items():
        turns |= _sided(key, turn, view)
    return turns


def _sided(key: str, turn: Turn, view: View) -> dict[str, Turn]:
    """Return what a key without a side says of both: from the front they mirror each other."""
    if key not in UNSIDED:
        return {key: turn}
    other = turn if view is View.SIDE else (180 - turn[0], turn[1])
    return {f"near_{key}": turn, f"far_{key}": other}
