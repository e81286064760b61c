"""Keeps the athlete's records safe: backups and the way back, export and import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Signal

from longstride.ui.intentions import records as wants
from longstride.ui.shell.file_dialogs import ask_for_folder, ask_to_open, ask_to_save
from longstride.ui.shell.front import FrontPart
from longstride.ui.widgets.notice import Kind, Notice, Offer

if TYPE_CHECKING:
    from longstride.journal.backup import Backup

_KEPT = "kept"
_LEFT = "left"


class FilesDesk(FrontPart):
    """Does what is wanted beside the window, and says in a sentence what came of it.

    ``replaced`` comes when the records may be others than before.
    """

    replaced = Signal()

    def take(self, wish: wants.FileWish) -> None:
        """Do what is wanted."""
        match wish:
            case wants.BackUp():
                self._run(self._back_up)
            case wants.ChooseBackup():
                backups = self._engine.records.backups
                self._background.run(backups.all, self._offer, self._front.refuse)
            case wants.Restore(backup):
                self._run(lambda: self._restore(backup), self.replaced.emit)
            case wants.ExportFile():
                name = f"longstride-{self._engine.today()}.json"
                ask_to_save(self._window, name, lambda to: self._run(lambda: self._export(to)))
            case wants.ExportTables():
                into = "A folder for the tables"
                ask_for_folder(self._window, into, lambda to: self._run(lambda: self._tables(to)))
            case wants.Import(path):
                self._import(path)

    def find_left(self) -> None:
        """Offer to take in runs that were left in files when the program ended."""
        unwritten = self._engine.records.unwritten
        self._background.run(lambda: unwritten.left, self._offer_left, self._front.refuse)

    def _run(self, work: Callable[[], str], then: Callable[[], None] = lambda: None) -> None:
        """Do slow work that ends in a sentence, and say it."""

        def done(sentence: str) -> None:
            self._front.done(_KEPT, sentence)
            then()

        self._background.run(work, done, self._front.refuse)

    def _offer(self, backups: tuple[Backup, ...]) -> None:
        from longstride.ui.records.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._theme, self._window, backups)
        dialog.chosen.connect(self._take_backup)
        dialog.elsewhere.connect(self._ask_for_backup)
        dialog.open()

    def _ask_for_backup(self) -> None:
        folder = self._engine.records.backups.folder
        start = folder if folder.is_dir() else folder.parent
        kinds = "Journals (*.sqlite);;All files (*)"
        ask_to_open(self._window, "Restore a journal", start, kinds, self._take_backup)

    def _take_backup(self, path: Path) -> None:
        self.take(wants.Restore(path))

    def _offer_left(self, files: tuple[Path, ...]) -> None:
        self._window.drop_notice(_LEFT)
        if files:
            it = "it" if len(files) == 1 else "them"
            offer = Offer(f"Put {it} in the journal", lambda: [*map(self._take_in, files)])
            self._window.show_notice(_LEFT, Notice(what_was_left(files), Kind.NEWS, offer))

    def _take_in(self, path: Path) -> None:
        def taken() -> None:
            self.replaced.emit()
            self.find_left()

        self._run(lambda: self._engine.records.take_in(path), taken)

    def _import(self, path: Path | None) -> None:
        if path is not None:
            self._take_in(path)
            return
        kinds = "Longstride exports (*.json);;All files (*)"
        ask_to_open(self._window, "Import", Path(QDir.homePath()), kinds, self._take_in)

    # -- the work itself, on threads of its own -----------------------------------------------

    def _back_up(self) -> str:
        return f"A backup is in {self._engine.records.back_up()}."

    def _restore(self, backup: Path | None) -> str:
        aside = self._engine.records.restore(backup)
        now = (
            f"The journal is now that of {backup.name}."
            if backup
            else "A new, empty journal begins."
        )
        return f"{now} The file that was there is kept in {aside}." if aside else now

    def _export(self, path: Path) -> str:
        self._engine.records.journal.export_json(path)
        return f"Everything is in {path}."

    def _tables(self, folder: Path) -> str:
        tables = folder / f"longstride-{self._engine.today()}"
        self._engine.records.journal.export_csv(tables)
        return f"The tables are in {tables}."


def what_was_left(files: tuple[Path, ...]) -> str:
    """Return in a sentence which files hold runs that were left when the program ended."""
    places = " and ".join(str(file) for file in files)
    if len(files) == 1:
        return (
            "Longstride ended before the journal could take your last run. Nothing is lost: all "
            f"of it is in {places}."
        )
    return (
        f"Longstride ended before the journal could take {len(files)} of your runs. Nothing is "
        f"lost: all of them are in {places}."
    )
