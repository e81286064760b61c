"""A flow written out: one bout for each side of each set, with every repetition and breath.

Bouts are what a flow becomes when it is performed. Going lighter in the middle of a set changes
only what has not been done yet, so each repetition carries its own tempo and each breath its own
length.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from longstride.core.flow.breath import Breath
from longstride.core.flow.drill import Dose, Drill, Side, Sides
from longstride.core.flow.flow import Count, First, Flow, Step
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import Tempo

LONG_WORK = 60_000  # ms of a bout


class LeadIn(StrEnum):
    """What comes before a bout's "ready"."""

    SETUP = "setup"
    CHANGE = "change"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Bout:
    """One side of one set, from its lead-in to the tone that ends it.

    Either ``tempos`` (one a repetition) or ``breaths`` (of one hold) is filled, or ``hold`` is
    the ms of one whose breath is left free. ``room`` is the
    least length of the lead-in in ms. ``alternate``: the sides take turns by repetition, ``first``
    first. ``index`` counts bouts through the whole flow. ``dose`` is what the set-up tells of,
    however much of it is left out later; ``sides`` the step's; ``round_names`` are told where a
    round begins; a ``long`` one is counted down to. ``kit`` is what the flow is opened with.
    """

    index: int
    step: int
    drill: Drill
    side: Side | None
    set: int
    sets: int
    lead_in: LeadIn
    room: int
    dose: Dose
    sides: Sides
    tempos: tuple[Tempo, ...] = ()
    breaths: tuple[Breath, ...] = ()
    hold: int = 0
    alternate: bool = False
    until_ready: bool = False
    cues: tuple[str, ...] = ()
    talk: Talk | None = None
    first: Side = Side.LEFT
    count: Count | None = None
    round_names: tuple[str, ...] = ()
    long: bool = False
    kit: tuple[str, ...] = ()

    @property
    def units(self) -> int:
        """How many repetitions or breaths."""
        return len(self.tempos) + len(self.breaths)

    @property
    def work(self) -> int:
        """Ms of its work."""
        reps, breaths = (tempo.rep for tempo in self.tempos), (each.cycle for each in self.breaths)
        return sum(reps) + sum(breaths) + self.hold

    def rep_side(self, rep: int) -> Side | None:
        """Return the side that works in a repetition counted from 1."""
        if self.alternate:
            return self.first if rep % 2 else self.first.other
        return self.side


def begin_with(flow: Flow, sessions: int) -> Flow:
    """Return a flow whose steps begin with the side it is the turn of, and say so for good."""
    steps = tuple(
        replace(step, first=First(step.first.side(sessions).value)) for step in flow.steps
    )
    return replace(flow, steps=steps)


def write_out(flow: Flow) -> tuple[Bout, ...]:
    """Return a flow's bouts in the order they are done."""
    places = [
        (number, step, *place) for number, step in enumerate(flow.steps) for place in _places(step)
    ]
    bouts = tuple(_bout(index, flow.breath, *place) for index, place in enumerate(places))
    named = (replace(bout, round_names=_round_names(flow, bout)) for bout in bouts)
    kit = flow.equipment  # looked for once: it takes all the steps
    return tuple(replace(bout, kit=kit) for bout in named)


def _round_names(flow: Flow, bout: Bout) -> tuple[str, ...]:
    """Return the drills of the round that begins with a bout, none where no round does."""
    number = flow.steps[bout.step].round
    begins = bout.step == 0 or flow.steps[bout.step - 1].round != number
    if not number or not begins or bout.lead_in is not LeadIn.SETUP:
        return ()
    inside = (step.drill.spoken_name for step in flow.steps if step.round == number)
    return tuple(dict.fromkeys(inside))


def _places(step: Step) -> Iterator[tuple[int, Side | None, LeadIn, int]]:
    """Yield set, side, lead-in and its least length for each bout of a step."""
    for set_number in range(1, step.dose.sets + 1):
        for turn, side in enumerate(_sides(step)):
            if turn:
                yield set_number, side, LeadIn.CHANGE, step.change
            elif set_number > 1:
                yield set_number, side, LeadIn.REST, step.dose.rest
            else:
                yield set_number, side, LeadIn.SETUP, step.get_ready


def _bout(
    index: int,
    breath: Breath,
    number: int,
    step: Step,
    set_number: int,
    side: Side | None,
    lead_in: LeadIn,
    room: int,
) -> Bout:
    dose = step.dose
    tempos = (dose.tempo,) * dose.reps if dose.reps and dose.tempo else ()
    paced = not tempos and (step.drill.paced or dose.hold is None)
    breaths = (breath,) * _breath_count(step, breath) if paced else ()
    hold = 0 if tempos or paced else dose.hold or 0
    bout = Bout(
        index=index,
        step=number,
        drill=step.drill,
        side=side,
        set=set_number,
        sets=dose.sets,
        lead_in=lead_in,
        room=room,
        tempos=tempos,
        breaths=breaths,
        hold=hold,
        alternate=step.sides is Sides.ALTERNATE,
        until_ready=lead_in is LeadIn.REST and dose.rest_until_ready,
        cues=step.cues or step.drill.cues,
        talk=step.talk,
        first=step.first.side(0),
        count=step.count,
        dose=dose,
        sides=step.sides,
    )
    return replace(bout, long=bout.work >= LONG_WORK)


def _sides(step: Step) -> tuple[Side | None, ...]:
    if step.sides is Sides.EACH:
        first = step.first.side(0)
        return (first, first.other)
    if step.sides in {Sides.LEFT, Sides.RIGHT}:
        return (Side(step.sides.value),)
    return (None,)


def _breath_count(step: Step, breath: Breath) -> int:
    if step.dose.breaths is not None:
        return step.dose.breaths
    return breath.count_in(step.dose.hold or 0)
