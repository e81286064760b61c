"""The golden plans: the turns of each bundled plan over its weeks, for two athletes.

Run this file to write them anew after a change that is meant to move something, and read the
difference before you commit it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path
from uuid import UUID

from golden_listings import ASSETS, bundled_flows
from longstride.content import load_plans
from longstride.core.flow.plan import After, Plan
from longstride.core.history.load import is_loaded
from longstride.core.history.plan.following import Anchor, Following
from longstride.core.history.plan.place import plan_place
from longstride.core.history.plan.turn import Done, Turn
from longstride.core.history.plan.turns import spare_days, turns
from longstride.core.history.streak import streak
from longstride.core.history.week import WEEK, Rhythm

GOLDEN = Path(__file__).parent / "golden" / "plans"
MONDAY = date(2026, 5, 4)
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def bundled_plans() -> dict[str, Plan]:
    """Return the plans that ship with the program, by id."""
    return load_plans(ASSETS / "plans", bundled_flows())


def on(weekdays: Iterable[int], after: After, at: time | None = None) -> list[Anchor]:
    return [Anchor(UUID(int=8 * len(after) + n), n, after, at) for n in weekdays]


SETTLED = [
    *on([0, 2, 6], After.RUN, time(18, 30)),
    *on([1, 4], After.WARM_UP),
    *on(range(5), After.WORK, time(17)),
    *on([1, 3, 5], After.OWN, time(20)),
]
ATHLETES = {
    "Runs Mon Wed Sun, warms up Tue Fri, works Mon-Fri, sessions Tue Thu Sat": SETTLED,
    "No days of their own": [],
}


def telling(plan: Plan) -> str:
    """Return a plan's golden text: all is done on its day, but in week 2 nothing after Tuesday."""
    return "\n".join(line for athlete in ATHLETES for line in _weeks(plan, athlete)) + "\n"


def _weeks(plan: Plan, athlete: str) -> Iterator[str]:
    anchors, loaded = ATHLETES[athlete], {n for n, f in bundled_flows().items() if is_loaded(f)}
    followed, done, start = Following(UUID(int=1), plan, MONDAY), list[Done](), MONDAY
    yield f"# {athlete}"
    while True:
        reports = streak({each.day for each in done}, Rhythm(), start).weeks
        place = plan_place(followed, reports, start, anchors)
        if place.over:
            return
        week = followed.week(place)
        again = f", again {place.again}" if place.again else ""
        lighter = ", lighter" if place.lighter else ""
        found = turns(week, start, anchors, (), (), loaded, start)
        yield f"{start} week {place.week} of {len(plan.weeks)}{again}{lighter}: {week.focus}"
        yield from map(_line, found)
        if place.lighter:
            yield f"  spare {' '.join(NAMES[day.weekday()] for day in spare_days(found, start))}"
        last = 1 if start == MONDAY + WEEK else 6
        own = [Done(t.flow, t.day) for t in found if t.day and (t.day - start).days <= last]
        if last < 6:
            yield "  on Saturday, with nothing done after Tuesday"
            late = turns(week, start, anchors, (), own, loaded, start.replace(day=start.day + 5))
            yield from map(_line, late)
        done += own
        start += WEEK


def _line(turn: Turn) -> str:
    day = NAMES[turn.day.weekday()] if turn.day else "-  "
    at = f" {turn.at:%H:%M}" if turn.at else ""
    after = f" after {turn.after}" if turn.after else ""
    state = "" if turn.is_open else f" ({turn.state})"
    moved = f" from {NAMES[turn.planned.weekday()]}" if turn.is_elsewhere else ""
    return f"  {day}{at} {turn.flow} {turn.number}{after}{' loaded' * turn.loaded}{state}{moved}"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, bundled in bundled_plans().items():
        (GOLDEN / f"{name}.txt").write_text(telling(bundled), encoding="utf-8")
