"""The dose that remembers: changes lie over the flow as authored, and its file is never touched.

Each change is laid on by the rule that proposed it. One that no longer does what it did, because
its author changed the step or took the drill away, is stale: kept and told, but not laid on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow
from longstride.core.history.counsel_words import waits
from longstride.core.history.dose_change import Answer, DoseChange, Rung, grown, names, value
from longstride.core.history.growth import Proposal


@dataclass(frozen=True, slots=True)
class Dosed:
    """A flow at the athlete's own dose, and the changes that could not be laid on."""

    flow: Flow
    stale: tuple[DoseChange, ...] = ()


def as_dosed(flow: Flow, catalogue: Mapping[str, Drill], changes: Iterable[DoseChange]) -> Dosed:
    """Return a flow as authored with the changes of it that were taken, oldest first."""
    dosed, stale = flow, []
    for change in taken(flow.id, changes):
        after = _changed(flow, dosed, change, catalogue)
        if after is None:
            stale.append(change)
        else:
            dosed = after
    return Dosed(dosed, tuple(stale))


def taken(flow: str, changes: Iterable[DoseChange]) -> list[DoseChange]:
    """Return the changes of a flow that were taken and not undone, oldest first."""
    own = (each for each in changes if each.flow == flow and each.answer is Answer.TAKEN)
    return sorted(own, key=lambda each: (each.made, each.id))


def take(proposal: Proposal, new_id: UUID, now: datetime) -> DoseChange:
    """Return a proposal as the athlete takes it; ``now`` is aware UTC."""
    return proposal.answered(Answer.TAKEN, new_id, now)


def not_yet(proposal: Proposal, new_id: UUID, now: datetime) -> DoseChange:
    """Return a proposal as the athlete puts it off; ``now`` is aware UTC."""
    return proposal.answered(Answer.NOT_YET, new_id, now)


def undo(
    flow: Flow,
    catalogue: Mapping[str, Drill],
    changes: Sequence[DoseChange],
    change: DoseChange,
    now: datetime,
) -> tuple[DoseChange, ...]:
    """Return all changes with one undone, and with it those that rested on it.

    A lowering of 5 s rests on the one of 4 s before it, and what a harder drill became on that
    drill. ``flow`` is as authored, ``now`` aware UTC.
    """
    already = set(as_dosed(flow, catalogue, changes).stale)
    left = tuple(each for each in changes if each.id != change.id)
    resting = set(as_dosed(flow, catalogue, left).stale) - already
    return tuple(
        replace(each, answer=Answer.UNDONE, edited=now)
        if each.id == change.id or each in resting
        else each
        for each in changes
    )


def stale_words(change: DoseChange, catalogue: Mapping[str, Drill]) -> str:
    """Return in a sentence that a change is kept but waits, such as for a step that changed."""
    before, after = change.before, change.after
    if change.rung is Rung.DRILL:
        before, after = _name(before, catalogue), _name(after, catalogue)
    return waits(_name(change.drill, catalogue), before, after)


def _name(drill: str, catalogue: Mapping[str, Drill]) -> str:
    known = catalogue.get(drill)
    return known.name if known else drill.replace("-", " ").capitalize()


def _changed(
    authored: Flow, dosed: Flow, change: DoseChange, catalogue: Mapping[str, Drill]
) -> Flow | None:
    """Return a flow with one more change laid on, None where that change is stale."""
    number = names(authored, dosed).get((change.drill, change.place))
    if number is None or value(dosed.steps[number], change.rung) != change.before:
        return None
    after = grown(authored, dosed, number, change.rung, catalogue)
    if after is None or value(after, change.rung) != change.after:
        return None
    return replace(dosed, steps=(*dosed.steps[:number], after, *dosed.steps[number + 1 :]))
