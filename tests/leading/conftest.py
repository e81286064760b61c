"""A journal for runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from leading.led import NOW
from longstride.journal.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite", lambda: NOW)
    yield journal
    journal.dispose()
