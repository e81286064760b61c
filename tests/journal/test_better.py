"""A place that hurts is left alone until the athlete says that it is better."""

from dataclasses import replace
from datetime import timedelta

from journal.journal_samples import a_session, noon
from longstride.core.flow.body import BodyPlace
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.journal.journal import Journal
from longstride.records.better import hurting_now, say_better

KNEE, GROIN = BodyPlace.KNEE, BodyPlace.GROIN


def hurt(journal: Journal, where: str, days_ago: int = 1, kind: PainKind = PainKind.SHARP) -> None:
    journal.begin(replace(a_session(days_ago), after=AfterRating(pain=Pain(kind, where))))


def test_what_hurt_hurts_until_it_is_said_to_be_better(journal: Journal) -> None:
    hurt(journal, "left knee", days_ago=300)
    hurt(journal, "groin")
    hurt(journal, "lower back", kind=PainKind.DULL)
    assert set(hurting_now(journal)) == {KNEE, GROIN}
    assert say_better(journal, noon(), [KNEE]) == (KNEE,)
    assert set(hurting_now(journal)) == {GROIN}
    assert say_better(journal, noon()) == (GROIN,)
    assert hurting_now(journal) == {}
    assert set(journal.better()) == {KNEE, GROIN}
    assert say_better(journal, noon()) == ()


def test_it_can_be_taken_back_and_can_hurt_again(journal: Journal) -> None:
    hurt(journal, "knee", days_ago=3)
    say_better(journal, noon() - timedelta(days=2))
    hurt(journal, "knee")
    assert hurting_now(journal) == {KNEE: a_session().day}
    say_better(journal, noon())
    journal.unsay_better(KNEE)
    assert set(hurting_now(journal)) == {KNEE}


def test_pain_that_nobody_can_place_can_be_better_too(journal: Journal) -> None:
    hurt(journal, "")
    assert say_better(journal, noon()) == (BodyPlace.SOMEWHERE,)
    assert hurting_now(journal) == {}
