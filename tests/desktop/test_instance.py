"""One window over a data folder: who has the place, who is told what, and who may."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from longstride.core.flow.breath import Breath
from longstride.core.flow.manner import LEAST_RATE, MOST_RATE, Manner
from longstride.core.flow.talk import Talk
from longstride.desktop.instance import (
    Instance,
    NoAnswerError,
    OpenRequest,
    activation_token,
    address_for,
    line_of,
    use_token,
    wish_from,
)

WISH = OpenRequest(("/home/anna/Club night.flow.toml", "two-steps"), "token-1")
HERE = Path(__file__).parent
Make = Callable[[], Instance]


def thousand(number: int) -> int:
    return number * 1000


class Start:
    """A later start, in a process of its own."""

    def __init__(self, folder: Path, wish: OpenRequest, *words: str) -> None:
        order = [sys.executable, str(HERE / "start_again.py"), str(folder), line_of(wish), *words]
        self._process = subprocess.Popen(order, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "claims\n"

    def ended(self) -> bool:
        return self._process.poll() is not None

    def answer(self) -> str:
        """Return whether it was the first or a later one, once it has ended."""
        return self._process.communicate()[0].strip()


def test_the_first_start_has_the_place(make: Make) -> None:
    assert make().claim(OpenRequest())


def test_a_later_start_is_heard_and_ends(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    first = make()
    assert first.claim(OpenRequest())
    first.listen()
    with qtbot.waitSignal(first.asked) as told:
        later = Start(tmp_path, WISH)
    qtbot.waitUntil(later.ended)
    assert told.args == [WISH]
    assert later.answer() == "later"


def test_one_that_waited_long_enough_is_heard(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    """The window that has the place has not begun to listen yet."""
    first = make()
    assert first.claim(OpenRequest())
    later = Start(tmp_path, WISH)
    with qtbot.waitSignal(first.asked) as told:
        first.listen()
    qtbot.waitUntil(later.ended)
    assert told.args == [WISH]
    assert later.answer() == "later"


def test_nobody_answers(make: Make) -> None:
    assert make().claim(OpenRequest())
    with pytest.raises(NoAnswerError, match="does not answer") as refusal:
        make().claim(OpenRequest(), patience=120)
    assert "window.lock" in str(refusal.value)


def test_the_place_of_one_that_went_is_free(make: Make, tmp_path: Path) -> None:
    first = make()
    assert first.claim(OpenRequest())
    first.listen()
    first.deafen()
    later = Start(tmp_path, WISH)
    assert not later.ended()
    first.leave()
    assert later.answer() == "first"


def test_the_place_of_one_that_was_killed_is_free(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    assert Start(tmp_path, OpenRequest(), "killed").answer() == "first"
    assert (tmp_path / "window.lock").exists()
    assert Path(address_for(tmp_path, {})).exists()
    again = make()
    assert again.claim(OpenRequest())
    again.listen()
    with qtbot.waitSignal(again.asked):
        later = Start(tmp_path, WISH)
    assert later.answer() == "later"


def test_where_no_lock_can_be_made_a_window_may_stand(tmp_path: Path, qapp: object) -> None:
    nowhere = tmp_path / "gone"
    assert Instance(nowhere, address_for(nowhere, {})).claim(OpenRequest())


def test_only_the_user_may_speak_to_it(make: Make, tmp_path: Path) -> None:
    first = make()
    assert first.claim(OpenRequest())
    first.listen()
    place = Path(address_for(tmp_path, {}))
    assert place.is_socket()
    for file in (place, tmp_path / "window.lock"):
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0
    assert psutil.Process().net_connections("inet") == []


# Where it listens


def test_another_folder_is_another_place(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    places = {address_for(folder, environ) for folder in (tmp_path, other)}
    assert len(places) == 2
    assert {Path(place).parent for place in places} == {tmp_path}


def test_one_folder_is_one_place_by_whatever_way(tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(tmp_path)
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert address_for(tmp_path / "way", environ) == address_for(tmp_path, environ)


def test_a_user_whom_the_system_does_not_know_has_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    assert Path(address_for(tmp_path, {})).parent == tmp_path


def test_a_path_too_long_for_a_socket_becomes_a_name(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120)
    deep.mkdir()
    assert os.sep not in address_for(deep, {"XDG_RUNTIME_DIR": str(deep)})
    assert os.sep not in address_for(tmp_path, {}, system="win32")


# What is said


MANNERS = st.builds(
    Manner,
    st.none() | st.sampled_from(Talk),
    st.none() | st.integers(LEAST_RATE, MOST_RATE),
    st.none() | st.builds(Breath, st.integers(3, 6).map(thousand), st.integers(3, 9).map(thousand)),
)


@given(st.lists(st.text()), st.text(), st.none() | MANNERS)
def test_a_wish_arrives_as_it_was(flows: list[str], token: str, plays: Manner | None) -> None:
    wish = OpenRequest(tuple(flows), token, plays)
    line = line_of(wish)
    assert line.count(b"\n") == 1
    assert wish_from(line) == wish


@given(st.one_of(st.binary(), st.recursive(st.none() | st.integers() | st.text(), st.lists)))
def test_what_is_no_wish_only_raises_the_window(said: object) -> None:
    fields = dict.fromkeys(("flows", "token", "plays", "talk", "rate", "breath"), said)
    whole = fields | {"plays": fields}
    line = said if isinstance(said, bytes) else json.dumps(whole).encode()
    assert all(isinstance(flow, str) for flow in wish_from(line).flows)


@pytest.mark.parametrize("line", [b"", b"[" * 100_000, b'{"flows": {"a": 1}, "token": 3}', b"[1]"])
def test_rubbish_is_no_wish(line: bytes) -> None:
    assert wish_from(line) == OpenRequest()


@pytest.mark.parametrize("token", ["\0", "a\0b", "\ud800"])
def test_a_token_that_no_environment_can_hold_is_dropped(
    monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    use_token(token)
    assert activation_token(os.environ) == ""


def test_the_token_is_handed_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    use_token("")
    assert activation_token(os.environ) == ""
    use_token("token-2")
    assert activation_token(os.environ) == "token-2"
    assert activation_token({"DESKTOP_STARTUP_ID": "x-1"}) == "x-1"
