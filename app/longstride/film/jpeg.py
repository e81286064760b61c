"""A picture as a JPEG file: the pixels alone, no word of when, where or by what it was taken."""

from fractions import Fraction

from longstride.core.errors import FilmError
from longstride.core.picture import Picture
from longstride.film.opening import MISSING

WIDTH = 960  # pixels, at most
_QUALITY = 3 * 118  # of 2 to 31, 2 the finest, in FFmpeg's own unit


def jpeg_of(picture: Picture, width: int = WIDTH) -> bytes:
    """Return a picture as JPEG, at most so wide; FilmError where this program cannot make one."""
    try:
        import av
        import numpy as np
    except ImportError as error:
        raise FilmError(MISSING) from error
    scale = min(1.0, width / picture.width)
    size = max(2, round(picture.width * scale)), max(2, round(picture.height * scale))
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
    options = {"flags": "+qscale", "global_quality": str(_QUALITY)}
    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.options = options
    encoder.width, encoder.height = size
    encoder.pix_fmt, encoder.time_base = "yuvj420p", Fraction(1, 1)
    scaled = frame.reformat(*size, format="yuvj420p", interpolation="AREA")
    scaled.pts = 0
    packets = [*encoder.encode(scaled), *encoder.encode(None)]
    return b"".join(map(bytes, packets))
