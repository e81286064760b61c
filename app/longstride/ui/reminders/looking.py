"""Whether something is to be told now: read without locking anything, decided when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from longstride.core.history.reminder import (
    LONGEST_LOOK,
    Reminder,
    due,
    next_due,
    next_look,
    passed,
)
from longstride.desktop.running import is_flow_played
from longstride.records.ahead import look_ahead

if TYPE_CHECKING:
    from longstride.core.history.reminder import Ahead, Wishes
    from longstride.desktop.reminded import Reminded
    from longstride.engine import Engine


@dataclass(frozen=True, slots=True)
class Look:
    """What a look found: what is to be ``told`` now, by us alone, and in how many ms to ask again.

    ``open`` is whether the turn that was told before is still to be done; ``next`` is when
    something is due as the wall clock shows it, None where nothing is.
    """

    told: Reminder | None = None
    wait: int = LONGEST_LOOK
    open: bool = True
    next: datetime | None = None


def look(
    engine: Engine,
    wishes: Wishes,
    reminded: Reminded,
    before: Reminder | None,
    wished: Wishes | None,
) -> Look:
    """Look now, and take what is due as told; FileError where that cannot be remembered.

    ``wished`` are the wishes before these, if they changed: a time that was past when it was
    chosen is tomorrow's, and what was due already is told all the same.
    A journal that cannot be read so, because it is locked, gone or of a newer Longstride, has
    nothing due: nothing is told that may be wrong. A flow in a terminal holds it too.
    """
    ahead, now, playing = _ahead(engine), engine.now(), is_flow_played(engine.paths.data)
    if ahead is None:
        return Look()
    if wished is not None:
        due_before = passed(ahead, wished, now)
        reminded.settle([slot for slot in passed(ahead, wishes, now) if slot not in due_before])
    found = due(ahead, wishes, reminded.read(), now, playing=playing)
    if found is not None and not reminded.claim(found):
        found = None
    told = reminded.read()
    return Look(
        found,
        next_look(ahead, wishes, told, now, playing=playing),
        before is not None and before.slot in passed(ahead, wishes, now),
        next_due(ahead, wishes, told, now),
    )


def _ahead(engine: Engine) -> Ahead | None:
    """Return what the days ahead hold, None where the journal cannot be read so; FlowError."""
    flows = engine.all_wanted(engine.library.flows.values())
    return look_ahead(engine.paths.journal, flows, engine.week_start(), engine.today())
