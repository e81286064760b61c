"""The end of a run: what stands there, one tap that rates and saves, and pain that is answered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from longstride.core.history.pain import DULL_ADVICE, SHARP_ADVICE
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.ui.look.theme import Theme
from longstride.ui.player.finish import Finish
from longstride.ui.player.finish_words import KEPT, REST, WELL_DONE, finish_week, finished
from ui import page_samples as samples
from ui import plan_samples, see_finish

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def opened(host: QWidget, **changes: object) -> Finish:
    page = see_finish.finish(Theme(reduced_motion=True), host, **changes)  # type: ignore[arg-type]
    page.open()
    return page


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("done", "each", "kept", "heading", "drills", "number", "unit"),
    [
        (9, 92, False, WELL_DONE, "All 9 drills", "13", "minutes"),
        (5, 30, False, WELL_DONE, "5 of 9 drills", "2", "minutes"),
        (4, 10, False, "4 of 9 drills", "", "40", "seconds"),
        (0, 0, False, "0 of 9 drills", "", "", "seconds"),
        (4, 92, True, KEPT, "4 of 9 drills", "6", "minutes"),
    ],
)
def test_what_it_came_to_is_a_fact(
    done: int, each: int, kept: bool, heading: str, drills: str, number: str, unit: str
) -> None:
    what = finished(see_finish.session(done, each), kept=kept)
    assert (what.heading, what.drills, what.number, what.unit) == (heading, drills, number, unit)
    assert what.done == frozenset(range(done))


def test_one_touch_rates_and_saves_and_another_takes_it_back(host: QWidget, qtbot: QtBot) -> None:
    page = opened(host)
    said: list[AfterRating] = []
    page.rated.connect(said.append)
    at = page.stiffness._cell(3).center().toPoint()
    qtbot.mouseClick(page.stiffness, Qt.MouseButton.LeftButton, pos=at)
    assert said == [AfterRating(3)]
    assert page.stiffness.change == "looser"
    assert page.isVisible()
    qtbot.mouseClick(page.stiffness, Qt.MouseButton.LeftButton, pos=at)
    assert said == [AfterRating(3), AfterRating()]


@pytest.mark.parametrize(
    ("before", "now", "word"),
    [(6, 3, "looser"), (6, 6, "the same"), (6, 5, "the same"), (6, 9, "stiffer"), (None, 3, "")],
)
def test_the_arc_says_in_a_word_what_it_means(
    host: QWidget, before: int | None, now: int, word: str
) -> None:
    page = opened(host, before=before)
    page.stiffness.choose(now)
    page.stiffness.grab()
    assert page.stiffness.change == word
    assert page.stiffness.accessibleDescription().startswith(f"answered {now}")
    assert word in page.stiffness.accessibleDescription()


def test_nothing_answered_tells_of_nothing(host: QWidget, qtbot: QtBot) -> None:
    page = opened(host)
    assert not any(pain.isChecked() for pain in page.pains)
    assert page.stiffness.answer is None
    with qtbot.assertNotEmitted(page.rated), qtbot.waitSignal(page.left):
        page.close_it.click()


def test_what_hurt_is_answered_at_once_and_kept(host: QWidget, qtbot: QtBot) -> None:
    page = opened(host)
    assert page.something_hurt.isVisible()
    with qtbot.waitSignal(page.rated) as told:
        page.something_hurt.click()
    assert told.args == [AfterRating(pain=Pain(PainKind.DULL))]
    assert page.advice.accessibleName() == DULL_ADVICE
    page.pains[2].click()
    assert page.advice.accessibleName() == SHARP_ADVICE
    assert REST in texts(page)
    assert WELL_DONE not in texts(page)
    page.where.setText("left knee")
    with qtbot.waitSignal(page.rated) as at_the_end:
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert at_the_end.args == [AfterRating(pain=Pain(PainKind.SHARP, "left knee"))]


def test_effort_and_note_unfold_and_are_kept(host: QWidget, qtbot: QtBot) -> None:
    page = opened(host)
    assert not page.note.isVisible()
    page.unfold.click()
    assert page.note.isVisible()
    page.effort.choose(5)
    page.note.setPlainText("Freer.")
    with qtbot.waitSignal(page.rated) as told:
        page.close_it.click()
    assert told.args == [AfterRating(effort=5, note="Freer.")]


def test_the_week_the_streak_and_what_is_next(host: QWidget) -> None:
    page = opened(host)
    shown = texts(page)
    assert "3 weeks" in shown
    assert "Mobility B is next, tomorrow." in shown
    assert "Done on Monday, Wednesday, Friday; frozen: Thursday" in shown


def test_after_sharp_pain_nothing_is_next(host: QWidget) -> None:
    page = opened(host)
    page.something_hurt.click()
    assert "Mobility B is next, tomorrow." in texts(page), "dull pain leaves the week as it is"
    page.pains[2].click()
    assert not any("next" in text for text in texts(page))
    page.pains[1].click()
    assert "Mobility B is next, tomorrow." in texts(page)


def test_sharp_pain_before_its_week_is_read_and_from_an_earlier_run(host: QWidget) -> None:
    early = opened(host, pain=Pain(PainKind.SHARP, "knee"))
    assert not any("next" in text for text in texts(early))
    newest, *older = samples.sessions(9)
    hurt = replace(newest, after=AfterRating(pain=Pain(PainKind.SHARP, "knee")))
    recent = samples.recent((hurt, *older), plan=plan_samples.now())
    assert finish_week(recent, see_finish.FLOWS).coming == ""


def test_what_would_load_what_hurts_is_not_called_next() -> None:
    newest, *older = samples.sessions(9)
    hurt = replace(older[0], after=AfterRating(pain=Pain(PainKind.SHARP, "somewhere")))
    recent = samples.recent((newest, hurt, *older[1:]), plan=plan_samples.now())
    assert hurt.day < recent.day
    assert finish_week(recent, see_finish.FLOWS).coming == ""


@pytest.mark.parametrize("scale", [100, 200])
def test_all_of_it_fits_beside_its_buttons(host: QWidget, qtbot: QtBot, scale: int) -> None:
    theme = Theme(scale=scale, reduced_motion=True)
    page = see_finish.finish(theme, host)
    page.open()
    qtbot.waitUntil(lambda: page.card.width() > 0 and page.close_it.y() >= 0)
    assert page.card.width() <= host.width()
    foot = page.close_it.parentWidget().parentWidget()  # type: ignore[union-attr]
    assert foot.geometry().bottom() <= host.height()
    assert page._scroll.geometry().bottom() <= foot.y()


def test_it_fills_in_motion_and_is_still_without(host: QWidget, qtbot: QtBot) -> None:
    still = opened(host)
    assert still._strip._filled == 1.0
    still.done(0)
    moving = see_finish.finish(Theme(), host)
    assert moving._strip._filled == 0.0
    moving.open()
    qtbot.waitUntil(lambda: moving._strip._filled == 1.0)
    moving.hide()
    assert moving._filling.state() is moving._filling.State.Stopped
