"""What is printed can be read, wherever it is printed, and steers no terminal."""

import io
import json
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from longstride.command import terminal

EXAMPLES = 25 * int(os.environ.get("LONGSTRIDE_FUZZ", "1"))
ENCODINGS = (
    "utf-8",
    "ascii",
    "iso-8859-1",
    "iso-8859-15",
    "cp1252",
    "cp437",
    "koi8-r",
    "shift_jis",
    "gb18030",
    "big5",
    "iso2022_jp",
    "utf-7",
    "utf-16",
    "cp037",
)


class Full(io.RawIOBase):
    """A stream that takes so many bytes."""

    def __init__(self, room: int = 0) -> None:
        self.room = room

    def writable(self) -> bool:
        return True

    def write(self, given: object) -> int:
        size = len(bytes(given))  # type: ignore[call-overload]
        self.room -= size
        if self.room < 0:
            raise OSError(28, "No space left on device")
        return size


def printed(monkeypatch: pytest.MonkeyPatch, encoding: str, *lines: str) -> str:
    """Return what stands on a terminal of an encoding once lines were printed."""
    paper = io.BytesIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(paper, encoding, newline="\n"))
        terminal.say_all(lines)
        assert terminal.code_after(0) == 0
        return paper.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(max_examples=EXAMPLES)
@given(lines=st.lists(st.text(), max_size=3))
@example(lines=["“Café” – Жук \ud83e\udd38 5 × 3…", "\udcff\x1b[2J\r\n\u202e"])
def test_any_line_can_be_read_in_any_encoding(encoding: str, lines: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        shown = printed(patch, encoding, *lines)
    assert shown.count("\n") == len(lines)
    steering = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    left = {sign for sign in shown if unicodedata.category(sign) in steering}
    assert left <= set("\n\u200c\u200d")


def test_the_nearest_signs_stand_in_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, "ascii", "“Été” – 5 × 3… Ж") == '"Ete" - 5 x 3... ?\n'
    assert printed(monkeypatch, "cp1252", "“Été” – Ж") == "“Été” – ?\n"
    assert printed(monkeypatch, "utf-8", "“Été” – Ж 🤸\u200d♂") == "“Été” – Ж 🤸\u200d♂\n"


def test_what_steers_a_terminal_is_spelt_out() -> None:
    assert terminal.in_sight("a\x1b[2J\nb\x9b\u202e\u2028\ufeff") == (
        r"a\x1b[2J\nb\x9b\u202e\u2028\ufeff"
    )
    assert terminal.in_sight(os.fsdecode(b"caf\xe9")) in {r"caf\xe9", "café"}


def test_json_is_whole_in_any_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(paper, "ascii"))
    value = {"title": "“Été” \x1b[2J\u202e Ж"}
    terminal.say_json(value)
    assert paper.getvalue().isascii()
    assert b"\x1b" not in paper.getvalue()
    assert json.loads(paper.getvalue()) == value


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_stream_that_takes_nothing_is_given_up_and_told_by_the_code(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write = {"stdout": terminal.say, "stderr": terminal.note}[name]
    closed = io.TextIOWrapper(io.BytesIO(), "utf-8")
    closed.close()
    full = io.TextIOWrapper(io.BufferedWriter(Full(4)), "utf-8")
    for stream in (None, closed, full):
        monkeypatch.setattr(sys, name, stream)
        write("one")
        write("two")
        write("three")
        assert terminal.code_after(0) == terminal.LOST_OUTPUT
        assert [terminal.code_after(code) for code in (1, 2, 70)] == [1, 2, 70]


def test_nothing_lost_is_nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)  # a window on Windows has none
    assert terminal.code_after(0) == 0


def test_closed_streams_leave_no_place_for_files(tmp_path: Path) -> None:
    terminal.fill_descriptors()
    with (tmp_path / "file").open("w") as file:
        assert file.fileno() > 2
