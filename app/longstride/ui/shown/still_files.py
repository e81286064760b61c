"""The pictures of stills: files in the athlete's data, for their owner's eyes alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from longstride.core.errors import FileError
from longstride.files import write_whole
from longstride.ui.shown.picture import picture_bytes

if TYPE_CHECKING:
    from longstride.paths import Paths

SMALL = 360  # px of the longer side, in a list


def still_file(paths: Paths, still: UUID) -> Path:
    """Return where the picture of a still lies."""
    return paths.data / "stills" / f"{still}.jpg"


def write_still(paths: Paths, still: UUID, image: QImage) -> None:
    """Write a picture as JPEG with nothing else in it; FileError where it cannot be."""
    file = still_file(paths, still)
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileError(
            f"{file.parent} cannot be made ({error.strerror}); see that you may write there."
        ) from error
    write_whole(file, picture_bytes(image, "jpg"))


def read_still(paths: Paths, still: UUID, most: int | None = None) -> QImage:
    """Return a picture, at most ``most`` px on its longer side; null where its file is gone."""
    reader = QImageReader(str(still_file(paths, still)))
    size = reader.size()
    if most is not None and size.isValid():
        fit = size.scaled(QSize(most, most), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fit.boundedTo(size))
    return reader.read()
