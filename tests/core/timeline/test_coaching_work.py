"""What is said in the work: the rules of the script, each by example."""

from dataclasses import replace

import fakes
from core.timeline.compiled import HINGE, compiled, in_rep, spans_of, texts
from longstride.core.flow.drill import Dose, Side, Sides, Stage, Unit
from longstride.core.flow.tempo import Phase, parse_tempo
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import CueKind, SpanPhase


def test_only_the_second_repetition_of_a_steps_first_bout_is_counted() -> None:
    timeline = compiled(replace(HINGE, sides=Sides.EACH))
    counts = [cue for cue in timeline.cues if cue.kind is CueKind.COUNT]
    spans = {timeline.spans[timeline.span_index(cue.at)] for cue in counts}
    assert {(span.rep, span.side) for span in spans} == {(2, Side.LEFT)}
    assert [cue.text for cue in counts] == ["two", "three", "four"]


def test_no_repetition_is_ever_numbered() -> None:
    said = texts(compiled(HINGE), Role.PHASE, Role.MARK, Role.CUE)
    assert not [text for text in said if text.lower().startswith(("rep", "three", "four."))]


def test_from_the_third_repetition_cues_take_the_place_of_words() -> None:
    timeline = compiled(HINGE)
    assert [cue.role for cue in in_rep(timeline, 1)] == [Role.PHASE] * 3
    assert [cue.text for cue in in_rep(timeline, 3)] == ["Finish tall."]
    assert "Halfway." in [cue.text for cue in in_rep(timeline, 4)]
    assert in_rep(timeline, 6)[0].text in {"Long spine.", "Two more."}
    assert [cue.text for cue in in_rep(timeline, 8)] == ["Hips back."]


def test_a_cue_begins_with_its_phase_or_in_the_second_before() -> None:
    timeline = compiled(HINGE)
    rising = [s.start for s in timeline.spans if s.phase is SpanPhase.CONCENTRIC]
    (cue,) = [cue for cue in timeline.cues if cue.text == "Finish tall."]
    assert any(-1000 <= cue.start - at <= 600 for at in rising)


def test_how_much_is_left_ends_before_the_repetition_it_counts_from() -> None:
    timeline = compiled(HINGE)
    (left,) = [cue for cue in timeline.cues if cue.text == "Two more."]
    seventh = next(span for span in timeline.spans if span.rep == 7)
    assert seventh.start - 1500 < left.start < left.end < seventh.start


def test_few_repetitions_end_with_last_one() -> None:
    few = replace(HINGE, dose=Dose(reps=3, tempo=parse_tempo("4120")))
    assert texts(compiled(few), Role.MARK) == ["Last one."]


def test_the_second_cue_takes_turns_with_the_sessions_and_the_sets_but_not_the_sides() -> None:
    of = replace(HINGE, sides=Sides.EACH)
    heard = [
        texts(compiled(of, coaching=replace(fakes.FULL, sessions=sessions)), Role.CUE)
        for sessions in (0, 1)
    ]
    assert heard[0] == ["Finish tall.", "Long spine."] * 2
    assert heard[1] == ["Finish tall.", "Hips straight back."] * 2


def test_a_switch_is_done_on_its_word_every_time() -> None:
    of = fakes.drill(
        stage=Stage.SPRINT,
        sides=Sides.ALTERNATE,
        dose=Dose(reps=6, tempo=parse_tempo("10X2")),
        starts_with=Phase.CONCENTRIC,
        words={Phase.CONCENTRIC: "Switch"},
    )
    assert texts(compiled(of), Role.PHASE).count("Switch.") == 6


def test_quick_work_is_worded_twice_and_cued_after_four_seconds() -> None:
    of = fakes.drill(dose=Dose(reps=12, tempo=parse_tempo("1010")), words=HINGE.words)
    timeline = compiled(of)
    begin = spans_of(timeline, SpanPhase.ECCENTRIC)[0].start
    cues = [cue.start - begin for cue in timeline.cues if cue.role is Role.CUE]
    assert texts(timeline, Role.PHASE)[:3] == ["Hips back.", "Stand up.", "Hips back."]
    assert 3000 <= cues[0] <= 6000 and 11_000 <= cues[1] <= 14_000
    assert "Four more." in texts(timeline, Role.MARK)


def test_a_breath_hold_leaves_every_third_breath_in_silence_and_the_end() -> None:
    of = replace(fakes.HOLD, sides=Sides.BOTH, feel_short="Front of the hip")
    of = replace(of, unit=Unit.BREATHS, dose=Dose(breaths=6))
    timeline = compiled(of)
    (hold,) = spans_of(timeline, SpanPhase.HOLD)
    words = [(c.at - hold.start, c.text) for c in timeline.cues if c.role and hold.start <= c.at]
    breaths = [[text for at, text in words if n <= at / 10_000 < n + 1] for n in range(6)]
    assert breaths[0] == ["Breathe in.", "Breathe out."]
    assert breaths[1] == ["Feel it: front of the hip.", "Push the hips back."]
    assert breaths[2] == ["Long spine."]
    assert breaths[3] == []
    assert breaths[5] == ["Once more."]
    assert all(at < hold.length - 5000 or at >= hold.length for at, _ in words)


def test_a_short_run_has_no_beat() -> None:
    of = fakes.drill(
        stage=Stage.SPRINT, unit=Unit.SECONDS, paced=False, dose=Dose(hold=12_000), cues=()
    )
    timeline = compiled(of)
    (hold,) = spans_of(timeline, SpanPhase.HOLD)
    assert not [c for c in timeline.cues if c.kind is CueKind.TICK and hold.start <= c.at]


def test_what_starts_in_its_own_time_is_told_so_and_left_alone() -> None:
    of = fakes.drill(
        stage=Stage.SPRINT, unit=Unit.SECONDS, paced=False, dose=Dose(hold=10_000), trigger="own"
    )
    timeline = compiled(of)
    (hold,) = spans_of(timeline, SpanPhase.HOLD)
    assert texts(timeline, Role.DOSE) == ["One run, after Ready, in your own time."]
    assert texts(timeline, Role.CUE) == ["Push the hips back."]
    assert not [c for c in timeline.cues if c.role and hold.start <= c.at < hold.end]
