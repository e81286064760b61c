"""Days of training, and weeks of every kind."""

from datetime import date, timedelta

from hypothesis import strategies as st

from longstride.core.history.week import Freeze, FreezeReason, Rhythm, Week

MONDAY = date(2024, 1, 1)


DAY = timedelta(days=1)
TODAY = MONDAY + timedelta(days=18 * 7)


def ago(*offsets: int) -> set[date]:
    return {MONDAY + timedelta(days=offset) for offset in offsets}


def weeks_of(*counts: int) -> set[date]:
    """Return days: so many in the first week, the second and so on, every other day first."""
    order = (0, 2, 4, 1, 3, 5, 6)
    return ago(*(7 * week + day for week, count in enumerate(counts) for day in order[:count]))


def ill(*offsets: int, rhythm: Rhythm = Rhythm()) -> Rhythm:  # noqa: B008
    freezes = tuple(Freeze(day, FreezeReason.ILLNESS) for day in sorted(ago(*offsets)))
    return Rhythm(rhythm.weeks, rhythm.freezes + freezes, rhythm.default_target, rhythm.week_start)


def after(weeks: int) -> date:
    return MONDAY + timedelta(days=7 * weeks)


days_trained = st.sets(st.integers(0, 18 * 7 - 1).map(lambda n: MONDAY + timedelta(days=n)))


freezes = st.sets(st.integers(0, 18 * 7).map(lambda n: MONDAY + timedelta(days=n)), max_size=60)


reasons = st.sampled_from(FreezeReason)


a_day = st.integers(0, 18 * 7).map(lambda n: MONDAY + timedelta(days=n))


stored = st.lists(st.builds(Week, a_day, st.integers(2, 7)), max_size=5).map(tuple)


frozen = st.lists(st.builds(Freeze, a_day, reasons), max_size=40).map(tuple)


rhythms = st.builds(Rhythm, stored, frozen, st.integers(2, 7), st.sampled_from([0, 6]))
