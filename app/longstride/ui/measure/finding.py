"""Points suggested on a frame, and the frame on which the thigh is furthest back."""

from __future__ import annotations

from threading import Event, RLock
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from longstride.core.history.angle import Level
from longstride.lazy import made_once
from longstride.ui.measure.film_file import FilmFile
from longstride.ui.measure.placed import body_points
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from longstride.core.errors import LongstrideError
    from longstride.core.flow.drill import Side
    from longstride.core.history.angle import Marks
    from longstride.core.picture import Picture
    from longstride.film.pose import Furthest, Pose
    from longstride.ui.measure.film_view import FilmView
    from longstride.ui.shell.background import Task

_NO_MODEL = (
    "This Longstride came without the model that suggests points. Placing them by hand is the "
    "better way anyhow."
)


class Finding(FrontPart):
    """Looks beside the window; a suggestion is a guess that the athlete corrects."""

    _went = Signal(float)

    def __init__(self, front: Front, film: FilmFile, view: FilmView) -> None:
        super().__init__(front)
        self._film, self._view = film, view
        self._task: Task | None = None
        self._stopped = Event()
        self._went.connect(self._show_progress)
        self._models = front.engine.paths.assets / "models"
        self.making = RLock()

    @made_once
    def _pose(self) -> Pose:
        """The model; it is loaded where it is first used, off the GUI thread."""
        from longstride.film.pose import Pose

        return Pose(self._models)

    def why_not(self) -> str:
        """Return why nothing can be suggested, "" where it can."""
        from longstride.film.pose import is_here

        return "" if is_here(self._models) else _NO_MODEL

    def suggest(self, frame: int, side: Side) -> None:
        """Suggest the points of a leg on a frame."""
        level = self._level()

        def work(picture: Picture) -> Marks:
            return self._pose.suggest(picture, side, level)

        view = self._view
        self._film.with_picture(
            frame,
            work,
            lambda marks: view.show_suggested(frame, body_points(marks)),
            lambda error: view.show_unsure(str(error)),
        )

    def find(self, side: Side) -> None:
        """Look through the clip, on a copy of its own of what reads it."""
        self.stop()
        file, models, level, stopped = self._film.file, self._models, self._level(), Event()
        self._stopped = stopped
        if file is None:
            return

        def go_on(part: float) -> bool:
            self._went.emit(part)
            ended = self._task is not None and self._task.cancelled  # with the window
            return not (stopped.is_set() or ended)

        def work() -> Furthest | None:
            from longstride.film.pose import Pose
            from longstride.film.reel import Reel

            with Reel(file) as reel:
                return Pose(models).furthest_back(reel, side, level, go_on)

        self._task = self._background.run(work, self._found, self._refused)

    def stop(self) -> None:
        """Look no further."""
        self._stopped.set()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show_progress(self, part: float) -> None:
        measuring = self._view.measuring
        if self._task is not None and measuring is not None:
            frames = len(measuring.footage.times)
            self._view.parts.finding.show_progress(round(part * frames), frames)

    def _found(self, furthest: Furthest | None) -> None:
        self._task = None
        if furthest is None:
            return
        words = "Furthest back, as far as the model sees."
        self._view.show_found(furthest.index, body_points(furthest.marks), words)

    def _refused(self, error: LongstrideError) -> None:
        self._task = None
        self._view.show_unsure(str(error))

    def _level(self) -> Level:
        measuring = self._view.measuring
        if measuring is None:
            return Level()
        return measuring.level_now
