"""Every setting counts at once, and what cannot be is refused with a sentence."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from longstride import settings as stored
from longstride.core.flow.talk import Talk
from longstride.settings import Settings
from longstride.speech.voice import Voice
from longstride.ui.intentions.window import HearTones, HearVoice
from longstride.ui.look.theme import Theme
from longstride.ui.settings.page import SettingsPage
from longstride.ui.settings.words import language_text

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HEART = Voice("natural/heart", "Heart", "en-us", "natural")
VOICES = (
    HEART,
    Voice("en", "English (Great Britain)", "en-gb", "espeak"),
    Voice("rp", "Received Pronunciation", "en-gb", "espeak"),
    Voice("us", "English (America)", "en-us", "espeak"),
    Voice("de", "Anna", "de", "nsss"),
)


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(Theme())
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    made.show_settings(Settings(), VOICES, (("a", "Speakers"), ("b", "Headphones")))
    return made


def changes(page: SettingsPage) -> list[Settings]:
    heard: list[Settings] = []
    page.wants.connect(lambda wish: heard.append(wish.settings))
    return heard


def pick(page: SettingsPage, name: str, value: object) -> None:
    choice = page.choices[name]
    index = choice.values.index(value)
    choice.setCurrentIndex(index)
    choice.activated.emit(index)


def test_showing_settings_changes_nothing(page: SettingsPage) -> None:
    heard = changes(page)
    page.show_settings(replace(Settings(), rate=200, text_scale=150, keep_awake=False), VOICES)
    assert heard == []
    assert page.amounts["rate"].level.value() == 200
    assert not page.switches["keep_awake"].isChecked()


@pytest.mark.parametrize(
    ("name", "value"),
    [("rate", 180), ("pitch", 60), ("volume", 35), ("tones_db", -4), ("audio_delay", 230)],
)
def test_levels(page: SettingsPage, name: str, value: int) -> None:
    heard = changes(page)
    page.amounts[name].level.setValue(value)
    assert heard == [replace(Settings(), **{name: value})]


def test_a_level_moves_in_whole_steps(page: SettingsPage) -> None:
    heard = changes(page)
    page.amounts["rate"].level.setValue(183)
    assert [settings.rate for settings in heard] == [185]
    assert page.amounts["rate"].level.accessibleDescription() == "185 words a minute"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("talk", Talk.TONES),
        ("audio_device", "b"),
        ("theme", stored.Colours.LIGHT),
        ("motion", stored.Motion.REDUCED),
        ("day_start", time(5)),
    ],
)
def test_choices(page: SettingsPage, name: str, value: object) -> None:
    heard = changes(page)
    pick(page, name, value)
    assert heard == [replace(Settings(), **{name: value})]
    assert type(getattr(heard[0], name)) is type(value)


def test_switches(page: SettingsPage, qtbot: QtBot) -> None:
    heard = changes(page)
    qtbot.keyClick(page.switches["player_fullscreen"], Qt.Key.Key_Space)
    assert [settings.player_fullscreen for settings in heard] == [False]


def offered(page: SettingsPage) -> list[str]:
    return list(page.voice_list.buttons)


def in_use(page: SettingsPage) -> list[str]:
    return [voice for voice, mark in page.voice_list.buttons.items() if mark.isChecked()]


def test_the_natural_voice_is_first_in_english_and_in_use_unless_another_is(
    page: SettingsPage,
) -> None:
    assert offered(page) == [HEART.id, "en", "rp"]
    assert in_use(page) == [HEART.id]
    page.show_settings(replace(Settings(), voice="rp"), VOICES)
    assert in_use(page) == ["rp"]


def test_the_keyboard_comes_from_the_language_to_the_voices(page: SettingsPage) -> None:
    page.show_settings(Settings(), VOICES[:2])
    after: QWidget | None = page.choices["language"]
    reached = []
    while (after := after.nextInFocusChain()) is not page.amounts["rate"].level:
        reached.append(after)
    assert [each for each in reached if each in page.voice_list.stops] == [*page.voice_list.stops]


def test_leaving_a_voice_that_is_gone_keeps_the_keyboard(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_settings(replace(Settings(), voice="alan"), VOICES)
    page.activateWindow()
    gone, above = (page.voice_list.buttons[each] for each in ("alan", "rp"))
    gone.setFocus()
    qtbot.waitUntil(gone.hasFocus)
    qtbot.waitUntil(lambda: gone.mapTo(page, QPoint()).y() > above.mapTo(page, QPoint()).y())
    qtbot.keyClick(gone, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: in_use(page) == ["rp"])
    assert above.hasFocus()
    assert page.voice_list.buttons["alan"] is gone, "nothing is taken away under the keyboard"


def test_while_voices_are_looked_for_none_is_called_lost(page: SettingsPage) -> None:
    page.show_settings(replace(Settings(), voice="rp"), None)
    assert offered(page) == []
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Looking for voices." in shown


def test_a_voice_is_chosen(page: SettingsPage) -> None:
    heard = changes(page)
    page.voice_list.buttons["rp"].click()
    assert heard == [replace(Settings(), voice="rp")]
    assert in_use(page) == ["rp"]


def test_a_language_brings_its_own_voices(page: SettingsPage) -> None:
    page.voice_list.buttons["rp"].click()
    heard = changes(page)
    pick(page, "language", "de")
    assert heard == [replace(Settings(), language="de", voice=None)]
    assert offered(page) == ["de"]


def test_a_voice_that_is_gone_stays_chosen(page: SettingsPage) -> None:
    page.show_settings(replace(Settings(), voice="alan"), VOICES)
    assert offered(page) == [HEART.id, "en", "rp", "alan"]
    assert page.voice_list.buttons["alan"].accessibleName() == "alan (not found)"
    assert in_use(page) == ["alan"]


def test_a_pitch_is_offered_where_the_voice_has_one(page: SettingsPage) -> None:
    pitch = page.amounts["pitch"]
    assert not pitch.isVisible()
    page.voice_list.buttons["en"].click()
    assert pitch.isVisible()
    pick(page, "language", "de")
    assert not pitch.isVisible()


def test_each_voice_can_be_heard_whichever_is_chosen(page: SettingsPage) -> None:
    wishes: list[object] = []
    page.wants.connect(wishes.append)
    hears = [each for each in page.findChildren(QPushButton) if each.text() == "Hear it"]
    for hear in hears:
        hear.click()
    assert wishes == [HearVoice(voice) for voice in offered(page)]


def test_a_speed_is_heard_when_it_has_been_let_go_of(page: SettingsPage, qtbot: QtBot) -> None:
    wishes: list[object] = []
    page.wants.connect(wishes.append)
    for rate in (145, 150, 155):
        page.amounts["rate"].level.setValue(rate)
    qtbot.waitUntil(lambda: HearVoice() in wishes)
    assert wishes.count(HearVoice()) == 1
    page.amounts["rate"].level.setValue(160)
    page.hide()
    assert not page._rate_settled.isActive(), "a page that nobody sees says nothing"


def test_breath_outside_four_to_ten_a_minute_is_refused(page: SettingsPage) -> None:
    heard = changes(page)
    page.amounts["breath_in"].level.setValue(10)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert heard == []
    assert any("between four and ten breaths a minute" in text for text in shown)
    page.amounts["breath_out"].level.setValue(5)
    assert heard == [replace(Settings(), breath_in=10, breath_out=5)]
    assert "4 breaths a minute" in [label.text() for label in page.findChildren(QLabel)]


def test_tones_are_asked_for(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wants) as tones:
        page.hear_tones_button.click()
    assert tones.args == [HearTones()]


@pytest.mark.parametrize(("voices", "told"), [((), True), (None, False), (VOICES, False)])
def test_no_voice_is_told_only_when_it_is_known(
    page: SettingsPage, voices: tuple[Voice, ...] | None, told: bool
) -> None:
    page.show_settings(Settings(), voices)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No voice was found") for text in shown) is told
    assert bool(offered(page)) is bool(voices)


def test_a_device_that_is_not_there_stays_chosen(page: SettingsPage) -> None:
    page.show_settings(replace(Settings(), audio_device="Old headset"), VOICES, (("a", "S"),))
    assert page.choices["audio_device"].currentText() == "Old headset (not found)"
    assert page.choices["audio_device"].value == "Old headset"


def test_an_odd_day_start_stays_chosen(page: SettingsPage) -> None:
    page.show_settings(replace(Settings(), day_start=time(4, 30)), VOICES)
    assert page.choices["day_start"].currentText() == "04:30"


def test_the_sounds_can_be_had_explained_again(page: SettingsPage) -> None:
    heard = changes(page)
    page.switches["explain_sounds"].click()
    assert heard == [replace(Settings(), explain_sounds=True)]


@pytest.mark.parametrize("name", ["rate", "talk"])
def test_the_wheel_changes_nothing(page: SettingsPage, name: str) -> None:
    heard = changes(page)
    target: QWidget = page.amounts[name].level if name in page.amounts else page.choices[name]
    target.setFocus()
    middle = QPointF(target.rect().center())
    QApplication.sendEvent(
        target,
        QWheelEvent(
            middle,
            target.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    assert heard == []


def test_every_control_has_a_name(page: SettingsPage) -> None:
    controls = [
        *(amount.level for amount in page.amounts.values()),
        *page.choices.values(),
        *page.switches.values(),
    ]
    assert all(control.accessibleName() for control in controls)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en-gb", "English (United Kingdom)"),
        ("de", "German"),
        ("en-gb-scotland", "English (gb-scotland)"),
        ("xx-none", "xx-none"),
    ],
)
def test_language_names(code: str, name: str) -> None:
    assert language_text(code) == name
