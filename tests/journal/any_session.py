"""Any session that could be written down, for hypothesis to choose from."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from longstride.core.flow.drill import Side
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.timeline.step_record import Outcome, StepRecord

words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40) | (
    st.sampled_from(["Тянет спереди", "🦵→🙂", "שלום עולם", "مرحبا", "=1+1", '"\r\n', "\u202ex"])
)
to_ten = st.none() | st.integers(0, 10)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
ratings = st.builds(
    AfterRating, to_ten, to_ten, st.builds(Pain, st.sampled_from(PainKind), words), words
)


def any_session(most: int, first: date, last: date) -> st.SearchStrategy[Session]:
    """Return sessions of days from ``first`` to ``last``, with no number above ``most``."""
    whole = st.integers(0, most)
    sides, outcomes = st.none() | st.sampled_from(Side), st.sampled_from(Outcome)
    steps = st.builds(StepRecord, whole, words, sides, *[whole] * 4, outcomes)
    different = st.lists(steps, max_size=6, unique_by=lambda step: (step.step, step.side))
    return st.builds(
        Session,
        id=st.uuids(),
        flow=words,
        title=words,
        flow_json=words,
        started=moments,
        day=st.dates(first, last),
        step_count=whole,
        steps=different.map(tuple),
        ended=st.none() | moments,
        stiffness_before=to_ten,
        after=st.none() | ratings,
        lighter_from=st.none() | whole,
        next_step=whole,
        room=st.none() | st.integers(1, 86_400_000),
    )
