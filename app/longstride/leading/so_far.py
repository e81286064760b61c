"""What a run has come to by now, as its session will be remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longstride.core.flow.drill import Side
    from longstride.core.history.session import Session
    from longstride.core.timeline.step_record import StepRecord
    from longstride.leading.run import Run


def so_far(run: Run) -> Session:
    """Return a run's session with what was done by now: each side of a step once, at its best."""
    best: dict[tuple[int, Side | None], StepRecord] = {}
    now = (r for step in range(len(run.coach.flow.steps)) for r in run.player.retell(step))
    for record in (*run.session.steps, *now):
        place = (record.step, record.side)
        if place not in best or record.seconds > best[place].seconds:
            best[place] = record
    return replace(run.session, steps=tuple(best.values()))
