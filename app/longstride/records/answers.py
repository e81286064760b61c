"""What an athlete said of themselves, written down: a plan to follow, its days, a target."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from longstride.core.history.plan.following import Anchor, Following
from longstride.core.history.plan.place import first_week
from longstride.core.history.week import Rhythm, Week
from longstride.records.following import follow, going, plan_now
from longstride.records.following import take_back as unfollow

if TYPE_CHECKING:
    from longstride.core.flow.plan import Plan
    from longstride.core.history.plan.answers import Answers
    from longstride.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Before:
    """What stood before answers were written down, as far as they changed it.

    ``gone`` and ``ended`` are the days and the plans they took away, ``target`` the week's own,
    None where it stayed. ``new`` and ``begun`` are the ids of what they brought.
    """

    gone: tuple[Anchor, ...] = ()
    ended: tuple[Following, ...] = ()
    target: Week | None = None
    new: tuple[UUID, ...] = ()
    begun: UUID | None = None

    @property
    def is_missed(self) -> bool:
        """Whether something that the athlete had decided is another now."""
        return bool(self.gone or self.ended or self.target)


def begin(
    journal: Journal,
    answers: Answers,
    plan: Plan,
    week_start: int,
    today: date,
    new_id: Callable[[], UUID],
) -> Before:
    """Follow a plan from now on, with the days and the target that were answered; JournalError.

    The plan is followed last, so that one that is has its days. One that is followed already
    keeps its place, and a day its time. What was not answered stays as it was.
    Return what stood before.
    """
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=week_start)
    before = _anchor(journal, answers, new_id)
    before = replace(before, target=_aim(journal, answers, rhythm, today))
    now = plan_now(journal, (), rhythm, today)
    if now is None or now.place.over or now.following.plan.id != plan.id:
        begun = Following(new_id(), plan, first_week(rhythm, today))
        before = replace(before, ended=going(journal, today), begun=begun.id)
        follow(journal, begun, today)
    return before


def take_back(journal: Journal, before: Before) -> None:
    """Have again what stood before answers were written down; JournalError."""
    if before.begun is not None:
        unfollow(journal, before.begun, before.ended)
    if before.target is not None:
        journal.set_target(before.target.start, before.target.target)
    journal.unanchor(*before.new)
    journal.anchor(*before.gone)


def _aim(journal: Journal, answers: Answers, rhythm: Rhythm, today: date) -> Week | None:
    """Set the target, and return the one of before where it was another."""
    start = rhythm.week_of(today)
    if answers.target is None:
        return None
    before = Week(start, rhythm.target(start))
    journal.set_target(start, answers.target)
    return before if rhythm.weeks and before.target != answers.target else None


def _anchor(journal: Journal, answers: Answers, new_id: Callable[[], UUID]) -> Before:
    """Have the days of the answers, and no others of their kind."""
    standing = journal.anchors()
    gone = answers.gone(standing)
    journal.unanchor(*(anchor.id for anchor in gone))
    days = sorted(answers.new_days(standing))
    new = [Anchor(new_id(), day, answers.who.after) for day in days]
    journal.anchor(*new)
    return Before(gone, new=tuple(anchor.id for anchor in new))
