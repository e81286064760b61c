"""Under two pictures: locked at a moment, they go back and on together."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.measure.film_bar import SpeedChips, SquareButton
from longstride.ui.measure.playing import Playing
from longstride.ui.widgets.choice import Level
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label

_GRAIN = 4  # ms between two places on the line


class CompareBar(QWidget):
    """``locking`` carries whether both go in step, ``moved`` ms from the moment of the lock."""

    locking = Signal(bool)
    moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lock = button("Lock both at this moment", "pick")
        self.lock.setCheckable(True)
        self.play = SquareButton(theme, "Play both", "play", parent=self)
        self.line = Level("Milliseconds from the locked moment", (0, 0), _GRAIN)
        self._words = label(role="quiet", wrap=True)
        self.speeds = SpeedChips(2)
        self.playing = Playing(self)
        self._lay_out()
        self.lock.toggled.connect(self._lock)
        self.line.valueChanged.connect(self.moved)
        self.play.clicked.connect(self._play_or_stop)
        self.speeds.paced.connect(self.stop)
        self.playing.due.connect(lambda n: self.line.setValue(self.line.minimum() + n * _GRAIN))
        self.playing.changed.connect(self._show_playing)
        self.offer(clips=0)

    @property
    def locked(self) -> bool:
        """Whether both go in step."""
        return self.lock.isChecked()

    @property
    def offset(self) -> int:
        """How many ms from the locked moment is shown."""
        return self.line.value()

    def offer(self, *, clips: int) -> None:
        """Offer to lock two clips, or to go through the one that stands beside a still."""
        if not clips:
            self.stop()
            self.lock.setChecked(False)
        self.setVisible(clips > 0)
        self._below.setVisible(self.locked)

    def show_reach(self, before: int, after: int) -> None:
        """Let the line go so many ms back and on from the moment."""
        self.line.blockSignals(True)
        self.line.setRange(before, after)
        self.line.setValue(0)
        self.line.blockSignals(False)

    def stop(self) -> None:
        """Stay where it is."""
        self.playing.stop()

    def _lock(self, on: bool) -> None:
        self.stop()
        self.lock.setText("Locked at this moment" if on else "Lock both at this moment")
        words = "Each side's buttons nudge it alone."
        self._words.setText(words if on else "Step each side to the same moment first.")
        self._below.setVisible(on)
        self.locking.emit(on)

    def _play_or_stop(self) -> None:
        if self.playing.on:
            self.stop()
            return
        low, high = self.line.minimum(), self.line.maximum()
        moments = tuple(range(0, max(1, (high - low) * 1000), _GRAIN * 1000))
        self.playing.start(moments, (self.offset - low) // _GRAIN, self.speeds.speed)

    def _show_playing(self, playing: bool) -> None:
        self.play.show_face("Pause" if playing else "Play both", "pause" if playing else "play")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        top = QWidget()
        row = FlowLayout(top, gap=12)
        row.addWidget(self.lock)
        self._words.setText("Step each side to the same moment first.")
        self._below = QWidget()
        line = QHBoxLayout(self._below)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.play)
        line.addWidget(self.line, 1)
        line.addWidget(self.speeds)
        column.addWidget(top)
        column.addWidget(self._words)
        column.addWidget(self._below)
