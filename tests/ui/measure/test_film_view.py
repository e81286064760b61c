"""The page Measure used by hand: points by mouse and keyboard, frames, and two pictures in step."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from longstride.core.flow.drill import Side
from longstride.core.history.angle import By
from longstride.core.history.measure import MeasureKind
from longstride.ui.intentions import Intention
from longstride.ui.intentions.measure import (
    DeleteStill,
    FindFurthest,
    KeepAngle,
    LeadToFilm,
    OpenBeside,
    OpenFilm,
    SeeBeside,
    SeeFrame,
    StopFinding,
    SuggestPoints,
)
from longstride.ui.intentions.records import Measure
from longstride.ui.look.theme import Theme
from longstride.ui.measure.compare_pane import ANOTHER, BESIDE, OPEN
from longstride.ui.measure.film_view import FilmView
from longstride.ui.measure.guide_card import GuideCard
from longstride.ui.measure.page import MeasurePage
from longstride.ui.measure.placed import LEVEL, Mark
from longstride.ui.measure.stage import loupe_place
from longstride.ui.shown.film import Use
from ui import film_pictures as pictures
from ui import see_film

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot) -> MeasurePage:
    made = MeasurePage(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    made.activateWindow()
    made.show_measured(replace(see_film.measured(), stills=see_film.STILLS))
    return made


@pytest.fixture
def wishes(page: MeasurePage) -> list[Intention]:
    found: list[Intention] = []
    page.wants.connect(found.append)
    return found


@pytest.fixture
def film(page: MeasurePage) -> FilmView:
    """A clip that is open, no point on it."""
    page.open_film()
    see_film.open_clip(page.film)
    QApplication.processEvents()
    return page.film


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader is told."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if hasattr(event, "message"):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def angle(film: FilmView) -> str:
    return film.parts.number.number.text()


def test_every_point_is_placed_and_moved_without_a_mouse(film: FilmView, said: list[str]) -> None:
    number, handles = film.parts.number, film.parts.stage.handles
    for name, mark in (
        ("Place the level line", Mark.LEVEL_START),
        ("Place the shoulder", Mark.SHOULDER),
        ("Place the hip", Mark.HIP),
        ("Place the knee", Mark.KNEE),
    ):
        assert number.place.text() == name
        number.place.click()
        assert handles[mark].hasFocus()
    assert not number.place.isVisible()
    before = film.measuring.placed.points[Mark.KNEE]
    QTest.keyClick(handles[Mark.KNEE], Qt.Key.Key_Left)
    QTest.keyClick(handles[Mark.KNEE], Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    after = film.measuring.placed.points[Mark.KNEE]
    assert (before.x - after.x) * pictures.WIDTH == pytest.approx(1)
    assert (before.y - after.y) * pictures.HEIGHT == pytest.approx(10)
    assert f"{angle(film)[:-1]} degrees thigh behind the vertical" in said[-1]
    assert "from the left" in handles[Mark.KNEE].accessibleDescription()
    QTest.keyClick(handles[Mark.KNEE], Qt.Key.Key_Backtab)
    assert film.parts.stage.chosen is Mark.HIP


def test_the_loupe_stays_in_sight_where_the_page_is_scrolled(film: FilmView) -> None:
    stage, bar = film.parts.stage, film.verticalScrollBar()
    whole = loupe_place(stage, QPointF(), 150, 20)
    bar.setValue(stage.mapTo(film.widget(), QPoint()).y() + stage.height() // 3)
    top = stage.visibleRegion().boundingRect().top()
    assert top > 0
    assert top < loupe_place(stage, QPointF(), 150, 20).top()
    bar.setValue(bar.maximum())
    assert loupe_place(stage, QPointF(), 150, 20).bottom() <= stage.height()
    bar.setValue(0)
    assert loupe_place(stage, QPointF(), 150, 20) == whole


def test_points_are_put_by_clicks_and_dragged(film: FilmView) -> None:
    stage, left = film.parts.stage, Qt.MouseButton.LeftButton
    room = stage.picture_place()
    for mark, point in pictures.points(18).items():
        x, y = room.x() + point.x * room.width(), room.y() + point.y * room.height()
        QTest.mouseClick(stage, left, pos=QPoint(round(x), round(y)))
        assert mark in film.measuring.placed.points
    assert angle(film) in {"17°", "18°", "19°"}
    knee = stage.handles[Mark.KNEE]
    QTest.mousePress(knee, left)
    QTest.mouseMove(knee, knee.rect().center() + QPoint(-30, 0))
    QTest.mouseMove(knee, knee.rect().center() + QPoint(-10, 0))
    QTest.mouseRelease(knee, left)
    dragged = angle(film)
    assert dragged not in {"17°", "18°", "19°"}
    QTest.keyClick(knee, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert angle(film) in {"17°", "18°", "19°"}
    film.parts.number.redo.click()
    assert angle(film) == dragged


def test_suggested_points_look_different_until_they_are_taken(film: FilmView) -> None:
    film.parts.number.guess.click()
    assert not film.parts.number.guess.isEnabled()
    found = pictures.points(18, By.SUGGESTED)
    film.show_suggested(300, {mark: found[mark] for mark in tuple(Mark) if mark not in LEVEL})
    assert film.parts.number.guess.isEnabled()
    suggested = film.parts.stage.grab().toImage()
    assert film.parts.number.accept.isVisible()
    film.parts.number.accept.click()
    assert not film.parts.number.accept.isVisible()
    assert film.parts.stage.grab().toImage() != suggested
    film.show_suggested(299, found)  # of a frame that is not looked at any more
    assert film.measuring.placed.by_hand


def test_the_keyboard_stays_where_a_suggestion_was_asked_for(film: FilmView) -> None:
    guess = film.parts.number.guess
    guess.setFocus()
    guess.click()
    film.show_unsure("Nobody is seen clearly enough; place the points by hand.")
    assert guess.hasFocus()
    guess.click()
    film.parts.bar.next.setFocus()
    film.show_unsure("Nobody is seen clearly enough; place the points by hand.")
    assert film.parts.bar.next.hasFocus()


def test_how_to_film_knows_nothing_of_a_clip_that_is_closed(film: FilmView) -> None:
    see_film.place(film)
    guide = film.parts.guide
    assert "this clip: 240" in words_on(guide)
    assert "line set" in words_on(guide)
    film.invite(Use.STRIDE, "noise.mp4 cannot be read; choose another clip.")
    assert "this clip" not in words_on(guide)
    assert "line set" not in words_on(guide)


def words_on(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def test_frames_are_stepped_and_asked_for(film: FilmView, wishes: list[Intention]) -> None:
    shift, strip = Qt.KeyboardModifier.ShiftModifier, film.parts.strip
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right, shift)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    QTest.keyClick(film.parts.number.place, Qt.Key.Key_Right)
    film.parts.bar.back.click()
    film.parts.bar.back.click()
    assert wishes == [SeeFrame(n) for n in (301, 311, 0, 1, 0)]
    assert film.waits
    film.show_frame(0, pictures.runner(0))
    assert (film.measuring.frame, film.waits) == (0, False)


def test_what_is_wanted_of_a_clip_is_said(film: FilmView, wishes: list[Intention]) -> None:
    see_film.place(film)
    parts = film.parts
    for pressed in (parts.another, parts.number.guess, parts.finding.search, parts.finding.stop):
        pressed.click()
    parts.number.save.click()
    marks = film.measuring.marks
    assert wishes == [
        OpenFilm(Use.STRIDE),
        SuggestPoints(300, Side.RIGHT),
        FindFurthest(Side.RIGHT),
        StopFinding(),
        KeepAngle(Use.STRIDE, 300, marks, 1_250_000, 240),
    ]
    film.show_found(120, pictures.points(16, By.SUGGESTED), "Furthest back.")
    assert wishes[-1] == SeeFrame(120)
    film.show_frame(120, pictures.runner(16))
    assert (film.measuring.frame, angle(film)) == (120, "16°")
    assert not film.measuring.placed.by_hand


def test_one_guide_stands_at_a_time_and_can_be_hidden(page: MeasurePage) -> None:
    page.open_film()
    for use in (Use.STRIDE, Use.THOMAS, Use.STRIDE):
        page.film.invite(use)
        shown = [each for each in page.findChildren(GuideCard) if each.isVisible()]
        assert shown == [page.film.parts.guide]
        assert not page.film.parts.guide.close_it.isVisible()
    see_film.open_clip(page.film)
    page.film.parts.guide.close_it.click()
    assert not page.film.parts.guide.isVisible()
    page.film.parts.how.click()
    assert page.film.parts.guide.isVisible()


def test_it_plays_until_it_is_hidden(film: FilmView, page: MeasurePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(film.hands.playing.due):
        film.parts.bar.play.click()
    assert film.hands.playing.on
    page.close_film()
    assert not film.hands.playing.on


def test_the_overview_leads_to_each_number(page: MeasurePage, wishes: list[Intention]) -> None:
    page.stride.click()
    page.thomas.click()
    for kind in (MeasureKind.CADENCE, MeasureKind.THIGH_BACK):
        page.numbers.tiles[kind].enter.click()
    assert wishes == [
        LeadToFilm(Use.STRIDE),
        LeadToFilm(Use.THOMAS),
        Measure(MeasureKind.CADENCE),
        LeadToFilm(Use.STRIDE),
    ]


def test_two_clips_are_locked_and_each_is_nudged(
    page: MeasurePage, film: FilmView, wishes: list[Intention]
) -> None:
    compare = page.compare
    film.parts.compare.click()
    compare.panes[0].chosen.emit(ANOTHER)
    assert wishes[-1] == OpenBeside()
    page.show_beside(replace(see_film.CLIP, name="march.mp4"))
    assert wishes[-1] == SeeBeside(0)
    compare.panes[0].next.click()
    assert wishes[-1] == SeeBeside(1)
    compare.bar.lock.click()
    compare.bar.line.setValue(40)
    assert wishes[-2:] == [SeeBeside(10), SeeFrame(309)]
    compare.panes[1].next.click()
    assert wishes[-1] == SeeFrame(310)
    image = pictures.runner(3)
    page.show_frame(310, image)
    page.show_beside_frame(9, image)  # of a frame that was passed
    assert compare.panes[1].stage.image == image
    assert compare.panes[0].stage.image != image
    assert compare.verdict.word == "Nothing to say yet"
    assert {BESIDE, OPEN} <= set(compare.panes[0].choice.values)


def test_two_stills_are_compared_and_one_is_deleted(
    page: MeasurePage, wishes: list[Intention]
) -> None:
    page.open_compare(UUID(int=3))
    assert page.compare.verdict.word == "Maybe more"
    assert [pane.choice.value for pane in page.compare.panes] == [UUID(int=3), UUID(int=1)]
    page.compare.panes[1].chosen.emit(UUID(int=4))  # of another test
    assert page.compare.verdict.word == "Nothing to say yet"
    page.compare.back.emit()
    assert page.currentWidget() is page.overview
    page.stills.wants.emit(DeleteStill(see_film.STILLS[0]))
    assert wishes[-1] == DeleteStill(see_film.STILLS[0])
