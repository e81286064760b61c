"""Whatever an athlete and their machine do, nothing is told twice or when it should not be."""

import os
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from longstride.core.flow.plan import After
from longstride.core.history.plan.following import Anchor
from longstride.core.history.plan.turn import Turn, TurnState
from longstride.core.history.reminder import (
    Ahead,
    Quiet,
    Reminder,
    Slot,
    Snooze,
    Told,
    Wishes,
    due,
    next_due,
    next_look,
)
from longstride.core.history.week import local_day

WALKS = 25 * int(os.environ.get("LONGSTRIDE_FUZZ", "1"))
MINUTE = timedelta(minutes=1)
ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Asia/Kolkata")]
STARTS = [date(2026, 3, 27), date(2026, 10, 24), date(2026, 5, 4)]  # two change their clocks
FLOWS = ("mobility-a", "post-run-five", "wind-down")


@dataclass
class Walk:
    """A few days of one athlete; ``telling`` counts each time and day, less what was put off."""

    dice: Random
    now: datetime
    wishes: Wishes
    ahead: Ahead
    told: Told = field(default_factory=Told)
    playing: bool = False
    telling: dict[Slot, int] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return local_day(self.now, self.wishes.day_start)

    @property
    def next_look(self) -> int:
        return next_look(self.ahead, self.wishes, self.told, self.now, playing=self.playing)

    def step(self) -> None:
        often = [self.wait, self.wait, self.look, self.look, self.look, self.sleep]
        others = [self.start_again, self.put_off]
        self.dice.choice(
            [*often, self.set_clock, self.travel, self.do, self.freeze, self.play, *others]
        )()
        assert 1000 <= self.next_look <= 15 * 60_000
        coming = next_due(self.ahead, self.wishes, self.told, self.now)
        reminder = due(self.ahead, self.wishes, self.told, self.now, playing=self.playing)
        if reminder:
            assert coming == self.now.replace(tzinfo=None)
            self.hear(reminder)
        elif not self.playing:
            assert coming is None or coming > self.now.replace(tzinfo=None)

    def hear(self, reminder: Reminder) -> None:
        slot, now = reminder.slot, self.now.time()
        self.telling[slot] = self.telling.get(slot, 0) + 1
        assert self.telling[slot] == 1, "at most once a time and day, unless put off"
        assert slot.day == self.today
        assert slot.day not in self.ahead.frozen
        assert not self.playing
        quiet = self.wishes.quiet
        over = quiet.start > quiet.end
        early, late = now >= quiet.start, now < quiet.end
        assert not ((early or late) if over else (early and late))
        open_now = [t for t in self.ahead.turns or () if t.is_open and t.day == self.today]
        if self.ahead.turns is not None:
            assert reminder.flow in {turn.flow for turn in open_now}
        own = {turn.flow for turn in open_now if turn.after is After.RUN}
        assert reminder.flow in own or slot.day not in self.ahead.done_days, "silent once done"
        self.told = Told(self.told.slots | {slot})

    def wait(self) -> None:
        self.later(MINUTE * self.dice.randint(1, 90))

    def look(self) -> None:
        self.later(timedelta(milliseconds=self.next_look))

    def sleep(self) -> None:
        self.later(MINUTE * self.dice.randint(60, 900))

    def set_clock(self) -> None:
        self.later(MINUTE * self.dice.randint(-300, 30))

    def travel(self) -> None:
        self.now = self.now.astimezone(self.dice.choice(ZONES))

    def later(self, by: timedelta) -> None:
        """Let real time pass, or the clock be set: over a change of the clocks too."""
        zone = self.now.tzinfo
        self.now = (self.now.astimezone(ZoneInfo("UTC")) + by).astimezone(zone)

    def do(self) -> None:
        """Do a flow of the day, or another one; hearing of it then would be a fault."""
        if self.dice.random() < 0.7:
            return
        turns = list(self.ahead.turns or ())
        for index, turn in enumerate(turns):
            if turn.day == self.today and self.dice.random() < 0.5:
                turns[index] = replace(turn, state=TurnState.DONE)
        done = frozenset({*self.ahead.done_days, self.today})
        kept = tuple(turns) if self.ahead.turns is not None else None
        self.ahead = replace(self.ahead, turns=kept, done_days=done)

    def freeze(self) -> None:
        wanted = {self.today} if self.dice.random() < 0.2 else set()
        self.ahead = replace(self.ahead, frozen=frozenset({*self.ahead.frozen} ^ wanted))

    def play(self) -> None:
        self.playing = self.dice.random() < 0.3

    def start_again(self) -> None:
        """End and start: what was told and put off is remembered, a flow that ran is not."""
        self.playing = False

    def put_off(self) -> None:
        """Press Later on what was told last."""
        if heard := [slot for slot in self.telling if slot.day == self.today]:
            until = self.now + MINUTE * self.wishes.snooze
            self.told = replace(self.told, snooze=Snooze(heard[-1], until))
            self.telling[heard[-1]] = 0


def a_walk(seed: int) -> Walk:
    dice = Random(seed)

    def hour() -> time:
        return time(dice.randint(0, 23), dice.choice((0, 30)))

    start = dice.choice(STARTS)
    turns = [
        Turn(dice.choice(FLOWS), n, day, day, dice.choice((After.OWN, After.RUN)))
        for n, day in enumerate(start + timedelta(n // 2) for n in range(12))
        if dice.random() < 0.7
    ]
    anchors = tuple(Anchor(UUID(int=n), n, After.RUN, hour(), remind=True) for n in range(7))
    wishes = Wishes(
        on=True,
        days=tuple(day for day in range(7) if dice.random() < 0.8),
        times=tuple(sorted({hour() for _ in range(dice.randint(0, 2))})),
        quiet=dice.choice((Quiet(), Quiet(hour(), hour()), Quiet(time(1), time(1)))),
        snooze=dice.randint(5, 120),
        day_start=dice.choice((time(3), time(0), time(4, 30))),
    )
    ahead = Ahead(dict.fromkeys(FLOWS, "A flow"), tuple(turns), anchors=anchors)
    if dice.random() < 0.3:
        ahead = replace(ahead, turns=None, suggested=dice.choice((None, *FLOWS)))
    now = datetime.combine(start, time(12), dice.choice(ZONES))
    return Walk(dice, now, wishes, ahead)


def test_nothing_is_told_twice_or_when_it_should_not_be() -> None:
    heard = 0
    for seed in range(WALKS):
        walk = a_walk(seed)
        for _ in range(100):
            walk.step()
        heard += len(walk.telling)
    assert heard > WALKS, "something is told"
