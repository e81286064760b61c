"""Something that goes on, painted by hand."""

from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.dim_label import DimLabel


class Gauge(DimLabel):
    """A label whose name says where it stands; what the eye sees is painted.

    Not a QProgressBar: screen readers speak of those by themselves, in the middle of a count.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self._theme = theme
        theme.changed.connect(self.update)

    def say(self, text: str) -> None:
        """Tell a screen reader that asks how far it is: in whole steps only."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(f"{self._name}: {text}" if text else self._name)
