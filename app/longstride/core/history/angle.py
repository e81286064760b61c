"""Angles on a picture taken side on: the thigh behind the vertical, the trunk's lean, the Thomas
test; how sure a change of one is; and time on a clip that was filmed faster than it plays.

The thigh behind the vertical is never called the hip joint's extension: a picture does not show
the pelvis. The hip is usable at toe-off (Mousavi 2020, doi 10.1016/j.ptsp.2020.02.003). Roll of
the camera adds to the angle one to one, so a level line belongs to each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import atan2, cos, degrees, hypot, isfinite, radians, sin

from longstride.core.flow.drill import Side
from longstride.core.history.measure import RUNNING, STILL, Band, ErrorBand, MeasureError

STEEPEST = 45.0  # degrees a level line may lean
LEAST_CADENCE, MOST_CADENCE = 130.0, 230.0  # steps a minute of a run
STRIDES = 7  # make a fair average: Dingenen 2018
MINUTE = 60_000_000  # us
FILMED_AT = (30, 60, 120, 240, 480, 960)  # frames a second that cameras offer


class By(StrEnum):
    """Who placed a point."""

    HAND = "by hand"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a picture as it is seen, 0 to 1 from its left and from its top.

    MeasureError where it lies outside.
    """

    x: float
    y: float
    by: By = By.HAND

    def __post_init__(self) -> None:
        if not (0 <= self.x <= 1 and 0 <= self.y <= 1):
            raise MeasureError("A point lies outside the picture; place it inside.")

    def pixels(self, width: int, height: int) -> tuple[float, float]:
        """Where it is on a picture of that size, in pixels."""
        return self.x * width, self.y * height


@dataclass(frozen=True, slots=True)
class Level:
    """The horizontal as the picture shows it: degrees by which its right end is lower.

    MeasureError beyond ``STEEPEST``: then the picture lies on its side.
    """

    degrees: float = 0.0

    def __post_init__(self) -> None:
        if not (isfinite(self.degrees) and abs(self.degrees) <= STEEPEST):
            raise MeasureError(
                f"A level line cannot lean by more than {STEEPEST:g} degrees; "
                "put it along something level, such as the ground."
            )

    @classmethod
    def through(cls, one: Point, other: Point, width: int, height: int) -> "Level":
        """Return the level through two points of a picture; MeasureError where they are one."""
        left, far = (one, other) if one.x <= other.x else (other, one)
        right, down = _between(left, far, width, height)
        if not hypot(right, down):
            raise MeasureError("The ends of the level line lie on one another; draw them apart.")
        return cls(degrees(atan2(down, right)))


@dataclass(frozen=True, slots=True)
class Marks:
    """The points on one picture of ``width`` by ``height`` pixels, as it is seen.

    ``side`` is the leg measured, the one near the camera. ``faces`` is the edge of the picture
    that the athlete faces, None for the one that the near leg tells. The shoulder may be missing.
    MeasureError where hip and knee lie on one another, or hip and shoulder.
    """

    hip: Point
    knee: Point
    width: int
    height: int
    side: Side
    shoulder: Point | None = None
    level: Level = Level()
    faces: Side | None = None

    def __post_init__(self) -> None:
        if self._apart(self.hip, self.knee) < 1:
            raise MeasureError("Hip and knee lie on one another; place them apart.")
        if self.shoulder and self._apart(self.hip, self.shoulder) < 1:
            raise MeasureError("Hip and shoulder lie on one another; place them apart.")

    @property
    def by(self) -> By:
        """Suggested as long as one of the points is."""
        points = (self.shoulder or self.hip, self.hip, self.knee)
        return By.SUGGESTED if any(p.by is By.SUGGESTED for p in points) else By.HAND

    @property
    def towards(self) -> Side:
        """The edge of the picture that the athlete faces."""
        return self.faces or self.side

    @property
    def thigh_back_deg(self) -> float:
        """How far the thigh is behind the vertical; negative where it is in front."""
        ahead, down = self._turned(self.hip, self.knee)
        return degrees(atan2(-ahead, down))

    @property
    def trunk_lean_deg(self) -> float | None:
        """How far the trunk leans forward; negative where it leans back, None without shoulder."""
        if self.shoulder is None:
            return None
        ahead, down = self._turned(self.hip, self.shoulder)
        return degrees(atan2(ahead, -down))

    @property
    def thomas_deg(self) -> float:
        """How far the thigh hangs below the horizontal; negative where the knee is higher."""
        ahead, down = self._turned(self.hip, self.knee)
        return degrees(atan2(down, abs(ahead)))

    def _apart(self, one: Point, other: Point) -> float:
        return hypot(*_between(one, other, self.width, self.height))

    def _turned(self, start: Point, end: Point) -> tuple[float, float]:
        """Return a limb, in pixels ahead and down, with the level line laid flat."""
        right, down = _between(start, end, self.width, self.height)
        roll = radians(self.level.degrees)
        level_right = right * cos(roll) + down * sin(roll)
        ahead = level_right if self.towards is Side.RIGHT else -level_right
        return ahead, down * cos(roll) - right * sin(roll)


