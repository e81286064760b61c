"""The pictures of stills, read for the window."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

SMALL = 360  # px of the longer side, in a list


def read_still(file: Path, most: int | None = None) -> QImage:
    """Return a picture, at most ``most`` px on its longer side; null where its file is gone."""
    reader = QImageReader(str(file))
    size = reader.size()
    if most is not None and size.isValid():
        fit = size.scaled(QSize(most, most), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fit.boundedTo(size))
    return reader.read()
