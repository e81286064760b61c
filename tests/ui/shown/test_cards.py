"""Flows and sessions in the athlete's words."""

from dataclasses import replace
from datetime import date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.durations import minutes_text
from longstride.core.flow.drill import Dose, Sides
from longstride.core.flow.tempo import parse_tempo
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.welcome import ON_ARRIVAL
from longstride.core.timeline.step_record import Outcome
from longstride.ui.shown.cards import step_line
from longstride.ui.shown.session_text import (
    change_text,
    hours_text,
    rating_lines,
    record_text,
    steps_text,
    stiffness_text,
    when_text,
)
from longstride.ui.shown.stages import skyline, stages_text
from longstride.ui.today.suggestions import suggestions
from longstride.ui.today.view import today_view
from ui import page_samples as samples


@pytest.fixture
def session() -> Session:
    return samples.sessions(1)[0]


def test_a_card_adds_up() -> None:
    card = samples.cards()[0]
    assert card.facts == (minutes_text(card.length), "8 drills", "chair")
    assert sum(step.length for step in card.steps) == card.length
    assert 0 < card.work < card.length
    assert samples.cards()[1].facts[2] == "no equipment"


@pytest.mark.parametrize(
    ("dose", "sides", "words"),
    [
        (
            Dose(reps=6, tempo=parse_tempo("4120"), sets=2),
            Sides.EACH,
            "2 × 6 reps · tempo 4-1-2-0 · each side",
        ),
        (Dose(breaths=4), Sides.LEFT, "4 breaths · left side"),
        (Dose(breaths=1, sets=3), Sides.RIGHT, "3 × 1 breath · right side"),
        (Dose(hold=30_000), Sides.BOTH, "hold 30 s"),
        (Dose(hold=90_000, sets=3), Sides.BOTH, "3 × hold 1:30"),
        (Dose(reps=8), Sides.ALTERNATE, "8 reps · alternating"),
        (Dose(reps=1), Sides.BOTH, "1 rep"),
    ],
)
def test_a_dose_in_words(dose: Dose, sides: Sides, words: str) -> None:
    step = replace(samples.flow("Any", (0,)).steps[0], dose=dose, sides=sides)
    assert step_line(step, 1000).dose == words


def test_the_skyline_has_every_step_and_the_stages_are_named_once() -> None:
    steps = samples.cards()[0].steps
    assert [block.share for block in skyline(steps)] == [step.length for step in steps]
    assert stages_text(steps) == "Open, activate, load, end range"


def test_the_first_day_starts_with_the_first_flow() -> None:
    view = samples.today(())
    assert view.heading == "Start with Hip extension base."
    assert view.flow == samples.cards()[0]
    assert view.reason == ""


def test_the_suggested_flow_is_next_with_its_reason_and_the_week_counts_days() -> None:
    view = samples.today(samples.sessions(9)[1:])
    assert view.heading == "Friday. Post-run five is next."
    assert view.reason == "Post-run five was last done 3 days ago."
    assert view.sub.startswith("Two of three days done this week.")


def test_what_suits_stiff_hips_is_kept_for_each_stiffness() -> None:
    view = samples.today(samples.sessions(3))
    assert [bool(each) for each in view.advice] == [False] * 7 + [True] * 4
    assert view.advice[9] and view.advice[9].reason == "Stiff 9: start with Unlock the desk."


def test_a_suggested_flow_that_is_gone_gives_way_to_the_first() -> None:
    recent = samples.recent(samples.sessions(3))
    view = today_view(samples.FRIDAY, samples.cards(), recent, {None: ("gone", "It is due.")})
    assert view.flow == samples.cards()[0]
    assert view.reason == ""


def test_a_run_that_was_cut_off_is_no_session() -> None:
    assert samples.today((samples.interrupted(),)).recent.sessions == ()


def test_someone_who_comes_back_is_welcomed() -> None:
    long_ago = tuple(
        replace(session, day=session.day - timedelta(days=30)) for session in samples.sessions(3)
    )
    assert samples.today(long_ago).sub == ON_ARRIVAL
    skipped = replace(samples.sessions(1)[0], steps=())
    assert samples.today((skipped, *long_ago)).sub == ON_ARRIVAL


