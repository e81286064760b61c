"""No flow that passes takes longer than the limit, however it is told and breathed."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fakes
from longstride.content import check_file, load_flow
from longstride.content.flows import SLOWEST, TOO_LONG
from longstride.content.limits import LONGEST, longest_length
from longstride.core.errors import FlowError
from longstride.core.flow.breath import Breath
from longstride.core.flow.drill import Dose, Drill, Sides, Unit
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.manner import LEAST_RATE, MOST_RATE
from longstride.core.flow.talk import Familiarity, Talk
from longstride.core.flow.tempo import parse_tempo
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.lengths import estimate

EXAMPLES = 2000 if os.environ.get("LONGSTRIDE_FUZZ") else 60
WORDS = st.text("abc .", max_size=90)
TEXTS = st.one_of(st.just(""), WORDS.map(lambda text: f"Lie {text}."))
BREATHS = st.integers(6, 15).flatmap(
    lambda cycle: st.integers(1, cycle - 1).map(
        lambda inhale: Breath(inhale * 1000, (cycle - inhale) * 1000)
    )
)


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    sets, rest = draw(st.integers(1, 4)), draw(st.integers(0, 60)) * 1000
    ready = draw(st.booleans())
    kind = draw(st.sampled_from(("reps", "hold", "breaths")))
    if kind == "reps":
        tempo = parse_tempo(draw(st.sampled_from(("2-0-2-0", "4-1-2-0", "1-0-X-0"))))
        return Dose(reps=2 * draw(st.integers(1, 6)), tempo=tempo, sets=sets, rest=rest)
    if kind == "hold":
        hold = draw(st.integers(3, 100)) * 1000
        return Dose(hold=hold, sets=sets, rest=rest, rest_until_ready=ready)
    return Dose(breaths=draw(st.integers(1, 9)), sets=sets, rest=rest, rest_until_ready=ready)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    dose = draw(doses())
    unit = Unit.REPS if dose.reps else Unit.SECONDS if dose.hold else Unit.BREATHS
    drill = fakes.drill(
        draw(st.sampled_from(("one", "two", "three"))),
        dose=dose,
        unit=unit,
        setup=draw(TEXTS) or "Lie down.",
        again=draw(TEXTS),
        move=draw(TEXTS),
        exit=draw(TEXTS),
        warn=draw(TEXTS),
        feel_short=draw(st.sampled_from(("", "the glutes"))),
        cues=tuple(draw(st.lists(WORDS.map(lambda text: f"Press {text}"), max_size=4))),
        paced=draw(st.booleans()),
        position=draw(st.sampled_from(("standing", "lying on your back", "walking", "hanging"))),
    )
    sides = draw(st.sampled_from([Sides.BOTH, Sides.EACH, *[Sides.ALTERNATE] * bool(dose.reps)]))
    rooms = {name: draw(st.integers(0, 30)) * 1000 for name in ("get_ready", "change", "rest")}
    return Step(drill, dose, sides, until_ready=draw(st.booleans()), **rooms)


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    made = draw(st.lists(steps(), min_size=1, max_size=5))
    texts = {name: draw(TEXTS) for name in ("opening", "closing", "baseline", "recheck")}
    return fakes.flow(*made, warm=draw(st.sampled_from((0, 10))), **texts)


@st.composite
def coachings(draw: st.DrawFn) -> Coaching:
    known = draw(
        st.dictionaries(st.sampled_from(("one", "two", "three")), st.sampled_from(Familiarity))
    )
    return Coaching(
        fakes.PHRASES,
        draw(st.sampled_from(Talk)),
        known,
        draw(st.integers(0, 3)),
        sounds=draw(st.booleans()),
        rate=draw(st.sampled_from((LEAST_RATE, 81, 110, 140, MOST_RATE))),
    )


@settings(max_examples=EXAMPLES)
@given(flows(), coachings(), BREATHS)
def test_no_way_to_be_led_takes_longer_than_the_longest(
    flow: Flow, coaching: Coaching, breath: Breath
) -> None:
    led = replace(flow, breath=breath)
    assert compile_flow(led, {}, coaching).duration <= longest_length(flow, fakes.PHRASES)


HEAD = 'title = "Long"\n'
STEP = '[[step]]\ndrill = "glute-bridge"\n'


def written(steps: int, dose: str) -> str:
    return HEAD + (STEP + dose + "\n") * steps


def said(toml: str, catalogue: dict[str, Drill]) -> str:
    with pytest.raises(FlowError) as caught:
        load_flow(toml, catalogue, fakes.PHRASES)
    return str(caught.value)


def test_what_takes_too_long_however_it_is_led_is_refused(catalogue: dict[str, Drill]) -> None:
    long = written(20, "hold = 600")
    assert said(long, catalogue) == f"flow:2: {TOO_LONG}"


def test_what_takes_too_long_at_a_slow_breath_is_refused_too(catalogue: dict[str, Drill]) -> None:
    slow = written(13, "breaths = 60")
    assert said(slow, catalogue) == f"flow:2: {SLOWEST}"
    assert load_flow(written(8, "breaths = 60"), catalogue, fakes.PHRASES)


def test_what_passes_is_within_the_limit_at_every_breath(catalogue: dict[str, Drill]) -> None:
    most = next(
        flow
        for count in range(40, 1, -1)
        if (flow := passing(written(count, "hold = 262\nside = 'each'"), catalogue))
    )
    slow = Coaching(fakes.PHRASES, rate=LEAST_RATE, sounds=True)
    lengths = [
        compile_flow(replace(most, breath=Breath(cycle - 3000, 3000)), {}, slow).duration
        for cycle in range(6000, 16_000, 1000)
    ]
    assert LONGEST * 9 // 10 < max(lengths) <= LONGEST


def passing(toml: str, catalogue: dict[str, Drill]) -> Flow | None:
    try:
        return load_flow(toml, catalogue, fakes.PHRASES)
    except FlowError:
        return None


def test_check_says_so_with_what_the_program_says(
    tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    file = tmp_path / "long.toml"
    file.write_text(written(13, "breaths = 60"))
    (mistake,) = check_file(file, catalogue, phrases=fakes.PHRASES)
    assert mistake.text == SLOWEST


@pytest.mark.parametrize(
    ("text", "led"),  # ms as the natural voice said it at 80 words a minute
    [
        ("99999999999999 " * 6, 96_254),
        ("AAAA BBBB CCCC WWWW XXXX HTML.", 11_728),
        ("€€€ 5 $$$$ 1234567.891.", 11_842),
        ("1/2 3/4 99:99:99 1e309.", 9_464),
        ("a%b%c%%%%%%%%%% a.", 5_482),
        ("http://www.example.com/?a=b&c=d#e.", 6_105),
    ],
)
def test_what_is_said_sign_by_sign_takes_its_time(text: str, led: int) -> None:
    assert led <= estimate(text, LEAST_RATE).ms <= 3 * led


def test_a_file_of_long_numbers_counts_as_long_as_they_are_said(
    catalogue: dict[str, Drill],
) -> None:
    step = f'reps = 1\nget_ready = 0\nrest_after = 0\nfetch = "{"9" * 98}"'
    assert SLOWEST in said(written(150, step), catalogue)


def test_a_hostile_file_is_refused_before_it_is_compiled(catalogue: dict[str, Drill]) -> None:
    step = "reps = 1\ntempo = '0-0-1-0'\nsets = 10\nget_ready = 0\nrest_after = 0\nrest = 0"
    assert TOO_LONG in said(written(500, step.replace("0-0-1-0", "1-0-X-0")), catalogue)


@given(st.text(max_size=100), st.integers(LEAST_RATE, MOST_RATE))
def test_a_slower_voice_takes_longer(text: str, rate: int) -> None:
    assert estimate(text, rate).ms >= estimate(text, rate + 1).ms
    assert estimate(text) == estimate(text, 140)
