"""The first answers in a real journal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from journal.journal_samples import a_session, a_step, noon
from journal.plan_samples import RUNNER
from longstride.core.flow.plan import After
from longstride.core.history.plan.answers import Answers, Who
from longstride.core.history.plan.following import Anchor, Following, current
from longstride.core.history.week import Rhythm
from longstride.journal.journal import Journal
from longstride.records.answers import Before, begin, take_back

WEDNESDAY = date(2026, 4, 29)
SATURDAY = date(2026, 5, 2)
MONDAYS = (date(2026, 4, 27), date(2026, 5, 4))
SPRINTER = replace(RUNNER, id="sprinter", title="Sprinter")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite", noon)
    yield journal
    journal.dispose()


class Ids:
    """Numbers one after another."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> UUID:
        return UUID(int=next(self._numbers))


def told(
    journal: Journal, answers: Answers, ids: Ids, today: date = WEDNESDAY, plan: object = RUNNER
) -> Before:
    return begin(journal, answers, plan, 0, today, ids)  # type: ignore[arg-type]


def kept(journal: Journal, after: After) -> list[int]:
    return [each.weekday for each in journal.anchors() if each.after is after]


def test_a_plan_its_days_and_a_target(journal: Journal) -> None:
    told(journal, Answers(Who.RUNNER, frozenset({0, 2}), 4), Ids())
    (following,) = journal.followings()
    assert (following.plan, following.first, following.ended) == (RUNNER, MONDAYS[0], None)
    assert kept(journal, After.RUN) == [0, 2]
    assert [(week.start, week.target) for week in journal.weeks()] == [(MONDAYS[0], 4)]


def test_late_in_a_week_the_plan_begins_with_the_next(journal: Journal) -> None:
    told(journal, Answers(Who.RUNNER), Ids(), SATURDAY)
    assert journal.followings()[0].first == MONDAYS[1]


def test_what_was_not_answered_stays(journal: Journal) -> None:
    journal.set_target(MONDAYS[0], 5)
    journal.anchor(Anchor(UUID(int=77), 1, After.RUN))
    told(journal, Answers(Who.RUNNER), Ids())
    assert [week.target for week in journal.weeks()] == [5]
    assert kept(journal, After.RUN) == [1]


def test_asked_again_days_change_and_the_plan_keeps_its_place(journal: Journal) -> None:
    ids = Ids()
    told(journal, Answers(Who.RUNNER, frozenset({0, 2})), ids)
    first, second = journal.anchors()
    journal.anchor(replace(second, at=time(7, 30), remind=True))
    told(journal, Answers(Who.RUNNER, frozenset({2, 6})), ids)
    (following,) = journal.followings()
    assert following.ended is None
    assert kept(journal, After.RUN) == [2, 6]
    assert journal.anchors()[0] == replace(second, at=time(7, 30), remind=True)
    assert first not in journal.anchors()


def test_another_plan_ends_the_one_before(journal: Journal) -> None:
    ids = Ids()
    told(journal, Answers(Who.RUNNER, frozenset({0})), ids)
    told(journal, Answers(Who.SPRINTER, frozenset({3})), ids, plan=SPRINTER)
    followed = current(journal.followings(), WEDNESDAY)
    assert followed is not None
    assert followed.plan == SPRINTER
    assert [each.ended for each in journal.followings() if each.plan == RUNNER] == [WEDNESDAY]
    assert (kept(journal, After.RUN), kept(journal, After.WARM_UP)) == ([0], [3])


def test_one_that_is_over_is_begun_anew(journal: Journal) -> None:
    journal.follow(Following(UUID(int=9), RUNNER, MONDAYS[0], from_week=2))
    journal.begin(a_session(day=WEDNESDAY, step_count=1, steps=(a_step(0, seconds=200),)))
    told(journal, Answers(Who.RUNNER, frozenset({0})), Ids(), MONDAYS[1])
    followed = current(journal.followings(), MONDAYS[1])
    assert followed is not None
    assert (followed.first, followed.from_week) == (MONDAYS[1], 1)


def decided(journal: Journal) -> object:
    """Return what the athlete decided, as it holds."""
    rhythm = Rhythm(journal.weeks())
    return journal.followings(), journal.anchors(), [rhythm.target(day) for day in MONDAYS]


@pytest.mark.parametrize(
    ("answers", "plan"),
    [
        (Answers(Who.RUNNER, frozenset({2, 6}), 5), RUNNER),
        (Answers(Who.SPRINTER, frozenset({3})), SPRINTER),
        (Answers(Who.RUNNER, frozenset({0, 2}), 4), RUNNER),
    ],
)
def test_answers_given_again_are_taken_back_whole(
    journal: Journal, answers: Answers, plan: object
) -> None:
    ids = Ids()
    assert not told(journal, Answers(Who.RUNNER, frozenset({0, 2}), 4), ids).is_missed
    first, _ = journal.anchors()
    journal.anchor(replace(first, at=time(7, 30), remind=True))
    standing = decided(journal)
    before = told(journal, answers, ids, plan=plan)
    assert before.is_missed == (decided(journal) != standing)
    take_back(journal, before)
    assert decided(journal) == standing