def test_without_flows_today_says_where_to_look() -> None:
    view = samples.today(samples.sessions(3), ())
    assert view.flow is None
    assert "Flows" in view.sub


def test_every_stiffness_has_a_suggestion_and_tests_are_none() -> None:
    check = samples.flow("Range check", (0,), occasions=("measure",))
    found = suggestions((check, samples.flow("Wind down", (6,))), (), samples.FRIDAY)
    assert set(found) == {None, *range(11)}
    assert {flow for flow, _ in found.values()} == {"wind-down"}


@pytest.mark.parametrize(
    ("day", "today", "hours", "words"),
    [
        (date(2026, 11, 20), date(2026, 11, 22), 0, "Fri 20 Nov 07:30"),
        (date(2026, 11, 20), date(2027, 1, 1), 0, "Fri 20 Nov 2026"),
        (date(2026, 11, 20), date(2026, 11, 22), -8, "Fri 20 Nov"),  # begun where it was night
        (date(2026, 11, 3), date(2026, 11, 22), 0, "Tue 3 Nov"),  # moved there by the athlete
        (date(2025, 12, 31), date(2026, 11, 22), 0, "Wed 31 Dec 2025"),
    ],
)
def test_when_is_the_sessions_day(
    session: Session, day: date, today: date, hours: int, words: str
) -> None:
    zone = timezone(timedelta(hours=hours))
    assert when_text(replace(session, day=day), today, zone) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (6, 3, "stiffness 6 → 3"),
        (6, None, "stiffness 6 before"),
        (None, 3, "stiffness 3 after"),
        (None, None, ""),
        (0, 0, "stiffness 0 → 0"),
    ],
)
def test_stiffness(session: Session, before: int | None, after: int | None, words: str) -> None:
    rated = replace(session, stiffness_before=before, after=AfterRating(stiffness=after))
    assert stiffness_text(rated) == words


@given(before=st.integers(0, 10), after=st.integers(0, 10))
def test_only_two_points_are_a_clear_change(before: int, after: int) -> None:
    words = change_text(before, after)
    assert ("no clear change" in words) == (abs(before - after) < 2)
    assert ("looser" in words) == (before - after >= 2)


def test_steps(session: Session) -> None:
    assert steps_text(session) == "all 6 steps"
    lighter = samples.sessions(5)[4]
    assert steps_text(lighter) == "3 of 6 steps, lighter from step 4"
    first, *rest = session.steps
    short = replace(session, steps=(replace(first, outcome=Outcome.SHORTENED), *rest))
    assert steps_text(short) == "all 6 steps, 1 shortened"
    assert steps_text(samples.interrupted()).endswith("cut off")


def test_one_side_skipped_makes_a_step_shortened(session: Session) -> None:
    first = session.steps[0]
    sides = (first, replace(first, outcome=Outcome.SKIPPED), *session.steps[1:])
    assert steps_text(replace(session, steps=sides)) == "all 6 steps, 1 shortened"


def test_records_and_ratings(session: Session) -> None:
    names = {"supine-leg-rock": "Leg rock"}
    assert record_text(session.steps[0], names) == "Leg rock: 8 reps"
    assert record_text(session.steps[1], {}) == "Standing hip circle: 8 reps"
    pain = AfterRating(4, 7, Pain(PainKind.SHARP, "left groin"), "Slept badly.")
    assert rating_lines(replace(session, stiffness_before=6, after=pain)) == (
        "Stiffness 6 → 4: looser than before.",
        "Effort 7 of 10.",
        "Pain: sharp, left groin.",
        "“Slept badly.”",
    )
    assert rating_lines(replace(session, stiffness_before=None, after=None)) == ()


def test_hours() -> None:
    assert hours_text(8 * 60) == "8 min"
    assert hours_text(21 * 3600 + 299) == "21 h 4 min"
