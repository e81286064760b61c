"""One spoken sentence as frames: read by content, trimmed, levelled, its onset found."""

import os
from dataclasses import dataclass
from math import frexp
from mmap import mmap
from pathlib import Path

import numpy as np
import soundfile
import soxr

from longstride.core.errors import SoundError
from longstride.sound.frames import PER_MS, RATE, Kept, Samples, fade_edges
from longstride.sound.loudness import loudness

SPEECH_LUFS = -18.0
HIGHEST_PEAK = 10 ** (3 / 20)  # of a clip: the mix bends what is above -6 dBFS

_QUIET = 10 ** (-50 / 20)  # below this part of its own peak a clip counts as silent
_MARGIN = 5 * PER_MS  # kept around what sounds: soft consonants begin under the threshold
_EDGE = 3 * PER_MS
_WINDOW = 10 * PER_MS
_BITS = 15  # of a frame, besides its sign


@dataclass(frozen=True, eq=False)
class Clip:
    """Mono at 48 kHz; ``length`` ms rounded up, ``onset`` ms from its start.

    ``frames`` are whole numbers of ``step``, ``(frames,)``, since a flow keeps minutes of them.
    The step is a power of two, so that adding them up is exact, and as large as the loudest frame
    asks for, so that one above full scale has room.

    The onset is what the ear takes for the beat: where the level first reaches half its highest.
    """

    frames: Kept
    step: float
    length: int
    onset: int

    @classmethod
    def of(cls, samples: Samples, length: int, onset: int) -> "Clip":
        """Keep samples."""
        _, power = frexp(float(np.abs(samples).max(initial=0.0)))
        step = 2.0 ** (power - _BITS)
        return cls(_kept(samples, step), step, length, onset)

    @property
    def samples(self) -> Samples:
        """The sound, 1.0 at full scale."""
        return self.frames * np.float32(self.step)


def read_clip(path: Path) -> Clip:
    """Read one sentence in any format libsndfile knows; SoundError where there is none.

    Each comes to -18 LUFS, whichever voice said it: what a voice says alone is up to 2 dB softer
    or louder than its next sentence, and two voices are 6 dB apart.
    """
    samples = _read(path)
    samples *= np.float32(_gain(samples))
    fade_edges(samples, _EDGE, _EDGE)
    length, onset = -(-len(samples) // PER_MS), _onset(samples)
    return Clip.of(samples, length, onset)


def _gain(samples: Samples) -> float:
    """Return what brings a sentence to the loudness of speech, or its peak to the highest."""
    wanted = 10 ** ((SPEECH_LUFS - loudness(samples)) / 20)
    return float(min(wanted, HIGHEST_PEAK / np.abs(samples).max()))


def _kept(samples: Samples, step: float) -> Kept:
    """Return frames in pages of their own, which the system has back as soon as they are let go.

    Clips come and go by the hundred; from the common heap they would leave holes that a day of
    flows makes larger than the clips themselves.
    """
    kept = np.frombuffer(mmap(-1, 2 * len(samples)), np.int16)
    steps = samples * np.float32(1 / step)
    np.rint(steps, out=steps)
    np.minimum(steps, 2**_BITS - 1, out=steps)  # a peak right below the next power of two
    kept[:] = steps
    return kept


def _read(path: Path) -> Samples:
    """Return what sounds in a file, mono at 48 kHz."""
    try:
        name = os.fsencode(path)  # soundfile itself knows no path that is not UTF-8
        sound, rate = soundfile.read(name, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise SoundError(f"The sound file {path} cannot be read ({error}).") from error
    mono = np.ascontiguousarray(sound.mean(axis=1, dtype=np.float32))
    samples = _trim(np.asarray(soxr.resample(mono, rate, RATE), dtype=np.float32))
    if not len(samples):
        raise SoundError(f"The sound file {path} holds only silence; let the voice say it again.")
    return samples


def _trim(samples: Samples) -> Samples:
    size = np.abs(samples)
    loudest = float(size.max(initial=0.0))
    heard = np.flatnonzero(size > max(loudest * _QUIET, 1e-4))
    if not len(heard):
        return samples[:0]
    return samples[max(0, heard[0] - _MARGIN) : heard[-1] + 1 + _MARGIN].copy()


def _onset(samples: Samples) -> int:
    """Return the ms around which a 10 ms window first reaches half the highest level."""
    behind = -len(samples) % PER_MS + _WINDOW // 2
    each_ms = np.pad(samples, (_WINDOW // 2, behind)).reshape(-1, PER_MS)
    power = np.convolve(
        np.einsum("ij,ij->i", each_ms, each_ms), np.ones(_WINDOW // PER_MS), "valid"
    )
    return int(np.argmax(power >= power.max() / 4))
