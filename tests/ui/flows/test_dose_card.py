"""A flow's own dose on its page."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from longstride.core.flow.manner import Manner
from longstride.core.flow.talk import Talk
from longstride.core.history.dose_change import Rung
from longstride.ui.flows.detail import FlowDetail
from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import Start
from longstride.ui.intentions.records import LookAtDose, TakeDose, UndoDose
from longstride.ui.look.theme import Theme
from longstride.ui.shown.dose_words import change_text, dose_lines
from ui import dose_samples as doses
from ui import page_samples as samples

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BASE = samples.base()
CATALOGUE = doses.catalogue(BASE)


@pytest.fixture
def detail(qtbot: QtBot) -> FlowDetail:
    made = FlowDetail(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def opened(detail: FlowDetail) -> list[Intention]:
    wanted: list[Intention] = []
    detail.wants.connect(wanted.append)
    detail.show_flow(samples.card(BASE), Talk.FULL)
    return wanted


def texts(detail: FlowDetail) -> list[str]:
    QApplication.processEvents()  # a row of a layout is shown in its own time
    return [label.text() for label in detail.dose.findChildren(QLabel) if label.isVisible()]


def test_it_is_asked_for_when_the_flow_opens_and_shown_when_it_is_known(
    detail: FlowDetail,
) -> None:
    wanted = opened(detail)
    assert wanted == [LookAtDose(BASE.id)]
    assert not detail.dose.isVisible()
    detail.show_doses({BASE.id: samples.STEADY}, CATALOGUE)
    assert texts(detail) == ["YOUR DOSE", samples.STEADY.counsel.sentence]
    detail.show_doses({BASE.id: None}, CATALOGUE)
    assert not detail.dose.isVisible()


def test_each_change_has_its_reason_its_day_and_undo(detail: FlowDetail) -> None:
    wanted = opened(detail)
    dose = doses.ready(BASE)
    detail.show_doses({BASE.id: dose}, CATALOGUE)
    first, last = dose.standing
    names = {each.accessibleName(): each for each in detail.dose.findChildren(QPushButton)}
    for change in (first, last):
        assert change.reason in texts(detail)
        assert any(f"{change.made.year}" in text for text in texts(detail))
        names[f"Undo: {change_text(change, CATALOGUE)}"].click()
    assert wanted[1:] == [UndoDose(first), UndoDose(last)]
    detail.dose.counsel.take.click()
    assert dose.counsel.proposal
    assert wanted[3:] == [TakeDose(dose.counsel.proposal)]


def test_a_lighter_start_keeps_what_is_to_be_said(detail: FlowDetail) -> None:
    wanted = opened(detail)
    detail.show_doses({BASE.id: doses.LIGHTER}, CATALOGUE)
    detail.dose.counsel.start_lighter.click()
    assert wanted[1:] == [Start(BASE.id, None, Manner(Talk.FULL, lighter=True))]


def test_one_that_waits_is_told_calmly_and_can_be_let_go(detail: FlowDetail) -> None:
    wanted = opened(detail)
    dose = doses.too_much(BASE)
    detail.show_doses({BASE.id: dose}, CATALOGUE)
    (waits,) = dose.stale
    assert any("waits. Nothing of it is lost." in text for text in texts(detail))
    (button,) = (b for b in detail.dose.findChildren(QPushButton) if b.text() == "Drop it")
    button.click()
    assert wanted[1:] == [UndoDose(waits)]


def test_lines_are_newest_first_and_days_are_the_athletes() -> None:
    first, last = doses.grown(BASE, 2)
    late = replace(last, made=last.made.replace(hour=23))
    dose = replace(doses.ready(BASE), standing=(first, late), stale=(replace(first, drill="gone"),))
    lines = dose_lines(dose, CATALOGUE, timezone(timedelta(hours=3)))
    assert [line.change.drill for line in lines] == [late.drill, first.drill, "gone"]
    assert [line.waits for line in lines] == [False, False, True]
    assert lines[0].name == "Split squat, 22 Oct 2026"
    assert dose_lines(dose, CATALOGUE, UTC)[0].name == "Split squat, 21 Oct 2026"
    assert lines[2].name.startswith("Gone, ")


@pytest.mark.parametrize(
    ("rung", "before", "after", "text"),
    [
        (Rung.LOWERING, "4-1-2-0", "5-1-2-0", "Split squat: lowering 4 s to 5 s"),
        (Rung.LOWERING, "", "slow", "Split squat: lowering  to slow"),
        (Rung.REPS, "6", "8", "Split squat: 6 to 8 repetitions"),
        (Rung.DRILL, "split-squat", "one-leg-squat", "Split squat: One leg squat in its place"),
    ],
)
def test_a_change_is_told_in_words(rung: Rung, before: str, after: str, text: str) -> None:
    (change,) = doses.grown(BASE, 1)
    told = replace(change, drill="split-squat", rung=rung, before=before, after=after, reason="")
    assert change_text(told, CATALOGUE) == text
    (line,) = dose_lines(replace(samples.STEADY, standing=(told,)), CATALOGUE)
    assert line.told == f"{text}."
