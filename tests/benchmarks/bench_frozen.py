"""How soon the window of the bundle stands, against the same program run from source.

    python tests/benchmarks/bench_frozen.py [--runs 9]

From the start of the process until the middle of a screen of 1440x900 shows something, with
warm files; the two take turns. Build the bundle first: packaging/build --unpacked.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.onscreen import Screen
from benchmarks.table import Figure, print_table
from benchmarks.windows import screen
from frozen_program import Program, bundle, from_source, frozen, obstacle

MIDDLE = (720, 450)
PATIENCE = 60.0  # s


def first_paint(program: Program, display: str) -> float:
    """Return ms from the start of the program to something on the screen."""
    with Screen(display) as shown:
        begun = monotonic()
        process = program.start()
        try:
            at = shown.wait_for_change(*MIDDLE, lambda: process.poll() is None, PATIENCE)
        finally:
            process.kill()
            process.wait()
    return (at - begun) * 1000


def first_paints(shown: Mapping[str, str], folder: Path, runs: int) -> tuple[list[float], ...]:
    """Return the ms of the checkout's program and of the bundle's."""
    programs = (from_source(folder / "source", shown), frozen(folder / "frozen", shown))
    taken: tuple[list[float], ...] = ([], [])
    for run in range(runs + 1):
        for program, times in zip(programs, taken, strict=True):
            program.environ |= shown
            time = first_paint(program, shown["DISPLAY"])
            if run:  # the first of each warms the files
                times.append(time)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    if why := obstacle():
        sys.exit(why)
    with screen() as shown, TemporaryDirectory(prefix="longstride-start-") as folder:
        source, program = (median(times) for times in first_paints(shown, Path(folder), runs))
    figures = (
        Figure("from source", source, "ms"),
        Figure("frozen", program, "ms"),
        Figure("frozen against source", program / source, "x", 1.3),
    )
    print_table(f"First paint on the screen, median of {runs} each ({bundle()})", figures)


if __name__ == "__main__":
    main()
