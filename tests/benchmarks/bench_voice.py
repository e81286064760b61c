"""How soon a voice that has never spoken is ready: nothing cached, no process running.

    python tests/benchmarks/bench_voice.py [--flow hip-extension-base] [--runs 3]

Each run has an empty clip cache and starts its own speech processes. "The first words" is what a
flow waits for before it begins, as the window does it; the rest is rendered while it plays. The
memory is what all speech processes have in the end, when it is highest.
"""

import argparse
import sys
import tempfile
from collections import deque
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil

from benchmarks.table import Figure, print_table
from longstride.bootstrap import open_engine
from longstride.core.timeline.adapt import perform
from longstride.leading import start
from longstride.speech.worker_pipe import Patience


def first_words(flow: str) -> tuple[float, int]:
    """Return s from nothing to a flow that can begin, and how many sentences that took."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(Path(folder), {})
        coach = start.coach_for(engine, engine.flow(flow), engine.silent_output())
        begun = perf_counter()
        coach.prepare()
        taken = perf_counter() - begun
        assert coach.voice_trouble is None, coach.voice_trouble
        sentences = len(engine.voice_clips.clips)
        engine.close()
    return taken, sentences


def whole(flow: str) -> tuple[float, int, float]:
    """Return s from nothing to every sentence of a flow read and measured, how many, and MB."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(Path(folder), {})
        wanted = engine.flow(flow)
        preparation = start.preparation(engine, start.coaching_for(engine, wanted))
        performance = perform(wanted)
        begun = perf_counter()
        deque(preparation.whole(performance), maxlen=0)
        taken = perf_counter() - begun
        assert preparation.trouble is None, preparation.trouble
        sentences = len(engine.voice_clips.clips)
        speaking = psutil.Process().children()
        memory = sum(process.memory_info().rss for process in speaking) / 1e6
        engine.close()
    return taken, sentences, memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--flow", default="hip-extension-base")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    first_words(options.flow)  # warms the files and the imports
    firsts, wholes = zip(
        *((first_words(options.flow), whole(options.flow)) for _ in range(options.runs)),
        strict=True,
    )
    figures = (
        Figure(
            f"the first words ({firsts[0][1]} sentences)", median(t for t, _ in firsts), "s", 0.8
        ),
        Figure(
            f"the whole flow ({wholes[0][1]} sentences)", median(t for t, _, _ in wholes), "s", 3.5
        ),
        Figure("speech processes", median(mb for _, _, mb in wholes), "MB", 240),
        Figure("they end when they were idle for", Patience().idle, "s", 30),
    )
    print_table(f"Cold voice for {options.flow}, median of {options.runs}", figures)


if __name__ == "__main__":
    main()
