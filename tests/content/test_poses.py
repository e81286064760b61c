"""Pose files: every shipped figure obeys its laws, and every mistake is named with its line."""

import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from longstride.content import (
    check_file,
    file_warnings,
    load_catalogue,
    load_figures,
    prove_figure,
)
from longstride.content.pose_motions import SYMMETRY
from longstride.core.errors import FlowError
from longstride.core.figure.figure import ROUND, Figure, Stance
from longstride.core.figure.skeleton import POINTS
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Side, Sides
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.timeline import SpanPhase

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE = load_catalogue(ASSETS / "drills")
FIGURES, BROKEN = load_figures(ASSETS / "poses", CATALOGUE)
REPS = [SpanPhase(phase.value) for phase in Phase]

GOOD = """\
muscles = ["near glute"]
stay = { near_heel = 0, far_heel = 0 }

[pose.tall]
upper_arm = 260

[pose.low]
like = "tall"
trunk = 30
thigh = 300

[phases]
eccentric = ["tall", "low"]
"""

names = st.sampled_from(sorted(FIGURES))
fractions = st.floats(0, 1)


def apart(one: Stance, two: Stance) -> float:
    return max(math.dist(one.joints[name], two.joints[name]) for name in POINTS)


def read(tmp_path: Path, text: str, name: str = "standing-hip-hinge") -> Figure:
    path = tmp_path / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return prove_figure(path, CATALOGUE)[0]


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_phases_meet(name: str) -> None:
    figure, drill = FIGURES[name], CATALOGUE[name]
    ring = [SpanPhase.HOLD] if drill.unit.is_hold else [*REPS, *REPS, SpanPhase.ECCENTRIC]
    if drill.starts_with is Phase.CONCENTRIC:
        ring = [*REPS[2:], *REPS[:2], SpanPhase.CONCENTRIC]
    if drill.unit.is_hold:
        ring = [SpanPhase.HOLD, SpanPhase.HOLD]
    order = [SpanPhase.SETUP, SpanPhase.READY, *ring]
    turns = figure.shows.other if drill.sides is Sides.ALTERNATE else None
    near = 1e-6 if turns is None else SYMMETRY
    for before, after in pairwise(order):
        begun = figure.at(after, 0.0, side=turns if after is ring[0] else None)
        assert apart(figure.at(before, 1.0), begun) <= near, (before, after)
    assert apart(begun, figure.at(SpanPhase.REST, 0.0)) <= near


@given(names, st.sampled_from(SpanPhase), fractions)
def test_nothing_jumps(name: str, phase: SpanPhase, fraction: float) -> None:
    figure = FIGURES[name]
    soon = min(1.0, fraction + 0.002)
    assert apart(figure.at(phase, fraction), figure.at(phase, soon)) < 0.02


@given(names, st.sampled_from(SpanPhase), fractions)
@example("strides-within-an-easy-run", SpanPhase.ECCENTRIC, 0.515625)
def test_figures_stay_in_their_room(name: str, phase: SpanPhase, fraction: float) -> None:
    figure = FIGURES[name]
    camera = figure.camera
    left, bottom, right, top = figure.room(camera)
    for place in figure.at(phase, fraction).joints.values():
        x, y, _ = camera.seen(place)
        assert left <= x <= right and bottom <= y <= top


@given(names, st.sampled_from(SpanPhase), fractions)
def test_still_figures_show_only_key_poses(name: str, phase: SpanPhase, fraction: float) -> None:
    figure = FIGURES[name]
    stance = figure.at(phase, fraction, still=True)
    end = 0.0 if phase is SpanPhase.HOLD else 1.0
    assert stance.ghost is None
    assert apart(stance, figure.at(phase, end)) < 1e-9


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_the_other_side_is_shown_reversed(name: str) -> None:
    figure = FIGURES[name]
    one = figure.at(SpanPhase.ECCENTRIC, 0.5, side=figure.shows)
    other = figure.at(SpanPhase.ECCENTRIC, 0.5, side=figure.shows.other)
    assert other.flipped or other.body == one.body.exchanged
    assert not one.flipped and one.joints == figure.at(SpanPhase.ECCENTRIC, 0.5).joints


