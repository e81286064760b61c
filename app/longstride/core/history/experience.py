"""How well an athlete knows each drill, by how often it was finished since the last long gap.

Words are given ever more rarely as a drill is learnt, an analogy to feedback that is faded
(Winstein & Schmidt 1990, doi 10.1037/0278-7393.16.4.677); after a gap all of them come back. How
many sessions and how long a gap is our own judgement.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from longstride.core.flow.talk import Familiarity

KNOWN_AFTER = 3  # sessions in which a drill was finished
PRACTISED_AFTER = 10
GAP = timedelta(days=21)  # a longer one, and what was known is told anew
LOOK_BACK = PRACTISED_AFTER * GAP  # what was finished earlier changes nothing


@dataclass(frozen=True, slots=True)
class Experience:
    """What an athlete brings to one flow: which drills are ``known``, all but new ones by id.

    ``sessions`` is how often the flow was finished before. ``begins`` is true where there is no
    session at all yet; a journal that cannot be read tells nothing, not even that.
    """

    known: Mapping[str, Familiarity] = field(default_factory=dict)
    sessions: int = 0
    begins: bool = False


def familiar(finished: Mapping[str, Iterable[date]], today: date) -> dict[str, Familiarity]:
    """Return how well drills are known, without those that are new.

    ``finished`` has for each drill the day of every session in which it was done to its end.
    """
    levels = {drill: familiarity(days, today) for drill, days in finished.items()}
    return {drill: level for drill, level in levels.items() if level is not Familiarity.NEW}


def familiarity(days: Iterable[date], today: date) -> Familiarity:
    """Return how well a drill is known by the days it was finished on, one for each session.

    Days that are still to come, as a wrong clock leaves them, do not count.
    """
    count = _since_gap(days, today)
    if count >= PRACTISED_AFTER:
        return Familiarity.PRACTISED
    return Familiarity.KNOWN if count >= KNOWN_AFTER else Familiarity.NEW


def _since_gap(days: Iterable[date], today: date) -> int:
    count, later = 0, today
    for day in sorted((day for day in days if day <= today), reverse=True):
        if later - day > GAP:
            break
        count, later = count + 1, day
    return count
