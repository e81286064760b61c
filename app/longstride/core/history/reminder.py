"""When to tell of the day's turn, and when to stay silent: decided when due, not when planned.

Times are what the clock on the wall shows, so the lost hour is told as it ends, and a clock that
is set back tells nothing twice: what was told is known by its day and its time.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from longstride.core.flow.plan import After
from longstride.core.history.bounds import MOST_SNOOZE, USUAL_SNOOZE
from longstride.core.history.plan.following import Anchor, on_weekdays
from longstride.core.history.plan.turn import Turn
from longstride.core.history.week import local_day

EVERY_DAY = tuple(range(7))
LONGEST_LOOK = 15 * 60_000  # ms: a clock that was set, or a flow done elsewhere, is seen by then
_SOONEST_LOOK = 1000
_A_DAY = timedelta(days=1)
_AHEAD = 7  # days
_READY = {
    After.OWN: "Today's flow is ready when you are.",
    After.RUN: "For after today's run, whenever it suits you.",
    After.WARM_UP: "For after today's warm-up, whenever it suits you.",
    After.WORK: "For after today's work, whenever it suits you.",
}


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nothing is told, over midnight too; none where both are the same."""

    start: time = time(21)
    end: time = time(7)

    def holds(self, at: time) -> bool:
        """Return whether a time of the day is in them."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end

    def after(self, moment: datetime) -> datetime:
        """Return the moment itself, or the end of the quiet hours it lies in."""
        if not self.holds(moment.time()):
            return moment
        end = datetime.combine(moment.date(), self.end, moment.tzinfo)
        return end if end > moment else end + _A_DAY


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the athlete wants to be told.

    ``days`` are weekdays, 0 Monday; at ``times`` the day's turn is told on them. A turn whose
    anchor asks for it is told at its own time, on any day. ``snooze`` is in minutes, ``closed``
    asks to be told while the window is closed too. A new day begins at ``day_start``.
    """

    on: bool = False
    days: tuple[int, ...] = EVERY_DAY
    times: tuple[time, ...] = (time(18),)
    quiet: Quiet = Quiet()
    snooze: int = USUAL_SNOOZE
    closed: bool = False
    day_start: time = time(3)

    @property
    def never_told(self) -> tuple[time, ...]:
        """The times that come to nothing, because the quiet hours last until the next day."""
        day = date.min
        starts = {at: moment(Slot(day, at), self.day_start) for at in self.times}
        return tuple(at for at, start in starts.items() if not any(_untold(day, start, self)))


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A day of the athlete's and the time at which a turn is told: the key of a telling."""

    day: date
    at: time


@dataclass(frozen=True, slots=True)
class Snooze:
    """A telling that was put off; ``until`` is aware."""

    slot: Slot
    until: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """What was told so far, and what was put off, if anything."""

    slots: frozenset[Slot] = frozenset()
    snooze: Snooze | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the days ahead hold.

    ``turns`` are those of the running week and the next, None where no plan is followed; then
    ``suggested`` is the flow of each day, None for none. A flow without a title is never told.
    """

    titles: Mapping[str, str]
    turns: tuple[Turn, ...] | None = None
    suggested: str | None = None
    anchors: tuple[Anchor, ...] = ()
    done_days: Collection[date] = field(default_factory=frozenset)
    frozen: Collection[date] = field(default_factory=frozenset)

    def open_turns(self, day: date) -> tuple[Turn, ...]:
        """Return what is still to be done on a day that is not frozen."""
        if day in self.frozen:
            return ()
        found = self._suggestion(day) if self.turns is None else self.turns
        return tuple(t for t in found if t.is_open and t.day == day and t.flow in self.titles)

    def own_time(self, turn: Turn) -> time | None:
        """Return the time at which a turn's anchor asks to be told of it, None where none does."""
        anchor = on_weekdays(turn.after, self.anchors).get(turn.planned.weekday())
        return anchor.at if anchor and anchor.remind else None

    def _suggestion(self, day: date) -> tuple[Turn, ...]:
        return () if self.suggested is None else (Turn(self.suggested, 1, day, day),)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is told: a title and one calm sentence, with the flow's id; ``slot`` is its key."""

    slot: Slot
    flow: str
    title: str
    sentence: str


def own_times(anchors: Iterable[Anchor]) -> tuple[time, ...]:
    """Return the times at which days ask to be told of, each once and in their order."""
    return tuple(sorted({each.at for each in anchors if each.remind and each.at is not None}))


