"""Lays out every page and dialog, and says where each widget came to lie and in which typeface.

PYTHONPATH=tests QT_QPA_PLATFORM=offscreen python -m ui.look.measured_pages
"""

import json
import sys

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.shell.window import MainWindow
from typeface import bring_typeface
from ui.see_pages import entries, states

POPUPS = ("QMenu", "QTipLabel", "QMessageBox", "QComboBoxPrivateContainer")
Measured = tuple[str, str, list[int]]


def measured(widget: QWidget) -> Measured:
    """Return its class, the typeface it is written in, and the room it takes."""
    family = QFontInfo(widget.font()).family()
    return type(widget).__name__, family, list(widget.geometry().getRect())  # type: ignore[call-overload]


def settled(window: MainWindow) -> list[Measured]:
    """Return every widget that is to be seen, once the layouts within layouts have come to rest."""
    lying: list[Measured] = []
    for _ in range(20):
        for _ in range(3):
            QApplication.processEvents()
        before = lying
        lying = [measured(one) for one in window.findChildren(QWidget) if one.isVisible()]
        if lying == before:
            break
    return lying


def main() -> None:
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    bring_typeface()
    theme = Theme(DARK)
    apply_theme(app, theme.palette, theme.scale)
    window = MainWindow(theme, entries(theme))
    window.resize(1366, 768)
    window.show()
    found: dict[str, list[Measured]] = {
        "popups": [(name, QFontInfo(app.font(name)).family(), []) for name in POPUPS]
    }
    for name in states(window, theme):
        found[name] = settled(window)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
