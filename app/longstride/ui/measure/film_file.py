"""An open clip or picture and what is read of it, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage

from longstride.core.errors import FilmError
from longstride.ui.measure.in_turn import InTurn

if TYPE_CHECKING:
    from longstride.core.picture import Picture
    from longstride.film.footage import Footage
    from longstride.film.reel import Reel
    from longstride.ui.shell.background import Background, Refused

Result = TypeVar("Result")
Opened = Callable[["Footage"], object]
Seen = Callable[[int, QImage], object]


class FilmFile:
    """One file at a time; each that is opened closes the one before.

    What comes of a file that another took the place of is forgotten.
    """

    def __init__(self, background: Background, refused: Refused) -> None:
        self._turn = InTurn(background)
        self._refused = refused
        self._using = Lock()  # of the reel, by a piece of work or by its end
        self._reel: Reel | None = None
        self.file: Path | None = None
        self.thumbs: tuple[QImage, ...] = ()

    def open(self, file: Path, opened: Opened, refused: Refused) -> None:
        """Open a file, and say what is in it."""
        self._turn.forget()
        self.file, self.thumbs = file, ()
        self._turn.do("open", partial(self._open, file), opened, refused)

    def close(self) -> None:
        """Let the file go, once the piece of work that uses it is done."""
        self._turn.forget()
        with self._using:
            self._put(None)

    def see(self, frame: int, seen: Seen) -> None:
        """Read a frame, before all else; one that was asked for and has not begun is left out."""

        def take(image: QImage) -> None:
            seen(frame, image)

        self._turn.do("frame", partial(self._see, frame), take, self._refused, soon=True)

    def read_thumbs(self, seen: Callable[[tuple[QImage, ...]], object]) -> None:
        """Read twelve small pictures, each in its turn, so that a frame waits for one at most."""
        pictures: list[Iterator[Picture]] = []

        def read() -> QImage | None:
            with self._opened() as reel:
                if not pictures:
                    pictures.append(reel.thumbnails())
                found = next(pictures[0], None)
            return None if found is None else qimage(found)

        def take(image: QImage | None) -> None:
            if image is not None:
                self.thumbs = (*self.thumbs, image)
                seen(self.thumbs)
                self._turn.do("thumb", read, take, _leave)

        self._turn.do("thumb", read, take, _leave)

    def with_picture(
        self,
        frame: int,
        work: Callable[[Picture], Result],
        done: Callable[[Result], object],
        refused: Refused,
    ) -> None:
        """Do something slow with a frame, in its turn."""

        def read() -> Result:
            with self._opened() as reel:
                picture = reel.picture_at(frame)
            return work(picture)

        self._turn.do("picture", read, done, refused)

    def _open(self, file: Path) -> Footage:
        from longstride.film.reel import Reel

        with self._using:
            self._put(None)
            reel = Reel(file)
            self._put(reel)
        return reel.footage

    def _see(self, frame: int) -> QImage:
        with self._opened() as reel:
            return qimage(reel.picture_at(frame))

    @contextmanager
    def _opened(self) -> Iterator[Reel]:
        with self._using:
            if self._reel is None:
                raise FilmError("Nothing is open any more; open the clip or picture again.")
            yield self._reel

    def _put(self, reel: Reel | None) -> None:
        if self._reel is not None:
            self._reel.close()
        self._reel = reel


def qimage(picture: Picture) -> QImage:
    """Return a picture as Qt paints it."""
    width, height = picture.width, picture.height
    form = QImage.Format.Format_RGB888
    return QImage(picture.rgb, width, height, 3 * width, form).copy()


def _leave(_: object) -> None:
    """A small picture that cannot be read is left out."""
