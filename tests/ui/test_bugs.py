"""A bug ends nothing: it is logged, and shown as text to copy."""

import logging
import sys
from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from longstride.ui.bugs import BugHook
from longstride.ui.dialogs.bug import BugDialog
from longstride.ui.main_window import MainWindow, PageEntry
from longstride.ui.theme import Theme

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


def test_ctrl_c_is_not_a_bug(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    passed_on: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: passed_on.append(kind))
    hook = BugHook(Theme(), window)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    hook.remove()
    assert passed_on == [KeyboardInterrupt]
    assert dialogs(window) == []


def test_the_hook_is_given_back(window: MainWindow) -> None:
    before = sys.excepthook
    hook = BugHook(Theme(), window)
    assert sys.excepthook != before
    hook.remove()
    assert sys.excepthook == before
