"""Pictures without names: nothing but the key says which is which."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from longstride.content import load_catalogue, load_figure
from longstride.core.figure.figure import Figure
from longstride.core.flow.drill import Drill
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.look.palette import DARK
from seeing.moments import apart, moments_of
from seeing.pictures import key_of, shuffled, write
from seeing.sheets import ASSETS

NAMES = ("split-squat", "lunge-with-rotation", "couch-stretch", "steady-running")


@pytest.fixture(scope="module")
def drawn() -> list[tuple[Drill, Figure]]:
    catalogue = load_catalogue(ASSETS / "drills")
    return [
        (catalogue[name], load_figure(ASSETS / "poses" / f"{name}.toml", catalogue))
        for name in NAMES
    ]


def test_only_the_key_says_which_is_which(
    qapp: QGuiApplication, tmp_path: Path, drawn: list[tuple[Drill, Figure]]
) -> None:
    folder = tmp_path / "pictures"
    write(drawn, folder, 3, DARK)
    numbers = [f"{number:02}" for number in range(1, len(NAMES) + 1)]
    pictures = [f"{number}.png" for number in numbers]
    assert sorted(path.name for path in folder.iterdir()) == [
        *pictures,
        "names.txt",
        "sheet-1.png",
    ]
    names = (folder / "names.txt").read_text().splitlines()
    assert names == sorted(drill.name for drill, _ in drawn)
    assert key_of(folder) == tmp_path / "key.json"
    key = json.loads(key_of(folder).read_text())["pictures"]
    assert list(key) == numbers
    assert sorted(key.values()) == names
    assert not any(QImage(str(folder / name)).textKeys() for name in pictures)


def test_a_seed_gives_the_same_order_again(drawn: list[tuple[Drill, Figure]]) -> None:
    assert shuffled(drawn, 7) == shuffled(drawn[::-1], 7)
    assert len({tuple(drill.id for drill, _ in shuffled(drawn, n).values()) for n in range(9)}) > 3


def test_moments_begin_at_the_start_and_show_what_moves_in_a_pause(
    drawn: list[tuple[Drill, Figure]],
) -> None:
    (squat, squats), (lunge, lunges), _, (_, runs) = drawn
    start, half, end = (squats.at(SpanPhase.ECCENTRIC, part) for part in (0.0, 0.5, 1.0))
    seen = moments_of(squats, squat)
    assert [stance.body for stance in seen] == [start.body, half.body, end.body]
    assert seen[0].ghost == start.ghost, "where it goes"
    assert seen[1].ghost is seen[2].ghost is None
    turned = lunges.at(SpanPhase.STRETCHED, 1.0)
    assert min(apart(stance, turned) for stance in moments_of(lunges, lunge)) < 0.05
    assert len(moments_of(runs, drawn[3][0])) == 4
