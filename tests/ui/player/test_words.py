"""Every text the player shows, from the values of a flow."""

from dataclasses import replace

import pytest

from longstride.core.flow.drill import Sides
from longstride.core.flow.flow import Step
from longstride.core.flow.tempo import Phase, parse_tempo
from longstride.core.timeline.timeline import Cue, CueKind, Moment, SpanPhase, Timeline
from longstride.ui.player import words as player_words
from longstride.ui.player.tempo_bar import Segment
from ui import player_moments
from ui.player_moments import COUCH, FLOW, ROCK, SQUAT


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return player_moments.build()


def moment(timeline: Timeline, phase: SpanPhase, step: int, after: int = 0, rep: int = 1) -> Moment:
    """Return the moment ``after`` ms into the first such span."""
    found = player_moments.find(timeline, phase, step, rep if rep > 1 else None)
    return timeline.at(found.start + after)


@pytest.mark.parametrize(
    ("phase", "step", "word", "role", "count"),
    [
        (SpanPhase.SETUP, 1, "Get ready", "text", 8),
        (SpanPhase.READY, 0, "Ready", "text", 2),
        (SpanPhase.ECCENTRIC, 1, "Lower", "coral", 1),
        (SpanPhase.ECCENTRIC, 0, "Let go", "coral", 1),
        (SpanPhase.STRETCHED, 1, "Stay", "amber", 1),
        (SpanPhase.CONCENTRIC, 1, "Rise up", "sea", 1),
        (SpanPhase.HOLD, 2, "Hold", "amber", 30),
        (SpanPhase.REST, 1, "Rest", "sea", 20),
        (SpanPhase.CHANGE, 1, "Change sides", "text", 8),
        (SpanPhase.CLOSE, 2, "", "text", None),
    ],
)
def test_each_phase_has_its_word_colour_and_count(
    timeline: Timeline, phase: SpanPhase, step: int, word: str, role: str, count: int | None
) -> None:
    at = moment(timeline, phase, step)
    shown = player_words.work_text(FLOW.steps[step], at)
    assert (shown.word, shown.role, player_words.count_of(at)) == (word, role, count)


def test_repetitions_count_up_and_holds_count_down(timeline: Timeline) -> None:
    assert player_words.count_of(moment(timeline, SpanPhase.ECCENTRIC, 1, 2999)) == 3
    assert player_words.count_of(moment(timeline, SpanPhase.ECCENTRIC, 1, 3000)) == 4
    assert player_words.count_of(moment(timeline, SpanPhase.HOLD, 2, 29_999)) == 1


def test_a_repetition_is_drawn_in_the_order_it_is_done(timeline: Timeline) -> None:
    shown = player_words.work_text(FLOW.steps[1], moment(timeline, SpanPhase.STRETCHED, 1))
    assert shown.tempo == (
        Segment("4 down", 4000, "coral"),
        Segment("1 pause", 1000, "amber"),
        Segment("2 up", 2000, "sea"),
    )
    assert player_words.segment_of(moment(timeline, SpanPhase.CONCENTRIC, 1)) == 2
    assert player_words.segment_of(moment(timeline, SpanPhase.REST, 1)) is None


def test_a_phase_as_fast_as_possible_shows_x(timeline: Timeline) -> None:
    dose = replace(SQUAT.dose, tempo=parse_tempo("4-1-X-0"))
    shown = player_words.work_text(
        Step(SQUAT, dose, Sides.EACH), moment(timeline, SpanPhase.STRETCHED, 1)
    )
    assert shown.tempo[2].label == "up fast"


def test_drill_side_and_set_are_named(timeline: Timeline) -> None:
    shown = player_words.work_text(FLOW.steps[1], moment(timeline, SpanPhase.CHANGE, 1))
    named = (shown.name, shown.side, shown.about.replace("\u00a0", " "))
    assert named == ("Split squat", "Right", "leg forward, set 1 of 2")
    hold = player_words.work_text(FLOW.steps[2], moment(timeline, SpanPhase.HOLD, 2))
    assert (hold.name, hold.side, hold.about) == ("Couch stretch", "Left", "knee down")
    rock = player_words.work_text(FLOW.steps[0], moment(timeline, SpanPhase.SETUP, 0))
    assert (rock.side, rock.about) == ("", "left and right in turn")


