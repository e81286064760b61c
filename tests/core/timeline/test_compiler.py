from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

import fakes
from core.timeline.compiled import LENGTHS, first_say, said, spans_of
from longstride.core.flow.breath import Breath, BreathKind
from longstride.core.flow.drill import Dose, Side, Sides, Unit
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import Phase, Tempo, parse_tempo
from longstride.core.timeline.compiler import compile_flow, wanted_sentences
from longstride.core.timeline.timeline import CueKind, SpanPhase


def test_a_step_is_spoken_in_its_order() -> None:
    words = said(compile_flow(fakes.flow(fakes.step(fakes.HOLD)), LENGTHS, fakes.FULL))
    opening = words[: words.index("Breathe in.") + 1]
    assert opening == [
        "Test flow.",
        "Take a breath.",
        "First: Couch stretch.",
        "Left knee down first.",
        "Stand tall, feet under the hips.",
        "Soften your knees.",
        "Go there now: thirty seconds each side, from the tone.",
        "Ready.",
        "Breathe in.",
    ]


def test_the_set_up_ends_a_free_second_before_ready_however_slow_the_voice() -> None:
    for ms_a_character in (30, 60, 140):
        timeline = compile_flow(fakes.flow(), fakes.EvenLengths(ms_a_character), fakes.FULL)
        for setup in spans_of(timeline, SpanPhase.SETUP):
            inside = [c for c in timeline.cues if setup.start <= c.at < setup.end]
            assert max(cue.end for cue in inside) + 1000 <= setup.end


def test_tempo_runs_in_the_movements_own_order() -> None:
    bridge = fakes.drill(starts_with=Phase.CONCENTRIC, dose=Dose(reps=1, tempo=parse_tempo("3121")))
    timeline = compile_flow(fakes.flow(fakes.step(bridge)), LENGTHS, fakes.FULL)
    work = [(span.phase, span.length) for span in timeline.spans if span.phase.is_work]
    assert work == [
        (SpanPhase.CONCENTRIC, 2000),
        (SpanPhase.CONTRACTED, 1000),
        (SpanPhase.ECCENTRIC, 3000),
        (SpanPhase.STRETCHED, 1000),
    ]


def test_phase_changes_sound_and_each_second_inside_ticks() -> None:
    one_rep = fakes.drill(dose=Dose(reps=1, tempo=parse_tempo("4120")))
    timeline = compile_flow(fakes.flow(fakes.step(one_rep)), LENGTHS, fakes.told(Talk.TONES))
    start = spans_of(timeline, SpanPhase.ECCENTRIC)[0].start
    beats = [
        (cue.at - start, cue.kind)
        for cue in timeline.cues
        if cue.kind in {CueKind.PHASE, CueKind.TICK}
    ]
    tick, phase = CueKind.TICK, CueKind.PHASE
    assert beats == [
        (0, phase),
        (1000, tick),
        (2000, tick),
        (3000, tick),
        (4000, phase),
        (5000, phase),
        (6000, tick),
    ]


def test_all_seconds_are_counted_on_their_beat_where_the_athlete_wants_it() -> None:
    one_rep = fakes.drill(dose=Dose(reps=1, tempo=parse_tempo("4120")), cues=())
    timeline = compile_flow(fakes.flow(fakes.step(one_rep)), LENGTHS, fakes.told(Talk.COUNTS))
    start = spans_of(timeline, SpanPhase.ECCENTRIC)[0].start
    counts = [(cue.at - start, cue.text) for cue in timeline.cues if cue.kind is CueKind.COUNT]
    assert counts == [(1000, "two"), (2000, "three"), (3000, "four")]
    assert not [
        cue
        for cue in compile_flow(fakes.flow(), LENGTHS, fakes.told(Talk.CUES)).cues
        if cue.kind is CueKind.COUNT
    ]


def test_a_spoken_count_begins_before_its_beat_by_its_onset() -> None:
    timeline = compile_flow(fakes.flow(), LENGTHS, fakes.FULL)
    counts = [cue for cue in timeline.cues if cue.kind is CueKind.COUNT]
    assert counts
    assert all(cue.at - cue.start == 40 for cue in counts)


def test_short_cues_are_spoken_in_a_free_place_and_take_turns_over_the_sides() -> None:
    each = fakes.step(fakes.drill(sides=Sides.EACH))
    words = said(compile_flow(fakes.flow(each), LENGTHS, fakes.told(Talk.CUES)))
    assert "Push the hips back." in words
    assert "Long spine." in words


