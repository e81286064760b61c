"""What weeks, doses and fewer minutes cost, also after ten years of three sessions a day.

    python tests/benchmarks/bench_weeks.py [--years 10]

Offscreen and warm, the least of several runs, of the processor; migration to its end on disk. A
plan is followed from the first day of the journal on, or from three weeks before its end. Migration
is from the revision before plans, in place.
"""

import argparse
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from alembic import command
from alembic.config import Config
from PySide6.QtWidgets import QApplication

from benchmarks.bench_review import Bench, _paint
from benchmarks.journal_of_years import LAST_DAY, write_years
from benchmarks.table import Figure, print_table, seconds_of
from longstride.core.flow.flow import Flow
from longstride.core.flow.plan import After, Plan
from longstride.core.history.load import loaded_among
from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.core.history.plan.place import plan_place
from longstride.core.history.plan.turn import Done
from longstride.core.history.plan.turns import turns
from longstride.core.history.streak import streak
from longstride.core.history.week import WEEK, Rhythm
from longstride.core.timeline.shorten import ladder
from longstride.journal.migrate import SCRIPTS, bring_up_to_date
from longstride.journal.store import engine_on
from longstride.leading.shortening import all_shortened
from longstride.records.following import plan_now
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import apply_theme
from longstride.ui.records.dose_desk import telling
from longstride.ui.records.reading import read_recent
from longstride.ui.shown.shorter import MINUTE, OFFERED
from longstride.ui.today.plan_turn import with_plan
from longstride.ui.today.suggestions import suggestions
from longstride.ui.today.view import today_view
from typeface import bring_typeface

TIMES = 5
MOST_WEEKS = 52
BEFORE_PLANS = "0002"
ANCHORS = tuple(
    Anchor(UUID(int=n + 1), day, after)
    for n, (after, day) in enumerate(
        [*((After.RUN, day) for day in (0, 2, 6)), *((After.OWN, day) for day in (1, 4, 5))]
    )
)


def least(work: Callable[[], object], times: int = TIMES) -> float:
    """Return the least processor time of some runs, ms."""

    def once() -> float:
        begun = process_time()
        work()
        return process_time() - begun

    return min(once() for _ in range(times)) * 1000


