"""Longstride's typeface for an application that is not the whole program."""

from PySide6.QtWidgets import QApplication

from longstride.paths import find_paths
from longstride.ui.look.theme import font
from longstride.ui.look.typeface import load_typeface


def bring_typeface() -> None:
    """Load it once there is an application, so that nothing is measured in a font of the system."""
    assert load_typeface(find_paths(None, {}).fonts)
    QApplication.setFont(font(15))
