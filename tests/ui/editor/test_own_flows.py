"""One's own flows as files: drafts, deleting, stars, workouts brought in, and what is handed on."""

import json
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from longstride.content.writing.kept_drafts import keep, kept_drafts, new_place
from longstride.content.writing.saving import Opened, open_file
from longstride.leading import exporting
from longstride.ui.editor import sharing
from longstride.ui.editor.add_dialog import AddDialog
from longstride.ui.editor.drill_dialog import DrillDialog
from longstride.ui.editor.progress_dialog import ProgressDialog
from longstride.ui.flows.page import FlowsPage
from longstride.ui.intentions.editing import (
    ChooseDrill,
    DeleteFlow,
    EditFlow,
    HearDraft,
    ImportFlow,
    LeaveDraft,
    MakeMine,
    ReloadFile,
    SaveDraft,
    SetFlow,
    ShareCopy,
    SharePage,
    ShareSound,
    Star,
)
from longstride.ui.shell.drops import sort_drop
from ui.editor.test_writing import editor, own_files, want
from ui.house import SHORT, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


_NO = Qt.KeyboardModifier.NoModifier


def flows(house: House) -> FlowsPage:
    house.window.show_page("flows")
    house.wait_for_tasks()
    page = house.window.page("flows")
    assert isinstance(page, FlowsPage)
    return page


def wanted(house: House, *wishes: object) -> None:
    for wish in wishes:
        house.application.want(wish)  # type: ignore[arg-type]
        house.wait_for_tasks()


def test_a_flow_is_starred_deleted_and_had_back(house: House) -> None:
    house.engine.read_library_again()
    page = flows(house)
    wanted(house, Star("post-run-five", True))
    assert next(t.card.id for t in page.tiles if t.card.starred) == "post-run-five"
    assert [tile.card.id for tile in page.tiles][:2] == [SHORT, "post-run-five"], "own ones first"
    page.open_card(SHORT)
    assert page.detail.own.delete.isVisible()
    page.detail.own.delete.click()
    house.wait_for_tasks()
    assert own_files(house) == set()
    assert SHORT not in {tile.card.id for tile in page.tiles}
    assert not page.detail.isVisible(), "it is there no more"
    house.press("Undo")
    house.wait_for_tasks()
    assert own_files(house) == {f"{SHORT}.toml"}
    page.open_card("post-run-five")
    assert not page.detail.own.delete.isVisible(), "what comes with the program stays"


def test_a_flow_whose_file_has_gone_is_told_so(house: House) -> None:
    for wish in (EditFlow("gone"), DeleteFlow("gone")):
        house.application.want(wish)
        house.wait_for_tasks()
        told = [
            text for text in house.window.notices if "“gone” is among your flows no more" in text
        ]
        assert len(told) == 1


def test_what_was_wrong_with_a_file_is_told_no_more_once_it_is_settled(house: House) -> None:
    file = house.engine.paths.flows / f"{SHORT}.toml"
    house.engine.read_library_again()
    want(house, EditFlow(SHORT))
    file.write_text(file.read_text() + "# by another program\n")
    want(house, SetFlow({"purpose": "To be led"}), SaveDraft())
    assert any("changed by something else" in text for text in house.window.notices)
    want(house, ReloadFile())
    assert not any("changed by something else" in text for text in house.window.notices)


def test_a_draft_is_offered_after_a_crash_and_let_go(house: House) -> None:
    state = house.engine.paths.state
    opened = open_file(house.engine.paths.assets / "flows" / "wind-down.toml")
    keep(new_place(state), Opened(opened.draft))
    house.application.showing.own.offer_drafts()
    house.wait_for_tasks()
    assert any("was not saved" in text for text in house.window.notices)
    house.press("Go on with it")
    page = editor(house)
    assert page.view.title == opened.draft.title
    assert not page.view.is_saved
    want(house, SetFlow({"title": "x " * 900, "purpose": "y " * 900}))
    assert kept_drafts(state)[0].title == page.summary.title.text(), "as much as can be read"
    assert len(page.summary.title.text()) <= 60
    assert len(page.summary.purpose.text()) <= 241
    want(house, SetFlow({"title": "Other"}))
    assert [kept.title for kept in kept_drafts(state)] == ["Other"]
    house.application.want(LeaveDraft())
    house.wait_for_tasks()
    assert kept_drafts(state) == ()
    assert house.window.current_page == "flows"


