"""What is said before, between and after the work: the rules of the script, each by example."""

from dataclasses import replace
from itertools import pairwise

import fakes
from core.timeline.compiled import HINGE, LENGTHS, compiled, spans_of, texts
from longstride.core.flow.drill import Dose, Side, Sides, Stage
from longstride.core.flow.flow import First
from longstride.core.flow.talk import Familiarity, Talk
from longstride.core.flow.tempo import parse_tempo
from longstride.core.timeline.bouts import begin_with, write_out
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import CueKind, SpanPhase


def test_the_set_up_goes_from_the_place_over_the_preview_to_the_dose() -> None:
    timeline = compiled(replace(HINGE, warn="Shorten it where it pinches.", one_leg=True))
    ready = spans_of(timeline, SpanPhase.READY)[0].start
    roles = [cue.role for cue in timeline.cues if cue.role and cue.at < ready]
    assert roles == [
        Role.OPEN,
        Role.OPEN,
        Role.NAME,
        Role.EYES,
        Role.PLACE,
        Role.PLACE,
        Role.WARN,
        Role.PREVIEW,
        Role.DOSE,
    ]
    assert texts(timeline, Role.DOSE) == [
        "Eight times, four seconds for the slow half, on my word."
    ]


def test_a_long_rest_tells_its_time() -> None:
    of = replace(HINGE, dose=replace(HINGE.dose, sets=2, rest=75_000), rest_word="Walk back")
    said = texts(compiled(of), Role.REST)
    assert said[:4] == [
        "Walk back.",
        "One minute left.",
        "Half a minute left.",
        "Ten seconds left.",
    ]


def test_from_lying_to_standing_there_are_ten_quiet_seconds_of_twenty() -> None:
    bridge = fakes.drill("bridge", position="lying on your back", exit="Hips down")
    timeline = compiled(bridge, HINGE)
    end = max(s.end for s in timeline.spans if s.step == 0 and s.phase.is_work)
    ready = next(s for s in timeline.spans if s.step == 1 and s.phase is SpanPhase.READY)
    words = [c for c in timeline.cues if c.role and end <= c.at < ready.start]
    gaps = [later.start - sooner.end for sooner, later in pairwise(words)]
    assert "Eyes open, sit up first, then stand." in [cue.text for cue in words]
    assert ready.start - end >= 20_000 and max(gaps) >= 10_000


def test_a_warning_is_said_once_a_flow_before_the_first_work() -> None:
    of = replace(HINGE, warn="Shorten it where it pinches.")
    timeline = compiled(of, replace(of, id="other"), of)
    assert texts(timeline, Role.WARN) == ["Shorten it where it pinches."]


def test_a_drill_that_returns_is_only_reminded_of() -> None:
    timeline = compiled(HINGE, HINGE)
    second = [c.text for c in timeline.cues if c.role is Role.PLACE and c.at > 60_000]
    assert second == ["Feet under the hips."]


def test_eyes_that_are_open_from_running_are_not_opened_again() -> None:
    run = replace(HINGE, travels=True)
    timeline = compiled(run, replace(run, id="other"), replace(HINGE, id="third", one_leg=True))
    assert texts(timeline, Role.EYES) == ["Open your eyes for this one."] * 2


def test_a_test_has_the_same_words_each_time_and_no_coaching() -> None:
    timeline = compiled(replace(HINGE, test=True, dose=Dose(reps=3, tempo=parse_tempo("4120"))))
    assert texts(timeline, Role.PHASE) == (["Hips back.", "Stay.", "Stand up."] * 3)[:-1]
    assert not texts(timeline, Role.CUE, Role.FEEL, Role.NUMBER)


def test_single_runs_are_told_as_so_many() -> None:
    of = fakes.drill(stage=Stage.SPRINT, dose=Dose(reps=1, tempo=parse_tempo("4046"), sets=2))
    assert texts(compiled(of), Role.DOSE) == ["Two runs, on my word."]


