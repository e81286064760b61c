"""Asks who the athlete is, and has the plan that suits them followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal

from longstride.core.errors import LongstrideError
from longstride.core.flow.plan import Plan
from longstride.core.history.plan.answers import Answers
from longstride.ui.intentions import Intention
from longstride.ui.intentions.window import ChangeSettings, OpenFlow
from longstride.ui.shell.front import Front
from longstride.ui.shell.writing_part import WritingPart
from longstride.ui.welcome import words
from longstride.ui.welcome.dialog import WelcomeDialog

if TYPE_CHECKING:
    from longstride.records.answers import Before

RANGE_CHECK = "range-check"
_NOTICE = "plan"


class WelcomeDesk(WritingPart):
    """``wants`` carries OpenFlow and ChangeSettings."""

    wants = Signal(Intention)

    def __init__(self, front: Front, week_start: Callable[[], int]) -> None:
        super().__init__(front)
        self._week_start = week_start
        self.dialog: WelcomeDialog | None = None
        self._gives_way = False

    def ask_first(self, then: Callable[[], None]) -> None:
        """Ask if nothing was done or decided yet, and do what follows beside the questions."""
        from longstride.journal.glance import is_untouched

        def take(untouched: bool) -> None:
            if untouched and not self._gives_way and not self._window.has_player:
                self.ask()
            then()

        journal = self._engine.paths.journal
        self._background.run(lambda: is_untouched(journal), take, self._front.refuse)

    def give_way(self, flows: tuple[str, ...]) -> None:
        """Leave the questions for the next start where flows were opened, which come first."""
        self._gives_way = self._gives_way or bool(flows)
        if flows and self.dialog is not None:
            self.dialog.done(0)

    def ask(self) -> None:
        """Ask, once at a time."""
        if self.dialog is not None:
            return
        dialog = self.dialog = WelcomeDialog(self._theme, self._window, self._week_start())
        dialog.begun.connect(lambda answers, plan: self._begin(answers, plan, dialog))
        dialog.measured.connect(lambda answers, plan: self._measure(answers, plan, dialog))
        dialog.skipped.connect(self._remember)
        dialog.finished.connect(self._let_go)
        dialog.open()
        engine = self._engine
        self._background.run(lambda: engine.plans, self._take_plans, self._take_no_plans)

    def _take_plans(self, plans: Mapping[str, Plan]) -> None:
        if self.dialog is not None:
            self.dialog.show_plans(plans)

    def _take_no_plans(self, error: LongstrideError) -> None:
        self._take_plans({})
        self._refuse(error)

    def _refuse(self, error: LongstrideError) -> None:
        """Say why it cannot be done: among the questions, or in the window once they left."""
        if self.dialog is None:
            self._front.refuse(error)
        else:
            self.dialog.refuse(str(error))

    def _let_go(self) -> None:
        self.dialog = None

    def _remember(self) -> None:
        """Never ask by itself again."""
        settings = self._engine.settings
        if not settings.welcomed:
            self.wants.emit(ChangeSettings(replace(settings, welcomed=True)))

    def _measure(self, answers: Answers | None, plan: Plan | None, dialog: WelcomeDialog) -> None:
        def open_it() -> None:
            self.wants.emit(OpenFlow(RANGE_CHECK))

        if answers is None or plan is None:
            self._end(dialog)
            open_it()
        else:
            self._begin(answers, plan, dialog, open_it)

    def _begin(
        self,
        answers: Answers,
        plan: Plan,
        dialog: WelcomeDialog,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Write the answers down; the questions stay until that is done."""
        engine, start = self._engine, self._week_start()

        def work() -> Before:
            from longstride.records.answers import begin

            return begin(engine.records.journal, answers, plan, start, engine.today(), uuid4)

        def done(before: Before) -> None:
            self._end(dialog)
            self._tell(before)
            if then is not None:
                then()

        self._write(work, done)

    def _tell(self, before: Before) -> None:
        """Say that what the athlete had decided is another now, with the way back."""
        from longstride.records.answers import take_back

        if before.is_missed:
            undo = partial(take_back, self._engine.records.journal, before)
            self._offer_undo(_NOTICE, words.changed(before), undo)

    def _end(self, dialog: WelcomeDialog) -> None:
        self._remember()
        if self.dialog is dialog:  # or it was left meanwhile
            dialog.accept()
