"""For every test: Qt draws on no screen unless one was asked for, and nothing reaches a desktop."""

import os
import shutil
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

import pytest

from private_bus import session_bus


@pytest.fixture(scope="session")
def one_bus() -> Iterator[str]:
    """Run the one session bus a process can have: libdbus keeps the first address it sees."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("the program dbus-daemon is not installed")
    with session_bus() as address:
        yield address


@pytest.fixture
def bus(one_bus: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let this process find the bus for one test."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one_bus)
    return one_bus
