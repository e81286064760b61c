"""Pose files in space, and places on the body in any: read, held on the way, and their mistakes."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from longstride.content import load_catalogue, prove_figure
from longstride.content.packing import Packing
from longstride.content.pose_places import Contacts, Place, both_sides
from longstride.core.errors import FlowError
from longstride.core.figure.figure import Figure
from longstride.core.figure.holds import Hold
from longstride.core.figure.reaching import spot
from longstride.core.figure.skeleton import Pose, View
from longstride.core.figure.space import SpacePose
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import SpanPhase

CATALOGUE = load_catalogue(Path(__file__).parents[2] / "assets" / "drills")

SPACE = """\
view = "space"
camera = [-40, 24]
aim = { elbow = [0, -0.3, 1] }

[pose.feet]
at = [0, 0.064, 0]
trunk = 180
hip = [55, 6]
near_knee = 95
knee = 90
stay = { pelvis = [0.1, 0.064, 0], heel = [0.35, 0.022, 0.08] }

[pose.hug]
like = "feet"
near_hip = [128, 2]
near_knee = 130
shoulder = [40, 5]
stay = { pelvis = [0.1, 0.064, 0], hand = ["near_shank", 0.15, 0.05, 0.02] }

[phases]
hold = "hug"
setup = ["feet", "hug"]
"""
FLAT = """\
camera = [30, 12]
back = true
out = { upper_arm = 1 }
stay = { near_heel = 0, far_heel = 0, hand = ["trunk", 0.05, 0.06, 0.09] }
aim = { elbow = [-1, 0, 1] }

[pose.tall]

[pose.low]
like = "tall"
trunk = 60
near_thigh = 285

