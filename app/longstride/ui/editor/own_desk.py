"""The athlete's own flows as files: begun, copied, opened, deleted, starred, brought in."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from longstride.core.errors import FileError, FlowError, LongstrideError, Mistake
from longstride.ui.intentions import editing
from longstride.ui.intentions.records import Import
from longstride.ui.intentions.window import OpenFiles
from longstride.ui.shell.front import Front, FrontPart
from longstride.ui.widgets.notice import Kind, Notice, Offer

if TYPE_CHECKING:
    from collections.abc import Callable

    from longstride.content.writing.draft import Draft
    from longstride.content.writing.kept_drafts import Kept
    from longstride.content.writing.saving import Opened, Removed
    from longstride.content.writing.workouts import Workout
    from longstride.engine import Engine
    from longstride.ui.editor.desk import EditDesk
    from longstride.ui.editor.page import EditorPage
    from longstride.ui.editor.seen import Ground

_NOTICE, _DRAFTS = "own flow", "drafts"
_KINDS = "Flows (*.toml *.json)"


class OwnFlows(FrontPart):
    """``changed`` comes when the own flows are others; it carries the one to be shown, or "".

    ``wants`` carries an Intention. ``page`` makes the editor's page and returns it.
    """

    changed = Signal(str)
    wants = Signal(object)

    def __init__(self, front: Front, page: Callable[[], EditorPage]) -> None:
        super().__init__(front)
        self._page = page

    @cached_property
    def desk(self) -> EditDesk:
        """Where a flow is written; not made before one is."""
        from longstride.ui.editor.desk import EditDesk

        desk = EditDesk(self._front, self._page)
        desk.changed.connect(self.changed)
        desk.wants.connect(self.wants)
        return desk

    def take(self, wish: editing.EditWish) -> None:
        """Do what is wanted."""
        match wish:
            case editing.NewFlow():
                self._open(_new)
            case editing.MakeMine(flow):
                self._open(lambda engine: _copy(engine, flow))
            case editing.EditFlow(flow):
                self._edit(lambda engine: _own_file(engine, flow))
            case editing.EditFile(file):
                self._edit(lambda _: Path(file))
            case editing.DeleteFlow(flow):
                self._delete(flow)
            case editing.Star(flow, on):
                self._star(flow, on=on)
            case editing.ImportFlow(path):
                self._bring(path)
            case editing.TakeJson(file):
                self._take_json(file)
            case editing.DraftWish():
                self.desk.take(wish)

    def _take_json(self, file: Path) -> None:
        """See which of the two it is, and have that done."""

        def is_workout() -> bool:
            from longstride.ui.editor.workouts import is_workout_file

            return is_workout_file(file)

        def take(found: bool) -> None:
            self.wants.emit(editing.ImportFlow(file) if found else Import(file))

        self._background.run(is_workout, take, self._front.refuse)

    def offer_drafts(self) -> None:
        """Offer what was written and neither saved nor let go, such as before a crash."""
        state = self._engine.paths.state

        def find() -> tuple[Kept, ...]:
            if not (state / "drafts").is_dir():
                return ()  # as on almost every start: nothing more is imported
            from longstride.content.writing.kept_drafts import kept_drafts

            return kept_drafts(state)

        self._background.run(find, self._tell_drafts, self._front.refuse)

    # -- inside ------------------------------------------------------------------------------

    def _tell_drafts(self, drafts: tuple[Kept, ...]) -> None:
        if not drafts:
            return
        newest = drafts[0]

        def go_on() -> None:
            self._open(lambda _: newest.opened, newest.place)

        words = f"“{newest.title}” was not saved. Its draft is kept."
        if len(drafts) > 1:
            words = f"{len(drafts)} drafts were not saved and are kept; “{newest.title}” is newest."
        offer = Offer("Go on with it", go_on)
        self._window.show_notice(_DRAFTS, Notice(words, Kind.NEWS, offer))

    def _open(self, make: Callable[[Engine], Opened], place: Path | None = None) -> None:
        """Read beside the window what is to be written in, and open it.

        ``place`` is where its draft is kept already, None where it has none yet.
        """
        engine = self._engine

        def work() -> Ground:
            from longstride.content.writing.kept_drafts import new_place
            from longstride.ui.editor.seen import Ground

            catalogue = engine.library.catalogue
            with engine.making:  # whatever reads flows is imported by one thread at a time
                opened = make(engine)
            unsaved = opened.file is None or place is not None
            return Ground(opened, catalogue, place or new_place(engine.paths.state), unsaved)

        self._background.run(work, self._begin, self._refuse)

    def _begin(self, ground: Ground) -> None:
        """Open it; what is open already is gone on with."""
        if self.desk.has_open(ground):
            self._window.show_page("editor")
        else:
            self.desk.open(ground)

    def _edit(self, find: Callable[[Engine], Path]) -> None:
        def opened(engine: Engine) -> Opened:
            from longstride.content.writing.saving import open_file

            return open_file(find(engine))

        self._open(opened)

    def _delete(self, flow: str) -> None:
        from longstride.content.writing.saving import put_back, remove

        engine = self._engine

        def work() -> Removed:
            removed = remove(_own_file(engine, flow))
            engine.read_library_again()
            return removed

        def undo(removed: Removed) -> None:
            put_back(removed)
            engine.read_library_again()

        def tell(removed: Removed) -> None:
            self.changed.emit("")
            words = f"{removed.file.name} is deleted. What you did with it stays in your journal."
            offer = Offer("Undo", lambda: self._do(lambda: undo(removed), flow))
            self._window.show_notice(_NOTICE, Notice(words, Kind.DONE, offer, answers=True))

        self._background.run(work, tell, self._refuse)

    def _star(self, flow: str, *, on: bool) -> None:
        from longstride.ui.shown.favourites import star

        file = self._engine.paths.favourites
        self._do(lambda: star(file, flow, on=on), "")

    def _do(self, work: Callable[[], None], flow: str) -> None:
        self._background.run(work, lambda _: self.changed.emit(flow), self._refuse)

    def _bring(self, path: Path | None) -> None:
        if path is None:
            from longstride.ui.shell.file_dialogs import ask_to_open

            home = Path.home()
            ask_to_open(self._window, "Import a flow", home, _KINDS, self._bring)
        elif path.suffix.lower() == ".json":
            self._bring_workout(path)
        else:
            self.wants.emit(OpenFiles((str(path),)))

    def _bring_workout(self, path: Path) -> None:
        """Take in what another app exported: one workout is opened, several are all kept."""
        if self._window.has_player:
            self._front.warn(_NOTICE, f"Drop {path.name} once more when this flow is over.")
            return
        engine = self._engine

        def work() -> tuple[Workout, ...]:
            from longstride.ui.editor.workouts import read_workout_file

            return read_workout_file(engine, path)

        self._background.run(work, self._take_workouts, self._refuse)

    def _take_workouts(self, workouts: tuple[Workout, ...]) -> None:
        from longstride.ui.editor.workouts import brought_words, keep_all

        engine = self._engine
        if len(workouts) == 1:
            self._open(lambda _: _unsaved(workouts[0].draft))
        else:
            self._do(lambda: keep_all(engine, workouts), "")
        self._front.done(_NOTICE, brought_words(workouts))

    def _refuse(self, error: LongstrideError) -> None:
        """Say why not; a file that cannot be parsed at all is told with its lines."""
        if isinstance(error, FlowError):
            self._tell_mistakes(error.mistakes)
        else:
            self._front.refuse(error)

    def _tell_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        first = mistakes[0]
        where = f"{Path(first.file).name}, line {first.line}" if first.line else first.file
        more = f" (and {len(mistakes) - 1} more)" if len(mistakes) > 1 else ""
        text = f"{where}: {first.text}{more}. Mend it in a text editor, then open it again."
        self._front.warn(_NOTICE, text)


def _new(_: Engine) -> Opened:
    from longstride.content.writing.draft import new_draft

    return _unsaved(new_draft())


def _own_file(engine: Engine, flow: str) -> Path:
    """Return the file of a flow of one's own; FileError where it has gone meanwhile."""
    file = engine.library.own.get(flow)
    if file is None:
        raise FileError(f"“{flow}” is among your flows no more: its file is gone.")
    return Path(file)


def _unsaved(draft: Draft) -> Opened:
    from longstride.content.writing.saving import Opened

    return Opened(draft)


def _copy(engine: Engine, flow: str) -> Opened:
    """Return a copy of a flow, with its comments, that has no file yet."""
    from longstride.content.writing.saving import Opened, file_of, made_mine, open_file

    own = engine.library.own.get(flow)
    file = Path(own) if own else file_of(engine.paths.assets / "flows", flow)
    if file is None:
        raise FlowError((Mistake(flow, 0, "there is no file of this flow to be copied"),))
    return Opened(made_mine(open_file(file).draft))
