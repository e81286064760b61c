"""What the model suggests on figures of known angles, and what is made of it over a clip.

``LONGSTRIDE_POSES`` sets how many figures are drawn; docs/film.md has the numbers of forty.
"""

import os
import random
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from film.mannequin import Runner
from longstride.core.errors import FilmError
from longstride.core.flow.drill import Side
from longstride.core.history.angle import By, Level
from longstride.core.picture import Picture
from longstride.film.body import Body
from longstride.film.footage import Footage
from longstride.film.pose import COARSE, Pose, is_here

MODELS = Path(__file__).parents[2] / "assets/models"
POSES = int(os.environ.get("LONGSTRIDE_POSES", "6"))
SKINS, SHIRTS = ("#c08a66", "#8a5a3c", "#e0b394"), ("#2f7368", "#6b5a8a", "#b04a3a", "#dddddd")


@pytest.fixture(scope="module")
def pose() -> Pose:
    return Pose(MODELS)


def runner(chance: random.Random) -> Runner:
    return Runner(
        near_thigh=chance.uniform(-5, 30),
        far_thigh=chance.uniform(-65, -20),
        near_knee=chance.uniform(20, 60),
        far_knee=chance.uniform(50, 100),
        trunk=chance.uniform(0, 14),
        faces=chance.choice([*Side]),
        skin=chance.choice(SKINS),
        shirt=chance.choice(SHIRTS),
        height=chance.uniform(0.5, 0.75),
        x=chance.uniform(0.4, 0.6),
    )


def test_suggested_thighs_are_near_the_drawn_ones(pose: Pose) -> None:
    chance = random.Random(5)
    off, trunk_off, swapped = [], [], 0
    for _ in range(POSES):
        drawn = runner(chance)
        marks = pose.suggest(drawn.drawn(640, 360), drawn.faces)
        assert marks.by is By.SUGGESTED
        assert marks.towards is drawn.faces
        near, far = (marks.thigh_back_deg - t for t in (drawn.near_thigh, drawn.far_thigh))
        swapped += abs(far) < abs(near)
        off.append(min(near, far, key=abs))
        trunk_off.append(abs((marks.trunk_lean_deg or 0) - drawn.trunk))
    worst = max(map(abs, off))
    print(f"{POSES}: median {median(map(abs, off)):.1f}, worst {worst:.1f}, swapped {swapped}")
    assert median(map(abs, off)) <= 6
    assert median(trunk_off) <= 3
    assert swapped <= 0.15 * POSES


def test_nobody_is_no_suggestion(pose: Pose) -> None:
    with pytest.raises(FilmError, match="Nobody"):
        pose.suggest(Picture(64, 48, bytes([90]) * (64 * 48 * 3)), Side.LEFT)


def test_a_program_without_the_model_says_so(tmp_path: Path) -> None:
    assert is_here(MODELS)
    assert not is_here(tmp_path)
    (tmp_path / "person.npz").write_bytes(b"PK no weights")
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(FilmError, match="missing or damaged"):
            Pose(folder)


WIDE, HIGH = 400, 300


def body(
    thighs: tuple[float, float], *, faces: Side = Side.RIGHT, seen: float = 0.9, right: float = 200
) -> Body:
    """Return a body whose left and right thighs are so far behind the vertical."""
    forth = 1 if faces is Side.RIGHT else -1
    points = np.full((33, 2), (right, 150.0), np.float32)
    points[[0, 31, 32], 0] += forth * 20  # nose and toes
    points[[11, 12]] = right, 80
    for knee, thigh in ((25, thighs[0]), (26, thighs[1])):
        angle = np.radians(thigh)
        points[knee] += (-forth * 60 * np.sin(angle), 60 * np.cos(angle))
    return Body(points, np.full(33, seen, np.float32))


class Scripted:
    """Finds what it was told, whatever the picture."""

    def __init__(self, bodies: list[Body | None]) -> None:
        self.bodies, self.looked = bodies, 0

    def find(self, picture: Picture) -> Body | None:
        self.looked += 1
        return self.bodies[int.from_bytes(picture.rgb, "little")]


class Numbers:
    """A reel whose pictures say which they are."""

    def __init__(self, count: int) -> None:
        self.footage = Footage("run.mp4", WIDE, HIGH, 30, tuple(range(count)))

    def picture_at(self, index: int) -> Picture:
        return Picture(WIDE, HIGH, index.to_bytes(4, "little"))


def furthest(pose: Pose, bodies: list[Body | None], stop_at: float = 2) -> object:
    finder = Scripted(bodies)
    scripted = Pose.__new__(Pose)
    scripted._finder = finder  # type: ignore[assignment]
    found = scripted.furthest_back(
        Numbers(len(bodies)),  # type: ignore[arg-type]
        Side.RIGHT,
        Level(),
        lambda way: way < stop_at,
    )
    return (found and found.index, finder.looked, found and found.marks)


def stride(count: int, peak: int, deg: float) -> list[Body | None]:
    """Return a stride whose thigh is furthest back at a frame, the legs named at random."""
    chance = random.Random(1)
    legs = [(deg - 0.2 * abs(n - peak), -30.0) for n in range(count)]
    return [body(pair if chance.random() < 0.5 else pair[::-1]) for pair in legs]


def test_the_furthest_is_found_though_the_legs_are_mixed_up(pose: Pose) -> None:
    index, _, marks = furthest(pose, stride(90, 40, 22))
    assert index == 40
    assert marks.thigh_back_deg == pytest.approx(22, abs=0.1)
    assert marks.side is Side.RIGHT


def test_a_frame_that_jumps_is_not_believed(pose: Pose) -> None:
    bodies = stride(90, 40, 22)
    bodies[70] = body((75, -30))
    bodies[10:14] = [None] * 4
    assert furthest(pose, bodies)[0] == 40


def test_a_long_clip_is_looked_at_coarsely_first(pose: Pose) -> None:
    count = COARSE * 5
    index, looked, _ = furthest(pose, stride(count, 703, 22))
    assert index == 703
    assert looked <= COARSE + 10


def test_it_stops_when_told(pose: Pose) -> None:
    assert furthest(pose, stride(90, 40, 22), stop_at=0.3)[0] is None


def test_who_faces_left_is_measured_the_other_way(pose: Pose) -> None:
    _, _, marks = furthest(pose, [body((18, -30), faces=Side.LEFT)] * 5)
    assert marks.towards is Side.LEFT
    assert marks.thigh_back_deg == pytest.approx(18, abs=0.1)


@pytest.mark.parametrize("unsure", [body((18, -30), seen=0.4), body((18, -30), right=900), None])
def test_what_is_not_seen_is_not_suggested(pose: Pose, unsure: Body | None) -> None:
    with pytest.raises(FilmError, match="place them by hand"):
        furthest(pose, [unsure] * 9)
