"""Silence on Qt's own sink, without anything of Longstride's: bare_sink.py [--after-the-server].

Says "plays" once the sound server takes it, then waits for a line. With --after-the-server it says
"heard" where Qt has a thread for the server, waits until that is gone, and only then plays.
"""

import sys

from PySide6.QtCore import QCoreApplication, QIODevice, QTimer
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

from longstride.sound.pulse import pulse_threads


class Silence(QIODevice):
    def readData(self, length: int) -> bytes:
        return bytes(length)

    def writeData(self, data: object, length: int) -> int:
        return 0

    def bytesAvailable(self) -> int:
        return 1 << 20

    def isSequential(self) -> bool:
        return True


def main() -> None:
    app = QCoreApplication([])
    shape = QAudioFormat()
    shape.setSampleRate(48_000)
    shape.setChannelCount(2)
    shape.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    sink, source = QAudioSink(QMediaDevices.defaultAudioOutput(), shape), Silence()
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    if "--after-the-server" in sys.argv:
        print("heard" if pulse_threads() else "no thread", flush=True)
        while pulse_threads():
            app.processEvents()
        sink.start(source)
        return
    sink.start(source)
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: sink.processedUSecs() > 200_000 and app.quit())
    timer.start()
    app.exec()
    print("plays", flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    main()
