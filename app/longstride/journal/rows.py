"""Core values to rows and back."""

from datetime import datetime
from uuid import UUID

from longstride.core.drill import Side
from longstride.core.session import AfterRating, Outcome, Pain, PainKind, Session, StepRecord
from longstride.journal.tables import SessionRow, StepRow

_BOTH = "both"


def session_values(session: Session, edited: datetime) -> dict[str, object]:
    """Return the columns of a session, its steps apart."""
    return {
        "id": session.id,
        "flow": session.flow,
        "title": session.title,
        "flow_json": session.flow_json,
        "started": session.started,
        "ended": session.ended,
        "day": session.day,
        "step_count": session.step_count,
        "next_step": session.next_step,
        "lighter_from": session.lighter_from,
        "stiffness_before": session.stiffness_before,
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
        "side": record.side.value if record.side else _BOTH,
        "drill": record.drill,
        "sets": record.sets,
        "reps": record.reps,
        "seconds": record.seconds,
        "eccentric_seconds": record.eccentric_seconds,
        "outcome": record.outcome.value,
    }


def session_of(row: SessionRow) -> Session:
    """Return the session of a row, its steps in order."""
    return Session(
        id=row.id,
        flow=row.flow,
        title=row.title,
        flow_json=row.flow_json,
        started=row.started,
        day=row.day,
        step_count=row.step_count,
        steps=tuple(_step_of(step) for step in row.steps),
        ended=row.ended,
        stiffness_before=row.stiffness_before,
        after=_after_of(row),
        lighter_from=row.lighter_from,
        next_step=row.next_step,
    )


def _after_of(row: SessionRow) -> AfterRating | None:
    if row.pain is None:
        return None
    pain = Pain(PainKind(row.pain), row.pain_where)
    return AfterRating(row.stiffness_after, row.effort, pain, row.note)


def _step_of(row: StepRow) -> StepRecord:
    return StepRecord(
        step=row.step,
        drill=row.drill,
        side=None if row.side == _BOTH else Side(row.side),
        sets=row.sets,
        reps=row.reps,
        seconds=row.seconds,
        eccentric_seconds=row.eccentric_seconds,
        outcome=Outcome(row.outcome),
    )
