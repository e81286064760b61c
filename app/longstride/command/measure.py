"""``longstride measure``: an angle read off one frame of a clip, by points or by suggestion."""

from __future__ import annotations

import argparse
import re
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.command.terminal import say, say_json, tell_progress
from longstride.core.errors import WrongUseError
from longstride.core.flow.drill import Side
from longstride.core.history.angle import Level, Marks, Point, error_band, thigh_words, trunk_words

if TYPE_CHECKING:
    from longstride.engine import Engine
    from longstride.film.footage import Footage
    from longstride.film.reel import Reel

_PLACE = re.compile(r"(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)")
_SECOND = 1_000_000  # us


def add_measure(parser: argparse.ArgumentParser) -> None:
    """Add what measuring can be told."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a clip or a picture, side on")
    parser.add_argument("--at", type=_seconds, metavar="SECONDS", help="the moment in the clip")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument(
        "--points",
        nargs="+",
        type=_place,
        metavar="X,Y",
        help="shoulder, hip and knee, or hip and knee, in pixels from the upper left",
    )
    how.add_argument("--suggest", action="store_true", help="let the model suggest the points")
    how.add_argument(
        "--furthest", action="store_true", help="suggest the frame, too: the thigh furthest back"
    )
    parser.add_argument(
        "--level", type=_degrees, default=0.0, metavar="DEG", help="by how much the right is lower"
    )
    parser.add_argument(
        "--side", type=Side, choices=tuple(Side), default=Side.RIGHT, help="the leg near the camera"
    )
    parser.add_argument(
        "--faces", type=Side, choices=tuple(Side), help="where the athlete faces, if not that side"
    )
    parser.add_argument("--json", action="store_true")


def measure(engine: Engine, options: argparse.Namespace) -> int:
    """Print the angles on one frame; nothing is kept."""
    from longstride.film.reel import Reel

    level = Level(options.level)
    with Reel(options.file) as reel:
        index, marks = _measured(engine, options, reel, level)
        footage = reel.footage
    if options.json:
        say_json(_as_json(footage, index, marks))
    else:
        say(_line(footage, index, marks))
    return 0


def _measured(
    engine: Engine, options: argparse.Namespace, reel: Reel, level: Level
) -> tuple[int, Marks]:
    if options.furthest:
        return _furthest(engine, options.side, reel, level)
    index = _index(reel.footage, options.at)
    if options.points:
        return index, _marks(options, reel.footage, level)
    from longstride.film.pose import Pose

    pose = Pose(engine.paths.assets / "models")
    return index, pose.suggest(reel.picture_at(index), options.side, level)


def _furthest(engine: Engine, side: Side, reel: Reel, level: Level) -> tuple[int, Marks]:
    from longstride.film.pose import Pose

    def go_on(way: float) -> bool:
        tell_progress("Looking at the clip", int(100 * way), 100)
        return True

    found = Pose(engine.paths.assets / "models").furthest_back(reel, side, level, go_on)
    assert found is not None, "nobody stops it"
    tell_progress("Looking at the clip", 100, 100)
    return found.index, found.marks


def _index(footage: Footage, seconds: float | None) -> int:
    """Return the frame at a moment; WrongUseError outside the clip."""
    if seconds is None and not footage.is_picture:
        raise WrongUseError(f"Say with --at which moment of {footage.name} is to be measured.")
    us, last = round((seconds or 0.0) * _SECOND), footage.times[-1]
    if us > last + _SECOND / (footage.fps or 1):
        raise WrongUseError(
            f"{footage.name} ends at {last / _SECOND:.3f} s; choose a moment before that."
        )
    return footage.index_at(us)


def _marks(options: argparse.Namespace, footage: Footage, level: Level) -> Marks:
    places: list[tuple[float, float]] = options.points
    if len(places) not in {2, 3}:
        raise WrongUseError("Give three points, shoulder, hip and knee, or two, hip and knee.")
    width, height = footage.width, footage.height
    points = [Point(x / width, y / height) for x, y in places]
    *above, hip, knee = points
    shoulder = above[0] if above else None
    return Marks(hip, knee, width, height, options.side, shoulder, level, options.faces)


def _line(footage: Footage, index: int, marks: Marks) -> str:
    thigh, trunk = marks.thigh_back_deg, marks.trunk_lean_deg
    leaning = "" if trunk is None else f", {abs(trunk):.1f}° {trunk_words(trunk)}"
    error = error_band(marks.by, running=True).unchanged_below
    where = f"frame {index + 1} of {len(footage.times)}, {footage.times[index] / _SECOND:.3f} s"
    return (
        f"{footage.name}, {where}: {abs(thigh):.1f}° {thigh_words(thigh)}{leaning}; give or take "
        f"{error:g}°, points {marks.by}."
    )


def _as_json(footage: Footage, index: int, marks: Marks) -> dict[str, object]:
    placed = {"shoulder": marks.shoulder, "hip": marks.hip, "knee": marks.knee}
    trunk = marks.trunk_lean_deg
    return {
        "file": footage.name,
        "frame": index,
        "frames": len(footage.times),
        "us": footage.times[index],
        "width": footage.width,
        "height": footage.height,
        "points": {name: _pixels(point, footage) for name, point in placed.items() if point},
        "by": marks.by,
        "level_deg": marks.level.degrees,
        "side": marks.side,
        "faces": marks.towards,
        "thigh_back_deg": round(marks.thigh_back_deg, 1),
        "trunk_lean_deg": None if trunk is None else round(trunk, 1),
        "thomas_deg": round(marks.thomas_deg, 1),
        "error_deg": error_band(marks.by, running=True).unchanged_below,
    }


def _pixels(point: Point, footage: Footage) -> list[float]:
    return [round(each, 1) for each in point.pixels(footage.width, footage.height)]


def _place(text: str) -> tuple[float, float]:
    found = _PLACE.fullmatch(text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text} is no point; write it as 640,360")
    return float(found[1]), float(found[2])


def _seconds(text: str) -> float:
    value = _number(text)
    if value is None or not 0 <= value <= 86_400:
        raise argparse.ArgumentTypeError(f"{text} is no moment; write seconds, such as 1.25")
    return value


def _degrees(text: str) -> float:
    value = _number(text)
    if value is None:
        raise argparse.ArgumentTypeError(f"{text} is no angle; write degrees, such as -1.5")
    return value


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None
