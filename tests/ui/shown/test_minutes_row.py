"""How long the athlete has got: chips, a quiet line, and the keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from longstride.ui.shown.minutes_row import WHOLE, MinutesRow
from longstride.ui.shown.shorter import offered_minutes
from ui import page_samples as samples
from ui.shorter_samples import fits

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

BASE = samples.cards()[0]
FITS = fits(samples.base())


@pytest.fixture
def row(qtbot: QtBot) -> MinutesRow:
    made = MinutesRow()
    qtbot.addWidget(made)
    made.resize(600, 120)
    made.offer(BASE)
    made.show()
    return made


def offered(row: MinutesRow) -> list[str]:
    return [chip.text() for chip in row.chips.values() if chip.isVisible()]


def test_fewer_minutes_than_the_whole_are_offered(row: MinutesRow) -> None:
    assert offered(row) == ["Whole, 16 min", "10", "8", "6", "4"]
    row.offer(replace(BASE, length=360_000))
    assert offered(row) == ["Whole, 6 min", "4"]
    assert (row.room, row.minutes) == (None, WHOLE)


def test_where_nothing_is_shorter_nothing_is_asked(row: MinutesRow) -> None:
    row.offer(replace(BASE, length=240_000))
    assert not row.isVisible()
    row.offer(replace(BASE, shortens=False))
    assert not row.isVisible()
    assert offered_minutes(replace(BASE, shortens=False)) == ()
    row.offer(BASE)
    assert row.isVisible()


def test_a_hidden_chip_leaves_no_gap(row: MinutesRow) -> None:
    row.offer(replace(BASE, length=360_000))
    whole, four = row.chips[WHOLE], row.chips[4]
    layout = whole.parentWidget().layout()
    layout.activate()
    assert four.x() == whole.geometry().right() + 1 + 6


def test_what_is_left_out_is_told_once_it_is_known(row: MinutesRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.chosen):
        row.chips[6].click()
    assert (row.room, row.is_known, row.told) == (360_000, False, "")
    row.take(FITS)
    assert row.told.startswith("Without standing hip circle, split squat")
    assert row.shorter is FITS[6]
    row.chips[8].click()
    assert row.told != FITS[6].left_out
    assert row.told == FITS[8].left_out
    row.chips[WHOLE].click()
    assert (row.room, row.shorter, row.told) == (None, None, "")


def test_minutes_that_are_too_few_fall_back_to_the_whole_and_say_so(row: MinutesRow) -> None:
    row.chips[4].click()
    row.take({n: fit for n, fit in FITS.items() if n > 4})
    assert row.told == "Hip extension base takes longer than 4 minutes, however much is left out."
    assert row.room is None
    assert not row.chips[4].isEnabled()
    assert row.chips[6].isEnabled()


def test_where_all_of_it_fits_that_is_said(row: MinutesRow) -> None:
    row.chips[10].click()
    row.take(FITS | {10: replace(FITS[10], left_out="")})
    assert row.told == "All of it fits."


def test_arrows_choose_and_tab_stops_once(row: MinutesRow, qtbot: QtBot) -> None:
    strong = Qt.FocusPolicy.StrongFocus
    row.chips[8].click()
    assert [n for n, chip in row.chips.items() if chip.focusPolicy() == strong] == [8]
    row.chips[8].setFocus()
    with qtbot.waitSignal(row.chosen):
        qtbot.keyClick(row.chips[8], Qt.Key.Key_Right)
    assert row.minutes == 6


def test_a_screen_reader_hears_minutes(row: MinutesRow) -> None:
    assert row.chips[WHOLE].accessibleName().startswith("Whole, 15 min")
    assert row.chips[6].accessibleName() == "6 minutes"
    row.chips[6].click()
    row.take(FITS)
    assert row.chips[6].accessibleDescription() == row.told != ""
    assert row.chips[4].accessibleDescription() == ""


def test_a_choice_is_for_one_time_only(row: MinutesRow, qtbot: QtBot) -> None:
    row.chips[6].click()
    row.offer(BASE)  # fresh values of the same flow
    assert row.minutes == 6
    with qtbot.waitSignal(row.chosen):
        row.hide()
    assert row.room is None


def test_what_is_shown_of_it_has_every_step_and_tells_which_are_left_out() -> None:
    shown, whole = FITS[6].card, BASE
    assert [step.drill for step in shown.steps] == [step.drill for step in whole.steps]
    assert len(shown.done_steps) == shown.drills < len(whole.steps)
    assert all(not step.dose and not step.length for step in shown.steps if step.left_out)
    assert shown.length <= 360_000
