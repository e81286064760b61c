"""How long it takes to turn a flow into a timeline, with every sentence measured.

    python tests/benchmarks/bench_compile.py [--runs 50]

Measured are the longest flow that ships, the one that is slowest to compile, and a made one of
sixty steps; lengths are of the real voice for the longest, 60 ms a letter for the others. Last
comes the whole ladder of the flow that ships with most steps, as where few minutes are wanted.
"""

import argparse
import sys
import tempfile
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

import fakes
from benchmarks.table import Figure, print_table, seconds_of
from longstride.bootstrap import open_engine
from longstride.core.flow.flow import Flow
from longstride.core.timeline.adapt import perform
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.lengths import Length
from longstride.core.timeline.shorten import ladder
from longstride.engine import Engine
from longstride.leading import start

STEPS = 60


def longest(engine: Engine) -> Flow:
    """Return the bundled flow that takes longest."""
    flows = engine.library.flows.values()
    return max(flows, key=lambda flow: compile_flow(flow, {}, fakes.FULL).duration)


def slowest(engine: Engine) -> Flow:
    """Return the bundled flow that takes longest to compile."""
    flows = engine.library.flows.values()
    return max(flows, key=lambda flow: ms_to_compile(flow, EvenLengths(), 3))


def made(engine: Engine) -> Flow:
    """Return a flow of sixty steps, out of the steps of every flow that ships."""
    steps = [step for flow in engine.library.flows.values() for step in flow.steps]
    return replace(longest(engine), id="sixty-steps", steps=tuple(islice(cycle(steps), STEPS)))


def measured(engine: Engine, flow: Flow) -> Mapping[str, Length]:
    """Return what a real voice takes for each sentence of a flow."""
    preparation = start.preparation(engine, start.coaching_for(engine, flow))
    deque(preparation.whole(perform(flow)), maxlen=0)
    return engine.voice_clips.lengths


def ms_to_compile(flow: Flow, lengths: Mapping[str, Length], runs: int) -> float:
    return (
        median(seconds_of(lambda: compile_flow(flow, lengths, fakes.FULL)) for _ in range(runs))
        * 1000
    )


def ms_to_shorten(flow: Flow, runs: int) -> float:
    """Return how long it takes to find that no rung of a flow fits."""

    def shorten() -> None:
        for rung in ladder(flow):
            compile_flow(rung.flow, EvenLengths(), fakes.FULL)

    return median(seconds_of(shorten) for _ in range(runs)) * 1000


class EvenLengths(dict[str, Length]):
    """Sentences that last 60 ms a letter."""

    def get(self, text: str, default: object = None) -> Length:  # type: ignore[override]
        del default
        return Length(200 + 60 * len(text), 40)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=50)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(Path(folder), {})
        flow = longest(engine)
        cases = [
            ("longest", flow, measured(engine, flow)),
            ("slowest", slowest(engine), EvenLengths()),
            ("made", made(engine), EvenLengths()),
        ]
        steepest = max(engine.library.flows.values(), key=lambda flow: len(ladder(flow)))
        engine.close()
    figures = [
        Figure(words(name, flow), ms_to_compile(flow, lengths, runs), "ms", 20)
        for name, flow, lengths in cases
    ]
    text = f"shortened: {steepest.id}, {len(ladder(steepest))} rungs"
    figures.append(Figure(text, ms_to_shorten(steepest, max(1, runs // 10)), "ms", 250))
    print_table(f"Compile, median of {runs}", figures)


def words(name: str, flow: Flow) -> str:
    timeline = compile_flow(flow, EvenLengths(), fakes.FULL)
    minutes, spans = timeline.duration / 60_000, len(timeline.spans)
    return f"{name}: {flow.id}, {minutes:.0f} min, {spans} spans"


if __name__ == "__main__":
    main()
