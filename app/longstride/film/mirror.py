"""Whether the frames of a clip or picture are stored as in a mirror, as front cameras do.

PyAV tells of a turn alone. A mirrored frame, upside down, and then turned by it, is upright.
"""

from pathlib import Path
from struct import Struct, error, unpack_from
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from av import VideoFrame

_HEAD = 200_000  # bytes of a file in which its EXIF note lies
_NOTE = b"Exif\0\0"
_ORIENTATION = 0x112
_MIRRORED = (2, 4, 5, 7)  # EXIF 2.3, Orientation
_MATRIX = Struct("@9i")  # as FFmpeg has it: a b u, c d v, x y w


def is_mirrored(path: Path, frame: "VideoFrame") -> bool:
    """Return it of a file and its first frame; OSError where the file is gone."""
    return _in_note(path) or _in_matrix(frame)


def _in_note(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    at = head.find(_NOTE) + len(_NOTE)
    if at < len(_NOTE) or not head.startswith(b"\xff\xd8\xff"):
        return False
    order = "<" if head[at : at + 2] == b"II" else ">"
    try:
        first = at + unpack_from(f"{order}I", head, at + 4)[0]
        (count,) = unpack_from(f"{order}H", head, first)
        tags = [unpack_from(f"{order}H6xH", head, first + 2 + 12 * n) for n in range(count)]
    except error:
        return False
    return any(tag == _ORIENTATION and value in _MIRRORED for tag, value in tags)


def _in_matrix(frame: "VideoFrame") -> bool:
    try:
        notes: Any = list(frame.side_data)  # typed as a mapping, and is a list
    except ValueError:  # beside it lies a kind of note that PyAV does not know
        return False
    found = [_MATRIX.unpack(bytes(each)) for each in notes if each.type.name == "DISPLAYMATRIX"]
    return any(a * d < b * c for a, b, _, c, d, *_ in found)
