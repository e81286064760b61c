"""Who speaks while a flow runs, the program or a screen reader: asked once, where one is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible

from longstride.settings import Narrator

if TYPE_CHECKING:
    from longstride.engine import Engine
    from longstride.ui.main_window import MainWindow
    from longstride.ui.theme import Theme


class Narration(QObject):
    """Asks in the window; ``settled`` carries the Narrator that was chosen."""

    settled = Signal(Narrator)

    def __init__(self, engine: Engine, window: MainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._engine = engine
        self._window = window
        self._theme = theme

    def ask(self, then: Callable[[], object] = lambda: None) -> None:
        """Do ``then``, after the question if it is still open and a screen reader runs."""
        if self._engine.settings.narrator is not Narrator.ASK or not QAccessible.isActive():
            then()
            return
        from longstride.ui.dialogs.who_speaks import WhoSpeaksDialog

        if self._window.findChild(WhoSpeaksDialog) is None:
            dialog = WhoSpeaksDialog(self._theme, self._window)
            dialog.chosen.connect(self.settled)
            dialog.chosen.connect(lambda _: then())
            dialog.open()
