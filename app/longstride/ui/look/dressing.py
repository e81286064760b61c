"""How the whole program looks: the theme that the settings and the desktop ask for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from longstride.settings import Motion, Settings
from longstride.ui.look.palette import palette_for
from longstride.ui.look.theme import Theme, Wears, apply_theme

if TYPE_CHECKING:
    from longstride.desktop.stillness import Stillness

# The sizes a window shows of itself; the desktop takes larger ones from its own theme.
_ICON_SIDES = (16, 24, 32, 48, 64, 128)


def window_icon(resources: Path) -> QIcon:
    """Return the program's icon as drawn for each size."""
    icon = QIcon()
    for side in _ICON_SIDES:
        drawing = resources / f"icons/hicolor/{side}x{side}/apps/longstride.png"
        icon.addFile(str(drawing), QSize(side, side))
    return icon


class Dressing(QObject):
    """Keeps the theme as the settings have it, and follows the desktop between dark and light."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = Theme()
        self._settings = settings
        self._stillness: Stillness | None = None
        self._still = False
        self.dress(settings)
        self._restyle()
        self.theme.changed.connect(self._restyle)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def dress(self, settings: Settings) -> None:
        """Take colours, the size of text, the amount of motion and the figure from settings."""
        self._settings = settings
        reduced = settings.motion is Motion.REDUCED or (
            settings.motion is Motion.SYSTEM and self._still
        )
        palette = palette_for(settings.theme, QGuiApplication.styleHints().colorScheme())
        figure = Wears(settings.kit.value, settings.skin.value, settings.simple_figure)
        self.theme.change(palette, settings.text_scale, reduced, figure)

    def follow_motion(self) -> None:
        """Ask the desktop how much is to move, and follow it; not before the window stands.

        Only Linux has somebody to ask: Qt tells it from 6.12 on.
        """
        if sys.platform == "linux":
            from longstride.desktop.stillness import Stillness

            self._stillness = Stillness(self)
            self._stillness.told.connect(self.take_stillness)
            self._stillness.ask()

    def take_stillness(self, still: bool) -> None:
        """Take what the desktop says: whether little is to move."""
        self._still = still
        self.dress(self._settings)

    def _follow_desktop(self) -> None:
        self.dress(self._settings)

    def _restyle(self) -> None:
        app = cast("QApplication", QApplication.instance())
        apply_theme(app, self.theme.palette, self.theme.scale)
