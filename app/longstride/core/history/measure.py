"""Measurements: what they are, how sure one can be of a change, and never pass or fail.

Thomas test by drop and thigh length: Wakefield 2015, PMC4560013. Error bands of range results:
under 5 degrees unchanged, 5 to 10 maybe, above 10 likely; 10 and 15 for angles of a run, which
differ by 9 to 11 degrees between days when marked by hand (Damsted, IJSPT), and for those whose
points a model placed, which errs by 5 to 7 (Van Hooren 2023, doi 10.1111/sms.14319).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from math import asin, degrees, isfinite
from statistics import fmean, median
from uuid import UUID

from longstride.core.errors import LongstrideError
from longstride.core.flow.drill import Side
from longstride.core.timeline.step_record import StepRecord

TRIES = 3
THIGH_CM = (20.0, 80.0)
MOST_REPS = 200
BRIDGE = "single-leg-bridge-hold"  # the drill whose seconds at work are a result
SUGGESTED = "suggested"  # how the protocol of an angle ends whose points nobody looked at


class MeasureError(LongstrideError):
    """A measurement that cannot be."""


class MeasureKind(StrEnum):
    """What was measured; the value names the quantity and, where it has one, the unit."""

    THOMAS_ANGLE = "thomas_angle"
    BRIDGE_HOLD = "bridge_hold_s"
    KNEE_TO_WALL = "knee_to_wall_cm"
    CADENCE = "cadence_spm"
    HIP_ROTATION = "hip_rotation_deg"
    HIP_THRUST = "hip_thrust"
    THIGH_BACK = "thigh_back_deg"
    TRUNK_LEAN = "trunk_lean_deg"

    @property
    def form(self) -> "MeasureForm":
        """How it is called, written and bounded."""
        return _FORMS[self]


class Band(StrEnum):
    """How sure a change of range is."""

    UNCHANGED = "unchanged"
    MAYBE = "maybe"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class ErrorBand:
    """Degrees under which a change is unchanged, and above which it is likely."""

    unchanged_below: float
    maybe_up_to: float

    def of(self, difference_deg: float) -> Band:
        """Return how sure a change of so many degrees is."""
        size = abs(difference_deg)
        if size < self.unchanged_below:
            return Band.UNCHANGED
        return Band.MAYBE if size <= self.maybe_up_to else Band.LIKELY


STILL = ErrorBand(5, 10)
RUNNING = ErrorBand(10, 15)


@dataclass(frozen=True, slots=True)
class MeasureForm:
    """How a kind is called, its unit, its least and most value, and whether each side has one.

    ``error`` belongs to results in degrees. What is ``filmed`` is read off a picture alone.
    ``zero`` says what is more than nought and what is less, where a result can be either.
    """

    title: str
    unit: str
    least: float
    most: float
    sided: bool
    error: ErrorBand | None = None
    filmed: bool = False
    zero: tuple[str, str] = ("", "")

    @property
    def is_range(self) -> bool:
        """Whether it is a range of movement, of which a change may be error."""
        return self.error is not None


_FORMS = {
    MeasureKind.THOMAS_ANGLE: MeasureForm(
        "Hip extension", "°", -60, 60, True, STILL, zero=("past level", "short of level")
    ),
    MeasureKind.BRIDGE_HOLD: MeasureForm("Single-leg bridge hold", "s", 0, 600, True),
    MeasureKind.KNEE_TO_WALL: MeasureForm("Knee to wall", "cm", 0, 30, True),
    MeasureKind.CADENCE: MeasureForm("Running cadence", "steps a minute", 100, 260, False),
    MeasureKind.HIP_ROTATION: MeasureForm("Hip rotation", "°", 0, 90, True, STILL),
    MeasureKind.HIP_THRUST: MeasureForm("Hip thrust", "kg", 0, 500, False),
    MeasureKind.THIGH_BACK: MeasureForm(
        "Thigh behind the vertical",
        "°",
        -90,
        90,
        True,
        RUNNING,
        filmed=True,
        zero=("behind the vertical", "in front of the vertical"),
    ),
    MeasureKind.TRUNK_LEAN: MeasureForm(
        "Trunk lean", "°", -90, 90, True, RUNNING, filmed=True, zero=("forward", "back")
    ),
}


@dataclass(frozen=True, slots=True)
class Measurement:
    """One result. MeasureError where it cannot be.

    ``day`` is the athlete's local day, ``taken`` aware UTC. ``value`` is in ``unit``, which its
    kind gives; degrees below the horizontal are positive. ``side`` None where both work at once.
    ``protocol`` says in a few words how it was taken. ``reps`` belongs to the hip thrust alone.
    """

    id: UUID
    day: date
    taken: datetime
    kind: MeasureKind
    side: Side | None
    value: float
    unit: str
    protocol: str = ""
    note: str = ""
    reps: int | None = None

    def __post_init__(self) -> None:
        check_value(self.kind, self.value)
        _check_side(self.kind, self.side)
        _check_reps(self.kind, self.reps)
        if self.unit != self.kind.form.unit:
            raise MeasureError(f"{self.kind.form.title} is kept in {self.kind.form.unit}.")

    @property
    def error(self) -> ErrorBand | None:
        """How far it may be wrong: that of its kind, or the wider of points that were suggested."""
        error = self.kind.form.error
        return RUNNING if error and SUGGESTED in self.protocol.split(", ") else error


@dataclass(frozen=True, slots=True)
class Change:
    """``difference`` in the kind's unit; ``band`` None where no error band is known."""

    kind: MeasureKind
    difference: float
    band: Band | None

    @property
    def words(self) -> str:
        """The change with its certainty, such as "likely 12° more"."""
        if self.band is Band.UNCHANGED:
            return "unchanged, within the error of the test"
        if not self.difference:
            return "the same"
        more = "more" if self.difference > 0 else "less"
        amount = f"{number_text(abs(self.difference), self.kind.form.unit)} {more}"
        return f"{self.band} {amount}" if self.band else amount


