"""Labels and buttons in the roles of the stylesheet; text is always plain, never markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from longstride.ui.widgets.flow_layout import FlowLayout


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """Return a label; ``wrap`` lets it break lines and grow with its column."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made


def overline(text: str) -> QLabel:
    """Return a small heading in capitals that a screen reader still reads as words."""
    made = label(text.upper(), "overline")
    made.setAccessibleName(text)
    return made


def button(text: str, role: str = "") -> QPushButton:
    """Return a push button that is not made a dialog's default by accident."""
    made = QPushButton(text.replace("&", "&&"))
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if role:
        made.setProperty("role", role)
    return made


def clear(layout: QLayout) -> None:
    """Remove and delete every widget of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()  # gone from sight now, from memory when Qt has time
            widget.deleteLater()


class Pills(QWidget):
    """A row of short facts that breaks where the column ends."""

    def __init__(self, texts: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, gap=6)
        self.show_texts(texts)

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Replace the facts."""
        clear(self._row)
        for text in texts:
            self._row.addWidget(label(text, "pill"))
