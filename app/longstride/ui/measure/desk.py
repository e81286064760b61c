"""Does what the athlete wants of clips and pictures: opens, reads and compares them."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from longstride.core.errors import FilmError
from longstride.ui.intentions import measure as wants
from longstride.ui.measure.film_file import FilmFile
from longstride.ui.measure.kept import kept_today
from longstride.ui.shell.file_dialogs import ask_to_open
from longstride.ui.shell.front import Front
from longstride.ui.shell.writing_part import WritingPart
from longstride.ui.shown.film import NO_FILM, Use
from longstride.ui.shown.measured import Measured, read_measured
from longstride.ui.shown.still_files import read_still

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QImage

    from longstride.core.errors import LongstrideError
    from longstride.film.footage import Footage
    from longstride.ui.measure.film_view import FilmView
    from longstride.ui.measure.finding import Finding
    from longstride.ui.measure.keeping import Keeping
    from longstride.ui.measure.measuring import Kept
    from longstride.ui.measure.page import MeasurePage

_TITLE = "Open a clip or a picture"
_KINDS = (
    "Clips and pictures (*.mp4 *.mov *.m4v *.mkv *.webm *.avi *.mts *.ts *.3gp "
    "*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;All files (*)"
)


class FilmDesk(WritingPart):
    """Reads beside the window, and shows what it read on the page Measure.

    ``measured_read`` carries a Measured.
    """

    measured_read = Signal(Measured)

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._film = FilmFile(front.background, self._tell_on_film)
        self._beside = FilmFile(front.background, front.refuse)
        self._folder = Path.home()
        self._measured = Measured(date.min)  # until it was read
        self._waiting: wants.OpenFilm | None = None
        for film in (self._film, self._beside):
            front.window.closed.connect(film.close)
        front.window.page_shown.connect(lambda _: self._open_waiting())

    @cached_property
    def _keeping(self) -> Keeping:
        """Where angles are kept and taken out."""
        from longstride.ui.measure.keeping import Keeping

        made = Keeping(self._front, self._film)
        made.written.connect(self.written)
        return made

    @cached_property
    def _finding(self) -> Finding:
        """Where points are suggested."""
        from longstride.ui.measure.finding import Finding

        return Finding(self._front, self._film, self._view)

    def lead(self, use: Use = Use.STRIDE) -> None:
        """Go to where a film is measured, with how to make one."""
        self._come()
        self._view.invite(use, self._why_not())

    def take(self, wish: wants.FilmWish) -> None:
        """Do what is wanted."""
        match wish:
            case wants.LeadToFilm(use):
                self.lead(use)
            case wants.OpenFilm(use, file):
                self._ask_or_open(use, file)
            case wants.SeeFrame(frame):
                self._film.see(frame, self._page.show_frame)
            case wants.SeeStill(still):
                self._read_still(still)
            case wants.OpenBeside():
                ask_to_open(self._window, _TITLE, self._folder, _KINDS, self._open_beside)
            case wants.SeeBeside(frame):
                self._beside.see(frame, self._page.show_beside_frame)
            case wants.SuggestPoints(frame, side):
                self._finding.suggest(frame, side)
            case wants.FindFurthest(side):
                self._finding.find(side)
            case wants.StopFinding():
                self._finding.stop()
            case wants.KeepAngle():
                self._keeping.keep(wish)
            case wants.KeepCadence(spm, steps):
                self._keeping.keep_cadence(spm, steps)
            case wants.DeleteStill(still):
                self._keeping.delete(still)

    def read(self) -> None:
        """Read every number and still there is."""
        engine = self._engine
        self._background.run(lambda: read_measured(engine), self._take_measured, self._unread)

    def _unread(self, error: LongstrideError) -> None:
        """Say why the numbers are not there; the film can be looked at meanwhile."""
        self._refuse(error)
        if self._measured.today == date.min:
            self._take_measured(Measured(self._engine.today(), no_film=self._why_not()))

    def _take_measured(self, measured: Measured) -> None:
        self._measured = measured
        self.measured_read.emit(measured)
        if (measuring := self._view.measuring) is not None:
            self._view.show_kept(self._kept(measuring.use))

    def _kept(self, use: Use) -> Kept:
        return kept_today(self._measured.measurements, self._measured.today, use)

    # -- opening --------------------------------------------------------------------------------

    def _come(self) -> None:
        """Show the film: only where that is wanted, not when something has been read."""
        if self._window.current_page != "measure":
            self._window.show_page("measure")
        self._page.open_film()

    @property
    def _page(self) -> MeasurePage:
        from longstride.ui.measure.page import MeasurePage

        page = self._window.page("measure")
        assert isinstance(page, MeasurePage), "it goes by this name"
        return page

    @property
    def _use(self) -> Use:
        """What is measured now, if that can be known without leaving a flow."""
        here = self._window.current_page == "measure" and not self._window.has_player
        return self._view.use if here else Use.STRIDE

    def _open_waiting(self) -> None:
        if self._waiting is not None and not self._window.has_player:
            wish, self._waiting = self._waiting, None
            self.take(wish)

    @property
    def _view(self) -> FilmView:
        return self._page.film

    def _why_not(self) -> str:
        from longstride.film.reel import is_here

        return "" if is_here() else NO_FILM

    def _ask_or_open(self, wanted: Use | None, file: Path | None) -> None:
        use = wanted or self._use
        if file is not None:
            self._open(use, file)
            return
        ask_to_open(self._window, _TITLE, self._folder, _KINDS, lambda file: self._open(use, file))

    def _open(self, use: Use, file: Path) -> None:
        if self._window.has_player:  # it was dropped on a flow, and waits for its end
            self._waiting = wants.OpenFilm(use, file)
            return
        self._come()
        self._folder = file.parent
        if why_not := self._why_not():
            self._view.invite(use, why_not)
            return
        self._finding.stop()
        self._view.show_reading(use, file.name)
        self._film.open(file, lambda footage: self._show(use, footage), self._refuse_film)

    def _show(self, use: Use, footage: Footage) -> None:
        view = self._view
        view.show_source(footage, use, self._kept(use))
        view.show_can_suggest(self._finding.why_not())
        self._film.see(0, self._page.show_frame)
        if not footage.is_picture:
            self._film.read_thumbs(self._show_thumbs)

    def _read_still(self, still: UUID) -> None:
        file = self._engine.records.pictures.file(still)
        self._background.run(
            lambda: read_still(file),
            lambda image: self._page.compare.show_frame(still, 0, image),
            self._refuse,
        )

    def _open_beside(self, file: Path) -> None:
        self._folder = file.parent
        self._beside.open(file, self._page.show_beside, self._front.refuse)

    def _show_thumbs(self, images: tuple[QImage, ...]) -> None:
        self._view.parts.strip.show_thumbs(images)

    def _refuse_film(self, error: LongstrideError) -> None:
        """Say on the page why what was wanted is not open."""
        if isinstance(error, FilmError):
            self._view.invite(self._view.use, str(error))
        else:
            self._refuse(error)

    def _tell_on_film(self, error: LongstrideError) -> None:
        """Say on the page what is wrong with a frame; the rest may be well."""
        self._view.show_unsure(str(error))
