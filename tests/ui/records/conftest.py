"""Windows over journals with backups."""

from collections.abc import Callable

import pytest

from longstride.paths import Paths
from longstride.settings import Settings
from ui import page_samples as samples
from ui.house import House, PaperEngine
from ui.records.using_files import wrote

Build = Callable[..., House]


@pytest.fixture
def keeping(build: Build) -> House:
    """A window over a journal with six sessions, on Settings."""
    house = build()
    wrote(house, 6)
    house.open().window.show_page("settings")
    return house


@pytest.fixture
def kept(paths: Paths) -> Paths:
    """Places of a journal with four sessions in its only backup, and a fifth since."""
    engine = PaperEngine(paths, Settings())
    for session in samples.sessions(5)[1:]:
        engine.records.journal.begin(session)
    engine.records.backups.make()
    engine.records.journal.begin(samples.sessions(1)[0])
    engine.records.journal.dispose()
    return paths
