"""Points of a leg suggested on a picture, or over a whole clip: a guess, to be corrected by hand.

Side on, the two hips lie over one another, and so do the shoulders; the model draws them apart by
guessing at a turn of the trunk. On drawn figures of known angles the middle of the two halved the
error of the thigh. It is still off by 3 degrees in the middle and now and then by 35, so what is
suggested says that it is, and nothing is suggested that the model itself is unsure of.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from longstride.core.errors import FilmError
from longstride.core.flow.drill import Side
from longstride.core.history.angle import By, Level, Marks, Point
from longstride.core.history.measure import MeasureError
from longstride.core.picture import Picture
from longstride.film.body import Body, Finder
from longstride.film.reel import Reel

UNSURE = 0.5  # how surely a point is seen, under which it is refused
COARSE = 240  # frames of a clip that are looked at before those around the best
FLAT = Level()
_JUMP = 20.0  # degrees that a thigh never moves between two frames that are looked at

_SHOULDERS, _HIPS, _KNEES = (11, 12), (23, 24), (25, 26)  # left, right
_AHEAD = ((0, 7), (0, 8), (31, 29), (32, 30))  # nose before the ears, toes before the heels
_NOBODY = "Nobody is seen clearly enough to suggest points; place them by hand."


def is_here(models: Path) -> bool:
    """Whether the model came with the program."""
    return (models / "body.npz").is_file() and (models / "person.npz").is_file()


@dataclass(frozen=True, slots=True)
class Furthest:
    """The frame of a clip at which a thigh is furthest back, as suggested there."""

    index: int
    marks: Marks


class Pose:
    """The model, loaded in a third of a second; for one thread at a time.

    ``models`` is the folder of its weights; FilmError where they are not.
    """

    def __init__(self, models: Path) -> None:
        self._finder = Finder(models)

    def suggest(self, picture: Picture, side: Side, level: Level = FLAT) -> Marks:
        """Return the shoulder, hip and knee of a leg, each point marked as suggested.

        FilmError, a sentence, where nobody is seen or a point is unsure.
        """
        body = self._finder.find(picture)
        if body is None:
            raise FilmError(_NOBODY)
        return _marks(body, picture, side, side, level)

    def furthest_back(
        self, reel: Reel, side: Side, level: Level, go_on: Callable[[float], bool]
    ) -> Furthest | None:
        """Return where over the whole clip a thigh is furthest back.

        Of either leg, because the model mixes them up; the marks carry ``side``. ``go_on`` is told
        0 to 1 of the way and says False to stop: None then. FilmError where nobody is seen.
        """
        count = len(reel.footage.times)
        gap = max(1, -(-count // COARSE))
        coarse, fine = range(0, count, gap), 2 * gap - 1 if gap > 1 else 0
        seen = _Seen(side, level, go_on, len(coarse) + fine)
        if not self._look(reel, coarse, seen):
            return None
        best = seen.best()
        if gap > 1:
            around = range(max(0, best - gap + 1), min(count, best + gap))
            if not self._look(reel, around, seen):
                return None
            best = seen.best()
        return Furthest(best, seen.marks_at(best))

    def _look(self, reel: Reel, frames: Sequence[int], seen: "_Seen") -> bool:
        for index in frames:
            if not seen.goes_on():
                return False
            picture = reel.picture_at(index)
            body = self._finder.find(picture)
            if body is not None:
                seen.take(index, body, picture)
        return True


class _Seen:
    """What was seen over a clip: on each frame the two legs, in no order."""

    def __init__(
        self, side: Side, level: Level, go_on: Callable[[float], bool], steps: int
    ) -> None:
        self._side, self._level = side, level
        self._go_on, self._steps, self._done = go_on, steps, 0
        self._legs: dict[int, tuple[Marks, ...]] = {}
        self._ahead: list[float] = []

    def goes_on(self) -> bool:
        """Tell how far it is; False where it is to stop."""
        self._done += 1
        return self._go_on(min(1.0, (self._done - 1) / self._steps))

    def take(self, index: int, body: Body, picture: Picture) -> None:
        """Note both legs of a frame, as far as they are seen."""
        self._ahead.append(_ahead(body))
        legs = tuple(_sure_legs(body, picture, self._side, self._level))
        if legs:
            self._legs[index] = legs

    def best(self) -> int:
        """Return the frame at which the further thigh is furthest back, jumps left out."""
        backs = {index: self._marks(index).thigh_back_deg for index in sorted(self._legs)}
        found, angles = [*backs], [*backs.values()]
        smooth = [median(angles[max(0, n - 1) : n + 2]) for n in range(len(angles))]
        held = [n for n, angle in enumerate(angles) if abs(angle - smooth[n]) <= _JUMP]
        if not held:
            raise FilmError(_NOBODY)
        return found[max(held, key=lambda n: smooth[n] + angles[n])]

    def marks_at(self, index: int) -> Marks:
        """Return the marks of the thigh that is further back on a frame."""
        return self._marks(index)

    def _marks(self, index: int) -> Marks:
        faces = Side.RIGHT if sum(self._ahead) > 0 else Side.LEFT
        legs = [replace(marks, faces=faces) for marks in self._legs[index]]
        return max(legs, key=lambda marks: marks.thigh_back_deg)


def _sure_legs(body: Body, picture: Picture, side: Side, level: Level) -> Iterator[Marks]:
    for leg in Side:
        try:
            yield _marks(body, picture, leg, side, level)
        except (FilmError, MeasureError):
            continue


def _marks(body: Body, picture: Picture, leg: Side, side: Side, level: Level) -> Marks:
    """Return the marks of one leg of a body; FilmError where one of its points is unsure."""
    shoulder = _point(body, picture, "shoulder", *_SHOULDERS)
    hip = _point(body, picture, "hip", *_HIPS)
    knee = _point(body, picture, "knee", _KNEES[leg is Side.RIGHT])
    faces = Side.RIGHT if _ahead(body) > 0 else Side.LEFT
    return Marks(hip, knee, picture.width, picture.height, side, shoulder, level, faces)


def _point(body: Body, picture: Picture, name: str, *numbers: int) -> Point:
    """Return the middle of some points; the best seen of them tells how sure it is."""
    x, y = body.points[[*numbers]].mean(axis=0).tolist()
    inside = 0 <= x <= picture.width and 0 <= y <= picture.height
    if not inside or body.seen[[*numbers]].max() < UNSURE:
        raise FilmError(
            f"The {name} is not seen clearly enough to suggest points; place them by hand."
        )
    return Point(x / picture.width, y / picture.height, By.SUGGESTED)


def _ahead(body: Body) -> float:
    """Return by how much the face and the feet point to the right edge of the picture."""
    x = body.points[:, 0]
    size = max(float(body.points[:, 1].max() - body.points[:, 1].min()), 1.0)
    return sum(float(x[front] - x[behind]) for front, behind in _AHEAD) / size
