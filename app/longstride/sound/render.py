"""A mix as a file: the same frames the speaker gets."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import soundfile

from longstride.core.errors import SoundError
from longstride.files import written
from longstride.sound.frames import RATE
from longstride.sound.mixer import Mix
from longstride.sound.tagging.tags import Tags
from longstride.sound.tagging.write import tag_file

FORMATS = {
    ".wav": ("WAV", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".ogg": ("OGG", "VORBIS"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
}


Writing = Callable[[Mix, Tags | None], Iterator[tuple[int, int]]]
"""Writes a mix with its title and chapters as it is gone through; yields frames done and in all."""


def write_sound(mix: Mix, path: Path, tags: Tags | None = None) -> None:
    """Write a whole mix, mono at 48 kHz, in the format the suffix names.

    SoundError for another suffix or a full disk, FileError where no file can be written.
    """
    with sound_file(path) as write:
        for _ in write(mix, tags):
            pass


@contextmanager
def sound_file(path: Path) -> Iterator[Writing]:
    """Take a name for a sound file before the work, and lend what writes a mix to it.

    It appears only when it is complete; errors as from ``write_sound``.
    """
    container, coding = _format(path)
    with written(path, private=False) as new:
        yield lambda mix, tags: _write(mix, new, container, coding, tags)


def _format(path: Path) -> tuple[str, str]:
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise SoundError(
            f"{path.name} does not end in a kind of sound file that can be written; "
            f"choose one of {', '.join(FORMATS)}."
        )
    return found


def _write(
    mix: Mix, new: Path, container: str, coding: str, tags: Tags | None
) -> Iterator[tuple[int, int]]:
    """Write one second at a time: a single long write of Vorbis crashes libsndfile."""
    name = os.fsencode(new)  # soundfile itself knows no path that is not UTF-8
    try:
        with soundfile.SoundFile(name, "w", RATE, 1, coding, format=container) as file:
            for frame in range(0, mix.duration, RATE):
                file.write(mix.block(frame, min(RATE, mix.duration - frame)))
                yield frame, mix.duration
    except soundfile.LibsndfileError as error:
        raise SoundError(
            "The sound could not be written to its end; see whether the disk is full."
        ) from error
    if tags is not None:
        tag_file(new, container, tags)
    yield mix.duration, mix.duration
