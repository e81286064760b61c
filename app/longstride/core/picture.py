"""A picture as it is seen: plain bytes that pass from what reads film to what shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """``rgb`` is three bytes a pixel, row by row from the top, without gaps between rows."""

    width: int
    height: int
    rgb: bytes
