"""Clips and pictures, frame by frame: all that PyAV reads; it is imported when used.

A frame is found by its time stamp, never by counting or by its rate: the time stamps of all are
read from the packets first, then one is decoded to from the key frame before it.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from fractions import Fraction
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Self

from longstride.core.errors import FilmError
from longstride.core.picture import Picture
from longstride.film.footage import Footage
from longstride.film.mirror import is_mirrored
from longstride.film.opening import (
    LONGEST,
    SECOND,
    UNKNOWN,
    as_far_as_it_goes,
    noted_fps,
    opened,
    time_stamps,
    told,
    unreadable,
    video_in,
)

if TYPE_CHECKING:
    from av import VideoFrame

THUMBNAILS = 12
RING = 60  # pictures kept for stepping back
SHOWN = 960  # pixels of the longer side of a picture in the ring
_AHEAD = 12  # frames that are sooner decoded through than sought
_BACK_OFF = (0, 1, 3, 10, LONGEST // SECOND)  # s before the frame at which a key frame is sought


def is_here() -> bool:
    """Whether film can be read at all; a program built without PyAV reads none."""
    return find_spec("av") is not None


class Reel:
    """One open clip or picture; for one thread at a time. Closing it twice is no matter.

    FilmError in a sentence for the athlete wherever the file is or becomes unreadable.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._name = path, path.name
        self._container = opened(path)
        try:
            with told(self._name):
                self._stream = video_in(self._container, self._name)
                self._times, self._cut = time_stamps(self._container, self._stream)
                self._frames: Iterator[VideoFrame] = iter(())
                self._last = -1  # index of the frame decoded last
                self.footage = self._footage(self._first())
        except BaseException:
            self.close()
            raise
        self._ring: OrderedDict[int, Picture] = OrderedDict()
        self._shown = 0

    def picture_at(self, index: int, most: int | None = SHOWN) -> Picture:
        """Return a frame, exactly the one asked for, at most ``most`` pixels on its longer side.

        None gives it whole. Those of ``SHOWN`` pixels are kept in a ring, for stepping back.
        """
        index = min(max(index, 0), len(self._times) - 1)
        if most != SHOWN:
            return self._picture(self._frame(index), most)
        if index not in self._ring:
            backwards = index < self._shown <= index + RING
            self._keep(index, self._frame(index, RING if backwards else 0))
        self._shown = index
        self._ring.move_to_end(index)
        return self._ring[index]

    def thumbnails(self, count: int = THUMBNAILS, most: int = 160) -> Iterator[Picture]:
        """Yield small pictures evenly over the clip, fewer where it has fewer frames.

        They are of the key frames near by, where there are ones: those are quick to decode.
        """
        count = min(count, len(self._times))
        gap = len(self._times) / count
        for number in range(count):
            yield self._picture(self._frame(int(number * gap), near=int(gap / 2)), most)

    def close(self) -> None:
        """Let the file go."""
        self._frames = iter(())
        self._container.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _first(self) -> "VideoFrame":
        """Return the first frame that can be decoded; those before it are none of the clip."""
        begins = len(self._times)
        for seconds in _BACK_OFF:
            begins = min(begins, self._landing(seconds))
            if not begins:
                break
        self._times, self._last = self._times[begins:], -1
        if not self._times:
            raise FilmError(unreadable(self._name, UNKNOWN))
        return self._frame(0)

    def _landing(self, seconds: int) -> int:
        """Return the first frame that is decoded from so long before the clip on."""
        none = len(self._times)
        if not none or not self._sought(0, seconds):
            return none
        found = (self._index_of(frame.pts) for frame in self._frames)
        return next((at for at in found if at is not None), none)

    def _footage(self, first: "VideoFrame") -> Footage:
        aspect = self._stream.sample_aspect_ratio or Fraction(1)
        self._size = round(first.width * aspect), first.height
        self._turns = round(first.rotation / 90) % 4
        self._mirrored = is_mirrored(self._path, first)
        width, height = self._size[::-1] if self._turns % 2 else self._size
        unit = self._stream.time_base or Fraction(1, SECOND)
        times = tuple(round((t - self._times[0]) * unit * SECOND) for t in self._times)
        fps = (len(times) - 1) * SECOND / times[-1] if times[-1] else 0.0
        noted = noted_fps(self._container)
        return Footage(self._name, width, height, fps, times, noted, self._cut)

    def _frame(self, index: int, keep: int = 0, near: int = 0) -> "VideoFrame":
        """Decode to a frame, putting into the ring the ``keep`` before it that are passed.

        One at most ``near`` frames before it does as well. FilmError where it is missing.
        """
        with told(self._name):
            ahead = self._last < index <= self._last + _AHEAD
            if ahead and (found := self._decoded(index, keep, near)):
                return found
            for seconds in _BACK_OFF:
                if self._sought(index, seconds) and (found := self._decoded(index, keep, near)):
                    return found
        raise FilmError(
            f"Frame {index + 1} of {self._name} cannot be read; the clip is damaged there. "
            "Step to another one."
        )

    def _sought(self, index: int, seconds: int) -> bool:
        """Go to a key frame so long before a frame; False where the file allows none."""
        from av import FFmpegError

        unit = self._stream.time_base or Fraction(1, SECOND)
        target = self._times[index] - int(seconds / unit)
        try:
            self._container.seek(target, stream=self._stream, backward=True)
        except FFmpegError:
            return False
        self._frames = as_far_as_it_goes(self._container.decode(self._stream))
        return True

    def _decoded(self, index: int, keep: int, near: int) -> "VideoFrame | None":
        """Decode on to a frame; None where what comes is behind it already, or nothing."""
        for frame in self._frames:
            at = self._index_of(frame.pts)
            if at is None or at < index - max(keep, near):
                continue
            self._last = at
            if at == index or index - near <= at < index:
                return frame
            if at > index:
                return None
            self._keep(at, frame)
        return None

    def _index_of(self, pts: int | None) -> int | None:
        if pts is None:
            return None
        at = bisect_right(self._times, pts) - 1
        return at if at >= 0 else None

    def _keep(self, index: int, frame: "VideoFrame") -> None:
        self._ring[index] = self._picture(frame, SHOWN)
        while len(self._ring) > RING:
            self._ring.popitem(last=False)

    def _picture(self, frame: "VideoFrame", most: int | None) -> Picture:
        """Return a frame as it is seen: square pixels, upright, scaled."""
        import numpy as np

        width, height = self._size
        scale = min(1.0, most / max(width, height)) if most else 1.0
        width, height = max(1, round(width * scale)), max(1, round(height * scale))
        with told(self._name):
            plane = frame.reformat(width, height, format="rgb24", interpolation="AREA").planes[0]
        rows = np.frombuffer(bytes(plane), np.uint8).reshape(height, plane.line_size)
        stored = rows[:, : width * 3].reshape(height, width, 3)
        pixels = np.rot90(stored[::-1] if self._mirrored else stored, self._turns)
        return Picture(pixels.shape[1], pixels.shape[0], pixels.tobytes())


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a clip, by which a still tells what it was taken from."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FilmError(unreadable(path.name, error.strerror)) from error
