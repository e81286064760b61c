"""What a settings portal tells of motion, and what is none of it."""

import pytest
from PySide6.QtDBus import QDBusMessage, QDBusVariant

from longstride.desktop.stillness import Stillness

GROUP, KEY = "org.gnome.desktop.interface", "enable-animations"


def told(*words: object) -> list[bool]:
    """Return what comes of a signal of the portal."""
    heard: list[bool] = []
    stillness = Stillness()
    stillness.told.connect(heard.append)
    signal = QDBusMessage.createSignal("/org/freedesktop/portal/desktop", "a.b", "SettingChanged")
    signal.setArguments(list(words))
    stillness.changed(signal)
    return heard


@pytest.mark.parametrize("moves", [True, False])
def test_a_change_is_told(moves: bool) -> None:
    assert told(GROUP, KEY, QDBusVariant(moves)) == [not moves]


@pytest.mark.parametrize(
    "words",
    [
        (),
        (GROUP,),
        (GROUP, KEY),
        (GROUP, KEY, "false"),
        (GROUP, KEY, 0),
        (GROUP, KEY, True, True),
        (7, 7, 7),
        (GROUP, "cursor-size", QDBusVariant(24)),
    ],
)
def test_anything_else_is_passed_over(words: tuple[object, ...]) -> None:
    assert told(*words) == []
