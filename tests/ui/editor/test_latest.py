"""Of all that is asked for while something is worked on, only the newest is done."""

from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from longstride.core.errors import FileError
from longstride.ui.editor.latest import Latest
from longstride.ui.shell.background import Background


def test_the_newest_wins_and_what_it_overtakes_says_nothing(qtbot: QtBot) -> None:
    owner, background = QObject(), Background()
    told: list[object] = []
    latest = Latest(background, told.append, owner)
    go_on, worked = Event(), []

    def slow() -> str:
        go_on.wait(5)
        worked.append("slow")
        return "slow"

    latest.ask(slow, told.append)
    for number in range(50):
        latest.ask(lambda n=number: worked.append(n) or n, told.append)
    go_on.set()
    qtbot.waitUntil(lambda: told == [49])
    assert worked == ["slow", 49], "what was overtaken is not even begun"

    def refuse() -> None:
        raise FileError("No room.")

    latest.ask(refuse, told.append)
    qtbot.waitUntil(lambda: len(told) == 2 and not background.busy)
    assert str(told[1]) == "No room."
    latest.ask(lambda: 1, told.append)
    latest.drop()
    qtbot.waitUntil(lambda: not background.busy)
    assert len(told) == 2
