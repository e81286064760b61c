"""Each frame of every kind of clip is the one that was asked for; what is no clip says so."""

import os
import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Literal

import numpy as np
import psutil
import pytest
from numpy.typing import NDArray

from film.clips import draw, encoded, number_of, steady
from longstride.core.errors import FilmError
from longstride.core.picture import Picture
from longstride.film.opening import LONGEST, SECOND
from longstride.film.reel import RING, Reel, is_here, sha256_of

X264 = {"bf": "3", "g": "20", "preset": "veryfast"}
QUICK = {"preset": "ultrafast", "g": "12"}
MANY = int(os.environ.get("LONGSTRIDE_FUZZ", "1"))  # times as many as in an everyday run
Pixels = NDArray[np.uint8]
UNRINGED = 159  # pixels of the longer side: as any but SHOWN, decoded anew each time


def uneven(count: int, seed: int = 1) -> list[Fraction]:
    gaps = random.Random(seed).choices([1, 2, 3, 5], k=count)
    return [Fraction(sum(gaps[:n]), 90) for n in range(count)]


KINDS: dict[str, Callable[[Path], Path]] = {
    "b-frames.mp4": lambda p: draw(p, steady(48, 30), options=X264),
    "240-fps.mp4": lambda p: draw(p, steady(48, 240), options=X264),
    "uneven.mp4": lambda p: draw(p, uneven(48), options=X264),
    "edit-list.mp4": lambda p: draw(p, steady(55, 30), options=X264, shift=7 * 3000),
    "stream.ts": lambda p: draw(p, steady(48, 30), options=X264),
    "open-gop.mp4": lambda p: draw(
        p, steady(48, 30), codec="libx265", options={"x265-params": "log-level=none:keyint=12"}
    ),
    "matroska.mkv": lambda p: draw(p, steady(48, 30), options=X264),
    "jpegs.avi": lambda p: draw(
        p, steady(48, 30), codec="mjpeg", pix="yuvj420p", unit=Fraction(1, 30)
    ),
    "4k.mp4": lambda p: draw(p, steady(2, 60), (3840, 2160), options=QUICK),
    "odd.mkv": lambda p: draw(p, steady(5, 30), (161, 93), codec="ffv1"),
    "one.mp4": lambda p: draw(p, steady(1, 30)),
}
HIDDEN = {"edit-list.mp4": 7}  # frames before the first that is seen


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clips")


@pytest.fixture(scope="module")
def plain(folder: Path) -> Path:
    return draw(folder / "plain.mp4", steady(90, 30), options=X264)


def spelt(picture: Picture) -> int:
    return number_of(picture.rgb, picture.width, picture.height)


@pytest.mark.parametrize("name", KINDS)
def test_the_frame_is_the_one_asked_for(folder: Path, name: str) -> None:
    hidden = HIDDEN.get(name, 0)
    with Reel(KINDS[name](folder / name)) as reel:
        frames = range(len(reel.footage.times))
        there_and_back = [*frames, *reversed(frames), *random.Random(3).sample(frames, len(frames))]
        found = [spelt(reel.picture_at(index, UNRINGED)) - hidden for index in there_and_back]
        assert found == there_and_back


def test_times_are_what_was_filmed(folder: Path) -> None:
    times = uneven(48, seed=2)
    with Reel(draw(folder / "times.mp4", times, options=X264)) as reel:
        assert reel.footage.times == tuple(round(at * SECOND) for at in times)
        for index, us in enumerate(reel.footage.times):
            assert reel.footage.index_at(us) == reel.footage.index_at(us + 1) == index
        assert reel.footage.index_at(-1) == 0


def test_a_clip_is_known_by_its_rate_and_the_one_that_the_telephone_noted(folder: Path) -> None:
    noted = {"com.android.capture.fps": "240.0"}
    with Reel(draw(folder / "slow.mp4", steady(31, 30), metadata=noted)) as reel:
        assert (round(reel.footage.fps, 2), reel.footage.filmed_fps) == (30.0, 240.0)


