"""A bug ends nothing: it is logged, and shown as text to copy."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import qDebug, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from longstride.log import start_log
from longstride.ui.look.theme import Theme
from longstride.ui.shell.bug_dialog import BugDialog
from longstride.ui.shell.bugs import BugHook, qt_messages_logged
from longstride.ui.shell.window import MainWindow, PageEntry

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(Theme(), (PageEntry("today", "today", "Today", lambda: QLabel("today")),))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def hook(window: MainWindow) -> Iterator[BugHook]:
    made = BugHook(Theme(), window)
    yield made
    made.remove()


def blunder() -> None:
    """Have the hook catch a bug, as Python would."""
    try:
        _ = {}["nothing"]
    except KeyError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def dialogs(window: MainWindow) -> list[BugDialog]:
    return [found for found in window.findChildren(BugDialog) if found.isVisible()]


@pytest.mark.parametrize("run", [lambda work: work(), lambda work: Thread(target=work).start()])
def test_a_bug_is_shown_whatever_the_thread(
    window: MainWindow, hook: BugHook, qtbot: QtBot, run: Callable[[Callable[[], None]], None]
) -> None:
    run(blunder)
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    report = dialogs(window)[0].report.toPlainText()
    assert "KeyError: 'nothing'" in report
    assert "in blunder" in report
    assert report.startswith("Longstride ")


def test_the_log_has_every_bug_and_the_window_the_first(
    window: MainWindow,
    hook: BugHook,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log = logging.getLogger("longstride")
    monkeypatch.setattr(log, "handlers", [])  # of a log another test has started
    monkeypatch.setattr(log, "propagate", True)
    with caplog.at_level(logging.ERROR, "longstride"):
        blunder()
        blunder()
    assert len(dialogs(window)) == 1
    assert len(caplog.records) == 2
    dialogs(window)[0].reject()
    qtbot.waitUntil(lambda: dialogs(window) == [])
    blunder()
    assert len(dialogs(window)) == 1


def test_ctrl_c_is_not_a_bug(window: MainWindow, hook: BugHook) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs(window) == []


def test_a_bug_in_a_thread_of_its_own_is_shown_and_noted(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: noted.append(args.exc_type))
    hook = BugHook(Theme(), window)
    Thread(target=lambda: {}["nothing"]).start()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    hook.remove()
    assert noted == [KeyError]


def test_the_report_can_be_copied_and_is_sent_nowhere(
    window: MainWindow, hook: BugHook, qtbot: QtBot
) -> None:
    blunder()
    (dialog,) = dialogs(window)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    assert dialog.copy.text() == "Copied"


@pytest.mark.qt_log_ignore("a thing Qt")
def test_what_qt_complains_of_is_in_the_log_and_goes_where_it_went(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    start_log(tmp_path / "log")
    before: list[str] = []
    qInstallMessageHandler(lambda _kind, _context, text: before.append(text))
    with qt_messages_logged():
        qWarning("a thing Qt dislikes")
        qDebug("a thing Qt mentions")
    qWarning("a thing Qt dislikes later")
    qInstallMessageHandler(None)
    noted = (tmp_path / "log").read_text()
    assert noted.count("a thing Qt") == 1
    assert before == ["a thing Qt dislikes", "a thing Qt mentions", "a thing Qt dislikes later"]


def test_qt_is_not_heard_on_what_longstride_does_without(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The program that needs no Python has no FFmpeg: it plays samples it made itself."""
    start_log(tmp_path / "log")
    before = qInstallMessageHandler(None)
    with qt_messages_logged():
        qWarning("No QtMultimedia backends found. Only QMediaDevices, QAudioSink are available.")
        qWarning("a thing Qt dislikes")
    qInstallMessageHandler(before)
    noted = (tmp_path / "log").read_text()
    assert "backends" not in noted + capfd.readouterr().err
    assert "a thing Qt dislikes" in noted


def test_qt_complains_to_nobody_where_the_terminal_has_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, written = os.pipe()
    os.close(read)
    before = qInstallMessageHandler(None)
    start_log(tmp_path / "log")
    with os.fdopen(written, "w", buffering=1) as gone, qt_messages_logged():
        monkeypatch.setattr(sys, "stderr", gone)
        qWarning("a thing Qt dislikes")
        monkeypatch.undo()
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), written)  # for what is still to be written
    qInstallMessageHandler(before)
    noted = (tmp_path / "log").read_text()
    assert "a thing Qt dislikes" in noted
    assert "Broken" not in noted


def test_the_hook_is_given_back(window: MainWindow) -> None:
    before = sys.excepthook, threading.excepthook
    hook = BugHook(Theme(), window)
    assert sys.excepthook != before[0]
    hook.remove()
    assert (sys.excepthook, threading.excepthook) == before
