"""Favourites outlast the program, and a broken file of them is no obstacle."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from longstride.core.errors import FileError
from longstride.ui.shown.favourites import done_lately, read_favourites, star
from ui import page_samples


def test_a_star_is_kept_and_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "favourites.json"
    assert read_favourites(file) == frozenset()
    star(file, "wind-down", on=True)
    star(file, "post-run-five", on=True)
    star(file, "wind-down", on=True)
    assert read_favourites(file) == {"wind-down", "post-run-five"}
    star(file, "wind-down", on=False)
    assert read_favourites(file) == {"post-run-five"}
    star(file, "nobody", on=False)


@pytest.mark.parametrize("content", [b"", b"{}", b"[", b"\xff", b"[" * 100_000, b'"x"'])
def test_a_broken_file_has_no_stars(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "favourites.json"
    file.write_bytes(content)
    assert read_favourites(file) == frozenset()
    star(file, "wind-down", on=True)
    assert read_favourites(file) == {"wind-down"}


def test_what_cannot_be_kept_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="Favourites cannot be kept"):
        star(tmp_path / "none" / "favourites.json", "wind-down", on=True)


def test_a_flow_that_was_just_done_says_so() -> None:
    cards, sessions = page_samples.cards(), page_samples.sessions(3)
    newest = sessions[0]
    left = replace(newest, flow="wind-down", steps=())
    done = {card.id: card.last_done for card in done_lately(cards, (*sessions, left))}
    assert done[newest.flow] == newest.day
    assert done["wind-down"] is None, "nothing of it was done"
    known = tuple(replace(card, last_done=page_samples.FRIDAY) for card in cards)
    older = (replace(newest, day=newest.day - timedelta(days=9)),)
    assert done_lately(known, older) == known
