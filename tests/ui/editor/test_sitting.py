"""What is wanted of a draft, whatever it is: the file loads, or says where it does not."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from longstride.content.writing.draft import open_draft
from longstride.content.writing.looking import look
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.phrases import Phrases
from longstride.ui.editor.reading import read_view
from longstride.ui.editor.sitting import Sitting
from longstride.ui.editor.view import FLOW_KEYS, EditorView
from longstride.ui.intentions import editing
from ui.see_catalogue import ASSETS, CATALOGUE

EXAMPLES = 300 if os.environ.get("LONGSTRIDE_FUZZ") else 5
FLOW = (ASSETS / "flows" / "post-run-five.toml").read_bytes()
COACHING = Coaching(Phrases())

steps = st.integers(-1, 8)
drills = st.sampled_from(sorted(CATALOGUE))
texts = st.text(max_size=40) | st.sampled_from(["", "\x07", "א ב", "…", "x" * 700])
values = st.one_of(
    st.none(), st.integers(-5, 200), st.booleans(), texts, st.lists(texts, max_size=3)
)
keys = st.sampled_from(["reps", "tempo", "hold", "breaths", "sets", "rest", "side", "cues", "keep"])
own = st.fixed_dictionaries({"name": texts, "stage": st.sampled_from(["load", "open", "x"])})
wishes = st.one_of(
    st.builds(editing.AddStep, drills),
    st.builds(editing.MoveStep, steps, steps),
    st.builds(editing.RepeatStep, steps),
    st.builds(editing.DropStep, steps),
    st.builds(editing.SetStep, steps, st.dictionaries(keys, values, min_size=1, max_size=2)),
    st.builds(editing.SetFlow, st.dictionaries(st.sampled_from(FLOW_KEYS), values, min_size=1)),
    st.builds(editing.KeepDrill, own),
    st.just(editing.SortStages()),
    st.just(editing.UndoEdit()),
    st.just(editing.RedoEdit()),
)


def seen(sitting: Sitting) -> EditorView:
    return read_view(sitting.draft, look(sitting.draft, CATALOGUE, COACHING), CATALOGUE)


def in_view(view: EditorView) -> int:
    """Count the mistakes that stand under a step, at a field of the flow, or above it all."""
    at_fields = [each for each in view.remarks if each.stops and each.key in FLOW_KEYS]
    above = [each for each in view.homeless if each.stops]
    under = [each for step in view.steps for each in step.remarks if each.stops]
    unsaid = 0 if view.steps else sum(each.key == "step" for each in view.remarks)
    return len(at_fields) + len(above) + len(under) + unsaid


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(wishes, max_size=6))
def test_every_mistake_is_in_view_and_undo_brings_the_file_back(
    done: list[editing.DraftWish],
) -> None:
    sitting = Sitting(open_draft(FLOW), CATALOGUE)
    for wish in done:
        sitting.take(wish)
    view = seen(sitting)
    assert in_view(view) == len(view.mistakes)
    assert len(view.steps) == len(sitting.draft.steps)
    while sitting.history.can_undo:
        sitting.take(editing.UndoEdit())
    assert sitting.draft.content == FLOW


def test_a_step_stays_inside_its_stage_and_its_number_is_told() -> None:
    sitting = Sitting(open_draft(FLOW), CATALOGUE)
    before = seen(sitting)
    last = len(before.steps) - 1
    for step in range(last + 1):
        outcome = sitting.take(editing.MoveStep(step, last))
        assert outcome.step == before.reach(step)[-1]
        assert [each.rank for each in seen(sitting).steps] == [each.rank for each in before.steps]
        sitting.take(editing.UndoEdit())
    outcome = sitting.take(editing.AddStep("ankle-to-hip-wave"))
    assert outcome.words == f"Ankle-to-hip wave added: step {outcome.step + 1} of {last + 2}"


def test_a_hand_written_order_is_shown_and_sorted() -> None:
    text = b'title = "T"\n\n[[step]]\ndrill = "couch-stretch"\n\n[[step]]\ndrill = "glute-bridge"\n'
    sitting = Sitting(open_draft(text), CATALOGUE)
    view = seen(sitting)
    assert not view.is_sorted
    (remark,) = view.steps[1].remarks
    assert (remark.remedy, remark.wish) == ("Sort by stage", editing.SortStages())
    sitting.take(editing.SortStages())
    assert seen(sitting).is_sorted
    assert not seen(sitting).mistakes


def test_what_is_read_is_said_in_words() -> None:
    view = seen(Sitting(open_draft(FLOW), CATALOGUE))
    assert view.total and view.aim.startswith("aim ")
    assert view.steps[0].said[0][0] < 2000, "what is said counts from the step's own beginning"
    assert all(step.said and step.length for step in view.steps)
    alone = open_draft(b'title = "T"\n\n[[step]]\ndrill = "couch-stretch"\nside = "left"\n')
    one = seen(Sitting(alone, CATALOGUE))
    assert one.sides.startswith("Left works")
    opening = next(each for each in one.warnings if each.key == "opening")
    assert opening.remedy == "Name it"
    sitting = Sitting(alone, CATALOGUE)
    assert isinstance(opening.wish, editing.SetFlow)
    sitting.take(opening.wish)
    assert not [each for each in seen(sitting).warnings if each.key == "opening"]


def test_a_remark_has_its_remedy() -> None:
    text = b'title = "T"\nminutes = 90\nopening = "Go."\n\n[[step]]\ndrill = "lying-butterfly"\n'
    view = seen(Sitting(open_draft(text), CATALOGUE))
    assert [each.remedy for each in view.warnings if each.key == "minutes"] == ["As measured"]
    kept = b'title = "T"\nshorten = false\n\n[[step]]\ndrill = "lying-butterfly"\nkeep = true\n'
    found = seen(Sitting(open_draft(kept), CATALOGUE)).steps[0].remarks
    assert "Take keep out" in [each.remedy for each in found]
    drill = b'title = "T"\n\n[[drill]]\nid = "mine"\nname = "Mine"\n\n[[step]]\ndrill = "mine"\n'
    mine = seen(Sitting(open_draft(drill), CATALOGUE))
    assert {each.wish for each in mine.steps[0].remarks} == {editing.WriteDrill("mine")}
