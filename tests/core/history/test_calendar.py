"""Calendar files, read back by a library and by a reader that forgives nothing."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from core.history.plan.plan_samples import FOLLOWED, MONDAY, a_plan, following, on, weeks
from longstride.core.flow.plan import After, Plan
from longstride.core.history.calendar import (
    Event,
    FlowEntry,
    calendar_bytes,
    cancelled,
    events,
)
from longstride.core.history.plan.following import PlanPlace
from longstride.core.history.plan.turn import Turn, TurnState
from longstride.core.history.plan.weeks_ahead import weeks_ahead
from longstride.core.history.week import WEEK

STAMP = datetime(2026, 5, 4, 12, tzinfo=UTC)
FLOWS = {"wind-down": FlowEntry("Wind-down", 600_000)}
any_text = st.text(st.characters(blacklist_categories=[]), max_size=120) | st.text(
    st.sampled_from('\x00\r\n;,:\\"é𝄞 \u2028\ud800\x85'), max_size=90
)
any_events = st.builds(
    Event,
    any_text,
    st.integers(0, 2**31 - 1),
    st.datetimes(datetime(1900, 1, 1), datetime(2299, 1, 1), timezones=st.just(UTC)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    st.integers(1, 24 * 3600).map(lambda seconds: seconds * 1000),
    any_text,
    any_text,
    st.booleans(),
    st.booleans(),
)


def strict_lines(raw: bytes) -> list[str]:
    """Return the unfolded lines of a calendar; AssertionError for what a reader could misread."""
    assert raw.endswith(b"\r\n")
    lines = raw.removesuffix(b"\r\n").split(b"\r\n")
    whole: list[bytes] = []
    for line in lines:
        assert 0 < len(line) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
        line.decode()  # no letter is cut in two
        if line.startswith(b" "):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return [line.decode() for line in whole]


def strict_events(raw: bytes) -> Iterator[dict[str, str]]:
    """Yield the properties of each event; an alarm's stand under ``VALARM``."""
    lines = strict_lines(raw)
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Longstride//Longstride//EN"]
    assert lines[-1] == "END:VCALENDAR"
    event: dict[str, str] | None = None
    for line in lines[4:-1]:
        name, _, value = line.partition(":")
        assert re.fullmatch("[A-Z-]+", name)
        if line == "BEGIN:VEVENT":
            assert event is None
            event = {}
        elif line == "END:VEVENT":
            assert event is not None
            yield event
            event = None
        elif event is not None and "VALARM" in event:
            assert "END" not in event, "an alarm comes last"
            event["VALARM" if name != "END" else name] = line
        else:
            assert event is not None
            event["VALARM" if name == "BEGIN" else name] = value
    assert event is None


