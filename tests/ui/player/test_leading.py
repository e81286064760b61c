"""One run in the window: its keys, its questions and its ends."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

import fakes
from longstride.core.history.session import AfterRating
from longstride.settings import load_settings
from longstride.ui.intentions.leading import Preview, Start
from longstride.ui.intentions.window import ChangeSettings
from longstride.ui.player.finish import Finish
from longstride.ui.player.leave_dialog import LeaveDialog
from ui.house import SHORT, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Build = Callable[..., House]


def test_space_pauses_and_goes_on(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_Space)
    assert not house.playing
    assert not house.speaker.hand.sounding
    house.key(Qt.Key.Key_Space)
    assert house.playing
    assert house.speaker.hand.sounding


def test_arrows_step(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_Right)
    assert house.step == 1
    house.key(Qt.Key.Key_Left)
    assert house.step == 0


def test_lighter_and_back_to_full(house: House) -> None:
    house.start()
    full = house.run.player.timeline.duration
    house.key(Qt.Key.Key_L)
    assert house.coach.lighter
    assert house.has_button("Back to full")
    lighter = house.run.player.timeline
    assert lighter.duration < full
    assert "Going lighter from here." in {cue.text for cue in lighter.cues}
    assert house.engine.records.journal.sessions()[0].lighter_from == 0
    house.hear_until(6000)
    house.key(Qt.Key.Key_L)
    assert not house.coach.lighter
    assert house.has_button("Go lighter")


def test_less_is_said_and_everything_again(house: House) -> None:
    house.start()
    full = house.run.player.timeline.duration
    house.key(Qt.Key.Key_V)
    assert house.coach.says_less
    assert house.has_button("Say everything")
    less = house.run.player.timeline
    assert less.duration < full
    assert fakes.PHRASES.says_less in {cue.text for cue in less.cues}
    house.hear_until(6000)
    house.press("Say everything")
    assert not house.coach.says_less
    assert house.has_button("Say less")
    house.wait_for_voice()


def test_the_sounds_are_explained_before_the_very_first_flow_only(house: House) -> None:
    fresh = replace(house.engine.settings, sounds_explained=False)
    house.application.want(ChangeSettings(fresh))
    house.start()
    first = house.run.player.timeline
    assert first.sounds_until > 0
    assert house.engine.settings.sounds_explained
    saved, _ = load_settings(house.engine.paths.settings_file)
    assert saved.sounds_explained
    house.key(Qt.Key.Key_Right)
    assert (house.seen, house.step) == (first.sounds_until, 0)
    house.key(Qt.Key.Key_Escape)
    house.press("End here")
    house.press("Done")
    house.start()
    assert house.run.player.timeline.sounds_until == 0


def test_the_sounds_are_explained_again_when_that_is_wanted(house: House) -> None:
    settings = replace(house.engine.settings, explain_sounds=True)
    house.application.want(ChangeSettings(settings))
    house.application.want(Preview(SHORT, 0))
    house.wait_until_led()
    assert house.run.player.timeline.sounds_until == 0
    house.key(Qt.Key.Key_Escape)
    house.start()
    assert house.run.player.timeline.sounds_until > 0
    assert not house.engine.settings.explain_sounds


def test_full_screen_by_key(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_F)
    house.qtbot.waitUntil(house.window.isFullScreen)
    assert house.engine.settings.player_fullscreen, "the next flow begins as this one is seen"
    house.key(Qt.Key.Key_F)
    house.qtbot.waitUntil(lambda: not house.window.isFullScreen())
    assert not house.engine.settings.player_fullscreen


def test_pages_get_back_the_window_they_had(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_F)
    house.qtbot.waitUntil(house.window.isFullScreen)
    house.key(Qt.Key.Key_Escape)
    house.press("Keep my place")
    house.qtbot.waitUntil(lambda: not house.window.isFullScreen())


def test_escape_asks_and_escape_goes_on(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_Escape)
    assert house.shown(LeaveDialog)
    assert not house.speaker.hand.sounding
    house.key(Qt.Key.Key_Escape)
    assert house.shown(LeaveDialog) is None
    assert house.playing


def test_what_was_paused_stays_paused(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_Space)
    house.key(Qt.Key.Key_Escape)
    house.key(Qt.Key.Key_Escape)
    assert house.leading
    assert not house.playing


def test_leaving_before_it_began_asks_nothing_and_waits_for_nobody(house: House) -> None:
    house.voice.may_speak.clear()
    house.application.want(Start("post-run-five", 3))
    house.qtbot.waitUntil(lambda: house.voice.said != [])
    house.key(Qt.Key.Key_Escape)
    assert not house.leading
    assert house.has_button("Start")
    house.application.want(Start("two-steps", None))
    house.voice.may_speak.set()
    house.wait_until_led()
    assert [session.flow for session in house.engine.records.journal.sessions()] == ["two-steps"]


def test_closing_while_preparing_closes(house: House) -> None:
    house.voice.may_speak.clear()
    house.application.want(Start("post-run-five", 3))
    house.qtbot.waitUntil(lambda: house.voice.said != [])
    house.window.close()
    house.qtbot.waitUntil(lambda: house.closed)
    assert house.engine.records.journal.count() == 0


def test_closing_in_the_middle_asks_first(house: House) -> None:
    house.start()
    assert not house.window.close()
    assert house.shown(LeaveDialog)
    assert not house.window.close()
    house.press("Go on")
    assert house.playing
    house.key(Qt.Key.Key_Escape)
    house.press("Keep my place")
    assert not house.closed


def test_closing_in_the_middle_closes_once_it_is_answered(house: House) -> None:
    house.start()
    house.window.close()
    house.press("Keep my place")
    house.qtbot.waitUntil(lambda: house.closed)
    assert house.engine.records.journal.interrupted() is not None


def test_closing_while_it_is_rated_keeps_the_answers(house: House) -> None:
    house.start()
    house.hear_to_the_end()
    house.shown(Finish).stiffness.choose(3)
    house.window.close()
    house.qtbot.waitUntil(lambda: house.closed)
    assert house.engine.records.journal.sessions()[0].after == AfterRating(stiffness=3)


def test_closing_while_nothing_is_rated_skips(house: House) -> None:
    house.start()
    house.hear_to_the_end()
    house.window.close()
    house.qtbot.waitUntil(lambda: house.closed)
    assert house.engine.records.journal.sessions()[0].after is None


def test_the_end_reached_while_leaving_is_an_end(house: House) -> None:
    house.start()
    house.run.seek(house.run.player.timeline.duration - 50)
    house.bridge._timer.stop()
    house.speaker.hand.go_to(house.run.player.timeline.duration)
    house.key(Qt.Key.Key_Escape)
    assert house.shown(Finish)
    assert house.shown(LeaveDialog) is None
    assert house.engine.records.journal.interrupted() is None


def test_nothing_ticks_once_it_is_over(house: House) -> None:
    house.start()
    bridge = house.bridge
    house.key(Qt.Key.Key_Escape)
    house.press("Keep my place")
    assert not bridge._timer.isActive()


def test_a_preview_leads_one_step_and_asks_and_keeps_nothing(house: House) -> None:
    house.application.want(Preview(SHORT, 1))
    house.wait_until_led()
    timeline = house.run.player.timeline
    assert {span.drill for span in timeline.spans} == {"couch-stretch"}
    assert timeline.title == "Preview"
    assert len({span.bout for span in timeline.spans}) == 1, "one side, once"
    house.speaker.hand.go_to(timeline.duration)
    house.qtbot.waitUntil(lambda: not house.leading)
    assert house.shown(Finish) is None
    assert house.engine.records.journal.sessions() == ()
    assert house.engine.records.journal.interrupted() is None


def test_a_preview_is_left_without_a_question(house: House) -> None:
    house.application.want(Preview(SHORT, 0))
    house.wait_until_led()
    house.key(Qt.Key.Key_Escape)
    assert not house.leading
    assert not house.speaker.hand.sounding
    assert house.shown(LeaveDialog) is None
    assert house.engine.records.journal.count() == 0
