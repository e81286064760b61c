"""What the editor shows of a flow that is being written: plain values, free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from longstride.core.flow.drill import Sides, Stage
from longstride.core.flow.flow import First
from longstride.core.flow.talk import Talk
from longstride.ui.intentions import Intention

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow

_TEXTS = ("title", "line", "purpose", "when", "level", "opening", "closing")
FLOW_KEYS = (*_TEXTS, "minutes", "talk", "breath")
Link = tuple[str, str]  # a drill's id and its name
Said = tuple[int, str]  # the ms at which something is said, and the words


class Amount(StrEnum):
    """What a dose is counted in; the value is the key in a flow's file."""

    REPS = "reps"
    HOLD = "hold"
    BREATHS = "breaths"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong or unwise, at a key of a step or, for None, of the flow.

    ``stops`` where it keeps the flow from being saved. ``remedy`` is what a button beside it
    says, ``wish`` what that does. ``drill`` is the own drill that it is about, "" for none.
    """

    text: str
    stops: bool = True
    step: int | None = None
    key: str = ""
    remedy: str = ""
    wish: Intention | None = None
    drill: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step with its dose; lengths ``ms``, what is set in whole seconds as the file has it.

    ``rest`` and ``rest_after`` are None for "until I am ready". ``parts`` say the dose in a few
    words each; ``looks`` is the drill whose figure shows it; ``own`` where the drill is one of the
    flow's own. ``rank`` is where in a flow its stage stands. ``said`` begins with the step.
    """

    drill: str
    name: str
    stage: Stage
    parts: tuple[str, ...] = ()
    length: int = 0
    amount: Amount = Amount.REPS
    reps: int = 8
    tempo: str = ""
    rises_first: bool = False
    hold: int = 30
    breaths: int = 4
    sets: int = 1
    rest: int | None = 20
    side: Sides = Sides.BOTH
    first: First = First.TURN_ABOUT
    get_ready: int = 8
    change: int = 6
    rest_after: int | None = 3
    cues: tuple[str, ...] = ()
    talk: Talk | None = None
    keep: bool = False
    easier: Link | None = None
    harder: Link | None = None
    looks: str = ""
    own: bool = False
    rank: int = 0
    said: tuple[Said, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def has_no_rest(self) -> bool:
        """Whether there are no sets to rest between."""
        return self.sets < 2

    @property
    def has_first_side(self) -> bool:
        """Whether one side comes first, or the file says which."""
        return self.side in {Sides.EACH, Sides.ALTERNATE} or self.first is not First.TURN_ABOUT


@dataclass(frozen=True, slots=True)
class EditorView:
    """The flow, its steps, and all that is to be said of it.

    ``total`` ms, None while the steps cannot be counted; ``aim`` is the promise in words. ``words``
    are the flow's own texts by their keys, ``minutes`` the promise, None where it is measured.
    ``talk`` None is as set; ``breath`` is in whole seconds, in and out.
    ``sides`` and ``equipment`` are sentences. ``drills`` are the flow's own by their keys.
    ``origin`` says what the file has become, "" while it is as it was; ``flow`` is what can be
    led, None while mistakes stop it.
    """

    title: str = ""
    total: int | None = None
    aim: str = ""
    steps: tuple[StepView, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    minutes: tuple[int, int] | None = None
    talk: Talk | None = None
    breath: tuple[int, int] = (4, 6)
    sides: str = ""
    equipment: str = ""
    remarks: tuple[Remark, ...] = ()
    drills: tuple[Mapping[str, object], ...] = ()
    state: str = ""
    can_undo: bool = False
    can_redo: bool = False
    is_saved: bool = True
    is_sorted: bool = True
    origin: str = ""
    flow: Flow | None = None

    @property
    def all_remarks(self) -> tuple[Remark, ...]:
        """Everything that is wrong or unwise, the flow's own first, then step by step."""
        return (*self.remarks, *(each for step in self.steps for each in step.remarks))

    @property
    def homeless(self) -> tuple[Remark, ...]:
        """What is said of the flow and stands at no field; missing steps the list tells of."""
        keys = {*FLOW_KEYS, *(() if self.steps else ("step",))}
        return tuple(each for each in self.remarks if each.key not in keys)

    @property
    def at_words(self) -> tuple[Remark, ...]:
        """What is said of the flow's own words, each at its field."""
        return tuple(each for each in self.remarks if each.key in FLOW_KEYS)

    @property
    def mistakes(self) -> tuple[Remark, ...]:
        """What keeps the flow from being saved."""
        return tuple(each for each in self.all_remarks if each.stops)

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What is unwise and no more than that."""
        return tuple(each for each in self.all_remarks if not each.stops)

    def moves(self, step: int, by: int) -> int | None:
        """Return where a step goes that is moved up (-1) or down (1), None where it stays.

        A step moves only among those of its stage that stand next to it.
        """
        to = step + by
        if not (0 <= step < len(self.steps) and 0 <= to < len(self.steps)):
            return None
        return to if self.steps[to].rank == self.steps[step].rank else None

    def reach(self, step: int) -> range:
        """Return the places that a step can take: those next to it of its stage."""
        first = last = step
        while self.moves(first, -1) is not None:
            first -= 1
        while self.moves(last, 1) is not None:
            last += 1
        return range(first, last + 1)
