"""Every sound that is not speech, made from sines and a little noise.

Families differ by timbre and rhythm and not only by pitch: a wooden tick, a warm glide where the
body moves, a hollow steady tone where it stays, bells before and after, air for the breath, and
a soft low chord out of which the whole begins.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from longstride.core.timeline.timeline import CueKind, SpanPhase
from longstride.sound.frames import PER_MS, RATE, Samples, fade_edges

_Wave = npt.NDArray[np.float64]
_Partials = tuple[tuple[float, float, float], ...]

PEAK = 10 ** (-12 / 20)
SWELL_PEAK = 10 ** (-26 / 20)  # the voice stays clear over a breath
ATTACK = 5 * PER_MS
SWELL_EDGE = 200 * PER_MS
OPEN_PEAK = 10 ** (-24 / 20)
OPEN_EDGE = 350 * PER_MS

# Each partial: multiple of the fundamental, level, seconds until it has fallen to 37 %.
_WOOD: _Partials = ((1, 1.0, 0.016), (2, 0.4, 0.010), (3, 0.25, 0.007), (4, 0.1, 0.005))
_WARM: _Partials = ((1, 1.0, 0.30), (2, 0.45, 0.22), (3, 0.22, 0.16), (4, 0.1, 0.12))
_HOLLOW: _Partials = ((1, 1.0, 0.14), (3, 0.4, 0.10), (5, 0.16, 0.07))
_BELL: _Partials = ((1, 1.0, 0.22), (2, 0.6, 0.16), (3, 0.15, 0.10), (5, 0.2, 0.06))

_SOFT: _Partials = ((1, 1.0, 0.60), (2, 0.5, 0.45), (3, 0.2, 0.30), (4, 0.1, 0.20))

_DARK, _BRIGHT = (250, 800), (700, 2400)  # Hz, the air of a breath
_ROUND = 1 << 18  # frames, 5.5 s: nobody hears such noise come round

_TICK_PITCH = 1100.0
_LOW, _HIGH = 392.0, 784.0
_STAY_PITCHES = {SpanPhase.STRETCHED: 440.0, SpanPhase.CONTRACTED: 587.3}
_STAY_PITCH = 523.3


@lru_cache(maxsize=32)  # every mix of a flow asks for the same few
def make_tone(kind: CueKind, text: str, length: int) -> Samples:
    """Return one mono tone of ``length`` ms, read-only, that begins and ends at exactly 0.

    ``text`` is the phase of a phase change, as in `Cue.text`; other kinds ignore it.
    Spoken kinds have no tone: KeyError.
    """
    frames = length * PER_MS
    tone = _MAKERS[kind](frames, text).astype(np.float32)
    opening, closing, peak = _shape(kind, frames)
    fade_edges(tone, opening, closing)
    tone *= np.float32(peak / np.abs(tone).max())
    tone.flags.writeable = False
    return tone


def _shape(kind: CueKind, frames: int) -> tuple[int, int, float]:
    """Return over how many frames a tone comes and goes, and how loud it is at most."""
    if kind in {CueKind.IN, CueKind.OUT}:
        edge = min(SWELL_EDGE, frames // 2)
        return edge, edge, SWELL_PEAK
    if kind is CueKind.OPEN:
        return min(OPEN_EDGE, frames // 2), frames // 2, OPEN_PEAK
    return ATTACK, frames // 4, PEAK


def _tick(frames: int, _text: str) -> _Wave:
    return _ring(frames, _TICK_PITCH, _WOOD)


def _phase(frames: int, text: str) -> _Wave:
    if text == SpanPhase.ECCENTRIC:
        return _ring(frames, np.geomspace(_HIGH, _LOW, frames), _WARM)
    if text == SpanPhase.CONCENTRIC:
        return _ring(frames, np.geomspace(_LOW, _HIGH, frames), _WARM)
    pitches = {str(phase): pitch for phase, pitch in _STAY_PITCHES.items()}
    return _ring(frames, pitches.get(text, _STAY_PITCH), _HOLLOW)


def _open(frames: int, _text: str) -> _Wave:
    return _ring(frames, 196.0, _SOFT) + _ring(frames, 293.7, _SOFT)


def _ready(frames: int, _text: str) -> _Wave:
    return _strokes(frames, (659.3, 880.0), 160)


def _finish(frames: int, _text: str) -> _Wave:
    return _strokes(frames, (523.3, 659.3, 784.0), 170)


def _breath_in(frames: int, _text: str) -> Samples:
    return _air(np.linspace(0.0, 1.0, frames, dtype=np.float32))


def _breath_out(frames: int, _text: str) -> Samples:
    return _air(np.linspace(1.0, 0.0, frames, dtype=np.float32))


def _ring(frames: int, pitch: float | _Wave, partials: _Partials) -> _Wave:
    """Return a struck tone; ``pitch`` in Hz, one for all or one a frame."""
    seconds = np.arange(frames) / RATE
    turns = np.cumsum(np.broadcast_to(pitch, frames)) * (2 * np.pi / RATE)
    rings = (
        level * np.sin(ratio * turns) * np.exp(-seconds / decay) for ratio, level, decay in partials
    )
    return np.asarray(sum(rings), dtype=np.float64)


def _strokes(frames: int, pitches: tuple[float, ...], apart: int) -> _Wave:
    """Return bell strokes that begin ``apart`` ms from one another and ring on together."""
    tone = np.zeros(frames)
    for number, pitch in enumerate(pitches):
        start = number * apart * PER_MS
        stroke = _ring(frames - start, pitch, _BELL).astype(np.float32)
        fade_edges(stroke, ATTACK, 0)
        tone[start:] += stroke
    return tone


def _air(openness: Samples) -> Samples:
    """Return a breath: air that is brighter and louder the more open (0 to 1), over a low hum."""
    frames = len(openness)
    dark, bright = (np.resize(_noise(*band), frames) for band in (_DARK, _BRIGHT))
    air = dark + (bright - dark) * openness
    turns = np.cumsum(196.0 * np.exp2(openness * np.float32(7 / 12)), dtype=np.float64) / RATE
    turn = ((turns - np.floor(turns)) * (2 * np.pi)).astype(np.float32)
    hum = np.sin(turn) + np.float32(0.4) * np.sin(2 * turn)
    return np.asarray(
        (air + np.float32(0.6) * hum) * (np.float32(0.55) + np.float32(0.45) * openness)
    )


@lru_cache(maxsize=2)  # all breaths are made of the same two
def _noise(lowest: int, highest: int) -> Samples:
    """Return noise between two frequencies in Hz, RMS 0.3, that can go round without a seam."""
    spectrum = np.fft.rfft(np.random.default_rng(lowest).standard_normal(_ROUND, np.float32))
    pitches = np.fft.rfftfreq(_ROUND, 1 / RATE)
    spectrum *= np.exp(-(np.log2(np.maximum(pitches, 1) / np.sqrt(lowest * highest)) ** 2) * 2)
    noise = np.fft.irfft(spectrum, _ROUND).astype(np.float32)
    return np.asarray(noise * np.float32(0.3 / np.sqrt(np.mean(noise**2))))


_MAKERS: dict[CueKind, Callable[[int, str], _Wave | Samples]] = {
    CueKind.TICK: _tick,
    CueKind.PHASE: _phase,
    CueKind.IN: _breath_in,
    CueKind.OUT: _breath_out,
    CueKind.OPEN: _open,
    CueKind.READY: _ready,
    CueKind.FINISH: _finish,
}
