"""The forms for records by themselves: what they take, what they refuse, what they hand on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import fakes
from longstride.core.flow.drill import Side
from longstride.core.history.bounds import LONGEST_NOTE
from longstride.core.history.measure import MeasureKind
from longstride.core.history.session import AfterRating
from longstride.core.history.week import (
    Freeze,
    FreezeReason,
    Rhythm,
    begins_a_week,
)
from longstride.desktop.weekday import system_week_start
from longstride.ui.look.theme import Theme
from longstride.ui.records.add_session_dialog import AddSessionDialog
from longstride.ui.records.edit_session_dialog import EditSessionDialog
from longstride.ui.records.measure_dialog import MeasureDialog, SidedForm
from longstride.ui.records.rest_dialog import Rest, RestDialog, rest_text, rests
from longstride.ui.shown.after_dialog import AfterDialog
from longstride.ui.widgets.buttons import ENOUGH_TAPS, TapButton, tap_rate
from longstride.ui.widgets.fields import DayField, NumberField
from ui import page_samples as samples
from ui.page_samples import FRIDAY

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


@pytest.fixture
def measure(host: QWidget) -> MeasureDialog:
    dialog = MeasureDialog(Theme(), host, fakes.HandClock(), FRIDAY, None)
    dialog.open()
    return dialog


def choose(dialog: MeasureDialog, kind: MeasureKind) -> None:
    dialog.kinds.setCurrentIndex(dialog.kinds.values.index(kind))
    dialog.kinds.activated.emit(dialog.kinds.currentIndex())


def test_a_day_field_never_goes_past_its_latest_day(qtbot: QtBot) -> None:
    field = DayField(Theme(), "Day", FRIDAY, FRIDAY)
    qtbot.addWidget(field)
    field.show_day(FRIDAY + timedelta(days=3))
    assert field.day == FRIDAY
    assert field.text() == "Fri 20 Nov 2026"


@pytest.mark.parametrize(
    ("typed", "number"), [("9,5", 9.5), ("9.5", 9.5), ("-2", -2.0), ("", None), ("-", None)]
)
def test_a_number_has_a_comma_or_a_point(qtbot: QtBot, typed: str, number: float | None) -> None:
    field = NumberField("Drop")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, typed)
    assert field.number == number


@given(st.lists(st.integers(1, 1500), min_size=ENOUGH_TAPS, max_size=20))
def test_the_rate_of_taps_is_their_mean(gaps: list[int]) -> None:
    taps = [sum(gaps[:n]) for n in range(len(gaps) + 1)]
    assert tap_rate(taps) == round(60_000 * len(gaps) / sum(gaps))
    assert tap_rate(taps[: ENOUGH_TAPS - 1]) is None


def test_tapping_along_tells_the_cadence_and_a_pause_begins_anew(qtbot: QtBot) -> None:
    clock = fakes.HandClock()
    button = TapButton(clock, "Tap")
    qtbot.addWidget(button)
    told: list[int] = []
    button.rated.connect(told.append)
    for gap in [0] + [350] * 8 + [5000] + [500] * 5:
        clock.pass_by(gap)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told[:4] == [171] * 4
    assert told[-1] == 120
    assert len(told) == 4 + 1


def test_the_middle_of_three_tries_counts(measure: MeasureDialog) -> None:
    choose(measure, MeasureKind.BRIDGE_HOLD)
    form = measure.form
    assert isinstance(form, SidedForm)
    for field, text in zip(form.tries[Side.LEFT], ("31", "40", "33"), strict=True):
        field.setText(text)
    (taken,) = measure.taken()
    assert (taken.side, taken.value, taken.protocol) == (Side.LEFT, 33.0, "middle of 3 tries")
    assert measure.outcome.text() == "left 33 s"


def test_a_drop_without_a_thigh_is_not_yet_a_result(measure: MeasureDialog) -> None:
    form = measure.form
    assert isinstance(form, SidedForm)
    form.tries[Side.RIGHT][0].setText("9")
    assert measure.taken() == ()
    assert not measure.save.isEnabled()
    form.thighs[Side.RIGHT].setText("45")
    assert measure.save.isEnabled()
    assert measure.outcome.text() == "right 11.5°"


def test_what_cannot_be_is_said_at_once(measure: MeasureDialog) -> None:
    form = measure.form
    assert isinstance(form, SidedForm)
    form.tries[Side.LEFT][0].setText("60")
    form.thighs[Side.LEFT].setText("45")
    assert "longer than the thigh" in measure.trouble.text()
    assert not measure.save.isEnabled()


def test_what_is_read_off_a_picture_is_not_typed_in(host: QWidget) -> None:
    dialog = MeasureDialog(Theme(), host, fakes.HandClock(), FRIDAY, MeasureKind.THIGH_BACK)
    dialog.open()
    assert dialog.kind is MeasureKind.THOMAS_ANGLE
    assert not [kind for kind in dialog.kinds.values if kind.form.filmed]
    dialog.reject()


def test_seconds_that_were_counted_wait_in_their_fields_until_they_are_kept(host: QWidget) -> None:
    held = {Side.LEFT: 31, Side.RIGHT: 40}
    dialog = MeasureDialog(Theme(), host, fakes.HandClock(), FRIDAY, None, held)
    dialog.open()
    assert dialog.kind is MeasureKind.BRIDGE_HOLD
    choose(dialog, MeasureKind.KNEE_TO_WALL)
    assert dialog.taken() == ()
    choose(dialog, MeasureKind.BRIDGE_HOLD)
    assert [each.value for each in dialog.taken()] == [31, 40]
    dialog.save.click()
    assert dialog.taken() == ()
    dialog.reject()


def test_several_kinds_can_be_entered_one_after_another(
    measure: MeasureDialog, qtbot: QtBot
) -> None:
    for kind in (each for each in MeasureKind if not each.form.filmed):
        choose(measure, kind)
        form = measure.form
        if isinstance(form, SidedForm):
            form.tries[Side.LEFT][0].setText("25")
            for thigh in form.thighs.values():
                thigh.setText("45")
        else:
            assert form is not None
            form.value.setText("150")
            form.reps.setText("8")
        with qtbot.waitSignal(measure.measured) as kept:
            measure.save.click()
        assert {taken.kind for taken in kept.args[0]} == {kind}
        assert measure.outcome.text().startswith("Kept: ")
    measure.reject()


@given(st.dictionaries(DAYS, st.sampled_from(list(FreezeReason)), max_size=40))
def test_frozen_days_are_told_as_stretches_and_none_is_lost(
    frozen: dict[date, FreezeReason],
) -> None:
    found = rests(tuple(Freeze(day, reason) for day, reason in frozen.items()))
    told = [(day, rest.reason) for rest in found for day in rest.days]
    assert dict(told) == frozen
    assert [day for day, _ in told] == sorted(frozen)


def test_a_stretch_in_words() -> None:
    week = Rest(date(2026, 3, 12), date(2026, 3, 18), FreezeReason.DELOAD)
    assert rest_text(week) == "12 Mar 2026 to 18 Mar 2026, lighter week"
    assert rest_text(Rest(week.first, week.first, FreezeReason.ILLNESS)) == "12 Mar 2026, illness"


def test_a_whole_week_is_frozen_with_one_touch(host: QWidget, qtbot: QtBot) -> None:
    dialog = RestDialog(Theme(), host, (), FRIDAY, samples.RHYTHM.week_of(FRIDAY))
    dialog.open()
    dialog.this_week.click()
    assert len(dialog.answer.days) == 7
    dialog.first.show_day(FRIDAY + timedelta(days=30))
    assert dialog.answer.days == (FRIDAY + timedelta(days=30),)
    dialog.reject()


def test_an_edit_keeps_pain_and_what_it_does_not_show(host: QWidget) -> None:
    session = samples.sessions(4)[3]
    assert session.after is not None
    dialog = EditSessionDialog(Theme(), host, session, FRIDAY)
    dialog.open()
    assert dialog.answer == session
    dialog.after.choose(0)
    assert dialog.answer.after is not None
    assert dialog.answer.after.pain == session.after.pain
    dialog.reject()


def test_a_session_never_rated_stays_so_until_something_is_said(host: QWidget) -> None:
    session = samples.interrupted()
    dialog = EditSessionDialog(Theme(), host, session, FRIDAY)
    dialog.open()
    assert dialog.answer.after is None
    dialog.effort.choose(3)
    assert dialog.answer.after == AfterRating(effort=3)
    dialog.reject()


def test_a_session_of_a_dead_clock_keeps_its_day(host: QWidget) -> None:
    session = replace(samples.sessions(1)[0], day=date(1969, 12, 31))
    dialog = EditSessionDialog(Theme(), host, session, FRIDAY)
    assert dialog.answer.day == date(1969, 12, 31)


def test_what_is_pasted_is_kept_within_what_an_import_takes(host: QWidget) -> None:
    added = AddSessionDialog(Theme(), host, {}, FRIDAY)
    added.title.setText("Hip\x1b[2J\nclass")
    added.note.setPlainText("x\0" * 10_000)
    assert (added.answer.title, added.answer.note) == ("Hip [2J class", "x" * LONGEST_NOTE)
    rated = AfterDialog(Theme(), host, "Hip class", 6)
    rated.pains[1].click()
    rated.where.setText("groin\x07")
    assert rated.answer.pain.where == "groin"


@pytest.mark.parametrize(
    ("territory", "first"),
    [
        (QLocale.Country.Germany, 0),
        (QLocale.Country.Maldives, 4),
        (QLocale.Country.Egypt, 5),
        (QLocale.Country.UnitedStates, 6),
    ],
)
def test_the_systems_week_begins_on_a_day_that_an_import_takes(
    territory: QLocale.Country, first: int
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.AnyLanguage, territory))
    found = system_week_start()
    QLocale.setDefault(before)
    assert found == first
    assert begins_a_week(Rhythm(week_start=found).week_of(FRIDAY))
