"""What the names of files do: each flow has an id of its own, and no surprise goes untold."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.content import keep_flow, load_flows, read_folder
from longstride.content.files import id_of, is_nameless
from longstride.content.flow_folder import FlowFolder
from longstride.content.forms import SLUG
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.drill import Drill
from longstride.core.timeline.phrases import Phrases

FLOW = 'title = "Mine"\n[[step]]\ndrill = "glute-bridge"\n'
SHIPPED = {"wind-down": "Wind down"}


def put(folder: Path, *names: str, text: str = FLOW) -> None:
    for name in names:
        (folder / name).write_text(text, encoding="utf-8")


def found(folder: Path, catalogue: dict[str, Drill]) -> FlowFolder:
    return read_folder(folder, catalogue, Phrases(), SHIPPED)


def told(each: tuple[Mistake, ...]) -> dict[str, str]:
    return {Path(mistake.file).name: mistake.text for mistake in each}


def test_names_without_latin_letters_are_flows_of_their_own(
    tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    put(tmp_path, "бёдра.flow.toml", "腰.flow.toml", "ورك.toml", "—.toml")
    folder = found(tmp_path, catalogue)
    assert len(folder.flows) == 4
    assert folder.mistakes == ()
    assert set(told(folder.notes)) == {"бёдра.flow.toml", "腰.flow.toml", "ورك.toml", "—.toml"}
    for name, text in told(folder.notes).items():
        assert f'its id is "{id_of(Path(name))}"; write an id of your own' in text


def test_an_id_that_is_written_is_no_surprise(tmp_path: Path, catalogue: dict[str, Drill]) -> None:
    put(tmp_path, "бёдра.toml", text='id = "hips"\n' + FLOW)
    folder = found(tmp_path, catalogue)
    assert (set(folder.flows), folder.notes) == ({"hips"}, ())


@pytest.mark.parametrize("name", ["Wind-Down.flow.toml", "wind-down.toml", "WIND DOWN.TOML"])
def test_a_shipped_flow_is_not_replaced_by_a_mere_name(
    tmp_path: Path, catalogue: dict[str, Drill], name: str
) -> None:
    put(tmp_path, name)
    folder = found(tmp_path, catalogue)
    assert folder.flows == {}
    (mistake,) = folder.mistakes
    assert mistake == Mistake(
        str(tmp_path / name),
        0,
        'a flow that comes with Longstride is called "wind-down"; write an id of your own, or '
        'id = "wind-down" to put this one in its place',
    )
    with pytest.raises(FlowError, match='comes with Longstride is called "wind-down"'):
        keep_flow(tmp_path / name, tmp_path / "own", catalogue, shipped=SHIPPED)


def test_a_shipped_flow_is_replaced_where_the_file_says_so_and_that_is_told(
    tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    put(tmp_path, "mine.toml", text='id = "wind-down"\n' + FLOW)
    folder = found(tmp_path, catalogue)
    assert set(folder.flows) == {"wind-down"}
    assert 'stands in the place of "Wind down"' in told(folder.notes)["mine.toml"]


def test_a_hidden_file_is_left_out_and_told(tmp_path: Path, catalogue: dict[str, Drill]) -> None:
    put(tmp_path, ".secret.toml", "._mine.flow.toml", "mine.flow.toml")
    folder = found(tmp_path, catalogue)
    assert set(folder.flows) == {"mine"}
    assert set(told(folder.notes)) == {".secret.toml", "._mine.flow.toml"}
    assert all("this file is hidden" in text for text in told(folder.notes).values())


def test_an_ending_in_capitals_is_read(tmp_path: Path, catalogue: dict[str, Drill]) -> None:
    put(tmp_path, "ONE.FLOW.TOML", "two.Toml", "three.txt", "four.toml~")
    folder = found(tmp_path, catalogue)
    assert set(folder.flows) == {"one", "two"}
    assert folder.mistakes == folder.notes == ()


def test_what_is_no_file_is_told_and_not_waited_for(
    tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    put(tmp_path, "mine.toml")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.toml")
    flows, mistakes = load_flows(tmp_path, catalogue)
    assert set(flows) == {"mine"}
    assert set(told(mistakes)) == {"folder.toml", "gone.toml", "pipe.toml"}
    assert all("no file that can be read" in text for text in told(mistakes).values())


NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), max_size=30)


@given(NAMES)
def test_every_name_stands_for_an_id_that_can_be_written(name: str) -> None:
    assert SLUG.fullmatch(id_of(Path(f"{name}.flow.toml")))
    assert id_of(Path(f"{name}x.FLOW.toml")) == id_of(Path(f"{name}x.toml"))


@given(st.lists(st.text("абвгд腰ж", min_size=1), min_size=2, max_size=5, unique=True))
def test_no_two_names_without_latin_letters_are_one(names: list[str]) -> None:
    ids = {id_of(Path(f"{name}.toml")) for name in names}
    assert len(ids) == len(names)
    assert all(is_nameless(Path(f"{name}.toml")) for name in names)


def test_a_kept_flow_keeps_the_id_that_its_name_gave(
    tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    put(tmp_path, "腰.toml")
    own = tmp_path / "own"
    own.mkdir()
    name = keep_flow(tmp_path / "腰.toml", own, catalogue, shipped=SHIPPED)
    assert name == id_of(Path("腰.toml"))
    assert set(found(own, catalogue).flows) == {name}
    assert found(own, catalogue).notes == ()
