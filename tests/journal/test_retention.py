from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from longstride.journal.retention import DAYS, MONTHS, WEEKS, due, keep

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2026, 5, 1), timezones=st.just(UTC))


@given(times=st.sets(moments, max_size=120))
def test_what_is_kept(times: set[datetime]) -> None:
    kept = keep(times, NOW)
    assert kept <= times
    assert keep(kept, NOW) == kept
    if times:
        assert max(times) in kept
    recent = {taken for taken in times if taken.date() >= NOW.date() - timedelta(days=1)}
    assert recent <= kept
    assert len(kept - recent) <= DAYS + WEEKS + MONTHS


@given(times=st.sets(moments, max_size=120))
def test_each_of_the_last_twelve_days_with_a_backup_keeps_its_newest(times: set[datetime]) -> None:
    older = sorted({taken.date() for taken in times if NOW - taken > timedelta(days=2)})
    kept = keep(times, NOW)
    for day in older[-DAYS:][1:]:
        assert max(taken for taken in times if taken.date() == day) in kept


def test_a_year_of_use_leaves_days_weeks_and_months() -> None:
    kept: frozenset[datetime] = frozenset()
    now = NOW
    for half_days in range(2 * 400):
        now = NOW + timedelta(hours=12 * half_days)
        kept = keep(kept | {now}, now)
    ages = sorted((now.date() - taken.date()).days for taken in kept)
    older = [age for age in ages if age > 1]
    assert DAYS + WEEKS + MONTHS - 2 <= len(older) <= DAYS + WEEKS + MONTHS
    assert older[:DAYS] == list(range(2, DAYS + 2))
    assert 290 <= ages[-1] <= 400
    gaps = [later - sooner for sooner, later in pairwise(ages)]
    assert max(gaps) <= 35  # from the last Sunday of a month to that of the next


def test_days_are_those_of_the_athlete() -> None:
    days_ago = [NOW - timedelta(days=5, hours=back) for back in (0, 9)]  # 12:00 and 3:00 in UTC
    west = timezone(timedelta(hours=-6))
    assert keep(days_ago, NOW) == {days_ago[0]}
    assert keep(days_ago, NOW.astimezone(west)) == set(days_ago)


def test_when_a_backup_is_due() -> None:
    assert due(None, NOW)
    assert not due(NOW - timedelta(minutes=29), NOW)
    assert due(NOW - timedelta(minutes=30), NOW)
    assert due(NOW + timedelta(days=1), NOW)  # the clock was set back
