"""Clips that the tests draw themselves: each frame carries its number in blocks of light."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.container import OutputContainer
from numpy.typing import NDArray

BITS = 10
UNIT = Fraction(1, 90_000)


def numbered(number: int, width: int, height: int) -> NDArray[np.uint8]:
    """Return a grey picture whose upper half spells ``number`` in blocks, most significant first.

    The lower half is darker, so that up and down can be told apart.
    """
    pixels = np.full((height, width, 3), 90, np.uint8)
    pixels[height // 2 :] = 40
    for bit in range(BITS):
        left, right = bit * width // BITS, (bit + 1) * width // BITS
        pixels[: height // 2, left:right] = 235 if number >> (BITS - 1 - bit) & 1 else 20
    return pixels


def number_of(rgb: bytes, width: int, height: int) -> int:
    """Return the number that a picture spells."""
    pixels = np.frombuffer(rgb, np.uint8).reshape(height, width, 3)
    row = pixels[height // 4]
    middles = [(2 * bit + 1) * width // (2 * BITS) for bit in range(BITS)]
    return sum(bool(row[x].mean() > 128) << (BITS - 1 - bit) for bit, x in enumerate(middles))


def draw(
    path: Path,
    times: Sequence[Fraction],
    size: tuple[int, int] = (160, 90),
    codec: str = "libx264",
    options: dict[str, str] | None = None,
    rotation: int = 0,
    mirrored: bool = False,
    aspect: Fraction | None = None,
    shift: int = 0,
    metadata: dict[str, str] | None = None,
    pix: str = "yuv420p",
    unit: Fraction = UNIT,
) -> Path:
    """Write a clip whose frame ``n`` shows at ``times[n]`` s and spells ``n``."""
    flags = {"movflags": "use_metadata_tags"} if metadata else {}
    with av.open(str(path), "w", options=flags) as container:
        container.metadata.update(metadata or {})
        stream = container.add_stream(codec, rate=240, options=options or {})
        stream.width, stream.height = size
        stream.pix_fmt = pix
        stream.codec_context.time_base = unit
        if aspect:
            stream.codec_context.sample_aspect_ratio = aspect
        if rotation or mirrored:
            stream.set_display_rotation(rotation, hflip=mirrored)
        for number, at in enumerate(times):
            frame = av.VideoFrame.from_ndarray(numbered(number, *size), format="rgb24")
            frame.pts, frame.time_base = int(at / unit), unit
            write(container, stream.encode(frame), shift)
        write(container, stream.encode(None), shift)
    return path


def write(container: OutputContainer, packets: Iterable[av.Packet], shift: int) -> None:
    """Write packets, earlier by ``shift`` ticks: what is before 0 then an edit list hides."""
    for packet in packets:
        assert packet.pts is not None and packet.dts is not None
        packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
        container.mux(packet)


def steady(count: int, fps: int) -> list[Fraction]:
    """Return the times of frames at an even rate."""
    return [Fraction(n, fps) for n in range(count)]


def encoded(codec: str, pix: str) -> bytes:
    """Return a picture that spells 9, as a file of that kind."""
    context = av.CodecContext.create(codec, "w")
    context.width, context.height, context.pix_fmt = 160, 90, pix
    context.time_base = Fraction(1, 30)
    frame = av.VideoFrame.from_ndarray(numbered(9, 160, 90), format="rgb24").reformat(format=pix)
    return b"".join(bytes(packet) for packet in [*context.encode(frame), *context.encode(None)])
