"""On a real bus: by which way a notification is shown, what is pressed on it, what falls away."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from longstride.desktop.notifications import notify_send, portal
from longstride.desktop.notifications.alert import Alert
from longstride.desktop.notifications.notifications import Notifications
from longstride.desktop.notifications.notify_send import NotifySend
from longstride.desktop.notifications.portal import Portal
from longstride.desktop.notifications.tray import Tray
from longstride.desktop.notifications.way import Notification, WayName
from paper_notifiers import PaperNotifier, PaperPortal, PaperServer
from wanted import want

WORDS = Notification(
    "today",
    "Mobility A is planned for today",
    "14 minutes & <a> chair \\n",
    (("start", "Start"), ("later", "Later")),
)
PLANNED = Notification("other", "Another", "", WORDS.buttons)


class PaperIcon(QObject):
    """An icon in a tray, which offscreen has none."""

    messageClicked = Signal()  # noqa: N815 - as Qt has it
    activated = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.visible = False
        self.said: list[str] = []

    def setIcon(self, icon: object) -> None: ...

    def setToolTip(self, words: str) -> None:
        self.said = [words]

    def show(self) -> None:
        self.visible = True

    def hide(self) -> None:
        self.visible = False

    def showMessage(self, *words: object) -> None:
        self.said += map(str, words[:2])


class Teller:
    """Every way of one desktop, what they said, and the window that must not come forward."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.window = QWidget()
        self.icon = PaperIcon()
        ways = (Portal(), NotifySend(), Tray(lambda: self.icon), Alert(self.window))
        self.notifications = Notifications(ways)
        self.pressed: list[tuple[str, str]] = []
        self.told: list[WayName] = []
        self.notifications.pressed.connect(lambda *what: self.pressed.append(what))
        self.notifications.told.connect(self.told.append)
        self.notifications.found.connect(self.told.append)

    def tell(self, words: Notification = WORDS) -> WayName:
        self.told.clear()
        self.notifications.tell(words)
        return self._came()

    def find(self) -> WayName:
        self.told.clear()
        self.notifications.find()
        return self._came()

    def _came(self) -> WayName:
        self._qtbot.waitUntil(lambda: bool(self.told))
        (name,) = self.told
        return name


@pytest.fixture
def teller(qtbot: QtBot, bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Teller]:
    made = Teller(qtbot)
    yield made
    made.notifications.withdraw()
    made.window.deleteLater()


@pytest.fixture
def on_bus(bus: str) -> Iterator[Callable[[PaperNotifier], PaperNotifier]]:
    started: list[PaperNotifier] = []

    def keep(one: PaperNotifier) -> PaperNotifier:
        started.append(one)
        return one

    yield keep
    for each in started:
        each.leave()


