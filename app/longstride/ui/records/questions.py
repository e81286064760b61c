"""Asks about the records in dialogs; what is answered is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from longstride.core.history.session import Session
from longstride.core.history.week import Rhythm
from longstride.desktop.suspend import SteadyClock
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from longstride.core.flow.drill import Side
    from longstride.core.history.measure import MeasureKind
    from longstride.core.history.what_changed import Finding
    from longstride.ui.records.writing import Writing
    from longstride.ui.widgets.overlay import Overlay


class Questions(FrontPart):
    """Opens one dialog for each thing that can be asked."""

    def __init__(self, front: Front, writing: Writing) -> None:
        super().__init__(front)
        self._writing = writing

    def ask_edit(self, session: Session) -> None:
        """Ask what to change of a session."""
        from longstride.ui.records.edit_session_dialog import EditSessionDialog

        dialog = EditSessionDialog(self._theme, self._window, session, self._engine.today())
        dialog.edited.connect(self._writing.edit)
        self._open(dialog)

    def ask_add(self) -> None:
        """Ask what was done without the program."""
        from longstride.ui.records.add_session_dialog import AddSessionDialog

        titles = {flow.id: flow.title for flow in self._engine.library.flows.values()}
        dialog = AddSessionDialog(self._theme, self._window, titles, self._engine.today())
        dialog.added.connect(self._writing.add)
        self._open(dialog)

    def ask_rate(self, session: Session) -> None:
        """Ask how a session left the athlete."""
        from longstride.ui.shown.after_dialog import AfterDialog

        before = session.stiffness_before
        dialog = AfterDialog(self._theme, self._window, session.title, before)
        dialog.rated.connect(lambda after: self._writing.rate(session, after))
        self._open(dialog)

    def ask_measure(self, kind: MeasureKind | None, held: Mapping[Side, int]) -> None:
        """Ask for measurements, of one kind if one is named; ``held`` is s on the bridge."""
        from longstride.ui.records.measure_dialog import MeasureDialog

        clock, today = SteadyClock(), self._engine.today()
        dialog = MeasureDialog(self._theme, self._window, clock, today, kind, held)
        dialog.measured.connect(self._writing.measure)
        self._open(dialog)

    def ask_rest(self, rhythm: Rhythm) -> None:
        """Ask which days to freeze, or to let count again."""
        from longstride.ui.records.rest_dialog import RestDialog

        today = self._engine.today()
        week = rhythm.week_of(today)
        dialog = RestDialog(self._theme, self._window, rhythm.freezes, today, week)
        dialog.frozen.connect(self._writing.freeze)
        dialog.thawed.connect(self._writing.thaw)
        self._open(dialog)

    def explain(self, finding: Finding | None) -> None:
        """Say how a finding is made; None for streak and score."""
        from longstride.ui.records.explain_dialog import REGULAR, ExplainDialog

        parts = ((finding.sentence, finding.how),) if finding else REGULAR
        ExplainDialog(self._theme, self._window, parts).open()

    def _open(self, dialog: Overlay) -> None:
        """Open a dialog; its calendars have the athlete's weeks."""
        from longstride.ui.widgets.fields import DayField

        for field in dialog.findChildren(DayField):
            field.begin_weeks(self._engine.week_start())
        dialog.open()
