"""What an athlete said of themselves, written down: a plan to follow, its days, a target."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from longstride.core.history.plan.following import Anchor, Following
from longstride.core.history.plan.place import first_week
from longstride.core.history.week import Rhythm
from longstride.records.following import follow, plan_now

if TYPE_CHECKING:
    from longstride.core.flow.plan import Plan
    from longstride.core.history.plan.answers import Answers
    from longstride.journal.journal import Journal


def begin(
    journal: Journal,
    answers: Answers,
    plan: Plan,
    week_start: int,
    today: date,
    new_id: Callable[[], UUID],
) -> None:
    """Follow a plan from now on, with the days and the target that were answered; JournalError.

    The plan is followed last, so that one that is has its days. One that is followed already
    keeps its place, and a day its time. What was not answered stays as it was.
    """
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=week_start)
    if answers.target is not None:
        journal.set_target(rhythm.week_of(today), answers.target)
    _anchor(journal, answers, new_id)
    now = plan_now(journal, (), rhythm, today)
    if now is None or now.place.over or now.following.plan.id != plan.id:
        follow(journal, Following(new_id(), plan, first_week(rhythm, today)), today)


def _anchor(journal: Journal, answers: Answers, new_id: Callable[[], UUID]) -> None:
    """Have the days of the answers, and no others of their kind."""
    standing = journal.anchors()
    journal.unanchor(*(anchor.id for anchor in answers.gone(standing)))
    after = answers.who.after
    days = sorted(answers.new_days(standing))
    journal.anchor(*(Anchor(new_id(), day, after) for day in days))
