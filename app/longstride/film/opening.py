"""Opening a clip as itself alone, what is in it, and what is wrong with it in a sentence."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from longstride.core.errors import FilmError
from longstride.plain_files import is_odd

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

T = TypeVar("T")
LONGEST = 600_000_000  # us of a clip that are read: ten minutes
MOST_PIXELS = 64_000_000
SECOND = 1_000_000  # us
UNKNOWN = "it is no film that Longstride knows, or it was cut off"
MISSING = "This Longstride came without what reads film; install it with PyAV to open clips."

# Lists of other files, which may lie elsewhere, are none of them.
_FILMS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf"
# Told by their beginning: by its name FFmpeg would take a picture for one of a row.
_PICTURES = (
    (rb"\xff\xd8\xff", "jpeg_pipe"),
    (rb"\x89PNG\r\n", "png_pipe"),
    (rb"RIFF....WEBP", "webp_pipe"),
    (rb"BM", "bmp_pipe"),
    (rb"II\*\0|MM\0\*", "tiff_pipe"),
)
_TILES = rb"....ftyp(heic|heix|mif1|msf1)"


def opened(path: Path) -> "InputContainer":
    """Open a file as itself alone: no address, no pattern, no list of other files."""
    try:
        import av
    except ImportError as error:
        raise FilmError(MISSING) from error
    if is_odd(path) or not path.exists():
        raise FilmError(unreadable(path.name, "there is no such file"))
    kind = _picture_kind(path)
    limits = {
        "format_whitelist": kind or _FILMS,
        "protocol_whitelist": "file",
        "max_pixels": str(MOST_PIXELS),  # some kB can tell of gigabytes
    }
    with told(path.name):
        name = f"file:{path.absolute()}"
        return av.open(name, format=kind, options=limits, metadata_errors="replace")


def _picture_kind(path: Path) -> str | None:
    """Return what FFmpeg calls a kind of picture, None for film.

    FilmError for a HEIC picture: it is made of tiles, of which FFmpeg would show the first.
    """
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError as error:
        raise FilmError(unreadable(path.name, error.strerror)) from error
    if not head:
        raise FilmError(unreadable(path.name, "it is empty"))
    if re.match(_TILES, head, re.DOTALL):
        raise FilmError(
            f"{path.name} is a HEIC picture, which Longstride cannot read; save it as JPEG."
        )
    return next((kind for start, kind in _PICTURES if re.match(start, head, re.DOTALL)), None)


def video_in(container: "InputContainer", name: str) -> "VideoStream":
    """Return the film in a file; FilmError where it has sound alone, or too large a picture."""
    from av.stream import Disposition

    found = [s for s in container.streams.video if not s.disposition & Disposition.attached_pic]
    if not found:
        raise FilmError(f"{name} has no film in it, sound alone at most; choose another file.")
    stream = found[0]
    if not stream.codec_context:
        raise FilmError(f"{name} is film of a kind that Longstride does not know; save it as MP4.")
    pixels = stream.codec_context.width * stream.codec_context.height
    if pixels > MOST_PIXELS or (not pixels and container.format.name.endswith("_pipe")):
        raise FilmError(
            f"The picture of {name} is damaged or too large; make it smaller, 4K is plenty."
        )
    if container.format.name == "avi" and stream.codec_context.has_b_frames:
        raise FilmError(f"{name} does not tell when its frames show; save it as MP4.")
    stream.thread_type = "AUTO"
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
    return stream


def time_stamps(container: "InputContainer", stream: "VideoStream") -> tuple[tuple[int, ...], bool]:
    """Return the time stamps of all frames, in order, and whether there are more than are read."""
    longest = LONGEST / SECOND / (stream.time_base or Fraction(1, SECOND))
    found: set[int] = set()
    first: int | None = None
    for packet in as_far_as_it_goes(container.demux(stream)):
        if packet.pts is None or packet.is_discard:
            continue
        first = packet.pts if first is None else first
        if packet.pts - first > longest:
            return tuple(sorted(found)), True
        found.add(packet.pts)
    return tuple(sorted(found)), False


def as_far_as_it_goes(parts: Iterator[T]) -> Iterator[T]:
    """Yield what PyAV reads, up to where it is damaged, or a stream begins that was not there.

    PyAV cannot count such a one: an IndexError of its own.
    """
    from av import FFmpegError

    try:
        yield from parts
    except (FFmpegError, IndexError):
        return


def noted_fps(container: "InputContainer") -> float:
    """Return the rate of filming that the telephone noted beside a slowed clip, or 0."""
    try:
        noted = float(container.metadata.get("com.android.capture.fps", 0))
    except ValueError:
        return 0.0
    return noted if 1 <= noted <= 2000 else 0.0


@contextmanager
def told(name: str) -> Iterator[None]:
    """Tell what FFmpeg found wrong in a sentence."""
    from av import FFmpegError

    try:
        yield
    except FFmpegError as error:
        raise FilmError(unreadable(name, UNKNOWN)) from error
    except OSError as error:
        raise FilmError(unreadable(name, error.strerror)) from error


def unreadable(name: str, why: str | None) -> str:
    """Return the sentence for a file that cannot be read."""
    reason = f" ({why})" if why else ""
    return f"{name} cannot be read{reason}; choose another clip or picture."
