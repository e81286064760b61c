"""A flow that is being written: its file stays what it was wherever nobody touched it."""

import os
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.drafts import ODD, contents, edits
from longstride.content import check_file, load_catalogue
from longstride.content.writing import commands
from longstride.content.writing.draft import Draft, Kind, new_draft, open_draft
from longstride.content.writing.looking import Look, Placed, look
from longstride.content.writing.undoing import History
from longstride.core.figure.figure import Figure, Mirror, with_likes
from longstride.core.figure.skeleton import View
from longstride.core.flow.drill import Side, Stage
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.phrases import Phrases

KNOWN = load_catalogue(Path(__file__).parents[2] / "assets" / "drills")
EXAMPLES = 400 if os.environ.get("LONGSTRIDE_FUZZ") else 20
COACHING = Coaching(Phrases())


def seen(draft: Draft) -> Look:
    return look(draft, KNOWN, COACHING)


def places(draft: Draft) -> dict[tuple[str | int, ...], str]:
    return {each.path: each.text for each in seen(draft).mistakes}


def opened(name: str = "as it is") -> Draft:
    return open_draft(ODD[name].encode())


@pytest.mark.parametrize("name", contents())
def test_what_is_opened_and_saved_is_the_same_to_the_byte(name: str) -> None:
    content = contents()[name]
    draft = open_draft(content)
    assert draft.content == content
    assert draft.table == tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.sampled_from(sorted(contents())), st.lists(edits(KNOWN), max_size=8))
def test_what_is_done_stands_in_the_file_and_as_many_undos_bring_all_back(name, done) -> None:
    content = contents()[name]
    history = History(open_draft(content))
    for edit in done:
        history.do(edit(history.now))
        text = history.now.content.decode("utf-8-sig").replace("\r\n", "\n")
        assert tomllib.loads(text) == history.now.table
        assert loads_or_says_where(history.now)
    after = history.now.content
    while history.can_undo:
        history.undo()
    assert history.now.content == content
    while history.can_redo:
        history.redo()
    assert history.now.content == after


def loads_or_says_where(draft: Draft) -> bool:
    found = seen(draft)
    if not found.mistakes:
        return open_draft(draft.content).table == draft.table
    return all(is_in(draft, each) for each in found.mistakes)


def is_in(draft: Draft, placed: Placed) -> bool:
    step, drill = placed.step, placed.drill
    return (step is None or step < len(draft.steps)) and (
        drill is None or drill < len(draft.drills)
    )


def text_of(draft: Draft) -> str:
    return draft.content.decode()


def test_a_field_that_is_set_leaves_the_lines_around_it_alone() -> None:
    draft = opened()
    changed = commands.set_step(draft, 0, "reps", 6)
    assert text_of(changed) == text_of(draft).replace("reps = 4   # few", "reps = 6  # few")
    changed = commands.set_head(changed, "breath", {"in": 4, "out": 5})
    assert "[breath]" not in text_of(changed)
    assert '# no comment """\nbreath = { in = 4, out = 5 }\n' in text_of(changed)
    changed = commands.set_step(changed, 1, "cues", None)
    assert "# one" not in text_of(changed)
    assert changed.steps[1] == {"drill": "half-kneeling-hip-flexor-stretch"}
    assert commands.set_step(draft, 0, "reps", 4) is draft


def test_comments_go_where_their_step_goes() -> None:
    draft = commands.repeat_step(opened(), 0)[0]
    draft, at = commands.move_step(draft, 0, 5, KNOWN)
    assert at == 1
    assert text_of(draft).index("# quick steps") > text_of(draft).index("[[step]]")
    assert "# quick steps\n[[step]]" in text_of(draft)


def test_a_step_comes_into_its_stage_and_stays_in_it() -> None:
    draft, at = commands.add_step(opened(), "glute-bridge", KNOWN)
    assert at == 1
    assert commands.move_step(draft, at, 0, KNOWN) == (draft, 1)
    draft, at = commands.add_step(draft, "bird-dog", KNOWN, after=1)
    assert at == 2
    assert commands.is_sorted(draft, KNOWN)
    assert seen(draft).mistakes == ()


def test_a_wrong_order_is_told_at_its_step_and_sorted() -> None:
    draft = opened("order")
    assert ("step", 1, "drill") in places(draft)
    draft = commands.set_head(commands.sort_by_stage(draft, KNOWN), "title", "Mine")
    assert places(draft) == {}
    assert text_of(draft).endswith("\n\n# end")


def test_a_drill_of_its_own_can_be_renamed_and_its_steps_follow() -> None:
    draft = commands.add_step(opened("with a drill"), "heel-dig", KNOWN)[0]
    draft = commands.set_drill(draft, 0, "id", "dig")
    assert draft.steps[1] == {"drill": "dig"}
    assert seen(draft).steps[1].drill.stage is Stage.ACTIVATE
    assert ("step", 1, "drill") in places(commands.remove_drill(draft, 0))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.sampled_from(sorted(contents())), st.lists(edits(KNOWN), max_size=3))
