"""Saves the plan's turns where the athlete wants them, for the calendar they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from longstride.ui.shell.file_dialogs import ask_to_save
from longstride.ui.shell.front import FrontPart
from longstride.ui.widgets.notice import Kind, Notice, Offer

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "longstride.ics"
_NOTICE = "calendar"
_LEFT = "Your calendar still has its sessions; a new file takes them out."


class CalendarDesk(FrontPart):
    """Asks for a file, fills it beside the window, and says what is in it."""

    def ask(self) -> None:
        """Ask where to save the calendar, and save it there."""
        ask_to_save(self._window, _FILE, self._save)

    def offer_to_clear(self) -> None:
        """Offer a file that takes what is over out of the athlete's calendar."""
        offer = Offer("Save file", self.ask)
        self._window.show_notice(_NOTICE, Notice(_LEFT, Kind.NEWS, offer))

    def _save(self, path: Path) -> None:
        def tell(sentence: str) -> None:
            self._front.done(_NOTICE, sentence)

        self._background.run(lambda: self._written(path), tell, self._front.refuse)

    def _written(self, path: Path) -> str:
        from longstride.records.calendar import read_calendar, save_calendar

        engine = self._engine
        found = read_calendar(
            engine.records.journal,
            engine.paths,
            tuple(engine.library.flows.values()),
            engine.week_start(),
            engine.settings.wishes,
            engine.today(),
        )
        save_calendar(found, path, engine.paths)
        return found.words(path)
