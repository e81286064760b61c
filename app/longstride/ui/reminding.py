"""Reminders in the window: when they are looked at, and what comes forward when one is pressed."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from longstride.settings import Settings
    from longstride.ui.page_set import PageSet
    from longstride.ui.reminders.desk import ReminderDesk
    from longstride.ui.showing import Showing


class Reminding(FrontPart):
    """Reminds the athlete from ``begin`` to ``close``."""

    def __init__(self, front: Front, showing: Showing, pages: PageSet) -> None:
        super().__init__(front)
        self._showing = showing
        self._pages = pages

    @cached_property
    def desk(self) -> ReminderDesk:
        """Where it is decided and told; not made before it is wanted."""
        from longstride.ui.reminders.desk import ReminderDesk

        desk = ReminderDesk(self._front)
        desk.changed.connect(self._showing.take_reminding)
        desk.opened.connect(self._open)
        return desk

    def begin(self) -> None:
        """Look from now on, and whenever the journal is another."""
        self._showing.records.recent_read.connect(lambda _: self._look())
        self._showing.timed.connect(self._settle)
        self._window.page_shown.connect(self._find_way)
        self._find_way(self._window.current_page)
        self._look()
        if self._engine.settings.remind and self._engine.settings.remind_closed:
            self.desk.closed.keep()  # the program may have moved

    def follow(self, before: Settings, settings: Settings) -> None:
        """Follow other settings."""
        if before.wishes == settings.wishes:
            return
        self.desk.change(before.wishes)
        if _when_closed(before) != _when_closed(settings):
            self.desk.closed.keep()

    def close(self) -> None:
        """Take away what stands on the desktop."""
        if "desk" in vars(self):
            self.desk.close()

    def _look(self) -> None:
        if self._engine.settings.remind:
            self.desk.look()

    def _settle(self) -> None:
        """Take a day's time that was past when it was chosen as the next one's."""
        settings = self._engine.settings
        if settings.remind:
            self.desk.change(replace(settings.wishes, on=False))  # none was due at these times
            if settings.remind_closed:
                self.desk.closed.keep()  # it starts at these times too

    def _find_way(self, page: str) -> None:
        if page == "settings":
            self.desk.find_way()

    def _open(self, flow: str) -> None:
        """Open what a reminder told of, ready to be started: Today, if it offers that."""
        if self._window.has_player:
            return
        self._window.show_page("today")
        if not self._pages.focus_start(flow):
            self._showing.open_flow(flow)


def _when_closed(settings: Settings) -> tuple[object, ...]:
    """Return what the system is told of reminders."""
    return settings.remind and settings.remind_closed, settings.remind_times
