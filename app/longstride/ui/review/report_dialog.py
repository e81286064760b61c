"""Before a report is saved: whose name stands on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label, overline

_WORDS = (
    "A document of a few pages to print or to hand on: measurements with their error, the charts "
    "and the sessions of the time you look at."
)


class ReportDialog(Overlay):
    """Asks for a name, which may be left out; ``named`` carries it."""

    named = Signal(str)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, "Report as PDF")
        self.name = QLineEdit()
        self.name.setPlaceholderText("Your name, if it should stand there")
        self.name.setAccessibleName("Name on the report")
        self.name.setMaxLength(80)
        self.save = button("Choose where to save it", "primary")
        self.save.setDefault(True)
        self.cancel = button("Cancel", "ghost")
        self.card.column.addWidget(label(_WORDS, "quiet", wrap=True))
        self.card.column.addSpacing(4)
        self.card.column.addWidget(overline("Name"))
        self.card.column.addWidget(self.name)
        self.buttons(self.save, self.cancel)
        self.save.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        self.name.setFocus()

    def _finish(self) -> None:
        self.accept()
        self.named.emit(self.name.text().strip())
