"""The whole window, used as an athlete uses it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from longstride.core.flow.manner import Manner
from longstride.core.flow.talk import Talk
from longstride.core.history.pain import SHARP_ADVICE
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.paths import Paths
from longstride.sound.state import SoundState
from longstride.ui.intentions.leading import Start
from longstride.ui.player.finish import Finish
from ui.house import NO_VOICE, SHORT, House

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_nothing_is_read_before_the_window_stands(build: Build) -> None:
    house = build(fresh=True)
    assert {"library", "journal"}.isdisjoint(house.engine.__dict__)
    house.open()
    house.reads("Start with Hip extension base.")
    assert "library" in house.engine.__dict__
    assert house.window.notices == ()


def test_from_a_click_to_the_review(house: House) -> None:
    today = house.window.page("today")
    today.next_flow.stiffness.choose(5)
    house.press("Start")
    house.wait_until_led()
    assert house.coach.flow.id == "hip-extension-base"
    house.key(Qt.Key.Key_Escape)
    house.press("End here")
    dialog = house.shown(Finish)
    dialog.stiffness.choose(2)
    dialog.effort.choose(6)
    dialog.something_hurt.click()
    dialog.pains[2].click()
    dialog.where.setText("left groin")
    assert dialog.advice.isVisible()
    assert dialog.advice.accessibleName() == SHARP_ADVICE
    house.press("Done")
    house.reads("5 → 2")
    house.window.show_page("review")
    details = house.window.page("review").sessions.details
    house.qtbot.waitUntil(lambda: "Pain: sharp, left groin." in details.texts)
    session = house.engine.records.journal.sessions()[0]
    assert session.stiffness_before == 5
    assert session.after == AfterRating(2, 6, Pain(PainKind.SHARP, "left groin"))


def test_what_hurts_is_not_offered_on_the_next_screen(house: House) -> None:
    house.press("Start")
    house.wait_until_led()
    house.hear_to_the_end()
    dialog = house.shown(Finish)
    dialog.something_hurt.click()
    dialog.pains[2].click()
    dialog.where.setText("front of the left hip")
    house.press("Done")
    house.reads(SHARP_ADVICE)
    house.reads("The front of the hip hurt sharply on")
    assert not any(map(house.has_button, ("Start", "Do another", "Choose a flow all the same")))
    tomorrow = house.engine.now() + timedelta(days=1)
    house.engine.now = lambda: tomorrow
    house.application.showing.records.read_recent(afresh=True)
    house.reads("Every flow here works on the front of the hip: let it rest until it is better.")
    assert not house.has_button("Start")
    assert house.has_button("Choose a flow all the same")


def test_a_flow_to_its_end(house: House) -> None:
    house.start(stiffness=4)
    house.hear_to_the_end()
    house.press("Done")
    session = house.engine.records.journal.sessions()[0]
    assert session.ended
    assert session.next_step == 2
    assert session.after is None
    assert not house.leading
    house.reads("Done for today.")


def test_the_place_is_kept_and_offered(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_Right)
    house.key(Qt.Key.Key_Escape)
    house.press("Keep my place")
    house.press("Go on")
    house.wait_until_led()
    assert house.step == 1
    assert house.run.player.position == house.run.player.timeline.step_starts[1]
    house.hear_to_the_end()
    house.press("Done")
    assert len(house.engine.records.journal.sessions()) == 1
    house.qtbot.waitUntil(lambda: not house.has_button("Go on"))


def test_a_place_can_be_let_go(house: House) -> None:
    house.start()
    house.key(Qt.Key.Key_Escape)
    house.press("Keep my place")
    house.press("Leave it there")
    house.qtbot.waitUntil(lambda: not house.has_button("Go on"))
    assert house.engine.records.journal.interrupted() is None


def test_the_next_start_offers_what_a_kill_cut_off(build: Build, paths: Paths) -> None:
    killed = build().open().start()
    killed.key(Qt.Key.Key_Right)
    again = build(paths).open()
    assert again.has_button("Go on")
    again.reads("stopped at step 2 of 2")


def test_the_end_of_the_program_keeps_the_place(build: Build, paths: Paths) -> None:
    house = build().open().start()
    work = next(span for span in house.run.player.timeline.spans if span.phase.is_work)
    house.hear_until(work.start + 8000)
    house.application.close()
    [step] = house.engine.records.journal.sessions()[0].steps[:1]
    assert step.seconds > 0
    assert house.engine.records.journal.interrupted() is not None


def test_two_quick_starts_are_one(house: House) -> None:
    house.application.want(Start(SHORT, None))
    house.application.want(Start("post-run-five", None))
    house.wait_until_led()
    assert house.coach.flow.id == SHORT
    assert house.engine.records.journal.count() == 1


def test_a_sample_never_sounds_over_a_flow(house: House) -> None:
    house.window.show_page("settings")
    house.voice.may_speak.clear()
    house.press("Hear it")
    house.application.want(Start(SHORT, None))
    house.voice.may_speak.set()
    house.wait_until_led()
    assert set(house.engine.mixed) == {SHORT}


def test_another_way_to_say_it_for_one_flow(house: House) -> None:
    house.application.want(Start(SHORT, None, Manner(Talk.TONES)))
    house.wait_until_led()
    assert not any(cue.text for cue in house.run.player.timeline.cues if cue.kind.is_speech)
    assert house.voice.said == []


# Settings


# What is broken


def test_a_flow_in_the_minutes_there_are(house: House) -> None:
    card = house.window.page("today").next_flow
    card.minutes.chips[6].click()
    house.qtbot.waitUntil(lambda: card.minutes.told.endswith("Both sides stay equal."))
    house.press("Start")
    house.wait_until_led()
    assert house.run.session.room == 360_000
    assert house.run.player.timeline.duration <= 360_000
    assert len(house.coach.flow.steps) < len(house.engine.flow("hip-extension-base").steps)
    house.key(Qt.Key.Key_Escape)
    house.press("Keep my place")
    assert card.minutes.room is None


def test_a_flow_that_cannot_be_so_short_is_not_begun(house: House) -> None:
    house.application.want(Start("hip-extension-base", room=60_000))
    refused = "Hip extension base takes 4 minutes at least; choose a shorter flow for less."
    house.qtbot.waitUntil(lambda: refused in house.window.notices)
    assert not house.leading


def test_minutes_enough_are_the_whole_flow(house: House) -> None:
    house.application.want(Start(SHORT, room=3_600_000))
    house.wait_until_led()
    assert house.run.session.room is None


def test_without_a_device_both_places_say_so(house: House) -> None:
    sentence = SoundState.NO_DEVICE.sentence
    house.speaker.be(SoundState.NO_DEVICE)
    assert house.window.notices == (sentence,)
    house.start()
    assert house.notice == sentence
    house.speaker.be(SoundState.SOUNDING)
    assert house.notice == ""
    assert house.window.notices == ()


def test_without_a_voice_tones_and_captions_go_on(build: Build) -> None:
    house = build()
    house.voice.lost = NO_VOICE
    house.open()
    house.qtbot.waitUntil(lambda: house.window.notices == (NO_VOICE,))
    house.start()
    assert house.notice == NO_VOICE
    house.hear_until(4000)
    moment = house.run.player.moment
    assert moment.caption
    drill = house.page.parts.drill
    assert moment.caption.text in f"{drill.caption.text()} {drill.setup.text()}"


def test_broken_settings_are_told(build: Build, paths: Paths) -> None:
    paths.settings_file.write_text('{"format": 1, "volume": "loud", "keep_awake": false}')
    house = build().open()
    assert "volume" in house.window.notices[0]


def test_a_broken_journal_is_told_whenever_it_matters(build: Build, paths: Paths) -> None:
    paths.journal.write_bytes(b"not a journal at all" * 200)
    house = build().open("broken")
    house.reads("is not a journal")
    house.start()
    assert "is not a journal" in house.notice
    house.key(Qt.Key.Key_Escape)
    house.press("End here")
    house.press("Done")
    assert any("is not a journal" in text for text in house.window.notices)
    house.window.show_page("review")
    house.reads("is not a journal")


def test_a_journal_that_is_busy_takes_everything_later(house: House) -> None:
    import sqlite3

    house.start()
    other = sqlite3.connect(house.engine.paths.journal, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    house.key(Qt.Key.Key_Right)
    assert "in use by another program" in house.notice
    other.execute("ROLLBACK")
    other.close()
    house.key(Qt.Key.Key_Left)
    assert house.notice == ""
    assert house.engine.records.journal.sessions()[0].steps


def test_what_could_not_be_written_is_told_at_the_end(house: House) -> None:
    import sqlite3

    house.start()
    other = sqlite3.connect(house.engine.paths.journal, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    house.key(Qt.Key.Key_Escape)
    house.press("Keep my place")
    assert any("Not all of the last flow" in notice for notice in house.window.notices)
    other.execute("ROLLBACK")
    other.close()


def test_a_broken_flow_of_ones_own_is_listed(build: Build, paths: Paths) -> None:
    (paths.flows / "bad.toml").write_text('title = "Bad"\n[[step]]\ndrill = "glute-brige"\n')
    house = build(fresh=True).open()
    house.window.show_page("flows")
    house.reads("bad.toml")
    house.reads('did you mean "glute-bridge"')


def test_what_the_names_of_ones_own_files_do_is_told(build: Build, paths: Paths) -> None:
    flow = 'title = "Mine"\n[[step]]\ndrill = "glute-bridge"\n'
    (paths.flows / "Wind-Down.flow.toml").write_text(flow)
    (paths.flows / ".hidden.toml").write_text(flow)
    house = build(fresh=True).open()
    house.window.show_page("flows")
    house.reads('a flow that comes with Longstride is called "wind-down"')
    house.reads("this file is hidden")


# A flow that was named
