"""The scale of 0 to 10, the layouts that follow the width, the painted rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from longstride.ui.look.stylesheet import stylesheet
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.rating import STIFFNESS_WORDS, Rating
from longstride.ui.widgets.text import Pills, breakable, label, overline
from longstride.ui.widgets.week_dots import Dot, WeekDots

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def rating(qtbot: QtBot) -> Rating:
    made = Rating(Theme(), "How stiff?", STIFFNESS_WORDS)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_each_cell_answers_where_it_is_painted(rating: Rating, qtbot: QtBot) -> None:
    width = rating.width() / 11
    for number in range(11):
        place = QPoint(round((number + 0.5) * width), 10)
        qtbot.mouseClick(rating, Qt.MouseButton.LeftButton, pos=place)
        assert rating.answer == number
    qtbot.mouseClick(rating, Qt.MouseButton.LeftButton, pos=place)
    assert rating.answer is None


def test_figures_arrows_and_taking_back(rating: Rating, qtbot: QtBot) -> None:
    heard: list[int | None] = []
    rating.rated.connect(heard.append)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_7,
        Qt.Key.Key_1,
        Qt.Key.Key_0,
        Qt.Key.Key_0,
        Qt.Key.Key_End,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Delete,
    ):
        qtbot.keyClick(rating, key)
    assert heard == [0, 1, 7, 1, 10, 0, 10, 9, 0, None]


@pytest.mark.parametrize("scale", [100, 200])
def test_a_narrow_room_never_cuts_the_words_off(qtbot: QtBot, scale: int) -> None:
    theme = Theme()
    theme.change(theme.palette, scale, False)
    room = QWidget()
    qtbot.addWidget(room)
    room.setStyleSheet(stylesheet(theme.palette, scale))
    column = QVBoxLayout(room)
    made = Rating(theme, "How stiff?", STIFFNESS_WORDS)
    column.addWidget(made)
    room.show()
    room.resize(room.minimumSizeHint())
    assert made.height() >= made.sizeHint().height()


def test_a_screen_reader_finds_a_slider_with_its_words(rating: Rating) -> None:
    face = QAccessible.queryAccessibleInterface(rating)
    assert face.role() is QAccessible.Role.Slider
    assert face.text(QAccessible.Text.Name) == "How stiff?"
    assert "not answered" in face.text(QAccessible.Text.Description)
    rating.choose(7)
    assert "answered 7" in face.text(QAccessible.Text.Description)
    assert "7 stiff" in face.text(QAccessible.Text.Description)


def fixed(width: int, height: int) -> QWidget:
    made = QWidget()
    made.setFixedSize(width, height)
    return made


@given(widths=st.lists(st.integers(10, 300), min_size=1, max_size=12), room=st.integers(300, 900))
def test_a_row_that_breaks_never_overlaps_or_leaves_its_room(
    qapp: object, widths: list[int], room: int
) -> None:
    holder = QWidget()
    row = FlowLayout(holder, gap=6)
    items = [fixed(width, 20 + width % 17) for width in widths]
    for item in items:
        row.addWidget(item)
    holder.resize(room, row.heightForWidth(room))
    row.activate()
    places = [item.geometry() for item in items]
    assert all(place.right() < room and place.bottom() < holder.height() for place in places)
    assert not any(
        one.intersects(other) for i, one in enumerate(places) for other in places[i + 1 :]
    )
    holder.deleteLater()


def test_columns_stack_when_they_have_no_room(qtbot: QtBot) -> None:
    theme = Theme()
    columns = Reflow(theme, 600)
    qtbot.addWidget(columns)
    one, two = QLabel("one"), QLabel("two")
    for each in (one, two):
        each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        columns.add(each)
    columns.resize(700, 300)
    columns.show()
    assert not columns.is_stacked
    columns.resize(500, 300)
    assert columns.is_stacked
    columns.resize(700, 300)
    theme.change(theme.palette, 200, False)
    assert columns.is_stacked


def test_pills_replace_each_other(qtbot: QtBot) -> None:
    pills = Pills(("a", "b"))
    qtbot.addWidget(pills)
    pills.show_texts(("c",))
    shown = [each.text() for each in pills.findChildren(QLabel) if not each.isHidden()]
    assert shown == ["c"]


def test_text_is_never_markup(qtbot: QtBot) -> None:
    for made in (label("<b>x</b>"), label("<b>x</b>", wrap=True), overline("<b>x</b>")):
        qtbot.addWidget(made)
        assert made.textFormat() is Qt.TextFormat.PlainText
    assert overline("This week").accessibleName() == "This week"


@given(st.text())
def test_breaking_long_words_loses_nothing(text: str) -> None:
    assert breakable(text).replace("\u00ad", "") == text.replace("\u00ad", "")


@pytest.mark.parametrize(
    "path",
    [
        "/home/anna/.config/longstride/settings.broken-1.json",
        "/home/anna/.local/state/longstride/longstride-run-2026-11-22-180400.json.",
        "/tmp/longstride-run-2026-11-22-180400-1a2b3c4d.json.",
        "/home/anna/.local/share/longstride/backups/journal-20261122T180400Z.sqlite",
    ],
)
def test_a_path_is_shown_and_copied_as_it_is(qtbot: QtBot, path: str) -> None:
    """A hyphen at the end of a line would seem to belong to it, and come along unseen."""
    made = label(path, wrap=True)
    qtbot.addWidget(made)
    assert made.text() == path
    assert made.heightForWidth(200) > made.heightForWidth(1200), "it breaks at its slashes"


def test_a_long_word_gives_way_to_a_narrow_column(qtbot: QtBot) -> None:
    made = label("Donaudampfschifffahrtsgesellschaftskapitän", wrap=True)
    qtbot.addWidget(made)
    assert made.heightForWidth(120) > made.heightForWidth(900)


def test_the_week_says_what_it_paints(qtbot: QtBot) -> None:
    week = WeekDots(Theme())
    qtbot.addWidget(week)
    week.show_days((Dot("Monday", "done"), Dot("Tuesday", "frozen", today=True)))
    assert week.text() == "Done on Monday; frozen: Tuesday"
    week.show_days((Dot("Monday", "open", today=True),))
    assert week.text() == "Nothing done yet this week"


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_cells_are_large_enough_to_hit(qtbot: QtBot, scale: int) -> None:
    rating = Rating(Theme(scale=scale), "How stiff?", STIFFNESS_WORDS)
    qtbot.addWidget(rating)
    assert rating.sizeHint().height() >= 44
    assert rating.sizeHint().width() / 11 >= 30
