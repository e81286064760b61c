"""The measures of the coaching contract, for flows as they are compiled.

    python tests/coaching/measures.py [--rate 140] [--lengths FILE] [--level full] [FLOW ...]

Prints which measures every flow meets, then each finding. FILE holds real lengths of sentences,
``{"text": [ms, onset]}``; what is missing there is modelled.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parents[1]))

from coaching import measures_flow as whole
from coaching import measures_lead as lead
from coaching import measures_work as work
from coaching.heard import Finding, Heard
from coaching.lengths import FITTED, ModelLengths, measured
from longstride.content import load_catalogue, load_flows
from longstride.content.phrases import load_phrases
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Familiarity, Talk
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow

ASSETS = Path(__file__).parents[2] / "assets"
PHRASES = load_phrases(ASSETS / "phrases" / "en.toml")
CATALOGUE = load_catalogue(ASSETS / "drills")

Measure = Callable[[Heard], Iterator[Finding]]

# What holds wherever the voice speaks, for every flow that can be written.
ALWAYS: tuple[Measure, ...] = (
    lead.doses,
    lead.waits,
    lead.warnings,
    lead.eyes,
    lead.sides,
    lead.ready,
    lead.ways,
    lead.turns,
    work.apart,
    work.in_phase,
)
COACHING: tuple[Measure, ...] = (work.alike, work.coached, work.ends_free)
# What the shipped flows keep beside, at every rate.
SHIPPED: tuple[Measure, ...] = (
    lead.mute,
    work.essential,
    whole.warm,
    whole.sprints,
    whole.closing,
    whole.opening,
)
# With every word of the set-up, and all the marks.
FULL: tuple[Measure, ...] = (lead.voiceless, work.numbers, whole.repeated)
# Judged at the usual rate.
NUMBERS: tuple[Measure, ...] = (work.filled, work.shares, whole.wordy)

SPOKEN = (*ALWAYS, *SHIPPED)
LEVELS: dict[str, tuple[Measure, ...]] = {
    "full": (*SPOKEN, *COACHING, *FULL),
    "cues": (*SPOKEN, *COACHING, whole.uncounted, whole.unmarked),
    "counts": (*SPOKEN, lead.voiceless, whole.uncoached),
    "tones": (lead.turns, whole.quiet),
    "known": (*SPOKEN, *COACHING, whole.uncounted),
    "practised": (*SPOKEN, *COACHING, whole.uncounted, whole.unmarked),
}
NAMES = "M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 M20 M21 M23".split()


def coaching_at(level: str) -> Coaching:
    """Return how a flow is told at a level; "known" and "practised" are levels by experience."""
    if level in {"known", "practised"}:
        well = dict.fromkeys(CATALOGUE, Familiarity[level.upper()])
        return Coaching(PHRASES, Talk.EXPERIENCE, well)
    return Coaching(PHRASES, Talk(level))


def heard(flow: Flow, lengths: ModelLengths, level: str = "full") -> Heard:
    """Return a flow as it is heard."""
    timeline = compile_flow(flow, lengths, coaching_at(level))
    return Heard(flow, timeline, PHRASES, CATALOGUE)


def findings(flow: Heard, measures: Iterable[Measure]) -> list[Finding]:
    """Return everything that some measures find."""
    return [finding for measure in measures for finding in measure(flow)]


def _table(flows: Iterable[str], found: list[Finding]) -> Iterator[str]:
    missed = {(each.flow, each.measure) for each in found}
    names = [*NAMES, *sorted({each.measure for each in found} - {*NAMES})]
    yield f"{'':22}" + " ".join(names)
    for flow in flows:
        marks = ("x" if (flow, name) in missed else "." for name in names)
        signs = zip(marks, names, strict=True)
        yield f"{flow:22}" + " ".join(mark.center(len(name)) for mark, name in signs)


def main() -> int:
    """Print the table and the findings; return how many there are, at most 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("flows", nargs="*", metavar="FLOW")
    parser.add_argument("--rate", type=int, default=FITTED)
    parser.add_argument("--lengths", type=Path)
    parser.add_argument("--level", choices=LEVELS, default="full")
    given = parser.parse_args()
    lengths = ModelLengths(given.rate, measured(given.lengths) if given.lengths else None)
    flows, mistakes = load_flows(ASSETS / "flows", CATALOGUE, PHRASES)
    print(*mistakes, sep="\n", end="")
    chosen = {name: flow for name, flow in flows.items() if not given.flows or name in given.flows}
    measures = LEVELS[given.level]
    if given.level == "full":
        measures += (whole.lighter, whole.promised, *(NUMBERS if given.rate == FITTED else ()))
    found = [
        f for flow in chosen.values() for f in findings(heard(flow, lengths, given.level), measures)
    ]
    print(*_table(chosen, found), sep="\n")
    for each in found:
        print(f"{each.measure:8}{each.flow:22}{each.where}: {each.what}")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main())
