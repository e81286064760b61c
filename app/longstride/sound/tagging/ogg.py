"""Title and chapters in an Ogg Vorbis file, whose pages are laid out anew for them.

Pages as in RFC 3533; a Vorbis stream begins with three packets (identification, comments, set-up),
and the sound with a new page.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import BinaryIO

from longstride.core.errors import SoundError
from longstride.sound.tagging.tags import Tags
from longstride.sound.tagging.vorbis import comments, maker_of

_HEAD = struct.Struct("<4sBBqIII")  # without the count of segments
_CONTINUED = 1
_COMMENTS = b"\x03vorbis"
_PACKETS = 3
_SEGMENT, _MOST = 255, 255  # bytes of a segment, segments of a page
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: its flags, its place in the sound, its stream, its segments and what is in them."""

    flags: int
    position: int
    stream: int
    lacing: bytes
    body: bytes

    def packed(self, number: int) -> bytes:
        """Return it as it stands in a file, with its checksum."""
        parts = (self.flags, self.position, self.stream, number)
        rest = bytes((len(self.lacing),)) + self.lacing + self.body
        checksum = _checksum(_HEAD.pack(b"OggS", 0, *parts, 0) + rest)
        return _HEAD.pack(b"OggS", 0, *parts, checksum) + rest


def tag_ogg(source: BinaryIO, target: BinaryIO, tags: Tags) -> None:
    """Copy an Ogg Vorbis file with its comments replaced; SoundError where it is none."""
    pages = _pages(source)
    first = next(pages, None)
    if first is None:
        raise _no_vorbis()
    _, before, set_up = _headers(first, pages)
    body = comments(tags, maker_of(before.removeprefix(_COMMENTS)))
    new = _COMMENTS + body + b"\x01"  # a bit that ends it
    numbers = count()
    for page in (first, *_laid_out((new, set_up), first.stream)):
        target.write(page.packed(next(numbers)))
    for page in pages:
        target.write(page.packed(next(numbers)))


def _headers(first: _Page, pages: Iterator[_Page]) -> list[bytes]:
    """Return the three packets that a stream begins with, and take their pages."""
    packets = _packets(first)
    while len(packets) < _PACKETS or not packets[-1][1]:
        if (page := next(pages, None)) is None:
            raise _no_vorbis()
        more = _packets(page)
        if page.flags & _CONTINUED and packets and more:
            packets[-1] = (packets[-1][0] + more[0][0], more[0][1])
            more = more[1:]
        packets += more
    if len(packets) != _PACKETS or not packets[1][0].startswith(_COMMENTS):
        raise _no_vorbis()
    return [packet for packet, _ in packets]


def _packets(page: _Page) -> list[tuple[bytes, bool]]:
    """Return the packets of a page, each with whether it ends there."""
    packets, start, size = [], 0, 0
    for segment in page.lacing:
        size += segment
        if segment < _SEGMENT:
            packets.append((page.body[start : start + size], True))
            start, size = start + size, 0
    return [*packets, (page.body[start:], False)] if size else packets


def _laid_out(packets: Iterable[bytes], stream: int) -> Iterator[_Page]:
    """Yield pages of their own for packets."""
    lacing = b""
    for packet in packets:
        whole, rest = divmod(len(packet), _SEGMENT)
        lacing += bytes((_SEGMENT,)) * whole + bytes((rest,))
    body, flags = b"".join(packets), 0
    while lacing:
        here, lacing = lacing[:_MOST], lacing[_MOST:]
        size = sum(here)
        ends = any(segment < _SEGMENT for segment in here)
        yield _Page(flags, 0 if ends else -1, stream, here, body[:size])
        body = body[size:]
        flags = _CONTINUED if here[-1] == _SEGMENT else 0


def _pages(source: BinaryIO) -> Iterator[_Page]:
    while head := source.read(_HEAD.size):
        if len(head) < _HEAD.size or head[:4] != b"OggS":
            raise _no_vorbis()
        _, _, flags, position, stream, _, _ = _HEAD.unpack(head)
        lacing = source.read(source.read(1)[0])
        yield _Page(flags, position, stream, lacing, source.read(sum(lacing)))


def _checksum(page: bytes) -> int:
    """Return Ogg's checksum: that of zlib with the bits the other way round, and begun at 0."""
    turned = zlib.crc32(page.translate(_REVERSED), 0xFFFF_FFFF) ^ 0xFFFF_FFFF
    return int(f"{turned:032b}"[::-1], 2)


def _no_vorbis() -> SoundError:
    return SoundError("The sound could not be given its chapters: it is no Ogg Vorbis file.")
