"""One spoken sentence as frames: read by content, trimmed, levelled, its onset found."""

from collections.abc import Iterable
from dataclasses import dataclass
from mmap import mmap
from pathlib import Path

import numpy as np
import soundfile
import soxr

from longstride.core.errors import SoundError
from longstride.sound.frames import PER_MS, RATE, Kept, Samples, fade_edges
from longstride.sound.loudness import loudness, true_peak

SPEECH_LUFS = -18.0
HIGHEST_PEAK = 10 ** (-1 / 20)

_QUIET = 10 ** (-50 / 20)  # below this part of its own peak a clip counts as silent
_MARGIN = 5 * PER_MS  # kept around what sounds: soft consonants begin under the threshold
_EDGE = 3 * PER_MS
_WINDOW = 10 * PER_MS


@dataclass(frozen=True, eq=False)
class Clip:
    """Mono at 48 kHz, ``(frames,)``; ``length`` ms rounded up, ``onset`` ms from its start.

    Frames are float16, since a flow keeps minutes of them: its rounding lies 66 dB below them.

    The onset is what the ear takes for the beat: where the level first reaches half its highest.
    """

    samples: Kept
    length: int
    onset: int


def read_clip(path: Path, gain: float) -> Clip:
    """Read one sentence in any format libsndfile knows; SoundError where there is none."""
    samples = _read(path) * np.float32(gain)
    fade_edges(samples, _EDGE, _EDGE)
    length, onset = -(-len(samples) // PER_MS), _onset(samples)
    return Clip(_kept(samples), length, onset)


def voice_gain(paths: Iterable[Path]) -> float:
    """Return the one gain that brings all clips of a voice near -18 LUFS without peaking.

    One for the voice and not one a word, or a whispered word would shout. SoundError as
    `read_clip`; 1.0 where there is nothing to measure.
    """
    clips = [_read(path) for path in paths]
    if not clips:
        return 1.0
    wanted = 10 ** ((SPEECH_LUFS - loudness(np.concatenate(clips))) / 20)
    return float(min(wanted, HIGHEST_PEAK / max(true_peak(clip) for clip in clips)))


def _kept(samples: Samples) -> Kept:
    """Return frames in pages of their own, which the system has back as soon as they are let go.

    Clips come and go by the hundred; from the common heap they would leave holes that a day of
    flows makes larger than the clips themselves.
    """
    kept = np.frombuffer(mmap(-1, 2 * len(samples)), np.float16)
    kept[:] = samples
    return kept


def _read(path: Path) -> Samples:
    """Return what sounds in a file, mono at 48 kHz."""
    try:
        sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
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
    padded = np.pad(samples.astype(np.float64), _WINDOW // 2)
    squares = np.concatenate(([0.0], np.cumsum(padded**2)))
    starts = np.arange(0, len(squares) - _WINDOW, PER_MS)
    power = squares[starts + _WINDOW] - squares[starts]
    return int(np.argmax(power >= power.max() / 4))