def test_a_movement_ends_where_its_ghost_stands(tmp_path: Path) -> None:
    figure = read(tmp_path, GOOD)
    assert figure.at(SpanPhase.ECCENTRIC, 0.3).ghost == figure.at(SpanPhase.STRETCHED, 0).body
    assert figure.at(SpanPhase.STRETCHED, 0.3).ghost is None


def test_effort_grows_towards_the_end_of_the_lowering(tmp_path: Path) -> None:
    figure = read(tmp_path, GOOD)
    efforts = [figure.at(SpanPhase.ECCENTRIC, part / 10).effort for part in range(11)]
    assert efforts == sorted(efforts) and efforts[0] < 0.5 and efforts[-1] == 1.0


def test_what_is_left_out_follows_from_what_is_written(tmp_path: Path) -> None:
    figure = read(tmp_path, GOOD)
    tall, low = figure.paths[SpanPhase.ECCENTRIC]
    assert figure.paths[SpanPhase.CONCENTRIC] == (low, tall)
    assert figure.paths[SpanPhase.STRETCHED] == (low,)
    assert figure.paths[SpanPhase.REST] == figure.paths[SpanPhase.SETUP] == (tall,)
    assert figure.shows is Side.RIGHT


def test_breath_moves_the_body_of_a_hold(tmp_path: Path) -> None:
    text = GOOD.replace('eccentric = ["tall", "low"]', 'hold = ["low", "tall"]')
    figure = read(tmp_path, text, "couch-stretch")
    empty = figure.at(SpanPhase.HOLD, 0.4, breath=BreathKind.OUT, breath_fraction=1.0)
    full = figure.at(SpanPhase.HOLD, 0.4, breath=BreathKind.IN, breath_fraction=1.0)
    assert (empty.fullness, full.fullness) == (0.0, 1.0)
    assert apart(full, figure.at(SpanPhase.ECCENTRIC, 0.0)) > 0.1


