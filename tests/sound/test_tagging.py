"""Title and chapters stand in sound files, and the sound is what it was."""

import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import soundfile

from longstride.core.errors import SoundError
from longstride.sound.frames import PER_MS
from longstride.sound.mixer import Mix
from longstride.sound.render import FORMATS, sound_file, write_sound
from longstride.sound.tagging.id3 import id3_tag
from longstride.sound.tagging.ogg import tag_ogg
from longstride.sound.tagging.tags import Chapter, Tags
from longstride.sound.tagging.vorbis import comments, tag_flac
from longstride.sound.units import Levels
from sound.scores import ticks

MIX = Mix(ticks(5), {}, Levels())
TAGS = Tags("Бёдра & hips", (Chapter(0, "Glute bridge"), Chapter(2500, "Kníe 腰")), 5000)
MANY = Tags("Many", tuple(Chapter(each * 10, f"{each} " + "腰" * 60) for each in range(500)), 5000)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("tags", [TAGS, MANY, Tags("None")], ids=["two", "many", "none"])
def test_the_sound_is_the_same_and_the_title_is_read(
    tmp_path: Path, suffix: str, tags: Tags
) -> None:
    plain, tagged = tmp_path / f"plain{suffix}", tmp_path / f"tagged{suffix}"
    write_sound(MIX, plain)
    write_sound(MIX, tagged, tags)
    with soundfile.SoundFile(tagged) as file:
        assert file.copy_metadata().get("title") == tags.title
        assert np.array_equal(file.read(), soundfile.read(plain)[0])
    assert {path.name for path in tmp_path.iterdir()} == {plain.name, tagged.name}


@pytest.mark.parametrize("suffix", [".flac", ".ogg"])
def test_comments_name_each_chapter(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"flow{suffix}"
    write_sound(MIX, path, TAGS)
    content = path.read_bytes()
    for text in ("CHAPTER001=00:00:00.000", "CHAPTER002=00:00:02.500", "CHAPTER002NAME=Kníe 腰"):
        assert struct.pack("<I", len(text.encode())) + text.encode() in content
    assert comments(Tags("A"), b"me").endswith(struct.pack("<II", 1, 7) + b"TITLE=A")


def test_a_wav_has_a_cue_where_each_chapter_begins(tmp_path: Path) -> None:
    path = tmp_path / "flow.wav"
    write_sound(MIX, path, TAGS)
    content = path.read_bytes()
    assert struct.unpack_from("<I", content, 4) == (len(content) - 8,)
    at = content.index(b"cue ")
    assert struct.unpack_from("<II", content, at + 4) == (4 + 2 * 24, 2)
    point = struct.pack("<II4sIII", 2, 2500 * PER_MS, b"data", 0, 0, 2500 * PER_MS)
    assert point in content
    assert struct.pack("<I", 2) + "Kníe 腰".encode() + b"\0" in content


def test_an_mp3_begins_with_its_chapters(tmp_path: Path) -> None:
    path = tmp_path / "flow.mp3"
    write_sound(MIX, path, TAGS)
    content = path.read_bytes()
    assert content.startswith(id3_tag(TAGS))
    assert content[len(id3_tag(TAGS))] == 0xFF  # the sound begins, and no other tag
    assert b"CTOC" in content
    assert b"chp1\0" + struct.pack(">II", 2500, 5000) + b"\xff" * 8 + b"TIT2" in content
    tag = id3_tag(MANY)
    assert tag.count(b"CHAP") == 250
    assert tag[tag.index(b"toc\0") + 5] == 250


def test_what_is_no_sound_of_its_kind_is_one_sentence() -> None:
    for tag in (tag_flac, tag_ogg):
        for content in (b"", b"RIFF" * 50, b"OggS" + bytes(23)):
            with pytest.raises(SoundError, match="could not be given its chapters"):
                tag(BytesIO(content), BytesIO(), TAGS)


def test_who_gives_up_on_the_way_is_left_with_no_file(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), sound_file(tmp_path / "flow.ogg") as write:
        steps = write(MIX, TAGS)
        assert next(steps) == (0, MIX.duration)
        steps.close()
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())
