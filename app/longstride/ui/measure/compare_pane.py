"""One of two pictures side by side: a still that was kept, or a clip with its own nudge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.flow.drill import Side
from longstride.ui.look.theme import Theme
from longstride.ui.measure.film_bar import SquareButton
from longstride.ui.measure.side_by_side import Angles, Track, nudge_words
from longstride.ui.measure.stage import Stage
from longstride.ui.shown.angle_drawing import Drawing
from longstride.ui.shown.film import Use
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import label

OPEN, BESIDE, ANOTHER = "open", "beside", "another"  # values of the choice that are no stills


@dataclass(frozen=True, slots=True)
class Pane:
    """What stands on one side.

    ``image`` is null until it is read; ``drawn`` and ``angles`` None where nothing was measured on
    it, which was done on the frame ``measured_on``. ``track`` None for a still. ``source`` is its
    file's name and the us in it.
    """

    title: str
    words: str
    day: date
    image: QImage
    drawn: Drawing | None = None
    angles: Angles | None = None
    track: Track | None = None
    measured_on: int = 0
    use: Use = Use.STRIDE
    side: Side | None = None
    source: tuple[str, int] | None = None


class ComparePane(QWidget):
    """``chosen`` carries what is to stand here, ``nudged`` frames back or on."""

    chosen = Signal(object)
    nudged = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.choice = Choice(theme, f"{name}: what stands here")
        self._words = label(role="quiet", wrap=True)
        self.stage = Stage(theme, name)
        self.back = SquareButton(theme, f"{name}: one frame back", "back")
        self.next = SquareButton(theme, f"{name}: one frame on", "next")
        self._nudge = label(role="quiet")
        self._lay_out()
        self.choice.activated.connect(lambda _: self.chosen.emit(self.choice.value))
        self.back.clicked.connect(lambda: self.nudged.emit(-1))
        self.next.clicked.connect(lambda: self.nudged.emit(1))

    def offer(self, items: tuple[tuple[str, object], ...], chosen: object) -> None:
        """Offer what can stand here."""
        self.choice.offer(items, chosen)
        self.setEnabled(bool(items))

    def show_pane(self, pane: Pane | None, frame: int, *, locked: bool) -> None:
        """Show what stands here, None for nothing yet."""
        clip = pane is not None and pane.track is not None
        self._words.setText(pane.words if pane else "Choose a still, or open a clip.")
        self.stage.show_image(pane.image if pane else QImage())
        self.stage.show_drawing(pane.drawn if pane else None)
        self._row.setVisible(clip)
        if pane is not None and pane.track is not None:
            nudge = f"Nudge: {nudge_words(pane.track.nudge)}"
            count = len(pane.track.footage.times)
            self._nudge.setText(nudge if locked else f"Frame {frame + 1} of {count}")

    def show_image(self, image: QImage) -> None:
        """Show another frame."""
        self.stage.show_image(image)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._row = QWidget()
        row = FlowLayout(self._row, gap=12)
        for part in (self.back, self.next, self._nudge):
            row.addWidget(part)
        for widget in (self.choice, self._words, self.stage, self._row):
            column.addWidget(widget)
        column.addStretch(1)
