"""Draw figures to look at: ``python tests/ui/see_figures.py FOLDER [--light] [drill ids]``.

Writes one PNG a drill (every phase that moves, and the other side) and ``all.png``,
one picture a drill on one sheet.  Needs no display.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from longstride.content import check_file, load_catalogue, load_figure
from longstride.core.errors import FlowError
from longstride.core.figure.figure import ROUND, Figure, Stance
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Drill
from longstride.core.flow.tempo import Tempo
from longstride.core.timeline.timeline import SpanPhase
from longstride.paths import find_paths
from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.look.theme import font
from longstride.ui.look.typeface import load_typeface
from longstride.ui.widgets.figure.figure import Look, paint_figure

ASSETS = Path(__file__).parents[2] / "assets"
CELL_WIDE, CELL_HIGH, CAPTION, COLUMNS = 440, 400, 34, 4

Shot = tuple[str, Stance]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("drills", nargs="*")
    parser.add_argument("--light", action="store_true")
    options = parser.parse_args()
    application = QGuiApplication([sys.argv[0]])
    load_typeface(find_paths(None, {}).fonts)
    options.folder.mkdir(parents=True, exist_ok=True)
    catalogue = load_catalogue(ASSETS / "drills")
    figures, broken = read(options.drills, catalogue)
    palette = LIGHT if options.light else DARK
    for name, figure in figures.items():
        cells = [(text, figure, stance) for text, stance in shots(figure, catalogue[name])]
        draw(cells, palette, options.folder / f"{name}.png", catalogue[name].name)
    draw(
        [(catalogue[name].name, figure, key_stance(figure, catalogue[name]))
         for name, figure in figures.items()],
        palette, options.folder / "all.png", "Every drill", columns=6, shrink=0.62,
    )  # fmt: skip
    print(f"{len(figures)} drills drawn in {options.folder}, {broken} could not be read")
    del application
    return 1 if broken else 0


def read(names: list[str], catalogue: dict[str, Drill]) -> tuple[dict[str, Figure], int]:
    """Return the figures that can be read, printing what is wrong with the others."""
    figures: dict[str, Figure] = {}
    broken = 0
    for path in sorted((ASSETS / "poses").glob("*.toml")):
        if names and path.stem not in names:
            continue
        for mistake in check_file(path, catalogue):  # what no body could do can still be seen
            print(mistake)
        try:
            figures[path.stem] = load_figure(path, catalogue)
        except FlowError:
            broken += 1
    for name in sorted(set(names) - {path.stem for path in (ASSETS / "poses").glob("*.toml")}):
        print(f"assets/poses/{name}.toml: there is no such file")
        broken += 1
    return figures, broken


def shots(figure: Figure, drill: Drill) -> list[Shot]:
    """Return the set-up, what moves on the way, the hold, and the other side."""
    hold = [SpanPhase.HOLD] if drill.unit.is_hold else []
    work = hold or [SpanPhase(phase) for phase, _ in _tempo(drill).phases(drill.starts_with)]
    moved = [
        (f"{phase} {part:.0%}", figure.at(phase, part))
        for phase in (SpanPhase.SETUP, SpanPhase.READY, *work)
        if phase is not SpanPhase.HOLD and (phase is SpanPhase.SETUP or _moves(figure, phase))
        for part in ((0.0, 0.4, 0.6, 1.0) if _moves(figure, phase) else (1.0,))
    ]
    other = figure.shows.other
    phase = work[0]
    return [*moved, *(_held(figure) if hold else ()),
            (f"{other} side", figure.at(phase, 0.6, side=other))]  # fmt: skip


def _held(figure: Figure) -> list[Shot]:
    """Return a hold through one breath, or once round."""
    if figure.motions[SpanPhase.HOLD].goes_round:
        times = range(0, ROUND, ROUND // 8)
        return [(f"hold, {at} ms", figure.at(SpanPhase.HOLD, 0.5, elapsed=at)) for at in times]
    return [
        (f"hold, breathing in {part:.0%}", figure.at(
            SpanPhase.HOLD, 0.5, breath=BreathKind.IN, breath_fraction=part))
        for part in (0.0, 0.5, 1.0)
    ]  # fmt: skip


def _moves(figure: Figure, phase: SpanPhase) -> bool:
    return len(figure.paths[phase]) > 1


def _tempo(drill: Drill) -> Tempo:
    assert drill.dose.tempo is not None, "what is no hold has a tempo"
    return drill.dose.tempo


def key_stance(figure: Figure, drill: Drill) -> Stance:
    """Return the one picture that says most about a drill: its end of the range."""
    if drill.unit.is_hold:
        return figure.at(SpanPhase.HOLD, 0.0, breath=BreathKind.OUT, breath_fraction=1.0)
    first = SpanPhase(drill.starts_with.value)
    return figure.at(first, 1.0, still=True)


def draw(
    cells: list[tuple[str, Figure, Stance]],
    palette: Palette,
    path: Path,
    title: str,
    columns: int = COLUMNS,
    shrink: float = 1.0,
) -> None:
    wide, high = round(CELL_WIDE * shrink), round(CELL_HIGH * shrink)
    rows = -(-len(cells) // columns)
    columns = min(columns, max(len(cells), 1))
    image = QImage(wide * columns, high * rows + 56, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(palette.text))
    painter.setFont(font(24))
    painter.drawText(20, 38, title)
    look = Look.of(palette, "surface")
    for number, (text, figure, stance) in enumerate(cells):
        row, column = divmod(number, columns)
        cell = QRectF(column * wide + 6, 56 + row * high + 6, wide - 12, high - 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(cell, 12, 12)
        paint_figure(painter, cell.adjusted(10, 10, -10, -CAPTION), figure, stance, look)
        painter.setPen(QColor(palette.quiet))
        painter.setFont(font(15))
        foot = QRectF(cell.left(), cell.bottom() - CAPTION, cell.width(), CAPTION)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter.value), text)
    painter.end()
    image.save(str(path))


if __name__ == "__main__":
    sys.exit(main())
