"""Leads a player in a window on two displays, and says where it is: two_displays.py FOLDER."""

import sys
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel

from longstride.paths import find_paths
from longstride.ui.look.theme import Theme
from longstride.ui.look.typeface import load_typeface
from longstride.ui.shell.memory import WindowMemory
from longstride.ui.shell.window import MainWindow
from longstride.ui.shown.display import Display, display_choices


def where(window: MainWindow) -> str:
    state = "full screen on " if window.isFullScreen() else "back on "
    return state + window.screen().name()


def led(application: QApplication, window: MainWindow) -> str:
    """Return where a player is, and leave it."""
    player = QLabel("player")
    window.show_player(player, full_screen=True)
    application.processEvents()
    told = where(window)
    window.leave_player()
    application.processEvents()
    return told


def main() -> None:
    application = QApplication([])
    load_typeface(find_paths(None, {}).fonts)
    file = Path(sys.argv[1]) / "window.json"
    memory = WindowMemory(file)
    window = MainWindow(Theme(), ())
    window.full_screen.find = memory.screen
    window.setGeometry(QRect(40, 40, 500, 480))
    window.show()
    application.processEvents()
    print("offered", ", ".join(text for text, _ in display_choices(None)))
    memory.choose(Display("Wall"))
    print(f"chosen Wall, {led(application, window)}")
    print(f"{where(window)}, {window.width()} x {window.height()}")
    window.full_screen.find = WindowMemory(file).screen
    print(f"remembered, {led(application, window)}")
    memory.choose(Display("HDMI-9"))
    window.full_screen.find = memory.screen
    print(f"gone, {led(application, window)}")


if __name__ == "__main__":
    main()
