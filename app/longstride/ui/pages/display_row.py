"""The setting for the display that the player fills; not there where only one can be chosen."""

from PySide6.QtCore import Signal

from longstride.ui.pages.setting_rows import SettingRow
from longstride.ui.theme import Theme
from longstride.ui.widgets.choice import Choice

_NAME = "Full screen on"


class DisplayRow(SettingRow):
    """``chosen`` carries what was offered with the text that was chosen."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self.choice = Choice(theme, _NAME)
        super().__init__(theme, _NAME, "The display a flow is led on.", self.choice)
        self.choice.activated.connect(lambda _: self.chosen.emit(self.choice.value))
        self.hide()

    def offer(self, displays: tuple[tuple[str, object], ...], chosen: object) -> None:
        """Offer displays as (text, value), and mark the chosen one."""
        self.choice.offer(displays, chosen)
        self.setVisible(len(displays) > 2 or chosen is not None)
