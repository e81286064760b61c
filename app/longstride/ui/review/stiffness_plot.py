"""Stiffness before and after: each session where they are few, else medians and their spread."""

from collections.abc import Sequence
from datetime import date
from statistics import median, quantiles

from longstride.core.counting import counted
from longstride.core.history.stiffness import Rated, change_words, median_series
from longstride.ui.review.when import first_month, flow_title, unit_of, when
from longstride.ui.shown.past import Past
from longstride.ui.widgets.charts.dates import long_day, short_day
from longstride.ui.widgets.charts.lines import Line, Lines, Stop
from longstride.ui.widgets.charts.pairs import Stem, Stems

MOST_STEMS = 30  # sessions that are shown one by one; more are noise
_SPREAD = "middle half of the sessions"
_LOW, _HIGH = 0, 10

Spread = tuple[float, float, float]  # lower quartile, median, upper quartile


def stiffness(past: Past) -> Stems | Lines | None:
    """Return stiffness by session, or by week or month where there are many."""
    if not past.rated:
        return None
    if len(past.rated) > MOST_STEMS:
        return _spread(past)
    medians = dict(median_series((each.day, each.after) for each in past.rated))
    stems = tuple(_stem(past, each, medians) for each in past.rated)
    return Stems(stems, _summary(past.rated))


def spread(values: Sequence[int]) -> Spread:
    """Return the quartiles of at least one value."""
    if len(values) == 1:
        return (float(values[0]),) * 3
    lower, middle, upper = quantiles(values, n=4, method="inclusive")
    return lower, middle, upper


def _stem(past: Past, each: Rated, medians: dict[date, float]) -> Stem:
    words = (
        f"{long_day(each.day, past.today)}, {flow_title(past, each.flow)}: {each.before} before, "
        f"{each.after} after, {change_words(each.before, each.after)}"
    )
    return Stem(each.before, each.after, medians[each.day], short_day(each.day, past.today), words)


def _spread(past: Past) -> Lines:
    unit = unit_of((past.today - past.rated[0].day).days)
    groups: dict[date, list[Rated]] = {}
    for each in past.rated:
        groups.setdefault(_start(past, unit, each.day), []).append(each)
    before = {start: spread([each.before for each in group]) for start, group in groups.items()}
    after = {start: spread([each.after for each in group]) for start, group in groups.items()}
    lines = (_line("before", "quiet", "ring", before), _line("after", "sea", "disc", after))
    stops = tuple(
        Stop(
            start,
            f"{when(start, past.today, unit)}, {counted(len(group), 'session')}: "
            f"{_words(before[start])} before, {_words(after[start])} after",
        )
        for start, group in groups.items()
    )
    summary = f"{_summary(past.rated)}; the lines are each {unit}'s median"
    return Lines(lines, stops, summary, least=_LOW, most=_HIGH, dots=False, note=_SPREAD)


def _start(past: Past, unit: str, day: date) -> date:
    return past.rhythm.week_of(day) if unit == "week" else first_month(unit, day)


def _line(name: str, color: str, shape: str, by_start: dict[date, Spread]) -> Line:
    points = tuple((start, middle) for start, (_, middle, _) in by_start.items())
    band = tuple((lower, upper) for lower, _, upper in by_start.values())
    return Line(name, color, points, shape, band=band)


def _words(quartiles: Spread) -> str:
    """Return ``3.5 (3 to 4)``, or the median alone where there is no spread."""
    lower, middle, upper = quartiles
    return f"{middle:g}" if lower == upper else f"{middle:g} ({lower:g} to {upper:g})"


def _summary(rated: Sequence[Rated]) -> str:
    before = median(each.before for each in rated)
    after = median(each.after for each in rated)
    count = counted(len(rated), "rated session")
    return f"{count}, median {before:g} before and {after:g} after"
