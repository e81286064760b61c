"""Core values to rows and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.timeline.step_record import Outcome, StepRecord

if TYPE_CHECKING:
    from longstride.core.history.still import Still

BOTH = "both"


class SessionFields(Protocol):
    """What a session is made of besides its steps and its flow: a row, or what a file says."""

    id: UUID
    flow: str
    title: str
    started: datetime
    ended: datetime | None
    day: date
    step_count: int
    next_step: int
    lighter_from: int | None
    stiffness_before: int | None
    stiffness_after: int | None
    effort: int | None
    pain: str | None
    pain_where: str
    note: str
    room: int | None


class MeasurementFields(Protocol):
    """What a measurement is made of."""

    id: UUID
    day: date
    taken: datetime
    kind: str
    side: str
    value: float
    reps: int | None
    unit: str
    protocol: str
    note: str


class StillFields(Protocol):
    """What a still is made of."""

    id: UUID
    measurement: UUID
    moment: int
    points: str
    level_deg: float
    placed_by: str
    filmed_fps: float
    source: str
    sha256: str


def digest(flow_json: str) -> str:
    """Return what a performed flow is known by; UnicodeEncodeError for half a character."""
    return sha256(flow_json.encode()).hexdigest()


def session_values(session: Session, edited: datetime) -> dict[str, object]:
    """Return the columns of a session, its steps and its flow apart."""
    return {
        "id": session.id,
        "flow": session.flow,
        "title": session.title,
        "performed": digest(session.flow_json),
        "started": session.started,
        "ended": session.ended,
        "day": session.day,
        "step_count": session.step_count,
        "next_step": session.next_step,
        "lighter_from": session.lighter_from,
        "stiffness_before": session.stiffness_before,
        "room": session.room,
        "seconds": session.seconds,
        "eccentric_seconds": sum(step.eccentric_seconds for step in session.steps),
        "edited": edited,
        **after_values(session.after),
    }


def after_values(after: AfterRating | None) -> dict[str, object]:
    """Return the columns of what was asked afterwards."""
    given = after or AfterRating()
    return {
        "stiffness_after": given.stiffness,
        "effort": given.effort,
        "pain": given.pain.kind.value if after else None,
        "pain_where": given.pain.where,
        "note": given.note,
    }


def step_values(session_id: UUID, record: StepRecord) -> dict[str, object]:
    """Return the columns of a step."""
    return {
        "session_id": session_id,
        "step": record.step,
        "side": record.side.value if record.side else BOTH,
        "drill": record.drill,
        "sets": record.sets,
        "reps": record.reps,
        "seconds": record.seconds,
        "eccentric_seconds": record.eccentric_seconds,
        "outcome": record.outcome.value,
    }


def session_of(row: SessionFields, flow_json: str, steps: Iterable[StepRecord]) -> Session:
    """Return the session of a row; ValueError for a word that nobody wrote."""
    return Session(
        id=row.id,
        flow=row.flow,
        title=row.title,
        flow_json=flow_json,
        started=row.started,
        day=row.day,
        step_count=row.step_count,
        steps=tuple(steps),
        ended=row.ended,
        stiffness_before=row.stiffness_before,
        after=_after_of(row),
        lighter_from=row.lighter_from,
        next_step=row.next_step,
        room=row.room,
    )


def step_of(
    step: int,
    side: str,
    drill: str,
    sets: int,
    reps: int,
    seconds: int,
    eccentric_seconds: int,
    outcome: str,
) -> StepRecord:
    """Return the record of a step's columns; ValueError for a word that nobody wrote."""
    which = None if side == BOTH else Side(side)
    went = Outcome(outcome)
    return StepRecord(step, drill, which, sets, reps, seconds, eccentric_seconds, went)


def _after_of(row: SessionFields) -> AfterRating | None:
    if row.pain is None:
        return None
    pain = Pain(PainKind(row.pain), row.pain_where)
    return AfterRating(row.stiffness_after, row.effort, pain, row.note)


def measurement_values(measurement: Measurement) -> dict[str, object]:
    """Return the columns of a measurement that stands."""
    return {
        "id": measurement.id,
        "day": measurement.day,
        "taken": measurement.taken,
        "kind": measurement.kind.value,
        "side": measurement.side.value if measurement.side else BOTH,
        "value": measurement.value,
        "reps": measurement.reps,
        "unit": measurement.unit,
        "protocol": measurement.protocol,
        "note": measurement.note,
        "deleted": None,
    }


def measurement_of(row: MeasurementFields) -> Measurement:
    """Return the measurement of a row; MeasureError or ValueError for one that cannot be."""
    return Measurement(
        id=row.id,
        day=row.day,
        taken=row.taken,
        kind=MeasureKind(row.kind),
        side=None if row.side == BOTH else Side(row.side),
        value=row.value,
        unit=row.unit,
        protocol=row.protocol,
        note=row.note,
        reps=row.reps,
    )


def still_values(still: Still) -> dict[str, object]:
    """Return the columns of a still that stands."""
    from longstride.core.history.still import marks_text  # few athletes have any

    return {
        "id": still.id,
        "measurement": still.measurement,
        "moment": still.moment,
        "points": marks_text(still.marks),
        "level_deg": still.marks.level.degrees,
        "placed_by": still.marks.by.value,
        "filmed_fps": still.filmed_fps,
        "source": still.source,
        "sha256": still.sha256,
        "deleted": None,
    }


def still_of(row: StillFields) -> Still:
    """Return the still of a row; MeasureError or ValueError for one that cannot be."""
    from longstride.core.history.still import Still, marks_of

    marks = marks_of(row.points, row.level_deg, row.placed_by)
    return Still(row.id, row.measurement, row.moment, marks, row.filmed_fps, row.source, row.sha256)
