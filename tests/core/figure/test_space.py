"""Poses in space: bones keep their length, hands their hold, and ways their keys."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from longstride.core.figure.body import LENGTHS, SIDES, Body
from longstride.core.figure.holds import Aim, Grip, Hold
from longstride.core.figure.lift import lift
from longstride.core.figure.motion import Motion
from longstride.core.figure.reaching import missed, reached, spot
from longstride.core.figure.skeleton import CROSSWISE, SEGMENTS, Pose, View
from longstride.core.figure.space import NUMBERS, SpacePose, body_of
from longstride.core.figure.vectors import Vector

BONES = tuple(
    (f"{side}_{one}", f"{side}_{two}", LENGTHS[bone])
    for side, _ in SIDES
    for bone, one, two in (
        ("thigh", "hip", "knee"),
        ("shank", "knee", "heel"),
        ("foot", "heel", "toe"),
        ("upper_arm", "shoulder", "elbow"),
        ("forearm", "elbow", "hand"),
    )
)
COUNT = sum(NUMBERS.values())
UPRIGHT = {
    "trunk": 90.0, "head": 90.0, "upper_arm": 268.0, "forearm": 276.0, "thigh": 270.0,
    "shank": 270.0,
}  # fmt: skip
numbers = st.tuples(*[st.floats(-180, 180)] * COUNT)
places = st.tuples(*[st.floats(-0.6, 0.6)] * 3)
fractions = st.floats(0, 1)
KNEE = Hold("near_hand", (0.9, 0.05, 0.0), "near_thigh")
SITTING = {"near_hip": (80.0, 5.0, 0.0), "near_knee": (70.0,), "near_shoulder": (50.0, 0.0, 0.0)}


def posed(grip: Grip | None = None, **turns: tuple[float, ...]) -> SpacePose:
    said = {"at": (0.0, 0.512, 0.0), "trunk": (90.0, 0.0, 0.0), "near_elbow": (20.0,)} | turns
    written = [said.get(name, (0.0,) * count) for name, count in NUMBERS.items()]
    return SpacePose(tuple(n for each in written for n in each), grip or Grip())


def apart(one: Body, two: Body) -> float:
    return max(math.dist(place, two.joints[name]) for name, place in one.joints.items())


@given(numbers, places, places, st.sampled_from(["near_heel", "near_toe", "near_knee"]))
def test_bones_keep_their_length(
    drawn: tuple[float, ...], foot: Vector, hand: Vector, joint: str
) -> None:
    grip = Grip(
        (Hold(joint, foot), Hold("far_hand", hand, "near_shank")), (Aim("near_foot", (1, 0.1, 0)),)
    )
    joints = body_of(SpacePose(drawn, grip)).joints
    for one, two, long in BONES:
        assert math.dist(joints[one], joints[two]) == pytest.approx(long, abs=1e-6), (one, two)


def test_someone_standing_faces_ahead_with_the_near_side_at_the_eye() -> None:
    body = body_of(posed())
    assert body.joints["near_heel"] == pytest.approx((0.0, 0.021, 0.052), abs=1e-9)
    assert body.joints["near_toe"] == pytest.approx((0.118, 0.021, 0.052), abs=1e-2)
    assert body.chest.front == pytest.approx((1, 0, 0), abs=1e-9)
    assert body.head.near == pytest.approx((0, 0, 1), abs=1e-9)
    assert body_of(posed(trunk=(0.0, -90.0, 0.0))).pelvis.front == pytest.approx(
        (0, 0, 1), abs=1e-9
    )


@given(st.floats(-0.25, 0.25), st.floats(0.02, 0.4), st.floats(-0.3, 0.4))
def test_limbs_reach_what_is_within_their_reach(x: float, y: float, z: float) -> None:
    grip = Grip((Hold("near_heel", (x, y, z)), Hold("far_hand", (x, 0.6 + y, -z))))
    body = body_of(posed(grip))
    for root, tip, longest in (("near_hip", "near_heel", 0.49), ("far_shoulder", "far_hand", 0.33)):
        (place,) = (hold.at for hold in grip.holds if hold.joint == tip)
        assume(0.05 < math.dist(body.joints[root], place) < longest)
        assert body.joints[tip] == pytest.approx(place, abs=1e-6)


def test_what_is_out_of_reach_is_said() -> None:
    grip = Grip((Hold("near_hand", (1.0, 1.0, 0.0)), Hold("far_hand", (0.5, 0.0, 0.9), "head")))
    said = list(missed(body_of(posed(grip)), grip))
    assert said[0].startswith("the near hand comes out at [")
    assert "on the head where it should stay" in said[1]


@given(st.floats(60, 110), st.floats(-20, 30), st.floats(60, 110))
def test_a_hand_goes_with_the_thigh_it_holds(flex: float, spread: float, pitch: float) -> None:
    turns = SITTING | {"near_hip": (flex, spread, 0.0), "trunk": (pitch, 0.0, 10.0)}
    body = body_of(posed(Grip((KNEE,)), **turns))
    assume(math.dist(body.joints["near_shoulder"], spot(body, KNEE)) < 0.33)
    assert body.joints["near_hand"] == pytest.approx(spot(body, KNEE), abs=1e-6)
    knee, hip = body.joints["near_knee"], body.joints["near_hip"]
    held = math.dist(body.joints["near_hand"], knee), math.dist(body.joints["near_hand"], hip)
    assert held == pytest.approx((math.hypot(0.05, 0.0245), math.hypot(0.05, 0.2205)), abs=1e-6)


@given(st.floats(-0.4, 0.4), st.floats(0.02, 0.3))
def test_what_carries_moves_the_whole_body(x: float, y: float) -> None:
    heel = Hold("far_heel", (x, y, -0.1), carries=True)
    body = body_of(posed(Grip((heel,)), far_hip=(20.0, 0.0, 0.0), far_knee=(40.0,)))
    free = body_of(posed(far_hip=(20.0, 0.0, 0.0), far_knee=(40.0,)))
    assert body.joints["far_heel"] == pytest.approx((x, y, -0.1), abs=1e-6)
    one, two = (b.joints for b in (body, free))
    assert math.dist(one["head"], one["far_heel"]) == pytest.approx(
        math.dist(two["head"], two["far_heel"])
    )


def test_a_pole_says_where_the_elbow_goes() -> None:
    hold = Hold("near_hand", (0.05, 0.08, 0.1), "trunk")
    out = body_of(posed(Grip((hold,), (Aim("near_elbow", (-0.4, 0, 1)),)))).joints
    back = body_of(posed(Grip((hold,), (Aim("near_elbow", (-1, 0, 0)),)))).joints
    assert out["near_elbow"][2] > back["near_elbow"][2] + 0.03
    assert out["near_hand"] == pytest.approx(back["near_hand"], abs=1e-6)


def test_a_foot_that_would_sink_is_laid_flat() -> None:
    low = body_of(posed(at=(0.0, 0.515, 0.0), near_ankle=(-40.0,))).joints
    assert low["near_toe"][1] == pytest.approx(0.016)
    assert low["far_toe"][1] == pytest.approx(0.024)


@given(numbers, numbers, fractions)
def test_a_body_exchanged_twice_is_itself(
    one: tuple[float, ...], two: tuple[float, ...], passed: float
) -> None:
    body = body_of(Motion((SpacePose(one), SpacePose(two))).at(passed))
    assert apart(body.exchanged.exchanged, body) == 0.0
    assert body.exchanged.exchanged.chest == body.chest


def test_ways_pass_through_every_key() -> None:
    held = posed(Grip((KNEE,)), **SITTING)
    keys = (posed(**SITTING), held, posed(Grip((replace(KNEE, at=(0.5, 0.06, 0.0)),)), **SITTING))
    for index, key in enumerate(keys):
        assert apart(body_of(Motion(keys).at(index / 2)), body_of(key)) < 1e-6


def test_a_hand_lets_go_and_takes_hold_without_a_jump() -> None:
    grips = (
        Grip((KNEE,), (Aim("near_elbow", (0, 0, 1)),)),
        Grip(),
        Grip((Hold("near_hand", (0.3, 0.6, 0.1)),)),
    )
    motion = Motion(tuple(posed(grip, **SITTING) for grip in grips))
    frames = [body_of(motion.at(step / 200)) for step in range(201)]
    assert max(apart(one, two) for one, two in pairwise(frames)) < 0.02


def test_what_both_keys_hold_stays_held_on_the_way() -> None:
    thigh = replace(KNEE, at=(0.5, 0.05, 0.0))
    grip = Grip((Hold("near_heel", (0.1, 0.021, 0.06), carries=True), thigh))
    turned = SITTING | {"near_hip": (60.0, 10.0, 0.0)}
    motion = Motion((posed(grip, **SITTING), posed(grip, **turned)))
    for step in range(11):
        body = body_of(motion.at(step / 10))
        assert body.joints["near_heel"] == pytest.approx((0.1, 0.021, 0.06), abs=1e-6)
        assert not list(missed(body, grip))


@pytest.mark.parametrize("view", [View.SIDE, View.FRONT])
def test_a_flat_pose_reaches_in_space_and_stays_where_it_was_drawn(view: View) -> None:
    angles = tuple(UPRIGHT.get(name, UPRIGHT.get(name.partition("_")[2], 0.0)) for name in SEGMENTS)
    shares = tuple(float(view is View.FRONT or name not in CROSSWISE) for name in SEGMENTS)
    plain = Pose(angles, shares, {"near_heel": (0.0, 0.021)})
    hip = Hold("near_hand", (0.05, 0.03, 0.09), "trunk")
    free, held = lift(plain, view), lift(replace(plain, grip=Grip((hip,))), view)
    assert held.joints["near_hand"] == pytest.approx(spot(free, hip), abs=1e-6)
    same = free.joints.keys() - {"near_hand", "near_elbow"}
    assert all(held.joints[name] == free.joints[name] for name in same)
    assert reached(free, Grip()) is free
    across = 0 if view is View.FRONT else 2  # near is outwards in any view
    assert held.joints["near_hand"][across] == pytest.approx(free.joints["pelvis"][across] + 0.09)
