"""A place that hurts is named in the middle of a run: what works on it comes no more."""

import fakes
from leading.led import Studio
from leading.test_hurts import kept, led, outcomes, play_out, spans
from longstride.core.flow.body import BodyPlace
from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.core.timeline.step_record import Outcome
from longstride.journal.journal import Journal
from longstride.leading.run import Run
from longstride.leading.trouble import Trouble

KNEEL = fakes.drill("kneeling", areas=("hip flexors",))
COUCH = fakes.drill("couch", areas=("hip flexors", "quads"))
BRIDGE = fakes.drill("bridge", areas=("hamstrings",))
SPARED = fakes.PHRASES.spared
FRONT = BodyPlace.HIP_FRONT


def flow(*drills: Drill) -> Flow:
    return fakes.flow(*map(fakes.step, drills))


def said(run: Run) -> int:
    return sum(cue.text == SPARED for cue in run.player.timeline.cues)


def hurt(studio: Studio) -> Run:
    studio.run.hurt()
    assert FRONT in studio.run.nameable
    return studio.run


def test_later_steps_that_strain_it_are_left_out_and_that_is_said_once(journal: Journal) -> None:
    studio = led(journal, flow(KNEEL, COUCH, BRIDGE, COUCH, BRIDGE))
    run = hurt(studio)
    run.hurt(FRONT)
    assert run.player.step == 2
    assert said(run) == 1
    assert run.nameable == ()
    assert run.troubles[Trouble.HURT].startswith("What loads or stretches the front of the hip")
    play_out(studio)
    assert [outcomes(journal, n) for n in range(5)] == [
        *[{Outcome.SKIPPED}] * 2,
        {Outcome.DONE},
        {Outcome.SKIPPED},
        {Outcome.DONE},
    ]
    session = kept(journal)
    assert session.after == AfterRating(pain=Pain(PainKind.DULL, "front of the hip"))


def test_the_drill_that_is_under_way_and_spares_it_goes_on(journal: Journal) -> None:
    studio = led(journal, flow(KNEEL, BRIDGE, COUCH, BRIDGE))
    run = hurt(studio)
    studio.play_to(spans(run, 1)[0].start + 200)
    before = run.player.position
    run.hurt(FRONT)
    assert (run.player.step, run.player.position) == (1, before)
    assert said(run) == 1
    play_out(studio)
    assert outcomes(journal, 1) == outcomes(journal, 3) == {Outcome.DONE}
    assert outcomes(journal, 2) == {Outcome.SKIPPED}


def test_unnamed_all_is_as_before_and_the_offer_ends_with_the_step(journal: Journal) -> None:
    studio = led(journal, flow(KNEEL, BRIDGE, COUCH))
    run = hurt(studio)
    studio.play_to(spans(run, 2)[0].start + 100)
    assert run.nameable == ()
    run.hurt(FRONT)
    play_out(studio)
    assert outcomes(journal, 2) == {Outcome.DONE}
    assert said(run) == 0
    assert kept(journal).after == AfterRating(pain=Pain(PainKind.DULL))


def test_where_nothing_is_left_that_strains_it_nothing_is_said(journal: Journal) -> None:
    studio = led(journal, flow(KNEEL, BRIDGE))
    run = hurt(studio)
    run.hurt(FRONT)
    assert said(run) == 0
    assert run.troubles[Trouble.HURT].startswith("Nothing that is left")


def test_all_that_is_left_may_be_left_out(journal: Journal) -> None:
    studio = led(journal, flow(KNEEL, COUCH, KNEEL))
    run = hurt(studio)
    run.hurt(FRONT)
    play_out(studio)
    assert kept(journal).ended is not None
    assert not kept(journal).counts


def test_another_place_joins_the_first(journal: Journal) -> None:
    studio = led(journal, flow(KNEEL, BRIDGE, BRIDGE))
    run = hurt(studio)
    run.hurt(FRONT)
    run.hurt()
    run.hurt(BodyPlace.THIGH_BACK)
    assert run.pain == Pain(PainKind.DULL, "front of the hip, back of the thigh")


def test_what_was_named_stays_left_out_when_the_run_is_taken_up_again(journal: Journal) -> None:
    made = flow(KNEEL, BRIDGE, COUCH, BRIDGE)
    studio = led(journal, made)
    run = hurt(studio)
    run.hurt(FRONT)
    run.leave(keep_place=True)
    again = led(journal, made, resumed=kept(journal))
    play_out(again)
    assert outcomes(journal, 2) == {Outcome.SKIPPED}
    assert outcomes(journal, 3) == {Outcome.DONE}
