"""The desktop leads a flow in the window, over a real bus."""

import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jeepney import DBusAddress, Properties, new_method_call
from PySide6.QtCore import Qt

from longstride.core.timeline.player import PlayState
from longstride.desktop.mpris import NAME
from longstride.ui.intentions.window import ChangeSettings
from longstride.ui.player.finish import Finish
from longstride.ui.player.leave_dialog import LeaveDialog
from longstride.ui.player.volume_bar import VolumeBar
from private_bus import PLACE, PLAYER, Desktop, PaperPlayer
from ui.house import House

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise"),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux desktops have such a bus"),
]

MANY = int(os.environ.get("LONGSTRIDE_FUZZ", "1"))  # times as many as in an everyday run

Build = Callable[..., House]


@pytest.fixture
def led(desktop: Desktop, house: House) -> House:
    return house.start()


def test_it_is_there_while_a_flow_is_led(desktop: Desktop, house: House) -> None:
    assert desktop.players() == []
    house.start()
    assert desktop.players() == [NAME]
    metadata = desktop.get(NAME, "Metadata")[1]
    assert metadata["xesam:title"] == ("s", "Supine leg rock")
    assert metadata["xesam:album"] == ("s", "Two steps")
    assert metadata["mpris:length"][1] == house.run.player.timeline.duration * 1000
    house.hear_to_the_end()
    assert house.shown(Finish)
    assert desktop.players() == []


def test_it_goes_when_the_flow_is_left(desktop: Desktop, led: House) -> None:
    led.key(Qt.Key.Key_Escape)
    led.press("Keep my place")
    assert desktop.players() == []
    led.start()
    assert desktop.players() == [NAME]
    led.application.close()
    assert desktop.players() == []


def test_it_plays_pauses_and_steps(desktop: Desktop, led: House) -> None:
    desktop.ask(NAME, "Pause")
    desktop.ask(NAME, "Pause")
    assert led.state is PlayState.PAUSED
    assert desktop.get(NAME, "PlaybackStatus") == ("s", "Paused")
    desktop.ask(NAME, "Play")
    desktop.ask(NAME, "Play")
    assert led.playing
    desktop.ask(NAME, "PlayPause")
    assert not led.playing
    desktop.ask(NAME, "Next")
    assert led.step == 1
    assert desktop.get(NAME, "Metadata")[1]["xesam:title"] == ("s", "Couch stretch")
    desktop.ask(NAME, "Previous")
    assert led.step == 0


def test_it_goes_forward_and_back_within_the_flow(desktop: Desktop, led: House) -> None:
    desktop.signals()
    desktop.ask(NAME, "Seek", "x", 20_000_000)
    assert desktop.get(NAME, "Position")[1] == 20_000_000
    assert ("Seeked", (20_000_000,)) in desktop.signals()
    desktop.ask(NAME, "Seek", "x", -60_000_000)
    assert desktop.get(NAME, "Position")[1] == 0
    track = desktop.get(NAME, "Metadata")[1]["mpris:trackid"][1]
    desktop.ask(NAME, "SetPosition", "ox", track, 5_000_000)
    assert led.speaker.hand.at == 5000
    desktop.ask(NAME, "Seek", "x", 10**15)
    assert led.leading
    assert led.run.player.position == led.run.player.timeline.duration - 1


def test_stop_asks_and_play_goes_on(desktop: Desktop, led: House) -> None:
    desktop.ask(NAME, "Stop")
    assert led.shown(LeaveDialog)
    for wish in ("Next", "Stop", "Pause"):
        desktop.ask(NAME, wish)
    assert (led.step, led.playing) == (0, False)
    desktop.ask(NAME, "PlayPause")
    assert led.shown(LeaveDialog) is None
    assert led.playing


def test_the_volume_follows_both_ways(desktop: Desktop, led: House) -> None:
    desktop.set(NAME, "Volume", "d", 0.4)
    assert led.page.findChildren(VolumeBar)[-1].value() == 40
    assert led.speaker.gain == pytest.approx(10 ** (-12 / 20))
    led.key(Qt.Key.Key_Plus)
    assert desktop.get(NAME, "Volume") == ("d", 0.45)
    led.qtbot.waitUntil(lambda: led.engine.settings.volume == 45)


