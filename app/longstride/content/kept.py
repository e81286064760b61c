"""What was read from files, kept in the cache until one of the files changes."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import TypeVar

from longstride import __version__
from longstride.content.files import all_toml_files
from longstride.content.packing import Packing, UnpackingError
from longstride.files import beside
from longstride.plain_files import read_plain

T = TypeVar("T")
_MOST_BYTES = 256_000  # a larger file is not read as a flow either
_MOST_KEPT = 16_000_000  # bytes


def kept(place: Path, folders: Iterable[Path], packing: Packing[T], read: Callable[[], T]) -> T:
    """Return what ``read`` makes of the TOML files of folders, from ``place`` if it stands there.

    It is written there where it does not. One that cannot be written is read anew each time.
    """
    key = key_of(folders)
    with suppress(OSError, ValueError):  # also a file that is damaged: it is written anew
        return packing.unpack(json.loads(_body(place, key)))
    value = read()
    with suppress(OSError):
        _write(place, key, json.dumps(packing.pack(value), separators=(",", ":")).encode())
    return value


def key_of(folders: Iterable[Path]) -> str:
    """Return what is another as soon as one of the files is, or the program that reads them."""
    known = sha256(__version__.encode())
    for path in (*_program(), *(path for folder in folders for path in all_toml_files(folder))):
        known.update(b"\0".join((b"", os.fsencode(path), _content(path))))
    return known.hexdigest()


def _program() -> Iterator[Path]:
    """Yield the modules that make the values, where they may change without a new version."""
    package = Path(__file__).parents[1]
    for folder in ("content", "core/flow", "core/timeline", "core/figure"):
        yield from sorted((package / folder).glob("*.py"))


def _content(path: Path) -> bytes:
    """Return what tells a file from what it was: its bytes, or of a strange one only its marks."""
    try:
        found = path.stat()
        if (
            path.suffix.casefold() == ".toml"
            and S_ISREG(found.st_mode)
            and found.st_size <= _MOST_BYTES
        ):
            return read_plain(path, _MOST_BYTES)
    except OSError as error:
        return type(error).__name__.encode()
    return f"{found.st_mode} {found.st_size} {found.st_mtime_ns}".encode()


def _body(place: Path, key: str) -> bytes:
    """Return what is kept under a key; ValueError where it is another or damaged."""
    mark, _, body = read_plain(place, _MOST_KEPT).partition(b"\n")
    if mark != _mark(key, body):
        raise UnpackingError("of other files, or damaged")
    return body


def _write(place: Path, key: str, body: bytes) -> None:
    """Put it there whole, for the athlete's eyes only."""
    with beside(place) as new:
        new.write_bytes(_mark(key, body) + b"\n" + body)
        new.replace(place)


def _mark(key: str, body: bytes) -> bytes:
    return f"{key} {sha256(body).hexdigest()}".encode()
