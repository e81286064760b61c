"""Clips kept on disk, so that a sentence is rendered once in its life."""

import hashlib
import json
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from longstride.core.errors import SpeechError
from longstride.plain_files import read_plain
from longstride.speech.voice import Driver, Voice, VoiceChoice, tidy_language

RECIPE = 1  # raise it when the same request is written differently
CAP = 200_000_000  # bytes
HEADER = 44  # bytes of a WAV file in which nothing is said
_MOST_KNOWN = 2_000_000  # bytes of what is remembered of a source
_FORGOTTEN = 3600  # s after which a half-written file belongs to nobody


def is_whole(path: Path) -> bool:
    """Return whether a WAV or AIFF file holds sound, and as much as its header promises."""
    try:
        head, size = read_plain(path, 8), path.stat().st_size
    except OSError:
        return False
    if head[:4] == b"RIFF":
        return HEADER < int.from_bytes(head[4:], "little") + 8 <= size
    return head[:4] == b"FORM" and HEADER < int.from_bytes(head[4:], "big") + 8 <= size


class ClipCache:
    """A folder of clips under a size cap, the longest unused out first.

    Only its owner can read it. Safe from several threads and processes: a clip is written
    beside its place and moved in whole. SpeechError where the folder cannot be written.
    """

    def __init__(self, folder: Path, cap: int = CAP) -> None:
        self._folder = folder
        self._cap = cap
        self._unweighed = cap  # bytes kept since the folder was last weighed: weigh at first

    def place(self, driver: Driver, voice: Voice | None, choice: VoiceChoice, text: str) -> Path:
        """Return where the clip of a speakable text belongs, whether or not it is there."""
        spoken_by = voice.id if voice else f"best for {tidy_language(choice.language)}"
        request = (
            RECIPE,
            driver.name,
            driver.library,
            driver.version,
            spoken_by,
            choice.rate,
            choice.pitch,
            text,
        )
        digest = hashlib.sha256(json.dumps(request).encode("ascii")).hexdigest()
        return self._folder / f"{digest}.clip"

    def find(self, place: Path) -> Path | None:
        """Return the clip at its place, marked as used; one that is not whole is removed."""
        if is_whole(place):
            with suppress(OSError):
                os.utime(place)
            return place
        self.drop(place)
        return None

    def drop(self, place: Path) -> None:
        """Remove a clip, if it is there."""
        with suppress(OSError):
            place.unlink(missing_ok=True)

    def part(self, suffix: str) -> Path:
        """Return a new empty file to render into; its name ends in ``.part`` and ``suffix``."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            handle, name = tempfile.mkstemp(f".part{suffix}", "", self._folder)
        except OSError as error:
            raise self._trouble(error) from error
        os.close(handle)
        return Path(name)

    def keep(self, part: Path, place: Path) -> Path:
        """Move a rendered file into its place and return the place."""
        try:
            part.chmod(0o600)
            part.replace(place)
            self._unweighed += place.stat().st_size
        except OSError as error:
            # Windows does not replace a file that is being read; the one there is as good.
            if not is_whole(place):
                raise self._trouble(error) from error
            self.drop(part)
        if self._unweighed > self._cap // 10:
            self._weigh()
        return place

    def remember(self, source: str, driver: Driver) -> None:
        """Keep what a source speaks with, so that known clips are found without asking it."""
        part = self.part("")
        try:
            part.write_text(json.dumps(asdict(driver)), encoding="ascii")
            part.replace(self._memory(source))
        except OSError as error:
            self.drop(part)
            raise self._trouble(error) from error

    def remembered(self, source: str) -> Driver | None:
        """Return what a source spoke with last, None if nothing is known."""
        try:
            return driver_from(json.loads(read_plain(self._memory(source), _MOST_KNOWN)))
        except (OSError, ValueError):
            return None

    def _memory(self, source: str) -> Path:
        return self._folder / f"driver-{Path(source).name}.json"

    def _weigh(self) -> None:
        self._unweighed = 0
        clips = sorted(self._folder.glob("*.clip"), key=_used, reverse=True)
        weight = 0
        for clip in clips:
            weight += _size(clip)
            if weight > self._cap:
                self.drop(clip)
        for part in self._folder.glob("*.part*"):
            if _used(part) < time.time() - _FORGOTTEN:
                self.drop(part)

    def _trouble(self, error: OSError) -> SpeechError:
        why = error.strerror or "unknown reason"
        return SpeechError(
            f"The voice's clips cannot be kept in {self._folder} ({why}): "
            "make room there or allow writing."
        )


def driver_from(reply: object) -> Driver:
    """Return the Driver in a worker's reply or a remembered one; ValueError if it is none."""
    try:
        values = dict(reply)  # type: ignore[call-overload]
        voices = tuple(Voice(**voice) for voice in values.pop("voices"))
        return Driver(**values, voices=voices)
    except (TypeError, KeyError) as error:
        raise ValueError("this is not a description of a driver") from error


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
