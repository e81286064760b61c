"""What nobody could hear is refused where it stands; what is left out is told."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.content import check_file, file_warnings, load_flow, load_phrases
from longstride.core.errors import FlowError
from longstride.core.flow.drill import Drill
from longstride.core.letters import can_be_spoken, silent_signs
from longstride.core.timeline.bouts import write_out
from longstride.core.timeline.script import sentences

FLOW = """\
title = "Mine"
say = "Mine"
opening = "Have a mat."
closing = "Well done."
baseline = "Stand tall."
recheck = "Stand tall."
[[step]]
drill = "d"
fetch = "To the chair."
put_away = "Band off."
cues = ["Press down"]
[[drill]]
id = "d"
name = "Lift"
say = "Lift"
stage = "activate"
setup = "Lie down."
move = "Lift."
again = "As before."
exit = "Down."
warn = "Stop if it hurts."
feel_short = "the glutes"
rest_word = "Rest."
left = "Left"
right = "Right"
side = "each"
words = { eccentric = "Lower", concentric = "Rise" }
cues = ["concentric: Press", "Breathe"]
equipment = ["band"]
without_band = { name = "Lift", setup = "Lie.", say = "Lift", cues = ["Press"] }
reps = 4
tempo = "2-0-2-0"
"""
SPOKEN = [
    (found.start(1), found.end(1), FLOW.count("\n", 0, found.start()) + 1)
    for found in re.finditer(r'"([^"]*)"', FLOW)
    if not FLOW[: found.start()].endswith(("id = ", "drill = ", "stage = ", "side = ", "tempo = "))
    and FLOW[found.start() : found.end()] != '"band"'
]
SILENCE = ["…", "!!!", "—", "🦵🔥", "᚛", "\u200d🦵", "★ ☆"]


def mistakes(toml: str, catalogue: dict[str, Drill]) -> list[str]:
    try:
        load_flow(toml, catalogue)
    except FlowError as error:
        return [str(mistake) for mistake in error.mistakes]
    return []


def test_the_flow_that_is_broken_below_is_a_good_one(catalogue: dict[str, Drill]) -> None:
    assert mistakes(FLOW, catalogue) == []
    assert len(SPOKEN) == 28


@pytest.mark.parametrize("place", SPOKEN, ids=[FLOW[a:b] + f" {line}" for a, b, line in SPOKEN])
def test_silence_is_refused_with_its_line_wherever_it_would_be_said(
    place: tuple[int, int, int], catalogue: dict[str, Drill]
) -> None:
    start, end, line = place
    for silence in SILENCE:
        said = mistakes(FLOW[:start] + silence + FLOW[end:], catalogue)
        assert [text for text in said if text.startswith(f"flow:{line}: ")] == said != []
        assert all("nothing in it that can be spoken" in text for text in said)


@pytest.mark.parametrize("silent", ["Lie down. ... Breathe.", "Lie down. !!!", "? Lie down."])
def test_a_silent_sentence_among_others_is_named(silent: str, catalogue: dict[str, Drill]) -> None:
    (said,) = mistakes(FLOW.replace("Lie down.", silent), catalogue)
    part = re.search(r"\.\.\.|!!!|\?", silent)
    assert part and f'has "{part[0]}" in it, which cannot be spoken' in said


def test_the_name_of_a_beat_is_no_word_of_the_cue(catalogue: dict[str, Drill]) -> None:
    (said,) = mistakes(FLOW.replace("concentric: Press", "concentric: !!!"), catalogue)
    assert said.startswith('flow:28: cues: "concentric: !!!" has nothing in it')


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), min_size=1, max_size=12)


@given(TEXT)
def test_what_passes_has_something_to_say_in_each_sentence(text: str) -> None:
    toml = FLOW.replace("Have a mat.", text.replace("\\", "\\\\").replace('"', "'"))
    try:
        flow = load_flow(toml, {})
    except FlowError:
        return
    assert flow.opening and all(map(can_be_spoken, sentences(flow.opening)))


def test_signs_that_no_voice_says_are_told(tmp_path: Path, catalogue: dict[str, Drill]) -> None:
    file = tmp_path / "mine.toml"
    toml = FLOW.replace('title = "Mine"', 'title = "Mine 🔥🦵🔥"').replace("Well done.", "Go → on.")
    file.write_text(toml, encoding="utf-8")
    assert check_file(file, catalogue) == ()
    warned = [(each.line, each.text) for each in file_warnings(file, catalogue)]
    assert (1, 'no voice says "🔥🦵"; write it in words') in warned
    assert (4, 'no voice says "→"; write it in words') in warned


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("3 × 8 at 45° + 5 %", ""),
        ("Café, naïve", ""),
        ("20 €", ""),
        ("Hüfte 🔥", "🔥"),
        ("½ ☞", "☞"),
    ],
)
def test_what_is_written_out_is_no_silent_sign(text: str, silent: str) -> None:
    assert silent_signs(text) == silent


def test_a_phrase_of_the_program_is_no_silence_either(tmp_path: Path, assets: Path) -> None:
    file = tmp_path / "en.toml"
    text = (assets / "phrases" / "en.toml").read_text(encoding="utf-8")
    file.write_text(re.sub(r'^ready = ".*"', 'ready = "…"', text, flags=re.MULTILINE), "utf-8")
    with pytest.raises(FlowError, match='"ready" has nothing in it that can be spoken'):
        load_phrases(file)


def test_an_empty_list_of_cues_means_none(catalogue: dict[str, Drill]) -> None:
    own = 'title = "T"\n[[step]]\ndrill = "glute-bridge"\nreps = 8\n'
    assert write_out(load_flow(own, catalogue))[0].cues == catalogue["glute-bridge"].cues
    assert write_out(load_flow(own + "cues = []", catalogue))[0].cues == ()


def test_no_cues_are_none_without_the_band_either(catalogue: dict[str, Drill]) -> None:
    flow = load_flow(FLOW.replace('cues = ["Press down"]', "cues = []"), catalogue)
    told = flow.steps[0].drill.without_band
    assert told is not None
    assert told.cues == ()


@pytest.mark.parametrize(
    "toml",
    [
        'title = "Heel dig"\nstage = "activate"\nsetup = "Lie."\nreps = 4\ntempo = "2-0-2-0"\n',
        'title = "Heel dig"\nfeel = "The glutes."\n',
    ],
)
def test_a_drill_with_a_title_is_judged_as_a_drill(
    toml: str, tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    file = tmp_path / "heel-dig.toml"
    file.write_text(toml)
    said = [mistake.text for mistake in check_file(file, catalogue)]
    assert 'there is no key "title" here; did you mean "name"?' in said
    assert not any("step" in text or "[[" in text for text in said)


def test_a_name_may_be_as_long_as_its_mistake_says(catalogue: dict[str, Drill]) -> None:
    assert mistakes(FLOW.replace('name = "Lift"\n', f'name = "{"x" * 60}"\n'), catalogue) == []
    (said,) = mistakes(FLOW.replace('name = "Lift"\n', f'name = "{"x" * 61}"\n'), catalogue)
    assert said == "flow:14: name is too long; write at most 60 characters"


def test_the_file_of_a_drill_is_no_flow_and_is_told_so_once(assets: Path) -> None:
    with pytest.raises(FlowError) as caught:
        load_flow(assets / "drills" / "glute-bridge.toml", {})
    (mistake,) = caught.value.mistakes
    assert mistake.text.startswith("this is the file of a drill; write it into a flow's file")
