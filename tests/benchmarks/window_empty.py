"""What any PySide6 program costs: a main window with one label."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from watched import SIZE, watched


def main() -> int:
    application = QApplication([])
    window = watched(QMainWindow, {})()
    window.setCentralWidget(QLabel("Longstride"))
    window.resize(*SIZE)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
