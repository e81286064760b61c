"""The desktop's wish for less motion, from a settings portal on a real bus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg
from PySide6.QtWidgets import QApplication

from access.access_desktop import program
from longstride.settings import Motion, Settings
from longstride.ui.look.dressing import Dressing

SETTINGS = DBusAddress(
    "/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings"
)
ANIMATIONS = ("org.gnome.desktop.interface", "enable-animations")


@pytest.fixture
def portal(screen: Mapping[str, str]) -> Iterator[DBusConnection]:
    """The place of the portal on the bus."""
    bus = open_dbus_connection(screen["DBUS_SESSION_BUS_ADDRESS"])
    unwrap_msg(bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop")))
    yield bus
    bus.close()


@pytest.mark.timeout(60)
def test_the_desktop_is_asked_and_followed(
    screen: Mapping[str, str], portal: DBusConnection
) -> None:
    with program(screen, "access.access_stillness") as running:
        assert running.stdin is not None and running.stdout is not None
        asked = portal.receive(timeout=30)
        while asked.header.message_type is not MessageType.method_call:
            asked = portal.receive(timeout=30)
        assert asked.header.fields[HeaderFields.member] == "ReadOne"
        assert asked.body == ANIMATIONS
        portal.send(new_method_return(asked, "v", (("b", False),)))
        assert running.stdout.readline() == b"still\n"
        for value in (("s", "nonsense"), ("b", True)):
            portal.send(new_signal(SETTINGS, "SettingChanged", "ssv", (*ANIMATIONS, value)))
        assert running.stdout.readline() == b"moving\n"


def test_the_settings_have_the_last_word(qapp: QApplication) -> None:
    dressing = Dressing(Settings(), qapp)
    try:
        dressing.take_stillness(True)
        assert dressing.theme.reduced_motion
        dressing.dress(Settings(motion=Motion.FULL))
        assert not dressing.theme.reduced_motion
        dressing.dress(Settings())
        dressing.take_stillness(False)
        assert not dressing.theme.reduced_motion
    finally:
        dressing.deleteLater()
        qapp.setStyleSheet("")
