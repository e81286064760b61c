"""A desktop of its own with an accessibility bus, and the program on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from access.access_bus import Reader
from access.access_desktop import NEEDED, desktop
from wanted import want


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """The environment of a desktop that all tests share, one program on it at a time."""
    want(*NEEDED, screen=True)
    with desktop(tmp_path_factory.mktemp("desktop")) as environment:
        yield environment


@pytest.fixture
def reader(screen: Mapping[str, str]) -> Iterator[Reader]:
    """A screen reader's place on the bus."""
    made = Reader(screen["DBUS_SESSION_BUS_ADDRESS"])
    yield made
    made.close()


@pytest.fixture
def onlooker(screen: Mapping[str, str]) -> Iterator[Reader]:
    """One who only looks at what is there, and is told nothing."""
    made = Reader(screen["DBUS_SESSION_BUS_ADDRESS"], listens=False)
    yield made
    made.close()
