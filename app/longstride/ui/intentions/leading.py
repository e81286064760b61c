"""What the athlete wants to be led through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.core.flow.manner import Manner
from longstride.ui.intentions import Intention

if TYPE_CHECKING:
    from uuid import UUID

    from longstride.core.flow.talk import Talk


class LeadWish(Intention):
    """What begins a flow, or lets one go that was cut off."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Start(LeadWish):
    """Lead through a flow from its beginning.

    ``stiffness`` 0-10, None where it was not answered; ``room`` is the ms there are for it, None
    for all it takes.
    """

    flow: str
    stiffness: int | None = None
    manner: Manner = Manner()
    room: int | None = None


@dataclass(frozen=True, slots=True)
class Shorten(Intention):
    """See what is left of a flow in fewer minutes."""

    flow: str
    talk: Talk | None = None


@dataclass(frozen=True, slots=True)
class Preview(LeadWish):
    """Lead through one repetition of a flow's step, counted from 0; nothing is written down."""

    flow: str
    step: int
    talk: Talk | None = None


@dataclass(frozen=True, slots=True)
class Resume(LeadWish):
    """Lead on where a session was interrupted."""

    session: UUID


@dataclass(frozen=True, slots=True)
class Discard(LeadWish):
    """Do not offer an interrupted session again."""

    session: UUID