@pytest.mark.parametrize(("rotation", "upright"), [(-90, -1), (90, 1), (180, 2)])
def test_a_turned_clip_is_seen_upright(folder: Path, rotation: int, upright: int) -> None:
    with Reel(draw(folder / f"{rotation}.mp4", steady(4, 30), rotation=rotation)) as reel:
        seen = reel.picture_at(3)
        size = (160, 90) if upright == 2 else (90, 160)
        assert (reel.footage.width, reel.footage.height) == (seen.width, seen.height) == size
        pixels = np.frombuffer(seen.rgb, np.uint8).reshape(seen.height, seen.width, 3)
        as_stored = np.rot90(pixels, -upright)
        assert number_of(as_stored.tobytes(), 160, 90) == 3


@pytest.mark.parametrize("rotation", [0, 90, 180, -90])
def test_a_clip_of_a_front_camera_is_seen_unmirrored(folder: Path, rotation: int) -> None:
    path = folder / f"mirrored-{rotation}.mp4"
    with Reel(draw(path, steady(4, 30), rotation=rotation, mirrored=True)) as reel:
        seen = reel.picture_at(3)
        pixels = np.frombuffer(seen.rgb, np.uint8).reshape(seen.height, seen.width, 3)
        as_stored = np.rot90(pixels[:, ::-1], -rotation // 90)
        assert number_of(as_stored.tobytes(), 160, 90) == 3
        assert as_stored[10].mean() > as_stored[-10].mean()


def test_pixels_that_are_not_square_are_made_so(folder: Path) -> None:
    with Reel(draw(folder / "wide.mp4", steady(4, 30), aspect=Fraction(4, 3))) as reel:
        assert (reel.footage.width, reel.footage.height) == (213, 90)
        assert spelt(reel.picture_at(2)) == 2


def test_the_ring_steps_back_without_decoding_and_stays_small(plain: Path) -> None:
    with Reel(plain) as reel:
        assert [spelt(reel.picture_at(n)) for n in range(90)] == [*range(90)]
        ring = reel._ring
        assert len(ring) == RING
        kept = [id(ring[n]) for n in range(89, 40, -1)]
        assert kept == [id(reel.picture_at(n)) for n in range(89, 40, -1)]
        assert [spelt(reel.picture_at(n)) for n in range(40, -1, -1)] == [*range(40, -1, -1)]
        assert len(ring) == RING


def test_thumbnails_are_in_order_and_small(plain: Path) -> None:
    with Reel(plain) as reel:
        found = [*reel.thumbnails()]
        assert len(found) == 12
        assert max(max(p.width, p.height) for p in found) == 160
        numbers = [spelt(picture) for picture in found]
        assert numbers == sorted(set(numbers))
        assert spelt(reel.picture_at(50)) == 50


def test_a_long_clip_is_read_in_part(folder: Path) -> None:
    times = [Fraction(30 * n) for n in range(60)]
    with Reel(draw(folder / "long.mp4", times, (32, 32))) as reel:
        assert reel.footage.cut
        assert reel.footage.times[-1] <= LONGEST


@pytest.mark.parametrize(
    ("codec", "pix"),
    [("png", "rgb24"), ("mjpeg", "yuvj420p"), ("libwebp", "yuv420p"), ("tiff", "rgb24")],
)
def test_a_picture_is_a_clip_of_one_frame(tmp_path: Path, codec: str, pix: str) -> None:
    for name in ("picture", "picture.jpg", "picture-1.png", "clip.mp4"):
        path = tmp_path / name
        path.write_bytes(encoded(codec, pix))
        with Reel(path) as reel:
            assert reel.footage.is_picture
            assert spelt(reel.picture_at(0)) == 9


AS_STORED: dict[int, Callable[[Pixels], Pixels]] = {  # by EXIF orientation, from what is seen
    1: lambda seen: seen,
    2: lambda seen: seen[:, ::-1],
    3: lambda seen: seen[::-1, ::-1],
    4: lambda seen: seen[::-1],
    5: lambda seen: seen.transpose(1, 0, 2),
    6: np.rot90,
    7: lambda seen: seen[::-1, ::-1].transpose(1, 0, 2),
    8: lambda seen: np.rot90(seen, -1),
}


@pytest.mark.parametrize("orientation", AS_STORED)
@pytest.mark.parametrize("order", ["little", "big"])
def test_a_photograph_is_turned_as_the_camera_was_held(
    tmp_path: Path, orientation: int, order: Literal["little", "big"]
) -> None:
    (tmp_path / "p.jpg").write_bytes(photograph(orientation, order))
    with Reel(tmp_path / "p.jpg") as reel:
        seen = reel.picture_at(0)
        assert (reel.footage.width, reel.footage.height) == (seen.width, seen.height)
        pixels = np.frombuffer(seen.rgb, np.uint8).reshape(seen.height, seen.width, 3)
        stored = AS_STORED[orientation](pixels)
        assert number_of(stored.tobytes(), 160, 90) == 9
        assert stored[10].mean() > stored[-10].mean()


def test_a_note_beside_a_picture_may_be_cut_off(tmp_path: Path) -> None:
    whole = photograph(2, "big")
    for end in range(2, 46):
        (tmp_path / "p.jpg").write_bytes(whole[:20] + whole[20 : 20 + end] + whole[70:])
        try:
            Reel(tmp_path / "p.jpg").close()
        except FilmError as error:
            assert "p.jpg" in str(error)


def photograph(orientation: int, order: Literal["little", "big"]) -> bytes:
    """Return a picture that spells 9 as it is stored, with how the camera was held."""
    tiff = [(42, 2), (8, 4), (1, 2), (0x112, 2), (3, 2), (1, 4), (orientation, 2), (0, 2), (0, 4)]
    begin = b"Exif\0\0" + (b"II" if order == "little" else b"MM")
    note = begin + b"".join(number.to_bytes(size, order) for number, size in tiff)
    jpeg = encoded("mjpeg", "yuvj420p")
    return jpeg[:2] + b"\xff\xe1" + (len(note) + 2).to_bytes(2, "big") + note + jpeg[2:]


def test_a_frame_that_is_damaged_says_so_and_the_others_go_on(folder: Path) -> None:
    path = draw(folder / "hurt.ts", steady(60, 30), (320, 180), options=X264)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * 0.6)])
    with Reel(path) as reel:
        assert spelt(reel.picture_at(5)) == 5
        assert len(reel.footage.times) < 60