def test_what_one_knows_is_told_in_fewer_words() -> None:
    def words(familiarity: Familiarity) -> int:
        coaching = fakes.told(Talk.EXPERIENCE, known={"hip-hinge": familiarity})
        return sum(len(cue.text.split()) for cue in compiled(HINGE, coaching=coaching).cues)

    new, known, practised = (words(each) for each in Familiarity)
    assert new > known > practised
    full = compile_flow(fakes.flow(fakes.step(HINGE)), LENGTHS, fakes.FULL)
    assert compiled(HINGE, coaching=fakes.told(Talk.EXPERIENCE)) == full


def test_however_well_one_knows_it_side_warning_eyes_dose_and_ready_stay() -> None:
    of = replace(HINGE, sides=Sides.EACH, warn="Shorten it where it pinches.", one_leg=True)
    known = {"hip-hinge": Familiarity.PRACTISED}
    timeline = compiled(of, coaching=fakes.told(Talk.EXPERIENCE, known=known))
    assert {Role.SIDE, Role.WARN, Role.EYES, Role.DOSE, Role.READY} <= {
        cue.role for cue in timeline.cues
    }


def test_the_side_it_begins_with_takes_turns() -> None:
    flow = fakes.flow(fakes.step(fakes.HOLD), fakes.step(fakes.HOLD, first=First.LEFT))
    sides = [bout.side for bout in write_out(begin_with(flow, 1))]
    assert sides == [Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT]
    assert begin_with(begin_with(flow, 1), 0) == begin_with(flow, 1)


def test_a_circle_turns_round_at_half_and_says_so_before() -> None:
    of = replace(HINGE, reverse="Now the other way round", dose=replace(HINGE.dose, reps=4))
    timeline = compiled(of)
    (told,) = [cue for cue in timeline.cues if cue.text == "Now the other way round."]
    assert told.end < next(span.start for span in timeline.spans if span.rep == 3)


def test_rounds_are_told_with_what_is_in_them() -> None:
    other = fakes.drill("dead-bug")
    steps = [fakes.step(of, round=number) for number in (1, 2, 3) for of in (fakes.drill(), other)]
    timeline = compile_flow(fakes.flow(*steps), LENGTHS, fakes.FULL)
    assert [text for text in texts(timeline, Role.NAME) if "ound" in text] == [
        "Round one of three: hip hinge and dead bug.",
        "Round two of three.",
        "Last round.",
    ]


def test_what_is_done_while_it_is_told_has_time_for_it() -> None:
    timeline = compiled(HINGE, baseline="Step back. Now the other leg. Remember it.")
    opening = [cue for cue in timeline.cues if cue.role is Role.OPEN][-3:]
    assert all(b.start - a.end >= 2500 for a, b in pairwise(opening))


def test_a_flow_that_asks_for_running_first_waits_for_it() -> None:
    timeline = compiled(HINGE, warm=10)
    (wait,) = timeline.waits
    said = [cue.text for cue in timeline.cues if cue.role is Role.OPEN and cue.end < wait]
    assert said[-1] == "First, ten easy minutes of running. This waits: press Next when done."


def test_long_work_is_counted_down_to_with_ticks() -> None:
    timeline = compiled(replace(HINGE, dose=Dose(reps=9, tempo=parse_tempo("4120"))))
    (ready,) = spans_of(timeline, SpanPhase.READY)
    ticks = [c.at - ready.end for c in timeline.cues if c.kind is CueKind.TICK and c.at < ready.end]
    assert ticks == [-3000, -2000]


def test_the_sounds_are_explained_before_anything_else_and_can_be_skipped_to_an_end() -> None:
    timeline = compiled(HINGE, coaching=replace(fakes.FULL, sounds=True))
    before = [cue for cue in timeline.cues if cue.start < timeline.sounds_until]
    assert {
        CueKind.READY,
        CueKind.TICK,
        CueKind.PHASE,
        CueKind.IN,
        CueKind.OUT,
        CueKind.FINISH,
    } <= {cue.kind for cue in before}
    assert {cue.role for cue in before} == {None, Role.SOUNDS}
    assert 15_000 <= timeline.sounds_until <= 30_000
    assert timeline.breaths[0].start > timeline.sounds_until
