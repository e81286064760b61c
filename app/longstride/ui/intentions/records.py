"""What the athlete wants done with the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from longstride.ui.intentions import Intention

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from longstride.core.flow.body import BodyPlace
    from longstride.core.flow.drill import Side
    from longstride.core.history.dose_change import DoseChange
    from longstride.core.history.growth import Proposal
    from longstride.core.history.measure import MeasureKind
    from longstride.core.history.session import Session
    from longstride.core.history.what_changed import Finding
    from longstride.ui.shown.past import Past, Query, Range
    from longstride.ui.widgets.charts.plot import Plot


class RecordWish(Intention):
    """What the record desk does."""

    __slots__ = ()


class FileWish(Intention):
    """What the files desk does: the records as files."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Look(RecordWish):
    """Look further back, or less far."""

    range: Range


@dataclass(frozen=True, slots=True)
class Find(RecordWish):
    """List other sessions."""

    query: Query


@dataclass(frozen=True, slots=True)
class Add(RecordWish):
    """Add a session that was done without the program."""


@dataclass(frozen=True, slots=True)
class Edit(RecordWish):
    """Change a session's ratings, note or day."""

    session: Session


@dataclass(frozen=True, slots=True)
class Delete(RecordWish):
    """Take a session out; it can be had back."""

    session: Session


@dataclass(frozen=True, slots=True)
class Rate(RecordWish):
    """Answer now what was left open after a session."""

    session: Session


@dataclass(frozen=True, slots=True)
class LeaveUnrated(RecordWish):
    """Do not ask about a session again."""

    session: Session


@dataclass(frozen=True, slots=True)
class SayBetter(RecordWish):
    """Load and stretch places again that hurt; ``name`` is all of them in words, "" unknown."""

    places: frozenset[BodyPlace]
    name: str


@dataclass(frozen=True, slots=True)
class Measure(RecordWish):
    """Enter measurements, of one kind if one is named.

    ``held`` is how many s each side just held the bridge.
    """

    kind: MeasureKind | None = None
    held: Mapping[Side, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class SetTarget(RecordWish):
    """Aim at so many days a week from this week on."""

    days: int


@dataclass(frozen=True, slots=True)
class PlanRest(RecordWish):
    """Freeze days, or let them count again."""


@dataclass(frozen=True, slots=True)
class Explain(RecordWish):
    """Say how a finding is made; None for streak and score."""

    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class LookAtDose(Intention):
    """See how a flow's dose stands."""

    flow: str


class DoseWish(RecordWish):
    """What changes the dose of a flow."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TakeDose(DoseWish):
    """Take what is proposed."""

    proposal: Proposal


@dataclass(frozen=True, slots=True)
class PutOffDose(DoseWish):
    """Leave what is proposed for later."""

    proposal: Proposal


@dataclass(frozen=True, slots=True)
class UndoDose(DoseWish):
    """Take a change of a dose back, and what rests on it."""

    change: DoseChange


@dataclass(frozen=True, slots=True)
class RateSoreness(RecordWish):
    """Say how sore a day is, 0-10; None takes the answer back."""

    day: date
    soreness: int | None


@dataclass(frozen=True, slots=True)
class LeaveSoreness(Intention):
    """Do not ask again on a day how sore it is."""

    day: date


@dataclass(frozen=True, slots=True)
class SavePicture(Intention):
    """Save one chart as an image."""

    plot: Plot
    title: str


@dataclass(frozen=True, slots=True)
class SaveReport(Intention):
    """Save what Review shows as a document."""

    past: Past


@dataclass(frozen=True, slots=True)
class BackUp(FileWish):
    """Make a backup now."""


@dataclass(frozen=True, slots=True)
class ChooseBackup(FileWish):
    """Look at the backups, to restore one."""


@dataclass(frozen=True, slots=True)
class Restore(FileWish):
    """Put a backup in the journal's place, which is kept aside; None begins an empty one."""

    backup: Path | None


@dataclass(frozen=True, slots=True)
class ExportFile(FileWish):
    """Write everything to one file."""


@dataclass(frozen=True, slots=True)
class ExportTables(FileWish):
    """Write everything as tables, to look at."""


@dataclass(frozen=True, slots=True)
class Import(FileWish):
    """Take in what another journal wrote to a file; None asks for it."""

    path: Path | None = None


@dataclass(frozen=True, slots=True)
class ReadAgain(RecordWish):
    """Try once more to open the journal."""
