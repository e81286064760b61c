"""What changed in a month: on the card, on paper, and how each sentence is made."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from longstride.core.history.session import AfterRating, Session
from longstride.core.history.what_changed import Finding, MonthChanges
from longstride.ui.intentions.records import Explain, Look
from longstride.ui.look.theme import Theme
from longstride.ui.records.explain_dialog import ExplainDialog
from longstride.ui.review.changed_card import NOTHING_YET, ChangedCard, changed_title
from longstride.ui.review.page import ReviewPage
from longstride.ui.review.report import write_report
from longstride.ui.review.report_values import report_on
from longstride.ui.shown.past import Range
from typeface import bring_typeface
from ui import page_samples as samples
from ui.house import NOW, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
OCTOBER = MonthChanges(
    date(2026, 10, 1),
    (Finding("3 of 4 weeks kept.", "By counting."), Finding("Left: 6° more.", "By the test.")),
)


@pytest.fixture
def card(qtbot: QtBot) -> ChangedCard:
    made = ChangedCard(Theme())
    qtbot.addWidget(made)
    made.show()
    return made


def reads(qtbot: QtBot, card: ChangedCard, *texts: str) -> None:
    """Wait until these are the texts that can be read on a card."""

    def seen() -> list[str]:
        return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]

    qtbot.waitUntil(lambda: seen() == list(texts))


def test_each_sentence_says_how_it_is_made(card: ChangedCard, qtbot: QtBot) -> None:
    card.show_changes(OCTOBER)
    reads(qtbot, card, "WHAT CHANGED IN OCTOBER 2026", "3 of 4 weeks kept.", "Left: 6° more.")
    with qtbot.waitSignal(card.wants) as asked:
        card.how_buttons[1].click()
    assert asked.args == [Explain(OCTOBER.findings[1])]
    assert "Left: 6° more." in card.how_buttons[1].accessibleName()


def test_nothing_to_tell_is_no_reproach(card: ChangedCard, qtbot: QtBot) -> None:
    card.show_changes(OCTOBER)
    card.show_changes(MonthChanges(date(2026, 11, 1)))
    reads(qtbot, card, "WHAT CHANGED IN NOVEMBER 2026", NOTHING_YET)
    assert card.how_buttons == []


def test_the_same_again_leaves_the_card_alone(card: ChangedCard) -> None:
    card.show_changes(OCTOBER)
    before = card.how_buttons
    card.show_changes(replace(OCTOBER))
    assert card.how_buttons is before


def test_review_shows_it_once_there_is_a_session_or_a_number(qtbot: QtBot) -> None:
    page = ReviewPage(Theme())
    qtbot.addWidget(page)
    page.show()
    page.show_past(samples.past(()))
    assert not page.changed.isVisible()
    page.show_past(samples.past(samples.sessions(60)))
    assert page.changed.isVisible()
    assert len(page.changed.how_buttons) >= 1
    with qtbot.waitSignal(page.wants):
        page.changed.how_buttons[0].click()


def test_what_is_looked_at_does_not_change_it() -> None:
    many, numbers = samples.sessions(180), samples.measurements()
    told = {samples.past(many, chosen, numbers).changed for chosen in Range}
    assert len(told) == 1
    assert len(told.pop().findings) == 3


def test_it_stands_on_the_report(qtbot: QtBot, tmp_path: Path) -> None:
    bring_typeface()
    past = replace(samples.past(samples.sessions(9)), changed=OCTOBER)
    report = report_on(past, (), "")
    assert report.changed == OCTOBER
    assert changed_title(OCTOBER) == "What changed in October 2026"
    with_it, without = tmp_path / "with.pdf", tmp_path / "without.pdf"
    write_report(with_it, report)
    write_report(without, replace(report, changed=MonthChanges(OCTOBER.month)))
    assert with_it.stat().st_size > without.stat().st_size


def test_how_a_finding_is_made_is_said(house: House) -> None:
    finding = Finding("3 of 4 weeks kept.", "By counting.")
    house.application.want(Explain(finding))
    house.qtbot.waitUntil(lambda: house.shown(ExplainDialog) is not None)
    shown = [each.text() for each in house.shown(ExplainDialog).findChildren(QLabel)]
    assert {"3 of 4 weeks kept.", "By counting."} <= set(shown)
    house.press("Good")


def test_what_changed_is_read_from_further_back_than_is_looked_at(house: House) -> None:
    journal = house.engine.records.journal
    for ago in (*range(4, 16), *range(26, 40)):
        journal.begin(rated_session(ago, before=6 if ago > 22 else 2))
    house.application.showing.records.take(Look(Range.MONTH))
    house.window.show_page("review")
    house.reads("Stiffness: 2.0 on average before a session, 6.0 the month before.")


def rated_session(ago: int, before: int) -> Session:
    """Return a session some days ago, rated before it and after."""
    then = NOW - timedelta(days=ago)
    usual = replace(samples.sessions(1)[0], id=UUID(int=ago), started=then, day=then.date())
    return replace(usual, ended=then, stiffness_before=before, after=AfterRating(before))