def test_in_tempo_work_the_breath_follows_the_phases() -> None:
    timeline = compile_flow(fakes.flow(fakes.step()), LENGTHS, fakes.FULL)
    lowering = spans_of(timeline, SpanPhase.ECCENTRIC)[0]
    first, second = timeline.breaths[:2]
    assert (first.kind, first.start, first.end) == (
        BreathKind.IN,
        lowering.start,
        lowering.start + 5000,
    )
    assert (second.kind, second.end - second.start) == (BreathKind.OUT, 2000)


def test_a_brisk_repetition_leaves_the_breath_alone() -> None:
    brisk = fakes.drill(dose=Dose(reps=4, tempo=parse_tempo("2020")))
    assert compile_flow(fakes.flow(fakes.step(brisk)), LENGTHS, fakes.FULL).breaths == ()


def test_the_change_of_side_is_spoken_with_time_to_turn_over() -> None:
    timeline = compile_flow(fakes.flow(fakes.step(fakes.HOLD, change=9000)), LENGTHS, fakes.FULL)
    change = spans_of(timeline, SpanPhase.CHANGE)[0]
    assert change.length >= 9000
    words = [c.text for c in timeline.cues if change.start <= c.at < change.end and c.text]
    assert words == [fakes.PHRASES.ease_out, "Change: right knee down.", "Thirty seconds again."]


def test_the_next_drill_is_named_at_the_start_of_its_step() -> None:
    timeline = compile_flow(fakes.flow(), LENGTHS, fakes.FULL)
    announced = first_say(timeline, "Next: Couch stretch")
    assert timeline.step_starts[1] < announced.start < timeline.step_starts[1] + 1000


def test_sides_get_the_same_time() -> None:
    timeline = compile_flow(
        fakes.flow(
            fakes.step(fakes.drill(sides=Sides.EACH)),
            fakes.step(fakes.drill(sides=Sides.ALTERNATE)),
            fakes.step(fakes.HOLD),
        ),
        LENGTHS,
        fakes.FULL,
    )
    worked = dict.fromkeys(Side, 0)
    for span in timeline.spans:
        if span.phase.is_work and span.side:
            worked[span.side] += span.length
    assert worked[Side.LEFT] == worked[Side.RIGHT] > 0


def test_alternating_sides_are_named_as_they_come() -> None:
    of = fakes.drill(sides=Sides.ALTERNATE, cues=(), dose=Dose(reps=8, tempo=parse_tempo("4120")))
    words = said(compile_flow(fakes.flow(fakes.step(of)), LENGTHS, fakes.FULL))
    assert [w for w in words if w.startswith(("Left", "Right", "One more"))] == [
        "Left side first.",
        "Left: lower.",
        "Right: lower.",
        "Left.",
        "Right.",
        "Left.",
        "One more each.",
        "Left.",
    ]


def test_a_rest_until_ready_is_a_wait_at_its_end() -> None:
    dose = Dose(reps=2, tempo=parse_tempo("3010"), sets=2, rest_until_ready=True)
    timeline = compile_flow(fakes.flow(fakes.step(fakes.drill(dose=dose))), LENGTHS, fakes.FULL)
    (wait,) = timeline.waits
    span = timeline.spans[timeline.span_index(wait)]
    assert span.phase is SpanPhase.READY
    assert timeline.spans[timeline.span_index(wait) - 1].phase is SpanPhase.REST
    assert fakes.PHRASES.press in said(timeline)


def test_a_step_until_ready_waits_before_the_next() -> None:
    timeline = compile_flow(
        fakes.flow(fakes.step(until_ready=True), fakes.step(fakes.HOLD)), LENGTHS, fakes.FULL
    )
    assert timeline.waits == (timeline.step_starts[1],)


def test_tones_only_says_nothing_and_still_signals_start_and_end() -> None:
    timeline = compile_flow(fakes.flow(), LENGTHS, fakes.told(Talk.TONES))
    kinds = {cue.kind for cue in timeline.cues}
    assert not kinds & {CueKind.SAY, CueKind.COUNT}
    assert {CueKind.READY, CueKind.PHASE, CueKind.FINISH, CueKind.IN, CueKind.OUT} <= kinds


def test_a_steps_own_talk_level_wins_except_over_tones_only() -> None:
    quiet = fakes.flow(fakes.step(talk=Talk.COUNTS))
    assert "Push the hips back." not in said(compile_flow(quiet, LENGTHS, fakes.FULL))
    chatty = fakes.flow(fakes.step(talk=Talk.FULL))
    assert said(compile_flow(chatty, LENGTHS, fakes.told(Talk.TONES))) == []