def due(
    ahead: Ahead, wishes: Wishes, told: Told, now: datetime, *, playing: bool = False
) -> Reminder | None:
    """Return what is to be told now, None where nothing is.

    ``now`` is aware and local; a flow is ``playing`` or not. Of several times that passed in a
    sleeping machine only the latest is told. What is told is to be remembered in ``told`` at once.
    """
    if playing or wishes.quiet.holds(now.time()) or _is_snoozed(told.snooze, now):
        return None
    come = _passed(ahead, wishes, now)
    slot = _waiting(come, told)
    return _reminder(slot, come[slot], ahead) if slot else None


def passed(ahead: Ahead, wishes: Wishes, now: datetime) -> tuple[Slot, ...]:
    """Return the day's times that have come already.

    Whoever changes the wishes remembers them as told: a time that was past when it was chosen
    begins tomorrow.
    """
    return tuple(_passed(ahead, wishes, now))


def next_due(ahead: Ahead, wishes: Wishes, told: Told, now: datetime) -> datetime | None:
    """Return when something is told next, as the wall clock shows it then, without a zone.

    None where nothing is within a week, as far as its turns are known.
    """
    return min(_coming(ahead, wishes, told, now), default=None)


def next_look(
    ahead: Ahead, wishes: Wishes, told: Told, now: datetime, *, playing: bool = False
) -> int:
    """Return in how many ms to ask again, a quarter of an hour at most; when a flow ends, too."""
    coming = next_due(ahead, wishes, told, now)
    if playing or coming is None:
        return LONGEST_LOOK
    wait = (coming - now.replace(tzinfo=None)) // timedelta(milliseconds=1)
    return min(max(wait, _SOONEST_LOOK), LONGEST_LOOK)


def moment(slot: Slot, day_start: time) -> datetime:
    """Return when a slot comes: before ``day_start`` it is the night after its day."""
    return datetime.combine(slot.day + (_A_DAY if slot.at < day_start else timedelta()), slot.at)


def _slots(ahead: Ahead, wishes: Wishes, day: date) -> dict[Slot, Turn]:
    """Return what is told on a day and when; one turn a time, of two the one with its own."""
    if not wishes.on:
        return {}
    turns = ahead.open_turns(day)
    own = {turn: at for turn in turns if (at := ahead.own_time(turn)) is not None}
    others = [turn for turn in turns if turn not in own]
    slots: dict[Slot, Turn] = {}
    if others and day.weekday() in wishes.days and day not in ahead.done_days:
        slots = {Slot(day, at): others[0] for at in wishes.times}
    return slots | {Slot(day, at): turn for turn, at in reversed(own.items())}


def _passed(ahead: Ahead, wishes: Wishes, now: datetime) -> dict[Slot, Turn]:
    wall = now.replace(tzinfo=None)
    today = _slots(ahead, wishes, local_day(now, wishes.day_start))
    by_moment = sorted(today, key=lambda slot: moment(slot, wishes.day_start))
    return {slot: today[slot] for slot in by_moment if moment(slot, wishes.day_start) <= wall}


def _waiting(come: dict[Slot, Turn], told: Told) -> Slot | None:
    """Return which of the times that have come is still to be told: the latest, or a put-off one.

    ``come`` is in the order in which they came.
    """
    latest = next(reversed(come), None)
    if latest is None or latest not in told.slots:
        return latest
    return told.snooze.slot if told.snooze and told.snooze.slot in come else None


def _coming(ahead: Ahead, wishes: Wishes, told: Told, now: datetime) -> Iterator[datetime]:
    """Yield the moments at which something is told, as far as can be known now."""
    wall, today = now.replace(tzinfo=None), local_day(now, wishes.day_start)
    earliest = wall
    if told.snooze and _is_snoozed(told.snooze, now):
        earliest += told.snooze.until - now
    if _waiting(_passed(ahead, wishes, now), told):
        yield from _untold(today, earliest, wishes)
    for day in (today + timedelta(days=days) for days in range(_AHEAD)):
        for slot in _slots(ahead, wishes, day):
            start = moment(slot, wishes.day_start)
            if start > wall and slot not in told.slots:
                yield from _untold(day, max(start, earliest), wishes)


def _untold(day: date, start: datetime, wishes: Wishes) -> Iterator[datetime]:
    """Yield the first moment from ``start`` on that is not quiet, if it is of the day."""
    free = wishes.quiet.after(start)
    if local_day(free, wishes.day_start) == day:
        yield free


def _is_snoozed(snooze: Snooze | None, now: datetime) -> bool:
    """Return whether a snooze holds; one that ends too far ahead is of a clock set back since."""
    left = snooze.until - now if snooze else timedelta()
    return timedelta() < left <= timedelta(minutes=MOST_SNOOZE)


def _reminder(slot: Slot, turn: Turn, ahead: Ahead) -> Reminder:
    return Reminder(slot, turn.flow, ahead.titles[turn.flow], _READY[turn.after])
