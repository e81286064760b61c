"""Notifications by ``notify-send``, a small program of many Linux desktops without a portal.

Qt cannot ask a notification server itself: it has no way to send a number without a sign.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

from longstride.desktop.bus import answer_of, ask, session_bus
from longstride.desktop.notifications.way import PATIENCE, Notification, Then, Way, WayName

_PROGRAM = "notify-send"
_SERVER = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_TAKES_BACK = 300  # ms the program has to close what it shows


class NotifySend(Way):
    """Shows notifications; with buttons where the program and the desktop know them."""

    name = WayName.NOTIFY_SEND

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Notification | None = None
        self._run: _Run | None = None

    def find(self, then: Then) -> None:
        """Look for the program, and for a server that answers."""
        _ask_server(lambda capabilities: then(capabilities is not None))

    def tell(self, notification: Notification, then: Then) -> None:
        """Show a notification; without buttons where the server or the program forgets them."""

        def show(capabilities: list[str] | None) -> None:
            if self._wanted is not notification:
                return
            if capabilities is None:
                then(False)
            elif "actions" in capabilities:
                self._show(notification, _buttons(notification), buttons_too)
            else:
                self._show(notification, [], then)

        def buttons_too(told: bool) -> None:
            if told:
                then(True)
            else:
                self._show(notification, [], then)

        self._wanted = notification
        _ask_server(show)

    def withdraw(self) -> None:
        """Close what is shown; what has no buttons goes by itself."""
        run, self._wanted, self._run = self._run, None, None
        if run is not None:
            run.end()

    def _show(self, notification: Notification, options: list[str], then: Then) -> None:
        if self._run is not None:
            self._run.end()
        run = self._run = _Run(bool(options), self)
        run.answered.connect(then)
        run.pressed.connect(lambda action: self._press(notification, action))
        words = ["--", notification.title, _markup(notification.body)]
        run.start(["--app-name=Longstride", "--icon=longstride", *options, *words])

    def _press(self, notification: Notification, action: str) -> None:
        self.pressed.emit(notification.id, notification.action if action == "default" else action)


class _Run(QObject):
    """One run of the program, which ``waits`` for what is pressed or ends at once.

    ``answered`` comes once with whether it shows something.
    """

    answered = Signal(bool)
    pressed = Signal(str)

    def __init__(self, waits: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._waits = waits
        self._done = False
        self._process = QProcess(self)
        self._process.finished.connect(self._take_end)
        self._process.errorOccurred.connect(lambda _: self._answer(False))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._take_silence)

    def start(self, arguments: list[str]) -> None:
        """Start the program; it may fail at once."""
        self._late.start(PATIENCE)
        self._process.start(_PROGRAM, arguments)

    def end(self) -> None:
        """Have the program close what it shows, and go."""
        self._late.stop()
        self._process.blockSignals(True)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            _interrupt(self._process)
            if not self._process.waitForFinished(_TAKES_BACK):
                self._process.kill()
                self._process.waitForFinished(_TAKES_BACK)
        self.deleteLater()

    def _take_end(self, code: int) -> None:
        self._answer(code == 0)
        if code == 0 and self._waits:
            said = bytes(self._process.readAllStandardOutput().data())
            for action in said.decode("utf-8", "replace").split():
                self.pressed.emit(action)

    def _take_silence(self) -> None:
        """Take one that waits for the athlete as shown: the server answered a moment ago."""
        if not self._waits:
            self._process.kill()
        self._answer(self._waits)

    def _answer(self, told: bool) -> None:
        self._late.stop()
        if not self._done:
            self._done = True
            self.answered.emit(told)


def _ask_server(then: Callable[[list[str] | None], object]) -> None:
    """Ask the server what it can show; None where there is none, no program or no answer."""

    def take(call: QDBusPendingCallWatcher) -> None:
        answer = answer_of(call.reply())
        then([*map(str, answer)] if isinstance(answer, list) else None)

    bus = session_bus() if shutil.which(_PROGRAM) else None
    if bus is None:
        then(None)
        return
    question = QDBusMessage.createMethodCall(_SERVER, _PATH, _SERVER, "GetCapabilities")
    ask(bus, question, PATIENCE).finished.connect(take)


def _buttons(notification: Notification) -> list[str]:
    """Return the options for buttons; ``default`` is pressing the notification itself."""
    named = (("default", notification.buttons[0][1]), *notification.buttons)
    return [f"--action={action}={words}" for action, words in named]


def _markup(text: str) -> str:
    """Return plain text as the program takes it: it undoes backslashes, desktops read markup."""
    return escape(text, quote=False).replace("\\", "\\\\")


def _interrupt(process: QProcess) -> None:
    """Send what makes the program close what it shows; it is Linux's alone."""
    if sys.platform != "win32":
        os.kill(process.processId(), signal.SIGINT)
