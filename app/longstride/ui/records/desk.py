"""Does what the athlete wants of the records: reads them, has them written and asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from longstride.core.errors import JournalError, LongstrideError
from longstride.core.history.session import AfterRating
from longstride.ui.intentions import records as wants
from longstride.ui.records.reading import find, read_past, read_recent
from longstride.ui.records.writing import Writing
from longstride.ui.shell.background import Task
from longstride.ui.shell.front import Front, FrontPart
from longstride.ui.shown.past import Past, Query, Range, Recent
from longstride.ui.shown.trouble import read_trouble

if TYPE_CHECKING:
    from longstride.ui.records.dose_desk import Author, DoseDesk
    from longstride.ui.records.files_desk import FilesDesk
    from longstride.ui.records.questions import Questions

Result = TypeVar("Result")


class RecordDesk(FrontPart):
    """``found`` carries a tuple of Sessions.

    ``doses_read`` carries how doses stand by flow, where one more was asked for.
    ``unread`` comes where the records cannot be read at all. ``troubled`` carries a Trouble where
    that is the journal's fault, and None before it is tried again. After every change the records
    are read again.
    """

    recent_read = Signal(Recent)
    past_read = Signal(Past)
    found = Signal(tuple)
    doses_read = Signal(dict)
    unread = Signal()
    troubled = Signal(object)

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._recent: Recent | None = None
        self._range = Range.SEASON
        self._query = Query()
        self._reading: dict[str, Task] = {}
        self._writing = Writing(front)
        self._writing.written.connect(self._read_again)
        self._past_awaits = False  # whether it is to be read as soon as that is
        self._looked = False  # for runs that were left in files when the program ended before

    @cached_property
    def files(self) -> FilesDesk:
        """Where the records are kept as files."""
        from longstride.ui.records.files_desk import FilesDesk

        desk = FilesDesk(self._front)
        desk.replaced.connect(self._read_again)
        return desk

    @cached_property
    def _doses(self) -> DoseDesk:
        """Where doses are read and changed."""
        from longstride.ui.records.dose_desk import DoseDesk

        desk = DoseDesk(self._front)
        desk.written.connect(self._read_again)
        return desk

    @cached_property
    def _questions(self) -> Questions:
        """What is asked in dialogs."""
        from longstride.ui.records.questions import Questions

        return Questions(self._front, self._writing)

    def read_recent(self, afresh: bool = False) -> None:
        """Read what Today shows; ``afresh`` if more than new sessions came since."""
        engine, start = self._engine, self.week_start
        before = None if afresh else self._recent
        first, doses = not self._looked, self._doses

        def work() -> Recent:
            engine.records.prove()
            if first:
                engine.records.take_left()
            recent = read_recent(engine, start, before)
            return replace(recent, doses=doses.read(start))

        if "doses" in self._reading:
            self._reading["doses"].cancel()  # they are read with all else
        self._read("recent", work, self._take_recent)

    def read_past(self) -> None:
        """Read what Review shows, its sessions too."""
        engine, start, chosen = self._engine, self.week_start, self._range
        self._read("past", lambda: read_past(engine, chosen, start), self.past_read.emit)
        self._find(self._query)

    def look_at_dose(self, flow: str, author: Author) -> None:
        """Read how the dose of a flow stands, now and with all that is read later."""
        self._doses.ask(flow, author)
        if self._recent is not None:
            self._read_doses()

    def take(self, wish: wants.RecordWish) -> None:  # noqa: PLR0912 - all of them, in one place
        """Do what is wanted."""
        match wish:
            case wants.Look(chosen):
                self._range = chosen
                self.read_past()
            case wants.Find(query):
                self._find(query)
            case wants.Delete(session):
                self._writing.delete(session)
            case wants.LeaveUnrated(session):
                self._writing.rate(session, AfterRating())
            case wants.RateSoreness(day, soreness):
                self._writing.rate_soreness(day, soreness)
            case wants.DoseWish():
                self._doses.take(wish, self.week_start)
            case wants.SetTarget(days):
                self._set_target(days)
            case wants.ReadAgain():
                self._engine.records.let_go()  # its file may be another by now
                self._read_again()
            case wants.Edit(session):
                self._questions.ask_edit(session)
            case wants.Add():
                self._questions.ask_add()
            case wants.Rate(session):
                self._questions.ask_rate(session)
            case wants.SayBetter(places, name):
                self._writing.say_better(places, name)
            case wants.Measure(kind, held):
                self._questions.ask_measure(kind, held)
            case wants.PlanRest():
                self._ask_rest()
            case wants.Explain(finding):
                self._questions.explain(finding)

    @property
    def week_start(self) -> int:
        """The first day of the athlete's weeks, 0 Monday to 6 Sunday."""
        return self._engine.week_start()

    def _read(
        self, name: str, work: Callable[[], Result], take: Callable[[Result], object]
    ) -> None:
        """Read in the background; a later question of the same name makes this one moot."""
        if name in self._reading:
            self._reading[name].cancel()
        self._reading[name] = self._background.run(work, take, self._refuse)

    def _take_recent(self, recent: Recent) -> None:
        self._recent = recent
        self.recent_read.emit(recent)
        if not self._doses.has_read(recent.doses.keys()):  # one was asked for meanwhile
            self._read_doses()
        if self._past_awaits:  # only now: what waited to be written needs the journal to itself
            self._past_awaits = False
            self.read_past()
        if not self._looked:
            self._looked = True
            self.files.find_left()

    def _read_doses(self) -> None:
        doses, start = self._doses, self.week_start
        self._read("doses", lambda: doses.read(start), self.doses_read.emit)

    def _find(self, query: Query) -> None:
        self._query = query
        engine = self._engine
        self._read("found", lambda: find(engine, query), self.found.emit)

    def _refuse(self, error: LongstrideError) -> None:
        if isinstance(error, JournalError):
            trouble = partial(read_trouble, self._engine, error)
            self._read("trouble", trouble, self.troubled.emit)
        else:
            self._front.refuse(error)
            self.unread.emit()

    def _read_again(self) -> None:
        if "trouble" in self._reading:
            self._reading["trouble"].cancel()  # of what was there before
        self.troubled.emit(None)
        self._past_awaits = True
        self.read_recent(afresh=True)

    def _set_target(self, days: int) -> None:
        if self._recent is not None:
            self._writing.set_target(self._recent.rhythm.week_of(self._engine.today()), days)

    def _ask_rest(self) -> None:
        if self._recent is not None:
            self._questions.ask_rest(self._recent.rhythm)
