from mmap import mmap
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.errors import SoundError
from longstride.sound.clips import HIGHEST_PEAK, SPEECH_LUFS, Clip, read_clip
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.loudness import loudness


def sine(seconds: float, hertz: float = 997.0, rate: int = RATE) -> Samples:
    turns = 2 * np.pi * hertz * np.arange(int(seconds * rate)) / rate
    return np.sin(turns).astype(np.float32)


def spiky(seconds: float) -> Samples:
    """Return a soft tone with a loud crack each second."""
    samples = 0.02 * sine(seconds, 300.0)
    samples[RATE // 6 :: RATE] = 0.8
    return samples


def write(path: Path, samples: Samples, rate: int = RATE) -> Path:
    soundfile.write(path, samples, rate)
    return path


def test_full_scale_sine_has_the_loudness_of_the_standard() -> None:
    assert loudness(sine(5.0)) == pytest.approx(-3.01, abs=0.05)


def test_a_pause_does_not_make_speech_softer() -> None:
    speech = 0.1 * sine(3.0)
    with_pause = np.concatenate((speech, np.zeros(5 * RATE, np.float32)))
    assert loudness(with_pause) == pytest.approx(loudness(speech), abs=0.6)


def test_bass_counts_less_than_treble() -> None:
    assert loudness(sine(2.0, 40.0)) < loudness(sine(2.0, 997.0)) - 4
    assert loudness(sine(2.0, 4000.0)) > loudness(sine(2.0, 997.0)) + 2


def test_silence_has_no_loudness() -> None:
    assert loudness(np.zeros(RATE, np.float32)) == -np.inf


def test_a_word_shorter_than_a_block_is_measured_by_itself() -> None:
    assert loudness(0.1 * sine(0.2)) == pytest.approx(loudness(0.1 * sine(2.0)), abs=0.5)


@pytest.mark.parametrize(("rate", "channels"), [(22_050, 1), (44_100, 2), (48_000, 1), (16_000, 2)])
def test_any_rate_and_any_channels_become_mono_at_48k(
    tmp_path: Path, rate: int, channels: int
) -> None:
    tone = np.repeat(0.5 * sine(1.0, rate=rate)[:, None], channels, axis=1)
    clip = read_clip(write(tmp_path / "one.wav", tone, rate))
    assert clip.samples.ndim == 1
    assert clip.frames.dtype == np.int16
    assert clip.length == pytest.approx(1000, abs=12)
    assert np.argmax(np.abs(np.fft.rfft(clip.samples, RATE))) == pytest.approx(997, abs=2)


def test_silence_around_a_word_goes_and_length_is_rounded_up(tmp_path: Path) -> None:
    quiet = np.zeros(RATE, np.float32)
    word = 0.5 * sine(0.5)
    clip = read_clip(write(tmp_path / "word.flac", np.concatenate((quiet, word, quiet))))
    assert 500 <= clip.length <= 512
    assert clip.length == -(-len(clip.samples) // PER_MS)


def test_edges_are_faded(tmp_path: Path) -> None:
    clip = read_clip(write(tmp_path / "word.wav", 0.5 * sine(0.5)))
    assert clip.samples[0] == clip.samples[-1] == 0


@given(lead=st.integers(20, 300))
def test_onset_is_where_the_vowel_begins(tmp_path_factory: pytest.TempPathFactory, lead: int):
    consonant = 0.05 * sine(lead / 1000, 5000.0)
    path = tmp_path_factory.mktemp("clips") / "count.wav"
    clip = read_clip(write(path, np.concatenate((consonant, 0.6 * sine(0.3)))))
    assert clip.onset == pytest.approx(lead, abs=6)


def test_a_sudden_word_begins_on_its_beat(tmp_path: Path) -> None:
    assert read_clip(write(tmp_path / "tap.wav", 0.6 * sine(0.3))).onset <= 3


@pytest.mark.parametrize("as_made", [0.004, 0.1, 0.9])
@pytest.mark.parametrize("seconds", [0.25, 0.8, 3.0])
def test_whatever_was_said_comes_to_speaking_level(
    tmp_path: Path, as_made: float, seconds: float
) -> None:
    clip = read_clip(write(tmp_path / "word.wav", as_made * sine(seconds)))
    assert loudness(clip.samples) == pytest.approx(SPEECH_LUFS, abs=0.3)


def test_a_peak_holds_the_gain_down(tmp_path: Path) -> None:
    clip = read_clip(write(tmp_path / "spiky.wav", spiky(3.0)))
    assert np.abs(clip.samples).max() == pytest.approx(HIGHEST_PEAK, rel=0.01)


def test_a_broken_file_is_a_sentence_with_its_name(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF....WAVEnothing")
    for path in (broken, tmp_path / "absent.wav"):
        with pytest.raises(SoundError, match=path.name):
            read_clip(path)


def test_a_silent_file_is_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "silent.wav", np.zeros(RATE, np.float32))
    with pytest.raises(SoundError, match="only silence"):
        read_clip(path)


def test_an_empty_file_is_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "empty.wav", np.zeros(0, np.float32))
    with pytest.raises(SoundError, match="only silence"):
        read_clip(path)


def test_a_clip_lies_in_pages_of_its_own(tmp_path: Path) -> None:
    """Else hours of flows leave holes in the heap, larger than what they have said."""
    clip = read_clip(write(tmp_path / "one.wav", 0.5 * sine(0.4), RATE))
    base: object = clip.frames
    while isinstance(base, np.ndarray):
        base = base.base
    assert isinstance(base.obj if isinstance(base, memoryview) else base, mmap)


@given(st.floats(1e-4, 8.0))
def test_a_clip_of_any_loudness_is_kept_with_the_same_care(peak: float) -> None:
    samples = np.float32(peak) * sine(0.1)
    clip = Clip.of(samples, 100, 0)
    assert clip.frames.dtype == np.int16
    assert np.abs(clip.samples - samples).max() <= np.abs(samples).max() * 2**-14


def test_silence_is_kept_too() -> None:
    assert not Clip.of(np.zeros(48, np.float32), 1, 0).samples.any()
