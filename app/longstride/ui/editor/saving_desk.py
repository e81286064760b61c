"""Saving a flow that is written: to its file, as a copy, anew from its file, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from longstride.content.writing.commands import set_head
from longstride.content.writing.saving import Opened, open_file, save, save_new
from longstride.core.counting import counted
from longstride.core.errors import ChangedError
from longstride.ui.intentions import editing
from longstride.ui.intentions.window import ShowPage
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from longstride.content.writing.draft import Draft
    from longstride.core.errors import LongstrideError
    from longstride.ui.editor.desk import EditDesk
    from longstride.ui.editor.seen import Ground
    from longstride.ui.editor.sitting import Sitting

_NOTICE = "draft"


class SavingDesk(FrontPart):
    """Does what is wanted of the open flow and its file; why not is told, and nothing is lost."""

    def __init__(self, desk: EditDesk, front: Front) -> None:
        super().__init__(front)
        self._desk = desk

    def take(self, wish: editing.SaveWish) -> None:
        """Do what is wanted."""
        sitting, ground = self._desk.sitting, self._desk.ground
        if sitting is None or ground is None:
            return
        match wish:
            case editing.SaveDraft():
                self._save(sitting, ground)
            case editing.SaveAsCopy():
                self._save_new(set_head(sitting.draft, "id", None))
            case editing.ReloadFile():
                self._reload(ground)
            case editing.LeaveDraft():
                self._leave(ground)

    def _save(self, sitting: Sitting, ground: Ground) -> None:
        """Write it where nothing is wrong; else go to the first mistake."""
        seen = self._desk.seen
        if seen is None or seen.draft is not sitting.draft:
            self._desk.read_then(lambda: self._save(sitting, ground))
        elif seen.view.mistakes:
            number = counted(len(seen.view.mistakes), "mistake")
            self._front.warn(
                _NOTICE, f"This flow cannot be saved yet: {number}. The first is shown."
            )
            self._desk.show_first_remark()
        elif ground.opened.file is None:
            self._save_new(sitting.draft)
        else:
            opened = replace(ground.opened, draft=sitting.draft)
            self._write(lambda: save(opened))

    def _save_new(self, draft: Draft) -> None:
        engine = self._engine
        self._write(lambda: save_new(draft, engine.paths.flows, engine.library.shipped))

    def _reload(self, ground: Ground) -> None:
        file = ground.opened.file
        if file is None:
            return
        self._background.run(
            lambda: open_file(file),
            lambda opened: self._desk.settle(opened, "Taken from the file"),
            self._front.refuse,
        )

    def _leave(self, ground: Ground) -> None:
        """Go back to what the file has; without a file there is nothing to go back to."""
        if ground.opened.file is None:
            self._desk.forget(ground.place)
            self._window.wants.emit(ShowPage("flows"))
            self._front.done(_NOTICE, "The draft is gone.")
        else:
            self._reload(ground)

    def _write(self, work: Callable[[], Opened]) -> None:
        engine = self._engine

        def written() -> Opened:
            opened = work()
            engine.read_library_again()
            return opened

        self._background.run(written, self._take, self._refuse)

    def _take(self, opened: Opened) -> None:
        self._desk.settle(opened, "Saved")
        self._front.done(_NOTICE, f"Saved: {opened.draft.title}.")
        self._desk.changed.emit("")

    def _refuse(self, error: LongstrideError) -> None:
        if isinstance(error, ChangedError):
            self._desk.read()
        self._front.refuse(error)
