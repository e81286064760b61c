"""A first glance tells of a plan what the journal itself tells."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from journal import plan_samples
from journal.any_session import any_session
from journal.journal_samples import a_session, noon
from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.core.history.session import Session
from longstride.core.history.week import FreezeReason, Rhythm
from longstride.journal.journal import Journal
from longstride.journal.plan_glance import PlanGlance, glance_at_plan
from longstride.records.following import plan_now

MONDAY = plan_samples.MONDAY


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return an empty journal's file, made once."""
    file = tmp_path_factory.mktemp("empty") / "journal.sqlite"
    Journal(file, noon).dispose()
    return file.read_bytes()


def all_of(plan: PlanGlance | Journal) -> tuple[object, ...]:
    return (
        plan.followings(),
        plan.anchors(),
        plan.turn_moves(plan_samples.FOLLOWED.id),
        plan.days_trained(MONDAY),
        plan.search(since=MONDAY - timedelta(2), until=MONDAY + timedelta(6), limit=500),
        plan.weeks(),
        plan.freezes(),
    )


@examples(12)
@given(
    followed=st.lists(plan_samples.followings, max_size=2, unique_by=lambda each: each.id),
    anchors=st.lists(plan_samples.anchors, max_size=3, unique_by=lambda each: each.id),
    moves=st.lists(plan_samples.moves, max_size=3),
    sessions=st.lists(any_session(2**20, MONDAY, MONDAY + timedelta(6)), max_size=3),
)
def test_it_sees_what_the_journal_reads(
    tmp_path_factory: pytest.TempPathFactory,
    empty: bytes,
    followed: list[Following],
    anchors: list[Anchor],
    moves: list[TurnMove],
    sessions: list[Session],
) -> None:
    file = tmp_path_factory.mktemp("glance") / "journal.sqlite"
    file.write_bytes(empty)
    journal = Journal(file, noon)
    journal.follow(*followed)
    journal.anchor(*anchors)
    for move in moves:
        journal.move_turn(move)
    for session in sessions:
        journal.begin(replace(session, id=uuid4(), started=noon()))
    journal.set_target(MONDAY, 4)
    journal.freeze(MONDAY, FreezeReason.TRAVEL)
    seen, read = glance_at_plan(file, all_of), all_of(journal)
    journal.dispose()
    assert seen is not None
    for one, other in zip(seen[0], read, strict=True):
        assert sorted(map(repr, one)) == sorted(map(repr, other))  # type: ignore[call-overload]


def test_the_plan_is_the_same_both_ways(file: Path, journal: Journal) -> None:
    plan_samples.decide(journal)
    journal.begin(replace(a_session(), flow="deep", day=MONDAY))
    today = MONDAY + timedelta(2)
    seen = glance_at_plan(file, lambda plan: plan_now(plan, {"deep"}, Rhythm(), today))
    assert seen == (plan_now(journal, {"deep"}, Rhythm(), today),)
    assert seen[0] is not None
    journal.unfollow(plan_samples.FOLLOWED.id)
    assert glance_at_plan(file, PlanGlance.followings) == ((),)


def test_no_file_has_no_plan_and_what_cannot_be_read_is_left_to_others(
    file: Path, journal: Journal
) -> None:
    assert glance_at_plan(file.with_name("none.sqlite"), PlanGlance.followings) == ()
    plan_samples.decide(journal)
    with sqlite3.connect(file) as other:
        other.execute("UPDATE following SET text = 'no plan'")
    other.close()
    assert glance_at_plan(file, PlanGlance.followings) is None
