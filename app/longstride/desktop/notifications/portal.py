"""Notifications by the desktop portal, which every Linux desktop of today brings along."""

from __future__ import annotations

from PySide6.QtCore import SLOT, QMetaType, QObject, Slot
from PySide6.QtDBus import QDBusArgument, QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from longstride.desktop.bus import answer_of, ask, session_bus
from longstride.desktop.instance import use_token
from longstride.desktop.notifications.way import PATIENCE, Notification, Then, Way, WayName

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_NOTIFICATION = "org.freedesktop.portal.Notification"


class Portal(Way):
    """Shows notifications with buttons, where a portal answers."""

    name = WayName.PORTAL

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: QDBusConnection | None = None
        self._shown: str | None = None

    def find(self, then: Then) -> None:
        """Ask for the version of the portal's notifications."""

        def take(call: QDBusPendingCallWatcher) -> None:
            then(isinstance(answer_of(call.reply()), int))

        question = QDBusMessage.createMethodCall(
            _PORTAL, _PATH, "org.freedesktop.DBus.Properties", "Get"
        )
        question.setArguments([_NOTIFICATION, "version"])
        bus = self._reach()
        if bus is None:
            then(False)
        else:
            ask(bus, question, PATIENCE).finished.connect(take)

    def tell(self, notification: Notification, then: Then) -> None:
        """Show a notification; one that the portal took too long for is taken back."""

        def take(call: QDBusPendingCallWatcher) -> None:
            told = call.reply().type() is QDBusMessage.MessageType.ReplyMessage
            if not told and self._shown == notification.id:
                self.withdraw()  # or a portal that wakes up later shows it a second time
            then(told)

        bus = self._reach()
        if bus is None:
            then(False)
            return
        self._shown = notification.id
        message = _message("AddNotification", notification.id, _values(notification))
        ask(bus, message, PATIENCE).finished.connect(take)

    def withdraw(self) -> None:
        """Take away what is shown."""
        shown, self._shown = self._shown, None
        if self._bus is not None and shown is not None:
            self._bus.send(_message("RemoveNotification", shown))

    @Slot(QDBusMessage)
    def invoked(self, message: QDBusMessage) -> None:
        """Take what was pressed; what other programs show has other ids."""
        match message.arguments():
            case [str(shown), str(action), *rest] if shown == self._shown:
                use_token(_token(rest))
                self.pressed.emit(shown, action)

    def _reach(self) -> QDBusConnection | None:
        """Return the bus, listened to from its first use."""
        if self._bus is None:
            bus = self._bus = session_bus()
            if bus is not None:
                slot = SLOT("invoked(QDBusMessage)")  # the stub says bytes, which PySide6 refuses
                bus.connect(_PORTAL, _PATH, _NOTIFICATION, "ActionInvoked", self, slot)  # type: ignore[call-overload]
        return self._bus


def _token(parameters: list[object]) -> str:
    """Return what lets a window come forward after the press, "" where nothing does."""
    given = parameters[0] if parameters and isinstance(parameters[0], list) else []
    found = [each.get("activation-token") for each in given if isinstance(each, dict)]
    return next((token for token in found if isinstance(token, str)), "")


def _values(notification: Notification) -> dict[str, object]:
    return {
        "title": notification.title,
        "body": notification.body,
        "default-action": notification.action,
        "buttons": _buttons(notification),
    }


def _buttons(notification: Notification) -> QDBusArgument:
    """Return the buttons in the type the portal wants, which no list of Python's has."""
    buttons = QDBusArgument()
    buttons.beginArray(QMetaType(QMetaType.Type.QVariantMap.value))
    for action, words in notification.buttons:
        buttons.appendVariant({"label": words, "action": action})
    buttons.endArray()
    return buttons


def _message(wish: str, *arguments: object) -> QDBusMessage:
    message = QDBusMessage.createMethodCall(_PORTAL, _PATH, _NOTIFICATION, wish)
    message.setArguments(list(arguments))
    return message
