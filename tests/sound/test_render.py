from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from longstride.core.errors import FileError, SoundError
from longstride.core.timeline.timeline import CueKind
from longstride.sound.frames import PER_MS, RATE
from longstride.sound.mixer import Mix
from longstride.sound.render import FORMATS, write_sound
from longstride.sound.tones import make_tone
from longstride.sound.units import Levels
from sound.scores import ticks

MIX = Mix(ticks(5), {}, Levels())


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_reads_back_as_the_mix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"flow{suffix}"
    write_sound(MIX, path)
    sound, rate = soundfile.read(path, dtype="float32")
    assert rate == RATE
    assert len(sound) == pytest.approx(MIX.duration, abs=RATE // 10)
    template = make_tone(CueKind.TICK, "", 60)
    for second in range(5):
        start = (500 + 1000 * second) * PER_MS - 240
        found = np.correlate(sound[start : start + 480 + len(template)], template)
        assert abs(int(np.argmax(found)) - 240) / PER_MS <= 0.1


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_lossless_formats_hold_every_frame(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"flow{suffix}"
    write_sound(MIX, path)
    sound, _ = soundfile.read(path, dtype="float32")
    assert np.abs(sound - MIX.block(0, MIX.duration)).max() < 1 / 32_000


def test_a_long_vorbis_file_is_written_whole(tmp_path: Path) -> None:
    mix = Mix(ticks(70), {}, Levels())
    write_sound(mix, tmp_path / "long.ogg")
    assert soundfile.info(tmp_path / "long.ogg").frames == mix.duration


def test_only_the_finished_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "flow.WAV"
    path.write_text("what was there before")
    write_sound(MIX, path)
    assert [found.name for found in tmp_path.iterdir()] == ["flow.WAV"]
    assert soundfile.info(path).frames == MIX.duration


def test_an_unknown_suffix_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match=r"flow\.aac.*\.wav, \.flac, \.ogg, \.mp3"):
        write_sound(MIX, tmp_path / "flow.aac")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written"):
        write_sound(MIX, tmp_path / "nowhere" / "flow.wav")


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Refuse files over 100 kB, which reads to a program like a full disk."""
    resource = pytest.importorskip("resource", reason="file size limits are POSIX")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    before = tmp_path / "flow.wav"
    before.write_text("kept")
    with pytest.raises(SoundError, match="disk is full"):
        write_sound(MIX, before)
    assert [found.name for found in tmp_path.iterdir()] == ["flow.wav"]
    assert before.read_text() == "kept"
