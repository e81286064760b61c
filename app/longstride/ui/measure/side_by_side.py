"""Two pictures side by side: which frames belong together, and what may be said; free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from longstride.core.history.angle import By, FilmedAt, change_words, error_band
from longstride.core.history.measure import Band, ErrorBand
from longstride.film.footage import Footage
from longstride.ui.shown.film import Use


@dataclass(frozen=True, slots=True)
class Track:
    """One clip beside another: ``locked`` is the frame of the moment that both were locked at.

    ``nudge`` is how many frames later it is shown than it would be by that.
    """

    footage: Footage
    filmed: FilmedAt
    locked: int = 0
    nudge: int = 0

    def frame(self, real_us: float) -> int:
        """Return the frame so many us after the moment that was locked, as the camera saw it."""
        pace = self.filmed.filmed_fps / self.filmed.stored_fps
        at = round(self.footage.times[self.locked] + real_us * pace)
        last = len(self.footage.times) - 1
        return min(max(0, self.footage.index_at(at) + self.nudge), last)

    @property
    def reach(self) -> tuple[float, float]:
        """How many us there are before and after the moment that was locked."""
        times = self.footage.times
        locked, real = times[self.locked], self.filmed.real
        return real(-locked), real(times[-1] - locked)

    def nudged(self, frames: int) -> Track:
        """Return it shown so many frames later."""
        return replace(self, nudge=self.nudge + frames)


def shared_reach(tracks: tuple[Track, ...]) -> tuple[int, int]:
    """Return how far all of them go back and on from where they are locked, in ms."""
    befores, afters = zip(*(track.reach for track in tracks), strict=True)
    return round(max(befores) / 1000), round(min(afters) / 1000)


def nudge_words(nudge: int) -> str:
    """Return ``2 frames later``."""
    if not nudge:
        return "none"
    frames = "frame" if abs(nudge) == 1 else "frames"
    return f"{abs(nudge)} {frames} {'later' if nudge > 0 else 'earlier'}"


@dataclass(frozen=True, slots=True)
class Angles:
    """What was measured on one of two pictures, in degrees; the trunk's None without shoulder."""

    use: Use
    value: float
    lean: float | None
    by: By


@dataclass(frozen=True, slots=True)
class Compared:
    """One angle on both: its name, the degrees of each, and what may be said of the change."""

    name: str
    before: float
    after: float
    error: ErrorBand
    words: str

    @property
    def difference(self) -> int:
        """How much more the later one is, in whole degrees, as they are shown."""
        return round(self.after) - round(self.before)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word first, then a sentence, then what to think of it."""

    word: str
    sentence: str
    caution: str


_NAMES = {Use.STRIDE: "Thigh behind the vertical", Use.THOMAS: "Thigh below the horizontal"}
_CAUTION = {
    Use.STRIDE: "One stride each. Kept from seven strides a day, the error would be smaller. A "
    "longer stride or a faster run moves this angle too.",
    Use.THOMAS: "Three tries a side, the middle one of them, are fairer than one picture each.",
}


def compared(before: Angles, after: Angles, *, one_day: bool = False) -> tuple[Compared, ...]:
    """Return the angles that both have, the main one first; none of two different tests."""
    if before.use is not after.use:
        return ()
    by = By.SUGGESTED if By.SUGGESTED in {before.by, after.by} else By.HAND
    error = error_band(by, running=before.use is Use.STRIDE, one_day=one_day)
    made = [_compared(_NAMES[before.use], before.value, after.value, error)]
    if before.lean is not None and after.lean is not None:
        made.append(_compared("Trunk forward", before.lean, after.lean, error))
    return tuple(made)


def verdict(use: Use, main: Compared) -> Verdict:
    """Return what may be said of the main angle."""
    word = main.words[:1].upper() + main.words[1:]
    return Verdict(word, _sentence(use, main), _CAUTION[use])


def _sentence(use: Use, main: Compared) -> str:
    size = abs(main.difference)
    if main.error.of(main.difference) is Band.UNCHANGED:
        return f"A change of {size} degrees lies within the error of the pictures."
    more = main.difference > 0
    where = (
        ("further back" if more else "less far back")
        if use is Use.STRIDE
        else ("lower" if more else "higher")
    )
    return f"The thigh reaches {size} degrees {where}."


def _compared(name: str, before: float, after: float, error: ErrorBand) -> Compared:
    return Compared(name, before, after, error, change_words(before, after, error))
