"""A rest in seconds, or as long as the athlete likes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from longstride.ui.editor.pauses import UNTIL_READY
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.amount import Amount
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button

_USUAL = 20  # seconds, once it is to be counted again


class PauseField(QWidget):
    """``changed`` carries whole seconds, or the words of a file for as long as one likes."""

    changed = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.seconds = Amount(theme, name, (0, 999), "s")
        self.until: QPushButton = button("Until I am ready", "pick")
        self.until.setAccessibleName(f"{name}: until I am ready")
        self.until.setCheckable(True)
        row = FlowLayout(self, gap=6)
        row.addWidget(self.seconds)
        row.addWidget(self.until)
        self.seconds.valueChanged.connect(self.changed.emit)
        self.until.toggled.connect(self._turn)

    def show_pause(self, seconds: int | None) -> None:
        """Show a length, None for as long as one likes."""
        self.until.blockSignals(True)
        self.until.setChecked(seconds is None)
        self.until.blockSignals(False)
        self.seconds.setVisible(seconds is not None)
        if seconds is not None:
            self.seconds.show_number(seconds)

    def _turn(self, on: bool) -> None:
        self.changed.emit(UNTIL_READY if on else self.seconds.value() or _USUAL)
