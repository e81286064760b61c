"""A push button as a keyboard expects it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton


class PushButton(QPushButton):
    """Pressed by Enter wherever it has the keyboard.

    Qt's own leaves Enter to the dialog, which presses its default button: the athlete would save
    with the keyboard on Cancel.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button if the key is Enter, once however long it is held; say whether it was."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