@pytest.fixture
def without_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no notify-send on the path."""
    monkeypatch.setattr(notify_send.shutil, "which", lambda _: None)


@pytest.fixture
def paper_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put a notify-send of paper first on the path; it writes down what it is given."""

    def put(script: str) -> Path:
        program, log = tmp_path / "notify-send", tmp_path / "log"
        program.write_text(f"#!/bin/sh\nlog='{log}'\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
        return log

    return put


def test_the_portal_shows_it_with_buttons_and_takes_it_back(
    qtbot: QtBot, bus: str, teller: Teller, on_bus: Callable[[PaperPortal], PaperPortal]
) -> None:
    there = on_bus(PaperPortal(bus))
    assert teller.find() == teller.tell() == WayName.PORTAL
    shown = there.shown["today"]
    assert (shown["title"], shown["body"]) == (WORDS.title, WORDS.body)
    assert [each["label"][1] for each in shown["buttons"]] == ["Start", "Later"]
    there.press("somebody else's", "start")
    there.press("today", "later")
    qtbot.waitUntil(lambda: teller.pressed == [("today", "later")])
    qtbot.waitUntil(lambda: there.shown == {})
    there.press("today", "later")  # twice, as a desktop that lags may let one
    assert teller.tell(PLANNED) == WayName.PORTAL
    there.press("other", shown["default-action"])
    qtbot.waitUntil(lambda: teller.pressed == [("today", "later"), ("other", "start")])


@pytest.mark.parametrize("kind", [{"hangs": True}, {"refuses": True}])
def test_a_portal_that_does_not_answer_is_passed_by(
    qtbot: QtBot,
    bus: str,
    teller: Teller,
    on_bus: Callable[[PaperPortal], PaperPortal],
    without_program: None,
    monkeypatch: pytest.MonkeyPatch,
    kind: dict[str, bool],
) -> None:
    monkeypatch.setattr(portal, "PATIENCE", 20)
    there = on_bus(PaperPortal(bus, **kind))
    assert teller.find() == teller.tell() == WayName.ALERT
    assert there.asked.is_set()
    assert not teller.window.isActiveWindow()


def test_what_is_withdrawn_while_a_portal_hangs_is_not_told_another_way(
    qtbot: QtBot,
    bus: str,
    teller: Teller,
    on_bus: Callable[[PaperPortal], PaperPortal],
    without_program: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(portal, "PATIENCE", 20)
    on_bus(PaperPortal(bus, hangs=True))
    teller.notifications.tell(WORDS)
    teller.notifications.withdraw()
    assert teller.find() == WayName.ALERT  # and nothing else came: what was told is forgotten


def test_no_bus_leaves_the_tray_or_the_task_bar(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    teller = Teller(qtbot)
    assert teller.find() == teller.tell() == WayName.ALERT
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    assert teller.find() == teller.tell() == WayName.TRAY
    assert teller.icon.visible
    assert teller.icon.said == [WORDS.title, WORDS.title, WORDS.body]
    teller.icon.messageClicked.emit()
    assert teller.pressed == [("today", "start")]
    assert not teller.icon.visible


def test_notify_send_shows_buttons_and_closes_what_it_shows(
    qtbot: QtBot,
    bus: str,
    teller: Teller,
    on_bus: Callable[[PaperServer], PaperServer],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    want("notify-send")
    server = on_bus(PaperServer(bus))
    teller.notifications.tell(WORDS)
    qtbot.waitUntil(lambda: bool(server.shown))
    (shown,) = server.shown.values()
    assert shown["title"] == WORDS.title
    assert shown["body"] == "14 minutes &amp; &lt;a&gt; chair \\n"
    assert shown["actions"] == ["default", "Start", "start", "Start", "later", "Later"]
    server.press(1, "later")
    qtbot.waitUntil(lambda: teller.pressed == [("today", "later")])
    assert teller.told == [WayName.NOTIFY_SEND] == [teller.find()]
    monkeypatch.setattr(notify_send, "PATIENCE", 300)
    assert teller.tell(PLANNED) == WayName.NOTIFY_SEND  # it waits for the athlete
    qtbot.waitUntil(lambda: bool(server.shown))
    teller.notifications.withdraw()
    assert server.shown == {}
    teller.notifications.tell(WORDS)
    qtbot.waitUntil(lambda: bool(server.shown))
    server.press(3, "default")
    qtbot.waitUntil(lambda: teller.pressed[1:] == [("today", "start")])


def test_a_server_that_forgets_buttons_shows_the_words_once(
    bus: str, teller: Teller, on_bus: Callable[[PaperServer], PaperServer]
) -> None:
    want("notify-send")
    server = on_bus(PaperServer(bus, forgets=True))
    assert teller.tell() == WayName.NOTIFY_SEND
    assert server.came == 1


@pytest.mark.parametrize("kind", [{"hangs": True}, {"refuses": True}, None])
def test_a_desktop_that_shows_nothing_is_passed_by(
    bus: str,
    teller: Teller,
    on_bus: Callable[[PaperServer], PaperServer],
    paper_program: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    kind: dict[str, bool] | None,
) -> None:
    monkeypatch.setattr(notify_send, "PATIENCE", 20)
    log = paper_program('echo "$@" > "$log"')
    if kind is not None:
        on_bus(PaperServer(bus, **kind))
    assert teller.find() == teller.tell() == WayName.ALERT
    assert not log.exists()


def test_an_older_notify_send_is_asked_again_without_buttons(
    bus: str,
    teller: Teller,
    on_bus: Callable[[PaperServer], PaperServer],
    paper_program: Callable[[str], Path],
) -> None:
    on_bus(PaperServer(bus))
    log = paper_program('case "$*" in *--action*) exit 1;; esac; printf "%s\n" "$@" > "$log"')
    assert teller.tell() == WayName.NOTIFY_SEND
    words = ["--", WORDS.title, "14 minutes &amp; &lt;a&gt; chair \\\\n"]
    assert log.read_text().splitlines()[2:] == words


@pytest.mark.parametrize("script", ["exec sleep 9", "exit 3"])
def test_a_notify_send_that_fails_or_hangs_is_passed_by(
    bus: str,
    teller: Teller,
    on_bus: Callable[[PaperServer], PaperServer],
    paper_program: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    script: str,
) -> None:
    monkeypatch.setattr(notify_send, "PATIENCE", 100)
    on_bus(PaperServer(bus, forgets="sleep" in script))
    paper_program(script)
    assert teller.tell() == WayName.ALERT
