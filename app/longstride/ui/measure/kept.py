"""What is kept of an angle on a picture, and how many of a day there are; free of Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.still import protocol
from longstride.ui.measure.measuring import Kept
from longstride.ui.shown.film import Use

if TYPE_CHECKING:
    from longstride.core.flow.drill import Side
    from longstride.ui.intentions.measure import KeepAngle

FROM_PICTURE = ("video ", "picture,")  # how the protocols of all these begin


def protocol_of(wish: KeepAngle) -> str:
    """Return how an angle was taken."""
    held = wish.controlled or wish.use is Use.STRIDE
    return protocol(wish.filmed_fps, wish.marks.by, pelvis_held=held)


def measurements_of(wish: KeepAngle, day: date, now: datetime) -> tuple[Measurement, ...]:
    """Return the numbers on a picture: the angle, and the trunk's where the shoulder is there."""
    marks = wish.marks
    if wish.use is Use.THOMAS:
        return (_measurement(wish, MeasureKind.THOMAS_ANGLE, marks.thomas_deg, day, now),)
    thigh = _measurement(wish, MeasureKind.THIGH_BACK, marks.thigh_back_deg, day, now)
    lean = marks.trunk_lean_deg
    if lean is None or abs(lean) > MeasureKind.TRUNK_LEAN.form.most:
        return (thigh,)
    return thigh, _measurement(wish, MeasureKind.TRUNK_LEAN, lean, day, now)


def kept_today(measurements: Iterable[Measurement], today: date, use: Use) -> Kept:
    """Return the degrees that were kept from pictures today, by side."""
    found: dict[Side, tuple[float, ...]] = {}
    for each in measurements:
        if each.kind is use.kind and each.day == today and _from_picture(each) and each.side:
            found[each.side] = (*found.get(each.side, ()), each.value)
    return MappingProxyType(found)


def _from_picture(each: Measurement) -> bool:
    return each.protocol.startswith(FROM_PICTURE)


def _measurement(
    wish: KeepAngle, kind: MeasureKind, value: float, day: date, now: datetime
) -> Measurement:
    return Measurement(
        id=uuid4(),
        day=day,
        taken=now.astimezone(UTC),
        kind=kind,
        side=wish.marks.side,
        value=round(value, 1),
        unit=kind.form.unit,
        protocol=protocol_of(wish),
    )
