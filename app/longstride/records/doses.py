"""The dose of a flow as the journal has it: what the next one should be, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from longstride.core.history import counsel_words as words
from longstride.core.history.counsel import IN_A_ROW, Counsel, counsel
from longstride.core.history.dose_change import Answer, DoseChange
from longstride.core.history.growth import Lasts, Proposal
from longstride.core.history.memory import as_dosed, taken, undo
from longstride.records.following import plan_now

if TYPE_CHECKING:
    from longstride.core.flow.drill import Drill
    from longstride.core.flow.flow import Flow
    from longstride.core.history.week import Rhythm
    from longstride.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class DoseNow:
    """A flow's dose as it stands: counsel for the next time, and the changes that were taken.

    ``standing`` and ``stale`` are the changes that are laid on and those that wait, oldest first.
    """

    counsel: Counsel
    standing: tuple[DoseChange, ...]
    stale: tuple[DoseChange, ...]


@dataclass(frozen=True, slots=True)
class Doses:
    """What it takes to tell doses: the drills, how long a flow is, and the weeks on a day."""

    catalogue: Mapping[str, Drill]
    length: Lasts
    rhythm: Rhythm
    today: date

    def dose(self, journal: Journal, flow: Flow) -> DoseNow:
        """Return the dose of a flow as authored; JournalError."""
        changes = journal.dose_changes()
        stale = as_dosed(flow, self.catalogue, changes).stale
        return DoseNow(
            self._counsel(journal, flow, changes),
            tuple(each for each in taken(flow.id, changes) if each not in stale),
            stale,
        )

    def _counsel(self, journal: Journal, flow: Flow, changes: tuple[DoseChange, ...]) -> Counsel:
        found = counsel(
            flow,
            self.catalogue,
            journal.bearing_on(flow.id, IN_A_ROW),
            changes,
            journal.soreness(self.today).get(self.today),
            length=self.length,
            lighter_week=self._is_lighter_week(journal),
            better=journal.better(),
        )
        grows_not = found.sentence == words.never_grows(flow)  # which nobody asked about
        return replace(found, sentence=words.GO_ON) if grows_not else found

    def _is_lighter_week(self, journal: Journal) -> bool:
        """Return whether the plan has a lighter week, or the athlete asked for one."""
        plan = plan_now(journal, (), self.rhythm, self.today)
        if plan is not None and plan.place.lighter:
            return True
        return bool(self.rhythm.eased_in(self.rhythm.week_of(self.today)))

    def keep(self, journal: Journal, flow: Flow, proposal: Proposal, answered: DoseChange) -> bool:
        """Keep what a proposal became by its answer, and return whether it was kept; JournalError.

        It is not where something else is counselled by now: what was done or hurt since the
        athlete saw it comes first.
        """
        if self.dose(journal, flow).counsel.proposal != proposal:
            return False
        journal.change_doses([answered])
        return True


def undo_change(
    journal: Journal,
    flow: Flow,
    catalogue: Mapping[str, Drill],
    change: DoseChange,
    now: datetime,
) -> tuple[DoseChange, ...]:
    """Undo a change with those that rest on it, and return them as they were; JournalError.

    ``flow`` is as authored, ``now`` aware UTC. What is undone already is left as it is.
    """
    before = journal.dose_changes()
    standing = [each for each in before if each.id == change.id and each.answer is Answer.TAKEN]
    if not standing:
        return ()
    after = undo(flow, catalogue, before, standing[0], now)
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    journal.change_doses(undone for _, undone in changed)
    return tuple(was for was, _ in changed)
