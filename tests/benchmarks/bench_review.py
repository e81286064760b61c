"""How long Today and Review take to open on a journal of many years.

    python tests/benchmarks/bench_review.py [YEARS]

Offscreen. Without YEARS it runs itself for 1, 3 and 10, each in a process of its own, so that none
finds memory that another one left. Opening is reading, filling the page and painting all of it,
warm, the best of three. Memory is what the process grew by through opening Review in every range.
"""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import journal_of_years as years
from benchmarks.table import Figure, print_table, seconds_of
from longstride.core.timeline.clock import Clock
from longstride.desktop.suspend import SteadyClock
from longstride.engine import Engine
from longstride.paths import find_paths, make_folders
from longstride.settings import Settings
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.records.reading import find, read_past, read_recent
from longstride.ui.review.page import ReviewPage
from longstride.ui.shown.cards import FlowCard
from longstride.ui.shown.pages import Shown, read_flows
from longstride.ui.shown.past import Query, Range, Recent
from longstride.ui.today.page import TodayPage
from longstride.ui.today.suggestions import suggestions
from longstride.ui.today.view import today_view
from typeface import bring_typeface

NOW = datetime.combine(years.LAST_DAY, time(21), UTC)
# The years are of drills that no catalogue has.
NAMES = {drill: drill for drill in years.DRILLS}
AREAS = {drill: (f"area {n % 9}", "hips") for n, drill in enumerate(years.DRILLS)}
TODAY_BOUND, REVIEW_BOUND, MEMORY_BOUND = 100, 300, 40


Page = TypeVar("Page", bound=QWidget)


class Bench:
    """Two pages over one journal."""

    def __init__(self, folder: Path, count: int) -> None:
        paths = find_paths(folder, {})
        make_folders(paths)
        years.write_years(paths.journal, count)
        clock: Clock = SteadyClock()
        self.engine = Engine(paths, Settings(), lambda: NOW, clock)
        self.shown = read_flows(self.engine, {})(Shown(self.engine.today(), Settings()))
        self.cards: tuple[FlowCard, ...] = self.shown.cards or ()
        theme = Theme(DARK)
        self.today = _shown(TodayPage(theme))
        self.review = _shown(ReviewPage(theme))
        self.recent: Recent | None = None

    def open_today(self, before: Recent | None = None) -> None:
        recent = self.recent = read_recent(self.engine, 0, before)
        day = self.engine.today()
        suggested = suggestions(self.shown.flows, recent.sessions, day)
        self.today.show_today(today_view(day, self.cards, recent, suggested))
        _paint(self.today.ground)

    def open_review(self, chosen: Range) -> None:
        past = read_past(self.engine, chosen, 0)
        self.review.show_past(replace(past, names=NAMES, areas=AREAS))
        self.review.show_sessions(find(self.engine, Query()))
        _paint(self.review.ground)


def _shown(page: Page) -> Page:
    page.resize(1240, 900)
    page.show()
    return page


def _paint(ground: QWidget) -> None:
    QApplication.processEvents()
    ground.grab()


def figures(count: int) -> list[Figure]:
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder), count)
        first = min(seconds_of(bench.open_today) for _ in range(3))
        again = min(seconds_of(lambda: bench.open_today(bench.recent)) for _ in range(3))
        grown = _memory()
        season = min(seconds_of(lambda: bench.open_review(Range.SEASON)) for _ in range(3))
        year = min(seconds_of(lambda: bench.open_review(Range.YEAR)) for _ in range(3))
        whole = min(seconds_of(lambda: bench.open_review(Range.ALL)) for _ in range(3))
        grown = _memory() - grown
        bench.engine.close()
    label = f"{count} year{'s' if count > 1 else ''}"
    return [
        Figure(f"{label}: Today at the start", 1000 * first, "ms", TODAY_BOUND),
        Figure(f"{label}: Today after a session", 1000 * again, "ms", TODAY_BOUND),
        Figure(f"{label}: Review, 3 months", 1000 * season, "ms", REVIEW_BOUND),
        Figure(f"{label}: Review, a year", 1000 * year, "ms", REVIEW_BOUND),
        Figure(f"{label}: Review, everything", 1000 * whole, "ms", REVIEW_BOUND),
        Figure(f"{label}: memory of Review", grown, "MB", MEMORY_BOUND),
    ]


def _memory() -> float:
    return float(psutil.Process().memory_info().rss / 1e6)


def main(years_long: str) -> None:
    app = QApplication([])
    bring_typeface()
    apply_theme(app, DARK, 100)
    found = figures(int(years_long))
    print_table(f"Today and Review, {years_long} years", found)
    if any(figure.verdict == "MISSED" for figure in found):
        sys.exit(1)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        command = [sys.executable, __file__]
        codes = [subprocess.run([*command, n], check=False).returncode for n in ("1", "3", "10")]
        sys.exit(max(codes))
