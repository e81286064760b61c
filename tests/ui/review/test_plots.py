"""The plots of Review hold what was read: nothing lost, nothing claimed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longstride.core.history.measure import MeasureKind
from longstride.core.history.week import DayTotal, Freeze, FreezeReason, Rhythm
from longstride.ui.review import plots
from longstride.ui.review.page import past_text
from longstride.ui.review.stiffness_plot import MOST_STEMS, spread
from longstride.ui.review.when import MOST_COLUMNS
from longstride.ui.review.year_card import regular_text
from longstride.ui.shown.measured import change_words, measure_title
from longstride.ui.shown.past import Past, Range
from longstride.ui.widgets.charts.lines import Lines
from longstride.ui.widgets.charts.pairs import Stems
from ui import page_samples as samples
from ui.page_samples import FRIDAY


def past(count: int = 60, chosen: Range = Range.SEASON, rhythm: Rhythm = samples.RHYTHM) -> Past:
    return samples.past(samples.sessions(count), chosen, samples.measurements(), rhythm=rhythm)


@pytest.mark.parametrize("chosen", list(Range))
@pytest.mark.parametrize("week_start", [0, 5, 6])
def test_bars_add_up_to_the_days_of_the_range(chosen: Range, week_start: int) -> None:
    found = past(180, chosen, Rhythm(week_start=week_start))
    bars = plots.minutes(found)
    assert bars is not None
    if len(bars.bars) <= MOST_COLUMNS:
        minutes = sum(total.seconds for total in found.shown_totals) / 60
        assert sum(bar.value for bar in bars.bars) == pytest.approx(minutes)
        assert bars.bars[-1].running


def test_a_range_is_whole_weeks() -> None:
    assert len(plots.minutes(past(180, Range.MONTH)).bars) == 4  # type: ignore[union-attr]
    assert len(plots.minutes(past(180, Range.SEASON)).bars) == 13  # type: ignore[union-attr]
    assert len(plots.minutes(past(400, Range.YEAR)).bars) == 52  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("count", "last"), [(600, "Nov 2026: "), (1800, "Three months from Oct 2026: ")]
)
def test_years_are_put_together_by_month_and_many_by_quarter(count: int, last: str) -> None:
    bars = plots.minutes(past(count, Range.ALL))
    assert bars is not None
    assert len(bars.bars) <= MOST_COLUMNS
    assert bars.bars[-1].words.startswith(last)
    assert "in an average week" in bars.bars[0].words
    assert {bar.label for bar in bars.bars} <= {"", *map(str, range(2016, 2027))}


def test_an_empty_journal_has_no_plot_and_no_number() -> None:
    nothing = samples.past(())
    for make in (
        plots.stiffness,
        plots.changes,
        plots.minutes,
        plots.lowering,
        plots.areas,
        plots.skipped,
        plots.score,
    ):
        assert make(nothing) is None
    assert plots.measured(nothing, MeasureKind.THOMAS_ANGLE) is None


def test_each_rated_session_is_a_stem_while_they_are_few() -> None:
    stems = plots.stiffness(past(MOST_STEMS, Range.YEAR))
    assert isinstance(stems, Stems)
    assert len(stems.stems) == MOST_STEMS
    assert stems.words[-1] == (
        "20 November, Hip extension base: 7 before, 6 after, no clear change"
    )


def test_many_rated_sessions_are_weekly_medians_and_their_spread() -> None:
    lines = plots.stiffness(past(180, Range.YEAR))
    assert isinstance(lines, Lines)
    assert [line.name for line in lines.lines] == ["before", "after"]
    assert len(lines.stops) == 52
    for line in lines.lines:
        assert len(line.points) == len(line.band) == len(lines.stops)
        pairs = zip(line.points, line.band, strict=True)
        assert all(low <= value <= high for (_, value), (low, high) in pairs)
    assert "median" in lines.summary and "each week" in lines.summary
    assert (
        lines.words[-1]
        == "Week of 16 November, 3 sessions: 6 (5.5 to 6.5) before, 4 (3 to 5) after"
    )
    months, quarters = (plots.stiffness(past(count, Range.ALL)) for count in (600, 1800))
    assert isinstance(months, Lines) and isinstance(quarters, Lines)
    assert months.words[-1].startswith("Nov 2026, ")
    assert quarters.words[-1].startswith("Three months from Oct 2026, ")
    assert max(len(months.stops), len(quarters.stops)) <= MOST_COLUMNS


@given(st.lists(st.integers(0, 10), min_size=1, max_size=9))
@settings(max_examples=40)
def test_quartiles_lie_among_the_values(values: list[int]) -> None:
    lower, middle, upper = spread(values)
    assert min(values) <= lower <= middle <= upper <= max(values)
    assert middle == median(values)


def test_a_flow_with_few_sessions_claims_nothing() -> None:
    rows = plots.changes(past(9))
    assert rows is not None
    assert {row.text for row in rows.rows} == {"too few sessions (3)"}
    assert all(not row.parts for row in rows.rows)


def test_what_goes_with_a_flow_is_not_said_to_be_caused() -> None:
    rows = plots.changes(past(60, Range.YEAR))
    assert rows is not None
    assert "no clear change" in rows.rows[1].text or "goes with" in rows.rows[0].text
    assert not any("caus" in row.words for row in rows.rows)


def test_what_is_skipped_most_stands_first() -> None:
    rows = plots.skipped(past(60))
    assert rows is not None
    assert "skipped" in rows.rows[0].text
    shares = [row.parts[0].share for row in rows.rows]
    assert shares == sorted(shares)


def test_a_day_says_what_it_held() -> None:
    total = DayTotal(date(2026, 3, 12), 2, 1080)
    assert plots.day_words(total.day, FRIDAY, total) == "12 March, 2 sessions, 18 minutes"
    assert plots.day_words(total.day, FRIDAY, None) == "12 March, no session"
    assert plots.day_words(total.day, FRIDAY, None, "travel") == "12 March, frozen: travel"
    assert plots.day_words(date(2025, 3, 12), FRIDAY, None) == "12 March 2025, no session"


@given(st.dates(date(2024, 1, 1), date(2032, 1, 1)), st.integers(0, 6))
@settings(max_examples=30)
def test_the_year_begins_with_a_week_and_ends_today(today: date, week_start: int) -> None:
    rhythm = Rhythm(freezes=(Freeze(today, FreezeReason.REST),), week_start=week_start)
    days = plots.heat_days(samples.past((), today=today, rhythm=rhythm))
    assert days[0].day.weekday() == week_start
    assert days[-1].day == today
    assert days[-1].frozen
    assert 52 * 7 < len(days) <= 53 * 7
    assert all(b.day - a.day == timedelta(days=1) for a, b in pairwise(days))


def test_brighter_days_are_longer() -> None:
    found = past(60)
    levels = {day.day: day.level for day in plots.heat_days(found)}
    ordered = sorted(found.totals, key=lambda total: total.seconds)
    shown = [levels[total.day] for total in ordered]
    assert shown == sorted(shown)
    assert min(shown) >= 1


def test_the_score_ends_where_today_stands() -> None:
    lines = plots.score(past(180, Range.YEAR))
    assert lines is not None
    assert lines.lines[0].points[-1][0] == FRIDAY
    assert lines.summary.startswith(f"{past(180).regular.score.percent} % today")


def test_measurements_have_their_error_only_where_one_is_known() -> None:
    found = past(9, Range.YEAR)
    thomas = plots.measured(found, MeasureKind.THOMAS_ANGLE)
    hold = plots.measured(found, MeasureKind.BRIDGE_HOLD)
    assert thomas is not None and hold is not None
    assert {line.error for line in thomas.lines} == {5.0}
    assert {line.error for line in hold.lines} == {0.0}
    assert [line.name for line in thomas.lines] == ["left", "right"]
    assert thomas.zero and not hold.zero
    assert thomas.words[0] == "16 Jan 2026: left 4° short of level, right 1.5° past level"
    assert hold.words[0].endswith(" s")


def test_a_change_within_the_error_is_none() -> None:
    found = past(9, Range.SEASON)
    words = change_words(found.measurements, MeasureKind.THOMAS_ANGLE, found.today)
    assert words.startswith("Left: unchanged, within the error of the test since 28 Aug.")
    assert change_words(found.measurements, MeasureKind.CADENCE, found.today) == ""
    guessed = tuple(replace(m, protocol="picture, suggested") for m in found.measurements)
    thomas = plots.measured(replace(found, measurements=guessed), MeasureKind.THOMAS_ANGLE)
    assert thomas is not None
    assert {line.error for line in thomas.lines} == {10.0}
    assert measure_title(MeasureKind.KNEE_TO_WALL) == "Knee to wall (cm)"


def test_the_page_in_a_sentence() -> None:
    assert past_text(past(1, Range.MONTH)) == (
        "4 weeks: 1 session, 8 min at work, 2 min of slow lowering"
    )
    assert regular_text(samples.past(())) == "The first kept week starts your streak"
    assert regular_text(past(60)).endswith("17 of 18 weeks kept")