class Weeks:
    """A window's engine over a journal of years, in which a plan can be followed."""

    def __init__(self, folder: Path, years: int) -> None:
        self.bench = Bench(folder, years)
        self.engine, self.journal = self.bench.engine, self.bench.engine.records.journal
        self.journal.anchor(*ANCHORS)
        self.loaded = loaded_among(self.engine.library.flows.values())
        self.rhythm = Rhythm(self.journal.weeks(), self.journal.freezes())
        self.first = self.rhythm.week_of(LAST_DAY - timedelta(days=round(years * 365.25)))
        self.plan: Plan = self.engine.plans["runner"]

    @contextmanager
    def following(self, first: date, plan: Plan) -> Iterator[Following]:
        followed = Following(UUID(int=9), plan, first)
        self.journal.follow(followed)
        yield followed
        self.journal.unfollow(followed.id)

    def turns(self) -> Figure:
        week, start = self.plan.weeks[4], self.rhythm.week_of(LAST_DAY)
        days = [start + timedelta(days=n) for n in range(7)]
        done = [Done("post-run-five", days[0]), Done("eccentric-hips", days[1])]
        moves = [TurnMove(UUID(int=9), start, "mobility-a", 1, days[5])]

        def all_days() -> None:
            for today in days:
                turns(week, start, ANCHORS, moves, done, self.loaded, today)

        return Figure("the turns of a week, mean of its days", least(all_days) / 7, "ms", 1)

    def place(self) -> Iterator[Figure]:
        """Yield what it costs to place a plan that was begun when the journal was."""
        days = self.journal.days_trained()
        long = replace(self.plan, weeks=(self.plan.weeks * 7)[:MOST_WEEKS])
        followed = Following(UUID(int=9), long, self.first)
        trained = {day for day in days if day.day % 3 == 0 and day.month % 2}  # it comes to no end

        def place() -> object:
            reports = streak(trained, self.rhythm, LAST_DAY).weeks
            return plan_place(followed, reports, LAST_DAY, ANCHORS)

        yield Figure("the place of a plan of 52 weeks, by all weeks", least(place), "ms", 20)
        alone = least(lambda: streak(trained, self.rhythm, LAST_DAY))
        yield Figure("  those weeks alone", alone, "ms")
        with self.following(self.first, self.plan):
            now = least(lambda: plan_now(self.journal, self.loaded, self.rhythm, LAST_DAY))
            yield Figure("  a plan begun then, from the journal", now, "ms", 20)

    def today(self) -> Iterator[Figure]:
        """Yield what Today costs at the start, and the counsel that follows it."""
        with self.following(self.rhythm.week_of(LAST_DAY) - 3 * WEEK, self.plan):
            yield Figure("Today at the start, a plan followed", least(self._open), "ms", 100)
            flow = self.engine.library.flows["mobility-a"]
            told = least(lambda: telling(self.engine, 0).dose(self.journal, flow))
            yield Figure("counsel on the next dose of a flow", told, "ms")

    def _open(self) -> None:
        shown, day = self.bench.shown, self.engine.today()
        recent = read_recent(self.engine, 0)
        suggested = suggestions(shown.flows, recent.remembered, day, recent.better)
        view = today_view(day, self.bench.cards, recent, suggested)
        page = self.bench.today
        page.show_today(with_plan(view, self.bench.cards, shown.flows, day), day)
        _paint(page.ground)

    def ladders(self) -> Iterator[Figure]:
        """Yield what fewer minutes cost with the flow that takes longest."""
        rooms = [minutes * MINUTE for minutes in OFFERED]
        flows = [self.engine.as_wanted(flow) for flow in self.engine.library.flows.values()]

        def cost(flow: Flow) -> float:
            return least(lambda: all_shortened(self.engine, flow, rooms), 2)

        slowest = max(flows, key=cost)
        took = least(lambda: all_shortened(self.engine, slowest, rooms))
        yield Figure(f"{slowest.id} in 10, 8, 6 and 4 minutes", took, "ms", 250)
        yield Figure("  its ladder alone", least(lambda: ladder(slowest)), "ms")


def before_plans(journal: Path, target: Path) -> Path:
    """Write what the revision before plans could hold of a journal."""
    target.touch()
    engine = engine_on(target, foreign_keys=False)
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(SCRIPTS))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, BEFORE_PLANS)
    engine.dispose()
    with closing(sqlite3.connect(target)) as old:
        old.execute("ATTACH ? AS new", (str(journal),))
        tables = "SELECT name FROM main.sqlite_master WHERE type = 'table'"
        for (table,) in old.execute(tables).fetchall():
            if table != "alembic_version" and not table.startswith("sqlite_"):
                columns = old.execute(f'PRAGMA main.table_info("{table}")').fetchall()
                names = ", ".join(f'"{column[1]}"' for column in columns)
                rows = f'SELECT {names} FROM new."{table}"'
                old.execute(f'INSERT INTO main."{table}" ({names}) {rows}')
        old.commit()
    return target


def migration(folder: Path, years: int) -> Figure:
    old = before_plans(write_years(folder / "new.sqlite", years), folder / "old.sqlite")
    took = seconds_of(lambda: bring_up_to_date(old, BEFORE_PLANS))
    size = old.stat().st_size / 1e6
    return Figure(f"migration of {size:.0f} MB, a copy kept aside", took, "s", 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--years", type=int, default=10)
    years = parser.parse_args().years
    app = QApplication([])
    bring_typeface()
    apply_theme(app, DARK, 100)
    with TemporaryDirectory() as place:
        weeks = Weeks(Path(place), years)
        print_table("Weeks and fewer minutes", [weeks.turns(), *weeks.ladders()])
        print_table(f"After {years} years", [*weeks.place(), *weeks.today()])
        weeks.engine.close()
    with TemporaryDirectory() as place:
        print_table(f"Migration of {years} years", [migration(Path(place), years)])


if __name__ == "__main__":
    main()