def test_mistakes_are_those_that_check_finds(tmp_path_factory, name, done) -> None:
    draft = open_draft(contents()[name])
    for edit in done:
        draft = edit(draft)
    file = tmp_path_factory.getbasetemp() / "mine.flow.toml"
    file.write_bytes(draft.content)
    checked = {each.text for each in check_file(file, KNOWN)}
    told = {each.text for each in seen(draft).mistakes}
    assert checked <= told
    assert bool(checked) is bool(told)


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("title", "", "title is empty"),
        ("title", "x" * 1_000_000, "title is too long"),
        ("title", "bell\x07", "control character U+0007"),
        ("title", "\u202eright to left", "control character U+202E"),
        ("title", "...", "has nothing in it that can be spoken"),
        ("minutes", [9, 3], "out of range"),
    ],
)
def test_what_check_refuses_is_told_at_its_field(key: str, value: object, text: str) -> None:
    draft = commands.set_head(opened(), key, value)
    found = [each.text for each in seen(draft).mistakes if each.key == key]
    assert any(text in each for each in found)
    assert tomllib.loads(draft.text) == draft.table


def test_right_to_left_words_are_words() -> None:
    assert "title" not in {
        each.key for each in seen(commands.set_head(opened(), "title", "ירכיים")).mistakes
    }


def test_what_it_comes_to_is_told_as_far_as_it_is_good() -> None:
    draft = commands.set_step(opened(), 0, "reps", 999)
    found = seen(draft)
    assert not found.is_good
    assert found.numbers == (1,)
    assert found.total > 0
    assert found.strip == ((Stage.END_RANGE, found.lengths[1]),)
    assert sum(found.lengths.values()) == found.total
    assert found.sides[0] == found.sides[1] > 0
    assert found.said(1) and not found.said(0)


def test_a_flow_that_has_nothing_yet_says_what_is_missing() -> None:
    assert set(places(new_draft())) == {("title",), ("step",)}
    assert new_draft("Mine").text == 'title = "Mine"\n'
    draft = commands.add_step(new_draft("Mine"), "glute-bridge", KNOWN)[0]
    assert draft.text == 'title = "Mine"\n\n[[step]]\ndrill = "glute-bridge"\n'
    assert seen(draft).is_good


def test_typing_on_in_one_field_is_one_change() -> None:
    history = History(new_draft())
    for title in ("M", "Mi", "Min"):
        history.do(commands.set_head(history.now, "title", title), "Title changed", "title")
    history.close()
    history.do(commands.set_head(history.now, "title", "Mine"), "Title changed", "title")
    assert (history.undo(), history.now.title) == ("Title changed", "Min")
    assert (history.undo(), history.now.title, history.can_undo) == ("Title changed", "", False)
    assert (history.redo(), history.now.title) == ("Title changed", "Min")


def test_blocks_that_are_in_two_places_are_written_anew() -> None:
    draft = commands.set_step(opened("in two places"), 0, "drill", "glute-bridge")
    assert len(draft.places(Kind.STEP)) == len(draft.places(Kind.DRILL)) == 1
    assert tomllib.loads(draft.text)["drill"][0]["name"] == "Heel dig"


def test_a_drill_of_its_own_may_look_like_another() -> None:
    draft = commands.set_drill(opened("with a drill"), 0, "figure", "glute-bridge")
    draft = commands.add_step(draft, "heel-dig", KNOWN)[0]
    found = seen(draft)
    assert found.is_good
    assert found.steps[1].drill.looks_like == "glute-bridge"
    figure = Figure("glute-bridge", View.SIDE, Side.LEFT, Mirror.FLIP, {}, (), ())
    shown = with_likes({"glute-bridge": figure}, [step.drill for step in found.steps.values()])
    assert shown["heel-dig"] == replace(figure, drill="heel-dig")
    assert ("drill", 0, "figure") in places(commands.set_drill(draft, 0, "figure", "none"))


def test_what_is_too_wide_for_a_line_is_a_table_of_its_own() -> None:
    wide = {"name": "x" * 50, "cues": ["y" * 60, "z" * 60], "more": {"a": "b" * 90, "c": "d" * 90}}
    draft = commands.set_drill(opened("with a drill"), 0, "without_band", wide)
    draft = commands.set_drill(draft, 0, "feel", "Behind.")
    assert tomllib.loads(draft.text) == draft.table
    assert max(map(len, draft.text.splitlines())) <= 100
    draft = commands.set_head(draft, "easier", {f"drill-{each}": "same" for each in range(200)})
    assert tomllib.loads(draft.text) == draft.table


def test_five_hundred_steps_can_be_written_in_and_one_more_is_told() -> None:
    draft = new_draft("Long")
    for _ in range(500):
        draft = commands.append_step(draft, {"drill": "glute-bridge", "reps": 1})
    draft, at = commands.move_step(draft, 499, 0, KNOWN)
    draft = commands.set_step(draft, at, "reps", 2)
    assert open_draft(draft.content).steps[:2] == draft.steps[:2]
    assert draft.steps[0]["reps"] == 2
    more = commands.repeat_step(draft, 7)[0]
    assert "too long a list" in " ".join(
        each.text for each in seen(more).mistakes if each.path == ("step",)
    )
