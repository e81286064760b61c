"""The hands and eyes for files and backups."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from longstride.ui.records.trouble_view import TroubleView
from ui import page_samples as samples
from ui.house import House


def wrote(house: House, sessions: int) -> None:
    for session in samples.sessions(sessions):
        house.engine.records.journal.begin(session)


def choose(house: House, path: Path) -> None:
    """Answer the file dialog that is open."""
    house.qtbot.waitUntil(lambda: house.window.findChildren(QFileDialog) != [])
    dialog = house.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def says(house: House, *words: str) -> str:
    """Wait until a notice has these words, and return it."""

    def found() -> list[str]:
        return [text for text in house.window.notices if all(word in text for word in words)]

    house.qtbot.waitUntil(lambda: found() != [])
    return found()[0]


def trouble(house: House) -> str:
    """Wait for the screen that stands for the page, and return what it says."""
    house.qtbot.waitUntil(lambda: house.shown(TroubleView) is not None)
    return str(house.shown(TroubleView).trouble.sentence)
