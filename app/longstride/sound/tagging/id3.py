"""Title and chapters in front of an MP3 file: an ID3v2.4 tag.

Its frames as in https://id3.org/id3v2.4.0-structure and https://id3.org/id3v2-chapters-1.0.
"""

import shutil
import struct
from typing import BinaryIO

from longstride.sound.tagging.tags import Tags

_UTF8 = b"\x03"
_TOP_AND_IN_ORDER = b"\x03"
_NO_OFFSET = b"\xff" * 8  # the times hold, not places in the file
_MOST = 255  # chapters that a table of contents can count


def tag_mp3(source: BinaryIO, target: BinaryIO, tags: Tags) -> None:
    """Copy an MP3 with a tag of its own, in place of one that it begins with."""
    target.write(id3_tag(tags))
    _skip_tag(source)
    shutil.copyfileobj(source, target)


def id3_tag(tags: Tags) -> bytes:
    """Return the tag. Of more than 255 chapters only every second, third... is in it."""
    every = -(-len(tags.chapters) // _MOST) or 1
    named = list(enumerate(zip(tags.chapters, tags.ends(), strict=True)))[::every]
    frames = [_title(tags.title)]
    if named:
        ids = [f"chp{number}".encode() + b"\0" for number, _ in named]
        count = bytes((len(ids),))
        frames.append(_frame(b"CTOC", b"toc\0" + _TOP_AND_IN_ORDER + count + b"".join(ids)))
    for number, (chapter, end) in named:
        times = struct.pack(">II", chapter.start, end)
        body = f"chp{number}".encode() + b"\0" + times + _NO_OFFSET + _title(chapter.title)
        frames.append(_frame(b"CHAP", body))
    body = b"".join(frames)
    return b"ID3\x04\x00\x00" + _syncsafe(len(body)) + body


def _title(text: str) -> bytes:
    return _frame(b"TIT2", _UTF8 + text.encode())


def _frame(name: bytes, body: bytes) -> bytes:
    return name + _syncsafe(len(body)) + b"\0\0" + body


def _syncsafe(number: int) -> bytes:
    """Return a size in four bytes of seven bits, none of which looks like the start of sound."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def _skip_tag(source: BinaryIO) -> None:
    head = source.read(10)
    if head[:3] == b"ID3":
        size = sum(byte << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=True))
        source.seek(10 + size)
    else:
        source.seek(0)
