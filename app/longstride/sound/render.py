"""A mix as a file: the same frames the speaker gets."""

import os
from pathlib import Path

import soundfile

from longstride.core.errors import SoundError
from longstride.sound.frames import RATE
from longstride.sound.mixer import Mix

FORMATS = {
    ".wav": ("WAV", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".ogg": ("OGG", "VORBIS"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
}


def check_target(path: Path) -> None:
    """SoundError unless the suffix names a format and the folder is there: before the work."""
    if path.suffix.lower() not in FORMATS:
        raise SoundError(
            f"{path.name} does not end in a kind of sound file that can be written; "
            f"choose one of {', '.join(FORMATS)}."
        )
    if not path.parent.is_dir():
        raise SoundError(f"{path} cannot be written: there is no folder {path.parent}.")


def write_sound(mix: Mix, path: Path) -> None:
    """Write a whole mix, mono at 48 kHz, in the format the suffix names.

    The file appears only when it is complete; one of that name before it is replaced.
    SoundError for another suffix, a folder that cannot be written to, or a full disk.
    """
    check_target(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.touch(exist_ok=False)
        _write(mix, part, *FORMATS[path.suffix.lower()])
        part.replace(path)
    except OSError as error:
        raise SoundError(f"{path} cannot be written: {error.strerror or error}.") from error
    except soundfile.LibsndfileError as error:
        raise SoundError(
            f"{path} could not be written to its end; see whether the disk is full."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _write(mix: Mix, part: Path, container: str, coding: str) -> None:
    """Write one second at a time: a single long write of Vorbis crashes libsndfile."""
    with soundfile.SoundFile(part, "w", RATE, 1, coding, format=container) as file:
        for frame in range(0, mix.duration, RATE):
            file.write(mix.block(frame, min(RATE, mix.duration - frame)))
