"""It hurts, in the window: one key and one button, and what is asked afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import fakes
from longstride.core.history.pain import DULL_ADVICE, SHARP_ADVICE
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.timeline.step_record import Outcome
from longstride.ui.intentions.leading import Preview
from longstride.ui.player.finish import Finish
from ui.house import SHORT, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def kept(house: House) -> Session:
    (session,) = house.engine.records.journal.sessions()
    return session


@pytest.mark.parametrize("by", ["key", "button"])
def test_the_drill_is_left_and_it_is_said_and_seen(house: House, by: str) -> None:
    house.start()
    if by == "key":
        house.key(Qt.Key.Key_H)
    else:
        house.press("It hurts")
    assert house.playing
    assert house.step == 1
    assert house.speaker.hand.sounding
    assert fakes.PHRASES.hurt in {cue.text for cue in house.run.player.timeline.cues}
    assert "is left out" in house.page.parts.notice.text()
    assert {each.outcome for each in kept(house).steps} == {Outcome.SKIPPED}


def test_the_button_stays_while_the_others_fade(house: House) -> None:
    house.start()
    transport = house.page.parts.transport
    house.page.fade.timer.timeout.emit()
    house.qtbot.waitUntil(lambda: transport.play.strength == 0.0)
    assert transport.hurt.strength == 1.0


def test_afterwards_it_is_asked_where_and_how(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_H)
    house.hear_to_the_end()
    dialog = house.shown(Finish)
    assert not any(pain.isChecked() for pain in dialog.pains)
    assert dialog.advice.isVisible(), "never answered by silence"
    house.qtbot.keyClicks(dialog.where, "front of the left hip")  # H is a letter here
    dialog.pains[2].click()
    assert dialog.advice.accessibleName() == SHARP_ADVICE
    house.press("Done")
    assert not house.leading
    sharp = Pain(PainKind.SHARP, "front of the left hip")
    assert kept(house).after == AfterRating(pain=sharp)


def test_what_is_not_answered_stays_as_dull(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_H)
    house.hear_to_the_end()
    house.press("Done")
    assert kept(house).after == AfterRating(pain=Pain(PainKind.DULL))


@pytest.mark.parametrize("way", ["Keep my place", "End here"])
def test_it_is_asked_also_where_the_flow_is_left(house: House, way: str) -> None:
    house.start()
    house.key(Qt.Key.Key_H)
    house.key(Qt.Key.Key_Escape)
    house.press(way)
    assert house.shown(Finish)
    house.press("Done")
    assert not house.leading
    assert (house.engine.records.journal.interrupted() is not None) == (way == "Keep my place")


def test_under_the_question_the_key_does_nothing(house: House) -> None:
    house.start()
    house.hear_to_the_end()
    house.page.hurts.emit()
    assert len([each for each in house.window.findChildren(Finish) if each.isVisible()]) == 1
    assert kept(house).after is None


def test_paused_it_stays_paused_and_is_seen(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_Space)
    house.key(Qt.Key.Key_H)
    assert (house.playing, house.step) == (False, 1)
    house.key(Qt.Key.Key_Space)
    assert house.playing


def test_in_a_preview_it_ends_with_the_closing_words(house: House) -> None:
    house.application.want(Preview(SHORT, 0))
    house.wait_until_led()
    house.key(Qt.Key.Key_H)
    house.speaker.hand.go_to(house.run.player.timeline.duration)
    house.qtbot.waitUntil(lambda: not house.leading)
    assert house.engine.records.journal.count() == 0


def test_a_screen_reader_hears_what_is_advised(house: House) -> None:
    house.start()
    house.hear_to_the_end()
    dialog = house.shown(Finish)
    assert not dialog.advice.isVisible()
    dialog.something_hurt.click()
    dialog.pains[1].click()
    QApplication.processEvents()
    assert dialog.advice.accessibleName() == DULL_ADVICE
    dialog.pains[0].click()
    assert not dialog.advice.isVisible()
    assert dialog.answer == AfterRating()


def test_how_it_hurt_is_answered_by_keys_alone(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_H)
    house.hear_to_the_end()
    dialog = house.shown(Finish)
    house.qtbot.waitUntil(lambda: dialog.pains[2].x() > dialog.pains[0].x())
    dialog.pains[0].setFocus(Qt.FocusReason.TabFocusReason)
    house.key(Qt.Key.Key_Right)
    house.key(Qt.Key.Key_Right)
    house.key(Qt.Key.Key_Space)
    assert dialog.answer.pain.kind is PainKind.SHARP
    assert dialog.advice.accessibleName() == SHARP_ADVICE


@pytest.mark.parametrize("by", ["key", "button"])
def test_a_place_is_named_in_one_go_while_the_flow_goes_on(house: House, by: str) -> None:
    house.start("hip-extension-base")
    house.key(Qt.Key.Key_H)
    row = house.page.parts.places
    assert row.isVisible()
    assert house.playing
    place = house.run.nameable[0]
    if by == "key":
        house.key(Qt.Key.Key_1)
    else:
        row.buttons[0].click()
    assert not row.isVisible()
    assert house.playing
    assert place.value in house.notice
    after = kept(house).after
    assert after is not None
    assert after.pain == Pain(PainKind.DULL, place.value)
    house.key(Qt.Key.Key_2)  # which names nothing any more
    assert kept(house).after == after
