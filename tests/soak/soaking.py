"""Hours of flows in minutes, through the real engine with the window open: does anything grow?

    python tests/soak/soaking.py FOLDER [--hours 8 | --flows N] [--speed 100] [--seed 1]

A line of JSON for each flow, after the window has come to rest. The sound device is the only
stand-in: it plays faster. The voice, the mix, the journal, the pages and the player are the real
ones. FOLDER has to be empty; it gets a journal of one year first, so that lists are full from the
start. Each flow is led alone or with everything an athlete can do in it, and pages are visited in
between. A bug ends it with exit code 70.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "benchmarks")]

SHORT = ("post-run-five", "unlock-the-desk")


def soak(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Lead flow after flow, yielding the figures after each."""
    from PySide6.QtWidgets import QApplication

    from soak.window_in_use import Soak
    from typeface import bring_typeface

    application = QApplication(sys.argv[:1])
    bring_typeface()
    application.setQuitOnLastWindowClosed(False)
    flows = SHORT if options.flows else ()
    soaked = Soak(options.folder, options.speed, options.seed, flows)
    soaked.open()
    while soaked.led < options.flows or soaked.played < options.hours * 3_600_000:
        soaked.lead()
        soaked.look_around()
        yield soaked.figures()
    soaked.close()


def main() -> None:
    """Soak as long as asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hours", type=float, default=0)
    parser.add_argument("--flows", type=int, default=0)
    parser.add_argument("--speed", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from longstride.desktop.qt import load_qt

    load_qt()
    for figures in soak(options):
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
