"""Draw figures to look at: ``see_figures.py FOLDER [drill ids] [--light] [--turned]``.

Writes a PNG for each drill: the moments that tell most about it and its other side; ``all.png``
with one picture a drill; and all drills' moments a row each, twelve on a sheet. ``--turned``
adds sheets of every drill as it is seen from -60 to 60 degrees beside its own camera. Needs no
display.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QSize

from longstride.content import check_file, load_figure
from longstride.core.errors import FlowError
from longstride.core.figure.figure import Figure
from longstride.core.flow.drill import Drill
from longstride.core.timeline.timeline import SpanPhase
from longstride.ui.look.palette import DARK, LIGHT, Palette
from seeing.moments import moments_of
from seeing.sheets import ASSETS, Cell, drawing, sheet

TURNS = (-60, -30, 0, 30, 60)
LARGE, SMALL, TILE = QSize(440, 400), QSize(300, 250), QSize(300, 270)
A_ROW, ON_A_SHEET = 8, 12

Figures = dict[str, tuple[Drill, Figure]]
Row = Callable[[Drill, Figure], list[Cell]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("drills", nargs="*")
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--turned", action="store_true")
    options = parser.parse_intermixed_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with drawing() as catalogue:
        figures, broken = read(options.drills, catalogue)
        write(figures, LIGHT if options.light else DARK, options.folder, turned=options.turned)
    print(f"{len(figures)} drills drawn in {options.folder}, {broken} could not be read")
    return 1 if broken else 0


def write(figures: Figures, palette: Palette, folder: Path, *, turned: bool) -> None:
    """Write a picture of each drill, and the sheets of all."""
    for name, (drill, figure) in figures.items():
        strip = sheet(moments(drill, figure), palette, LARGE, 5, drill.name)
        strip.save(str(folder / f"{name}.png"))
    keys = [Cell(figure, figure.key, drill.name) for drill, figure in figures.values()]
    sheet(keys, palette, TILE, A_ROW).save(str(folder / "all.png"))
    _write_rows(figures, moments, palette, folder / "moments")
    if turned:
        _write_rows(figures, turns, palette, folder / "turned")


def _write_rows(figures: Figures, row: Row, palette: Palette, path: Path) -> None:
    rows = [row(drill, figure) for drill, figure in figures.values()]
    for start in range(0, len(rows), ON_A_SHEET):
        some = rows[start : start + ON_A_SHEET]
        longest = max(map(len, some))
        cells = [cell for each in some for cell in (*each, *[None] * (longest - len(each)))]
        number = start // ON_A_SHEET + 1
        sheet(cells, palette, SMALL, longest).save(f"{path}-{number}.png")


def moments(drill: Drill, figure: Figure) -> list[Cell]:
    """Return the moments that tell most, and the other side."""
    told = moments_of(figure, drill)
    other = figure.shows.other
    side = figure.at(SpanPhase.HOLD, 0.0, side=other)
    names = [drill.name, *(str(number) for number in range(2, len(told) + 1))]
    cells = [Cell(figure, stance, name) for stance, name in zip(told, names, strict=True)]
    return [*cells, Cell(figure, side, f"{other} side")]


def turns(drill: Drill, figure: Figure) -> list[Cell]:
    """Return the end of the range as it is seen from all round."""
    return [Cell(figure, figure.key, f"{turn:+}°" if turn else drill.name, turn) for turn in TURNS]


def read(names: list[str], catalogue: dict[str, Drill]) -> tuple[Figures, int]:
    """Return the figures that can be read, printing what is wrong with the others."""
    figures: Figures = {}
    broken = 0
    files = {path.stem: path for path in sorted((ASSETS / "poses").glob("*.toml"))}
    for name in names or files:
        try:
            for mistake in check_file(files[name], catalogue):
                print(mistake)  # what no body could do can still be seen
            figures[name] = catalogue[name], load_figure(files[name], catalogue)
        except FlowError as error:
            print(error)
            broken += 1
        except KeyError:
            print(f"assets/poses/{name}.toml: there is no such file")
            broken += 1
    return figures, broken


if __name__ == "__main__":
    sys.exit(main())
