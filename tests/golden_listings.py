"""The golden listings: every bundled flow as compiled with even sentence lengths.

Run this file to write them anew after a change that is meant to move something, and read the
difference before you commit it.
"""

from pathlib import Path

import fakes
from longstride.content import load_catalogue, load_flows
from longstride.core.flow.flow import Flow
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.listing import as_lines

GOLDEN = Path(__file__).parent / "golden"
ASSETS = Path(__file__).parents[1] / "assets"
LENGTHS = fakes.EvenLengths(58)  # ms a character, near the default voice


def bundled_flows() -> dict[str, Flow]:
    """Return the flows that ship with the program, by id."""
    flows, mistakes = load_flows(ASSETS / "flows", load_catalogue(ASSETS / "drills"))
    assert not mistakes, "\n".join(map(str, mistakes))
    return flows


def listing(flow: Flow) -> str:
    """Return a flow's golden listing."""
    return "\n".join(as_lines(flow, compile_flow(flow, LENGTHS, fakes.FULL))) + "\n"


if __name__ == "__main__":
    for name, bundled in bundled_flows().items():
        (GOLDEN / f"{name}.txt").write_text(listing(bundled), encoding="utf-8")
