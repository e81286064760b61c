"""A finished sound file given its title and chapters."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from longstride.files import beside
from longstride.sound.tagging.id3 import tag_mp3
from longstride.sound.tagging.ogg import tag_ogg
from longstride.sound.tagging.riff import tag_wav
from longstride.sound.tagging.tags import Tags
from longstride.sound.tagging.vorbis import tag_flac

_COPYING: dict[str, Callable[[BinaryIO, BinaryIO, Tags], None]] = {
    "FLAC": tag_flac,
    "OGG": tag_ogg,
    "MP3": tag_mp3,
}


def tag_file(path: Path, container: str, tags: Tags) -> None:
    """Give a sound file its title and chapters; OSError, SoundError."""
    if container == "WAV":
        with path.open("r+b") as file:
            tag_wav(file, tags)
        return
    with beside(path, private=False) as new:
        with path.open("rb") as source, new.open("wb") as target:
            _COPYING[container](source, target, tags)
        new.replace(path)
