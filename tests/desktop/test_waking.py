"""On a bus of paper's own: the machine wakes up, and the program hears of it."""

import pytest
from pytestqt.qtbot import QtBot

from longstride.desktop.waking import Waking
from paper_notifiers import PaperNotifier, running


class PaperLogind(PaperNotifier):
    """What tells that the machine goes to sleep and wakes up."""

    name = "org.freedesktop.login1"
    place = "/org/freedesktop/login1"
    interface = "org.freedesktop.login1.Manager"


def test_each_wake_is_heard_and_no_sleep(
    qtbot: QtBot, bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus)
    waking, heard = Waking(), []
    waking.woke.connect(lambda: heard.append(True))
    with running(PaperLogind(bus)) as logind:
        waking.listen()
        for times in (1, 2):
            for asleep in (True, False):
                logind.signal("PrepareForSleep", "b", asleep)
            qtbot.waitUntil(lambda times=times: len(heard) == times)


def test_where_nobody_tells_of_it_nothing_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    Waking().listen({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent"})
