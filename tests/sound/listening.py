"""What is heard on a device, and whether it is what it should be."""

from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from longstride.core.timeline.timeline import CueKind
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.mixer import Mix
from longstride.sound.tones import make_tone

Answers = list[dict[str, Any]]
# What Longstride leaves out it leaves out every time.
LISTENS = pytest.mark.listens("on a busy machine a silent sink drops what it should have shown")
TICK = make_tone(CueKind.TICK, "", 60)


def never_backwards(answers: Answers) -> bool:
    return all(a["position"] <= b["position"] for a, b in pairwise(answers))


def onsets(heard: Samples) -> npt.NDArray[np.float64]:
    """Return where ticks begin, soft ones too, in ms to a fraction of a frame."""
    match = np.pad(np.correlate(heard, TICK) / float(TICK @ TICK), 1)  # a tick may end it
    found = []
    while (at := int(np.argmax(match))) and match[at] > 0.2:
        left, top, right = match[at - 1 : at + 2]
        found.append(at - 1 + 0.5 * (left - right) / (left - 2 * top + right))
        match[max(0, at - RATE // 4) : at + RATE // 4] = 0
    return np.sort(found) / PER_MS


def drift(heard: Samples) -> float:
    """Return how far, in ms, the ticks in a recording lie off the grid of seconds at most."""
    times = onsets(heard)
    assert len(times) >= 4, f"only {len(times)} ticks were heard"
    off = (times - times[0] + 500) % 1000 - 500
    return float(np.abs(off - median(off)).max())


def loud(heard: Samples, frame: int, count: int = RATE // 4) -> float:
    """Return the RMS of some frames."""
    return float(np.sqrt(np.mean(heard[frame : frame + count] ** 2)))


def peak_of(mix: Mix, position: int) -> float:
    """Return the highest level of a second from a position in ms."""
    return float(np.abs(mix.block(position * PER_MS, RATE)).max())
