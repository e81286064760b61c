"""A journal of many years: three sessions a day, with steps, ratings, targets and measurements.

    python tests/benchmarks/journal_of_years.py journal.sqlite [--years 10]

Ten years hold 10,957 sessions and 90,000 steps. The same years are the same journal every time.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parents[1]))

from sqlalchemy import insert

from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.week import Freeze, FreezeReason
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.journal import goals_and_rest
from longstride.journal.migrate import create
from longstride.journal.rows import measurement_values, session_values, step_values
from longstride.journal.sessions import keep_flow
from longstride.journal.store import engine_on
from longstride.journal.tables import MeasurementRow, SessionRow, StepRow
from longstride.journal.upsert import put

LAST_DAY = date(2026, 5, 1)
A_DAY = (time(6, 40), time(12, 15), time(19, 30))
FLOWS = ("hip-extension-base", "post-run-five", "eccentric-hips", "mobility-a", "wind-down")
DRILLS = [f"drill-{number}" for number in range(40)]
NOTES = ("", "", "легче, чем вчера", "left side tighter", "after a long run", "🙂")
FLOW_LENGTH = 11_000  # characters of a flow as it is kept
STEPS_A_SESSION = 8.214


def write_years(path: Path, years: int, seed: int = 7) -> Path:
    """Write a journal that ends on ``LAST_DAY``."""
    create(path)
    dice = Random(seed)
    days = [LAST_DAY - timedelta(days=back) for back in reversed(range(round(years * 365.25)))]
    sessions = [a_session(dice, day, at) for day in days for at in A_DAY]
    edited = datetime.combine(LAST_DAY, time(22), UTC)
    engine = engine_on(path)
    with engine.begin() as connection:
        for text in {session.flow_json for session in sessions}:
            keep_flow(connection, text)
        connection.execute(
            insert(SessionRow), [session_values(session, edited) for session in sessions]
        )
        steps = [step_values(session.id, step) for session in sessions for step in session.steps]
        connection.execute(insert(StepRow), steps)
        for day in days[::7]:
            put(connection, MeasurementRow, {**measured(dice, day), "edited": edited})
        for day in days[::40]:
            goals_and_rest.freeze(connection, Freeze(day, dice.choice(list(FreezeReason))), edited)
    engine.dispose()
    return path


def a_session(dice: Random, day: date, at: time) -> Session:
    flow = dice.choice(FLOWS)
    started = datetime.combine(day, at, UTC)
    before = dice.randint(2, 8)
    steps = tuple(some_steps(dice, FLOWS.index(flow)))
    return Session(
        id=UUID(int=dice.getrandbits(128), version=4),
        flow=flow,
        title=flow.replace("-", " ").capitalize(),
        flow_json=flow.ljust(FLOW_LENGTH, "."),
        started=started,
        day=day,
        step_count=9,
        steps=steps,
        ended=started + timedelta(minutes=14),
        stiffness_before=before,
        after=AfterRating(
            max(0, before - dice.randint(-1, 4)),
            dice.randint(2, 8),
            Pain(PainKind.DULL, "left groin") if dice.random() < 0.05 else Pain(),
            dice.choice(NOTES),
        ),
        next_step=9,
    )


def some_steps(dice: Random, flow: int) -> Iterator[StepRecord]:
    """Yield eight steps of a flow, at times nine: 90,000 in ten years."""
    for step in range(int(STEPS_A_SESSION + dice.random())):
        place = 7 * flow + step  # neighbouring flows share a drill or two
        seconds = dice.randint(20, 120)
        outcome = dice.choices(list(Outcome), (90, 6, 4))[0]
        side = (None, *Side)[place % 3]
        drill = DRILLS[place % len(DRILLS)]
        yield StepRecord(step, drill, side, 1, 8, seconds, seconds // 2, outcome)


def measured(dice: Random, day: date) -> dict[str, object]:
    kind = dice.choice((MeasureKind.THOMAS_ANGLE, MeasureKind.KNEE_TO_WALL))
    return measurement_values(
        Measurement(
            id=UUID(int=dice.getrandbits(128), version=4),
            day=day,
            taken=datetime.combine(day, time(8), UTC),
            kind=kind,
            side=dice.choice(list(Side)),
            value=dice.uniform(5, 15),
            unit=kind.form.unit,
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--years", type=int, default=10)
    options = parser.parse_args()
    write_years(options.file, options.years)
    print(f"{options.file}: {options.years} years, {options.file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
