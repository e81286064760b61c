"""The whole window, for tests that break what it stands on."""

import tempfile
from pathlib import Path

import pytest

from sound.conftest import pulse, start
from ui.conftest import build, empty_journal, house, library, paths

__all__ = ["build", "empty_journal", "house", "library", "paths", "pulse", "start"]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder of temporary files, of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder
