"""Plots of plain values: usual, single, very many."""

import random
from datetime import date, timedelta

from longstride.ui.widgets.charts.bars import Bar, Bars
from longstride.ui.widgets.charts.dates import long_day, short_day
from longstride.ui.widgets.charts.heatmap import HeatDay
from longstride.ui.widgets.charts.lines import Line, Lines, Stop
from longstride.ui.widgets.charts.pairs import Stem, Stems
from longstride.ui.widgets.charts.plot import Key
from longstride.ui.widgets.charts.rows import Part, Row, Rows
from longstride.ui.widgets.charts.spark import Spark

FRIDAY = date(2026, 11, 20)


def bars(count: int, **changes: object) -> Bars:
    days = [FRIDAY - timedelta(weeks=count - n) for n in range(count)]
    made = tuple(
        Bar(
            3 + n * 7 % 23,
            short_day(day, FRIDAY),
            f"Week of {long_day(day, FRIDAY)}: {3 + n * 7 % 23} minutes",
        )
        for n, day in enumerate(days)
    )
    return Bars(made, f"{count} weeks", **changes)  # type: ignore[arg-type]


def stems(count: int) -> Stems:
    chance = random.Random(7)
    made = []
    for n in range(count):
        day = FRIDAY - timedelta(days=2 * (count - n))
        before = chance.randint(3, 8)
        after = max(0, before - chance.randint(0, 4)) if n % 6 else None
        words = f"{long_day(day, FRIDAY)}: {before} before, {after} after"
        made.append(Stem(before, after, 3.5 - 1.5 * n / count, short_day(day, FRIDAY), words))
    return Stems(tuple(made), f"{count} sessions")


def lines(count: int) -> Lines:
    days = [FRIDAY - timedelta(days=21 * (count - n)) for n in range(count)]
    left = tuple((day, -4.0 + 15 * n / max(1, count - 1)) for n, day in enumerate(days))
    right = tuple((day, 2.0 + 10 * n / max(1, count - 1)) for n, day in enumerate(days))
    return Lines(
        (Line("left", "coral", left, error=5), Line("right", "sea", right, "square", error=5)),
        tuple(Stop(day, f"{long_day(day, FRIDAY)}: left 4°, right 6°") for day in days),
        f"{count} days",
        unit="°",
        note="error of the test",
    )


def rows(count: int) -> Rows:
    made = tuple(
        Row(
            f"Half-kneeling hip-flexor stretch {n}",
            f"done {12 - n} of 12, skipped {n}",
            f"Drill {n}: done {12 - n} of 12, skipped {n}",
            (Part(1 - n / 12 - 0.1, "sea"), Part(0.1, "amber")),
        )
        for n in range(count)
    )
    keys = (Key("done", "sea"), Key("shortened", "amber"))
    return Rows(made, f"{count} drills", goal=0.8, keys=keys)


def spark() -> Spark:
    return Spark(tuple(0.3 + 0.5 * n / 84 - 0.1 * (n % 30 > 20) for n in range(84)), "83 %")


def heat_days(weeks: int = 53) -> tuple[HeatDay, ...]:
    chance = random.Random(3)
    first = FRIDAY - timedelta(days=FRIDAY.weekday(), weeks=weeks - 1)
    count = (FRIDAY - first).days + 1
    return tuple(
        HeatDay(
            day := first + timedelta(days=n),
            level := chance.choice((0, 0, 0, 1, 2, 3, 4)),
            f"{long_day(day, FRIDAY)}, {level} sessions, {level * 6} minutes",
            frozen=n % 40 in {3, 4},
        )
        for n in range(count)
    )