def thomas_angle(drop_cm: float, thigh_cm: float) -> float:
    """Return degrees below the horizontal, positive where the knee hangs lower than the hip.

    MeasureError for a thigh that nobody has or a drop that it does not allow.
    """
    least, most = THIGH_CM
    if not least <= thigh_cm <= most:
        raise MeasureError(f"A thigh of {thigh_cm:g} cm cannot be; enter {least:g} to {most:g} cm.")
    if not abs(drop_cm) <= thigh_cm:
        raise MeasureError(
            f"A drop of {drop_cm:g} cm is longer than the thigh of {thigh_cm:g} cm; measure again."
        )
    return degrees(asin(drop_cm / thigh_cm))


def bridges_of(records: Iterable[StepRecord]) -> dict[Side, int]:
    """Return the seconds that each side held the bridge, of those it was tried on."""
    return {
        each.side: each.seconds
        for each in records
        if each.drill == BRIDGE and each.side is not None and each.seconds > 0
    }


def middle_of(tries: Sequence[float]) -> float:
    """Return the median of one to three tries; MeasureError for none or more."""
    if not 1 <= len(tries) <= TRIES:
        raise MeasureError(f"There are {len(tries)} tries; enter one to three, the middle counts.")
    return float(median(tries))


def check_value(kind: MeasureKind, value: float) -> None:
    """Raise MeasureError unless ``value`` is one that this kind can have."""
    form = kind.form
    if not (isfinite(value) and form.least <= value <= form.most):
        raise MeasureError(
            f"{form.title} of {number_text(value, form.unit)} cannot be; "
            f"enter {form.least:g} to {number_text(form.most, form.unit)}."
        )


def change(
    kind: MeasureKind, before: float, after: float, error: ErrorBand | None = None
) -> Change:
    """Return what changed between two results of one side; ``error`` None for that of its kind."""
    return Change(kind, after - before, _band(kind, after - before, error))


def error_of(
    measurements: Iterable[Measurement],
    kind: MeasureKind,
    among: Collection[tuple[Side | None, date]],
) -> ErrorBand | None:
    """Return how far results of a kind may be wrong, the widest of those sides and days.

    None where no error is known.
    """
    errors = {each.error for each in measurements if each.kind is kind and _place(each) in among}
    return RUNNING if RUNNING in errors else kind.form.error


def _place(each: Measurement) -> tuple[Side | None, date]:
    return each.side, each.day


def series(
    measurements: Iterable[Measurement], kind: MeasureKind, side: Side | None = None
) -> tuple[tuple[date, float], ...]:
    """Return one point a day, oldest first; several results of a day give their median.

    Of strides it is the mean, which seven or more of them make fair (Dingenen 2018).
    """
    by_day: dict[date, list[float]] = {}
    for found in measurements:
        if found.kind is kind and found.side is side:
            by_day.setdefault(found.day, []).append(found.value)
    middle = fmean if kind.form.filmed else median
    return tuple((day, float(middle(by_day[day]))) for day in sorted(by_day))


def side_words(kind: MeasureKind, left: float, right: float, error: ErrorBand | None = None) -> str:
    """Return the two sides compared with each other, and with nobody else."""
    difference = left - right
    sure = _band(kind, difference, error)
    if not difference or sure is Band.UNCHANGED:
        return "both sides alike" + (", within the error of the test" if difference else "")
    side = Side.LEFT if difference > 0 else Side.RIGHT
    amount = number_text(abs(difference), kind.form.unit)
    maybe = "maybe " if sure is Band.MAYBE else ""
    return f"{side} {maybe}{amount} more than {side.other}"


def number_text(value: float, unit: str) -> str:
    """Return ``11.9°``, ``40 s`` or ``172 steps a minute``."""
    gap = "" if unit == "°" else " "
    return f"{round(value, 1) + 0.0:g}{gap}{unit}"  # never "-0"


def _band(kind: MeasureKind, difference: float, error: ErrorBand | None) -> Band | None:
    error = error or kind.form.error
    return error.of(difference) if error else None


def _check_side(kind: MeasureKind, side: Side | None) -> None:
    form = kind.form
    if form.sided and side is None:
        raise MeasureError(f"{form.title} is measured on one side; say left or right.")
    if not form.sided and side is not None:
        raise MeasureError(f"{form.title} has no sides; leave the side out.")


def _check_reps(kind: MeasureKind, reps: int | None) -> None:
    wants = kind is MeasureKind.HIP_THRUST
    if wants and (reps is None or not 1 <= reps <= MOST_REPS):
        raise MeasureError(f"Enter how often the hip thrust was lifted, 1 to {MOST_REPS} times.")
    if not wants and reps is not None:
        raise MeasureError(f"{kind.form.title} has no repetitions; leave them out.")
