"""A program that shows every state of every page and dialog, the next one for each line it reads.

PYTHONPATH=tests python -m access.access_states
"""

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.shell.window import MainWindow
from typeface import bring_typeface
from ui import see_pages


def main() -> None:
    app = QApplication(["longstride"])
    bring_typeface()
    theme = Theme(DARK)
    apply_theme(app, theme.palette, theme.scale)
    window = MainWindow(theme, see_pages.entries(theme))
    window.resize(1366, 768)
    window.show()
    states = see_pages.states(window, theme)

    def show_next() -> None:
        sys.stdin.readline()
        name = next(states, "")
        app.processEvents()
        print(name, flush=True)
        if not name:
            app.quit()

    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(show_next)
    app.exec()


if __name__ == "__main__":
    main()
