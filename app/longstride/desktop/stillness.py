"""Whether the desktop asks for less motion, where Qt cannot tell: from Linux's settings portal."""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from longstride.desktop.bus import answer_of, ask, session_bus

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_GROUP, _KEY = "org.gnome.desktop.interface", "enable-animations"
_PATIENCE = 10_000  # ms: a portal that is only being started may take some


class Stillness(QObject):
    """``told`` comes with True where animations are switched off, and again at every change.

    Nothing comes where no portal answers: then nobody has asked for anything.
    """

    told = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: QDBusConnection | None = None

    def ask(self) -> None:
        """Ask the desktop, without waiting for its answer."""
        bus = self._bus = session_bus()
        if bus is None:
            return
        slot = SLOT("changed(QDBusMessage)")  # the stub says bytes, which PySide6 refuses
        bus.connect(_PORTAL, _PATH, _SETTINGS, "SettingChanged", self, slot)  # type: ignore[call-overload]
        question = QDBusMessage.createMethodCall(_PORTAL, _PATH, _SETTINGS, "ReadOne")
        question.setArguments([_GROUP, _KEY])
        ask(bus, question, _PATIENCE).finished.connect(self._take)

    def _take(self, answered: QDBusPendingCallWatcher) -> None:
        self._tell(answer_of(answered.reply()))

    @Slot(QDBusMessage)
    def changed(self, message: QDBusMessage) -> None:
        """Take a change of any setting of the desktop."""
        match message.arguments():
            case [group, key, value] if (group, key) == (_GROUP, _KEY):
                self._tell(value)

    def _tell(self, animations: object) -> None:
        if isinstance(animations, QDBusVariant):
            animations = animations.variant()
        if isinstance(animations, bool):
            self.told.emit(not animations)
