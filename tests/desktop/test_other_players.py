"""On a real bus: the players that are paused while a flow plays, and what they may answer."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from longstride.desktop.other_players import OtherPlayers
from private_bus import PaperPlayer

Start = Callable[[str, str], PaperPlayer]
TWO = ("vs", (("as", ["Playing"]), "x"))


@pytest.fixture
def player(bus: str) -> Iterator[Callable[[str, str], PaperPlayer]]:
    """Start paper players by name and status, which leave when the test ends."""
    started: list[PaperPlayer] = []

    def start(name: str, status: str) -> PaperPlayer:
        started.append(PaperPlayer(bus, name, status))
        return started[-1]

    yield start
    for each in started:
        each.leave()


def test_players_that_play_are_paused_and_play_on(qtbot: QtBot, player: Start) -> None:
    music, film, old = (
        player(name, status)
        for name, status in (("music", "Playing"), ("film", "Paused"), ("old", "Stopped"))
    )
    others = OtherPlayers()
    for times in (1, 2):
        others.hush()
        others.hush()
        qtbot.waitUntil(lambda: music.status == "Paused")
        others.release()
        qtbot.waitUntil(lambda: music.status == "Playing")
        assert music.asked == ["Pause", "Play"] * times
    assert film.asked == old.asked == []
    others.close()


def test_what_the_athlete_stopped_stays_silent(qtbot: QtBot, player: Start) -> None:
    music, radio = (player(name, "Playing") for name in ("music", "radio"))
    others = OtherPlayers()
    others.hush()
    qtbot.waitUntil(lambda: (music.status, radio.status) == ("Paused", "Paused"))
    music.status = "Stopped"
    others.release()
    qtbot.waitUntil(lambda: radio.status == "Playing")
    assert music.asked == ["Pause"]
    others.close()


ENDS = """
from PySide6.QtCore import QCoreApplication, QTimer
from longstride.desktop.other_players import OtherPlayers
app = QCoreApplication([])
others = OtherPlayers()
QTimer.singleShot(0, others.hush)
look = QTimer()
look.timeout.connect(lambda: others._hushed and app.quit())
look.start(5)
app.exec()
others.close()
others.close()
"""


@pytest.mark.parametrize(
    "answer",
    [
        ("", ()),
        ("i", (7,)),
        ("as", (["Playing"],)),
        ("v", (("a{sv}", {}),)),
        ("vs", (("as", ["Playing"]), "x")),
    ],
)
def test_a_player_that_answers_something_else_is_left_alone(
    qtbot: QtBot, player: Start, answer: tuple[str, tuple[object, ...]]
) -> None:
    odd, music = (player(name, "Playing") for name in ("odd", "music"))
    odd.answer = answer
    others = OtherPlayers()
    others.hush()
    qtbot.waitUntil(lambda: music.status == "Paused")
    music.answer, music.heard = answer, 0
    others.release()
    qtbot.waitUntil(lambda: music.heard == 1)
    others.close()
    assert odd.asked == []
    assert music.asked == ["Pause"]


def test_the_end_of_the_program_lets_music_play_on(bus: str, player: Start) -> None:
    music = player("music", "Playing")
    subprocess.run([sys.executable, "-c", ENDS], env=dict(os.environ), check=True)
    assert music.asked == ["Pause", "Play"]


FORGETS = """
import gc
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher
from longstride.desktop.bus import session_bus
from longstride.desktop.other_players import OtherPlayers
from longstride.desktop.stillness import Stillness
app = QCoreApplication([])
for _ in range(20):
    others = OtherPlayers()
    others.hush()
    others.close()
    still = Stillness()
    still.ask()
    del others, still
    gc.collect()
bus = "org.freedesktop.DBus"
later = QDBusMessage.createMethodCall(bus, "/org/freedesktop/DBus", bus, "GetId")
answered = QDBusPendingCallWatcher(session_bus().asyncCall(later))
answered.finished.connect(app.quit)
app.exec()
"""


def test_a_flow_and_a_window_may_end_before_they_are_answered(bus: str, player: Start) -> None:
    music = player("music", "Playing")
    subprocess.run([sys.executable, "-c", FORGETS], env=dict(os.environ), check=True)
    assert music.asked == []


def test_a_player_that_is_gone_holds_nobody_up(qtbot: QtBot, player: Start) -> None:
    music, radio = (player(name, "Playing") for name in ("music", "radio"))
    others = OtherPlayers()
    others.hush()
    qtbot.waitUntil(lambda: (music.status, radio.status) == ("Paused", "Paused"))
    music.leave()
    others.release()
    qtbot.waitUntil(lambda: radio.status == "Playing")
    others.close()
