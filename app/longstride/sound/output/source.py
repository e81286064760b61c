"""What a sink reads from."""

import numpy as np
from PySide6.QtCore import QIODevice

from longstride.sound.feed import Feed
from longstride.sound.frames import RATE

FRAME_BYTES = 8  # two channels of float32


class Source(QIODevice):
    """The feed as Qt asks for it."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed
        self.renew()

    def renew(self) -> None:
        """Forget what Qt has read ahead: up to 42 ms of it would be heard at the next start.

        Reading ahead itself is wanted: it keeps the calls from Qt into Python few.
        """
        if self.isOpen():
            self.close()
        self.open(QIODevice.OpenModeFlag.ReadOnly)

    def bytesAvailable(self) -> int:
        """Return that there is always more: at 0 the sink would never ask."""
        return RATE * FRAME_BYTES

    def isSequential(self) -> bool:
        """Return that nobody can seek here."""
        return True

    def readData(self, most: int) -> bytes:
        """Return whole stereo frames of at most so many bytes; one more would abort Qt."""
        return np.repeat(self._feed.take(most // FRAME_BYTES), 2).tobytes()

    def writeData(self, _data: bytes, _length: int) -> int:  # type: ignore[override]
        """Refuse: sound only goes out."""
        return -1
