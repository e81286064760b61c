"""What an athlete says of themselves, and the plan that suits it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from longstride.core.flow.plan import After
from longstride.core.history.plan.following import Anchor

WORK_DAYS = frozenset(range(5))  # Monday to Friday, for whom no days are asked
_SESSIONS = 2  # of the plan Runner, beside what follows a run


class Who(StrEnum):
    """What an athlete is, as far as a plan asks."""

    RUNNER = "runner"
    SPRINTER = "sprinter"
    DESK = "desk"
    BEGINNER = "beginner"

    @property
    def after(self) -> After:
        """What their days hold that a flow follows; OWN where nothing does."""
        return _AFTER.get(self, After.OWN)

    @property
    def has_days(self) -> bool:
        """Whether they say which days these are."""
        return self.after in {After.RUN, After.WARM_UP}


_AFTER = {Who.RUNNER: After.RUN, Who.SPRINTER: After.WARM_UP, Who.DESK: After.WORK}


@dataclass(frozen=True, slots=True)
class Answers:
    """``days`` are the weekdays on which they run or warm up, 0 Monday to 6 Sunday.

    ``target`` is how many days a week they want to train, None where that was not answered.
    """

    who: Who
    days: frozenset[int] = frozenset()
    target: int | None = None

    @property
    def plan(self) -> str:
        """The id of the plan that suits them.

        A runner does two sessions beside the runs where there are days for them, of which one may
        share its day with a run; else one, which is longer.
        """
        few = self.target is not None and len(self.days) + _SESSIONS > self.target + 1
        return "runner-one-session" if self.who is Who.RUNNER and few else self.who.value

    def new_days(self, anchors: Collection[Anchor]) -> frozenset[int]:
        """Return the weekdays on which a flow follows something that is not known yet.

        Days that are not asked for are those of work, as long as there are no others.
        """
        standing = frozenset(each.weekday for each in anchors if each.after is self.who.after)
        if self.who.has_days:
            return self.days - standing
        return WORK_DAYS if self.who.after is After.WORK and not standing else frozenset()

    def gone(self, anchors: Collection[Anchor]) -> tuple[Anchor, ...]:
        """Return the anchors that these answers take away: of the same kind, on other days.

        Days that were never asked for, or that nobody answered, take nothing away.
        """
        if not (self.who.has_days and self.days):
            return ()
        return tuple(
            anchor
            for anchor in anchors
            if anchor.after is self.who.after and anchor.weekday not in self.days
        )
