"""Title and chapters as Vorbis comments, in FLAC and Ogg: CHAPTER001, CHAPTER001NAME.

As in https://wiki.xiph.org/Chapter_Extension, and for FLAC in RFC 9639.
"""

import shutil
import struct
from typing import BinaryIO

from longstride.core.errors import SoundError
from longstride.sound.tagging.tags import Tags

_COMMENTS = 4  # the kind of a block
_LAST = 0x80


def comments(tags: Tags, maker: bytes) -> bytes:
    """Return the comments as both kinds of file hold them; ``maker`` is what made the sound."""
    texts = [f"TITLE={tags.title}"]
    for number, chapter in enumerate(tags.chapters, 1):
        texts.append(f"CHAPTER{number:03}={_clock(chapter.start)}")
        texts.append(f"CHAPTER{number:03}NAME={chapter.title}")
    fields = [_sized(text.encode()) for text in texts]
    return _sized(maker) + struct.pack("<I", len(fields)) + b"".join(fields)


def maker_of(block: bytes) -> bytes:
    """Return what made the sound, from the comments there are."""
    (length,) = struct.unpack_from("<I", block)
    return block[4 : 4 + length]


def tag_flac(source: BinaryIO, target: BinaryIO, tags: Tags) -> None:
    """Copy a FLAC file with its comments replaced; SoundError where it is none."""
    if source.read(4) != b"fLaC":
        raise SoundError("The sound could not be given its chapters: it is no FLAC file.")
    target.write(b"fLaC")
    maker, blocks, is_last = b"", [], False
    while not is_last:
        head = source.read(4)
        body = source.read(int.from_bytes(head[1:]))
        is_last, kind = bool(head[0] & _LAST), head[0] & ~_LAST
        if kind == _COMMENTS:
            maker = maker_of(body)
        else:
            blocks.append((kind, body))
    blocks.insert(1, (_COMMENTS, comments(tags, maker)))  # after what every file begins with
    for number, (kind, body) in enumerate(blocks, 1):
        mark = kind | (_LAST if number == len(blocks) else 0)
        target.write(bytes((mark,)) + len(body).to_bytes(3) + body)
    shutil.copyfileobj(source, target)


def _sized(text: bytes) -> bytes:
    return struct.pack("<I", len(text)) + text


def _clock(ms: int) -> str:
    minutes, ms = divmod(ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{ms // 1000:02}.{ms % 1000:03}"
