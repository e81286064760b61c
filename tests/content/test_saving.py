"""Where a flow that is written lives: nothing is written over, and nothing is lost."""

import os
from pathlib import Path

import pytest

from longstride.content import keep_flow, load_catalogue, load_flow
from longstride.content.writing import commands
from longstride.content.writing.draft import new_draft
from longstride.content.writing.kept_drafts import drop, keep, kept_drafts, new_place
from longstride.content.writing.saving import (
    Opened,
    file_of,
    ids_in,
    is_changed,
    made_mine,
    open_file,
    put_back,
    remove,
    save,
    save_copy,
    save_new,
)
from longstride.core.errors import ChangedError, FileError, FlowError

ASSETS = Path(__file__).parents[2] / "assets"
DIG = {
    "id": "heel-dig",
    "name": "Heel dig",
    "stage": "activate",
    "reps": 6,
    "tempo": "2-0-1-2",
    "setup": "On your back, that knee bent.",
}
SHIPPED = {path.stem for path in (ASSETS / "flows").glob("*.toml")}


def test_a_new_flow_has_an_id_of_its_title_and_takes_nobodys_place(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('id = "wind-down-2"\ntitle = "Other"\n')
    (tmp_path / "wind-down-3.flow.toml").write_text("broken [")
    saved = save_new(new_draft("Wind down"), tmp_path, SHIPPED)
    assert saved.file == tmp_path / "wind-down-4.flow.toml"
    assert open_file(saved.file).draft.head == {"title": "Wind down", "id": "wind-down-4"}
    assert file_of(tmp_path, "wind-down-2") == tmp_path / "mine.toml"
    assert ids_in(tmp_path) == {"wind-down-2", "wind-down-3", "wind-down-4"}
    other = save_new(new_draft("ירכיים"), tmp_path, SHIPPED).file
    again = save_new(new_draft("腰"), tmp_path, SHIPPED).file
    assert (other.name, again.name) == ("flow.flow.toml", "flow-2.flow.toml")


def test_a_copy_of_a_flow_is_its_own_and_says_all_that_the_first_says() -> None:
    shipped = open_file(ASSETS / "flows" / "post-run-five.toml").draft
    mine = made_mine(shipped)
    assert mine.title == "My Post-run five"
    assert made_mine(mine).title == "My Post-run five, a copy"
    assert not {"say", "id"} & set(mine.head)
    assert mine.steps == shipped.steps
    assert "# A slightly quicker breath" in mine.text


def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    first = save_new(new_draft("Mine"), tmp_path, ())
    assert first.file is not None
    second = open_file(first.file)
    here = save(Opened(commands.set_head(first.draft, "purpose", "One."), first.file, first.mark))
    there = Opened(commands.set_head(second.draft, "purpose", "Two."), second.file, second.mark)
    assert is_changed(there)
    with pytest.raises(ChangedError, match="keep yours as a copy, or read the file again"):
        save(there)
    assert open_file(first.file).draft.head["purpose"] == "One."
    assert not is_changed(here)
    copy = save_new(there.draft, tmp_path, ())
    assert copy.draft.head["purpose"] == "Two."
    first.file.unlink()
    assert save(there).file == first.file  # what is gone is written again


def test_what_cannot_be_written_is_one_sentence_and_leaves_the_file_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = save_new(new_draft("Mine"), tmp_path, ())
    assert opened.file is not None
    before = opened.file.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    changed = Opened(commands.set_head(opened.draft, "title", "Other"), opened.file, opened.mark)
    for write in (
        lambda: save(changed),
        lambda: save_new(changed.draft, tmp_path, ()),
        lambda: save_copy(changed.draft, tmp_path / "copy.flow.toml"),
        lambda: keep(new_place(tmp_path), changed),
    ):
        with pytest.raises(FileError, match="No space left on device"):
            write()
    assert opened.file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [opened.file.name]
    with pytest.raises(FileError, match="cannot be written"):
        save_new(new_draft("Mine"), tmp_path / "none", ())
    with pytest.raises(FlowError, match="cannot be opened"):
        open_file(tmp_path / "none")


def test_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.toml"
    target.write_text('title = "Mine"\n')
    target.chmod(0o644)
    link = tmp_path / "mine.flow.toml"
    link.symlink_to(target)
    opened = open_file(link)
    save(Opened(commands.set_head(opened.draft, "title", "Other"), link, opened.mark))
    assert link.is_symlink()
    assert target.read_text() == 'title = "Other"\n'
    assert target.stat().st_mode & 0o077 == 0o044, "who could read it still can"


def test_what_is_deleted_comes_back_unless_its_place_is_taken(tmp_path: Path) -> None:
    opened = save_new(new_draft("Mine"), tmp_path, ())
    assert opened.file is not None
    removed = remove(opened.file)
    assert not opened.file.exists()
    put_back(removed)
    assert opened.file.read_bytes() == opened.draft.content
    with pytest.raises(FileError, match="cannot be written"):
        put_back(removed)


def test_a_draft_is_offered_until_it_is_saved_or_given_up(tmp_path: Path) -> None:
    place, other = new_place(tmp_path), new_place(tmp_path)
    draft = commands.set_head(new_draft("Mine"), "purpose", "x\x07\r\n" * 50_000)
    keep(place, Opened(draft))
    keep(other, Opened(new_draft(), tmp_path / "a.toml", "abc"))
    (tmp_path / "drafts" / "damaged.draft").write_bytes(b"{}\n")
    (tmp_path / "drafts" / "nothing.draft").touch()
    found = {kept.place: kept for kept in kept_drafts(tmp_path)}
    assert set(found) == {place, other}
    assert found[place].opened.draft.content == draft.content
    assert (found[other].opened.file, found[other].opened.mark) == (tmp_path / "a.toml", "abc")
    assert found[other].title == "A flow without a title"
    drop(place)
    drop(place)
    assert [kept.place for kept in kept_drafts(tmp_path)] == [other]
    assert kept_drafts(tmp_path / "none") == ()


def test_a_copy_with_its_own_drill_is_led_and_kept_elsewhere(tmp_path: Path) -> None:
    catalogue = load_catalogue(ASSETS / "drills")
    draft = commands.add_drill(new_draft("Club"), {**DIG, "figure": "glute-bridge"})
    draft = commands.add_step(draft, "heel-dig", catalogue)[0]
    file, elsewhere = tmp_path / "Hips for the club.flow.toml", tmp_path / "flows"
    elsewhere.mkdir()
    save_copy(draft, file, "club-night")
    assert keep_flow(file, elsewhere, catalogue) == "club-night"
    kept = load_flow(elsewhere / "club-night.flow.toml", catalogue)
    assert [step.drill.looks_like for step in kept.steps] == ["glute-bridge"]
