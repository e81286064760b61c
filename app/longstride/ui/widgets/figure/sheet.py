"""A clear picture to paint on, which is then shown as often as it has to be."""

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPixmap


def clear_sheet(size: QSizeF, ratio: float) -> QPixmap:
    """Return a clear picture of a size in px, on a screen that has ``ratio`` dots for each."""
    sheet = QPixmap((size * ratio).toSize())
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(Qt.GlobalColor.transparent)
    return sheet