def test_a_cue_with_no_place_among_the_beats_moves_into_the_rest() -> None:
    dose = Dose(reps=4, tempo=parse_tempo("2010"), sets=2)
    long_cue = "Push the hips a long way back towards the wall behind you" * 3
    step = fakes.step(fakes.drill(dose=dose, cues=(long_cue,)))
    timeline = compile_flow(fakes.flow(step), LENGTHS, fakes.FULL)
    cue = first_say(timeline, long_cue)
    assert timeline.spans[timeline.span_index(cue.at)].phase is SpanPhase.REST


def test_what_finds_no_place_at_all_is_listed() -> None:
    dose = Dose(reps=4, tempo=parse_tempo("2010"))
    long_cue = "Push the hips a long way back towards the wall behind you" * 3
    step = fakes.step(fakes.drill(dose=dose, cues=(long_cue,)))
    timeline = compile_flow(fakes.flow(step), LENGTHS, fakes.FULL)
    assert [drop.text for drop in timeline.dropped if drop.text.startswith("Push")] == [
        f"{long_cue}."
    ]


def test_every_sentence_of_a_timeline_was_wanted_beforehand() -> None:
    wanted = wanted_sentences(fakes.flow(), fakes.FULL)
    for lengths in (LENGTHS, fakes.EvenLengths(20), fakes.EvenLengths(200)):
        timeline = compile_flow(fakes.flow(), lengths, fakes.FULL)
        assert {cue.text for cue in timeline.cues if cue.kind.is_speech} <= set(wanted)


tempos = st.builds(
    Tempo,
    st.sampled_from([1000, 2000, 4000, 6000]),
    st.sampled_from([0, 1000, 3000]),
    st.sampled_from([1000, 2000]),
    st.sampled_from([0, 1000]),
)
rep_doses = st.builds(
    Dose,
    reps=st.integers(1, 6).map(lambda n: 2 * n),
    tempo=tempos,
    sets=st.integers(1, 3),
    rest=st.sampled_from([0, 5000, 20_000]),
    rest_until_ready=st.booleans(),
)
hold_doses = st.builds(Dose, hold=st.integers(1, 120).map(lambda s: s * 1000), sets=st.just(2))
breath_doses = st.builds(Dose, breaths=st.integers(1, 8))


@st.composite
def steps(draw: st.DrawFn) -> object:
    dose = draw(st.one_of(rep_doses, hold_doses, breath_doses))
    of = fakes.drill(
        dose=dose,
        unit=Unit.REPS if dose.reps else Unit.SECONDS,
        sides=draw(st.sampled_from(list(Sides) if dose.reps else [Sides.BOTH, Sides.EACH])),
        starts_with=draw(st.sampled_from([Phase.ECCENTRIC, Phase.CONCENTRIC])),
        cues=tuple(draw(st.lists(st.sampled_from(["Long spine", "Hips level", "Slow " * 12])))),
    )
    return fakes.step(
        of,
        rest=draw(st.sampled_from([0, 5000])),
        get_ready=draw(st.sampled_from([0, 8000])),
        until_ready=draw(st.booleans()),
        talk=draw(st.sampled_from([None, *Talk])),
    )


flows = st.builds(
    lambda parts, breath: fakes.flow(*parts, breath=breath),
    st.lists(steps(), min_size=1, max_size=4),
    st.sampled_from([Breath(), Breath(2000, 4000), Breath(5000, 10_000)]),
)


@settings(max_examples=150)
@given(flows, st.sampled_from(list(Talk)), st.integers(10, 200))
def test_whatever_is_compiled_keeps_the_laws(flow: Flow, talk: Talk, pace: int) -> None:
    # Timeline checks tiling, order, overlap and counts itself when it is made.
    timeline = compile_flow(flow, fakes.EvenLengths(pace), fakes.told(talk))
    assert timeline.at(0).span is timeline.spans[0]
    assert timeline.at(timeline.duration + 5).span is timeline.spans[-1]
    sounds = [cue.at for cue in timeline.cues]
    for span in timeline.spans:
        if span.phase.is_work:
            heard = [span.start, *(at for at in sounds if span.start <= at < span.end), span.end]
            assert max(later - sooner for sooner, later in pairwise(heard)) <= 15_000
    for wait in timeline.waits:
        assert any(span.start == wait for span in timeline.spans)
    assert len(timeline.step_starts) == len(flow.steps)
