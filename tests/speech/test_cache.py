import os
import stat
import sys
import wave
from dataclasses import replace
from pathlib import Path

import pytest

from longstride.core.errors import SpeechError
from longstride.speech.cache import ClipCache, is_whole
from longstride.speech.voice import Driver, Voice, VoiceChoice

ANNA = Voice("anna", "Anna", "en-gb")
DRIVER = Driver("espeak", "bundled", "1.52", (ANNA,))


def write_wav(path: Path, frames: int = 1000) -> Path:
    with wave.open(str(path), "wb") as clip:
        clip.setparams((1, 2, 22050, frames, "NONE", ""))
        clip.writeframes(bytes(2 * frames))
    return path


def keep_clip(cache: ClipCache, text: str, frames: int = 1000, age: int = 0) -> Path:
    place = cache.place(DRIVER, ANNA, VoiceChoice(), text)
    cache.keep(write_wav(cache.part(""), frames), place)
    os.utime(place, (1e9 - age, 1e9 - age))
    return place


def test_a_clip_has_one_place_for_each_way_of_saying_it(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path)
    choice = VoiceChoice()
    requests = [
        (DRIVER, ANNA, choice, "Lower"),
        (DRIVER, ANNA, choice, "Rise"),
        (DRIVER, ANNA, replace(choice, rate=150), "Lower"),
        (DRIVER, ANNA, replace(choice, pitch=51), "Lower"),
        (DRIVER, replace(ANNA, id="bert"), choice, "Lower"),
        (DRIVER, None, choice, "Lower"),
        (DRIVER, None, replace(choice, language="de"), "Lower"),
        (replace(DRIVER, name="say"), ANNA, choice, "Lower"),
        (replace(DRIVER, library="system"), ANNA, choice, "Lower"),
        (replace(DRIVER, version="1.53"), ANNA, choice, "Lower"),
    ]
    assert len({cache.place(*request) for request in requests}) == len(requests)
    again = ClipCache(tmp_path).place(replace(DRIVER, voices=()), ANNA, choice, "Lower")
    assert again == cache.place(*requests[0])


def test_a_kept_clip_is_found_by_another_run(tmp_path: Path) -> None:
    place = keep_clip(ClipCache(tmp_path), "Lower", age=500)
    assert ClipCache(tmp_path).find(place) == place
    assert place.stat().st_mtime > 1e9, "being found counts as being used"


@pytest.mark.parametrize("size", [0, 43, 44, 1000])
def test_a_broken_clip_is_removed(tmp_path: Path, size: int) -> None:
    cache = ClipCache(tmp_path)
    place = keep_clip(cache, "Lower")
    os.truncate(place, size)
    assert cache.find(place) is None
    assert not place.exists()


def test_what_is_no_sound_file_is_not_whole(tmp_path: Path) -> None:
    page = tmp_path / "page"
    page.write_bytes(b"<html>" * 100)
    assert not is_whole(page)
    assert not is_whole(tmp_path / "missing")
    assert not is_whole(tmp_path)
    assert not is_whole(write_wav(tmp_path / "empty", 0))
    assert is_whole(write_wav(tmp_path / "sound", 1))


def test_an_aiff_file_counts_by_its_own_header(tmp_path: Path) -> None:
    aiff = tmp_path / "clip"
    aiff.write_bytes(b"FORM" + (92).to_bytes(4, "big") + b"AIFF" + bytes(88))
    assert is_whole(aiff)
    os.truncate(aiff, 99)
    assert not is_whole(aiff)


def test_the_longest_unused_clips_go_first(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, cap=10_000)
    ages = {"old": 300, "older": 400, "young": 100, "middle": 200}
    places = {text: keep_clip(cache, text, age=age) for text, age in ages.items()}
    new = keep_clip(cache, "new", frames=1100)
    left = {text for text, place in places.items() if place.exists()}
    assert left == {"young", "middle", "old"}
    assert new.exists()


def test_files_left_by_a_crash_are_swept_and_those_at_work_are_not(tmp_path: Path) -> None:
    crashed, at_work = ClipCache(tmp_path).part(""), ClipCache(tmp_path).part(".aiff")
    os.utime(crashed, (1e9, 1e9))
    keep_clip(ClipCache(tmp_path), "Lower")
    assert not crashed.exists()
    assert at_work.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_can_read_the_cache(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "clips"
    place = keep_clip(ClipCache(folder), "Lower")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_the_driver_is_remembered(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path)
    cache.remember("system", DRIVER)
    assert ClipCache(tmp_path).remembered("system") == DRIVER
    assert ClipCache(tmp_path).remembered("natural") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"voices": 3}', '{"voices": []}', '{"voices": ["a"]}', "\xff"]
)
def test_a_spoilt_memory_is_no_memory(tmp_path: Path, text: str) -> None:
    (tmp_path / "driver-system.json").write_text(text, encoding="latin-1")
    assert ClipCache(tmp_path).remembered("system") is None


def test_a_folder_that_cannot_be_written_is_an_error_with_its_name(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(SpeechError, match=r"cannot be kept in .*file \(.+\): make room"):
        ClipCache(blocked).part("")
