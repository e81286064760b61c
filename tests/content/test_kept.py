"""What was read is kept until a file changes, and never believed where it is damaged."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.content import flow_from_json, flow_to_json
from longstride.content.kept import kept, key_of
from longstride.content.packing import Packing, UnpackingError
from longstride.core.errors import Mistake
from longstride.core.figure.figure import Figure
from longstride.core.figure.skeleton import Pose
from longstride.core.figure.space import SpacePose
from longstride.core.flow.drill import Drill
from longstride.library import Library, read_figures, read_library
from longstride.paths import Paths, find_paths, make_folders

WORDS = Packing(tuple[str, ...])


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = find_paths(tmp_path, {})
    make_folders(found)
    return found


def in_folder(folder: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(folder.glob("*.toml")))


class Reader:
    """Counts how often a folder is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.times = 0

    def __call__(self) -> tuple[str, ...]:
        self.times += 1
        return in_folder(self.folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    (made / "one.toml").write_text("one", "utf-8")
    return made


def test_the_shipped_library_and_figures_come_back_as_they_were_read(paths: Paths) -> None:
    first = read_library(paths)
    again = read_library(paths)
    assert again == first
    assert list(again.flows) == list(first.flows)
    figures = read_figures(paths, first.catalogue)
    assert read_figures(paths, first.catalogue) == figures


def test_a_drill_of_a_flow_is_the_catalogues_own(paths: Paths) -> None:
    read_library(paths)
    library = read_library(paths)
    drills = [step.drill for flow in library.flows.values() for step in flow.steps]
    shipped = [drill for drill in drills if drill.id in library.catalogue]
    assert shipped
    assert all(library.catalogue[drill.id] is drill for drill in shipped)


def test_poses_that_phases_share_are_shared_again(paths: Paths) -> None:
    figures = read_figures(paths, read_library(paths).catalogue)
    packing = Packing(dict[str, Figure], shared=(Pose, SpacePose))
    again = packing.unpack(json.loads(json.dumps(packing.pack(dict(figures)))))
    for name, figure in figures.items():
        keys = [id(key) for path in figure.paths.values() for key in path]
        same = [id(key) for path in again[name].paths.values() for key in path]
        assert [keys.index(key) for key in keys] == [same.index(key) for key in same]
        assert again[name].room(figure.camera) == figure.room(figure.camera)


def test_every_flow_is_written_as_the_journal_reads_it(paths: Paths) -> None:
    for flow in read_library(paths).flows.values():
        assert flow_from_json(flow_to_json(flow)) == flow


def test_nothing_is_read_twice_until_a_file_changes(tmp_path: Path, folder: Path) -> None:
    read, place = Reader(folder), tmp_path / "kept.json"

    def look() -> tuple[str, ...]:
        return kept(place, (folder,), WORDS, read)

    assert look() == look() == ("one",)
    assert read.times == 1
    (folder / "one.toml").write_text("two", "utf-8")
    assert look() == ("two",)
    (folder / "more.toml").write_text("more", "utf-8")
    assert look() == ("more", "two")
    (folder / "more.toml").unlink()
    assert look() == ("two",)
    assert read.times == 4


@given(at=st.integers(0, 10_000), byte=st.binary(min_size=1, max_size=1))
def test_a_damaged_one_is_read_anew(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: bytes
) -> None:
    top = tmp_path_factory.mktemp("kept")
    folder, place = top / "files", top / "kept.json"
    folder.mkdir()
    (folder / "one.toml").write_text("one", "utf-8")
    kept(place, (folder,), WORDS, lambda: in_folder(folder))
    good = place.read_bytes()
    cut = at % len(good)
    place.write_bytes(good[:cut] + byte)
    assert kept(place, (folder,), WORDS, lambda: in_folder(folder)) == ("one",)
    assert place.read_bytes() == good


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path, folder: Path) -> None:
    place = tmp_path / "kept.json"
    place.mkdir()
    read = Reader(folder)
    assert kept(place, (folder,), WORDS, read) == ("one",)
    assert kept(place, (folder,), WORDS, read) == ("one",)
    assert read.times == 2
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_strange_thing_in_the_folder_is_not_read(tmp_path: Path, folder: Path) -> None:
    before = key_of((folder,))
    (folder / "folder.toml").mkdir()
    assert key_of((folder,)) != before


@pytest.mark.parametrize(
    "packed",
    [
        None,
        {},
        [],
        [[], ["1", 2]],
        [[[]], []],
        [[], ["file", "1", "text"]],
        [[], ["file", True, "text"]],
        [[], ["file", 1, "text", 1]],
    ],
)
def test_what_is_of_another_shape_is_refused(packed: object) -> None:
    with pytest.raises(UnpackingError):
        Packing(Mistake).unpack(packed)


def test_a_place_in_a_table_that_is_not_there_is_refused() -> None:
    packing = Packing(dict[str, Drill], shared=(Drill,))
    with pytest.raises(UnpackingError):
        packing.unpack([[[]], [["one", 0]]])


def test_a_packing_is_of_one_type_alone() -> None:
    packing = Packing(Library, shared=(Drill,))
    with pytest.raises(UnpackingError):
        packing.unpack(Packing(Mistake).pack(Mistake("file", 1, "text")))
