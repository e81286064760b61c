"""Handing a flow on: as a file of its own, as sound, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from longstride.content.files import slug
from longstride.content.writing.saving import save_copy
from longstride.ui.intentions import editing
from longstride.ui.shell.file_dialogs import ask_to_save
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from longstride.core.errors import LongstrideError
    from longstride.core.figure.figure import Figure
    from longstride.ui.editor.desk import EditDesk
    from longstride.ui.editor.seen import Seen

_NOTICE = "shared"


class Sharing(FrontPart):
    """Asks for a place, writes beside the window, and says where it is or why it could not be."""

    def __init__(self, desk: EditDesk, front: Front) -> None:
        super().__init__(front)
        self._desk = desk

    def take(self, wish: editing.ShareWish) -> None:
        """Do what is wanted with the flow as it stands."""
        seen = self._desk.seen
        if seen is None:
            return
        name = slug(seen.draft.title)
        match wish:
            case editing.ShareCopy():
                flow = seen.look.flow.id if seen.look.flow else name
                self._ask(f"{name}.flow.toml", lambda path: save_copy(seen.draft, path, flow))
            case editing.SharePage():
                figures = self._desk.figures
                self._ask(f"{name}.pdf", lambda path: _print(path, seen, figures))
            case editing.ShareSound():
                ask_to_save(self._window, f"{name}.mp3", lambda path: self._record(path, seen))

    def _record(self, path: Path, seen: Seen) -> None:
        """Record a flow with its progress in sight; Cancel leaves no file behind."""
        from longstride.leading.recording import record
        from longstride.ui.editor.progress_dialog import ProgressDialog

        engine, flow = self._engine, seen.look.flow
        if flow is None:
            return
        dialog = ProgressDialog(self._theme, self._window, f"Recording {seen.draft.title}")

        def done(_: object) -> None:
            dialog.accept()
            self._front.done(_NOTICE, f"Saved as {path}.")

        def refused(error: LongstrideError) -> None:
            dialog.accept()
            self._front.refuse(error)

        work = self._background.run(
            lambda: record(engine, flow, path), done, refused, dialog.show_progress
        )
        dialog.rejected.connect(work.cancel)
        dialog.open()

    def _ask(self, name: str, write: Callable[[Path], None]) -> None:
        ask_to_save(self._window, name, lambda path: self._write(path, write))

    def _write(self, path: Path, write: Callable[[Path], None]) -> None:
        told = f"Saved as {path}."
        self._background.run(
            lambda: write(path), lambda _: self._front.done(_NOTICE, told), self._front.refuse
        )


def _print(path: Path, seen: Seen, figures: Mapping[str, Figure]) -> None:
    from longstride.ui.editor.printing import write_page

    write_page(path, seen.view, figures)
