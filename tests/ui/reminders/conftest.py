"""A window in which reminders are wanted, over a portal of paper."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from longstride.desktop import waking
from longstride.paths import Paths
from paper_notifiers import PaperPortal, running
from ui.house import House
from ui.reminders.being_told import opened

Build = Callable[..., House]


@pytest.fixture(autouse=True)
def no_system_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    """Listen on none: libdbus would keep it for all tests to come."""
    monkeypatch.setattr(waking, "_SOCKET", Path("/nonexistent"))
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS", raising=False)


@pytest.fixture
def desktop(bus: str) -> Iterator[PaperPortal]:
    """The portal of the athlete's desktop."""
    with running(PaperPortal(bus)) as there:
        yield there


@pytest.fixture
def house(build: Build, paths: Paths, desktop: PaperPortal) -> House:
    """A window opened at 18:04, with a reminder wanted at 18:00."""
    return opened(build, paths)
