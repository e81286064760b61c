"""What is no film, or damaged, or a trap: one sentence, and nothing else happens."""

import os
import random
import struct
import wave
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import av
import numpy as np
import psutil
import pytest

from film.clips import draw, encoded, steady
from longstride.core.errors import FilmError
from longstride.film.reel import Reel

X264 = {"bf": "3", "g": "20", "preset": "veryfast"}
MANY = int(os.environ.get("LONGSTRIDE_FUZZ", "1"))  # times as many as in an everyday run


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draw(tmp_path_factory.mktemp("clips") / "plain.mp4", steady(30, 30), options=X264)


def sound_alone(path: Path) -> None:
    with wave.open(str(path), "w") as out:
        out.setparams((1, 2, 8000, 0, "NONE", ""))
        out.writeframes(bytes(800))


def sound_in_a_film(path: Path) -> None:
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=44_100)
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 4096), np.float32), "fltp", "mono")
        silence.rate, silence.pts = 44_100, 0
        container.mux([*stream.encode(silence), *stream.encode(None)])


def cut_off(path: Path) -> None:
    whole = draw(path.with_suffix(".mp4"), steady(9, 30)).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def unknown(path: Path) -> None:
    whole = draw(path.with_suffix(".mp4"), steady(9, 30)).read_bytes()
    path.write_bytes(whole.replace(b"avc1", b"zzzz"))


NO_FILM: dict[str, tuple[Callable[[Path], object], str]] = {
    "noise": (lambda p: p.write_bytes(random.Random(4).randbytes(9000)), "no film"),
    "empty": (lambda p: p.touch(), "empty"),
    "text": (lambda p: p.write_text("a stride " * 99), "no film"),
    "folder": (lambda p: p.mkdir(), "no such file"),
    "nothing": (lambda p: p.name, "no such file"),
    "sound": (sound_alone, "no film"),
    "silence": (sound_in_a_film, "no film"),
    "half": (cut_off, "cut off"),
    "codec": (unknown, "does not know"),
    "avi": (lambda p: draw(p.with_suffix(".avi"), steady(9, 30)).rename(p), "save it as MP4"),
    "heic": (lambda p: p.write_bytes(bytes(4) + b"ftypheic" + bytes(99)), "save it as JPEG"),
    "list": (
        lambda p: p.write_text("#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1:9/a.ts\n"),
        "no film",
    ),
    "concat": (lambda p: p.write_text("ffconcat version 1.0\nfile plain.mp4\n"), "no film"),
}


@pytest.mark.parametrize("kind", NO_FILM)
def test_what_is_no_film_is_refused_in_one_sentence(tmp_path: Path, kind: str) -> None:
    make, words = NO_FILM[kind]
    make(tmp_path / kind)
    with pytest.raises(FilmError, match=words) as told:
        Reel(tmp_path / kind)
    assert kind in str(told.value)
    assert str(told.value).endswith(".")


@pytest.mark.parametrize("name", ["plain.mp4", "hurt.ts", "picture.png"])
def test_whatever_is_wrong_in_a_file_is_a_sentence(tmp_path: Path, plain: Path, name: str) -> None:
    """Also with LONGSTRIDE_FUZZ times as many."""
    chance = random.Random(name)
    whole = plain if name == "plain.mp4" else tmp_path / f"whole-{name}"
    if name == "hurt.ts":
        draw(whole, steady(20, 30), options=X264)
    elif name == "picture.png":
        whole.write_bytes(encoded("png", "rgb24"))
    raw, file = whole.read_bytes(), tmp_path / name
    for _ in range(40 * MANY):
        spoilt = bytearray(raw[: chance.choice((len(raw), chance.randrange(len(raw))))])
        for _ in range(chance.choice((1, 20, 200))):
            if spoilt:
                spoilt[chance.randrange(len(spoilt))] = chance.choice((0, 255, 71, 1))
        file.write_bytes(spoilt)
        with suppress(FilmError), Reel(file) as reel:
            reel.picture_at(len(reel.footage.times) - 1, 64)
            list(reel.thumbnails(2))


def test_a_small_file_of_a_huge_picture_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    side = 20_000
    raw = zlib.compressobj(9)
    rows = b"".join(raw.compress(bytes(1 + 3 * side)) for _ in range(40)) + raw.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows))
    before = psutil.Process().memory_info().rss
    with pytest.raises(FilmError, match="too large"):
        Reel(path)
    assert psutil.Process().memory_info().rss - before < 100_000_000


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a part of a PNG file."""
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "pipe.mp4")
    with pytest.raises(FilmError, match="no such file"):
        Reel(tmp_path / "pipe.mp4")


@pytest.mark.parametrize("name", ["img%03d.mp4", "concat-a|b.mp4", "zoë's run.mp4"])
def test_a_name_is_no_pattern(plain: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    try:
        path.write_bytes(plain.read_bytes())
    except OSError:
        pytest.skip("no such names here")
    with Reel(path) as reel:
        assert reel.footage.name == name
