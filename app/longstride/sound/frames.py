"""The grid everything in ``sound`` stands on: 48,000 frames a second, 48 to the millisecond."""

import numpy as np
import numpy.typing as npt

RATE = 48_000
PER_MS = 48

Samples = npt.NDArray[np.float32]
Kept = npt.NDArray[np.float16] | Samples  # half the room, for what is kept and added up later


def ramp(frames: int) -> Samples:
    """Return half a raised cosine from 0 up to just under 1, ``(frames,)``."""
    turn = np.arange(frames, dtype=np.float32) * np.float32(np.pi / max(frames, 1))
    return np.asarray(0.5 - 0.5 * np.cos(turn), dtype=np.float32)


def fade_edges(samples: Samples, opening: int, closing: int) -> None:
    """Ease the first and last frames in place; the very first and last become exactly 0."""
    opening, closing = min(opening, len(samples)), min(closing, len(samples))
    samples[:opening] *= ramp(opening)
    samples[len(samples) - closing :] *= ramp(closing)[::-1]
