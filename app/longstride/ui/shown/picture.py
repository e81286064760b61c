"""A picture as the content of a file."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage


def picture_bytes(image: QImage, kind: str = "png") -> bytes:
    """Return an image in a format by its suffix; nothing where Qt writes none of that name."""
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(drawn, kind)  # type: ignore[call-overload]
    return bytes(drawn.data().data())
