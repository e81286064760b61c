"""A still: the picture a measurement was read off, with the marks that were on it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from uuid import UUID

from longstride.core.flow.drill import Side
from longstride.core.history.angle import By, Level, Marks, Point
from longstride.core.history.measure import MeasureError
from longstride.core.letters import is_control

LONGEST_SOURCE = 200
LATEST = 86_400_000_000  # us into a clip
FASTEST = 2000.0  # frames a second
_SHA256 = 64  # letters


@dataclass(frozen=True, slots=True)
class Still:
    """One picture kept of a measurement; MeasureError where it cannot be.

    ``moment`` is us from the start of the clip, ``filmed_fps`` 0 where it was a picture already.
    ``source`` is the file's name without its folder, ``sha256`` the file's sum in hexadecimal.
    """

    id: UUID
    measurement: UUID
    moment: int
    marks: Marks
    filmed_fps: float
    source: str
    sha256: str

    def __post_init__(self) -> None:
        if not 0 <= self.moment <= LATEST:
            raise MeasureError("The moment of a still lies outside any clip.")
        if not (isfinite(self.filmed_fps) and 0 <= self.filmed_fps <= FASTEST):
            raise MeasureError(f"{self.filmed_fps:g} frames a second cannot be; say 0 to 2000.")
        if len(self.source) > LONGEST_SOURCE or any(map(is_control, self.source)):
            raise MeasureError("The name of a still's clip is too long, or no line of text.")
        if len(self.sha256) != _SHA256 or set(self.sha256) - set("0123456789abcdef"):
            raise MeasureError("The sum of a still's clip is no SHA-256.")


def source_name(name: str) -> str:
    """Return a file's name as a still keeps it: one line, its beginning."""
    return "".join(letter for letter in name if not is_control(letter))[:LONGEST_SOURCE]


def protocol(filmed_fps: float, by: By, *, pelvis_held: bool = True) -> str:
    """Return how an angle came about, such as "video 240 fps, by hand"."""
    source = f"video {filmed_fps:.0f} fps" if filmed_fps else "picture"
    return f"{source}, {by}" + ("" if pelvis_held else ", pelvis not controlled")


def marks_text(marks: Marks) -> str:
    """Return marks as they are kept, all but the level and who placed them: a JSON record."""
    places = {"shoulder": marks.shoulder, "hip": marks.hip, "knee": marks.knee}
    points = {name: [point.x, point.y] for name, point in places.items() if point}
    size = [marks.width, marks.height]
    return json.dumps({**points, "size": size, "side": marks.side, "faces": marks.towards})


def marks_of(text: str, level_deg: float, by: str) -> Marks:
    """Return marks that were kept; ValueError, or MeasureError, for what nobody wrote."""
    try:
        found = json.loads(text)
        width, height = map(_pixels, found["size"])
        shoulder = _point(found, "shoulder", By(by)) if "shoulder" in found else None
        hip, knee = (_point(found, name, By(by)) for name in ("hip", "knee"))
        side, faces = Side(found["side"]), Side(found["faces"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError("is no record of points, a size and sides") from error
    return Marks(hip, knee, width, height, side, shoulder, Level(level_deg), faces)


def _point(found: Mapping[str, list[float]], name: str, by: By) -> Point:
    x, y = found[name]
    return Point(x, y, by)


def _pixels(number: object) -> int:
    if type(number) is not int or not 1 <= number <= 100_000:
        raise ValueError
    return number
