"""What the voice said last, in writing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.fit_text import FitText
from longstride.ui.widgets.text import capital

_LOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class Caption(FitText):
    """A quoted sentence, bare where it stands on the page already."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 34, 8, weight=QFont.Weight.Medium, align=_LOW, parent=parent)
        self.setAccessibleName("Last said")

    def show_said(self, said: str) -> None:
        """Show what was said; an empty text leaves the place bare."""
        self.show_text(f"“{capital(said)}”" if said else "")
