"""A progress bar painted by hand."""

from PySide6.QtWidgets import QProgressBar, QWidget

from longstride.ui.theme import Theme

# The window's stylesheet shapes plain progress bars; a painted one is as large as its place.
_UNSHAPED = "min-height: 0; max-height: 16777215px; background: transparent; border: none;"


class Gauge(QProgressBar):
    """A QProgressBar, so that a screen reader knows it; what the eye sees is painted.

    Its value moves in whole steps only: a screen reader would sound at every change.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(_UNSHAPED)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self._theme = theme
        self._strength = 1.0
        theme.changed.connect(self.update)

    def show_strength(self, strength: float) -> None:
        """Dim to ``strength`` 0-1."""
        if strength != self._strength:
            self._strength = strength
            self.update()

    def show_step(self, value: int, maximum: int, text: str) -> None:
        """Tell a screen reader the whole step reached, and how to say it."""
        if (value, maximum, text) == (self.value(), self.maximum(), self.text()):
            return
        self.setUpdatesEnabled(False)  # else Qt paints all that waits, now
        self.setRange(0, maximum)
        self.setFormat(text)
        self.setValue(value)
        self.setUpdatesEnabled(True)
