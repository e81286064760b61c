"""On a real bus: what the desktop is told of a flow, and what it can ask."""

import math
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from longstride.desktop.bus import session_bus
from longstride.desktop.mpris import NAME, Led, MediaPlayer
from private_bus import PLAYER, Desktop, PaperPlayer
from private_bus import session_bus as run_session_bus

PROGRAM = PLAYER.rpartition(".")[0]
LED = Led(step=1, title="Couch stretch", flow="Hip base", length=900_000, playing=True, volume=80)
WISHES = ("play", "pause", "play_pause", "stop", "next", "previous", "seek", "go_to", "volume")


class Listening:
    """A media player that is on the bus, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.media = MediaPlayer(lambda: 61_500)
        for name in (*WISHES, "wake", "quit"):
            getattr(self.media, name).connect(
                lambda *words, name=name: self.asked.append((name, *words))
            )


@pytest.fixture
def listening(desktop: Desktop) -> Iterator[Listening]:
    made = Listening()
    assert made.media.open(LED)
    yield made
    made.media.close()


def test_the_desktop_reads_what_is_led(desktop: Desktop, listening: Listening) -> None:
    assert desktop.players() == [NAME]
    assert desktop.get(NAME, "PlaybackStatus") == ("s", "Playing")
    assert desktop.get(NAME, "Position") == ("x", 61_500_000)
    assert desktop.get(NAME, "Volume") == ("d", 0.8)
    metadata = desktop.get(NAME, "Metadata")[1]
    assert metadata["xesam:title"] == ("s", "Couch stretch")
    assert metadata["xesam:artist"] == ("as", ["Hip base"])
    assert metadata["xesam:album"] == ("s", "Hip base")
    assert metadata["mpris:trackid"] == ("o", "/org/longstride/step/2")
    assert metadata["mpris:length"][1] == 900_000_000
    for can in ("Play", "Pause", "GoNext", "GoPrevious", "Seek", "Control"):
        assert desktop.get(NAME, f"Can{can}") == ("b", True)
    assert desktop.get(NAME, "Identity", PROGRAM) == ("s", "Longstride")
    assert desktop.get(NAME, "DesktopEntry", PROGRAM) == ("s", "longstride")
    assert desktop.get(NAME, "SupportedMimeTypes", PROGRAM) == ("as", [])


@pytest.mark.parametrize(
    ("wish", "words", "asked"),
    [
        ("Play", (), ("play",)),
        ("Pause", (), ("pause",)),
        ("PlayPause", (), ("play_pause",)),
        ("Stop", (), ("stop",)),
        ("Next", (), ("next",)),
        ("Previous", (), ("previous",)),
        ("Raise", (), ("wake",)),
        ("Quit", (), ("quit",)),
        ("Seek", ("x", -5_000_000), ("seek", -5000)),
        ("Seek", ("x", 2**62), ("seek", 900_000)),
        ("SetPosition", ("ox", "/org/longstride/step/2", 30_000_000), ("go_to", 30_000)),
    ],
)
def test_what_is_asked_arrives(
    desktop: Desktop,
    listening: Listening,
    wish: str,
    words: tuple[object, ...],
    asked: tuple[object, ...],
) -> None:
    desktop.ask(NAME, wish, *words)  # type: ignore[arg-type]
    assert listening.asked == [asked]


@pytest.mark.parametrize(
    ("track", "position"),
    [
        ("/org/longstride/step/1", 1_000_000),
        ("/org/longstride/step/2", -1),
        ("/org/longstride/step/2", 900_000_001),
    ],
)
def test_a_place_in_another_step_or_outside_is_not_gone_to(
    desktop: Desktop, listening: Listening, track: str, position: int
) -> None:
    desktop.ask(NAME, "SetPosition", "ox", track, position)
    assert listening.asked == []


def test_the_volume_is_asked_for_in_per_cent(desktop: Desktop, listening: Listening) -> None:
    for volume in (0.35, 7.0, -1.0, math.inf, -math.inf):
        desktop.set(NAME, "Volume", "d", volume)
    assert [percent for _, percent in listening.asked] == [35, 100, 0, 100, 0]


@pytest.mark.parametrize(("signature", "volume"), [("d", math.nan), ("d", -math.nan), ("s", "nan")])
def test_a_volume_that_is_no_number_changes_nothing(
    desktop: Desktop, listening: Listening, signature: str, volume: object
) -> None:
    desktop.set(NAME, "Volume", signature, volume)
    assert listening.asked == []


def test_only_what_changed_is_told(desktop: Desktop, listening: Listening) -> None:
    desktop.signals()
    listening.media.show(LED)
    assert desktop.signals() == []
    listening.media.show(replace(LED, playing=False, volume=40))
    told = {"PlaybackStatus": ("s", "Paused"), "Volume": ("d", 0.4)}
    assert desktop.signals() == [("PropertiesChanged", (PLAYER, told, []))]
    listening.media.show(replace(LED, playing=False, volume=40, step=2, title="Rest"))
    (name, (_, changed, _)), *others = desktop.signals()
    assert (name, set(changed), others) == ("PropertiesChanged", {"Metadata"}, [])
    listening.media.tell_jump()
    assert desktop.signals() == [("Seeked", (61_500_000,))]


def test_it_goes_with_the_flow_and_comes_with_the_next(desktop: Desktop) -> None:
    for _ in range(3):
        listening = Listening()
        listening.media.open(LED)
        assert desktop.players() == [NAME]
        listening.media.close()
        assert desktop.players() == []


def test_a_second_window_has_another_name(desktop: Desktop, bus: str) -> None:
    first = PaperPlayer(bus, "longstride", "Playing")
    listening = Listening()
    listening.media.open(LED)
    assert sorted(desktop.players()) == [NAME, f"{NAME}.instance{os.getpid()}"]
    listening.media.close()
    first.leave()


def test_where_no_bus_is_to_be_found_none_is_asked_for(tmp_path: Path) -> None:
    assert session_bus({}) is None
    assert session_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) is None


WITHOUT = """
from PySide6.QtCore import QCoreApplication
from longstride.desktop.mpris import Led, MediaPlayer
from longstride.desktop.other_players import OtherPlayers
app = QCoreApplication([])
media, others = MediaPlayer(lambda: 0), OtherPlayers()
assert not media.open(Led(0, "a", "b", 1000, True, 80))
media.show(Led(0, "a", "b", 1000, False, 80))
media.tell_jump()
media.close()
others.hush()
others.release()
others.close()
"""


@pytest.mark.parametrize("address", ["unix:path=/nonexistent/bus", "nonsense", "disabled:"])
def test_a_bus_that_does_not_answer_is_no_obstacle(address: str) -> None:
    """In a program of its own: libdbus keeps the first address it has seen."""
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_a_bus_that_dies_takes_nothing_with_it(tmp_path: Path) -> None:
    """In a program of its own: libdbus used to end the process there."""
    program = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from longstride.desktop.mpris import Led, MediaPlayer
app = QCoreApplication([])
led = Led(0, "a", "b", 1000, True, 80)
media = MediaPlayer(lambda: 0)
assert media.open(led)
print("open", flush=True)
sys.stdin.readline()
QTimer.singleShot(0, app.quit)
app.exec()
media.show(Led(0, "a", "b", 1000, False, 80))
media.close()
print("closed", flush=True)
"""
    with run_session_bus() as address:
        child = subprocess.Popen(
            [sys.executable, "-c", program],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
    out, errors = child.communicate("go\n")
    assert (out, errors, child.returncode) == ("closed\n", "", 0)
