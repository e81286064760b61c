"""What a frame of the player costs with its figure: everything that is shown, at 1440x900.

    python tests/benchmarks/bench_figure.py [FLOW] [--seconds 60]

By the wall, and in processor time, which other programs do not lengthen. Offscreen, 60 frames to
each second of play, one after the other: at every step its beginning and its middle, so that
set-up, turns, repetitions and holds are all among them.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication

import fakes
from benchmarks.table import Figure, print_table, seconds_of
from longstride.content import load_catalogue, load_figures, load_flow
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import Timeline
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.player.page import PlayerPage
from typeface import bring_typeface

ASSETS = Path(__file__).parents[2] / "assets"
RATE = 60
BEFORE = 1000  # ms before a step begins


def moments(timeline: Timeline, seconds: int) -> Iterator[int]:
    """Yield the positions of every frame, in ms."""
    steps = (*timeline.step_starts, timeline.duration)
    places = [place for one, two in pairwise(steps) for place in (one - BEFORE, (one + two) // 2)]
    frames = seconds * RATE // len(places) + 1
    for place in places:
        yield from (max(0, place + frame * 1000 // RATE) for frame in range(frames))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flow", nargs="?", default="hip-extension-base")
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    bring_typeface()
    theme = Theme()
    apply_theme(app, theme.palette, theme.scale)
    catalogue = load_catalogue(ASSETS / "drills")
    figures, _ = load_figures(ASSETS / "poses", catalogue)
    for figure in figures.values():
        figure.bounds  # noqa: B018 - as the program does, beside the window, before any play
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
