"""Stretches of frames, and how they rise and fall."""

import numpy as np
import numpy.typing as npt

from longstride.sound.units import PER_MS, RATE

__all__ = [
    "PER_MS",
    "RATE",
    "Kept",
    "Samples",
    "fade_edges",
    "gentle_rise",
    "ramp",
    "stretch",
]

_SOFT = 10 ** (-12 / 20)

Samples = npt.NDArray[np.float32]
Kept = npt.NDArray[np.int16]  # half the room, for what is kept and added up later


def ramp(frames: int) -> Samples:
    """Return half a raised cosine from 0 up to just under 1, ``(frames,)``."""
    turn = np.arange(frames, dtype=np.float32) * np.float32(np.pi / max(frames, 1))
    return np.asarray(0.5 - 0.5 * np.cos(turn), dtype=np.float32)


def stretch(fade: Samples, start: int, count: int, after: float = 1.0) -> Samples:
    """Return ``count`` frames of an envelope from ``start``, 1 - ``after`` before the fade."""
    gains = np.full(count, after, np.float32)
    gains[: max(0, -start)] = 1.0 - after
    first, last = max(0, start), min(len(fade), start + count)
    if first < last:
        gains[first - start : last - start] = fade[first:last]
    return gains


def gentle_rise(frames: int) -> Samples:
    """Return a rise from 12 dB below full, ``(frames,)``: heard from its start, never sudden."""
    return np.float32(_SOFT) + np.float32(1 - _SOFT) * ramp(frames)


def fade_edges(samples: Samples, opening: int, closing: int) -> None:
    """Ease the first and last frames in place; the very first and last become exactly 0."""
    opening, closing = min(opening, len(samples)), min(closing, len(samples))
    samples[:opening] *= ramp(opening)
    samples[len(samples) - closing :] *= ramp(closing)[::-1]
