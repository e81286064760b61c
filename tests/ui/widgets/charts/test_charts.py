"""Plots and the chart that shows them: values, pointing, keys, words, pictures."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.chart import Chart, picture
from longstride.ui.widgets.charts.dates import date_ticks
from longstride.ui.widgets.charts.lines import Line, Lines
from longstride.ui.widgets.charts.plot import Plot, pieces, ticks
from ui import chart_samples as samples

# Only the offscreen screen says this, of any window that has a least size and of any tooltip.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

DAY = date(2026, 1, 1)
ROOM = QRectF(0, 0, 600, 300)
PLOTS: tuple[Plot, ...] = (
    samples.bars(1),
    samples.bars(12, fade=True, color="coral"),
    samples.bars(520, goal=10.0, goal_text="ten minutes"),
    samples.stems(1),
    samples.stems(60),
    samples.lines(1),
    samples.lines(40),
    samples.rows(4),
    samples.spark(),
)


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    made = Chart(Theme(), "Minutes")
    qtbot.addWidget(made)
    made.resize(600, 260)
    made.show_plot(samples.bars(12))
    made.show()
    return made


@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e4))
def test_marks_enclose_what_they_measure(least: float, span: float) -> None:
    marks = ticks(least, least + span)
    assert 2 <= len(marks) <= 7
    assert marks[0] <= least + 1e-5 and least + span <= marks[-1] + 1e-5
    assert list(marks) == sorted(set(marks))


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 9000), st.integers(2, 14))
def test_labels_of_days_are_few_and_inside(first: date, days: int, most: int) -> None:
    last = first + timedelta(days=days)
    found = [day for day, _ in date_ticks(first, last, most)]
    assert len(found) <= most
    assert all(first <= day <= last for day in found)
    assert found == sorted(found)


@pytest.mark.parametrize("plot", PLOTS, ids=lambda plot: plot.summary)
@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda palette: palette.name)
@pytest.mark.parametrize("scale", [100, 200])
def test_every_plot_leaves_a_picture_inside_its_room(
    qtbot: QtBot, plot: Plot, palette: object, scale: int
) -> None:
    theme = Theme(palette, scale)  # type: ignore[arg-type]
    height = plot.height(theme)
    image = QImage(640, height + 40, QImage.Format.Format_RGB32)
    ground = theme.color("surface")
    image.fill(ground)
    painter = QPainter(image)
    plot.paint(painter, QRectF(20, 20, 600, height), theme)
    painter.end()
    assert any(_ink(image, ground, y) for y in range(20, height + 20))
    assert not any(_ink(image, ground, y) for y in (0, 1, height + 38, height + 39))


def _ink(image: QImage, ground: QColor, y: int) -> bool:
    return any(image.pixelColor(x, y).rgb() != ground.rgb() for x in range(image.width()))


@pytest.mark.parametrize("plot", PLOTS, ids=lambda plot: plot.summary)
def test_every_value_has_words_and_a_place(qtbot: QtBot, plot: Plot) -> None:
    places = plot.places(ROOM, Theme())
    assert len(places) == len(plot.words)
    assert all(plot.words)
    assert all(place.width() > 0 and ROOM.contains(place.center()) for place in places)


def test_arrows_go_from_value_to_value_and_stop_at_the_ends(chart: Chart, qtbot: QtBot) -> None:
    assert chart.plot is not None
    words = chart.plot.words
    assert chart.marked == ""
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marked == words[-1]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marked == words[-2]
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.marked == words[-1]
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.marked == words[0]
    qtbot.keyClick(chart, Qt.Key.Key_PageDown)
    assert chart.marked == words[10]


def test_other_keys_go_on_to_the_page(chart: Chart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert chart.marked == ""


def test_a_screen_reader_hears_the_whole_and_each_value(chart: Chart, qtbot: QtBot) -> None:
    read = QAccessible.queryAccessibleInterface(chart)
    assert read.text(QAccessible.Text.Name) == "Minutes. 12 weeks"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert read.text(QAccessible.Text.Description) == chart.marked != ""


def test_the_pointer_finds_the_value_under_it(chart: Chart, qtbot: QtBot) -> None:
    assert chart.plot is not None
    places = chart.plot.places(chart.room(), Theme())
    for index in (0, 5, 11):
        qtbot.mouseMove(chart, places[index].center().toPoint())
        assert chart.marked == chart.plot.words[index]
    qtbot.mouseMove(chart, QPoint(2, 2))
    assert chart.marked == ""


def test_new_values_forget_what_was_marked(chart: Chart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_End)
    chart.show_plot(samples.bars(3))
    assert chart.marked == ""


def test_a_plot_without_values_takes_no_keys(chart: Chart) -> None:
    chart.show_plot(samples.spark())
    assert chart.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_days_a_few_hours_apart_keep_strips_apart(qtbot: QtBot) -> None:
    chance = random.Random(1)
    plot = samples.lines(chance.randint(20, 30))
    places = plot.places(ROOM, Theme())
    assert all(a.right() <= b.left() + 1 for a, b in pairwise(places))


def test_a_picture_is_sharp_and_carries_its_title(qtbot: QtBot) -> None:
    image = picture(samples.bars(4), "Minutes a week", Theme(LIGHT), width=500)
    assert image.width() == 1000
    assert image.height() > 500
    ground = Theme(LIGHT).color("surface")
    assert any(_ink(image, ground, y) for y in range(50, 130))


@given(st.integers(0, 40))
def test_the_pieces_of_a_line_hang_together(count: int) -> None:
    line = [QPointF(n, n % 3) for n in range(count)]
    found = list(pieces(line))
    assert [point for piece in found for point in piece[:-1]] == line[:-1]
    assert all(before[-1] == after[0] for before, after in pairwise(found))
    assert all(len(piece) > 1 for piece in found)


def test_a_ribbon_in_pieces_has_no_seam(qtbot: QtBot) -> None:
    """A level ribbon is of one colour all along."""
    level = Line("", "sea", tuple((DAY + timedelta(days=n), 5.0) for n in range(61)), error=3.0)
    plot = Lines((level,), (), "level", least=0, most=10, dots=False)
    image = QImage(640, 340, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    plot.paint(painter, QRectF(20, 20, 600, 300), Theme())
    painter.end()
    ground = QColor("white").rgb()
    within = range(200, 500)
    rows = [{image.pixelColor(x, y).rgb() for x in within} for y in range(340)]
    above_the_line = [row for row in rows if ground not in row][5:50]
    assert len(above_the_line) == 45
    for row in above_the_line:
        reds = [QColor(each).red() for each in row]
        assert max(reds) - min(reds) <= 2
