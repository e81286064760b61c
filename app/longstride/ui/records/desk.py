"""Does what the pages want of the records: reads them, asks what has to be asked, writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from PySide6.QtCore import QLocale, Signal

from longstride.core.errors import JournalError
from longstride.core.history.session import AfterRating, Session
from longstride.desktop.suspend import SteadyClock
from longstride.settings import WeekStart
from longstride.ui import intentions as wants
from longstride.ui.records.reading import find, read_past, read_recent
from longstride.ui.shell.background import Task
from longstride.ui.shell.front import Front, FrontPart
from longstride.ui.shown.past import Query, Range, Recent
from longstride.ui.shown.trouble import read_trouble
from longstride.ui.widgets.notice import Offer

if TYPE_CHECKING:
    from longstride.ui.records.add_session_dialog import Added
    from longstride.ui.records.files_desk import FilesDesk
    from longstride.ui.records.measure_dialog import Taken
    from longstride.ui.records.rest_dialog import Rest
    from longstride.ui.review.saving import Saving

_DELETED = "deleted"


class RecordDesk(FrontPart):
    """``recent_read`` carries a Recent, ``past_read`` a Past, ``found`` a tuple of Sessions.

    ``refused`` carries the LongstrideError that kept something from being read or written, and
    ``unread`` follows where the records cannot be read at all. ``troubled`` carries a Trouble
    where that is the journal's fault, and None before it is tried again. After every change the
    records are read again.
    """

    recent_read = Signal(object)
    past_read = Signal(object)
    found = Signal(object)
    refused = Signal(object)
    unread = Signal()
    troubled = Signal(object)

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._recent: Recent | None = None
        self._range = Range.SEASON
        self._query = Query()
        self._reading: dict[str, Task] = {}
        self._saving: Saving | None = None
        self._keeping: FilesDesk | None = None
        self._past_awaits = False  # whether it is to be read as soon as that is
        self._looked = False  # for runs that were left in files when the program ended before

    def read_recent(self, afresh: bool = False) -> None:
        """Read what Today shows; ``afresh`` if more than new sessions came since."""
        engine, start = self._engine, self._week_start
        before = None if afresh else self._recent
        first = not self._looked

        def work() -> Recent:
            engine.records.prove()
            if first:
                engine.records.take_left()
            return read_recent(engine, start, before)

        self._read("recent", work, self._take_recent)

    def read_past(self) -> None:
        """Read what Review shows, its sessions too."""
        engine, start, chosen = self._engine, self._week_start, self._range
        self._read("past", lambda: read_past(engine, chosen, start), self.past_read.emit)
        self._find(self._query)

    def take(self, intention: wants.Intention) -> None:
        """Do what is wanted."""
        match intention:
            case wants.Look(chosen):
                self._range = chosen
                self.read_past()
            case wants.Find(query):
                self._find(query)
            case wants.Delete(session):
                self._delete(session)
            case wants.LeaveUnrated(session):
                self._rate(session, AfterRating())
            case wants.SetTarget(days):
                self._set_target(days)
            case wants.SavePicture() | wants.SaveReport():
                self._save(intention)
            case wants.ReadAgain():
                self._engine.records.let_go()  # its file may be another by now
                self._read_again()
            case _ if isinstance(intention, wants.Keep):
                self._keep(intention)
            case _:
                self._ask(intention)

    def _ask(self, intention: wants.Intention) -> None:
        """Open the dialog that an intention needs."""
        match intention:
            case wants.Edit(session):
                self._ask_edit(session)
            case wants.Add():
                self._ask_add()
            case wants.Rate(session):
                self._ask_rate(session)
            case wants.Measure():
                self._ask_measure(intention)
            case wants.PlanRest():
                self._ask_rest()
            case wants.Explain():
                self._explain()

    # -- reading ----------------------------------------------------------------------------

    @property
    def _week_start(self) -> int:
        return first_weekday(self._engine.settings.week_start)

    def _read(self, name: str, work: Callable[[], object], take: Callable[[object], None]) -> None:
        """Read in the background; a later question of the same name makes this one moot."""
        if name in self._reading:
            self._reading[name].cancel()
        self._reading[name] = self._background.run(work, take, self._refuse)

    def _take_recent(self, recent: object) -> None:
        self._recent = cast("Recent", recent)
        self.recent_read.emit(recent)
        if self._past_awaits:  # only now: what waited to be written needs the journal to itself
            self._past_awaits = False
            self.read_past()
        if not self._looked:
            self._looked = True
            self._keep(wants.FindLeft())

    def _find(self, query: Query) -> None:
        self._query = query
        engine = self._engine
        self._read("found", lambda: find(engine, query), self.found.emit)

    def _refuse(self, error: object) -> None:
        if isinstance(error, JournalError):
            trouble = partial(read_trouble, self._engine, error)
            self._read("trouble", trouble, self.troubled.emit)
        else:
            self.refused.emit(error)
            self.unread.emit()

    # -- writing ----------------------------------------------------------------------------

    def _write(self, work: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        def done(_: object) -> None:
            self._read_again()
            if then is not None:
                then()

        self._background.run(work, done, self.refused.emit)

    def _read_again(self) -> None:
        if "trouble" in self._reading:
            self._reading["trouble"].cancel()  # of what was there before
        self.troubled.emit(None)
        self._past_awaits = True
        self.read_recent(afresh=True)

    def _delete(self, session: Session) -> None:
        journal = self._engine.records.journal

        def offer() -> None:
            undo = Offer("Undo", lambda: self._write(lambda: journal.undelete(session.id)))
            self._window.show_notice(_DELETED, f"{session.title} was deleted.", undo)

        self._write(lambda: journal.delete(session.id), offer)

    def _rate(self, session: Session, after: AfterRating) -> None:
        self._write(lambda: self._engine.records.journal.rate(session.id, after))

    def _edit(self, session: Session) -> None:
        self._write(lambda: self._engine.records.journal.edit(session))

    def _set_target(self, days: int) -> None:
        if self._recent is not None:
            start = self._recent.rhythm.week_of(self._engine.today())
            self._write(lambda: self._engine.records.journal.set_target(start, days))

    def _add(self, added: Added) -> None:
        engine = self._engine

        def work() -> None:
            from longstride.content import flow_to_json
            from longstride.ui.records.entered import added_session

            flow = engine.flow(added.flow) if added.flow else None
            engine.records.journal.add(
                added_session(added, flow, flow_to_json, engine.now(), uuid4())
            )

        self._write(work)

    def _measure(self, taken: tuple[Taken, ...]) -> None:
        engine = self._engine

        def work() -> None:
            from longstride.ui.records.entered import measurement_of

            for each in taken:
                engine.records.journal.measure(measurement_of(each, engine.now(), uuid4()))

        self._write(work)

    def _freeze(self, rest: Rest) -> None:
        def work() -> None:
            for day in rest.days:
                self._engine.records.journal.freeze(day, rest.reason)

        self._write(work)

    def _thaw(self, rest: Rest) -> None:
        def work() -> None:
            for day in rest.days:
                self._engine.records.journal.unfreeze(day)

        self._write(work)

    # -- dialogs ----------------------------------------------------------------------------

    def _ask_edit(self, session: Session) -> None:
        from longstride.ui.records.edit_session_dialog import EditSessionDialog

        dialog = EditSessionDialog(self._theme, self._window, session, self._engine.today())
        dialog.edited.connect(self._edit)
        dialog.open()

    def _ask_add(self) -> None:
        from longstride.ui.records.add_session_dialog import AddSessionDialog

        titles = {flow.id: flow.title for flow in self._engine.library.flows.values()}
        dialog = AddSessionDialog(self._theme, self._window, titles, self._engine.today())
        dialog.added.connect(self._add)
        dialog.open()

    def _ask_rate(self, session: Session) -> None:
        from longstride.ui.shown.after_dialog import AfterDialog

        before = session.stiffness_before
        dialog = AfterDialog(self._theme, self._window, session.title, before)
        dialog.rated.connect(lambda after: self._rate(session, after))
        dialog.open()

    def _ask_measure(self, measure: wants.Measure) -> None:
        from longstride.ui.records.measure_dialog import MeasureDialog

        clock, today = SteadyClock(), self._engine.today()
        dialog = MeasureDialog(self._theme, self._window, clock, today, measure.kind)
        dialog.measured.connect(self._measure)
        dialog.open()

    def _ask_rest(self) -> None:
        from longstride.ui.records.rest_dialog import RestDialog

        if self._recent is None:
            return
        rhythm, today = self._recent.rhythm, self._engine.today()
        week = rhythm.week_of(today)
        dialog = RestDialog(self._theme, self._window, rhythm.freezes, today, week)
        dialog.frozen.connect(self._freeze)
        dialog.thawed.connect(self._thaw)
        dialog.open()

    def _explain(self) -> None:
        from longstride.ui.records.explain_dialog import ExplainDialog

        ExplainDialog(self._theme, self._window).open()

    def _save(self, intention: wants.SavePicture | wants.SaveReport) -> None:
        from longstride.ui.review.saving import Saving

        if self._saving is None:
            self._saving = Saving(self._front)
            self._saving.refused.connect(self.refused)
        self._saving.save(intention)

    def _keep(self, intention: wants.Keep) -> None:
        from longstride.ui.records.files_desk import FilesDesk

        if self._keeping is None:
            desk = FilesDesk(self._front)
            desk.refused.connect(self.refused)
            desk.replaced.connect(self._read_again)
            self._keeping = desk
        self._keeping.take(intention)


def first_weekday(start: WeekStart) -> int:
    """Return the first day of the week, 0 Monday to 6 Sunday, the system's if none is set."""
    if start is WeekStart.SYSTEM:
        return QLocale().firstDayOfWeek().value - 1
    return {WeekStart.MONDAY: 0, WeekStart.SATURDAY: 5, WeekStart.SUNDAY: 6}[start]
