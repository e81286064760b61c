"""The skeleton: lengths hold, contacts hold, and bodies bend the way bodies bend."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from longstride.core.figure.anatomy import faults
from longstride.core.figure.figure import eased
from longstride.core.figure.motion import Motion, unwound
from longstride.core.figure.skeleton import (
    BONES,
    SEGMENTS,
    Point,
    Pose,
    View,
    joints_of,
    place,
    settle,
    swap_sides,
    turned,
)

UPRIGHT = {
    "trunk": 90.0, "head": 90.0, "hips": 0.0, "shoulders": 0.0,
    "thigh": 270.0, "shank": 270.0, "foot": 0.0, "upper_arm": 270.0, "forearm": 275.0,
}  # fmt: skip
angles = st.lists(st.floats(-360, 360), min_size=len(SEGMENTS), max_size=len(SEGMENTS))
fractions = st.floats(0, 1)


def pose(contacts: dict[str, Point] | None = None, **said: float) -> Pose:
    along = [
        said.get(name, UPRIGHT.get(name, UPRIGHT.get(name.partition("_")[2], 0.0)))
        for name in SEGMENTS
    ]
    seen = [0.0 if name in {"hips", "shoulders"} else 1.0 for name in SEGMENTS]
    return Pose(tuple(along), tuple(seen), contacts or {"near_heel": (0.0, 0.021)})


@given(angles)
def test_bones_keep_their_length(drawn: list[float]) -> None:
    joints = place(Pose(tuple(drawn), (1.0,) * len(SEGMENTS), {}))
    for bone in BONES:
        assert math.dist(joints[bone.start], joints[bone.end]) == pytest.approx(abs(bone.length))


@given(angles, st.floats(-1, 1), st.floats(0, 1))
def test_the_first_contact_carries_the_body(drawn: list[float], x: float, y: float) -> None:
    standing = Pose(tuple(drawn), (1.0,) * len(SEGMENTS), {"far_toe": (x, y)})
    assert joints_of(standing, View.SIDE)["far_toe"] == pytest.approx((x, y))


@given(st.floats(-0.3, 0.4), st.floats(0.02, 0.3))
def test_a_leg_reaches_its_contact_with_the_knee_in_front(x: float, y: float) -> None:
    reaching = settle(
        pose({"near_heel": (0.0, 0.021), "far_heel": (x, y)}, near_thigh=290, near_shank=250),
        View.SIDE,
    )
    joints = place(reaching)
    assume(math.dist(joints["far_hip"], (x, y)) < 0.49)
    assert joints["far_heel"] == pytest.approx((x, y), abs=1e-6)
    assert turned(reaching.angle("far_thigh") - reaching.angle("far_shank")) >= -1e-6


@given(st.floats(0.05, 0.3), st.floats(0.5, 0.9))
def test_an_arm_reaches_with_the_elbow_behind(x: float, y: float) -> None:
    reaching = settle(pose({"near_heel": (0.0, 0.021), "near_hand": (x, y)}), View.SIDE)
    assume(0.06 < math.dist(place(reaching)["near_shoulder"], (x, y)) < 0.33)
    assert place(reaching)["near_hand"] == pytest.approx((x, y), abs=1e-6)
    bend = turned(reaching.angle("near_forearm") - reaching.angle("near_upper_arm"))
    assert bend >= -1e-6


def test_a_planted_toe_lets_the_heel_rise() -> None:
    contacts = {"far_heel": (0.0, 0.021), "near_toe": (-0.2, 0.016)}
    joints = joints_of(pose(contacts, near_foot=300), View.SIDE)
    assert joints["near_toe"] == pytest.approx((-0.2, 0.016), abs=1e-6)
    assert joints["near_heel"][1] > 0.1


def test_what_is_out_of_reach_is_said() -> None:
    contacts = {"near_heel": (0.0, 0.021), "far_heel": (0.9, 0.021)}
    far = settle(pose(contacts), View.SIDE)
    assert any("far heel comes out at" in fault for fault in faults(far, place(far), View.SIDE))


@given(angles)
def test_two_swaps_are_none(drawn: list[float]) -> None:
    joints = place(Pose(tuple(drawn), (1.0,) * len(SEGMENTS), {}))
    assert swap_sides(swap_sides(joints)) == joints
    assert swap_sides(joints)["far_knee"] == joints["near_knee"]


@given(fractions, fractions)
@example(0.9999999999999999, 1.0)
def test_motion_never_goes_backwards(one: float, two: float) -> None:
    one, two = sorted((one, two))
    assert eased(one) <= eased(two) + 1e-12 and eased(two) <= 1.0
    assert eased(0) == 0 and eased(1) == 1
    assert eased(0.001) < 1e-7 and 1 - eased(0.999) < 1e-7  # soft at both ends


@given(st.lists(st.floats(-720, 720), min_size=2, max_size=6))
def test_turns_go_the_shortest_way(drawn: list[float]) -> None:
    wound = unwound(tuple(drawn))
    for before, after in pairwise(wound):
        assert abs(after - before) <= 180 + 1e-6


@given(fractions)
def test_shared_contacts_stay_put_on_the_way(passed: float) -> None:
    contacts = {"near_heel": (0.0, 0.021), "far_heel": (0.1, 0.021)}
    keys = tuple(
        settle(pose(contacts, near_thigh=thigh, near_shank=shank), View.SIDE)
        for thigh, shank in ((300, 250), (310, 240), (295, 255))
    )
    joints = joints_of(Motion(keys).at(passed), View.SIDE)
    for name, at in contacts.items():
        assert joints[name] == pytest.approx(at, abs=1e-6)


def test_ways_pass_through_every_key() -> None:
    keys = tuple(settle(pose(None, trunk=angle), View.SIDE) for angle in (90, 60, 80))
    for index, key in enumerate(keys):
        assert Motion(keys).at(index / 2).angle("trunk") == pytest.approx(key.angle("trunk"))
