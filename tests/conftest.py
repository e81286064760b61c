"""For every test: Qt draws on no screen unless one was asked for, and nothing reaches a desktop."""

import os
import signal
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a shell's background jobs
    signal.signal(signal.SIGINT, signal.default_int_handler)

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from examples import examples
from longstride.desktop.qt import load_qt
from private_bus import Desktop, session_bus
from wanted import ANOTHER_TRY, summary

load_qt()  # as the program does, or tests depend on what was imported before them

# Properties are about values, not about how busy the machine is. By hand they try many more.
settings.register_profile("longstride", examples(40), deadline=None)
settings.load_profile("longstride")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests of sound: they take as long as what they hear, whatever else runs."""
    items.sort(key=lambda item: item.get_closest_marker("sound") is None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Close with what was left out on this machine and which package brings it in, and retries."""
    yield
    stats = terminalreporter.stats
    for line in summary(str(report.longrepr[2]) for report in stats.get("skipped", [])):
        terminalreporter.write_line(line)
    for report in (*stats.get("passed", []), *stats.get("failed", [])):
        tries = [why for name, why in report.user_properties if name == ANOTHER_TRY]
        for why in tries if report.when == "call" else ():
            terminalreporter.write_line(f"{report.nodeid} was tried again: {why}")


@pytest.fixture(scope="session", autouse=True)
def windows_can_be_made(qapp: object) -> None:
    """Make the one application a process can have such that it can have windows, and write.

    ``doctor`` makes do with one that cannot, and may be the first to ask for one.
    """
    from typeface import bring_typeface

    bring_typeface()


@pytest.fixture(scope="session")
def one_bus() -> Iterator[str]:
    """Run the one session bus a process can have: libdbus keeps the first address it sees."""
    with session_bus() as address:
        yield address


@pytest.fixture
def bus(one_bus: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let this process find the bus for one test."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one_bus)
    return one_bus


@pytest.fixture
def desktop(qtbot: QtBot, bus: str) -> Iterator[Desktop]:
    """The athlete's desktop, which asks the players on the bus and hears what they tell."""
    made = Desktop(qtbot, bus)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def clear_the_floor() -> Iterator[None]:
    """Delete what a test left behind: thousands of old widgets make each new style slow.

    Left until the style changes, they have crashed Qt as well.
    """
    yield
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
