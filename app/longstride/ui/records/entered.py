"""What was entered by hand, as the journal keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from longstride.core.history.measure import Measurement
from longstride.core.history.session import OTHER, AfterRating, Session
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.phrases import Phrases
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.core.timeline.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from longstride.core.flow.flow import Flow
    from longstride.ui.records.add_session_dialog import Added
    from longstride.ui.records.measure_dialog import Taken

_NOON = time(12)


def added_session(
    added: Added,
    flow: Flow | None,
    flow_text: Callable[[Flow], str],
    now: datetime,
    session_id: UUID,
) -> Session:
    """Return the session: every step of a known flow done, or one step of something else.

    It is placed at noon of its day, or just now if that is still to come; ``now`` is aware.
    """
    started = datetime.combine(added.day, _NOON, now.tzinfo)
    made = Session(
        id=session_id,
        flow=flow.id if flow else OTHER,
        title=flow.title if flow else added.title,
        flow_json=flow_text(flow) if flow else "{}",
        started=min(started, now).astimezone(UTC),
        day=added.day,
        step_count=1,
        stiffness_before=added.before,
        after=AfterRating(added.after, note=added.note),
    )
    steps = _steps(flow) if flow else (_other(added.minutes),)
    length = timedelta(seconds=sum(step.seconds for step in steps))
    count = len(flow.steps) if flow else 1
    return replace(
        made, steps=steps, step_count=count, next_step=count, ended=made.started + length
    )


def measurement_of(taken: Taken, now: datetime, measurement_id: UUID) -> Measurement:
    """Return a result to be kept; MeasureError where it cannot be. ``now`` is aware."""
    return Measurement(
        id=measurement_id,
        day=taken.day,
        taken=now.astimezone(UTC),
        kind=taken.kind,
        side=taken.side,
        value=taken.value,
        unit=taken.kind.form.unit,
        protocol=taken.protocol,
        reps=taken.reps,
    )


def _steps(flow: Flow) -> tuple[StepRecord, ...]:
    timeline = compile_flow(flow, {}, Coaching(Phrases()))
    tally = Tally()
    tally.add(0, timeline.duration)
    return tuple(
        record for step in range(len(flow.steps)) for record in tally.records(timeline, step)
    )


def _other(minutes: float) -> StepRecord:
    return StepRecord(0, OTHER, None, 1, 0, round(60 * minutes), 0, Outcome.DONE)
