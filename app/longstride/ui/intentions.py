"""What the athlete wants done with the records; pages emit these, the record desk does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longstride.core.measure import MeasureKind
    from longstride.core.session import Session
    from longstride.ui.records import Past, Query, Range
    from longstride.ui.widgets.charts.plot import Plot


@dataclass(frozen=True, slots=True)
class Look:
    """Look further back, or less far."""

    range: Range


@dataclass(frozen=True, slots=True)
class Find:
    """List other sessions."""

    query: Query


@dataclass(frozen=True, slots=True)
class Add:
    """Add a session that was done without the program."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Change a session's ratings, note or day."""

    session: Session


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a session out; it can be had back."""

    session: Session


@dataclass(frozen=True, slots=True)
class Rate:
    """Answer now what was left open after a session."""

    session: Session


@dataclass(frozen=True, slots=True)
class LeaveUnrated:
    """Do not ask about a session again."""

    session: Session


@dataclass(frozen=True, slots=True)
class Measure:
    """Enter measurements, of one kind if one is named."""

    kind: MeasureKind | None = None


@dataclass(frozen=True, slots=True)
class SetTarget:
    """Aim at so many days a week from this week on."""

    days: int


@dataclass(frozen=True, slots=True)
class PlanRest:
    """Freeze days, or let them count again."""


@dataclass(frozen=True, slots=True)
class Explain:
    """Say how streak and score are made."""


@dataclass(frozen=True, slots=True)
class SavePicture:
    """Save one chart as an image."""

    plot: Plot
    title: str


@dataclass(frozen=True, slots=True)
class SaveReport:
    """Save what Review shows as a document."""

    past: Past


Intention = (
    Look
    | Find
    | Add
    | Edit
    | Delete
    | Rate
    | LeaveUnrated
    | Measure
    | SetTarget
    | PlanRest
    | Explain
    | SavePicture
    | SaveReport
)
