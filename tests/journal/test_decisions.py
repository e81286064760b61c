"""What the athlete decided: a plan, its days and turns, doses; and soreness. Kept and carried."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from journal import plan_samples
from journal.journal_samples import a_session, noon
from journal.plan_samples import ANCHOR, BETTER, CHANGE, FOLLOWED, MONDAY, MOVE, decide
from journal.two_journals import Two
from longstride.core.errors import JournalError
from longstride.core.flow.body import BodyPlace
from longstride.core.flow.plan_text import plan_from_text, plan_to_text
from longstride.core.history.dose_change import Answer, DoseChange
from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged
from longstride.journal.purge import KEPT

LISTS = ("plans", "anchors", "moves", "dose_changes", "soreness", "better")


def undecide(journal: Journal) -> None:
    journal.unfollow(FOLLOWED.id)
    journal.unanchor(ANCHOR.id)
    journal.unmove_turn(MOVE)
    journal.forget_dose_change(CHANGE.id)
    journal.unrate_soreness(MONDAY)
    journal.unsay_better(*BETTER)


def decided(journal: Journal) -> tuple[object, ...]:
    return (
        journal.followings(),
        journal.anchors(),
        journal.turn_moves(FOLLOWED.id),
        tuple(replace(change, edited=CHANGE.edited) for change in journal.dose_changes()),
        dict(journal.soreness(date(1970, 1, 1))),
        dict(journal.better()),
    )


ALL = ((FOLLOWED,), (ANCHOR,), (MOVE,), (CHANGE,), {MONDAY: 4}, BETTER)
NONE = ((), (), (), (), {}, {})


def test_what_was_decided_comes_back_and_can_be_taken_back(journal: Journal) -> None:
    assert decided(journal) == NONE
    decide(journal)
    assert decided(journal) == ALL
    undecide(journal)
    assert decided(journal) == NONE
    decide(journal)
    assert decided(journal) == ALL


def test_what_is_decided_anew_replaces_what_was(journal: Journal) -> None:
    decide(journal)
    ended = replace(FOLLOWED, ended=MONDAY + timedelta(weeks=2))
    let_go, undone = replace(MOVE, day=None), replace(CHANGE, answer=Answer.UNDONE)
    journal.follow(ended)
    journal.anchor(replace(ANCHOR, at=None, remind=False))
    journal.move_turn(let_go)
    journal.change_doses([undone])
    journal.rate_soreness(MONDAY, 0)
    later = BETTER[BodyPlace.KNEE] + timedelta(days=9)
    journal.say_better(BETTER, later)
    anchor = replace(ANCHOR, at=None, remind=False)
    better = {BodyPlace.KNEE: later}
    assert decided(journal) == ((ended,), (anchor,), (let_go,), (undone,), {MONDAY: 0}, better)


def test_moves_are_those_of_one_plan_and_soreness_of_days_on(journal: Journal) -> None:
    decide(journal)
    journal.rate_soreness(MONDAY + timedelta(days=1), 7)
    assert journal.turn_moves(ANCHOR.id) == ()
    assert journal.soreness(MONDAY + timedelta(days=1)) == {MONDAY + timedelta(days=1): 7}


def test_the_minutes_an_athlete_had_are_kept(journal: Journal) -> None:
    short, whole = a_session(room=360_000), a_session(1)
    journal.begin(short)
    journal.begin(whole)
    assert [session.room for session in journal.sessions()] == [360_000, None]


def test_a_place_nobody_knows_is_a_sentence(journal: Journal, file: Path) -> None:
    journal.say_better(BETTER, noon())
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE better SET place = 'tail'")
        connection.commit()
    with pytest.raises(JournalError, match="damaged"):
        journal.better()


@pytest.mark.parametrize("soreness", [-1, 11])
def test_soreness_beyond_its_scale_is_one_sentence(journal: Journal, soreness: int) -> None:
    with pytest.raises(JournalError, match="soreness is 0 to 10"):
        journal.rate_soreness(MONDAY, soreness)


def test_a_plan_nobody_wrote_is_a_sentence(journal: Journal, file: Path) -> None:
    journal.follow(FOLLOWED)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE following SET text = '[]'")
        connection.commit()
    with pytest.raises(JournalError, match="damaged"):
        journal.followings()


@examples(30)
@given(plan=plan_samples.plans)
def test_a_plan_is_read_back_from_its_text(plan: object) -> None:
    assert plan_from_text(plan_to_text(plan)) == plan  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: plan.update(weeks=[]),
        lambda plan: plan.update(weeks=plan["weeks"] * 9),
        lambda plan: plan.update(title=7),
        lambda plan: plan.update(title="x" * 601),
        lambda plan: plan["weeks"][0].update(lighter=1),
        lambda plan: plan["weeks"][0].pop("focus"),
        lambda plan: plan["weeks"][0]["entries"][1].update(times=8),
        lambda plan: plan["weeks"][0]["entries"][1].update(times=None),
        lambda plan: plan["weeks"][0]["entries"][1].update(flow="post-run-five"),
    ],
)
def test_a_text_that_is_no_plan_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    plan = json.loads(plan_to_text(plan_samples.RUNNER))
    change(plan)
    with pytest.raises(ValueError, match="is not the text of a plan"):
        plan_from_text(json.dumps(plan))


# -- carried to another journal -------------------------------------------------------------------


@examples(15)
@given(
    followings=st.lists(plan_samples.followings, max_size=2, unique_by=lambda f: f.id),
    anchors=st.lists(plan_samples.anchors, max_size=4, unique_by=lambda anchor: anchor.id),
    moves=st.lists(plan_samples.moves, max_size=3, unique_by=lambda m: (m.week, m.flow, m.number)),
    changes=st.lists(plan_samples.changes, max_size=3, unique_by=lambda change: change.id),
    sore=st.dictionaries(plan_samples.days, st.integers(0, 10), max_size=3),
    better=st.dictionaries(st.sampled_from(BodyPlace), plan_samples.moments, max_size=3),
)
def test_all_of_it_comes_back_from_json(
    tmp_path_factory: pytest.TempPathFactory,
    followings: list[Following],
    anchors: list[Anchor],
    moves: list[TurnMove],
    changes: list[DoseChange],
    sore: dict[date, int],
    better: dict[BodyPlace, datetime],
) -> None:
    two = Two(tmp_path_factory.mktemp("two"))
    for following in followings:
        two.here.follow(following)
    two.here.anchor(*anchors)
    for move in moves:
        two.here.move_turn(move)
    two.here.change_doses(changes)
    for day, soreness in sore.items():
        two.here.rate_soreness(day, soreness)
    for place, said in better.items():
        two.here.say_better([place], said)
    counts = tuple(map(len, (followings, anchors, moves, changes, sore, better)))
    assert two.carry(two.here, two.there) == Merged(**dict(zip(LISTS, counts, strict=True)))
    assert decided(two.there) == decided(two.here)
    assert set(two.there.followings()) == set(followings)
    assert two.carry(two.here, two.there) == Merged()


def test_the_newer_decision_wins_and_what_was_deleted_stays_away(two: Two) -> None:
    decide(two.here)
    two.carry(two.here, two.there)
    two.there.rate_soreness(MONDAY, 6)
    two.there.say_better(BETTER, noon() + timedelta(days=9))
    two.there.move_turn(replace(MOVE, day=None))
    assert two.carry(two.here, two.there) == Merged()
    assert two.carry(two.there, two.here) == Merged(moves=1, soreness=1, better=1)
    assert two.here.better() == {BodyPlace.KNEE: noon() + timedelta(days=9)}
    undecide(two.here)
    two.carry(two.there, two.here)
    assert decided(two.here) == NONE
    two.carry(two.here, two.there)
    assert decided(two.there) == NONE


def test_what_was_taken_in_is_said_in_words() -> None:
    merged = Merged(sessions=1, plans=1, anchors=2, moves=1, dose_changes=3, soreness=1, better=2)
    assert merged.words == (
        "Taken in: 1 session, 1 plan, 2 weekly days, 1 moved turn, 3 changes of dose, "
        "1 answer about soreness, 2 places that are better."
    )


def test_an_export_from_before_is_taken_in(two: Two) -> None:
    two.here.begin(a_session())
    two.here.export_json(two.folder / "old.json")
    told = json.loads((two.folder / "old.json").read_text(encoding="utf-8"))
    for name in LISTS:
        del told[name]
    for session in told["sessions"]:
        del session["room"]
    (two.folder / "old.json").write_text(json.dumps(told), encoding="utf-8")
    assert two.there.import_json(two.folder / "old.json") == Merged(sessions=1)


@pytest.mark.parametrize(
    ("name", "key", "value", "what"),
    [
        ("plans", "text", "{}", "plans[0].text is not the text of a plan"),
        ("plans", "text", "", "plans[0].text is not the text of a plan"),
        ("plans", "from_week", 0, "plans[0].from_week is not a whole number from 1 to 16"),
        ("plans", "first", "soon", "plans[0].first is not a day from"),
        ("anchors", "weekday", 7, "anchors[0].weekday is not a whole number from 0 to 6"),
        ("anchors", "after", "swim", "anchors[0].after is not one of , run, warm-up, work"),
        ("anchors", "at", "half past", "anchors[0].at is not a time such as 07:30"),
        ("anchors", "at", "07:30:15", "anchors[0].at is not a time such as 07:30"),
        ("anchors", "remind", 1, "anchors[0].remind is not true or false"),
        ("moves", "number", 0, "moves[0].number is not a whole number from 1 to 100"),
        ("moves", "following", "mine", "moves[0].following is not a UUID"),
        ("dose_changes", "rung", "sets", "dose_changes[0].rung is not one of drill, lowering"),
        ("dose_changes", "answer", "maybe", "dose_changes[0].answer is not one of not yet"),
        ("dose_changes", "place", 0, "dose_changes[0].place is not a whole number from 1 to"),
        ("better", "place", "elbow grease", "better[0].place is not one of back of the hip, "),
        ("better", "said", "soon", "better[0].said is not a moment with its offset, from 1900"),
        ("soreness", "soreness", 11, "soreness[0].soreness is not a whole number from 0 to 10"),
    ],
)
def test_a_wrong_record_is_one_sentence_and_changes_nothing(
    two: Two, name: str, key: str, value: object, what: str
) -> None:
    decide(two.here)
    two.here.export_json(two.folder / "wrong.json")
    told = json.loads((two.folder / "wrong.json").read_text(encoding="utf-8"))
    told[name][0][key] = value
    (two.folder / "wrong.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(JournalError) as caught:
        two.there.import_json(two.folder / "wrong.json")
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)
    assert decided(two.there) == NONE


# -- forgotten ------------------------------------------------------------------------------------


def test_what_was_deleted_long_ago_is_emptied_and_stays_deleted(two: Two, file: Path) -> None:
    journal = Journal(file, noon)
    decide(journal)
    undecide(journal)
    journal.dispose()
    again = Journal(file, lambda: noon() + KEPT + timedelta(days=1))
    assert decided(again) == NONE
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT text FROM following").fetchall() == [("",)]
        assert connection.execute("SELECT soreness FROM soreness").fetchall() == [(0,)]
        (said,) = connection.execute("SELECT said FROM better").fetchone()
        assert said.startswith("1970-01-01 00:00")
        (told,) = connection.execute("SELECT before || after || reason FROM dose_change").fetchall()
        assert told == ("",)
    assert again.export_json(two.folder / "emptied.json") is None
    again.dispose()
    assert two.there.import_json(two.folder / "emptied.json").plans == 1
    assert decided(two.there) == NONE
