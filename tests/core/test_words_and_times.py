import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.durations import clock_text, minutes_text, number_word, parse_duration
from longstride.core.flow.breath import Breath
from longstride.core.flow.tempo import Phase, parse_tempo


@pytest.mark.parametrize(
    ("written", "ms"),
    [(30, 30_000), ("30s", 30_000), ("30", 30_000), ("1:30", 90_000), ("2 min", 120_000)],
)
def test_durations_are_read_as_people_write_them(written: int | str, ms: int) -> None:
    assert parse_duration(written) == ms


@pytest.mark.parametrize("written", ["", "1:75", "soon", -1, True, "1:2:3", "9" * 40])
def test_what_is_no_duration_is_refused(written: int | str) -> None:
    with pytest.raises(ValueError, match=r"length of time"):
        parse_duration(written)


def test_durations_are_shown_short() -> None:
    assert clock_text(462_999) == "7:42"
    assert clock_text(3_723_000) == "1:02:03"
    assert minutes_text(320_000) == "5 min 20 s"
    assert minutes_text(838_000) == "14 min"


def test_numbers_are_words() -> None:
    assert [number_word(n) for n in (0, 12, 20, 47, 100, 340)] == [
        "zero",
        "twelve",
        "twenty",
        "forty seven",
        "one hundred",
        "three hundred and forty",
    ]


@pytest.mark.parametrize("written", ["4-1-2-0", "4120", "4/1/2/0", "4 1 2 0"])
def test_tempo_is_read_in_every_usual_notation(written: str) -> None:
    tempo = parse_tempo(written)
    assert str(tempo) == "4-1-2-0"
    assert tempo.rep == 7000


def test_x_is_as_fast_as_control_allows_and_planned_at_a_second() -> None:
    tempo = parse_tempo("3-0-x-1")
    assert tempo.concentric == 1000
    assert str(tempo) == "3-0-X-1"


def test_the_first_digit_is_the_eccentric_whatever_comes_first() -> None:
    tempo = parse_tempo("4-1-2-3")
    assert tempo.phases() == (
        (Phase.ECCENTRIC, 4000),
        (Phase.STRETCHED, 1000),
        (Phase.CONCENTRIC, 2000),
        (Phase.CONTRACTED, 3000),
    )
    assert tempo.phases(Phase.CONCENTRIC) == (
        (Phase.CONCENTRIC, 2000),
        (Phase.CONTRACTED, 3000),
        (Phase.ECCENTRIC, 4000),
        (Phase.STRETCHED, 1000),
    )


@pytest.mark.parametrize("written", ["", "412", "0-1-2-0", "4-1-0-0", "4-X-2-0", "four"])
def test_what_is_no_tempo_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is not a tempo"):
        parse_tempo(written)


@given(st.from_regex(r"[1-9]-[0-9]-[1-9]-[0-9]", fullmatch=True))
def test_tempo_round_trips(written: str) -> None:
    assert str(parse_tempo(written)) == written


def test_a_hold_is_the_nearest_whole_number_of_breaths() -> None:
    assert [Breath().count_in(ms) for ms in (30_000, 60_000, 34_000, 36_000, 1000)] == [
        3,
        6,
        3,
        4,
        1,
    ]


@pytest.mark.parametrize(("inhale", "exhale"), [(2000, 3000), (8000, 8000), (4500, 6000)])
def test_breath_outside_four_to_ten_a_minute_is_refused(inhale: int, exhale: int) -> None:
    with pytest.raises(ValueError, match=r"whole number|four and ten"):
        Breath(inhale, exhale)


def test_a_longer_exhale_stays_in_range() -> None:
    assert Breath(4000, 6000).longer_exhale() == Breath(4000, 7000)
    assert Breath(5000, 10_000).longer_exhale() == Breath(5000, 10_000)
