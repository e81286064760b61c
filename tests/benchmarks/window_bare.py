"""What any PySide6 program costs that moves: one widget painted anew at every frame."""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from watched import SIZE, obey, tell

FRAME = 16  # ms, as in the player


class BigText(QWidget):
    """A number as large as the count of the player, over the whole window."""

    def __init__(self) -> None:
        super().__init__()
        self._frame = 0
        self._font = QFont()
        self._font.setPixelSize(200)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._next)
        self._timer.start(FRAME)

    def _next(self) -> None:
        self._frame += 1
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._frame // 60))


def main() -> int:
    application = QApplication([])
    window = BigText()
    window.resize(*SIZE)
    window.show()
    obey(window, {})
    tell("painted")
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