def test_running_goes_round_without_a_leap_where_it_begins_again() -> None:
    figure = FIGURES["steady-running"]
    frames = [figure.at(SpanPhase.HOLD, 0.0, elapsed=at) for at in range(0, 3 * ROUND + 1, 10)]
    assert apart(frames[0], frames[-1]) < 1e-9
    assert apart(frames[0], frames[ROUND // 20]) > 0.3
    paces = [apart(one, two) for one, two in pairwise(frames)]
    assert 0.001 < min(paces) and max(paces) < 0.05
    floor = min(y for frame in frames for _, y, _ in frame.joints.values())
    assert floor > -0.012
    resting = figure.at(SpanPhase.HOLD, 0.0, elapsed=ROUND // 2, still=True)
    assert apart(resting, frames[0]) < 1e-9


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("thigh = 300", "thihg = 300", 10, 'did you mean "thigh"?'),
        ("thigh = 300", 'thigh = "up"', 10, "is not an angle"),
        ("thigh = 300", "thigh = [300, 2]", 10, "a share from 0 to 1"),
        ("thigh = 300", "thigh = 300\nnear_shank = 330", 7, "near knee bends backwards"),
        ("near glute", "near gluet", 1, 'did you mean "near glute"?'),
        ("near_heel = 0,", "near_hell = 0,", 2, 'did you mean "near_heel"?'),
        ("near_heel = 0,", "near_heel = -0.9, near_hand = 0,", 7, "near hand comes out at"),
        ('like = "tall"', 'like = "tal"', 8, 'did you mean "tall"?'),
        ('like = "tall"', 'like = "low"', 8, "is not another pose"),
        ('["tall", "low"]', '["tall", "lo"]', 13, 'there is no pose "lo"; did you mean "low"?'),
        ("eccentric = [", 'stretched = "tall"\neccentric = [', 13, "let them meet"),
        ("eccentric = [", "hold = [", 12, "the lowering is missing"),
        ("stay = {", 'view = "sid"\nstay = {', 2, 'did you mean "side"?'),
        ("[phases]", "[props]\nwall = 0.1\n[phases]", 4, "into the wall"),
        ("[phases]", "[props]\nbench = 0.1\n[phases]", 13, "needs 3 numbers"),
        ("[phases]", "[props]\ntape = [0, 1, 2]\n[phases]", 13, "needs 1 or 2 numbers"),
    ],
)
def test_mistakes_are_named_with_their_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert old in GOOD
    with pytest.raises(FlowError) as caught:
        read(tmp_path, GOOD.replace(old, new))
    found = [(mistake.line, mistake.text) for mistake in caught.value.mistakes]
    assert any(at == line and words in text for at, text in found), found


def test_a_file_is_named_after_a_drill(tmp_path: Path) -> None:
    with pytest.raises(FlowError, match='did you mean "glute-bridge"'):
        read(tmp_path, GOOD, "glute-brigde")


def test_turns_start_alike_for_both_sides(tmp_path: Path) -> None:
    alternate = next(d for d in CATALOGUE.values() if d.sides == "alternate" and not d.unit.is_hold)
    with pytest.raises(FlowError, match="must look the same for both"):
        read(tmp_path, GOOD.replace("upper_arm = 260", "near_upper_arm = 250"), alternate.id)


def test_a_switch_ends_where_the_other_sides_begins() -> None:
    figure = FIGURES["wall-switch"]
    for phase, begins in ((SpanPhase.READY, Side.LEFT), (SpanPhase.ECCENTRIC, Side.LEFT)):
        ended = figure.at(phase, 1.0, side=begins.other)
        begun = figure.at(SpanPhase.CONCENTRIC, 0.0, side=begins)
        assert apart(ended, begun) < 1e-6
    switched = figure.at(SpanPhase.CONCENTRIC, 1.0, side=Side.LEFT)
    assert apart(figure.at(SpanPhase.CONCENTRIC, 0.0, side=Side.LEFT), switched) > 0.2


def test_a_switch_that_does_not_meet_the_other_side_is_said(tmp_path: Path) -> None:
    text = (ASSETS / "poses/wall-switch.toml").read_text(encoding="utf-8")
    assert "far_thigh = 334" in text
    with pytest.raises(FlowError, match="as the other side ends; the near knee does not"):
        read(tmp_path, text.replace("far_thigh = 334", "far_thigh = 325"), "wall-switch")
    with pytest.raises(FlowError, match="let them meet"):
        read(tmp_path, text.replace('ready = "set"', 'ready = "pass"'), "wall-switch")


def test_a_broken_file_leaves_the_others_whole(tmp_path: Path) -> None:
    for name in ("standing-hip-hinge", "split-squat"):
        (tmp_path / f"{name}.toml").write_text("stay = 1\n", encoding="utf-8")
    (tmp_path / "glute-bridge.toml").write_bytes((ASSETS / "poses/glute-bridge.toml").read_bytes())
    figures, mistakes = load_figures(tmp_path, CATALOGUE)
    assert list(figures) == ["glute-bridge"]
    assert {Path(mistake.file).stem for mistake in mistakes} == {
        "standing-hip-hinge",
        "split-squat",
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in (ASSETS / "poses").glob("*.toml")))
def test_what_ships_is_sound_all_the_way(name: str) -> None:
    path = ASSETS / "poses" / f"{name}.toml"
    assert check_file(path, CATALOGUE) == ()
    assert file_warnings(path, CATALOGUE) == ()


def test_check_knows_a_pose_file_and_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "standing-hip-hinge.toml"
    path.write_text(GOOD.replace('"tall", "low"', '"tall", "lwo"'), encoding="utf-8")
    (mistake,) = check_file(path, CATALOGUE)
    assert mistake.line == GOOD.splitlines().index('eccentric = ["tall", "low"]') + 1
    path.write_text(GOOD + "\n[pose.spare]\ntrunk = 80\n", encoding="utf-8")
    (warning,) = file_warnings(path, CATALOGUE)
    assert 'no phase uses the pose "spare"' in warning.text
