"""Handing a flow on: as a file of its own, as sound, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from longstride.content.files import slug
from longstride.content.writing.saving import save_copy
from longstride.core.counting import counted
from longstride.ui.intentions import editing
from longstride.ui.shell.file_dialogs import ask_to_save
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from longstride.core.errors import LongstrideError
    from longstride.core.figure.figure import Figure
    from longstride.leading.exporting import SoundExport
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
        """Write a flow as sound with its progress in sight; Cancel leaves no file behind."""
        from longstride.ui.editor.progress_dialog import ProgressDialog

        engine, flow = self._engine, seen.look.flow
        if flow is None:
            return
        dialog = ProgressDialog(self._theme, self._window, f"Writing {seen.draft.title} as sound")
        exports: list[SoundExport] = []

        def work() -> Iterator[tuple[int, int]]:
            from longstride.leading.exporting import SoundExport

            exports.append(SoundExport(engine, flow, path))
            return exports[0].steps()

        def done(_: object) -> None:
            dialog.accept()
            self._front.done(_NOTICE, _saved_words(path, exports[0]))

        def refused(error: LongstrideError) -> None:
            dialog.accept()
            self._front.refuse(error)

        task = self._background.run(work, done, refused, dialog.show_progress)
        dialog.rejected.connect(task.cancel)
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


def _saved_words(path: Path, export: SoundExport) -> str:
    """Return where the sound is, and what is silent in it."""
    if export.trouble:
        return f"Saved as {path}, with tones alone: {export.trouble}"
    silent = len(export.unspoken)
    left = f" {counted(silent, 'sentence')} could not be spoken." if silent else ""
    return f"Saved as {path}.{left}"
