"""Settings, changed in the whole window."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from longstride.core.flow.talk import Talk
from longstride.core.history.session import Session
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.paths import Paths
from longstride.settings import load_settings
from longstride.ui.intentions.window import ChangeSettings
from longstride.ui.look.palette import DARK, LIGHT
from ui.house import NOW, SHORT, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


Build = Callable[..., House]


def test_colours_and_text_change_at_once_and_are_kept(house: House, paths: Paths) -> None:
    house.window.show_page("settings")
    page = house.window.page("settings")
    page.choose("theme", "light")
    page.choose("text_scale", 150)
    assert house.application.theme.palette is LIGHT
    assert house.application.theme.scale == 150
    assert LIGHT.ground in QApplication.instance().styleSheet()
    kept, _ = load_settings(paths.settings_file)
    assert (kept.theme, kept.text_scale) == ("light", 150)
    page.choose("theme", "dark")
    assert house.application.theme.palette is DARK


def test_gear_that_is_missing_is_kept_and_asked_no_more(house: House, paths: Paths) -> None:
    house.window.show_page("flows")
    house.wait_for_tasks()
    questions = house.window.page("flows").search.questions
    chair = next(chip for chip in questions.gear if chip.thing == "chair")
    chair.click()
    assert load_settings(paths.settings_file)[0].missing_gear == ("chair",)
    questions.show_missing(())
    house.window.show_page("today")
    house.window.show_page("flows")
    assert not chair.isChecked()


def test_the_figure_is_dressed_at_once_and_stays_so(house: House, paths: Paths) -> None:
    house.window.show_page("settings")
    card = house.window.page("settings").figure
    card.choices["skin"].setCurrentIndex(2)
    card.choices["skin"].activated.emit(2)
    card.simple.click()
    wears = house.application.theme.figure
    assert (wears.kit, wears.skin, wears.simple) == ("slate", "deep", True)
    kept, notice = load_settings(paths.settings_file)
    assert (kept.kit, kept.skin, kept.simple_figure, notice) == ("slate", "deep", True, None)


def test_a_tick_of_a_slider_dresses_nothing_anew(house: House) -> None:
    house.window.show_page("settings")
    dressed: list[bool] = []
    house.application.theme.changed.connect(lambda: dressed.append(True))
    house.window.page("settings").choose("volume", 60)
    assert dressed == []
    assert house.engine.settings.volume == 60


def test_the_chosen_voice_is_the_one_heard(house: House) -> None:
    house.window.show_page("settings")
    page = house.window.page("settings")
    house.qtbot.waitUntil(lambda: len(page.voice_list.buttons) == 2)
    before = house.engine.voice_clips
    page.choose("voice", "gb2")
    house.press("Hear it")
    house.qtbot.waitUntil(lambda: house.speaker.hand.sounding)
    assert house.voice.choice.voice == "gb2"
    assert house.engine.voice_clips is not before


def test_a_flow_keeps_the_voice_it_began_with(house: House) -> None:
    house.start()
    before = house.coach.parts.preparation.clips
    house.application.want(ChangeSettings(replace(house.engine.settings, voice="gb2")))
    asked = len(house.voice.voices_asked)
    house.key(Qt.Key.Key_L)
    house.wait_for_voice()
    house.hear_to_the_end()
    assert set(house.voice.voices_asked[asked:]) <= {None}
    assert house.coach.parts.preparation.clips.items() >= before.items()
    house.press("Done")
    house.start()
    assert house.voice.voices_asked[-1] == "gb2"


def test_devices_are_listed_and_chosen(house: House) -> None:
    house.window.show_page("settings")
    page = house.window.page("settings")
    assert [page.choices["audio_device"].itemText(n) for n in (0, 1, 2)] == [
        "System default",
        "Built-in",
        "Headphones",
    ]
    page.choose("audio_device", "Headphones")
    page.choose("audio_delay", 120)
    assert house.speaker.chosen == "Headphones"
    assert house.speaker.audio_delay == 120


def test_another_breath_is_another_length(house: House) -> None:
    def length() -> int:
        cards = house.application.showing.shown.cards
        return next(card.length for card in cards if card.id == SHORT)

    before = length()
    house.window.show_page("settings")
    house.window.page("settings").amounts["breath_out"].level.setValue(8)
    house.window.show_page("flows")
    house.qtbot.waitUntil(lambda: length() > before)


def test_settings_that_cannot_be_saved_say_so(house: House, paths: Paths) -> None:
    paths.settings_file.mkdir()
    house.window.show_page("settings")
    house.window.page("settings").choose("volume", 60)
    assert "cannot be saved" in house.window.notices[0]
    paths.settings_file.rmdir()
    house.window.page("settings").choose("volume", 70)
    assert house.window.notices == ()


def test_the_settings_file_is_plain(house: House, paths: Paths) -> None:
    house.window.show_page("settings")
    house.window.page("settings").choose("rate", 160)
    assert json.loads(paths.settings_file.read_text())["rate"] == 160


def test_a_slower_voice_and_breath_make_the_cards_longer(house: House) -> None:
    before = {card.id: card.length for card in house.application.showing.shown.cards or ()}
    slower = replace(house.engine.settings, rate=90, breath_in=5, breath_out=10)
    house.window.show_page("settings")
    house.application.want(ChangeSettings(slower))
    house.window.show_page("flows")
    house.wait_for_tasks()
    after = {card.id: card.length for card in house.application.showing.shown.cards or ()}
    assert after.keys() == before.keys()
    assert all(after[name] > before[name] for name in before)


def test_what_has_become_known_makes_the_cards_shorter(house: House) -> None:
    showing, engine = house.application.showing, house.engine
    engine.settings = replace(engine.settings, talk=Talk.EXPERIENCE)
    before = {card.id: card.length for card in showing.shown.cards or ()}
    for number in range(3):
        steps = (StepRecord(0, "couch-stretch", None, 1, 1, 30, 0, Outcome.DONE),)
        session = Session(
            uuid4(), SHORT, "Two steps", "{}", NOW, engine.today(), 1, steps, NOW, next_step=1
        )
        engine.records.journal.begin(replace(session, started=NOW - timedelta(hours=number)))
    showing.records.read_recent()
    house.qtbot.waitUntil(lambda: "couch-stretch" in showing.shown.cards_know)
    after = {card.id: card.length for card in showing.shown.cards or ()}
    assert after[SHORT] < before[SHORT]
