"""Buttons of which one is pressed."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneOf(QButtonGroup):
    """A choice of checkable buttons: Tab stops at the pressed one, arrows go to the others.

    While none is pressed, Tab stops at the first.
    A screen reader knows them as radio buttons. ``chosen`` carries the place of what the athlete
    chose, by a click, a key, or a screen reader, which checks a button and never clicks it.
    """

    chosen = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._untold: int | None = None
        self.idToggled.connect(self._toggled)
        self.idClicked.connect(self._tell)

    def add(self, button: QAbstractButton, place: int) -> None:
        """Offer one more button."""
        button.setCheckable(True)
        if self.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.setAutoExclusive(True)  # the group decides; this is what screen readers look at
        self.addButton(button, place)

    def mark(self, place: int) -> None:
        """Press a button without telling of a choice."""
        self.button(place).setChecked(True)
        self._untold = None

    def _toggled(self, place: int, on: bool) -> None:
        if not on:
            return
        for button in self.buttons():
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(strong if self.id(button) == place else click)
        self._untold = place
        QTimer.singleShot(0, self, self._tell_unless_clicked)

    def _tell_unless_clicked(self) -> None:
        if self._untold is not None:
            self._tell(self._untold)

    def _tell(self, place: int) -> None:
        self._untold = None
        self.chosen.emit(place)