def test_damage_in_the_middle_is_of_its_frame_alone(folder: Path) -> None:
    path = draw(folder / "rows.mov", steady(9, 30), codec="png", pix="rgb24")
    whole = bytearray(path.read_bytes())
    fifth = [at for at in range(len(whole)) if whole[at : at + 4] == b"IHDR"][4]
    whole[fifth : fifth + 40] = bytes(40)
    path.write_bytes(whole)
    with Reel(path) as reel:
        assert [spelt(reel.picture_at(n)) for n in (0, 1, 2, 3)] == [0, 1, 2, 3]
        with pytest.raises(FilmError, match="Frame 5 of rows"):
            reel.picture_at(4)
        assert [spelt(reel.picture_at(n)) for n in (5, 8, 6, 3)] == [5, 8, 6, 3]


def test_what_comes_before_the_first_key_frame_is_none_of_the_clip(folder: Path) -> None:
    path = draw(folder / "joined.ts", steady(60, 30), (320, 180), options=X264)
    packets = path.read_bytes()
    path.write_bytes(packets[188 * (len(packets) // 188 // 5) :])  # as joined on the air
    with Reel(path) as reel:
        first, count = spelt(reel.picture_at(0)), len(reel.footage.times)
        assert first > 0 and first + count == 60
        assert spelt(reel.picture_at(count - 1)) == 59
        assert reel.footage.times[0] == 0


def test_a_file_that_vanishes_is_told(tmp_path: Path, plain: Path) -> None:
    path = tmp_path / "gone.mp4"
    path.write_bytes(plain.read_bytes())
    assert len(sha256_of(path)) == 64
    with Reel(path) as reel:
        path.unlink()
        reel.picture_at(3)  # as a film that was opened before; or a sentence
    with pytest.raises(FilmError, match="cannot be read"):
        Reel(path)
    with pytest.raises(FilmError, match="cannot be read"):
        sha256_of(path)


@pytest.fixture
def counted() -> Iterator[Callable[[], int]]:
    process = psutil.Process()
    yield process.num_fds if hasattr(process, "num_fds") else process.num_handles


def test_opening_many_leaves_nothing_open(
    plain: Path, tmp_path: Path, counted: Callable[[], int]
) -> None:
    (tmp_path / "half").write_bytes(plain.read_bytes()[:900])
    before = counted()
    for _ in range(40):
        with Reel(plain) as reel:
            reel.picture_at(30)
        with pytest.raises(FilmError):
            Reel(tmp_path / "half")
    reel.close()
    assert counted() <= before


def test_film_can_be_read_here() -> None:
    assert is_here()
