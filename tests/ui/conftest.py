from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from longstride.library import Library
from longstride.paths import Paths
from longstride.settings import Settings
from ui.house import SHORT, House, PaperEngine, own_places

FLOWS = ("hip-extension-base", "post-run-five", SHORT)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Read the real drills once, and as many flows as are needed."""
    whole = PaperEngine(own_places(tmp_path_factory.mktemp("library")), Settings()).library
    return replace(whole, flows={name: whole.flows[name] for name in FLOWS})


@pytest.fixture(scope="session")
def empty_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the tables once: a new file takes a second."""
    engine = PaperEngine(own_places(tmp_path_factory.mktemp("journal")), Settings())
    engine.records.journal.dispose()
    return engine.paths.journal


@pytest.fixture
def paths(tmp_path: Path, empty_journal: Path) -> Paths:
    return own_places(tmp_path, empty_journal)


def tasks_left() -> list[str]:
    """Return the names of threads that are ours and still run."""
    names: list[str] = []
    for each in Path("/proc/self/task").glob("*/comm"):
        with suppress(FileNotFoundError, ProcessLookupError):  # it has ended since it was listed
            names.append(each.read_text().strip())
    return [name for name in names if name in {"Task", "speech"}]


@pytest.fixture
def build(qtbot: QtBot, paths: Paths, library: Library) -> Iterator[Callable[..., House]]:
    """Build houses that are closed when the test ends, however it ends."""
    houses: list[House] = []

    def one(places: Paths = paths, asked: str = "", fresh: bool = False) -> House:
        houses.append(House(qtbot, places, None if fresh else library, asked))
        return houses[-1]

    yield one
    for house in houses:
        house.close()
    qtbot.waitUntil(lambda: tasks_left() == [])


@pytest.fixture
def house(build: Callable[..., House]) -> House:
    """The window on Today, ready to start."""
    return build().open()
