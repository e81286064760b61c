"""Write a picture of every drill without its name, to find out what fresh eyes see in it.

    python tests/seeing/pictures.py FOLDER [--seed N] [--light]

FOLDER gets 01.png, 02.png, ... in an order of their own, sheets of twelve, and names.txt with all
names by the alphabet. Which is which stands in key.json, one folder further up.
"""

import argparse
import json
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QSize

from longstride.content import load_figure
from longstride.core.figure.figure import Figure
from longstride.core.flow.drill import Drill
from longstride.ui.look.palette import DARK, LIGHT, Palette
from seeing.moments import moments_of
from seeing.sheets import ASSETS, Cell, drawing, sheet, side_by_side

PICTURE, ON_A_SHEET, A_ROW = QSize(400, 380), 12, 2
SHOWN = QSize(1054, 250)  # the most of a picture on a sheet: all are as high

Drawn = Sequence[tuple[Drill, Figure]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--light", action="store_true")
    options = parser.parse_args()
    with drawing() as catalogue:
        drawn = [
            (drill, load_figure(ASSETS / "poses" / f"{drill.id}.toml", catalogue))
            for drill in catalogue.values()
        ]
        write(drawn, options.folder, options.seed, LIGHT if options.light else DARK)
    print(f"{len(drawn)} pictures are in {options.folder}, their key is {key_of(options.folder)}")
    return 0


def key_of(folder: Path) -> Path:
    """Return where the key lies: not among the pictures."""
    return folder.resolve().parent / "key.json"


def write(drawn: Drawn, folder: Path, seed: int, palette: Palette) -> None:
    """Write pictures, sheets, names and the key."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = shuffled(drawn, seed)
    strips = {}
    for number, (drill, figure) in pictures.items():
        cells = [Cell(figure, stance) for stance in moments_of(figure, drill)]
        strips[number] = sheet(cells, palette, PICTURE, len(cells))
        strips[number].save(str(folder / f"{number}.png"))
    numbers = list(strips)
    for start in range(0, len(numbers), ON_A_SHEET):
        some = {number: strips[number] for number in numbers[start : start + ON_A_SHEET]}
        page = side_by_side(some, palette, SHOWN, A_ROW)
        page.save(str(folder / f"sheet-{start // ON_A_SHEET + 1}.png"))
    names = sorted((drill.name for drill, _ in drawn), key=str.casefold)
    (folder / "names.txt").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    key = {number: drill.name for number, (drill, _) in pictures.items()}
    key_of(folder).write_text(json.dumps({"seed": seed, "pictures": key}, indent=1) + "\n")


def shuffled(drawn: Drawn, seed: int) -> Mapping[str, tuple[Drill, Figure]]:
    """Return drills by the number of their picture; the same for the same seed."""
    order = sorted(drawn, key=lambda each: each[0].id)
    random.Random(seed).shuffle(order)
    return {f"{number:02}": each for number, each in enumerate(order, 1)}


if __name__ == "__main__":
    sys.exit(main())