def test_a_drill_for_two_legs_names_no_side(timeline: Timeline) -> None:
    both = Step(ROCK, ROCK.dose, Sides.BOTH)
    shown = player_words.work_text(both, moment(timeline, SpanPhase.SETUP, 0))
    assert (shown.side, shown.about) == ("", "")


def test_dots_are_repetitions_or_the_breaths_of_a_hold(timeline: Timeline) -> None:
    rep = moment(timeline, SpanPhase.ECCENTRIC, 1, rep=3)
    assert player_words.dots_of(timeline, rep) == (3, 6, "rep")
    hold = moment(timeline, SpanPhase.HOLD, 2, 10_000)
    assert player_words.dots_of(timeline, hold) == (2, 3, "breath")
    rest = moment(timeline, SpanPhase.REST, 1)
    assert player_words.dots_of(timeline, rest) == (0, 0, "")


@pytest.mark.parametrize(
    ("phase", "step", "text"),
    [
        (SpanPhase.ECCENTRIC, 0, "Next: Split squat, left"),
        (SpanPhase.SETUP, 1, "Next: Split squat, right"),
        (SpanPhase.CHANGE, 1, "Next: Couch stretch, left"),
        (SpanPhase.HOLD, 2, "Next: Couch stretch, right"),
        (SpanPhase.CHANGE, 2, "This is the last one"),
        (SpanPhase.CLOSE, 2, ""),
    ],
)
def test_what_comes_next_is_another_drill_or_side(
    timeline: Timeline, phase: SpanPhase, step: int, text: str
) -> None:
    span = player_moments.find(timeline, phase, step)
    runs = player_words.next_runs(FLOW, timeline, span)
    assert "".join(run.text for run in runs) == text
    assert all(run.bold == (run.text in {"left", "right"}) for run in runs)


def test_nothing_is_the_last_one_where_there_is_only_one(timeline: Timeline) -> None:
    only = tuple(span for span in timeline.spans if span.step == 0)
    cues = tuple(cue for cue in timeline.cues if cue.end <= only[-1].end)
    alone = replace(timeline, spans=only, cues=cues, breaths=(), waits=())
    flow = replace(FLOW, steps=FLOW.steps[:1])
    assert player_words.next_runs(flow, alone, only[-1]) == ()


def said(text: str) -> Cue:
    """Return a sentence of the voice."""
    return Cue(0, 1000, CueKind.SAY, text)


@pytest.mark.parametrize(
    ("cue", "lit"),
    [
        (None, None),
        (said("Stay tall."), 1),
        (said("Rep three. Stay tall"), 1),
        (said("Lower."), None),
    ],
)
def test_the_cue_that_was_said_is_lit(cue: Cue | None, lit: int | None) -> None:
    assert player_words.lit_cue(SQUAT.cues, cue) == lit


def test_a_drill_has_its_own_word_for_a_hold() -> None:
    run = replace(COUCH, words={Phase.CONTRACTED: "Run"})
    assert player_words.phase_word(run, SpanPhase.HOLD)[0] == "Run"
    assert player_words.phase_word(COUCH, SpanPhase.HOLD)[0] == "Hold"


def test_the_close_says_the_closing_words(timeline: Timeline) -> None:
    span = player_moments.find(timeline, SpanPhase.CLOSE, 2)
    found = player_words.drill_text(FLOW, span)
    assert (found.name, found.setup, found.cues) == (FLOW.title, FLOW.closing, ())


def test_a_drill_names_its_position_equipment_feeling_and_fault(timeline: Timeline) -> None:
    span = player_moments.find(timeline, SpanPhase.SETUP, 1)
    found = player_words.drill_text(FLOW, span)
    assert found.chips == ("Standing", "Chair")
    for text in (SQUAT.name, SQUAT.setup, *SQUAT.cues, SQUAT.feel, SQUAT.avoid):
        assert text in str(found)
