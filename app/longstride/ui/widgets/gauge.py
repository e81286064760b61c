"""Something that goes on, painted by hand."""

from PySide6.QtWidgets import QLabel, QWidget

from longstride.ui.look.theme import Theme


class Gauge(QLabel):
    """A label whose name says where it stands; what the eye sees is painted.

    Not a QProgressBar: screen readers speak of those by themselves, in the middle of a count.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self._theme = theme
        self._strength = 1.0
        theme.changed.connect(self.update)

    def show_strength(self, strength: float) -> None:
        """Dim to ``strength`` 0-1."""
        if strength != self._strength:
            self._strength = strength
            self.update()

    def say(self, text: str) -> None:
        """Tell a screen reader that asks how far it is: in whole steps only."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(f"{self._name}: {text}" if text else self._name)
