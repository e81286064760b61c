"""A program that prints what the desktop tells of motion, until its input ends."""

import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from longstride.desktop.stillness import Stillness


def main() -> None:
    app = QCoreApplication(sys.argv)
    stillness = Stillness()
    stillness.told.connect(lambda still: print("still" if still else "moving", flush=True))
    ended = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ended.activated.connect(app.quit)
    stillness.ask()
    app.exec()


if __name__ == "__main__":
    main()
