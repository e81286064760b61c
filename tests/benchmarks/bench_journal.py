"""What the journal costs after ten years of three sessions a day, beside plain sqlite3.

    python tests/benchmarks/bench_journal.py [--years 10]

A query is measured against the same SQL sent through sqlite3 and its rows turned into the same
values by hand; the rows alone stand beside it. Times are the least of many runs, of the processor
where nothing is written. Adding a session is measured to its commit on disk, the median.
"""

import argparse
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any
from uuid import UUID, uuid4

sys.path.insert(0, str(Path(__file__).parents[1]))

from sqlalchemy import event

from benchmarks.journal_of_years import LAST_DAY, write_years
from benchmarks.table import Figure, print_table, seconds_of
from longstride.core.flow.drill import Side
from longstride.core.history.consistency import consistency
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.stiffness import Rated
from longstride.core.history.week import DayTotal, Rhythm
from longstride.core.history.work_done import DrillWork, Work
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.journal.journal import Journal
from longstride.journal.store import connect

TIMES = 9
ADDED = 30
A_YEAR_AGO = LAST_DAY - timedelta(days=365)
SIDES = {"both": None, "left": Side.LEFT, "right": Side.RIGHT}
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the journal, and how its rows become the same values by hand."""

    name: str
    ask: Callable[[Journal], object]
    by_hand: Callable[[list[Rows]], object]


def days_by_hand(found: list[Rows]) -> object:
    return tuple(DayTotal(date.fromisoformat(day), *sums) for day, *sums in found[0])


def points_by_hand(found: list[Rows]) -> object:
    return tuple(Rated(date.fromisoformat(day), *rest) for day, *rest in found[0])


def work_by_hand(found: list[Rows]) -> object:
    firsts, lasts, drills = found
    days = (date.fromisoformat(day) for ((day,),) in (firsts, lasts))
    works = (DrillWork(drill, SIDES[side], *sums) for drill, side, *sums in drills)
    return Work(*days, tuple(works))


def sessions_by_hand(found: list[Rows]) -> object:
    rows, step_rows, flow_rows = found
    flows = dict(flow_rows)
    steps: dict[str, list[StepRecord]] = {}
    for session_id, step, side, drill, sets, reps, seconds, lowering, outcome in step_rows:
        record = StepRecord(
            step, drill, SIDES[side], sets, reps, seconds, lowering, Outcome(outcome)
        )
        steps.setdefault(session_id, []).append(record)
    return tuple(session_by_hand(row, flows, steps) for row in rows)


def session_by_hand(
    row: tuple[Any, ...], flows: dict[str, str], steps: dict[str, list[StepRecord]]
) -> Session:
    pain = Pain(PainKind(row[13]), row[14])
    return Session(
        UUID(row[0]),
        row[1],
        row[2],
        flows[row[3]],
        datetime.fromisoformat(row[4]).replace(tzinfo=UTC),
        date.fromisoformat(row[6]),
        row[7],
        tuple(steps[row[0]]),
        datetime.fromisoformat(row[5]).replace(tzinfo=UTC),
        row[10],
        AfterRating(row[11], row[12], pain, row[15]),
        row[9],
        row[8],
    )


QUERIES = (
    Query("days, a year", lambda j: j.day_totals(A_YEAR_AGO), days_by_hand),
    Query("days, all", lambda j: j.day_totals(), days_by_hand),
    Query("stiffness, a year", lambda j: j.stiffness_points(A_YEAR_AGO), points_by_hand),
    Query("stiffness, all", lambda j: j.stiffness_points(), points_by_hand),
    Query("work by drill, a year", lambda j: j.work(A_YEAR_AGO), work_by_hand),
    Query("work by drill, all", lambda j: j.work(), work_by_hand),
    Query("the last 100 sessions", lambda j: j.sessions(100), sessions_by_hand),
    Query("100 sessions with a word", lambda j: j.search("ЛЕГЧЕ"), sessions_by_hand),
)


@contextmanager
def heard(journal: Journal) -> Iterator[list[tuple[str, Any]]]:
    """Listen to what SQL a journal sends, with its values."""
    said: list[tuple[str, Any]] = []

    def hear(_connection: object, _cursor: object, sql: str, values: Any, *_: object) -> None:
        if sql.startswith("SELECT"):
            said.append((sql, values))

    event.listen(journal._engine, "before_cursor_execute", hear)
    yield said
    event.remove(journal._engine, "before_cursor_execute", hear)


def least(work: Callable[[], object]) -> float:
    """Return the least processor time of some runs, ms."""

    def once() -> float:
        begun = process_time()
        work()
        return process_time() - begun

    return min(once() for _ in range(TIMES)) * 1000


def compare(journal: Journal, plain: sqlite3.Connection, query: Query) -> tuple[Figure, ...]:
    with heard(journal) as said:
        mine = query.ask(journal)

    def rows() -> list[Rows]:
        return [plain.execute(sql, values).fetchall() for sql, values in said]

    assert query.by_hand(rows()) == mine, f"{query.name}: not the same values"
    ours = least(lambda: query.ask(journal))
    by_hand, alone = least(lambda: query.by_hand(rows())), least(rows)
    return (
        Figure(query.name, ours, "ms"),
        Figure("  rows alone through sqlite3", alone, "ms"),
        Figure("  against the same values through sqlite3", ours / by_hand, "x", 2.0),
    )


def show_queries(file: Path) -> None:
    journal = Journal(file, lambda: datetime.now(UTC))
    with closing(connect(file)) as plain:
        figures = [figure for query in QUERIES for figure in compare(journal, plain, query)]
    journal.dispose()
    print_table(f"Queries, least of {TIMES}", figures)


def show_adding(file: Path, years: int) -> None:
    journal = Journal(file, lambda: datetime.now(UTC))
    (model,) = journal.sessions(1)
    fresh = [replace(model, id=uuid4()) for _ in range(ADDED)]
    whole = [seconds_of(lambda session=session: journal.begin(session)) for session in fresh]
    step = model.steps[0]
    steps = [seconds_of(lambda one=one: journal.record(one.id, [step], 1)) for one in fresh]
    for session in fresh:
        journal.delete(session.id)
    journal.dispose()
    figures = (
        Figure("adding a session with its steps", median(whole) * 1000, "ms", 5.0),
        Figure("noting a step", median(steps) * 1000, "ms", 5.0),
    )
    print_table(f"Writing after {years} years, median of {ADDED}", figures)


def read_today(journal: Journal) -> None:
    """Ask what Today asks, its streak and score carried on from four weeks ago."""
    since = LAST_DAY - timedelta(weeks=4)
    days = {total.day for total in journal.day_totals(since)}
    consistency(days, Rhythm(journal.weeks(), journal.freezes()), LAST_DAY)
    journal.sessions(5)
    journal.interrupted()
    journal.count()


def show_years(folder: Path, years: int) -> None:
    figures = []
    for some in sorted({1, 3, years}):
        file = write_years(folder / f"{some}.sqlite", some)
        journal = Journal(file, lambda: datetime.now(UTC))
        read_today(journal)
        took = least(lambda journal=journal: read_today(journal))
        size = file.stat().st_size / 1e6
        figures += [
            Figure(f"Today after {some} years", took, "ms"),
            Figure(f"  {journal.count():,} sessions, the file", size, "MB"),
        ]
        journal.dispose()
    print_table("Today's questions by the length of history", figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--years", type=int, default=10)
    years = parser.parse_args().years
    with tempfile.TemporaryDirectory() as place:
        show_years(Path(place), years)
        file = Path(place) / f"{years}.sqlite"
        show_queries(file)
        show_adding(file, years)


if __name__ == "__main__":
    main()
