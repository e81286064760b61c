"""The card on Settings for what the athlete owns: backups, export, import."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import (
    BackUp,
    ChooseBackup,
    ExportFile,
    ExportTables,
    Import,
)
from longstride.ui.look.theme import Theme
from longstride.ui.settings.rows import SettingRow
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button

Action = tuple[str, Intention]


class RecordsCard(Card):
    """Offers backups, exports and the import; ``wants`` carries a FileWish."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Your data")
        self.column.setSpacing(16)
        self._theme = theme
        self._add_row(
            "Backups",
            "Longstride copies your journal by itself whenever something has changed.",
            ("Back up now", BackUp()),
            ("Restore…", ChooseBackup()),
        )
        self._add_row(
            "Export",
            "Everything in one JSON file, to keep or to take to a second computer; or as CSV "
            "tables for a spreadsheet.",
            ("Export one file…", ExportFile()),
            ("Export tables…", ExportTables()),
        )
        self._add_row(
            "Import",
            "Adds another journal's export. The newer change wins; doing it twice is harmless.",
            ("Import a file…", Import()),
        )

    def _add_row(self, title: str, hint: str, *actions: Action) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12)
        for text, intention in actions:
            made = button(text)
            made.clicked.connect(lambda _, wish=intention: self.wants.emit(wish))
            row.addWidget(made)
        self.column.addWidget(SettingRow(self._theme, title, hint, buttons))
