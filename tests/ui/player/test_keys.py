"""What headsets, presenter remotes and the volume's keys do in the player, and only there."""

import pytest
from PySide6.QtCore import QPoint, Qt

from longstride.settings import load_settings
from longstride.ui.player.figure_frame import FigureFrame
from longstride.ui.player.flow_strip import FlowStrip
from longstride.ui.player.keys import KEYS
from longstride.ui.player.leave_dialog import LeaveDialog
from longstride.ui.player.volume_bar import VolumeBar
from ui.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "keyToAscii Unhandled")

PLAY = [
    Qt.Key.Key_F5,
    Qt.Key.Key_Period,
    Qt.Key.Key_B,
    Qt.Key.Key_MediaPlay,
    Qt.Key.Key_MediaPause,
    Qt.Key.Key_MediaTogglePlayPause,
    Qt.Key.Key_LaunchMedia,
]


@pytest.fixture
def led(house: House) -> House:
    return house.start()


def bar(house: House) -> VolumeBar:
    return house.page.findChildren(VolumeBar)[-1]


@pytest.mark.parametrize("key", PLAY)
def test_the_one_button_pauses_and_plays(led: House, key: Qt.Key) -> None:
    led.key(key)
    assert not led.playing
    led.key(key)
    assert led.playing


@pytest.mark.parametrize(
    ("onwards", "backwards"),
    [
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
        (Qt.Key.Key_MediaNext, Qt.Key.Key_MediaPrevious),
    ],
)
def test_a_remote_steps(led: House, onwards: Qt.Key, backwards: Qt.Key) -> None:
    led.key(onwards)
    assert led.step == 1
    led.key(backwards)
    assert led.step == 0


def test_stop_asks_before_it_leaves(led: House) -> None:
    led.key(Qt.Key.Key_MediaStop)
    assert led.shown(LeaveDialog)
    assert not led.playing


def test_a_remote_whose_button_sends_f5_and_escape_by_turns_pauses_and_plays(led: House) -> None:
    seen = []
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape) * 3:
        led.key(key)
        seen.append(led.playing)
    # The first press pauses, the second asks; from then on each press is the other way round.
    assert seen == [False, False, True, False, True, False]
    assert led.leading


@pytest.mark.parametrize("key", PLAY)
def test_a_play_key_answers_the_question_with_going_on(led: House, key: Qt.Key) -> None:
    led.key(Qt.Key.Key_Space)
    led.key(Qt.Key.Key_Escape)
    led.key(key)
    assert led.shown(LeaveDialog) is None
    assert led.playing


def test_no_key_means_two_things() -> None:
    keys = [sequence.toString() for sequences in KEYS.values() for sequence in sequences]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_the_keys_end_with_the_player(led: House) -> None:
    led.key(Qt.Key.Key_Escape)
    led.press("Keep my place")
    for key in (*PLAY, Qt.Key.Key_PageDown, Qt.Key.Key_Plus):
        led.key(key)
    assert not led.leading
    assert led.engine.settings.volume == 80


def test_the_strip_keeps_its_own_keys(led: House) -> None:
    strip = led.page.findChildren(FlowStrip)[-1]
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    led.qtbot.keyClick(strip, Qt.Key.Key_PageUp)
    assert led.seen > 30_000
    led.qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert led.engine.settings.volume == 80


def test_shift_and_an_arrow_turn_the_figure_wherever_the_keyboard_is(led: House) -> None:
    turning = led.page.findChildren(FigureFrame)[-1].turning
    strip, before = led.page.findChildren(FlowStrip)[-1], led.seen
    for at in (led.page, strip, bar(led)):
        at.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            led.qtbot.keyClick(at, key, Qt.KeyboardModifier.ShiftModifier)
        assert (abs(turning.turn), turning.tilt) == (10.0, 5.0)
        led.qtbot.keyClick(at, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
        assert (turning.turn, turning.tilt) == (0.0, 0.0)
    assert (led.step, led.seen) == (0, before)
    assert led.engine.settings.volume == 80


@pytest.mark.parametrize(
    ("key", "volume"),
    [
        (Qt.Key.Key_Plus, 85),
        (Qt.Key.Key_Equal, 85),
        (Qt.Key.Key_Up, 85),
        (Qt.Key.Key_Minus, 75),
        (Qt.Key.Key_Down, 75),
    ],
)
def test_the_volume_by_keys_is_heard_at_once_and_kept(led: House, key: Qt.Key, volume: int) -> None:
    led.key(key)
    assert bar(led).value() == volume
    assert led.speaker.gain == pytest.approx(10 ** ((volume - 80) * 0.3 / 20))
    led.qtbot.waitUntil(lambda: led.engine.settings.volume == volume)
    assert load_settings(led.engine.paths.settings_file)[0].volume == volume


def test_the_volume_by_keypad(led: House) -> None:
    led.qtbot.keyClick(led.page, Qt.Key.Key_Minus, Qt.KeyboardModifier.KeypadModifier)
    assert bar(led).value() == 75


def test_the_volume_by_mouse_is_silent_at_the_left_end(led: House) -> None:
    volume = bar(led)
    middle = volume.height() // 2
    led.qtbot.mouseClick(volume, Qt.MouseButton.LeftButton, pos=QPoint(0, middle))
    assert volume.value() == 0
    assert led.speaker.gain == 0
    led.qtbot.mouseClick(volume, Qt.MouseButton.LeftButton, pos=QPoint(volume.width() - 1, middle))
    assert volume.value() == 100
    assert led.speaker.gain == pytest.approx(2, rel=0.01)


def test_leaving_at_once_keeps_the_volume(led: House) -> None:
    led.key(Qt.Key.Key_Minus)
    led.application.close()
    assert load_settings(led.engine.paths.settings_file)[0].volume == 75


def test_the_volume_stays_for_the_next_flow(led: House) -> None:
    led.key(Qt.Key.Key_Minus)
    led.key(Qt.Key.Key_Escape)
    led.press("Keep my place")
    led.start()
    assert bar(led).value() == 75
