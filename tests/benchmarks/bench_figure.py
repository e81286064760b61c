"""What a frame of the player costs with its figure: everything that is shown, at 1440x900.

    python tests/benchmarks/bench_figure.py [FLOW] [--seconds 60]
    python tests/benchmarks/bench_figure.py --drills

The second paints the body of every drill alone, at the player's size and at a card's.

By the wall, and in processor time, which other programs do not lengthen. Offscreen, 60 frames to
each second of play, one after the other: at every step its beginning and its middle, so that
set-up, turns, repetitions and holds are all among them.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

import fakes
from benchmarks.table import Figure, print_table, seconds_of
from longstride.content import load_catalogue, load_figures, load_flow
from longstride.core.figure.figure import Figure as Drawn
from longstride.core.flow.breath import BreathKind
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import SpanPhase, Timeline
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.player.page import PlayerPage
from longstride.ui.widgets.figure.figure import Look, paint_person
from typeface import bring_typeface

ASSETS = Path(__file__).parents[2] / "assets"
RATE = 60
PACE = 40  # frames of a phase that are painted
BEFORE = 1000  # ms before a step begins


def moments(timeline: Timeline, seconds: int) -> Iterator[int]:
    """Yield the positions of every frame, in ms."""
    steps = (*timeline.step_starts, timeline.duration)
    places = [place for one, two in pairwise(steps) for place in (one - BEFORE, (one + two) // 2)]
    frames = seconds * RATE // len(places) + 1
    for place in places:
        yield from (max(0, place + frame * 1000 // RATE) for frame in range(frames))


def paint_drills(figures: Mapping[str, Drawn]) -> None:
    """Print what a body costs alone: every drill through its phases at 60 frames a second."""
    for wide, high in ((700, 560), (320, 200)):
        took: list[tuple[float, str]] = []
        for name, figure in figures.items():
            took += [(cost, name) for cost in drill_costs(figure, wide, high)]
        costs = sorted(cost for cost, _ in took)
        print_table(
            f"{len(costs)} frames of {len(figures)} drills at {wide}x{high}, processor time",
            (
                Figure("a frame, median", median(costs), "ms", 7 if wide > 500 else 3.5),
                Figure("a frame, 99 in 100", costs[len(costs) * 99 // 100], "ms", 12),
                Figure("a frame, the slowest", costs[-1], "ms"),
            ),
        )
        each = {name: median(c for c, n in took if n == name) for name in figures}
        worst = sorted(each.items(), key=lambda pair: -pair[1])[:6]
        print("  dearest: " + ", ".join(f"{name} {cost:.1f}" for name, cost in worst))


def drill_costs(figure: Drawn, wide: int, high: int) -> Iterator[float]:
    """Yield the ms each frame of a drill takes; the ways down and up in two seconds each."""
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    frame, look = QRectF(0, 0, wide, high), Look.of(DARK)
    phases = [phase for phase, way in figure.motions.items() if len(way.keys) > 1]
    for phase in phases or [SpanPhase.HOLD]:
        for step in range(PACE):
            stance = figure.at(
                phase,
                step / PACE,
                breath=BreathKind.IN,
                breath_fraction=step / PACE,
                elapsed=step * 1000 // RATE,
            )
            begun = thread_time()
            painter = QPainter(image)
            paint_person(painter, frame, figure, stance, look)
            painter.end()
            yield 1000 * (thread_time() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flow", nargs="?", default="hip-extension-base")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--drills", action="store_true")
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    bring_typeface()
    theme = Theme()
    apply_theme(app, theme.palette, theme.scale)
    catalogue = load_catalogue(ASSETS / "drills")
    figures, _ = load_figures(ASSETS / "poses", catalogue)
    for figure in figures.values():
        figure.room(figure.camera)  # as the program does, beside the window, before any play
    if options.drills:
        paint_drills(figures)
        return
    flow = load_flow(ASSETS / "flows" / f"{options.flow}.toml", catalogue)
    timeline = compile_flow(flow, {}, fakes.FULL)
    page = PlayerPage(theme)
    page.resize(1440, 900)
    page.show_figures(figures)
    page.open(flow, timeline)
    page.show_state(True, False, False)
    page.show()
    app.processEvents()

    def frame(position: int) -> None:
        page.show_moment(timeline.at(position))
        app.processEvents()

    at = list(moments(timeline, options.seconds))
    took: list[float] = []
    worked: list[float] = []
    for position in at:
        begun = thread_time()
        took.append(1000 * seconds_of(lambda p=position: frame(p)))
        worked.append(1000 * (thread_time() - begun))
    drawn = sum(step.drill.id in figures for step in flow.steps)
    print_table(
        f"{flow.title}, {len(took)} frames, {drawn} of {len(flow.steps)} steps with a figure",
        (
            Figure("a frame, median", median(took), "ms", 4),
            Figure("a frame, 99 in 100", sorted(took)[len(took) * 99 // 100], "ms"),
            Figure("a frame, the slowest", max(took), "ms", 16),
            Figure("frames over 16 ms", sum(each > 16 for each in took), "", 0),
            Figure("a frame's processor time, median", median(worked), "ms", 4),
            Figure("a frame's processor time, most", max(worked), "ms", 16),
        ),
    )
    worst = sorted(zip(worked, at, strict=True), reverse=True)[:5]
    print("  slowest at " + ", ".join(f"{place} ms ({cost:.1f})" for cost, place in worst))


if __name__ == "__main__":
    main()
