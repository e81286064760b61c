"""The window's end, held up while a run is not written down and somebody can do something."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent

from longstride.core.errors import JournalError
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from longstride.ui.shell.unwritten_dialog import LeftOver


class Parting(FrontPart):
    """Asks what becomes of the runs that wait, each time the window is about to close."""

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._asked = False
        self._window.closing.connect(self._consider)

    def _consider(self, event: QCloseEvent) -> None:
        if self._asked:
            event.ignore()
            return
        try:
            self._engine.records.unwritten.write_down()
        except JournalError as error:
            event.ignore()
            self._ask(str(error))

    def _ask(self, why: str) -> None:
        from longstride.ui.shell.unwritten_dialog import UnwrittenDialog

        self._asked = True
        dialog = UnwrittenDialog(
            self._theme, self._window, self._engine.records.unwritten.titles, why
        )
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, choice: LeftOver) -> None:
        from longstride.ui.shell.file_dialogs import ask_to_save
        from longstride.ui.shell.unwritten_dialog import LeftOver

        self._asked = False
        match choice:
            case LeftOver.AGAIN:
                self._window.close()
            case LeftOver.SAVE:
                ask_to_save(self._window, self._engine.records.unwritten.file_name, self._save)
            case LeftOver.LOSE:
                self._engine.records.unwritten.forget()
                self._window.close()

    def _save(self, path: Path) -> None:
        try:
            self._engine.records.unwritten.save(path)
        except JournalError as error:
            self._ask(str(error))
        else:
            self._window.close()
