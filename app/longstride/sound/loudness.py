"""How loud speech is: loudness as ITU-R BS.1770-4 measures it, and true peak."""

import numpy as np
import soxr

from longstride.sound.frames import RATE, Samples

_BLOCK = RATE * 2 // 5  # 400 ms, one begins every 100 ms
_HOP = RATE // 10

# The two filters of the K weighting at 48 kHz: a shelf for the head, a high pass for the ear.
_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def loudness(samples: Samples) -> float:
    """Return LUFS of mono sound at 48 kHz as one channel, gated; -inf for silence."""
    padded = np.pad(_weigh(samples), (0, max(0, _BLOCK - len(samples))))
    squares = np.concatenate(([0.0], np.cumsum(padded.astype(np.float64) ** 2)))
    starts = np.arange(0, len(padded) - _BLOCK + 1, _HOP)
    power = (squares[starts + _BLOCK] - squares[starts]) / min(_BLOCK, max(len(samples), 1))
    power = power[power > _power(-70.0)]
    if not len(power):
        return -np.inf
    gated = power[power > power.mean() / 10]  # the second gate lies 10 LU under the mean
    return float(-0.691 + 10 * np.log10(gated.mean()))


def true_peak(samples: Samples) -> float:
    """Return the highest level between and on the frames, 1.0 is full scale."""
    if not len(samples):
        return 0.0
    return float(np.abs(soxr.resample(samples, RATE, 4 * RATE)).max())


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _weigh(samples: Samples) -> Samples:
    """Return the sound as the ear weighs it, filtered in the frequency domain."""
    # Room for the filter to ring out instead of wrapping round, up to a length that is quick.
    frames = 1 << (len(samples) + _HOP - 1).bit_length()
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(frames))
    response = np.ones_like(turn)
    for above, below in (_SHELF, _HIGH_PASS):
        response *= np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
    weighed = np.fft.irfft(np.fft.rfft(samples, frames) * response, frames)
    return np.asarray(weighed[: len(samples)], dtype=np.float32)
