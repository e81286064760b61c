"""Who speaks while a flow runs, the program or a screen reader: asked once, where one is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible

from longstride.settings import Narrator
from longstride.ui.shell.front import FrontPart


class Narration(FrontPart):
    """Asks in the window; ``settled`` carries the Narrator that was chosen."""

    settled = Signal(Narrator)

    def ask(self, then: Callable[[], object] = lambda: None) -> None:
        """Do ``then``, after the question if it is still open and a screen reader runs."""
        if self._engine.settings.narrator is not Narrator.ASK or not QAccessible.isActive():
            then()
            return
        from longstride.ui.player.who_speaks_dialog import WhoSpeaksDialog

        if self._window.findChild(WhoSpeaksDialog) is None:
            dialog = WhoSpeaksDialog(self._theme, self._window)
            dialog.chosen.connect(self.settled)
            dialog.chosen.connect(lambda _: then())
            dialog.open()
