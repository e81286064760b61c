"""What Today is about: one thing each day, with one action at most."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from longstride.core.history.pain import SHARP_ADVICE
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.ui.intentions.window import ShowPage
from longstride.ui.today.page import TodayPage
from longstride.ui.today.state import as_it_stands
from longstride.ui.today.view import REST, DayState, TodayView, today_view
from ui import page_samples as samples
from ui import plan_samples, rest_samples
from ui.today.test_page import page, press, texts

__all__ = ["page"]  # the fixture

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NEWEST, *OLDER = samples.sessions(5)
CUT = replace(samples.interrupted(), started=NEWEST.started + timedelta(hours=1))


def skipped() -> TodayView:
    return samples.today((replace(NEWEST, steps=()), *OLDER))


def sharp() -> TodayView:
    hurt = replace(NEWEST, after=AfterRating(pain=Pain(PainKind.SHARP, "knee")))
    return samples.today((hurt, *OLDER))


def aged(session: Session, days: int) -> Session:
    before = timedelta(days=days)
    return replace(session, day=session.day - before, started=session.started - before)


STATES = [
    (samples.today(()), DayState.FIRST),
    (samples.today(tuple(OLDER)), DayState.TO_DO),
    (samples.today(tuple(OLDER), interrupted=CUT), DayState.GO_ON),
    (samples.today((NEWEST, *OLDER)), DayState.DONE),
    (samples.today((NEWEST, *OLDER), interrupted=CUT), DayState.GO_ON),
    (
        samples.today((NEWEST, *OLDER), interrupted=replace(CUT, started=OLDER[0].started)),
        DayState.DONE,
    ),
    (samples.today((OLDER[1],), interrupted=aged(CUT, 1)), DayState.GO_ON),
    (samples.today((OLDER[1],), interrupted=aged(CUT, 2)), DayState.TO_DO),
    (
        samples.today(tuple(OLDER), interrupted=replace(CUT, started=OLDER[1].started)),
        DayState.TO_DO,
    ),
    (skipped(), DayState.TO_DO),
    (sharp(), DayState.REST),
    (rest_samples.resting(), DayState.REST),
    (plan_samples.today(), DayState.TO_DO),
    (plan_samples.done_today(), DayState.DONE),
]


@pytest.mark.parametrize(("view", "state"), STATES)
def test_each_day_has_one_state_and_one_coral_action_at_most(
    page: TodayPage, view: TodayView, state: DayState
) -> None:
    page.show_today(view, samples.FRIDAY)
    coral = [
        each.text()
        for each in page.findChildren(QPushButton)
        if each.isVisible() and each.property("role") in {"primary", "big"}
    ]
    assert view.state is state
    assert coral == {
        DayState.FIRST: ["Start"],
        DayState.TO_DO: ["Start"],
        DayState.GO_ON: ["Go on"],
    }.get(state, [])


def test_what_was_done_what_it_changed_and_what_comes_next(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(plan_samples.done_today(), samples.FRIDAY)
    QApplication.processEvents()
    shown = texts(page)
    assert "Done for today." in shown
    assert "Mobility A, all 6 steps. Now rest: it is part of the plan." in shown
    assert {"8 min", "7 → 6", "stiffness: the same"} <= set(shown)
    assert "Split squat, slower: done in full, for the first time." in shown
    assert "2 of 5 turns of this week done." in shown
    assert "Mobility B is next, tomorrow." in shown
    assert "The same dose again: steady is what counts." in shown
    with qtbot.waitSignal(page.wants) as asked:
        press(page, "Do another")
    assert asked.args == [ShowPage("flows")]


def test_a_line_is_left_out_rather_than_filled() -> None:
    plain = replace(
        NEWEST,
        stiffness_before=None,
        steps=tuple(replace(step, eccentric_seconds=0) for step in NEWEST.steps),
    )
    done = samples.today((plain, *OLDER)).done
    assert done is not None
    assert [fact.words for fact in done.facts] == ["at work"]
    assert done.ticks == ()


def test_for_the_first_time_is_said_once_and_only_where_it_is_known() -> None:
    change = plan_samples.slower(NEWEST.flow, OLDER[2].started - timedelta(hours=1))
    again = replace(OLDER[1], flow=NEWEST.flow, steps=NEWEST.steps)
    twice = samples.today((NEWEST, OLDER[0], again), changes=(change,))
    assert twice.done is not None
    assert twice.done.ticks == ()
    many = samples.sessions(30)
    old = replace(change, edited=many[-1].started)
    unsure = samples.today(many, changes=(old,))
    assert unsure.done is not None
    assert unsure.done.ticks == ()


def test_sharp_pain_today_rests_with_the_safety_words(page: TodayPage) -> None:
    page.show_today(sharp())
    assert SHARP_ADVICE in texts(page)
    assert "Do another" not in {b.text() for b in page.findChildren(QPushButton) if b.isVisible()}


def test_sharp_pain_today_has_the_safety_words_also_where_nothing_spares_it() -> None:
    hurt = replace(NEWEST, after=AfterRating(pain=Pain(PainKind.SHARP, "somewhere")))
    known = samples.recent((hurt, *OLDER))
    rests = today_view(samples.FRIDAY, (), known, {None: (REST, "Let it rest.")})
    assert rests.rest == "Let it rest."
    assert as_it_stands(rests, (), samples.FRIDAY).rest == SHARP_ADVICE
    tomorrow = samples.FRIDAY + timedelta(days=1)
    assert as_it_stands(rests, (), tomorrow).rest == "Let it rest."


def test_a_run_that_would_load_what_hurts_is_no_call_to_go_on() -> None:
    hurt = replace(OLDER[0], after=AfterRating(pain=Pain(PainKind.SHARP, "front of the hip")))
    cut = replace(CUT, flow=samples.base().id)
    view = samples.today((hurt, *OLDER[1:]), interrupted=cut)
    assert view.state is DayState.TO_DO


@pytest.mark.parametrize(
    ("week", "eased", "offered"),
    [
        (3, (), {"Make this week lighter"}),
        (4, (), {"Freeze this week's spare days"}),
        (4, (samples.FRIDAY,), set()),
    ],
)
def test_the_week_of_a_plan_is_made_lighter_or_its_spare_days_frozen(
    page: TodayPage, week: int, eased: tuple[date, ...], offered: set[str]
) -> None:
    plan = plan_samples.now(week, eased=eased)
    page.show_today(samples.today(samples.sessions(5)[1:], plan=plan), samples.FRIDAY)
    names = {
        each.accessibleName() for each in page.week.findChildren(QPushButton) if each.isVisible()
    }
    assert names & {"Make this week lighter", "Freeze this week's spare days"} == offered
