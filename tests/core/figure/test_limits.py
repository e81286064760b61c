"""What a body can do, by example at both sides of each limit and for both hands of frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.figure.angles import ball, bone, column
from longstride.core.figure.blocks import blocks
from longstride.core.figure.body import Body, Frame
from longstride.core.figure.floor import adrift, sunk
from longstride.core.figure.holds import Grip, Hold
from longstride.core.figure.lift import lift
from longstride.core.figure.limits import limits
from longstride.core.figure.prop import Prop
from longstride.core.figure.skeleton import SEGMENTS, Pose, View, other_side
from longstride.core.figure.space import NUMBERS, SpacePose, body_of
from longstride.core.figure.vectors import times

Turns = dict[str, tuple[float, ...]]
UPRIGHT: Turns = {"at": (0.0, 0.512, 0.0), "trunk": (90.0, 0.0, 0.0)}


def bodied(grip: Grip | None = None, **said: tuple[float, ...]) -> Body:
    """Return someone standing but for the joints that are said."""
    turns = {**UPRIGHT, **said}
    numbers = tuple(n for name, count in NUMBERS.items() for n in turns.get(name, (0.0,) * count))
    return body_of(SpacePose(numbers, grip or Grip()))


def left_handed(body: Body) -> Body:
    """Return the same body with its left limbs called near, as one seen from the front has."""

    def named(frame: Frame) -> Frame:
        return Frame(frame.up, frame.front, times(frame.near, -1.0))

    return Body(
        {other_side(name): place for name, place in body.joints.items()},
        named(body.pelvis),
        named(body.chest),
        named(body.head),
        {other_side(name): way for name, way in body.fronts.items()},
    )


def others(said: list[str]) -> set[str]:
    """Return what is said, of the other limbs."""
    swapped = (text.replace("near", "?").replace("far", "near") for text in said)
    return {text.replace("?", "far") for text in swapped}


@pytest.mark.parametrize(
    ("within", "beyond", "words"),
    [
        ({"near_hip": (135, 0, 0)}, {"near_hip": (138, 0, 0)}, "near hip is flexed 138 degrees"),
        ({"near_hip": (145, 46, 0)}, {"near_hip": (147, 46, 0)}, "a body reaches 145"),
        ({"far_hip": (-35, 0, 0)}, {"far_hip": (-37, 0, 0)}, "far hip is extended 37 degrees"),
        ({"near_hip": (0, 70, 0)}, {"near_hip": (0, 72, 0)}, "near hip is spread 72 degrees"),
        ({"far_hip": (0, -30, 0)}, {"far_hip": (0, -32, 0)}, "far hip is drawn inwards 32"),
        (
            {"near_hip": (80, 20, 80), "near_knee": (90,)},
            {"near_hip": (80, 20, 83), "near_knee": (90,)},
            "near hip is turned outwards 83 degrees; a body reaches 80",
        ),
        (
            {"far_hip": (84, 0, -50), "far_knee": (90,)},
            {"far_hip": (84, 0, -83), "far_knee": (90,)},
            "far hip is turned inwards 83 degrees; a body reaches 50",
        ),
        ({"near_knee": (155,)}, {"near_knee": (158,)}, "near knee bends 158 degrees"),
        ({"near_knee": (-4,)}, {"near_knee": (-20,)}, "near knee bends backwards 20 degrees"),
        ({"far_ankle": (40,)}, {"far_ankle": (43,)}, "far ankle is pulled up 43 degrees"),
        ({"near_ankle": (-88,)}, {"near_ankle": (-130,)}, "near foot points backwards"),
        ({"spine": (60, 0, 0)}, {"spine": (62, 0, 0)}, "spine is bent forward 62 degrees"),
        ({"spine": (-30, 0, 0)}, {"spine": (-32, 0, 0)}, "spine is bent back 32 degrees"),
        ({"spine": (0, 35, 0)}, {"spine": (0, -37, 0)}, "spine is leant sideways 37 degrees"),
        ({"spine": (0, 0, -45)}, {"spine": (0, 0, 47)}, "spine is twisted 47 degrees"),
        ({"neck": (0, 0, 80)}, {"neck": (0, 0, 83)}, "neck is turned 83 degrees"),
        ({"neck": (60, 0, 0)}, {"neck": (70, 0, 0)}, "neck is bent forward 70 degrees"),
        (
            {"far_shoulder": (-75, 0, 0)},
            {"far_shoulder": (-78, 0, 0)},
            "far shoulder reaches back 78 degrees",
        ),
        ({"near_shoulder": (189, 0, 0)}, {"near_shoulder": (193, 0, 0)}, "reaches up 193"),
        ({"near_elbow": (155,)}, {"near_elbow": (158,)}, "near elbow bends 158 degrees"),
        ({"far_elbow": (-4,)}, {"far_elbow": (-20,)}, "far elbow bends backwards 20 degrees"),
    ],
)
def test_no_joint_goes_further_than_a_body(within: Turns, beyond: Turns, words: str) -> None:
    assert not list(limits(bodied(at=(0, 3, 0), **within)))
    body = bodied(at=(0, 3, 0), **beyond)
    (said,) = limits(body)
    assert words in said
    assert set(limits(left_handed(body))) == others([said])
    assert set(limits(body.exchanged)) == others([said])


@given(
    st.lists(st.floats(-80, 80), min_size=3, max_size=3),
    st.lists(st.floats(-180, 180), min_size=3, max_size=3),
    st.lists(st.floats(-60, 60), min_size=3, max_size=3),
)
def test_what_was_turned_is_measured(
    hip: list[float], trunk: list[float], spine: list[float]
) -> None:
    body = bodied(at=(0, 3, 0), trunk=tuple(trunk), far_hip=tuple(hip), far_knee=(90,),
                  spine=tuple(spine))  # fmt: skip
    for each, side in ((body, "far"), (left_handed(body), "near")):
        out = times(each.pelvis.near, 1.0 if side == "near" else -1.0)
        thigh = bone(each, side, "hip", "knee")
        found = ball(each.pelvis, out, thigh, each.fronts[f"{side}_thigh"])
        assert tuple(found) == pytest.approx(tuple(hip), abs=1e-6)
    found = column(body.pelvis, body.chest)
    assert tuple(found) == pytest.approx(tuple(spine), abs=1e-6)


def test_someone_standing_is_within_every_limit() -> None:
    body = bodied()
    assert not list(limits(body))
    assert not list(sunk(body, blocks(())))
    assert not list(adrift(body, ("near_heel", "far_heel"), blocks(())))


@pytest.mark.parametrize(
    ("rise", "said"),
    [
        (-0.03, "the near foot sinks 0.0"),
        (-0.01, ""),
        (0.015, ""),
        (0.03, "the near heel floats 0.0"),
    ],
)
def test_the_floor_neither_gives_way_nor_is_left(rise: float, said: str) -> None:
    body = bodied(at=(0.0, UPRIGHT["at"][1] + rise, 0.0))
    found = [*sunk(body, blocks(())), *adrift(body, ("near_heel",), blocks(()))]
    assert any(text.startswith(said) for text in found) if said else not found


@pytest.mark.parametrize(
    ("prop", "x", "said"),
    [
        (Prop("wall", (0.2,)), 0.03, ""),
        (Prop("wall", (0.2,)), 0.1, "the near foot goes 0.0"),
        (Prop("wall", (-0.2,)), -0.1, ""),
        (Prop("wall", (-0.2,)), -0.16, "into the wall"),
        (Prop("step", (-0.3, 0.3, 0.1)), 0.0, "into the step"),
        (Prop("step", (0.3, 0.5, 0.1)), 0.0, ""),
        (Prop("step", (-0.5, 0.5, 1.06)), 0.0, ""),  # a wall along which one stands
        (Prop("bench", (-0.3, 0.3, 0.3)), 0.0, "into the bench"),
        (Prop("chair", (0.3, 0.6)), 0.0, ""),
        (Prop("chair", (0.0, 0.3)), 0.0, "the near shank goes"),
        (Prop("stair", (0.0, 0.2, 0.1)), 0.0, "into the first stair"),
    ],
)
def test_no_part_goes_into_a_thing(prop: Prop, x: float, said: str) -> None:
    found = list(sunk(bodied(at=(x, UPRIGHT["at"][1], 0.0)), blocks((prop,))))
    assert any(said in text for text in found) if said else not found, found


@pytest.mark.parametrize(
    ("prop", "place", "held"),
    [
        (Prop("wall", (0.3,)), (0.28, 0.7, 0.1), True),
        (Prop("wall", (0.3,)), (0.24, 0.7, 0.1), False),
        (Prop("chair", (0.5, 0.2)), (0.2, 0.51, 0.1), True),
        (Prop("chair", (0.5, 0.2)), (0.2, 0.51, 0.2), False),
        (Prop("step", (-0.5, 0.5, 1.06)), (0.2, 0.7, -0.25), True),
        (Prop("step", (-0.5, 0.5, 1.06)), (0.2, 0.7, -0.11), False),
    ],
)
def test_a_hand_that_holds_is_at_what_it_holds(
    prop: Prop, place: tuple[float, float, float], held: bool
) -> None:
    hand = "near_hand" if place[2] > 0 else "far_hand"
    body = bodied(Grip((Hold(hand, place),)))
    found = list(adrift(body, (hand,), blocks((prop,))))
    assert held is not any("holds on to nothing" in text for text in found), found


def test_a_hand_may_hold_the_body() -> None:
    for off, held in ((0.06, True), (0.15, False)):
        body = bodied(Grip((Hold("near_hand", (0.3, off, 0.0), "near_thigh"),)))
        assert held is not any(adrift(body, ("near_hand",), blocks(())))


def test_a_lifted_knee_does_not_bend_backwards() -> None:
    turns = {"trunk": 90.0, "head": 90.0, "foot": 0.0, "near_shank": 290.0}
    angles = tuple(turns.get(name, turns.get(name.partition("_")[2], 270.0)) for name in SEGMENTS)
    shares = tuple(0.0 if name in {"hips", "shoulders"} else 1.0 for name in SEGMENTS)
    body = lift(Pose(angles, shares, {"far_heel": (0.0, 0.021)}), View.SIDE)
    assert any("the near knee bends backwards 20 degrees" in said for said in limits(body))
