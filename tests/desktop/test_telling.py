"""Telling something without Qt, on a real bus: by which program, and what the desktop shows."""

import shutil
from collections.abc import Iterator

import pytest

from longstride.desktop.telling import tell, way_here, ways, window_way_here
from paper_notifiers import PaperPortal, PaperServer, running
from private_bus import session_bus
from wanted import want

TITLE, BODY = "-- 50% & <b>", 'After \\n the "run" & <i>then</i> $HOME; s 2'
SHOWN = BODY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    want("busctl")
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def without(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one program missing, and the others where they are."""
    real = shutil.which
    monkeypatch.setattr(
        shutil, "which", lambda name, **more: None if name == program else real(name, **more)
    )


def test_a_server_shows_what_busctl_tells_it(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    without("notify-send", monkeypatch)
    with running(PaperServer(bus)) as server:
        assert way_here() == "busctl"
        assert window_way_here() is None, "Qt cannot ask a server itself"
        assert tell(TITLE, BODY) == "busctl"
        (shown,) = server.shown.values()
    assert (shown["title"], shown["body"], shown["actions"]) == (TITLE, SHOWN, [])


def test_notify_send_comes_first_and_says_the_same(bus: str) -> None:
    want("notify-send")
    with running(PaperServer(bus)) as server:
        assert tell(TITLE, BODY) == "notify-send"
        (shown,) = server.shown.values()
    assert (shown["title"], shown["body"]) == (TITLE, SHOWN)


def test_a_portal_is_asked_where_there_is_no_server(bus: str) -> None:
    with running(PaperPortal(bus)) as portal:
        assert way_here() == "busctl"
        assert window_way_here() == "the desktop's portal"
        assert tell(TITLE, BODY) == "busctl"
        assert portal.shown == {"longstride-reminder": {"title": TITLE, "body": BODY}}


def test_without_anyone_nothing_is_told(bus: str) -> None:
    assert way_here() is None
    assert tell(TITLE, BODY) is None


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_no_word_is_read_as_a_part_of_the_program(system: str) -> None:
    for way in ways(TITLE, BODY, system):
        if system == "win32":
            assert not any(TITLE in word or BODY in word for word in way.words)
            assert {TITLE, BODY} == set(way.environ.values())
        else:
            assert TITLE in way.words
