"""What is no export at all: a sentence at once, whatever it is made of."""

import os
from collections.abc import Iterator
from pathlib import Path
from socket import AF_UNIX, socket

import pytest

from journal.journal_samples import noon
from journal.refusals import refusal
from longstride.journal.importing import LARGEST_FILE, MOST_RECORDS, SPARE_VALUES
from longstride.journal.journal import Journal


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    journal = Journal(tmp_path_factory.mktemp("empty") / "journal.sqlite", noon)
    yield journal
    journal.dispose()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 5000,
        b'{"format": "longstride-journal", "version": 1' + b" " * 1000,
    ],
)
def test_a_file_that_is_no_export_is_one_sentence(
    empty: Journal, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "wrong.json"
    file.write_bytes(content)
    assert "cannot be imported" in refusal(empty, file)


@pytest.mark.parametrize(
    "content", [b"SQLite format 3\0\xee", b"\xff\xfe{\0}\0", b"PK\x03\x04\x80"]
)
def test_a_file_that_is_no_text_is_told_as_any_other(
    empty: Journal, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "wrong.json").write_bytes(content)
    assert "it is not an export that Longstride wrote as JSON" in refusal(
        empty, tmp_path / "wrong.json"
    )


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (b" " * LARGEST_FILE, "it is larger than 20 MB"),
        (b"[]," * MOST_RECORDS, "more in it than in any journal"),
        (b"1," * (SPARE_VALUES + 99), "more in it than in any journal"),
    ],
    ids=["bytes", "records", "values"],
)
def test_a_file_made_to_swell_is_refused_before_it_is_parsed(
    empty: Journal, tmp_path: Path, inside: bytes, what: str
) -> None:
    file = tmp_path / "wrong.json"
    file.write_bytes(b'{"format": "longstride-journal", "sessions": [' + inside + b"[]]}")
    assert what in refusal(empty, file)


def test_no_file_is_one_sentence(empty: Journal, tmp_path: Path) -> None:
    assert "No such file" in refusal(empty, tmp_path / "nowhere.json")


@pytest.mark.parametrize("kind", ["folder", "pipe", "link to a pipe", "socket", "device"])
def test_what_is_no_file_is_refused_at_once(empty: Journal, tmp_path: Path, kind: str) -> None:
    """A pipe that nobody writes to, or a device without an end, would be waited for, for ever."""
    place = tmp_path / "odd.json"
    with socket(AF_UNIX) as open_socket:
        if kind == "folder":
            place.mkdir()
        elif kind == "socket":
            open_socket.bind(str(place))
        elif kind == "device":
            place.symlink_to("/dev/zero")
        else:
            pipe = place if kind == "pipe" else tmp_path / "pipe"
            os.mkfifo(pipe)
            if kind != "pipe":
                place.symlink_to(pipe)
        said = refusal(empty, place)
    assert "it is not a plain file" in said
