"""What the athlete measures on a clip or a picture, as it stands; free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from statistics import fmean, median
from types import MappingProxyType

from longstride.core.errors import LongstrideError
from longstride.core.flow.drill import Side
from longstride.core.history.angle import (
    By,
    FilmedAt,
    Level,
    Marks,
    Point,
    error_band,
    thigh_words,
    trunk_words,
)
from longstride.core.history.measure import check_value
from longstride.film.footage import Footage
from longstride.ui.measure.placed import LEVEL, STRIDE, THOMAS, Mark, Placed, PlacedHistory
from longstride.ui.shown.film import Use

WANTED = {Use.STRIDE: STRIDE, Use.THOMAS: THOMAS}


Kept = Mapping[Side, tuple[float, ...]]  # degrees


@dataclass(frozen=True, slots=True)
class Measuring:
    """A clip or a picture, the frame that is looked at, and the points on each.

    ``filmed_fps`` is what the athlete says it was filmed at, None as it is stored. ``controlled``:
    the other knee was held and the back flat. ``kept`` is what was kept today, by side.
    """

    footage: Footage
    use: Use = Use.STRIDE
    side: Side = Side.RIGHT
    frame: int = 0
    filmed_fps: int | None = None
    controlled: bool = False
    kept: Kept = field(default_factory=lambda: MappingProxyType({}))
    histories: Mapping[int, PlacedHistory] = field(default_factory=lambda: MappingProxyType({}))
    level: Mapping[Mark, Point] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def history(self) -> PlacedHistory:
        """The points on this frame; a frame begins with the level line of the one before."""
        begun = PlacedHistory(Placed(WANTED[self.use], self.level))
        return self.histories.get(self.frame, begun)

    @property
    def placed(self) -> Placed:
        """The points on this frame."""
        return self.history.now

    @property
    def moment(self) -> int:
        """The us of this frame on the clip."""
        return self.footage.times[self.frame]

    def at(self, frame: int) -> Measuring:
        """Return it on another frame, the nearest there is."""
        return replace(self, frame=min(max(0, frame), len(self.footage.times) - 1))

    def put(self, mark: Mark, point: Point, *, joins: bool = False) -> Measuring:
        """Return it with a point in a place."""
        return self._with(self.history.then(self.placed.put({mark: point}), joins=joins))

    def put_all(self, points: Mapping[Mark, Point]) -> Measuring:
        """Return it with several points in their places, of those that it needs."""
        needed = {mark: point for mark, point in points.items() if mark in WANTED[self.use]}
        return self._with(self.history.then(self.placed.put(needed)))

    def accepted(self) -> Measuring:
        """Return it with what was suggested taken."""
        return self._with(self.history.then(self.placed.accepted()))

    def undone(self) -> Measuring:
        """Return it without the last change on this frame."""
        return self._with(self.history.undone())

    def redone(self) -> Measuring:
        """Return it with what was last undone on this frame."""
        return self._with(self.history.redone())

    def _with(self, history: PlacedHistory) -> Measuring:
        histories = {**self.histories, self.frame: history}
        level = {mark: p for mark, p in history.now.points.items() if mark in LEVEL}
        return replace(self, histories=MappingProxyType(histories), level=MappingProxyType(level))

    @property
    def filmed(self) -> FilmedAt:
        """How fast it was filmed: as the athlete says, else as the camera noted, else as stored."""
        stored = within_reason(self.footage.fps)
        return FilmedAt(stored, within_reason(self.filmed_fps or self.footage.filmed_fps or stored))

    @property
    def level_now(self) -> Level:
        """The level of the picture: flat while no line says otherwise, or where it cannot be."""
        try:
            found = self.placed.level(self.footage.width, self.footage.height)
        except LongstrideError:
            return Level()
        return found or Level()

    # -- what comes of it -----------------------------------------------------------------------

    @property
    def marks(self) -> Marks | None:
        """What is measured, None while a point is missing or where they cannot be so."""
        return self._measured[0]

    @property
    def trouble(self) -> str:
        """Why nothing can be measured with these points, "" where that is not so."""
        return self._measured[1]

    @property
    def _measured(self) -> tuple[Marks | None, str]:
        try:
            marks = self.placed.measured(self.footage.width, self.footage.height, self.side)
            if marks is not None:
                check_value(self.use.kind, self._angle(marks))
        except LongstrideError as error:
            return None, str(error)
        return marks, ""

    @property
    def angle_deg(self) -> float | None:
        """The number that would be kept, None while there is none."""
        return None if self.marks is None else self._angle(self.marks)

    def _angle(self, marks: Marks) -> float:
        return marks.thigh_back_deg if self.use is Use.STRIDE else marks.thomas_deg

    @property
    def error_deg(self) -> float:
        """How far the number may be wrong."""
        by = By.HAND if self.placed.by_hand else By.SUGGESTED
        return error_band(by, running=self.use is Use.STRIDE).unchanged_below

    @property
    def turn(self) -> int:
        """Which of the strides or tries this would be, counted from 1."""
        return len(self.kept.get(self.side, ())) + 1


def within_reason(fps: float) -> float:
    """Return a rate that film can have, the nearest to one that is read of a file."""
    return min(max(1.0, fps), 2000.0)


def number_words(measuring: Measuring) -> str:
    """Return what the number is."""
    angle = measuring.angle_deg or 0.0
    if measuring.use is Use.STRIDE:
        return thigh_words(angle)
    return "thigh above the horizontal" if round(angle) < 0 else "thigh below the horizontal"


def error_words(measuring: Measuring) -> str:
    """Return how far the number may be wrong, in words."""
    return f"give or take {measuring.error_deg:.0f} degrees"


def lean_words(measuring: Measuring) -> str:
    """Return how the trunk leans, "" where that is not measured."""
    lean = measuring.marks.trunk_lean_deg if measuring.marks else None
    if lean is None or measuring.use is Use.THOMAS:
        return ""
    return f"{abs(round(lean))}° {trunk_words(lean)}, same error"


def keep_words(measuring: Measuring) -> str:
    """Return what is kept, in the words of its button."""
    angle = measuring.angle_deg
    return "Keep it" if angle is None else f"Keep {round(angle)} degrees"


def turn_words(measuring: Measuring) -> str:
    """Return which of the strides or tries it is, and what is kept of it."""
    turn, all_of = measuring.turn, measuring.use.repeats
    source = "clip" if not measuring.footage.is_picture else "picture"
    if measuring.use is Use.THOMAS:
        which = (
            f"Try {turn} of {all_of}; the middle one counts."
            if turn <= all_of
            else ("Three are kept; the middle of all counts.")
        )
    elif turn <= all_of:
        which = f"Stride {turn} of the {all_of} that make a fair average."
    else:
        which = f"Stride {turn}. Seven and more make a fair average."
    so_far = day_words(measuring)
    return f"{which} {so_far}The {source} stays where it is; only this picture is kept, here."


def day_words(measuring: Measuring) -> str:
    """Return what the day's value is so far: the mean of strides, the middle one of tries."""
    kept = measuring.kept.get(measuring.side, ())
    if not kept:
        return ""
    stride = measuring.use is Use.STRIDE
    value = fmean(kept) if stride else median(kept)
    return f"The {'mean' if stride else 'middle'} of today is {round(value)}° so far. "


_NEXT = {
    Mark.LEVEL_START: "Click one end of something level, such as the lane, the floor or a table.",
    Mark.LEVEL_END: "Now its other end, as far away as it goes.",
    Mark.SHOULDER: "Click the middle of the near shoulder.",
    Mark.HIP: "Click the hip's outer bone, on the tape dot if there is one.",
    Mark.KNEE: "Click the outer middle of the near knee.",
}


def next_words(measuring: Measuring) -> str:
    """Return what to do next for the number."""
    if measuring.trouble:
        return measuring.trouble
    if (mark := measuring.placed.next) is not None:
        return _NEXT[mark]
    if not measuring.placed.by_hand:
        return "Look at each point with the loupe: move it, or take it as it is."
    return ""


def tilt_words(measuring: Measuring) -> str:
    """Return how far the picture is tilted, "" without a level line."""
    if any(mark not in measuring.placed.points for mark in LEVEL):
        return ""
    return f"line set, tilt {abs(measuring.level_now.degrees):.1f} degrees"
