"""The steps of a run that are left out, because something hurt in them."""

from itertools import count

from longstride.core.flow.body import BodyPlace, places_named
from longstride.core.flow.flow import Flow
from longstride.core.flow.strain import straining
from longstride.core.history.pain import pain_of
from longstride.core.history.session import PainKind, Session
from longstride.core.timeline.player import Player
from longstride.core.timeline.step_record import Outcome
from longstride.core.timeline.timeline import Timeline


class LeftOut:
    """Steps a run passes over by itself; one that the athlete goes to is taken up again."""

    def __init__(self) -> None:
        self._steps: set[int] = set()

    def add(self, flow: Flow, step: int) -> None:
        """Leave a step out, and every later one of the same drill."""
        drill = flow.steps[step].drill.id
        later = enumerate(flow.steps[step:], start=step)
        self._steps |= {number for number, each in later if each.drill.id == drill}

    def spare(self, flow: Flow, places: frozenset[BodyPlace], step: int) -> bool:
        """Leave out what loads or stretches some places from a step on; say if anything does."""
        found = {each for each in straining(flow, places) if each >= step}
        fresh = found - self._steps
        self._steps |= found
        return bool(fresh)

    def holds(self, step: int) -> bool:
        """Return whether a step is left out."""
        return step in self._steps

    def take_up(self, step: int) -> None:
        """Leave a step out no more."""
        self._steps.discard(step)

    def after(self, step: int) -> int:
        """Return the first step after one that is not left out, maybe one more than there are."""
        return next(each for each in count(step + 1) if each not in self._steps)

    def goes_on(self, step: int) -> int:
        """Return the step itself, or where it is left out the first after it that is not."""
        return self.after(step) if step in self._steps else step

    def way_on(self, timeline: Timeline, step: int) -> int:
        """Return where one goes on after a step, in ms; the closing words after the last.

        Where the flow waits before the next step, to what is said there: what to fetch is needed.
        """
        following, starts = self.after(step), timeline.step_starts
        if following >= len(starts):
            return timeline.spans[-1].start
        start = starts[following]
        waits = start in timeline.waits
        return timeline.spans[timeline.span_index(start - 1)].start if waits else start

    def way_past(self, player: Player) -> int | None:
        """Return where to go on from a step that is left out, None where nothing of it is left."""
        if player.waiting or player.step not in self._steps:
            return None
        on = self.way_on(player.timeline, player.step)
        return on if player.reached < on else None


def left_out_of(session: Session, flow: Flow) -> LeftOut:
    """Return what stays left out of a run that is taken up again: nothing where nothing hurt.

    Which drill hurt is not written down, so that each one stays left out that was broken off; and
    all that loads or stretches the place, where that was named.
    """
    left_out, pain = LeftOut(), pain_of(session)
    if pain.kind is not PainKind.NONE:
        places = places_named(pain.where) - {BodyPlace.SOMEWHERE}
        left_out.spare(flow, places, session.next_step)
        for record in session.steps:
            if record.outcome is Outcome.SHORTENED and record.step < session.next_step:
                left_out.add(flow, record.step)
    return left_out
