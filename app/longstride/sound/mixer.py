"""A timeline as sound: any stretch of it, at any time, always the same frames.

Speech is near -18 LUFS and tones near -12 dBFS; up to 6 dB under full scale the mix passes
untouched, and only what comes together above that is bent softly under -1 dBFS.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate

import numpy as np

from longstride.core.timeline.timeline import Cue, Timeline
from longstride.sound.clips import Clip
from longstride.sound.frames import PER_MS, Kept, Samples, gentle_rise, stretch
from longstride.sound.tones import make_tone
from longstride.sound.units import Levels

_KNEE = np.float32(10 ** (-6 / 20))
_ROOM = np.float32(10 ** (-1 / 20)) - _KNEE
_RISE = gentle_rise(800 * PER_MS)


_Piece = tuple[int, Kept | Samples, np.float32 | None]  # where it starts, and its step if any


class Mix:
    """The frames of one timeline, mono float32; never changes once made.

    A spoken cue without a clip is silent, and the first words come in softly. Law 4: everything
    is looked up here, once.
    """

    def __init__(self, timeline: Timeline, clips: Mapping[str, Clip], levels: Levels) -> None:
        self.duration = timeline.duration * PER_MS
        spoken = [cue for cue in timeline.cues if cue.kind.is_speech and cue.text in clips]
        self._voice = _Track(_piece(cue, clips[cue.text]) for cue in spoken)
        words = (cue.start for cue in timeline.cues if cue.kind.is_speech)
        self._first_word = min(words, default=0) * PER_MS
        self._voice_gain = np.float32(_gain(levels.voice_db))
        self._tones = _tone_track(timeline.cues, _gain(levels.tones_db))

    def block(self, frame: int, count: int) -> Samples:
        """Return frames ``[frame, frame + count)``; silence before 0 and from the end on."""
        block = np.zeros(count, np.float32)
        begin, end = max(frame, 0), min(frame + count, self.duration)
        if begin < end:
            self._fill(block[begin - frame : end - frame], begin)
        return block

    def _fill(self, block: Samples, frame: int) -> None:
        self._voice.add_to(block, frame)
        block *= self._voice_gain
        if frame < self._first_word + len(_RISE):
            block *= stretch(_RISE, frame - self._first_word, len(block))
        self._tones.add_to(block, frame)
        limit(block)


class _Track:
    """Pieces of sound on the frame grid; they may overlap."""

    def __init__(self, pieces: Iterable[_Piece]) -> None:
        self._pieces = sorted(pieces, key=lambda piece: piece[0])
        self._starts = [start for start, _, _ in self._pieces]
        # How far everything up to here has sounded: sorted even where pieces differ in length.
        self._ends = list(accumulate((start + len(part) for start, part, _ in self._pieces), max))

    def add_to(self, block: Samples, frame: int) -> None:
        """Add what sounds in ``[frame, frame + len(block))``, always in the same order."""
        end = frame + len(block)
        first, last = bisect_right(self._ends, frame), bisect_left(self._starts, end)
        for start, part, step in self._pieces[first:last]:
            begin, stop = max(start, frame), min(start + len(part), end)
            if begin < stop:
                heard = part[begin - start : stop - start]
                block[begin - frame : stop - frame] += heard if step is None else heard * step


def _piece(cue: Cue, clip: Clip) -> _Piece:
    return cue.start * PER_MS, clip.frames, np.float32(clip.step)


def _tone_track(cues: Iterable[Cue], gain: float) -> _Track:
    made: dict[tuple[str, str, int], Samples] = {}
    pieces: list[_Piece] = []
    for cue in cues:
        if cue.kind.is_speech or cue.end == cue.at:
            continue
        key = (cue.kind, cue.text, cue.end - cue.at)
        if key not in made:
            tone = make_tone(cue.kind, cue.text, cue.end - cue.at)
            made[key] = tone if gain == 1.0 else tone * np.float32(gain)  # shared where it can be
        pieces.append((cue.at * PER_MS, made[key], None))
    return _Track(pieces)


def limit(block: Samples) -> None:
    """Bend what lies above the knee, each frame by itself, so that no cut of blocks is heard.

    Only operations that IEEE rounds exactly: the same frame is the same in any block.
    """
    size = np.abs(block)
    if size.max(initial=0.0) <= _KNEE:
        return
    over = np.maximum(size - _KNEE, 0) / _ROOM
    bent = _KNEE + _ROOM * (over / np.sqrt(1 + over * over))
    np.copyto(block, np.copysign(bent, block), where=size > _KNEE)


def _gain(db: float) -> float:
    return float(10 ** (db / 20))
