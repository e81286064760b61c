"""What the parts of the window's front end work with, and how each holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from longstride.ui.widgets.notice import Kind, Notice

if TYPE_CHECKING:
    from longstride.core.errors import LongstrideError
    from longstride.engine import Engine
    from longstride.ui.look.theme import Theme
    from longstride.ui.shell.background import Background
    from longstride.ui.shell.window import MainWindow


@dataclass(frozen=True, slots=True, weakref_slot=True)  # its methods are connected to signals
class Front:
    """The engine, the window before it, its look, and where its slow work is done."""

    engine: Engine
    window: MainWindow
    theme: Theme
    background: Background

    def tell(self, key: str, text: str) -> None:
        """Show a lasting trouble in a sentence; "" where it has passed."""
        if text:
            self.window.show_notice(key, Notice(text))
        else:
            self.window.drop_notice(key)

    def done(self, key: str, text: str) -> None:
        """Say what came of something that was wanted."""
        self._answer(key, Notice(text, Kind.DONE, answers=True))

    def refuse(self, error: LongstrideError) -> None:
        """Say why something that was wanted is not done."""
        self.warn(type(error).__name__, str(error))

    def warn(self, key: str, text: str) -> None:
        """Say what is wrong with something that was wanted, even if it was dismissed before."""
        self._answer(key, Notice(text, answers=True))

    def _answer(self, key: str, notice: Notice) -> None:
        self.window.drop_notice(key)
        if notice.text:
            self.window.show_notice(key, notice)


class FrontPart(QObject):
    """A part of the front end, as long-lived as the window unless it is deleted sooner."""

    def __init__(self, front: Front) -> None:
        super().__init__(front.window)
        self._front = front
        self._engine = front.engine
        self._window = front.window
        self._theme = front.theme
        self._background = front.background