[phases]
eccentric = ["tall", "low"]
"""
MANUAL = (Path(__file__).parents[2] / "docs" / "pose-format.md").read_text(encoding="utf-8")
CHAIR = "[props]\nchair = [0.42, 0.17]\n"


def read(tmp_path: Path, text: str, name: str) -> Figure:
    path = tmp_path / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return prove_figure(path, CATALOGUE)[0]


def in_space(tmp_path: Path, text: str = SPACE) -> Figure:
    return read(tmp_path, text, "lying-knee-hug")


def flat(tmp_path: Path, text: str = FLAT) -> Figure:
    return read(tmp_path, text, "standing-hip-hinge")


def test_a_file_in_space_gives_bodies(tmp_path: Path) -> None:
    figure = in_space(tmp_path)
    assert (figure.view, figure.shows, figure.seen_from) == (View.SPACE, Side.RIGHT, (-40, 24))
    feet = figure.at(SpanPhase.SETUP, 0.0).joints
    assert feet["pelvis"] == pytest.approx((0.1, 0.064, 0.0))
    assert feet["near_heel"] == pytest.approx((0.35, 0.022, 0.08))
    assert feet["far_heel"] == pytest.approx((0.35, 0.022, -0.08))
    hug = figure.at(SpanPhase.HOLD, 0.0).body
    for side, near in (("near", 0.02), ("far", -0.02)):
        place = spot(hug, Hold("", (0.15, 0.05, near), "near_shank"))
        assert hug.joints[f"{side}_hand"] == pytest.approx(place, abs=1e-6)


def test_one_side_has_the_last_word(tmp_path: Path) -> None:
    figure = in_space(tmp_path)
    pose = figure.paths[SpanPhase.SETUP][0]
    assert pose.of("near_knee") == (95.0,) and pose.of("far_knee") == (90.0,)
    assert pose.of("far_hip") == (55.0, 6.0, 0.0)


def test_one_sides_place_has_the_last_word_wherever_it_stands() -> None:
    wall, hips = Place("", (0.2, 0.6, -0.1)), Place("trunk", (0.1, 0.0, 0.1))
    other = {"near_hand": hips, "far_hand": wall}
    assert both_sides({"far_hand": wall, "hand": hips}, View.SIDE) == other
    assert both_sides({"hand": hips, "far_hand": wall}, View.SIDE) == other


@pytest.mark.parametrize(
    ("view", "place", "far"),
    [
        (View.SIDE, Place("", (0.1, 0.5, 0.2)), Place("", (0.1, 0.5, -0.2))),
        (View.FRONT, Place("", (0.1, 0.5, 0.2)), Place("", (-0.1, 0.5, 0.2))),
        (View.FRONT, Place("trunk", (0.1, 0.5, 0.2)), Place("trunk", (0.1, 0.5, -0.2))),
        (View.SPACE, Place("thigh", (0.1, 0.5, 0.2)), Place("far_thigh", (0.1, 0.5, -0.2))),
        (View.SPACE, Place("far_thigh", (0.1, 0.5, 0.2)), Place("far_thigh", (0.1, 0.5, -0.2))),
    ],
)
def test_what_is_said_of_both_hands_is_mirrored(view: View, place: Place, far: Place) -> None:
    assert both_sides({"hand": place}, view)["far_hand"] == far


def test_poses_of_either_kind_come_back_from_where_they_are_kept(tmp_path: Path) -> None:
    packing = Packing(dict[str, Figure], shared=(Pose, SpacePose))
    figures = {"one": in_space(tmp_path), "two": flat(tmp_path)}
    again = packing.unpack(json.loads(json.dumps(packing.pack(figures))))
    assert again == figures
    path = again["one"].paths
    assert path[SpanPhase.HOLD][0] is path[SpanPhase.SETUP][1]


@pytest.mark.parametrize("written", re.findall(r"`(hand = \[[^`]+)`", MANUAL))
def test_the_manual_shows_places_as_they_are_written(written: str) -> None:
    stay = tomllib.loads(f"stay = {{ {written} }}")["stay"]
    spots = TypeAdapter(Contacts).validate_python(stay)
    assert all(isinstance(spot, Place) for spot in spots.values())


def test_hands_on_the_hips_stay_there_in_a_flat_file(tmp_path: Path) -> None:
    figure = flat(tmp_path)
    assert figure.seen_from == (30, 12)
    assert figure.depth is not None and figure.depth.back and figure.depth.out == {"upper_arm": 1}
    for step in range(9):
        body = figure.at(SpanPhase.ECCENTRIC, step / 8).body
        (_, hand) = held = figure.paths[SpanPhase.ECCENTRIC][0].grip.holds
        assert hand == Hold("far_hand", (0.05, 0.06, -0.09), "trunk")
        for each in held:
            assert body.joints[each.joint] == pytest.approx(spot(body, each), abs=1e-6)


def test_hands_reach_for_the_room_in_a_flat_file(tmp_path: Path) -> None:
    text = FLAT.replace('["trunk", 0.05, 0.06, 0.09]', "[0.17, 0.52, 0.1]")
    figure = flat(tmp_path, text + CHAIR)
    joints = figure.at(SpanPhase.ECCENTRIC, 0.7).joints
    assert joints["far_hand"] == pytest.approx((0.17, 0.52, -0.1), abs=1e-6)
    with pytest.raises(FlowError, match="the near hand holds on to nothing"):
        flat(tmp_path, text)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("trunk = 180", "trunk = [1, 2, 3, 4]", 7, "is not a turn of this joint in degrees"),
        ("near_knee = 95", "near_knee = [95, 2]", 9, "write a number"),
        ("near_knee = 95", "near_thigh = 95", 9, 'no key "near_thigh" here'),
        ("at = [0, 0.064, 0]", "at = [0, 0.064]", 6, "needs 3 numbers"),
        ("[-40, 24]", "[-40, 95]", 2, "is not where the eye is"),
        ("camera", "back = true\ncamera", 2, "back"),
        ("elbow = [0, -0.3, 1]", "elbow = [0, 0, 0]", 3, "needs a way for each joint"),
        ("{ elbow =", "{ elbwo =", 3, 'did you mean "elbow"?'),
        ("heel = [0.35, 0.022, 0.08]", "heel = 0.35", 11, "[x, y, z] in body heights"),
        ("heel = [0.35, 0.022, 0.08]", "heel = [0.95, 0.022, 0.08]", 5, "heel comes out at"),
        ("near_shank", "near_shnak", 18, 'did you mean "near_shank"?'),
        ('near_shank", 0.15, 0.05, 0.02', 'near_shank", 0.15', 18, "needs three numbers after"),
        ("hand = [", "near_heel = [", 18, "a part of its own limb"),
    ],
)
def test_mistakes_in_space_are_named_with_their_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert old in SPACE
    with pytest.raises(FlowError) as caught:
        in_space(tmp_path, SPACE.replace(old, new))
    found = [(mistake.line, mistake.text) for mistake in caught.value.mistakes]
    assert any(at == line and words in text for at, text in found), found


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("hand = [", "chest = [", 4, 'has a place in space for "chest"'),
        ("{ upper_arm = 1 }", "{ upper_arm = 2 }", 3, "1 comes out of the page"),
        ("{ upper_arm = 1 }", "{ upper_arm = [1] }", 3, "1 comes out of the page"),
        ("{ upper_arm = 1 }", "{ uper_arm = 1 }", 3, 'did you mean "upper_arm"?'),
        ("[pose.tall]", "[pose.tall]\ntrunk = 60\nhip = 3", 9, "hip"),
        ("0.06, 0.09]", "0.06, 0.59]", 7, "hand comes out at"),
    ],
)
def test_mistakes_of_depth_are_named_with_their_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert old in FLAT
    with pytest.raises(FlowError) as caught:
        flat(tmp_path, FLAT.replace(old, new))
    found = [(mistake.line, mistake.text) for mistake in caught.value.mistakes]
    assert any(at == line and words in text for at, text in found), found
