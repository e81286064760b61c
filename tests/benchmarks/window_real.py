"""The program as `python -m longstride` runs it, its window watched and led by orders."""

import sys
from typing import Any

from longstride.desktop.qt import load_qt

load_qt()  # as the program does, before anything else of Qt

from watched import tell, watched  # noqa: E402

from longstride.command import main as cli  # noqa: E402


def start_button(window: Any) -> Any:
    from PySide6.QtWidgets import QPushButton

    buttons = window.findChildren(QPushButton)
    return next((b for b in buttons if b.text() == "Start" and b.isVisible()), None)


def tell_when_filled(window: Any) -> None:
    """Tell when Today offers a flow to start, to within some ms."""
    from PySide6.QtCore import QTimer

    timer = QTimer(window)
    timer.setInterval(5)

    def look() -> None:
        if start_button(window) is not None:
            timer.stop()
            tell("filled")

    timer.timeout.connect(look)
    timer.start()


def press_start(window: Any) -> None:
    """Tell when it is pressed and when the flow plays."""
    from longstride.ui.player.bridge import PlayerBridge

    button = start_button(window)
    tell("pressed")
    button.click()
    window.findChild(PlayerBridge).ready.connect(lambda: tell("playing"))


def seek(window: Any, position: str) -> None:
    from longstride.ui.player.page import PlayerPage

    window.findChild(PlayerPage).seek.emit(int(position))


def hide_figure(window: Any) -> None:
    """Show every drill in words from now on, which stand still."""
    from longstride.ui.player.page import PlayerPage

    window.findChild(PlayerPage).show_figures({})


def tell_what_stands_there(window: Any) -> None:
    from longstride.ui.player.page import PlayerPage

    parts = window.findChild(PlayerPage).parts
    tell("shown", left=parts.header.left.text(), notice=parts.notice.text())


def main() -> int:
    import longstride.ui.application

    orders = {
        "fill": tell_when_filled,
        "start": press_start,
        "seek": seek,
        "hide_figure": hide_figure,
        "show": tell_what_stands_there,
    }
    window = longstride.ui.application.MainWindow
    longstride.ui.application.MainWindow = watched(window, orders)  # type: ignore[misc]
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
