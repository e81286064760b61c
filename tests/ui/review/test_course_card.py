"""The weeks of the plan that is followed, beside the year."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from journal.plan_samples import RUNNER
from longstride.core.history.plan.following import Following
from longstride.ui.look.theme import Theme
from longstride.ui.review.course_card import CourseCard
from longstride.ui.review.page import ReviewPage
from ui import page_samples as samples
from ui.house import NOW, House
from ui.see_review import COURSE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def card(qtbot: QtBot) -> CourseCard:
    made = CourseCard(Theme())
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def test_each_week_is_said(card: CourseCard) -> None:
    card.show_course(COURSE)
    assert card.isVisible()
    said = card.strip.accessibleName().split("; ")
    assert said[0].endswith("week 1, kept")
    assert said[3].endswith("week 3, frozen")
    assert said[5].endswith("week 4, lighter, kept")
    assert said[-1].endswith("week 6, this week")
    assert not any(word in " ".join(said) for word in ("missed", "failed", "behind"))


def test_every_week_is_told_apart_without_colour(card: CourseCard) -> None:
    pictures = set()
    for week in (COURSE.weeks[place] for place in (0, 1, 3, 5, 6, 8)):
        card.show_course(replace(COURSE, weeks=(replace(week, number=1),)))
        grey = (
            card.strip.grab()
            .toImage()
            .convertToFormat(card.strip.grab().toImage().Format.Format_Grayscale8)
        )
        pictures.add(bytes(grey.constBits()))
    assert len(pictures) == 6


def test_without_a_plan_or_before_it_there_is_less(card: CourseCard, qtbot: QtBot) -> None:
    card.show_course(replace(COURSE, weeks=()))
    assert not card.strip.isVisible()
    card.show_course(None)
    assert not card.isVisible()
    page = ReviewPage(Theme())
    qtbot.addWidget(page)
    page.show()
    page.show_past(samples.past(samples.sessions(3)))
    assert not page.course.isVisible()


def test_it_is_read_from_the_journal(house: House) -> None:
    journal = house.engine.records.journal
    today = NOW.date()  # a Sunday
    monday = today - timedelta(days=6)
    journal.follow(Following(UUID(int=1), RUNNER, monday))
    for session in samples.sessions(2):
        journal.begin(session)
    house.window.show_page("review")
    house.reads("Week 1 of 2")
    journal.follow(Following(UUID(int=1), RUNNER, monday, ended=today))
    house.application.showing.records.read_past()
    review = house.window.page("review")
    house.qtbot.waitUntil(lambda: not review.course.isVisible())
