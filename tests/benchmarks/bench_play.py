"""What playing costs: the real player against a bare widget painted over at the same rate.

    python tests/benchmarks/bench_play.py [--rounds 3] [--seconds 20]

Processor time of the window's process and its children, as a part of one processor, with sound
on a silent PulseAudio sink, clips warm; the two kinds of window take turns. Each round plays the
set-up of a drill, repetitions, and a hold with paced breath, and the repetitions once more with the
drill in words: everything but the figure.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import mean, median
from time import sleep
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.prepared import prepare
from benchmarks.table import Figure, print_table
from benchmarks.windows import Window, screen
from sound.null_sink import null_sink

SETTLED = 3.0  # s before measuring: the rest of the voice is looked through
NO_FIGURE = "repetitions without the figure"
WANTED = {"set-up": {"setup"}, "repetitions": {"eccentric", "concentric"}, "hold": {"hold"}}


def stretches(spans: list[dict[str, Any]], length: int) -> dict[str, int]:
    """Return a place for each kind of work, followed by more of it than by anything else."""

    def amount(kinds: set[str], begin: int) -> int:
        end = begin + length
        return sum(
            max(0, min(span["end"], end) - max(span["start"], begin))
            for span in spans
            if span["phase"] in kinds
        )

    starts = [span["start"] for span in spans]
    return {
        name: max(starts, key=lambda begin, kinds=kinds: amount(kinds, begin))
        for name, kinds in WANTED.items()
    }


def bare(environment: Mapping[str, str], seconds: float) -> float:
    with Window(environment, "bare") as window:
        sleep(1)
        return window.processor(seconds)


def playing(
    environment: Mapping[str, str], places: Mapping[str, int], seconds: float
) -> tuple[float, dict[str, float]]:
    """Return s from pressing Start to playing, and the processor taken by name."""
    with Window(environment, "real") as window:
        window.fill()
        sleep(SETTLED)
        waited = window.start()
        sleep(SETTLED)
        taken = {name: processor_at(window, place, seconds) for name, place in places.items()}
        window.hide_figure()
        taken[NO_FIGURE] = processor_at(window, places["repetitions"], seconds)
        return waited, taken


def processor_at(window: Window, place: int, seconds: float) -> float:
    window.say(f"seek {place}")
    sleep(0.5)
    before = window.shown()
    taken = window.processor(seconds)
    after = window.shown()
    passed = seconds_left(before) - seconds_left(after)
    assert not after["notice"], after["notice"]
    assert abs(passed - seconds) <= 3, f"{passed} s of the flow passed in {seconds} s"
    return taken


def seconds_left(shown: Mapping[str, Any]) -> int:
    minutes, _, seconds = str(shown["left"]).rpartition(":")
    return int(minutes or 0) * 60 + int(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    with screen() as shown, null_sink() as sink, sink.recorder():  # or the sink falls asleep
        environment = {**sink.environment, **shown}
        places = stretches(prepare(environment)["spans"], int(options.seconds * 1000))
        bares: list[float] = []
        starts: list[float] = []
        real: list[dict[str, float]] = []
        for _ in range(options.rounds):
            bares.append(bare(environment, options.seconds))
            waited, taken = playing(environment, places, options.seconds)
            starts.append(waited)
            real.append(taken)
    taken = {name: median(each[name] for each in real) for name in real[0]}
    show(taken, median(bares))
    bound = Figure("from pressing Start to playing, warm", median(starts) * 1000, "ms", 250)
    print_table("Start, median of the rounds", [bound])


def show(taken: Mapping[str, float], bare: float) -> None:
    whole = [part for name, part in taken.items() if name != NO_FIGURE]
    figures = [Figure("bare widget", bare * 100, "%")]
    figures += [Figure(f"Longstride, {name}", part * 100, "%") for name, part in taken.items()]
    figures += [
        Figure("all three against the bare widget", mean(whole) / bare, "x", 2),
        Figure("the dearest against the bare widget", max(whole) / bare, "x"),
        Figure("all but the figure against the bare widget", taken[NO_FIGURE] / bare, "x", 1.5),
    ]
    print_table("Processor while playing, median of the rounds", figures)


if __name__ == "__main__":
    main()