def test_a_flow_is_heard_and_handed_on(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = iter(("copy.flow.toml", "page.pdf", "sound.xyz"))
    monkeypatch.setattr(sharing, "ask_to_save", lambda _, __, then: then(tmp_path / next(places)))
    want(house, MakeMine("post-run-five"), SetFlow({"title": "Mine"}), ShareCopy(), SharePage())
    assert open_file(tmp_path / "copy.flow.toml").draft.head["id"] == "mine"
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    want(house, ShareSound())
    assert any("does not end in a kind of sound file" in text for text in house.window.notices)
    assert own_files(house) == {f"{SHORT}.toml"}, "none of it is saved by that"
    house.application.want(HearDraft(1))
    house.wait_until_led()
    assert len(house.coach.flow.steps) == 1
    assert house.engine.records.journal.count() == 0


class Recording:
    """A sound export that is half done, and never more until it is given up."""

    trouble, unspoken, given_up = None, (), False

    def __init__(self, *_: object) -> None:
        pass

    def steps(self) -> Iterator[tuple[int, int]]:
        try:
            yield from repeat((50, 100))
        finally:
            Recording.given_up = True


class Recorded(Recording):
    unspoken = ("…",)

    def steps(self) -> Iterator[tuple[int, int]]:
        yield 100, 100


def test_sound_shows_how_far_it_is_and_can_be_given_up(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "ask_to_save", lambda _, __, then: then(tmp_path / "a.mp3"))
    monkeypatch.setattr(exporting, "SoundExport", Recording)
    want(house, MakeMine("post-run-five"))
    house.application.want(ShareSound())
    dialog = house.shown(ProgressDialog)
    house.qtbot.waitUntil(lambda: dialog.bar.value() == 50)
    dialog.cancel.click()
    house.wait_for_tasks()
    house.qtbot.waitUntil(lambda: Recording.given_up)
    assert house.shown(ProgressDialog) is None
    monkeypatch.setattr(exporting, "SoundExport", Recorded)
    want(house, ShareSound())
    assert any(text.endswith("1 sentence could not be spoken.") for text in house.window.notices)


def test_a_drill_is_found_added_and_written(house: House) -> None:
    want(house, MakeMine("post-run-five"), ChooseDrill())
    dialog = house.shown(AddDialog)
    house.qtbot.keyClicks(dialog.search, "couch stretch")
    house.qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    page = editor(house)
    assert page.view.steps[page.step].drill == "couch-stretch"
    want(house, ChooseDrill())
    house.shown(AddDialog).write.click()
    own = house.shown(DrillDialog)
    own.fields.texts["name"].setText("Heel dig")
    own.save.click()
    house.wait_for_tasks()
    assert own.isVisible(), "a set-up is missing"
    assert any("Set-up is missing" in label.text() for label in own.findChildren(QLabel))
    own.fields.texts["setup"].setPlainText("On your back, that knee bent, its heel on the floor.")
    own.like.setCurrentIndex(own.like.values.index("glute-bridge"))
    own.save.click()
    house.wait_for_tasks()
    step = editor(house).view.steps[page.step]
    assert (step.name, step.own, step.looks) == ("Heel dig", True, "glute-bridge")
    assert not page.view.mistakes


def test_what_cannot_be_written_is_told_and_nothing_is_lost(house: House) -> None:
    page = want(house, MakeMine("post-run-five"), SetFlow({"title": "Mine"}))
    folder = house.engine.paths.flows
    folder.chmod(0o500)
    elsewhere = folder.rename(folder.with_name("away"))  # root may write to any folder
    want(house, SaveDraft())
    assert any("cannot be written" in text for text in house.window.notices)
    assert not page.view.is_saved
    drafts = house.engine.paths.state / "drafts"
    for file in drafts.iterdir():
        file.unlink()
    drafts.rmdir()
    drafts.touch()
    want(house, SetFlow({"title": "Mine too"}))
    assert page.view.state == "No draft kept"
    assert any("cannot be kept" in each.text for each in page.view.homeless)
    drafts.unlink()
    elsewhere.rename(folder).chmod(0o700)
    want(house, SaveDraft())
    assert page.view.is_saved
    assert own_files(house) == {f"{SHORT}.toml", "mine-too.flow.toml"}


def test_a_step_is_dragged_inside_its_stage(house: House) -> None:
    page = want(house, MakeMine("hip-extension-base"))
    before = [step.drill for step in page.view.steps]
    view = page.steps.viewport()
    left = Qt.MouseButton.LeftButton
    for number, down in ((0, 1), (1, 9)):  # a place on, and as far as there is
        rects = [page.steps.line_of(n).center() for n in (number, min(number + down, 8))]
        house.qtbot.mousePress(view, left, pos=rects[0])
        house.qtbot.mouseMove(view, rects[0] + QPoint(0, 40))
        move = QMouseEvent(
            QEvent.Type.MouseMove, rects[1], view.mapToGlobal(rects[1]), left, left, _NO
        )
        QApplication.sendEvent(view, move)
        house.qtbot.mouseRelease(view, left, pos=rects[1])
        house.wait_for_tasks()
        if down == 1:
            assert [step.drill for step in page.view.steps][:2] == before[1::-1]
    after = [step.drill for step in page.view.steps]
    last = page.view.reach(0)[-1]
    assert after[last] == before[0], "no further than its stage"
    assert after[last + 1 :] == before[last + 1 :]


def test_a_workout_of_another_app_is_dropped(house: House, tmp_path: Path) -> None:
    file = tmp_path / "legs.json"
    exercises = [{"name": "Glute bridge", "duration": 30}, {"name": "Rest", "duration": 20}]
    sets = [{"repetitions": 2, "exercises": exercises}]
    file.write_text(json.dumps({"title": "Legs", "sets": sets}))
    house.application.want(sort_drop([QUrl.fromLocalFile(str(file))]))
    page = editor(house)
    assert page.view.title == "Legs"
    assert page.view.steps
    house.start()
    wanted(house, ImportFlow(file))
    assert any("once more" in text for text in house.window.notices), "nothing comes in its way"


def test_what_is_pasted_has_an_end_and_no_control_characters(house: House) -> None:
    page = want(house, MakeMine("post-run-five"))
    page.show_words("opening")
    pasted = QMimeData()
    pasted.setText("a\x07b " + "word " * 250_000)
    field = page.aside.words.fields["opening"]
    field.selectAll()
    field.insertFromMimeData(pasted)  # type: ignore[union-attr]
    editor(house)
    assert len(page.view.words["opening"]) <= 2000
    assert page.view.words["opening"].startswith("a b word")
    assert "too long" in next(each.text for each in page.view.mistakes if each.key == "opening")
