"""The records in the whole window: read, changed, deleted, had back, saved."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.session import AfterRating
from longstride.core.history.week import Freeze, FreezeReason
from longstride.paths import Paths
from longstride.ui.intentions.records import Look
from longstride.ui.records.add_session_dialog import AddSessionDialog
from longstride.ui.records.edit_session_dialog import EditSessionDialog
from longstride.ui.records.explain_dialog import ExplainDialog
from longstride.ui.records.measure_dialog import MeasureDialog
from longstride.ui.records.rest_dialog import RestDialog
from longstride.ui.review.report_dialog import ReportDialog
from longstride.ui.shown.after_dialog import AfterDialog
from longstride.ui.shown.past import Range
from ui import page_samples as samples
from ui.house import SHORT_FLOW, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Build = Callable[..., House]
SHIFT = timedelta(days=2)  # the samples end on a Friday, the house stands on a Sunday


@pytest.fixture
def lived_in(build: Build) -> House:
    """A window over a journal with six sessions, on Review."""
    house = build()
    for session in samples.sessions(6):
        house.engine.records.journal.begin(session)
    house.open()
    house.window.show_page("review")
    house.qtbot.waitUntil(lambda: rows(house) == 6)
    return house


def review(house: House) -> Any:
    return house.window.page("review")


def rows(house: House) -> int:
    return int(review(house).sessions.table.model().rowCount())


def days(house: House) -> dict[object, int]:
    return {total.day: total.sessions for total in house.engine.records.journal.day_totals()}


def test_deleted_is_gone_everywhere_until_it_is_undone(lived_in: House) -> None:
    lived_in.press("Delete")
    lived_in.qtbot.waitUntil(lambda: rows(lived_in) == 5)
    assert lived_in.engine.records.journal.count() == 5
    assert lived_in.window.notices == ("Hip extension base was deleted.",)
    lived_in.press("Undo")
    lived_in.qtbot.waitUntil(lambda: rows(lived_in) == 6)
    assert lived_in.window.notices == ()


def test_an_edit_is_kept_and_shown(lived_in: House) -> None:
    lived_in.press("Edit")
    dialog = lived_in.shown(EditSessionDialog)
    dialog.after.choose(1)
    dialog.note.setPlainText("  Much freer.  ")
    dialog.day.show_day(samples.FRIDAY - timedelta(days=1))
    lived_in.press("Save")
    details = review(lived_in).sessions.details
    lived_in.qtbot.waitUntil(lambda: "“Much freer.”" in details.texts)
    kept = lived_in.engine.records.journal.sessions()[0]
    assert kept.after is not None
    assert (kept.after.stiffness, kept.after.effort) == (1, 4)
    assert kept.day == samples.FRIDAY - timedelta(days=1)


def test_an_edit_left_alone_writes_nothing(lived_in: House) -> None:
    before = lived_in.engine.records.journal.sessions()
    lived_in.press("Edit")
    lived_in.press("Save")
    assert lived_in.engine.records.journal.sessions() == before


def test_a_flow_done_without_the_program_counts_in_full(lived_in: House) -> None:
    lived_in.press("Add a session")
    dialog = lived_in.shown(AddSessionDialog)
    dialog.before.choose(6)
    dialog.after.choose(3)
    lived_in.press("Add")
    lived_in.qtbot.waitUntil(lambda: rows(lived_in) == 7)
    added = lived_in.engine.records.journal.sessions()[0]
    assert added.title == "Hip extension base"
    assert added.after == AfterRating(3)
    assert {step.outcome.value for step in added.steps} == {"done"}
    assert added.seconds > 300
    assert added.day in days(lived_in)


def test_something_else_needs_a_name_and_minutes(lived_in: House) -> None:
    lived_in.press("Add a session")
    dialog = lived_in.shown(AddSessionDialog)
    dialog.flows.setCurrentIndex(len(dialog.flows.values) - 1)
    dialog.flows.activated.emit(dialog.flows.currentIndex())
    lived_in.press("Add")
    assert dialog.trouble.text() == "Say in a few words what it was."
    dialog.title.setText("Hip class")
    dialog.minutes.setText("45")
    lived_in.press("Add")
    lived_in.qtbot.waitUntil(lambda: rows(lived_in) == 7)
    assert lived_in.engine.records.journal.sessions()[0].seconds == 45 * 60


def test_search_reads_while_one_types(lived_in: House) -> None:
    lived_in.qtbot.keyClicks(review(lived_in).sessions.search, "Eccentric")
    lived_in.qtbot.waitUntil(lambda: rows(lived_in) == 2)
    review(lived_in).sessions.search.clear()
    lived_in.qtbot.waitUntil(lambda: rows(lived_in) == 6)


def test_a_day_of_the_year_finds_its_sessions(lived_in: House) -> None:
    review(lived_in).year.heatmap.choose(samples.FRIDAY)
    lived_in.qtbot.waitUntil(lambda: rows(lived_in) == 1)


def test_a_longer_look_back_shows_more(lived_in: House) -> None:
    old = samples.sessions(200)[199]
    lived_in.engine.records.journal.begin(old)
    review(lived_in).wants.emit(Look(Range.ALL))
    lived_in.qtbot.waitUntil(lambda: review(lived_in).range is Range.ALL)
    lived_in.qtbot.waitUntil(lambda: len(review(lived_in).cards["minutes"].chart.plot.bars) > 50)


def test_measurements_are_entered_and_drawn(lived_in: House) -> None:
    lived_in.press("Enter numbers")
    dialog = lived_in.shown(MeasureDialog)
    for side, field in dialog.form.thighs.items():
        field.setText("44")
        for tried, drop in zip(dialog.form.tries[side], ("8", "12", "9,5"), strict=True):
            tried.clear()
            lived_in.qtbot.keyClicks(tried, drop)
    lived_in.press("Save")
    lived_in.press("Done")
    lived_in.qtbot.waitUntil(lambda: review(lived_in).measures.chart.plot is not None)
    left, right = lived_in.engine.records.journal.measurements(MeasureKind.THOMAS_ANGLE)
    assert round(left.value, 1) == round(right.value, 1) == 12.5
    assert left.protocol == "drop 9.5 cm, thigh 44 cm, middle of 3 tries"
    assert "12.5°" in review(lived_in).measures.chart.text()


def test_the_numbers_of_a_flow_that_measures_are_asked_for_after_it(
    build: Build, paths: Paths
) -> None:
    head, *_ = SHORT_FLOW.partition("[[step]]")
    bridge = '[[step]]\ndrill = "single-leg-bridge-hold"\nhold = 20\n'
    own = f'occasions = ["measure"]\n{head}{bridge}'
    (paths.flows / "own-check.toml").write_text(own)
    house = build(fresh=True).open().start("own-check")
    house.hear_to_the_end()
    house.press("Done")
    house.qtbot.waitUntil(lambda: house.shown(MeasureDialog) is not None)
    assert house.shown(MeasureDialog).outcome.text() == "left 20 s · right 20 s"
    house.press("Save")
    house.press("Done")
    journal = house.engine.records.journal
    house.qtbot.waitUntil(lambda: len(journal.measurements(MeasureKind.BRIDGE_HOLD)) == 2)


def test_days_are_frozen_and_count_again(lived_in: House) -> None:
    lived_in.window.show_page("today")
    lived_in.press("Rest days")
    dialog = lived_in.shown(RestDialog)
    dialog.first.show_day(samples.FRIDAY - SHIFT)
    dialog.last.show_day(samples.FRIDAY - timedelta(days=1))
    dialog.reasons.button(3).click()
    lived_in.press("Freeze these days")
    dots = lived_in.window.page("today").week.dots
    lived_in.qtbot.waitUntil(lambda: dots.text().endswith("frozen: Thursday"))
    journal = lived_in.engine.records.journal
    assert journal.freezes() == tuple(
        Freeze(samples.FRIDAY - timedelta(days=n), FreezeReason.TRAVEL) for n in (2, 1)
    )
    lived_in.press("Rest days")
    lived_in.press("Let them count")
    lived_in.qtbot.waitUntil(lambda: "frozen" not in dots.text())
    assert journal.freezes() == ()


def test_the_goal_of_the_week_is_kept(lived_in: House) -> None:
    lived_in.window.show_page("today")
    target = lived_in.window.page("today").week.target
    target.setCurrentIndex(3)
    target.activated.emit(3)
    lived_in.qtbot.waitUntil(lambda: lived_in.engine.records.journal.weeks() != ())
    assert lived_in.engine.records.journal.weeks()[0].target == 5


def test_an_answer_left_out_is_asked_for_again_on_today(house: House) -> None:
    house.start(stiffness=6)
    house.hear_to_the_end()
    house.press("Done")
    house.press("Answer")
    house.shown(AfterDialog).stiffness.choose(2)
    house.press("Save")
    house.qtbot.waitUntil(lambda: not house.has_button("Answer"))
    assert house.engine.records.journal.sessions()[0].after == AfterRating(2)


def test_an_answer_can_be_left_for_good(house: House) -> None:
    house.start()
    house.hear_to_the_end()
    house.press("Done")
    house.press("Leave it")
    house.qtbot.waitUntil(lambda: not house.has_button("Answer"))
    assert house.engine.records.journal.sessions()[0].after == AfterRating()


def test_how_the_score_is_made_is_said(lived_in: House) -> None:
    lived_in.window.show_page("today")
    lived_in.press("What counts?")
    assert lived_in.shown(ExplainDialog) is not None
    lived_in.press("Good")


def save_as(house: House, path: Path) -> None:
    house.qtbot.waitUntil(lambda: house.window.findChildren(QFileDialog) != [])
    dialog = house.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_a_chart_is_saved_as_a_picture(lived_in: House, tmp_path: Path) -> None:
    lived_in.press("Save as PNG: At work, min per week")
    save_as(lived_in, tmp_path / "chart.png")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert lived_in.window.notices == (f"Saved as {tmp_path / 'chart.png'}.",)


def test_the_page_is_saved_as_a_report(lived_in: House, tmp_path: Path) -> None:
    journal = lived_in.engine.records.journal
    for measurement in samples.measurements():
        journal.measure(measurement)
    lived_in.press("Report as PDF")
    lived_in.qtbot.waitUntil(lambda: lived_in.shown(ReportDialog) is not None)
    lived_in.shown(ReportDialog).name.setText("Анна Läufer")
    lived_in.press("Choose where to save it")
    save_as(lived_in, tmp_path / "report.pdf")
    written = (tmp_path / "report.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") >= 3
    assert b"/Subtype /Image" not in written


def test_a_place_that_cannot_be_written_is_said(lived_in: House, tmp_path: Path) -> None:
    lived_in.press("Report as PDF")
    lived_in.press("Choose where to save it")
    save_as(lived_in, tmp_path / "nowhere" / "report.pdf")
    (notice,) = lived_in.window.notices
    assert "cannot be written" in notice
    assert notice.endswith("choose another place or make room.")


def test_weeks_begin_where_the_athlete_says(lived_in: House) -> None:
    lived_in.window.show_page("settings")
    choice = lived_in.window.page("settings").choices["week_start"]
    choice.setCurrentIndex(3)
    choice.activated.emit(3)
    lived_in.window.show_page("review")
    lived_in.press("Add a session")
    calendar = lived_in.shown(AddSessionDialog).day.calendarWidget()
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Sunday
    lived_in.press("Cancel")
    grid = review(lived_in).year.heatmap.year
    lived_in.qtbot.waitUntil(lambda: grid.headerData(0, Qt.Orientation.Vertical) == "Sunday")


def test_a_measurement_has_the_moment_it_was_entered(lived_in: House) -> None:
    lived_in.press("Enter numbers")
    dialog = lived_in.shown(MeasureDialog)
    dialog.kinds.setCurrentIndex(dialog.kinds.values.index(MeasureKind.HIP_THRUST))
    dialog.kinds.activated.emit(0)
    dialog.form.value.setText("60")
    dialog.form.reps.setText("8")
    lived_in.press("Save")
    lived_in.qtbot.waitUntil(lambda: lived_in.engine.records.journal.measurements() != ())
    kept: Measurement = lived_in.engine.records.journal.measurements()[0]
    assert (kept.value, kept.reps, kept.taken) == (60, 8, lived_in.engine.now())
    lived_in.press("Done")
