"""The year as a grid: what it shows, what it says, and the day that is chosen."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.heatmap import Heatmap, YearModel
from ui import chart_samples as samples
from ui.chart_samples import FRIDAY

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def heatmap(qtbot: QtBot) -> Heatmap:
    made = Heatmap(Theme(), "Days")
    qtbot.addWidget(made)
    made.resize(1100, 200)
    made.show_days(samples.heat_days())
    made.show()
    return made


def test_the_model_holds_qts_rules(qtbot: QtBot) -> None:
    model = YearModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_days(samples.heat_days())
    model.show_days(())
    assert tester.model() is model


def test_a_week_is_a_column_and_days_to_come_are_empty(heatmap: Heatmap) -> None:
    year = heatmap.year
    assert (year.rowCount(), year.columnCount()) == (7, 53)
    today = year.place(FRIDAY)
    assert (today.row(), today.column()) == (4, 52)
    assert not year.flags(year.index(5, 52)) & Qt.ItemFlag.ItemIsEnabled
    assert not year.place(FRIDAY + timedelta(days=1)).isValid()


def test_a_screen_reader_hears_each_day(heatmap: Heatmap) -> None:
    table = QAccessible.queryAccessibleInterface(heatmap)
    days = {day.day: day for day in samples.heat_days()}
    place = heatmap.year.place(FRIDAY)
    assert place.data(Qt.ItemDataRole.AccessibleTextRole) == days[FRIDAY].words
    cell = table.child((1 + 4) * (1 + 53) + 1 + 52)  # its headers are children too
    assert cell.text(QAccessible.Text.Name) == days[FRIDAY].words


def test_months_and_weekdays_are_named_where_they_begin(heatmap: Heatmap) -> None:
    header = [heatmap.year.headerData(column, Qt.Orientation.Horizontal) for column in range(53)]
    named = [name for name in header if name]
    assert "2026" in named and "Jun" in named
    assert named.index("2026") < named.index("Feb") < named.index("Nov")
    assert heatmap.year.headerData(0, Qt.Orientation.Vertical) == "Monday"


def test_arrows_choose_days_and_tell(heatmap: Heatmap, qtbot: QtBot) -> None:
    heatmap.choose(FRIDAY)
    heatmap.setFocus()
    with qtbot.waitSignal(heatmap.day_chosen) as chosen:
        qtbot.keyClick(heatmap, Qt.Key.Key_Up)
    assert chosen.args == [FRIDAY - timedelta(days=1)]
    with qtbot.waitSignal(heatmap.day_chosen) as chosen:
        qtbot.keyClick(heatmap, Qt.Key.Key_Left)
    assert chosen.args == [FRIDAY - timedelta(days=8)]


def test_a_click_chooses_the_day_under_it(heatmap: Heatmap, qtbot: QtBot) -> None:
    place = heatmap.visualRect(heatmap.year.place(date(2026, 6, 1)))
    with qtbot.waitSignal(heatmap.day_chosen) as chosen:
        qtbot.mouseClick(heatmap.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert chosen.args == [date(2026, 6, 1)]


def test_fresh_values_keep_the_chosen_day_without_telling(heatmap: Heatmap, qtbot: QtBot) -> None:
    heatmap.choose(FRIDAY)
    with qtbot.assertNotEmitted(heatmap.day_chosen):
        heatmap.show_days(samples.heat_days())
    assert heatmap.currentIndex() == heatmap.year.place(FRIDAY)


@pytest.mark.parametrize("width", [380, 700, 1100, 2000])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_newest_weeks_that_have_room_are_shown(qtbot: QtBot, width: int, scale: int) -> None:
    made = Heatmap(Theme(scale=scale), "Days")
    qtbot.addWidget(made)
    made.resize(width, 200)
    made.show_days(samples.heat_days())
    made.show()
    hidden = [made.isColumnHidden(column) for column in range(53)]
    assert hidden == sorted(hidden, reverse=True)
    assert not hidden[-1]
    used = made.horizontalHeader().length() + made.verticalHeader().width()
    assert used <= width
    assert made.weeks_shown == 53 or used > width - 40 * scale / 100
