"""What an athlete may have decided, for hypothesis to choose from."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from hypothesis import strategies as st

from journal.any_session import words
from longstride.core.flow.body import BodyPlace
from longstride.core.flow.plan import After, Plan, PlanEntry, PlanWeek
from longstride.core.history.dose_change import Answer, DoseChange, Rung
from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.journal.journal import Journal

MONDAY = date(2026, 4, 27)
RUNNER = Plan(
    "runner",
    "Runner",
    "Runners",
    "To run on.",
    (
        PlanWeek("Slow", (PlanEntry("post-run-five", after="every run"), PlanEntry("deep", 2))),
        PlanWeek("Lighter", (PlanEntry("wind-down", 1),), lighter=True),
    ),
)
FOLLOWED = Following(UUID(int=1), RUNNER, MONDAY)
MOVE = TurnMove(FOLLOWED.id, MONDAY, "deep", 2, date(2026, 4, 30))
ANCHOR = Anchor(UUID(int=2), 1, After.RUN, time(7, 30), remind=True)
CHANGE = DoseChange(
    id=UUID(int=3),
    flow="deep",
    drill="hip-hinge",
    place=1,
    rung=Rung.LOWERING,
    before="4-1-2-0",
    after="5-1-2-0",
    reason="Four full sessions in a row.",
    made=datetime(2026, 5, 1, 12, tzinfo=UTC),
    answer=Answer.TAKEN,
    edited=datetime(2026, 5, 1, 12, tzinfo=UTC),
)
BETTER = {BodyPlace.KNEE: datetime(2026, 5, 1, 12, tzinfo=UTC)}


def decide(journal: Journal) -> None:
    """Write one of each down."""
    journal.follow(FOLLOWED)
    journal.anchor(ANCHOR)
    journal.move_turn(MOVE)
    journal.change_doses([CHANGE])
    journal.rate_soreness(MONDAY, 4)
    journal.say_better(BETTER, BETTER[BodyPlace.KNEE])


days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
small = st.integers(1, 9)
ids = st.from_regex(r"[a-z][a-z-]{0,12}", fullmatch=True)
entries = st.builds(PlanEntry, ids, st.integers(1, 7)) | st.builds(
    lambda flow: PlanEntry(flow, after="every run"), ids
)
weeks = st.lists(entries, min_size=1, max_size=8, unique_by=lambda entry: entry.flow).map(tuple)
plans = st.builds(
    Plan,
    ids,
    *[words] * 3,
    st.lists(st.builds(PlanWeek, words, weeks, st.booleans()), min_size=1, max_size=16).map(tuple),
)
followings = st.builds(Following, st.uuids(), plans, days, small, st.none() | days)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
anchors = st.builds(
    Anchor,
    st.uuids(),
    st.integers(0, 6),
    st.sampled_from(After),
    st.none() | times,
    st.booleans(),
)
moves = st.builds(TurnMove, st.just(FOLLOWED.id), days, ids, small, st.none() | days)
changes = st.builds(
    DoseChange,
    st.uuids(),
    ids,
    ids,
    small,
    st.sampled_from(Rung),
    ids,
    ids,
    words,
    moments,
    st.sampled_from(Answer),
    moments,
)
