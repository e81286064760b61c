"""Controls that go while nobody wants them and come back at the first move."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal

AFTER = 3000
_LASTS = 250


class Fading(Protocol):
    """A control that may fade."""

    strength: float

    def hasFocus(self) -> bool:
        """Return whether it has the keyboard."""
        ...

    def show_strength(self, strength: float) -> None:
        """Fade to ``strength`` 0-1."""
        ...


class Fade(QObject):
    """Fades buttons some time after ``wake``, unless one of them has the (keyboard) focus."""

    gone = Signal(bool)

    def __init__(self, buttons: tuple[Fading, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.buttons = buttons
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(AFTER)
        self.timer.timeout.connect(self._go)
        self._change = QVariantAnimation(self)
        self._change.setDuration(_LASTS)
        self._change.valueChanged.connect(self._show)

    def wake(self, may_go: bool) -> None:
        """Bring the buttons back; ``may_go`` lets them fade again when nothing happens."""
        self.stop()
        self._show(1.0)
        self.gone.emit(False)
        if may_go:
            self.timer.start()

    def stop(self) -> None:
        """Leave everything as it is."""
        self.timer.stop()
        self._change.stop()

    def _go(self) -> None:
        if any(button.hasFocus() for button in self.buttons):
            return
        self._change.setStartValue(1.0)
        self._change.setEndValue(0.0)
        self._change.start()
        self.gone.emit(True)

    def _show(self, strength: float) -> None:
        for button in self.buttons:
            button.show_strength(strength)
