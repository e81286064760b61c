"""How soon the window stands, and what the program weighs, against an empty PySide6 window.

    python tests/benchmarks/bench_start.py [--runs 9]

First paint is from the start of the process to the flush of the window's first paint, with warm
files, on an X server of 1440x900; the two kinds of window take turns. Today's flow is offered when
its Start can be pressed: with what the files held kept in the cache, as from the second start on.
Memory is resident (RSS) of the window's own process, 3 s after all is loaded, and after 10 s of
playing.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import sleep

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.prepared import prepare
from benchmarks.table import Figure, print_table
from benchmarks.windows import Window, screen
from sound.null_sink import null_sink

SETTLED = 3.0
PLAYED = 10.0


def first_paints(environment: Mapping[str, str], runs: int) -> list[list[float]]:
    """Return ms to the first paint: of empty windows, of real ones, and of those with content."""
    taken: list[list[float]] = [[], [], []]
    for run in range(runs + 1):
        with Window(environment, "empty") as empty:
            pass
        with Window(environment, "real") as real:
            filled = real.fill()
        if run:  # the first of each warms the files
            for times, seconds in zip(taken, (empty.painted, real.painted, filled), strict=True):
                times.append(seconds * 1000)
    return taken


def show_first_paint(environment: Mapping[str, str], runs: int) -> None:
    empty, real, filled = (median(times) for times in first_paints(environment, runs))
    figures = (
        Figure("empty window", empty, "ms"),
        Figure("Longstride", real, "ms"),
        Figure("Longstride, today's flow offered", filled, "ms", 350),
        Figure("Longstride against the empty window", real / empty, "x", 1.6),
    )
    print_table(f"First paint, median of {runs} each", figures)


def show_memory(environment: Mapping[str, str]) -> None:
    with Window(environment, "empty") as window:
        sleep(SETTLED)
        empty = window.memory()
    with Window(environment, "real") as window:  # which keeps what its files hold
        window.fill()
        sleep(SETTLED)
    with Window(environment, "real") as window:
        window.fill()
        sleep(SETTLED)
        started, child = window.memory(), window.children_memory()
        window.start()
        sleep(PLAYED)
        playing, children = window.memory(), window.children_memory()
    figures = (
        Figure("empty window", empty, "MB"),
        Figure("Longstride after start", started, "MB"),
        Figure("Longstride while playing", playing, "MB"),
        Figure("its speech processes after start", child, "MB"),
        Figure("its speech processes while playing", children, "MB"),
        Figure("after start against the empty window", started / empty, "x", 2.4),
        Figure("while playing against the empty window", playing / empty, "x", 3.5),
    )
    print_table("Resident memory (RSS)", figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with screen() as shown, null_sink() as sink:
        environment = {**sink.environment, **shown}
        prepare(environment)
        show_first_paint(environment, runs)
        show_memory(environment)


if __name__ == "__main__":
    main()
