"""Before a report is saved: whose name stands on it, and which kept pictures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.shown.measured import ShownStill
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.choice import Switch
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label, overline

_WORDS = (
    "A few pages to print or hand on: your measurements with their error, the charts and the "
    "sessions of the time you look at."
)
_STILLS = "Kept pictures show you, so only those you choose go in."


class ReportDialog(Overlay):
    """Asks for a name, which may be left out, and for pictures, none at first.

    ``named`` carries the name and a tuple of ShownStills.
    """

    named = Signal(str, tuple)

    def __init__(self, theme: Theme, host: QWidget, stills: tuple[ShownStill, ...] = ()) -> None:
        super().__init__(theme, host, "Report as PDF")
        self._stills = stills
        self.name = QLineEdit()
        self.name.setPlaceholderText("Your name, if you want it there")
        self.name.setAccessibleName("Name on the report")
        self.name.setMaxLength(80)
        self.switches = tuple(Switch(theme, _still_words(still)) for still in stills)
        self.save = button("Choose where to save it", "primary")
        self.save.setDefault(True)
        self.cancel = button("Cancel", "ghost")
        self.card.column.addWidget(label(_WORDS, "quiet", wrap=True))
        self.card.column.addSpacing(4)
        self.card.column.addWidget(overline("Name"))
        self.card.column.addWidget(self.name)
        if stills:
            self._add_stills()
        self.buttons(self.save, self.cancel)
        self.save.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        self.name.setFocus()

    def _add_stills(self) -> None:
        column = self.card.column
        column.addSpacing(4)
        column.addWidget(overline("Kept pictures"))
        column.addWidget(label(_STILLS, "quiet", wrap=True))
        grid = QGridLayout()
        for row, (still, switch) in enumerate(zip(self._stills, self.switches, strict=True)):
            grid.addWidget(label(_still_words(still), wrap=True), row, 0)
            grid.addWidget(switch, row, 1)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)

    def _finish(self) -> None:
        self.accept()
        chosen = zip(self._stills, self.switches, strict=True)
        stills = tuple(still for still, switch in chosen if switch.isChecked())
        self.named.emit(self.name.text().strip(), stills)


def _still_words(still: ShownStill) -> str:
    return f"{still.title}, {full_day(still.day)}"
