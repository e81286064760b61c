"""What the parts of the window's front end work with, and how each holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from longstride.engine import Engine
    from longstride.ui.look.theme import Theme
    from longstride.ui.shell.background import Background
    from longstride.ui.shell.window import MainWindow


@dataclass(frozen=True, slots=True)
class Front:
    """The engine, the window before it, its look, and where its slow work is done."""

    engine: Engine
    window: MainWindow
    theme: Theme
    background: Background


class FrontPart(QObject):
    """A part of the front end, as long-lived as the window unless it is deleted sooner."""

    def __init__(self, front: Front) -> None:
        super().__init__(front.window)
        self._front = front
        self._engine = front.engine
        self._window = front.window
        self._theme = front.theme
        self._background = front.background
