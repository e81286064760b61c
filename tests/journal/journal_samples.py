"""Sessions and steps to write, and a clock that stands at noon."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from longstride.core.flow.drill import Side
from longstride.core.history.angle import Level, Marks, Point
from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.session import Session
from longstride.core.history.still import Still
from longstride.core.timeline.step_record import Outcome, StepRecord

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def noon() -> datetime:
    return NOON


def a_flow(steps: int) -> str:
    """Return as much of a flow as an import looks at."""
    drill = {"id": "hip-hinge", "name": "Hip hinge"}
    return json.dumps({"id": "a", "title": "A", "steps": [{"drill": drill}] * steps})


def a_session(days_ago: int = 0, **values: Any) -> Session:
    given: dict[str, Any] = {
        "id": uuid4(),
        "flow": "eccentric-hips",
        "title": "Eccentric hips",
        "flow_json": "{}",
        "started": NOON - timedelta(days=days_ago),
        "day": date(2026, 5, 1),
        "step_count": 9,
    }
    return Session(**{**given, **values})


def a_step(step: int, **values: Any) -> StepRecord:
    given: dict[str, Any] = {
        "drill": "hip-hinge",
        "side": None,
        "sets": 1,
        "reps": 8,
        "seconds": 56,
        "eccentric_seconds": 32,
        "outcome": Outcome.DONE,
    }
    return StepRecord(step=step, **{**given, **values})


def a_measurement(**values: Any) -> Measurement:
    given: dict[str, Any] = {
        "id": uuid4(),
        "day": date(2026, 5, 1),
        "taken": NOON,
        "kind": MeasureKind.KNEE_TO_WALL,
        "side": Side.LEFT,
        "value": 9.5,
        "unit": "cm",
    }
    return Measurement(**{**given, **values})


def a_still(measurement: Measurement, **values: Any) -> Still:
    hip, knee, shoulder = Point(0.5, 0.4), Point(0.47, 0.6), Point(0.52, 0.2)
    marks = Marks(hip, knee, 1080, 1920, Side.RIGHT, shoulder, Level(-1.5))
    given: dict[str, Any] = {
        "id": uuid4(),
        "measurement": measurement.id,
        "moment": 1_254_166,
        "marks": marks,
        "filmed_fps": 240.0,
        "source": "strides-tuesday.mp4",
        "sha256": "5e" * 32,
    }
    return Still(**{**given, **values})


def a_thigh(**values: Any) -> Measurement:
    kind = MeasureKind.THIGH_BACK
    return a_measurement(**{"kind": kind, "value": 18.2, "unit": "°", "side": Side.RIGHT, **values})
