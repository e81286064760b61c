"""The whole window, for tests that break what it stands on."""

from sound.conftest import pulse, start
from ui.conftest import build, empty_journal, house, library, paths

__all__ = ["build", "empty_journal", "house", "library", "paths", "pulse", "start"]
