"""Reads what the pages show, off the GUI thread, and fills the page that is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from longstride.core.history.soreness import morning_left
from longstride.ui.page_set import PageSet
from longstride.ui.shell.front import Front, FrontPart
from longstride.ui.shell.memory import WindowMemory
from longstride.ui.shown.pages import (
    Fresh,
    Shown,
    no_records,
    read_flows,
    with_doses,
)

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Talk
    from longstride.core.history.session import Session
    from longstride.engine import Engine
    from longstride.settings import Settings
    from longstride.ui.editor.own_desk import OwnFlows
    from longstride.ui.flows.opening import Opening
    from longstride.ui.intentions.leading import Start
    from longstride.ui.measure.desk import FilmDesk
    from longstride.ui.plan.desk import PlanDesk
    from longstride.ui.records.desk import RecordDesk
    from longstride.ui.shown.past import Recent
    from longstride.ui.shown.reminders import ReminderState


_PAINTED = 60  # ms in which what is offered is laid out and painted, with nobody in its way


def _nothing() -> None:
    """Do nothing."""


class Showing(FrontPart):
    """Keeps ``shown``, the values of all pages, and fills the page that is open.

    ``recent_shown`` carries them when what Today knows was read anew, ``timed`` comes when the
    athlete's days or their times are other ones.
    """

    recent_shown = Signal(Shown)
    timed = Signal()

    def __init__(self, front: Front, pages: PageSet, memory: WindowMemory) -> None:
        super().__init__(front)
        self._pages = pages
        self._memory = memory
        self._flows_are_old = False
        self.shown = Shown(self._engine.today(), self._engine.settings)
        self._window.page_shown.connect(self._show_page)

    @cached_property
    def records(self) -> RecordDesk:
        """Where the records are read and written; not made before the window stands."""
        from longstride.ui.records.desk import RecordDesk

        desk = RecordDesk(self._front)
        desk.recent_read.connect(self._take_recent)
        desk.past_read.connect(lambda past: self._take(lambda s: replace(s, past=past)))
        desk.found.connect(lambda found: self._take(lambda s: replace(s, found=found)))
        desk.doses_read.connect(lambda doses: self._take(with_doses(doses)))
        desk.unread.connect(lambda: self._take(no_records))
        desk.troubled.connect(lambda why: self._take(lambda s: replace(s, trouble=why)))
        return desk

    @cached_property
    def opening(self) -> Opening:
        """Where flows from files come in; not made before the window stands."""
        from longstride.ui.flows.opening import Opening

        opening = Opening(self._front)
        opening.opened.connect(self._show_opened)
        opening.kept.connect(self._show_kept)
        return opening

    @cached_property
    def plan(self) -> PlanDesk:
        """Where a plan is followed, moved and ended; not made before one is wanted."""
        from longstride.ui.plan.desk import PlanDesk

        desk = PlanDesk(self._front)
        desk.timed.connect(self.timed)
        desk.written.connect(lambda: self.records.read_recent(afresh=True))
        desk.refused.connect(lambda: self._fill(self._window.current_page))
        return desk

    @cached_property
    def film(self) -> FilmDesk:
        """Where clips and pictures are read and measured; not made before one is wanted."""
        from longstride.ui.measure.desk import FilmDesk

        desk = FilmDesk(self._front)
        desk.written.connect(lambda: self.records.read_recent(afresh=True))
        desk.measured_read.connect(lambda found: self._take(lambda s: replace(s, measured=found)))
        return desk

    @cached_property
    def own(self) -> OwnFlows:
        """Where flows of the athlete's own are written; not made before it is asked."""
        from longstride.ui.editor.own_desk import OwnFlows

        own = OwnFlows(self._front, self._pages.editor)
        own.changed.connect(self._show_own)
        own.wants.connect(self._pages.wants)
        return own

    def flow(self, name: str) -> Flow:
        """Return a flow as the athlete wants it, also one that was opened from a file."""
        return self.finder(name)()

    def finder(self, name: str) -> Callable[[], Flow]:
        """Return what finds a flow on any thread."""
        engine, guest = self._engine, self.opening.guests.get(name)
        return lambda: engine.as_wanted(guest.flow) if guest else engine.flow(name)

    def look_at_dose(self, flow: str) -> None:
        """Read how a flow's dose stands, and show it."""
        engine, guest = self._engine, self.opening.guests.get(flow)
        self.records.look_at_dose(flow, lambda: guest.flow if guest else engine.library.flow(flow))

    def session(self) -> Session | None:
        """Return the session that was interrupted, if one was."""
        return self.shown.recent.interrupted if self.shown.recent else None

    def read_offer(self, then: Callable[[], None]) -> None:
        """Find what Today offers, show it, and do what follows once it is painted."""
        from longstride.ui.today.offer import read_offer

        def take(fresh: Fresh) -> None:
            self._take(fresh)
            QTimer.singleShot(_PAINTED, self, then)

        self._background.run(lambda: read_offer(self._engine), take, lambda _: then())

    def shorten(self, flow: str, talk: Talk | None) -> None:
        """Fit a flow to fewer minutes beside the window, and show what is left of it."""
        from longstride.ui.shown.shorter import read_shorter

        find = self.finder(flow)
        self.read(lambda engine: read_shorter(engine, find(), talk))

    def read_flows(self, then: Callable[[], None] = _nothing) -> None:
        """Read the flows beside the window, show them, and do what follows."""
        guests = dict(self.opening.guests)
        self.read(lambda engine: read_flows(engine, guests), then)

    def take_devices(self, devices: tuple[str, ...]) -> None:
        """Show the names of sound devices."""
        self._take(lambda shown: replace(shown, devices=devices))

    def follow(self, before: Settings, settings: Settings) -> None:
        """Read again what other settings change; flows not before they are shown next."""
        if _how_told(before) != _how_told(settings):
            self._flows_are_old = True
        if (before.week_start, before.day_start) != (settings.week_start, settings.day_start):
            self.records.read_recent(afresh=True)

    def take_reminding(self, state: ReminderState) -> None:
        """Show how reminders stand."""
        self._take(lambda shown: replace(shown, reminding=state))

    def open_flow(self, flow: str) -> None:
        """Open the page of a flow."""
        self._window.show_page("flows")
        self._pages.open_flow(flow)

    def read(self, look: Callable[[Engine], Fresh], then: Callable[[], None] = _nothing) -> None:
        """Look at something beside the window, show it, and do what follows."""

        def take(fresh: Fresh) -> None:
            self._take(fresh)
            then()

        self._background.run(lambda: look(self._engine), take, self._front.refuse)

    def _take(self, fresh: Fresh) -> None:
        """Take what was read; the rest may have changed since that was begun."""
        self.shown = fresh(self.shown)
        self._fill(self._window.current_page)

    def _take_recent(self, recent: Recent) -> None:
        self._front.tell("JournalError", "")
        self._front.tell("lost", "")  # or the records could not have been read
        self._front.tell("backup", self._engine.records.backup_trouble)
        before = self.shown.recent
        self._take(lambda shown: replace(shown, recent=recent))
        self.recent_shown.emit(self.shown)
        dosed = before is not None and before.changes != recent.changes
        if self._window.current_page == "measure":
            self.film.read()
        learnt = self.shown.cards is not None and self.shown.cards_know != recent.known
        if dosed or learnt:  # what has become known takes less words, and less time
            self.read_flows()

    def _show_opened(self, flows: tuple[str, ...], start: Start | None) -> None:
        def show() -> None:
            self.open_flow(flows[0] if start is None else start.flow)
            if start is not None:
                self._pages.wants.emit(start)

        self.read_flows(show)
        several = f"{len(flows)} flows were opened; all of them are on the page Flows."
        self._front.done("opened", several if len(flows) > 1 else "")

    def _show_own(self, flow: str) -> None:
        """Show the flows as they are by now, one of them opened where it is named."""
        on_flows = flow and self._window.current_page == "flows"
        self.read_flows(lambda: self.open_flow(flow) if on_flows else None)

    def _show_kept(self, flow: str) -> None:
        self.read_flows(lambda: self.open_flow(flow))
        self._front.done("opened", "Kept: it is one of your own flows from now on.")

    def _show_page(self, name: str) -> None:
        recent = self.shown.recent
        if recent is not None and recent.whole and recent.day != self._engine.today():
            self.records.read_recent(afresh=True)  # the window stood open over midnight
        if name == "review":
            self.records.read_past()
        if name == "measure":
            self.film.read()
        if name == "plan" and self.shown.plans is None:
            from longstride.ui.shown.plans import read_plans

            self.read(read_plans)
        if self._flows_are_old and name != "settings":
            self._flows_are_old = False
            self.read_flows()
        self._fill(name)

    def _fill(self, name: str) -> None:
        if not self._window.has_player:
            engine, display = self._engine, self._memory.display
            today, settings = engine.today(), engine.settings
            now = replace(
                self.shown,
                today=today,
                settings=settings,
                display=display,
                morning_left=morning_left(engine.now(), today),
                soreness_left=self._memory.soreness_left,
            )
            self._pages.fill(name, now)


def _how_told(settings: Settings) -> tuple[object, ...]:
    """Return what the lengths of flows depend on."""
    return settings.breath, settings.talk, settings.voice, settings.rate
