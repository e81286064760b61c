"""A flow written in the window, from its first step to its file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from longstride.content import load_flow
from longstride.core.flow.breath import Breath
from longstride.core.flow.flow import First
from longstride.core.flow.talk import Talk
from longstride.ui.editor.page import EditorPage
from longstride.ui.editor.view import Amount
from longstride.ui.intentions.editing import (
    AddStep,
    EditFlow,
    MakeMine,
    MoveStep,
    NewFlow,
    RedoEdit,
    SaveDraft,
    SetFlow,
    SetStep,
    UndoEdit,
)
from ui.house import SHORT, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def editor(house: House) -> EditorPage:
    house.qtbot.waitUntil(lambda: house.window.current_page == "editor")
    house.wait_for_tasks()
    page = house.window.page("editor")
    assert isinstance(page, EditorPage)
    return page


def want(house: House, *wishes: object) -> EditorPage:
    for wish in wishes:
        house.application.want(wish)  # type: ignore[arg-type]
        house.wait_for_tasks()
    return editor(house)


def own_files(house: House) -> set[str]:
    return {path.name for path in house.engine.paths.flows.iterdir()}


def test_a_flow_is_written_saved_and_led(house: House) -> None:
    page = want(house, NewFlow())
    assert page.aside.words.isVisible(), "a title comes first"
    page.aside.words.fields["title"].setFocus()
    field = page.aside.words.fields["title"]
    assert isinstance(field, QLineEdit)
    house.qtbot.keyClicks(field, "Midweek hips")
    house.qtbot.keyClicks(page.aside.words.fields["line"], "Swings, then two slow lowerings")
    page = want(
        house, AddStep("couch-stretch"), AddStep("glute-bridge"), AddStep("supine-leg-rock")
    )
    assert [step.drill for step in page.view.steps] == [
        "supine-leg-rock",
        "glute-bridge",
        "couch-stretch",
    ], "each goes to its stage"
    assert page.step == 0, "what was added last is chosen"
    assert page.view.total is not None and not page.view.mistakes
    want(house, SetStep(1, {"reps": 101}), SaveDraft())
    assert [each.key for each in page.view.mistakes] == ["reps"]
    assert own_files(house) == {f"{SHORT}.toml"}, "mistakes stop Save"
    assert house.window.focusWidget() is page.aside.step.dose.amounts["reps"]
    want(house, UndoEdit(), SaveDraft())
    assert "midweek-hips.flow.toml" in own_files(house)
    file = house.engine.paths.flows / "midweek-hips.flow.toml"
    flow = load_flow(file, house.engine.library.catalogue)
    assert (flow.id, flow.title) == ("midweek-hips", "Midweek hips")
    assert flow.line == "Swings, then two slow lowerings"
    assert page.view.is_saved and page.view.state == "Saved"
    assert not list((house.engine.paths.state / "drafts").glob("*"))


def test_a_change_is_taken_back_and_done_again_and_each_move_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(EditorPage, "tell", lambda _, words: told.append(words))
    page = want(house, MakeMine("post-run-five"))
    before = [step.drill for step in page.view.steps]
    assert page.view.title == "My Post-run five"
    place = next(n for n in range(len(before)) if page.view.moves(n, 1) is not None)
    page.steps.mark(place)
    house.qtbot.keyClick(page.steps, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    page = editor(house)
    assert page.step == place + 1
    assert "moved: step" in told[-1]
    assert [step.drill for step in page.view.steps] != before
    house.qtbot.keyClick(page.steps, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [step.drill for step in editor(house).view.steps] == before
    assert told[-1].startswith("Taken back")
    want(house, RedoEdit(), SetFlow({"title": "Other"}), UndoEdit(), UndoEdit())
    assert [step.drill for step in page.view.steps] == before
    want(house, MoveStep(0, len(before) - 1))
    assert [step.rank for step in page.view.steps] == sorted(s.rank for s in page.view.steps)


def test_a_file_changed_by_something_else_is_not_written_over(house: House) -> None:
    file = house.engine.paths.flows / f"{SHORT}.toml"
    house.engine.read_library_again()
    page = want(house, EditFlow(SHORT), SetFlow({"purpose": "Mine."}))
    assert page.view.state == "Draft kept"
    other = file.read_text().replace("To be led.", "Theirs.")
    file.write_text(other)
    want(house, SaveDraft())
    assert file.read_text() == other
    assert page.troubles.copy.isVisible()
    page.troubles.copy.click()
    house.wait_for_tasks()
    assert file.read_text() == other
    assert 'purpose = "Mine."' in (house.engine.paths.flows / f"{SHORT}-2.flow.toml").read_text()


def test_sides_breath_and_talk_are_chosen_and_the_rest_of_the_file_stays(house: House) -> None:
    file = house.engine.paths.flows / f"{SHORT}.toml"
    text = "# mine\n" + file.read_text().replace(
        "reps = 12", 'reps = 12\nfirst = "right"  # weaker'
    )
    file.write_text(text + "\n[breath]  # slow\nin = 5\nout = 5\n")
    house.engine.read_library_again()
    page = want(house, EditFlow(SHORT))
    step, words = page.aside.step, page.aside.words
    assert page.view.breath == (5, 5)
    assert step.dose.first.isVisible() and step.dose.first.value is First.RIGHT
    step.dose.first.chosen.emit(First.LEFT)
    house.wait_for_tasks()
    words.talk.setCurrentIndex(words.talk.values.index(Talk.CUES))
    house.wait_for_tasks()
    words.breath.ways[1].setValue(7)
    want(house, SaveDraft())
    saved = file.read_text()
    assert 'first = "left"  # weaker' in saved and saved.startswith("# mine\n")
    flow = load_flow(file, house.engine.library.catalogue)
    assert (flow.talk, flow.breath, flow.steps[0].first) == (
        Talk.CUES,
        Breath(5000, 7000),
        First.LEFT,
    )
    words.breath.ways[1].setValue(30)
    house.wait_for_tasks()
    assert [each.key for each in page.view.mistakes] == ["breath"]
    words.talk.setCurrentIndex(0)
    step.dose.first.chosen.emit(First.TURN_ABOUT)
    house.wait_for_tasks()
    words.breath.ways[1].setValue(7)
    want(house, SaveDraft())
    assert "talk" not in file.read_text() and "first" not in file.read_text()
    page.steps.chosen.emit(1)
    for amount, tempo in ((Amount.REPS, "2-0-2-0"), (Amount.HOLD, ""), (Amount.BREATHS, "")):
        step.dose.kind.chosen.emit(amount)
        house.wait_for_tasks()
        assert (page.view.steps[1].amount, page.view.steps[1].tempo) == (amount, tempo)
        assert not page.view.mistakes
    assert not want(house, SetStep(1, {"side": "both"})).view.steps[1].has_first_side