VALUES: dict[str, st.SearchStrategy[object]] = {
    "d": st.floats() | st.sampled_from([math.nan, math.inf, -math.inf]),
    "x": st.integers(-(2**63), 2**63 - 1),
    "t": st.integers(0, 2**64 - 1),
    "i": st.integers(-(2**31), 2**31 - 1),
    "b": st.booleans(),
    "s": st.sampled_from(["", "nan", "loud", "1e999", "½"]),
    "o": st.sampled_from(["/", "/org/longstride/step/1", "/org/longstride/step/99"]),
    "ad": st.just([math.nan]),
    "a{sv}": st.just({"Volume": ("d", math.nan)}),
    "v": st.just(("d", math.nan)),
}
WISHES = ("Play", "Pause", "PlayPause", "Previous", "Seek", "SetPosition", "OpenUri", "Raise")
PROPERTIES = ("Volume", "Rate", "Position", "PlaybackStatus", "Metadata", "CanSeek", "Nothing")


@st.composite
def messages(draw: st.DrawFn) -> object:
    """Whatever another program may send to a media player."""
    name = draw(st.sampled_from(PROPERTIES * 2 + WISHES))
    if name in PROPERTIES:
        signature = draw(st.sampled_from(("d", *VALUES)))
        player = Properties(DBusAddress(PLACE, NAME, PLAYER))
        return player.set(name, signature, draw(VALUES[signature]))
    words = {"Seek": "x", "SetPosition": "ox"}.get(name, "")
    signatures = draw(st.just(tuple(words)) | st.lists(st.sampled_from(tuple(VALUES)), max_size=2))
    body = tuple(draw(VALUES[each]) for each in signatures)
    return new_method_call(DBusAddress(PLACE, NAME, PLAYER), name, "".join(signatures), body)


@pytest.mark.qt_log_ignore("couldn't handle call", "Could not find slot", "is not registered")
@settings(
    max_examples=60 * MANY,
    derandomize=MANY == 1,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(message=messages())
def test_whatever_is_sent_the_flow_goes_on(desktop: Desktop, led: House, message: object) -> None:
    bugs: list[str] = []
    led.application.bugs.caught.connect(bugs.append)
    desktop.send(message)
    assert bugs == []
    assert led.leading
    assert 0 <= led.run.player.position < led.run.player.timeline.duration
    assert 0 <= led.page.findChildren(VolumeBar)[-1].value() <= 100


def test_quit_asks_before_it_closes(desktop: Desktop, led: House) -> None:
    desktop.ask(NAME, "Raise")
    desktop.ask(NAME, "Quit")
    assert led.shown(LeaveDialog)
    assert not led.closed


def test_a_step_reached_by_itself_is_told(desktop: Desktop, led: House) -> None:
    desktop.signals()
    led.hear_until(led.run.player.timeline.step_starts[1] + 1)
    changed = [body[1] for name, body in desktop.signals() if name == "PropertiesChanged"]
    titles = [each["Metadata"][1]["xesam:title"] for each in changed if "Metadata" in each]
    assert titles == [("s", "Couch stretch")]


@pytest.fixture
def music(one_bus: str) -> Iterator[PaperPlayer]:
    player = PaperPlayer(one_bus, "music", "Playing")
    yield player
    player.leave()


def test_other_music_plays_on_unless_it_is_to_pause(led: House, music: PaperPlayer) -> None:
    led.key(Qt.Key.Key_Space)
    led.key(Qt.Key.Key_Space)
    assert music.asked == []


def test_other_music_pauses_while_the_flow_plays(
    bus: str, house: House, music: PaperPlayer
) -> None:
    house.application.want(ChangeSettings(replace(house.engine.settings, pause_music=True)))
    house.start()
    house.qtbot.waitUntil(lambda: music.status == "Paused")
    house.key(Qt.Key.Key_Space)
    house.qtbot.waitUntil(lambda: music.status == "Playing")
    house.key(Qt.Key.Key_Space)
    house.qtbot.waitUntil(lambda: music.status == "Paused")


def test_nothing_of_the_bus_is_loaded_before_a_flow_is_led() -> None:
    program = (
        "import sys, longstride.ui.application, longstride.ui.player.sound\n"
        "print([name for name in sys.modules if 'DBus' in name or 'mpris' in name])"
    )
    out = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert out.strip() == "[]"
