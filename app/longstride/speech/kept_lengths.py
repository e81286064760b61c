"""How long sentences were in one voice, kept beside its clips."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from longstride.core.timeline.lengths import Length
from longstride.speech.voice import VoiceChoice

MOST = 20_000  # sentences; those measured first go first
_MOST_BYTES = 8_000_000
_LONGEST = 600_000  # ms
_PRIVATE = 0o600


class KeptLengths:
    """What was measured of a voice's sentences, in a file that may be gone or damaged."""

    def __init__(self, folder: Path, choice: VoiceChoice) -> None:
        digest = hashlib.sha256(json.dumps(astuple(choice)).encode("ascii")).hexdigest()
        self._file = folder / f"lengths-{digest[:16]}.json"

    def read(self) -> dict[str, Length]:
        """Return what is known; nothing where the file cannot be read."""
        try:
            with self._file.open("rb") as stream:
                rows = json.loads(stream.read(_MOST_BYTES))
            return {text: _length(*measured) for text, measured in rows.items()}
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return {}

    def add(self, lengths: Mapping[str, Length]) -> None:
        """Keep what was measured, where it can be written and any of it is new."""
        known = self.read()
        if lengths.items() <= known.items():
            return
        rows = {text: (each.ms, each.onset) for text, each in {**known, **lengths}.items()}
        newest = dict([*rows.items()][-MOST:])
        with suppress(OSError):
            self._write(json.dumps(newest, separators=(",", ":")).encode("ascii"))

    def _write(self, body: bytes) -> None:
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE)
            with os.fdopen(handle, "wb") as stream:
                stream.write(body)
            part.replace(self._file)
        finally:
            part.unlink(missing_ok=True)


def _length(ms: object, onset: object) -> Length:
    if isinstance(ms, int) and isinstance(onset, int) and 0 <= onset <= ms <= _LONGEST:
        return Length(ms, onset)
    raise ValueError("no length of a sentence")
