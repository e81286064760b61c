"""The plots of Review, made from what was read; None where there is nothing to show yet."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from longstride.core.counting import counted
from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind, error_of, series
from longstride.core.history.measure_words import value_words
from longstride.core.history.stiffness import (
    CLEAR_CHANGE,
    ENOUGH_SESSIONS,
    FlowChange,
    flow_changes,
)
from longstride.core.history.week import WEEK, DayTotal
from longstride.core.history.work_done import (
    AREA_MINUTES,
    against_goal,
    area_words,
    average_week,
    completion,
)
from longstride.ui.review.stiffness_plot import stiffness  # noqa: F401 - a plot like the others
from longstride.ui.review.when import (
    YEARS_ONLY,
    first_month,
    flow_title,
    label_below,
    unit_of,
    when,
)
from longstride.ui.shown.past import Past
from longstride.ui.widgets.charts.bars import Bar, Bars
from longstride.ui.widgets.charts.dates import full_day, long_day, short_day
from longstride.ui.widgets.charts.heatmap import HeatDay
from longstride.ui.widgets.charts.lines import Line, Lines, Stop
from longstride.ui.widgets.charts.plot import Key
from longstride.ui.widgets.charts.rows import Part, Row, Rows

MOST_ROWS = 8
HEAT_WEEKS = 53
_MINUTES = (1, 5, 10, 20)  # where each shade of a day begins
_LOOKS = {Side.LEFT: ("left", "coral", "disc"), Side.RIGHT: ("right", "sea", "square")}


def heat_days(past: Past, until: date | None = None) -> tuple[HeatDay, ...]:
    """Return the days of the year that ends with ``until``, today if none is given."""
    last = until or past.today
    start = past.rhythm.week_of(last) - (HEAT_WEEKS - 1) * WEEK
    totals = {total.day: total for total in past.totals}
    days = (start + timedelta(days=n) for n in range((last - start).days + 1))
    return tuple(_heat_day(past, day, totals.get(day)) for day in days)


def day_words(day: date, today: date, total: DayTotal | None, reason: str = "") -> str:
    """Return ``12 March, 2 sessions, 18 minutes``, with the year where it is another."""
    if total is None:
        return f"{long_day(day, today)}, {f'frozen: {reason}' if reason else 'no session'}"
    sessions = counted(total.sessions, "session")
    words = f"{long_day(day, today)}, {sessions}, {minutes_words(total.seconds / 60)}"
    return f"{words}, frozen: {reason}" if reason else words


def minutes_words(minutes: float) -> str:
    """Return ``1 minute`` or ``18 minutes``."""
    whole = round(minutes)
    return counted(whole, "minute")


def changes(past: Past) -> Rows | None:
    """Return what goes with each flow."""
    if not past.rated:
        return None
    rows = tuple(_change_row(past, each) for each in flow_changes(past.rated)[:MOST_ROWS])
    return Rows(rows, "; ".join(row.words for row in rows))


def minutes(past: Past) -> Bars | None:
    """Return minutes a week, or the average week of each month or quarter."""
    return _bars(past, lambda total: total.seconds, "at work", "sea", fade=False)


def lowering(past: Past) -> Bars | None:
    """Return minutes of slow lowering a week, or the average week of each month or quarter."""
    return _bars(past, lambda total: total.eccentric_seconds, "of lowering", "coral", fade=True)


def areas(past: Past) -> Rows | None:
    """Return what one side of each area got in an average week, against ten minutes."""
    sums = average_week(past.over, past.running, past.areas, past.rhythm, past.today)
    ranked = sorted(sums.items(), key=lambda item: (-item[1], item[0]))[:MOST_ROWS]
    rows = tuple(_area_row(area, seconds) for area, seconds in ranked)
    keys = (Key("in an average week", "sea"), Key(f"{AREA_MINUTES} minutes", "amber", "line"))
    return Rows(rows, "; ".join(row.words for row in rows), 0.5, keys) if rows else None


def skipped(past: Past) -> Rows | None:
    """Return the drills that are least often done as planned."""
    found = [each for each in completion(past.drills) if each.drill in past.names]
    if not found:
        return None
    rows = tuple(
        Row(
            past.names[each.drill],
            each.words,
            f"{past.names[each.drill]}: {each.words}",
            (Part(each.share, "sea"), Part(each.shortened / each.planned, "amber")),
        )
        for each in found[:MOST_ROWS]
    )
    keys = (Key("done", "sea"), Key("shortened", "amber"), Key("skipped", "raised"))
    return Rows(rows, "; ".join(row.words for row in rows), keys=keys)


def score(past: Past) -> Lines | None:
    """Return the consistency score in per cent."""
    curve = [point for point in past.regular.score.curve if point[0] >= past.first]
    if not past.totals or len(curve) < 2:
        return None
    step = max(1, len(curve) // 200)
    points = tuple((day, 100 * value) for day, value in curve[-1::-step][::-1])
    stops = tuple(Stop(day, f"{full_day(day)}: {value:.0f} %") for day, value in points)
    now, then = points[-1][1], points[0][1]
    summary = f"{now:.0f} % today, {then:.0f} % on {full_day(points[0][0])}"
    return Lines((Line("", "sea", points),), stops, summary, " %", 0, 100, dots=False)


def measured(past: Past, kind: MeasureKind) -> Lines | None:
    """Return a kind of measurement over time, each side with the error of its test."""
    sides: tuple[Side | None, ...] = tuple(Side) if kind.form.sided else (None,)
    lines = []
    for side in sides:
        if points := series(past.measurements, kind, side):
            name, color, shape = _LOOKS[side] if side else ("", "sea", "disc")
            band = error_of(past.measurements, kind, {(side, day) for day, _ in points})
            error = band.unchanged_below if band else 0.0
            lines.append(Line(name, color, points, shape, error))
    if not lines:
        return None
    stops = tuple(_measure_stops(kind, lines))
    unit = kind.form.unit if kind.form.unit == "°" else f" {kind.form.unit}"
    short = unit if len(unit) <= 3 else ""
    note = "error of the test" if kind.form.error else ""
    return Lines(tuple(lines), stops, stops[-1].words, short, note=note, zero=any(kind.form.zero))


def _heat_day(past: Past, day: date, total: DayTotal | None) -> HeatDay:
    spent = total.seconds / 60 if total else 0
    level = sum(spent >= least for least in _MINUTES) if total else 0
    frozen = past.rhythm.frozen.get(day)
    words = day_words(day, past.today, total, frozen.value if frozen else "")
    return HeatDay(day, max(level, 1) if total else 0, words, frozen is not None)


def _change_row(past: Past, each: FlowChange) -> Row:
    title = flow_title(past, each.flow)
    count = counted(each.sessions, "session")
    words = f"{title}, {count}: {each.words}"
    if each.sessions < ENOUGH_SESSIONS:
        return Row(title, f"{each.words} ({each.sessions})", words)
    clear = abs(each.average) >= CLEAR_CHANGE
    color = "faint" if not clear else "sea" if each.average < 0 else "coral"
    return Row(title, each.words, words, (Part(min(1.0, abs(each.average) / 6), color),))


def _bars(
    past: Past, seconds: Callable[[DayTotal], int], noun: str, color: str, *, fade: bool
) -> Bars | None:
    weeks = _weeks(past, seconds)
    if not any(weeks.values()):
        return None
    unit = unit_of((past.today - min(weeks)).days)
    if unit == "week":
        bars = tuple(_week_bar(past, start, spent, noun) for start, spent in weeks.items())
    else:
        bars = tuple(_mean_bars(past.today, weeks, noun, unit))
    total = sum(weeks.values()) / len(weeks)
    summary = f"{minutes_words(total)} {noun} in an average week"
    if bars[-1].running:
        summary += "; the outlined bar is this week"
    return Bars(bars, summary, color, fade)


def _weeks(past: Past, seconds: Callable[[DayTotal], int]) -> dict[date, float]:
    """Return the minutes of every week, those without any too."""
    totals = past.shown_totals
    first = past.rhythm.week_of(totals[0].day) if totals else past.today
    count = (past.rhythm.week_of(past.today) - first).days // 7 + 1
    weeks = {first + n * WEEK: 0.0 for n in range(count)}
    for total in totals:
        start = past.rhythm.week_of(total.day)
        if start in weeks:
            weeks[start] += seconds(total) / 60
    return weeks


def _week_bar(past: Past, start: date, spent: float, noun: str) -> Bar:
    words = f"{when(start, past.today, 'week')}: {minutes_words(spent)} {noun}"
    if start == past.rhythm.week_of(past.today):
        return Bar(spent, short_day(start, past.today), f"{words}, so far", running=True)
    return Bar(spent, short_day(start, past.today), words)


def _mean_bars(today: date, weeks: dict[date, float], noun: str, unit: str) -> Iterator[Bar]:
    """Yield the average week of each month or quarter."""
    groups: dict[date, list[float]] = {}
    for start, spent in weeks.items():
        groups.setdefault(first_month(unit, start + timedelta(days=3)), []).append(spent)
    sparse = unit == "quarter" or len(groups) > YEARS_ONLY
    for start, spents in groups.items():
        mean = sum(spents) / len(spents)
        words = f"{when(start, today, unit)}: {minutes_words(mean)} {noun} in an average week"
        yield Bar(mean, label_below(start, sparse=sparse), words)


def _area_row(area: str, seconds: float) -> Row:
    name = area.capitalize()
    spent = round(seconds / 60)
    text = f"{spent} min a side, {against_goal(spent)}"
    words = area_words(name, seconds)
    return Row(name, text, words, (Part(min(1.0, seconds / 60 / (2 * AREA_MINUTES)), "sea"),))


def _measure_stops(kind: MeasureKind, lines: Sequence[Line]) -> Iterator[Stop]:
    days = sorted({day for line in lines for day, _ in line.points})
    for day in days:
        values = (
            f"{line.name} {value_words(kind, value)}".strip()
            for line in lines
            for at, value in line.points
            if at == day
        )
        yield Stop(day, f"{full_day(day)}: {', '.join(values)}")
