"""Today in its states, and what it asks for."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from longstride.content import load_catalogue, load_figures
from longstride.ui.intentions.leading import Discard, Resume, Shorten, Start
from longstride.ui.intentions.records import (
    Explain,
    LeaveUnrated,
    PlanRest,
    Rate,
    SetTarget,
)
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.shown.step_list import StepList
from longstride.ui.shown.week import streak_text
from longstride.ui.today.cards import FirstTime, StiffnessPairs
from longstride.ui.today.open_cards import Unrated
from longstride.ui.today.page import TodayPage
from ui import page_samples as samples
from ui import rest_samples
from ui.shorter_samples import fits

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


ASSETS = Path(__file__).parents[3] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    made = TodayPage(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def texts(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def press(page: TodayPage, words: str) -> None:
    (found,) = (b for b in page.findChildren(QPushButton) if b.text() == words and b.isVisible())
    found.click()


def test_it_is_blank_until_it_knows(page: TodayPage) -> None:
    assert texts(page) == []


def test_start_carries_flow_and_stiffness_once(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(samples.today(samples.sessions(5)[1:]))
    qtbot.keyClick(page.next_flow.stiffness, Qt.Key.Key_6)
    with qtbot.waitSignal(page.wants) as asked:
        press(page, "Start")
    assert asked.args == [Start("post-run-five", 6)]
    with qtbot.waitSignal(page.wants) as again:
        press(page, "Start")
    assert again.args == [Start("post-run-five", None)]


def test_the_next_flow_shows_its_most_telling_drill(page: TodayPage) -> None:
    page.show_today(samples.today(samples.sessions(5)[1:]))
    assert not page.next_flow.picture.isVisible()
    page.next_flow.show_figures(FIGURES)
    QApplication.processEvents()
    assert page.next_flow.picture.isVisible()
    assert page.next_flow.picture.text() == "Half-kneeling hip-flexor stretch"
    page.show_today(samples.today(()))
    assert page.next_flow.picture.text() == "Split squat"


def test_choose_another(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(samples.today(()))
    with qtbot.waitSignal(page.wants) as asked:
        press(page, "Choose another flow")
    assert asked.args == [ShowPage("flows")]


def test_the_first_time_explains_and_shows_no_empty_chart(page: TodayPage) -> None:
    page.show_today(samples.today(()))
    assert page.findChild(FirstTime).isVisible()
    assert not page.findChild(StiffnessPairs).isVisible()
    page.show_today(samples.today(samples.sessions(5)[1:]))
    assert not page.findChild(FirstTime).isVisible()
    assert page.findChild(StiffnessPairs).isVisible()


def test_what_was_skipped_through_is_in_no_average(page: TodayPage) -> None:
    skipped = tuple(replace(each, steps=()) for each in samples.sessions(2))
    page.show_today(samples.today(skipped))
    assert not page.findChild(StiffnessPairs).isVisible()


def test_the_week_and_the_pairs_can_be_read_as_text(page: TodayPage) -> None:
    page.show_today(samples.today(samples.sessions(3)))
    shown = texts(page)
    assert "Done on Monday, Wednesday, Friday; frozen: Thursday" in shown
    assert any(text.startswith("16 Nov: 5 before, 2 after") for text in shown)


def test_an_interrupted_run_is_offered_at_its_step(page: TodayPage, qtbot: QtBot) -> None:
    cut = samples.interrupted()
    page.show_today(samples.today(samples.sessions(3)[1:], interrupted=cut))
    QApplication.processEvents()
    assert any("stopped at step 5 of 6" in text for text in texts(page))
    with qtbot.waitSignal(page.wants) as resumed:
        press(page, "Go on")
    with qtbot.waitSignal(page.wants) as discarded:
        press(page, "Leave it there")
    assert resumed.args == [Resume(UUID(int=99))]
    assert discarded.args == [Discard(UUID(int=99))]
    page.show_today(samples.today(samples.sessions(3)[1:]))
    assert not any(b.isVisible() for b in page.findChildren(QPushButton) if b.text() == "Go on")


def test_a_stiff_day_gets_another_suggestion_that_can_be_taken(page: TodayPage) -> None:
    page.show_today(samples.today(samples.sessions(5)[1:]))
    page.next_flow.stiffness.choose(6)
    assert not page.next_flow.take_advice.isVisible()
    page.next_flow.stiffness.choose(8)
    assert "Stiff 8: start with Unlock the desk." in texts(page)
    press(page, "Take it")
    assert page.next_flow.title.text() == "Unlock the desk"
    assert page.next_flow.stiffness.answer == 8
    assert not page.next_flow.take_advice.isVisible()


def test_an_open_question_is_asked_again_or_left(page: TodayPage, qtbot: QtBot) -> None:
    (open_one,) = samples.sessions(1)
    page.show_today(samples.today(samples.sessions(3)[1:], unrated=open_one))
    with qtbot.waitSignal(page.wants) as asked:
        press(page, "Answer")
    with qtbot.waitSignal(page.wants) as left:
        press(page, "Leave it")
    assert (asked.args, left.args) == ([Rate(open_one)], [LeaveUnrated(open_one)])
    page.show_today(samples.today(samples.sessions(3)[1:]))
    assert not page.findChild(Unrated).isVisible()


def test_the_week_has_a_goal_and_rest_days(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(samples.today(samples.sessions(4)[1:]))
    assert page.week.target.value == 3
    page.week.target.setCurrentIndex(2)
    with qtbot.waitSignal(page.wants) as chosen:
        page.week.target.activated.emit(2)
    assert chosen.args == [SetTarget(4)]
    with qtbot.waitSignal(page.wants) as rest:
        press(page, "Rest days")
    with qtbot.waitSignal(page.wants) as how:
        press(page, "What counts?")
    assert (rest.args, how.args) == ([PlanRest()], [Explain()])


@pytest.mark.parametrize(
    ("current", "longest", "words"),
    [
        (8, 8, ("8 weeks", "your longest yet")),
        (2, 9, ("2 weeks", "longest 9 weeks, now 2")),
        (0, 9, ("A fresh start", "longest 9 weeks, the next kept week starts a new streak")),
        (0, 0, ("First weeks", "the first kept week starts your streak")),
    ],
)
def test_a_broken_run_is_never_a_zero(current: int, longest: int, words: tuple[str, str]) -> None:
    streak = samples.recent(samples.sessions(3)).regular.streak
    assert streak_text(replace(streak, current=current, longest=longest)) == words


def test_the_score_says_itself_to_a_screen_reader(page: TodayPage) -> None:
    page.show_today(samples.today(samples.sessions(61)[1:]))
    assert page.score.spark.text().endswith("% today")
    assert "60 sessions in all" in texts(page)


def test_a_first_day_shows_no_zero(page: TodayPage) -> None:
    page.show_today(samples.today(()))
    assert not any(text.startswith("0 ") for text in texts(page))
    page.show_today(samples.today(samples.sessions(2)[1:]))
    assert "1 session in all" in texts(page)


def test_without_flows_it_leads_to_the_mistakes(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(samples.today((), ()))
    assert not page.next_flow.isVisible()
    with qtbot.waitSignal(page.wants) as asked:
        press(page, "See what is wrong")
    assert asked.args == [ShowPage("flows")]


@pytest.mark.parametrize("width", [480, 760, 1166, 2400])
@pytest.mark.parametrize("scale", [100, 200])
def test_long_titles_stay_inside(qtbot: QtBot, width: int, scale: int) -> None:
    page = TodayPage(Theme(scale=scale))
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    title = samples.long_cards()[0].title
    page.show_today(samples.today(samples.sessions(60, title)[1:], samples.long_cards()))
    qtbot.waitUntil(lambda: page.ground.width() == page.viewport().width())
    assert page.next_flow.width() <= page.viewport().width() - 88


def test_markup_in_a_title_is_shown_as_it_is(page: TodayPage) -> None:
    page.show_today(samples.today((), samples.long_cards()[1:]))
    (title,) = (t for t in page.findChildren(QLabel) if t.text() == "<b>Bold</b> & quick")
    assert title.textFormat() is Qt.TextFormat.PlainText


def settle() -> None:
    for _ in range(12):  # a layout asks its parent, which asks its own
        QApplication.processEvents()


def test_nothing_moves_when_the_figures_come(page: TodayPage) -> None:
    page.show_today(samples.today(samples.sessions(5)[1:]))
    settle()
    (steps,) = page.next_flow.findChildren(StepList)
    before = steps.y()
    page.next_flow.show_figures(FIGURES)
    settle()
    assert page.next_flow.picture.isVisible()
    assert steps.y() == before


def test_a_day_of_rest_says_why_and_leaves_the_choice(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(rest_samples.resting())
    shown = texts(page)
    assert "Friday. A day to rest." in shown
    assert any(text.startswith("Every flow here works on the front of the hip") for text in shown)
    assert not page.next_flow.isVisible()
    assert "There is no flow to start" not in shown
    with qtbot.waitSignal(page.wants) as asked:
        press(page, "Choose a flow all the same")
    assert asked.args == [ShowPage("flows")]
    page.show_today(samples.today(samples.sessions(5)[1:]))
    assert page.next_flow.isVisible()
    assert "REST" not in texts(page)


BASE = samples.base()
SHORTER = {(BASE.id, None): fits(BASE)}


def test_six_minutes_are_asked_for_once_and_shown(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(samples.today(()))
    card = page.next_flow
    with qtbot.waitSignal(page.wants) as asked:
        card.minutes.chips[6].click()
    assert asked.args == [Shorten(BASE.id)]
    card.show_shorter(SHORTER)
    assert "Fewer sets. Both sides stay equal." in card.minutes.told
    gone = [
        label for label in card.findChildren(QLabel) if label.accessibleName().endswith("left out")
    ]
    assert "Split squat, left out" in {label.accessibleName() for label in gone}
    QApplication.processEvents()
    assert "4 drills" in texts(page)
    with qtbot.assertNotEmitted(page.wants):
        card.minutes.chips[8].click()
    with qtbot.waitSignal(page.wants) as started:
        press(page, "Start")
    assert started.args == [Start(BASE.id, None, room=480_000)]
    card.minutes.chips[0].click()
    QApplication.processEvents()
    assert "8 drills" in texts(page)


def test_what_fits_is_asked_again_once_the_flow_is_another(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(samples.today(()))
    card = page.next_flow
    card.show_shorter(SHORTER)
    card.minutes.chips[6].click()
    with qtbot.waitSignal(page.wants) as asked:
        card.show_shorter({})
    assert asked.args == [Shorten(BASE.id)]
    assert not card.minutes.told
    with qtbot.assertNotEmitted(page.wants):
        card.show_shorter({})
        card.show_shorter(SHORTER)


def test_another_flow_is_offered_whole(page: TodayPage) -> None:
    page.show_today(samples.today(()))
    page.next_flow.show_shorter(SHORTER)
    page.next_flow.minutes.chips[6].click()
    page.show_today(samples.today(()))
    assert page.next_flow.minutes.minutes == 6
    page.show_today(samples.today(samples.sessions(5)[1:]))
    assert page.next_flow.minutes.room is None
