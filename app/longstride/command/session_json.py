"""A session as ``longstride history --json`` prints it."""

from longstride.core.history.session import Session
from longstride.core.timeline.step_record import StepRecord


def session_as_json(session: Session) -> dict[str, object]:
    """Return what ``history --json`` prints of one session."""
    after = session.after
    return {
        "id": str(session.id),
        "flow": session.flow,
        "title": session.title,
        "day": session.day.isoformat(),
        "started": session.started.isoformat(),
        "ended": session.ended.isoformat() if session.ended else None,
        "seconds": session.seconds,
        "stiffness_before": session.stiffness_before,
        "stiffness_after": after.stiffness if after else None,
        "effort": after.effort if after else None,
        "pain": after.pain.kind.value if after else None,
        "pain_where": after.pain.where if after else "",
        "note": after.note if after else "",
        "lighter_from": session.lighter_from,
        "room": session.room,
        "next_step": session.next_step,
        "step_count": session.step_count,
        "steps": [_step(step) for step in session.steps],
    }


def _step(step: StepRecord) -> dict[str, object]:
    return {
        "step": step.step,
        "drill": step.drill,
        "side": step.side.value if step.side else None,
        "sets": step.sets,
        "reps": step.reps,
        "seconds": step.seconds,
        "eccentric_seconds": step.eccentric_seconds,
        "outcome": step.outcome.value,
    }
