"""What the athlete wants done with the records; pages emit these, the record desk does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from longstride.core.history.measure import MeasureKind
    from longstride.core.history.session import Session
    from longstride.ui.shown.past import Past, Query, Range
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


@dataclass(frozen=True, slots=True)
class BackUp:
    """Make a backup now."""


@dataclass(frozen=True, slots=True)
class ChooseBackup:
    """Look at the backups, to restore one."""


@dataclass(frozen=True, slots=True)
class Restore:
    """Put a backup in the journal's place, which is kept aside; None begins an empty one."""

    backup: Path | None


@dataclass(frozen=True, slots=True)
class ExportFile:
    """Write everything to one file."""


@dataclass(frozen=True, slots=True)
class ExportTables:
    """Write everything as tables, to look at."""


@dataclass(frozen=True, slots=True)
class Import:
    """Take in what another journal wrote to a file."""


@dataclass(frozen=True, slots=True)
class FindLeft:
    """Look for runs that were left in files when the program ended."""


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Try once more to open the journal."""


Keep = BackUp | ChooseBackup | Restore | ExportFile | ExportTables | Import | FindLeft

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
    | ReadAgain
    | Keep
)
