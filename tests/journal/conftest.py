from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.journal_samples import a_session, a_step, noon
from journal.two_journals import Two
from longstride.journal.journal import Journal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def journal(file: Path) -> Iterator[Journal]:
    journal = Journal(file, noon)
    yield journal
    journal.dispose()


@pytest.fixture
def written(file: Path) -> Path:
    """A journal of two sessions, closed again."""
    journal = Journal(file, noon)
    journal.begin(a_session(days_ago=1, steps=(a_step(0), a_step(1))))
    journal.begin(a_session())
    journal.dispose()
    return file


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    two = Two(tmp_path)
    yield two
    two.here.dispose()
    two.there.dispose()
