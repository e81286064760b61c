"""One notice at a time: its kind, its turn, its end, and what a screen reader hears of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.look.stylesheet import stylesheet
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.notice import Kind, Notice, Offer
from longstride.ui.widgets.notice_bar import NoticeBar

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NO_VOICE, NO_SOUND = "No voice was found.", "No sound device was found."
SAVED = Notice("Saved as chart.png.", Kind.DONE, answers=True)


class Heard(NoticeBar):
    """A notice bar that remembers what it had announced."""

    def __init__(self, theme: Theme) -> None:
        self.told: list[str] = []
        super().__init__(theme)

    def announce(self, text: str) -> None:
        self.told.append(text)


class Bar:
    """A notice bar on a window, and the hands to use it with."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.theme = Theme()
        self.bar = Heard(self.theme)
        QVBoxLayout(self.window).addWidget(self.bar)
        self.window.show()
        self.timer = self.bar.findChild(QTimer)

    def tell(self, key: str, notice: Notice | str) -> None:
        self.bar.show_notice(key, Notice(notice) if isinstance(notice, str) else notice)

    def press(self, name: str) -> None:
        (button,) = (
            each
            for each in self.bar.findChildren(QPushButton)
            if name in {each.text(), each.accessibleName()} and each.isVisible()
        )
        button.click()

    @property
    def reads(self) -> list[str]:
        return [each.text() for each in self.bar.findChildren(QLabel) if each.isVisible()]

    @property
    def row(self) -> QFrame:
        return next(each for each in self.bar.findChildren(QFrame) if each.property("role"))


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[Bar]:
    yield Bar(qtbot)


def test_three_at_once_are_shown_one_after_the_other(bar: Bar) -> None:
    for key, text in (("start", "Some settings."), ("voice", NO_VOICE), ("sound", NO_SOUND)):
        bar.tell(key, text)
    assert bar.reads == ["Some settings.", "2 more"]
    high = bar.bar.height()
    bar.press("Dismiss this notice")
    assert bar.reads == [NO_VOICE, "1 more"]
    bar.press("Dismiss this notice")
    assert bar.reads == [NO_SOUND]
    assert bar.bar.height() <= high
    bar.press("Dismiss this notice")
    assert not bar.bar.isVisible()


def test_it_is_painted_in_a_window_that_was_pictured_before(bar: Bar, qtbot: QtBot) -> None:
    bar.window.resize(600, 200)
    before = bar.window.grab().toImage()
    bar.tell("voice", NO_VOICE)
    qtbot.waitUntil(lambda: bar.reads == [NO_VOICE])
    assert bar.window.grab().toImage() != before


def test_a_trouble_that_was_dismissed_stays_away_until_it_is_new(bar: Bar) -> None:
    bar.tell("voice", NO_VOICE)
    bar.press("Dismiss this notice")
    bar.tell("voice", NO_VOICE)
    assert bar.bar.texts == ()
    bar.tell("voice", "The voice was lost.")
    assert bar.bar.texts == ("The voice was lost.",)
    bar.bar.drop_notice("voice")
    assert not bar.bar.isVisible()
    bar.tell("voice", NO_VOICE)
    assert bar.reads == [NO_VOICE]


def test_a_trouble_that_is_over_takes_its_notice_back_wherever_it_stands(bar: Bar) -> None:
    for key, text in (("voice", NO_VOICE), ("sound", NO_SOUND)):
        bar.tell(key, text)
    bar.bar.drop_notice("sound")
    assert bar.reads == [NO_VOICE]
    bar.tell("sound", NO_SOUND)
    bar.bar.drop_notice("voice")
    assert bar.reads == [NO_SOUND]


def test_no_sentence_is_said_twice(bar: Bar) -> None:
    bar.tell("lost", NO_VOICE)
    bar.tell("voice", NO_VOICE)
    assert bar.reads == [NO_VOICE]
    bar.press("Dismiss this notice")
    assert not bar.bar.isVisible()


def test_an_answer_does_not_wait_and_goes_by_itself(bar: Bar) -> None:
    bar.tell("voice", NO_VOICE)
    assert not bar.timer.isActive()
    bar.tell("saved", SAVED)
    assert bar.reads == [SAVED.text, "1 more"]
    assert bar.timer.isActive()
    assert bar.timer.interval() >= 5000
    bar.timer.timeout.emit()
    assert bar.reads == [NO_VOICE]
    assert not bar.timer.isActive()
    bar.tell("saved", SAVED)
    assert bar.reads[0] == SAVED.text


def test_it_stays_where_there_is_something_to_decide(bar: Bar) -> None:
    taken: list[str] = []
    undo = Offer("Undo", lambda: taken.append("undo"))
    bar.tell("deleted", Notice("Hips was deleted.", Kind.DONE, undo, answers=True))
    assert not bar.timer.isActive()
    bar.press("Undo")
    assert taken == ["undo"]
    assert not bar.bar.isVisible()


def test_it_stays_while_the_keyboard_is_on_it(bar: Bar, qtbot: QtBot) -> None:
    bar.tell("saved", SAVED)
    bar.window.activateWindow()
    qtbot.waitUntil(bar.window.isActiveWindow)
    cross = next(each for each in bar.bar.findChildren(QPushButton) if each.isVisible())
    cross.setFocus()
    bar.timer.timeout.emit()
    assert bar.reads == [SAVED.text]
    cross.clearFocus()
    bar.timer.timeout.emit()
    assert not bar.bar.isVisible()


def test_its_time_stands_still_while_nobody_sees_it(bar: Bar) -> None:
    bar.tell("saved", SAVED)
    bar.window.hide()
    assert not bar.timer.isActive()
    bar.window.show()
    assert bar.timer.isActive()


def test_each_kind_is_told_by_a_word_and_a_shape_and_a_colour(bar: Bar) -> None:
    looks = set()
    for kind in Kind:
        bar.tell("one", Notice("A sentence.", kind))
        assert bar.row.accessibleName() == f"{kind}: A sentence."
        looks.add(bytes(bar.row.grab().toImage().constBits()))  # type: ignore[call-overload]
    assert len(looks) == len(Kind)


@pytest.mark.parametrize("palette", [DARK, LIGHT])
def test_success_does_not_wear_the_colour_of_a_warning(bar: Bar, palette: Palette) -> None:
    bar.theme.change(palette, 100, False)
    bar.window.setStyleSheet(stylesheet(palette, 100))
    edges = []
    for kind in Kind:
        bar.tell("one", Notice("A sentence.", kind))
        image = bar.row.grab().toImage()
        edges.append(image.pixelColor(1, image.height() // 2).name().upper())
    assert edges == [palette.sea.upper(), palette.quiet.upper(), palette.amber.upper()]


def test_a_screen_reader_is_told_each_once(bar: Bar) -> None:
    bar.tell("voice", NO_VOICE)
    bar.tell("sound", NO_SOUND)
    assert bar.bar.told == [NO_VOICE]
    bar.press("Dismiss this notice")
    assert bar.bar.told == [NO_VOICE, NO_SOUND]
