"""Doses as the journal has them: counsel by the few sessions it takes, answers, undoing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from core.history import dosed_flows as made
from core.history.dosed_flows import CATALOGUE, FLOW, START, four, hinge, lives, session
from examples import examples
from journal import plan_samples
from longstride.core.flow.flow import Flow
from longstride.core.history import counsel_words as words
from longstride.core.history.counsel import IN_A_ROW, counsel
from longstride.core.history.dose_change import Answer, DoseChange
from longstride.core.history.growth import Proposal
from longstride.core.history.memory import as_dosed, take
from longstride.core.history.plan.following import Following
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.verdict import Verdict
from longstride.core.history.week import Freeze, FreezeReason, Rhythm
from longstride.journal.journal import Journal
from longstride.records.better import say_better
from longstride.records.doses import Doses, undo_change

NOW = datetime(2024, 3, 1, 9, tzinfo=UTC)
EARLY = START + timedelta(days=2)
DOSES = Doses(CATALOGUE, made.no_time, Rhythm(), NOW.date())


def fill(journal: Journal, sessions: list[Session]) -> None:
    for number, each in enumerate(sessions):
        journal.begin(replace(each, id=UUID(int=number)))


def proposed(journal: Journal, flow: Flow = FLOW) -> Proposal:
    found = DOSES.dose(journal, flow).counsel.proposal
    assert found is not None
    return found


def answered(journal: Journal, answer: Answer = Answer.TAKEN) -> DoseChange:
    """Answer what is proposed, and return the change that was kept."""
    proposal = proposed(journal)
    change = proposal.answered(answer, UUID(int=77), NOW)
    assert DOSES.keep(journal, FLOW, proposal, change)
    return change


@given(life=lives(), back=st.integers(0, 3), sore=st.none() | st.integers(0, 10))
@examples(8)
def test_the_few_sessions_read_say_what_all_of_them_do(
    tmp_path_factory: pytest.TempPathFactory,
    life: tuple[Flow, list[Session], tuple[DoseChange, ...]],
    back: int,
    sore: int | None,
) -> None:
    flow, runs, changes = life
    old = [session(day, flow, made.HARD if day % 2 else made.GOOD) for day in range(6)]
    earlier = timedelta(days=back)
    moved = [replace(run, day=run.day - earlier * (n % 2)) for n, run in enumerate(runs)]
    journal = Journal(tmp_path_factory.mktemp("doses") / "journal", lambda: EARLY)
    fill(journal, old + moved)
    journal.change_doses(changes)
    if sore is not None:
        journal.rate_soreness(NOW.date(), sore)
    everything, kept = journal.sessions(1000), journal.dose_changes()
    whole = counsel(flow, CATALOGUE, everything, kept, sore, length=made.no_time)
    assert len(journal.bearing_on(flow.id, IN_A_ROW)) <= len(everything)
    assert (
        counsel(
            flow, CATALOGUE, journal.bearing_on(flow.id, IN_A_ROW), kept, sore, length=made.no_time
        )
        == whole
    )
    found = DOSES.dose(journal, flow)
    assert found.counsel.verdict is whole.verdict
    taken = {each for each in kept if each.answer is Answer.TAKEN and each.flow == flow.id}
    assert {*found.standing, *found.stale} == taken
    journal.dispose()


def test_what_hurt_sharply_long_ago_still_counts_until_it_is_better(journal: Journal) -> None:
    hurt = AfterRating(2, 5, Pain(PainKind.SHARP, "hamstring"))
    fill(journal, [session(0, fakes.flow(id="other"), hurt), *four(first=20)])
    assert DOSES.dose(journal, FLOW).counsel.verdict is Verdict.REST
    say_better(journal, NOW)
    assert DOSES.dose(journal, FLOW).counsel.verdict is Verdict.GROW


def test_a_change_is_kept_laid_on_and_starts_the_count_anew(journal: Journal) -> None:
    fill(journal, four())
    change = answered(journal)
    found = DOSES.dose(journal, FLOW)
    assert [replace(each, edited=NOW) for each in found.standing] == [change]
    assert (found.stale, found.counsel.verdict) == ((), Verdict.GO_ON)


def test_not_yet_changes_nothing_and_is_not_listed(journal: Journal) -> None:
    fill(journal, four())
    answered(journal, Answer.NOT_YET)
    found = DOSES.dose(journal, FLOW)
    assert (found.standing, found.stale, found.counsel.proposal) == ((), (), None)


@pytest.mark.parametrize("sore", [5, 7, 10])
def test_what_was_said_meanwhile_comes_before_a_proposal_that_was_seen(
    journal: Journal, sore: int
) -> None:
    fill(journal, four())
    proposal = proposed(journal)
    journal.rate_soreness(NOW.date(), sore)
    assert not DOSES.keep(journal, FLOW, proposal, take(proposal, UUID(int=1), NOW))
    assert journal.dose_changes() == ()


def test_a_proposal_taken_twice_is_one_change(journal: Journal) -> None:
    fill(journal, four())
    proposal = proposed(journal)
    answered(journal)
    assert not DOSES.keep(journal, FLOW, proposal, take(proposal, UUID(int=1), NOW))
    assert len(journal.dose_changes()) == 1


def test_a_change_that_is_forgotten_gives_its_proposal_back(journal: Journal) -> None:
    fill(journal, four())
    before = DOSES.dose(journal, FLOW)
    journal.forget_dose_change(answered(journal).id)
    assert DOSES.dose(journal, FLOW) == before


def test_undone_goes_what_rests_on_it_and_can_be_had_back(journal: Journal) -> None:
    changes = made.grown_fully(FLOW)[:3]
    journal.change_doses(changes)
    kept = journal.dose_changes()
    undone = undo_change(journal, FLOW, CATALOGUE, changes[0], NOW)
    assert len(undone) > 1  # a lowering of 5 s rests on that of 4 s
    assert DOSES.dose(journal, FLOW).standing == tuple(
        each for each in journal.dose_changes() if each.id not in {each.id for each in undone}
    )
    assert undo_change(journal, FLOW, CATALOGUE, changes[0], NOW) == ()
    journal.change_doses(undone)
    again = [replace(each, edited=NOW) for each in journal.dose_changes()]
    assert again == [replace(each, edited=NOW) for each in kept]


def test_a_step_that_its_author_changed_leaves_the_dose_waiting(journal: Journal) -> None:
    fill(journal, four())
    change = answered(journal)
    edited = fakes.flow(hinge("2010"), fakes.step(fakes.HOLD))
    found = DOSES.dose(journal, edited)
    assert ([each.id for each in found.stale], found.standing) == ([change.id], ())
    assert as_dosed(edited, CATALOGUE, journal.dose_changes()).flow == edited
    assert undo_change(journal, edited, CATALOGUE, change, NOW)
    assert DOSES.dose(journal, edited).stale == ()


def test_a_lighter_week_of_the_plan_goes_before_growth(journal: Journal) -> None:
    fill(journal, four())
    assert DOSES.dose(journal, FLOW).counsel.verdict is Verdict.GROW
    journal.follow(lighter_now())
    found = DOSES.dose(journal, FLOW).counsel
    assert (found.verdict, found.sentence) == (Verdict.LIGHTER, words.LIGHTER_WEEK)


@pytest.mark.parametrize(
    ("reason", "verdict"),
    [(FreezeReason.DELOAD, Verdict.LIGHTER), (FreezeReason.TRAVEL, Verdict.GROW)],
)
def test_a_week_made_lighter_goes_before_growth_also_without_a_plan(
    journal: Journal, reason: FreezeReason, verdict: Verdict
) -> None:
    fill(journal, four())
    rhythm = Rhythm(freezes=(Freeze(NOW.date() + timedelta(days=1), reason),))
    found = replace(DOSES, rhythm=rhythm).dose(journal, FLOW).counsel
    assert found.verdict is verdict


def lighter_now() -> Following:
    """Return a plan whose first week is lighter and running."""
    plan = plan_samples.FOLLOWED.plan
    weeks = (replace(plan.weeks[0], lighter=True), *plan.weeks[1:])
    monday = Rhythm().week_of(NOW.date())
    return replace(
        plan_samples.FOLLOWED, plan=replace(plan, weeks=weeks), first=monday, from_week=1
    )


def test_of_a_flow_that_can_never_grow_nothing_is_said_of_growing(journal: Journal) -> None:
    still = fakes.flow(fakes.step(fakes.HOLD))
    fill(journal, four(still))
    assert DOSES.dose(journal, still).counsel.sentence == words.GO_ON
