"""Any journal that the program can have written: what athletes do, under clocks as they are."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

from longstride.content import flow_to_json, load_catalogue, load_flow
from longstride.core.flow.body import BodyPlace
from longstride.core.flow.drill import Side
from longstride.core.flow.flow import Flow
from longstride.core.history.angle import By, Level, Marks, Point
from longstride.core.history.bounds import LONGEST_NOTE, LONGEST_PLACE, LONGEST_TITLE
from longstride.core.history.measure import MOST_REPS, MeasureKind, Measurement
from longstride.core.history.session import OTHER, AfterRating, Pain, PainKind, Session
from longstride.core.history.still import Still, source_name
from longstride.core.history.week import FIRST_WEEKDAYS, FreezeReason, Rhythm, local_day
from longstride.core.timeline.adapt import lighter_flow
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.phrases import Phrases
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.core.timeline.tally import Tally
from longstride.core.timeline.timeline import Timeline
from longstride.journal.journal import Journal
from longstride.records.better import say_better

ASSETS = Path(__file__).parents[2] / "assets"
FLOWS = ("wind-down", "unlock-the-desk")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CLOCKS = (
    EPOCH,  # a dead one
    datetime(1980, 1, 1, tzinfo=UTC),
    datetime(2026, 11, 29, 18, tzinfo=UTC),
    datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC),
    datetime(2106, 2, 7, 6, 28, 15, tzinfo=UTC),
    datetime(2232, 4, 11, 23, 47, tzinfo=UTC),  # what Linux can be set to
)
TYPED = (
    "",
    "left groin",
    "Тянет спереди",
    "🦵→🙂",
    "שלום עולם",
    "=1+1",
    '"\r\n',
    "\u202ex",
    "a\x1b[2J\tb",
)


@cache
def flows() -> dict[str, tuple[Flow, Flow, Timeline]]:
    """Return some flows by their ids, each with what it is lighter and how it is led."""
    catalogue = load_catalogue(ASSETS / "drills")
    authored = [load_flow(ASSETS / "flows" / f"{name}.toml", catalogue) for name in FLOWS]
    led = Coaching(Phrases())
    return {
        flow.id: (flow, lighter_flow(flow, catalogue), compile_flow(flow, {}, led))
        for flow in authored
    }


class Athlete:
    """Does things at random, each as the program does it, at a clock that goes as it likes."""

    def __init__(self, file: Path, random: Random) -> None:
        self._random = random
        self._zone = timezone(timedelta(hours=random.randint(-12, 14)))
        self._now = random.choice(CLOCKS)
        self._sessions: list[Session] = []
        self._measured: list[UUID] = []
        self._file = file
        self.journal = Journal(file, self.now)

    def now(self) -> datetime:
        self._now += timedelta(microseconds=self._random.randint(0, 10**10))
        return self._now.astimezone(self._zone)

    @property
    def today(self) -> date:
        return local_day(self.now(), time(self._random.choice((0, 3, 6))))

    def do(self, times: int) -> None:
        """Do so many things."""
        done: tuple[Callable[[], None], ...] = (
            self._lead, self._lead, self._enter, self._change, self._change, self._delete,
            self._measure, self._aim, self._rest, self._mend, self._set_clock, self._open_again,
        )  # fmt: skip
        for _ in range(times):
            self._random.choice(done)()

    def _typed(self, longest: int) -> str:
        words = self._random.choice(TYPED) * self._random.choice((1, 1, 1, longest))
        return words[:longest]

    def _lead(self) -> None:
        """Lead a flow, which may get lighter, be left on the way or be done again in part."""
        flow, lighter, timeline = flows()[self._random.choice(FLOWS)]
        started, count = self.now().astimezone(UTC), len(flow.steps)
        text = flow_to_json(flow)
        before, room = self._random.choice((None, 0, 10)), self._random.choice((None, 360_000))
        session = Session(
            uuid4(), flow.id, flow.title, text, started, self.today, count,
            stiffness_before=before, room=room,
        )  # fmt: skip
        self.journal.begin(session)
        self._sessions.append(session)
        for step in range(self._random.randint(0, count)):
            self.journal.record(session.id, self._played(timeline, step), step + 1)
            if self._random.random() < 0.1:
                self.journal.lighten(session.id, flow_to_json(lighter), step)
        if self._random.random() < 0.8:
            self.journal.close(session.id, self.now())
        if self._random.random() < 0.5:
            self.journal.rate(session.id, self._rating())

    def _played(self, timeline: Timeline, step: int) -> tuple[StepRecord, ...]:
        tally = Tally()
        tally.add(0, self._random.choice((0, timeline.duration, timeline.duration // 2)))
        return tally.records(timeline, step)

    def _enter(self) -> None:
        """Enter what was done without a flow."""
        title = self._typed(LONGEST_TITLE)
        seconds = self._random.choice((60, 3600, 300 * 60))
        step = StepRecord(0, OTHER, None, 1, 0, seconds, 0, Outcome.DONE)
        day = self.today - timedelta(days=self._random.randint(0, 400))
        started = datetime.combine(day, time(12), self._zone).astimezone(UTC)
        ended = started + timedelta(seconds=seconds)
        session = Session(uuid4(), OTHER, title, "{}", started, day, 1, (step,), ended, next_step=1)
        self.journal.add(session)
        self._sessions.append(session)

    def _rating(self) -> AfterRating:
        pain = Pain(self._random.choice(list(PainKind)), self._typed(LONGEST_PLACE))
        ten = (None, 0, 5, 10)
        choose = self._random.choice
        return AfterRating(choose(ten), choose(ten), pain, self._typed(LONGEST_NOTE))

    def _change(self) -> None:
        if self._sessions:
            session = self._random.choice(self._sessions)
            after = self._random.choice((None, self._rating()))
            day = session.day - timedelta(days=self._random.randint(0, 3))
            changed = Session(
                session.id, session.flow, session.title, session.flow_json, session.started, day,
                session.step_count, after=after,
            )  # fmt: skip
            self.journal.edit(changed)

    def _delete(self) -> None:
        if self._sessions:
            session = self._random.choice(self._sessions)
            self.journal.delete(session.id)
            if self._random.random() < 0.3:
                self.journal.undelete(session.id)

    def _measure(self) -> None:
        kind = self._random.choice(list(MeasureKind))
        form = kind.form
        side = self._random.choice(list(Side)) if form.sided else None
        reps = self._random.randint(1, MOST_REPS) if kind is MeasureKind.HIP_THRUST else None
        value = self._random.choice(
            (form.least, form.most, self._random.uniform(form.least, form.most))
        )
        taken = self.now().astimezone(UTC)
        self._measured.append(known := uuid4())
        self.journal.measure(
            Measurement(
                known, self.today, taken, kind, side, value, form.unit, "one try", reps=reps
            )
        )
        if form.filmed:
            self.journal.keep_still(self._still(known))
        if self._random.random() < 0.3:
            self.journal.unmeasure(self._random.choice(self._measured))

    def _still(self, measurement: UUID) -> Still:
        place = self._random.random
        by, faces = self._random.choice(list(By)), self._random.choice((None, *Side))
        points = [Point(place(), place(), by) for _ in range(3)]
        level = Level(self._random.choice((0, -45, 45, 3.3)))
        marks = Marks(*points[:2], 1920, 1080, Side.LEFT, points[2], level, faces)
        moment, name = self._random.choice((0, 10**9)), source_name(self._typed(400))
        return Still(uuid4(), measurement, moment, marks, 240.0, name, "0" * 64)

    def _aim(self) -> None:
        rhythm = Rhythm(week_start=self._random.choice(FIRST_WEEKDAYS))
        self.journal.set_target(rhythm.week_of(self.today), self._random.randint(2, 7))

    def _rest(self) -> None:
        day = self.today + timedelta(days=self._random.randint(-20, 20))
        self.journal.freeze(day, self._random.choice(list(FreezeReason)))
        if self._random.random() < 0.3:
            self.journal.unfreeze(day)

    def _mend(self) -> None:
        """Say that what hurts is better, and maybe that it is not."""
        say_better(self.journal, self.now())
        if self._random.random() < 0.3:
            self.journal.unsay_better(self._random.choice(list(BodyPlace)))

    def _set_clock(self) -> None:
        self._now = self._random.choice(CLOCKS)

    def _open_again(self) -> None:
        """Open the journal anew, which empties what was deleted long ago."""
        self.journal.dispose()
        self.journal = Journal(self._file, self.now)
