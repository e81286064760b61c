"""Opens flows to be written, does what is wanted of them, and shows what comes of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from longstride.content.writing.kept_drafts import drop, keep
from longstride.core.errors import ChangedError, FileError
from longstride.ui.editor.latest import Latest
from longstride.ui.editor.seen import Ground, Seen, see
from longstride.ui.editor.sitting import Sitting
from longstride.ui.intentions import editing
from longstride.ui.shell.front import FrontPart
from longstride.ui.widgets.notice import Kind, Notice, Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from longstride.content.writing.saving import Opened
    from longstride.core.figure.figure import Figure
    from longstride.ui.editor.page import EditorPage
    from longstride.ui.editor.saving_desk import SavingDesk
    from longstride.ui.editor.sharing import Sharing
    from longstride.ui.shell.front import Front

_NOTICE = "draft"


class EditDesk(FrontPart):
    """``changed`` comes when the athlete's own flows are others; it carries the one to be shown.

    ``wants`` carries PreviewFlow. ``page`` makes the editor's page and returns it.
    """

    changed = Signal(str)
    wants = Signal(object)

    def __init__(self, front: Front, page: Callable[[], EditorPage]) -> None:
        super().__init__(front)
        self._page = page
        self._latest = Latest(self._background, self._front.refuse, self)
        self._step: int | None = None  # to be chosen with what is shown next
        self._begins = False
        self._then: Callable[[], object] | None = None
        self.sitting: Sitting | None = None
        self.ground: Ground | None = None
        self.saved = b""
        self.seen: Seen | None = None
        self._window.page_shown.connect(self._show_again)
        self._window.closing.connect(lambda _: self._keep_last())

    def open(self, ground: Ground) -> None:
        """Begin a sitting and show it; a draft that was open and not saved stays kept."""
        self._leave_for(ground)
        self.ground = ground
        self.sitting = Sitting(ground.opened.draft, ground.catalogue)
        self.saved = b"" if ground.unsaved else ground.opened.draft.content
        self.seen, self._step, self._then = None, 0, None
        self._begins = True
        self._window.drop_notice(_NOTICE)
        self._window.show_page("editor")  # which has it read

    def has_open(self, ground: Ground) -> bool:
        """Whether the same file, or the same draft of none, is open here."""
        now, file = self.ground, ground.opened.file
        return now is not None and (
            now.place == ground.place or (file is not None and now.opened.file == file)
        )

    def take(self, wish: editing.DraftWish) -> None:
        """Do what is wanted of the flow that is open."""
        if self.sitting is None:
            return
        match wish:
            case editing.ChooseDrill():
                self._choose_drill()
            case editing.WriteDrill(drill):
                self._write_drill(drill)
            case editing.HearDraft(step):
                self._hear(step)
            case editing.SaveWish():
                self._saving.take(wish)
            case editing.ShareWish():
                self._sharing.take(wish)
            case _:
                self._edit(self.sitting, wish)

    def read(self) -> None:
        """Work out beside the window what the draft comes to, keep it, and show it."""
        sitting, ground = self.sitting, self.ground
        assert sitting is not None and ground is not None, "a sitting has begun"
        saved, engine, changed = self.saved, self._engine, sitting.history.can_undo
        now = replace(ground, opened=replace(ground.opened, draft=sitting.draft))
        self._latest.ask(lambda: see(engine, now, saved, changed=changed), self._show)

    def read_then(self, then: Callable[[], object]) -> None:
        """Work out what the draft comes to, and then do what depends on it."""
        self._then = then
        self.read()

    def settle(self, opened: Opened, words: str) -> None:
        """Take on a draft as its file has it now, as a change that can be taken back."""
        if self.sitting is None or self.ground is None:
            return
        self.sitting.history.do(opened.draft, words)
        self.ground = replace(self.ground, opened=opened)
        self.saved = opened.draft.content
        self._front.tell(ChangedError.__name__, "")  # that has passed
        self.tell(words)
        self.read()

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of drills by id."""
        return self._page().figures

    def show_first_remark(self) -> None:
        """Go to the field of the first mistake."""
        self._page().show_first_remark()

    def tell(self, words: str) -> None:
        """Have a screen reader say what came of a change."""
        self._page().tell(words)

    def forget(self, place: Path) -> None:
        """Have no flow open any more, and no draft kept of it."""
        self.sitting = self.ground = self.seen = None
        self._latest.ask(lambda: drop(place), lambda _: None)  # after what may still be keeping it

    def _show_again(self, page: str) -> None:
        """Look at the draft's file again: it may be another by now."""
        if page == "editor" and self.sitting is not None:
            self.read()

    def _keep_last(self) -> None:
        """Keep the newest change of a draft, which may still be worked on when all ends."""
        sitting, ground = self.sitting, self.ground
        if sitting is None or ground is None or not sitting.history.can_undo:
            return
        if sitting.draft.content == self.saved:
            return
        with suppress(FileError):
            keep(ground.place, replace(ground.opened, draft=sitting.draft))

    # -- inside ------------------------------------------------------------------------------

    def _edit(self, sitting: Sitting, wish: editing.DraftWish) -> None:
        before = sitting.draft
        outcome = sitting.take(wish)
        if outcome.step is not None:
            self._step = outcome.step
        if outcome.words:
            self.tell(outcome.words)
        if sitting.draft is not before:
            self.read()

    def _show(self, seen: Seen) -> None:
        sitting = self.sitting
        assert sitting is not None, "what is seen is of a sitting"
        self.seen, step, self._step = seen, self._step, None
        history, page = sitting.history, self._page()
        page.show_view(
            replace(seen.view, can_undo=history.can_undo, can_redo=history.can_redo), step
        )
        if self._begins:
            self._begins = False
            page.begin()
            page.verticalScrollBar().setValue(0)  # where another flow was scrolled to
        then, self._then = self._then, None
        if then is not None:
            then()

    def _choose_drill(self) -> None:
        from longstride.ui.editor.add_dialog import AddDialog
        from longstride.ui.editor.catalogue import offered

        seen, page = self.seen, self._page()
        if seen is None:
            return
        drills = {**seen.look.known}
        dialog = AddDialog(self._theme, self._window, offered(drills), page.figures)
        dialog.taken.connect(lambda drill: self.take(editing.AddStep(drill)))
        dialog.writing.connect(lambda: self.take(editing.WriteDrill()))
        dialog.open()

    def _write_drill(self, drill: str) -> None:
        from longstride.ui.editor.drill_desk import write_drill

        write_drill(self, self._front, drill)

    def _hear(self, step: int | None) -> None:
        """Have a step led through, or all of it; what is wrong in it is shown instead."""
        look = self.seen.look if self.seen else None
        if look is None or look.flow is None or (step is not None and step not in look.numbers):
            self._front.warn(_NOTICE, "This cannot be heard before its mistakes are put right.")
            self._page().show_first_remark()
            return
        place = None if step is None else look.numbers.index(step)
        self.wants.emit(editing.PreviewFlow(look.flow, place))

    def _leave_for(self, ground: Ground) -> None:
        """Offer the way back to a flow that is not saved, where another one is opened."""
        seen, before = self.seen, self.ground
        self._keep_last()
        self._latest.drop()
        if seen is None or before is None or before.place == ground.place:
            return
        if seen.view.is_saved or not before.place.exists():
            return
        opened = replace(before.opened, draft=self.sitting.draft if self.sitting else seen.draft)
        back = replace(before, opened=opened, unsaved=True)
        words = f"{opened.draft.name} is kept as a draft."
        offer = Offer("Go on with it", lambda: self.open(back))
        self._window.show_notice("draft left", Notice(words, Kind.NEWS, offer, answers=True))

    @property
    def _saving(self) -> SavingDesk:
        from longstride.ui.editor.saving_desk import SavingDesk

        return SavingDesk(self, self._front)

    @property
    def _sharing(self) -> Sharing:
        from longstride.ui.editor.sharing import Sharing

        return Sharing(self, self._front)
