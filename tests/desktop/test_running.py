"""How every Longstride over a data folder knows that a flow runs in a terminal."""

import os
from pathlib import Path

import pytest

from another_longstride import another_longstride
from longstride.desktop import running
from longstride.desktop.running import is_flow_played, playing


def test_of_two_terminals_the_second_is_not_forgotten(tmp_path: Path) -> None:
    lock = tmp_path / "play.lock"
    with playing(tmp_path):
        assert lock.read_text() == f"{os.getpid()}\n"
        with another_longstride() as other:
            lock.write_text(f"{other}\n")
            assert is_flow_played(tmp_path)
    assert lock.exists()
    assert not is_flow_played(tmp_path), "it was killed"


def test_a_flow_runs_where_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "play.lock").mkdir()
    with playing(tmp_path):
        assert not is_flow_played(tmp_path)
    with playing(tmp_path / "gone"):
        pass


@pytest.mark.parametrize("raw", [b"", b"no number", b"-1", b"0", b"9" * 30])
def test_what_stands_in_a_lock_may_be_anything(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / running.PLAY_LOCK).write_bytes(raw)
    assert not is_flow_played(tmp_path)
