"""Buttons of which one is pressed."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneOf(QButtonGroup):
    """A choice of checkable buttons: Tab stops at the pressed one, arrows go to the others.

    A screen reader knows them as radio buttons.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(self._stop_at)

    def add(self, button: QAbstractButton, place: int) -> None:
        """Offer one more button."""
        button.setCheckable(True)
        button.setAutoExclusive(True)  # the group decides; this is what screen readers look at
        self.addButton(button, place)

    def _stop_at(self, pressed: QAbstractButton, on: bool) -> None:
        for button in self.buttons() if on else ():
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(strong if button is pressed else click)
