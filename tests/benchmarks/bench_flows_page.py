"""How long Flows takes to open with all that ships and 200 flows of the athlete's own.

    python tests/benchmarks/bench_flows_page.py [--own 200]

Offscreen at 1440x900, in the main window: from the click to the page painted. The first time
makes the page.
"""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication, QWidget

import fakes
from benchmarks.table import Figure, print_table, seconds_of
from longstride.content import load_catalogue, load_figures, load_flows
from longstride.core.timeline.compiler import compile_flow
from longstride.ui.flows.page import FlowsPage
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.shell.window import MainWindow, PageEntry
from longstride.ui.shown.cards import FlowCard, flow_card
from typeface import bring_typeface

ASSETS = Path(__file__).parents[2] / "assets"
BOUND = 150
TIMES = 9


def make_cards(own: int) -> tuple[FlowCard, ...]:
    """Return the cards of all that ships, and as many again as are asked for."""
    flows = list(load_flows(ASSETS / "flows", load_catalogue(ASSETS / "drills"))[0].values())
    bundled = [flow_card(flow, compile_flow(flow, {}, fakes.FULL)) for flow in flows]
    mine = [
        replace(bundled[n % len(bundled)], id=f"mine-{n}", title=f"My own flow number {n}")
        for n in range(own)
    ]
    return (*bundled, *mine)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--own", type=int, default=200)
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    bring_typeface()
    theme = Theme()
    apply_theme(app, theme.palette, theme.scale)
    figures, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
    cards = make_cards(options.own)
    entries = (
        PageEntry("flows", "flows", "Flows", lambda: FlowsPage(theme)),
        PageEntry("other", "review", "Other", QWidget),
    )
    window = MainWindow(theme, entries)
    window.show()

    def fill(name: str) -> None:
        page = window.page(name)
        if isinstance(page, FlowsPage):
            page.show_flows(cards)
            page.show_figures(figures)

    def show(name: str) -> None:
        window.show_page(name)
        for _ in range(3):
            app.processEvents()

    def opened() -> float:
        show("other")
        return 1000 * seconds_of(lambda: show("flows"))

    window.page_shown.connect(fill)
    first = opened()
    again = [opened() for _ in range(TIMES)]
    page = window.page("flows")
    assert isinstance(page, FlowsPage)

    def search(words: str) -> float:
        page.search.words.setText(words)

        def narrow() -> None:
            page.search.changed.emit()
            app.processEvents()

        return 1000 * seconds_of(narrow)

    found = [search(words) for words in ("squat", "", "mozy step", "")]
    print_table(
        f"Flows with {len(cards)} flows",
        (
            Figure("opened for the first time", first, "ms"),
            Figure("opened again, median", median(again), "ms", BOUND),
            Figure("opened again, slowest", max(again), "ms", BOUND),
            Figure("search narrowed, slowest", max(found), "ms", BOUND),
        ),
    )


if __name__ == "__main__":
    main()
