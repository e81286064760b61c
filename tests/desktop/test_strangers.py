"""Whatever another program says to the window's socket: it is answered, and later ones heard."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from longstride.core.errors import WrongUseError
from longstride.desktop.instance import (
    LONGEST_WISH,
    MOST_CALLERS,
    Instance,
    OpenRequest,
    address_for,
    line_of,
)

WISH = OpenRequest(("/home/anna/Club night.flow.toml", "two-steps"), "token-1")
MANY = int(os.environ.get("LONGSTRIDE_FUZZ", "1"))  # times as many as in an everyday run
Make = Callable[[], Instance]


class Stranger:
    """Another program at the socket, that says what it likes."""

    def __init__(self, folder: Path, *said: bytes) -> None:
        self._socket = QLocalSocket()
        self._socket.connectToServer(address_for(folder, {}))
        assert self._socket.waitForConnected()
        for each in said:
            self.say(each)

    def say(self, said: bytes) -> None:
        self._socket.write(said)
        self._socket.flush()

    @property
    def sent_away(self) -> bool:
        return self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState

    @property
    def answer(self) -> bytes:
        return bytes(self._socket.peek(100).data())


@pytest.fixture
def listening(make: Make) -> Instance:
    """An instance that gives up on half a wish at once."""
    first = make()
    assert first.claim(OpenRequest())
    first.listen(patience=20)
    return first


def still_hears(instance: Instance, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(instance.asked) as told:
        later = Stranger(folder, line_of(WISH))
    assert told.args == [WISH]
    qtbot.waitUntil(lambda: later.sent_away)
    assert later.answer == b"taken\n"


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b'{"flows": ["a.to',
        b"x" * (LONGEST_WISH + 1000),
        b"\0" * 70_000 + b"\n" + line_of(WISH),
    ],
    ids=["nothing", "half a line", "too much", "a line too long"],
)
def test_what_is_no_line_is_answered_and_ends(
    listening: Instance, tmp_path: Path, qtbot: QtBot, said: bytes
) -> None:
    with qtbot.assertNotEmitted(listening.asked):
        stranger = Stranger(tmp_path, said)
        qtbot.waitUntil(lambda: stranger.sent_away)
    assert stranger.answer == b"refused\n"
    still_hears(listening, tmp_path, qtbot)


def test_ten_megabytes_are_not_waited_for(
    listening: Instance, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(listening.asked):
        stranger = Stranger(tmp_path, b"x" * 10_000_000)
        qtbot.waitUntil(lambda: stranger.sent_away)
    still_hears(listening, tmp_path, qtbot)


@pytest.mark.parametrize("line", [b"\n", b"{]\n", b"[" * 50_000 + b"\n", b'{"flows": 7}\n'])
def test_a_line_that_is_no_wish_is_answered(
    listening: Instance, tmp_path: Path, qtbot: QtBot, line: bytes
) -> None:
    with qtbot.waitSignal(listening.asked) as told:
        stranger = Stranger(tmp_path, line)
    assert told.args == [OpenRequest()]
    qtbot.waitUntil(lambda: stranger.sent_away)
    assert stranger.answer == b"taken\n"
    still_hears(listening, tmp_path, qtbot)


def test_one_that_never_reads_holds_nobody_up(
    listening: Instance, tmp_path: Path, qtbot: QtBot
) -> None:
    with socket.socket(socket.AF_UNIX) as deaf:
        with qtbot.waitSignal(listening.asked):
            deaf.connect(address_for(tmp_path, {}))
            deaf.sendall(line_of(WISH))
        still_hears(listening, tmp_path, qtbot)


def test_each_caller_has_one_wish(listening: Instance, tmp_path: Path, qtbot: QtBot) -> None:
    heard: list[OpenRequest] = []
    listening.asked.connect(heard.append)
    stranger = Stranger(tmp_path, line_of(WISH) * 3)
    qtbot.waitUntil(lambda: stranger.sent_away)
    assert heard == [WISH]


def test_one_that_leaves_in_the_middle_is_forgotten(
    listening: Instance, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(listening.asked):
        Stranger(tmp_path, b'{"flows": [')
    still_hears(listening, tmp_path, qtbot)


def test_a_crowd_that_says_nothing_keeps_nobody_out(
    make: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    first = make()
    assert first.claim(OpenRequest())
    first.listen(patience=600_000)
    crowd = []
    for _ in range(3 * MOST_CALLERS):
        crowd.append(Stranger(tmp_path))
        QCoreApplication.processEvents()
    still_hears(first, tmp_path, qtbot)
    qtbot.waitUntil(lambda: sum(not each.sent_away for each in crowd) < MOST_CALLERS)


def test_more_than_can_be_handed_over_is_said_at_once(listening: Instance, make: Make) -> None:
    flows = tuple(f"/home/anna/flows/{number}.flow.toml" for number in range(5000))
    with pytest.raises(WrongUseError, match="so many flows"):
        make().claim(OpenRequest(flows))


@settings(
    max_examples=25 * MANY,
    derandomize=MANY == 1,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    said=st.lists(st.binary() | st.sampled_from([b"\n", line_of(WISH), b"x" * 30_000]), max_size=4)
)
def test_whatever_is_said_later_ones_are_heard(
    listening: Instance, tmp_path: Path, qtbot: QtBot, said: list[bytes]
) -> None:
    heard: list[OpenRequest] = []
    listening.asked.connect(heard.append)
    stranger = Stranger(tmp_path, *said)
    qtbot.waitUntil(lambda: stranger.sent_away)
    assert len(heard) == (b"\n" in b"".join(said)[: LONGEST_WISH + 1])
    assert stranger.answer == (b"taken\n" if heard else b"refused\n")
    still_hears(listening, tmp_path, qtbot)