def seen(text: str) -> str:
    """Return a text as a calendar can have it: without what is no character in a line."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", " ", text)


@given(st.lists(any_events, max_size=5), any_text)
def test_what_is_written_is_read_back(some: list[Event], name: str) -> None:
    raw = calendar_bytes(name, some, STAMP)
    strict = list(strict_events(raw))
    assert len(strict) == len(some)
    read = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    for event, mine, theirs in zip(some, strict, read, strict=True):
        assert mine["DTSTART"] == f"{event.start:%Y%m%dT%H%M%SZ}"
        assert theirs.start == event.start
        assert theirs.end - theirs.start == timedelta(milliseconds=event.length)
        assert str(theirs["SUMMARY"]) == seen(event.summary)
        assert str(theirs["UID"]) == seen(event.uid)
        assert int(theirs["SEQUENCE"]) == event.sequence
        assert (str(theirs["STATUS"]) == "CANCELLED") is event.cancelled
        assert len(theirs.walk("VALARM")) == event.alarm == ("VALARM" in mine)


def a_turn(**values: object) -> Turn:
    given = {"flow": "wind-down", "number": 1, "planned": MONDAY, "day": MONDAY, **values}
    return Turn(**given)  # type: ignore[arg-type]


def one(turn: Turn, sequence: int = 7) -> Event:
    (event,) = events(FOLLOWED, [(MONDAY, [turn])], FLOWS, time(18), time(3), sequence)
    return event


def test_a_turn_that_moves_keeps_its_name() -> None:
    here, there = one(a_turn()), one(a_turn(day=date(2026, 5, 6)), 8)
    assert here.uid == there.uid
    assert (here.start, there.start) == (datetime(2026, 5, 4, 18), datetime(2026, 5, 6, 18))
    assert there.sequence > here.sequence


def test_turns_of_a_week_have_names_of_their_own() -> None:
    week = [a_turn(), a_turn(number=2), a_turn(planned=MONDAY + WEEK)]
    parts = [(MONDAY, week[:2]), (MONDAY + WEEK, week[2:])]
    found = events(FOLLOWED, parts, FLOWS, time(18), time(3), 1)
    assert len({event.uid for event in found}) == 3


def test_what_is_let_go_is_cancelled_and_what_is_done_has_no_alarm() -> None:
    gone = one(a_turn(day=None, state=TurnState.LET_GO))
    assert gone.cancelled
    assert not gone.alarm
    done = one(a_turn(state=TurnState.DONE))
    assert not done.cancelled
    assert not done.alarm
    assert cancelled(one(a_turn()), 9) == Event(
        gone.uid, 9, gone.start, gone.length, "Wind-down", gone.description, cancelled=True
    )


def test_a_time_of_its_own_comes_first_and_a_flow_that_is_gone_has_no_event() -> None:
    turn = a_turn(after=After.RUN, at=time(19, 30))
    assert one(turn).start.time() == time(19, 30)
    assert one(turn).description == "After the run."
    assert events(FOLLOWED, [(MONDAY, [turn])], {}, time(18), time(3), 1) == ()


def test_the_weeks_ahead_are_the_plans_own() -> None:
    plan = a_plan(4, sessions=2)
    ahead = list(weeks_ahead(following(plan), PlanPlace(2), MONDAY + WEEK, on([0, 3]), (), 16))
    assert [start for start, _ in ahead] == [MONDAY + 2 * WEEK, MONDAY + 3 * WEEK]
    assert [turn.planned.weekday() for turn in ahead[0][1]] == [0, 3]
    put_in = PlanPlace(2, lighter=True)
    assert len(list(weeks_ahead(following(plan), put_in, MONDAY + WEEK, (), (), 16))) == 3
    early = list(weeks_ahead(following(plan), PlanPlace(1), MONDAY - WEEK, (), (), 16))
    assert early[0][0] == MONDAY
    assert len(early) == 4
    assert not [*weeks_ahead(following(plan), PlanPlace(4, over=True), MONDAY, (), (), 16)]


@settings(max_examples=20)
@given(st.lists(weeks, min_size=1, max_size=20))
def test_no_more_weeks_than_wanted_and_no_turn_outside_its_week(some: list[object]) -> None:
    plan = Plan("any", "Any", "You", "To run on.", tuple(some))  # type: ignore[arg-type]
    ahead = list(weeks_ahead(following(plan), PlanPlace(1), MONDAY, on(range(7)), (), 15))
    assert len(ahead) == min(len(some) - 1, 15)
    assert all(start <= t.planned < start + WEEK for start, turns in ahead for t in turns)


def test_sixteen_weeks_are_a_small_file() -> None:
    some = [
        Event(f"{'a' * 16}-20260504-post-run-five-{n}@longstride", 2**27, STAMP, 600_000, "Post")
        for n in range(16 * 6)
    ]
    assert len(calendar_bytes("Longstride", some, STAMP)) < 40_000


def test_a_time_before_the_day_begins_is_the_night_after_its_day() -> None:
    assert one(a_turn(at=time(1, 30))).start == datetime(2026, 5, 5, 1, 30)
    assert one(a_turn(at=time(3))).start == datetime(2026, 5, 4, 3)
