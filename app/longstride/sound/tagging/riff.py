"""Title and chapters at the end of a WAV file: cue points, their labels, and the title.

Chunks as in the Multimedia Programming Interface 1.0 (IBM and Microsoft, 1991); texts are UTF-8.
"""

import os
import struct
from typing import BinaryIO

from longstride.sound.tagging.tags import Tags
from longstride.sound.units import PER_MS


def tag_wav(file: BinaryIO, tags: Tags) -> None:
    """Add to a WAV file that is open to be read and written."""
    end = file.seek(0, os.SEEK_END)
    file.write(b"\0" * (end % 2) + wav_chunks(tags))
    size = file.tell() - 8
    file.seek(4)
    file.write(struct.pack("<I", size))


def wav_chunks(tags: Tags) -> bytes:
    """Return the chunks that say it."""
    points, labels = [], []
    for number, chapter in enumerate(tags.chapters, 1):
        frame = chapter.start * PER_MS
        points.append(struct.pack("<II4sIII", number, frame, b"data", 0, 0, frame))
        labels.append(_chunk(b"labl", struct.pack("<I", number) + _text(chapter.title)))
    cues = _chunk(b"cue ", struct.pack("<I", len(points)) + b"".join(points))
    named = _chunk(b"LIST", b"adtl" + b"".join(labels))
    title = _chunk(b"LIST", b"INFO" + _chunk(b"INAM", _text(tags.title)))
    return title + cues + named if points else title


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _text(text: str) -> bytes:
    return text.encode() + b"\0"
