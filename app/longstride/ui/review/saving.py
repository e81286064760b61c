"""Saving a chart as an image, or all of Review as a document, where the athlete says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.errors import FileError, LongstrideError
from longstride.files import write_whole
from longstride.ui.intentions import records as wants
from longstride.ui.review.report import write_report
from longstride.ui.shell.file_dialogs import ask_to_save
from longstride.ui.shell.front import FrontPart
from longstride.ui.shown.past import Past
from longstride.ui.shown.picture import picture_bytes
from longstride.ui.widgets.charts.chart import picture

if TYPE_CHECKING:
    from longstride.ui.shown.measured import Measured, ShownStill

_MOST_STILLS = 40  # offered, the newest
_SAVED = "saved"
_MOST_SESSIONS = 400  # some ten pages; the export has them all


class Saving(FrontPart):
    """Asks for a name and a place, writes, and says where it is or why it could not be."""

    def save(self, intention: wants.SavePicture | wants.SaveReport) -> None:
        """Begin."""
        if isinstance(intention, wants.SaveReport):
            self._read_stills(intention.past)
        else:
            self._ask_place(_file_name(intention.title, "png"), self._picture_writer(intention))

    def _read_stills(self, past: Past) -> None:
        """Find the pictures of the time that is looked at, newest first."""
        from longstride.ui.shown.measured import read_measured

        def ask(measured: Measured) -> None:
            found = (each for each in measured.stills if each.day >= past.first)
            self._ask_name(past, tuple(found)[:_MOST_STILLS])

        self._background.run(lambda: read_measured(self._engine), ask, self._front.refuse)

    def _ask_name(self, past: Past, stills: tuple[ShownStill, ...]) -> None:
        from longstride.ui.review.report_dialog import ReportDialog

        dialog = ReportDialog(self._theme, self._window, stills)
        name = f"longstride-report-{past.today.isoformat()}.pdf"
        dialog.named.connect(lambda *said: self._ask_place(name, self._report_writer(past, *said)))
        dialog.open()

    def _ask_place(self, name: str, write: Callable[[Path], None]) -> None:
        ask_to_save(self._window, name, lambda chosen: self._write(chosen, write))

    def _write(self, path: Path, write: Callable[[Path], None]) -> None:
        try:
            write(path)
        except LongstrideError as error:
            self._front.refuse(error)
            return
        self._front.done(_SAVED, f"Saved as {path}.")

    def _picture_writer(self, wanted: wants.SavePicture) -> Callable[[Path], None]:
        def write(path: Path) -> None:
            image = picture(wanted.plot, wanted.title, self._theme)
            drawn = picture_bytes(image, path.suffix.removeprefix("."))
            if not drawn:
                raise FileError(f'"{path.name}" is not a picture\'s name; end it with .png.')
            write_whole(path, drawn)

        return write

    def _report_writer(
        self, past: Past, name: str, stills: tuple[ShownStill, ...]
    ) -> Callable[[Path], None]:
        from longstride.ui.review.report_stills import still_on_paper
        from longstride.ui.review.report_values import report_on

        def write(path: Path) -> None:
            journal = self._engine.records.journal
            sessions = journal.search(since=past.since, limit=_MOST_SESSIONS)
            shown = tuple(still_on_paper(self._engine.records.pictures, still) for still in stills)
            write_report(path, report_on(past, sessions, name, shown))

        return write


def _file_name(title: str, suffix: str) -> str:
    words = "".join(each if each.isalnum() else " " for each in title.lower()).split()
    return f"longstride-{'-'.join(words)}.{suffix}"
