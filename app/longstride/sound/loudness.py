"""How loud speech is: loudness as ITU-R BS.1770-4 measures it.

Every second frame is looked at: that is quick, and speech has next to nothing above 12 kHz.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from longstride.sound.frames import RATE, Samples

_EACH = 2
_BLOCK = RATE * 2 // 5 // _EACH  # 400 ms, one begins every 100 ms
_HOP = RATE // 10 // _EACH
_PIECE = RATE // 2 // _EACH

# The two filters of the K weighting at 48 kHz: a shelf for the head, a high pass for the ear.
_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


def loudness(samples: Samples) -> float:
    """Return LUFS of mono sound at 48 kHz as one channel, gated; -inf for silence."""
    samples = samples[::_EACH]
    padded = np.pad(_weigh(samples), (0, max(0, _BLOCK - len(samples))))
    squares = np.concatenate(([0.0], np.cumsum(padded.astype(np.float64) ** 2)))
    starts = np.arange(0, len(padded) - _BLOCK + 1, _HOP)
    power = (squares[starts + _BLOCK] - squares[starts]) / min(_BLOCK, max(len(samples), 1))
    power = power[power > _power(-70.0)]
    if not len(power):
        return -np.inf
    gated = power[power > power.mean() / 10]  # the second gate lies 10 LU under the mean
    return float(-0.691 + 10 * np.log10(gated.mean()))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _weigh(samples: Samples) -> Samples:
    """Return the sound as the ear weighs it, filtered in the frequency domain piece by piece.

    Each piece begins a ``_HOP`` before what it is for: by then the filters have forgotten what
    came before it. Pieces of one size need their response worked out once.
    """
    count = -(-len(samples) // (_PIECE - _HOP))
    padded = np.zeros(_HOP + count * (_PIECE - _HOP), np.float32)
    padded[_HOP : _HOP + len(samples)] = samples
    starts = np.arange(count) * (_PIECE - _HOP)
    pieces = padded[starts[:, None] + np.arange(_PIECE)]
    weighed = np.fft.irfft(np.fft.rfft(pieces) * _response(), _PIECE)
    return np.asarray(weighed[:, _HOP:].reshape(-1)[: len(samples)], dtype=np.float32)


@cache
def _response() -> npt.NDArray[np.complex64]:
    """Return what both filters do to each frequency of a piece."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(_PIECE) / _EACH)
    response = np.ones_like(turn)
    for above, below in (_SHELF, _HIGH_PASS):
        response *= np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
    return np.asarray(response, dtype=np.complex64)