def _between(start: Point, end: Point, width: int, height: int) -> tuple[float, float]:
    return (end.x - start.x) * width, (end.y - start.y) * height


def error_band(by: By, *, running: bool, one_day: bool = False) -> ErrorBand:
    """Return the error of an angle: the wider for suggested points, and for runs on two days."""
    wide = by is By.SUGGESTED or (running and not one_day)
    return RUNNING if wide else STILL


def thigh_words(angle_deg: float) -> str:
    """Return what the number is, such as "thigh behind the vertical"."""
    return "thigh in front of the vertical" if round(angle_deg) < 0 else "thigh behind the vertical"


def trunk_words(angle_deg: float) -> str:
    """Return which way the trunk leans, such as "trunk forward"."""
    return "trunk back" if round(angle_deg) < 0 else "trunk forward"


def change_words(before_deg: float, after_deg: float, error: ErrorBand) -> str:
    """Return what may be said of two angles: "unchanged within error", "maybe more", "likely less".

    Of whole degrees, as they are shown.
    """
    difference = round(after_deg) - round(before_deg)
    sure = error.of(difference)
    if sure is Band.UNCHANGED:
        return "unchanged within error"
    return f"{sure} {'more' if difference > 0 else 'less'}"


@dataclass(frozen=True, slots=True)
class FilmedAt:
    """How fast a clip was filmed beside how fast it is stored, in frames a second.

    A clip of 240 may be stored as 30: its angles hold, its times do not. MeasureError where one of
    the two cannot be.
    """

    stored_fps: float
    filmed_fps: float

    def __post_init__(self) -> None:
        for fps in (self.stored_fps, self.filmed_fps):
            if not (isfinite(fps) and 1 <= fps <= 2000):
                raise MeasureError(f"A clip of {fps:g} frames a second cannot be; say 1 to 2000.")

    def real(self, clip_us: float) -> float:
        """Return the microseconds that passed while so many pass on the clip."""
        return clip_us * self.stored_fps / self.filmed_fps


def cadence_between(first: float, last: float, steps: int) -> float:
    """Return steps a minute from the us of two footfalls and the steps from one to the other.

    MeasureError where nobody runs so.
    """
    if steps < 1 or not last > first:
        raise MeasureError("Mark two footfalls, the later one last, and count at least one step.")
    return checked_cadence(steps * MINUTE / (last - first))


def cadence_of_taps(taps: Sequence[float]) -> float:
    """Return steps a minute from the us of at least six taps; MeasureError where nobody runs so."""
    if len(taps) < 6:
        raise MeasureError("Tap at least six steps in a row.")
    return cadence_between(taps[0], taps[-1], len(taps) - 1)


def checked_cadence(spm: float) -> float:
    """Return a cadence that a run can have; MeasureError for another."""
    if LEAST_CADENCE <= spm <= MOST_CADENCE:
        return spm
    raise MeasureError(
        f"{spm:.0f} steps a minute is no run, which has {LEAST_CADENCE:g} to {MOST_CADENCE:g}; "
        "count each foot's steps, and say at how many frames a second the clip was filmed."
    )
