"""How to film what is worth measuring: a drawing, and five things to see to."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.measure.guide_drawing import DRAWINGS
from longstride.ui.shown.film import Use
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.flow_layout import CardGrid
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.text import button, label

_HEADING = {
    Use.STRIDE: "Filming a stride worth measuring",
    Use.THOMAS: "Filming the Thomas test",
}
# Of what is named the page can know the third and the last; the athlete knows the rest.
ADVICE = {
    Use.STRIDE: (
        ("Side-on", "3 to 5 metres away, square to the lane"),
        ("Hip height", "the lens as high as the hip, the phone on something that stands still"),
        ("Level", "not tilted; a line on the ground in the picture"),
        ("Seen joints", "tight shorts; tape on the hip's outer bone and the outer knee, near leg"),
        ("120 or more", "frames a second, 60 at least; seven strides at the same speed"),
    ),
    Use.THOMAS: (
        ("Side-on", "2 metres away, square to the table, on the side of the hanging leg"),
        ("Table height", "the lens as high as the table, the phone on something that stands still"),
        ("Level", "not tilted; the table's edge in the picture"),
        ("Seen joints", "tight shorts; tape on the hip's outer bone and the outer knee"),
        (
            "Three tries",
            "the other knee held, the low back flat, each leg let hang; ask a friend",
        ),
    ),
}
LEVEL, FRAMES = 2, 4  # their places


class Advice(QWidget):
    """One thing to see to; a tick where the page knows that it is so."""

    def __init__(self, theme: Theme, title: str, words: str) -> None:
        super().__init__()
        self._words = words
        holder, column = bare_column(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(title, "strong"))
        self._tick = Tick(theme)
        head.addWidget(self._tick)
        head.addStretch(1)
        column.addLayout(head)
        self._text = label(words, "caption", wrap=True)
        column.addWidget(self._text)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(holder)

    def show_known(self, words: str, *, good: bool) -> None:
        """Say what is known of it; "" for nothing."""
        self._tick.setVisible(good)
        self._text.setText(words or self._words)


class Tick(QLabel):
    """Done, in the colour of ease and as a sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("done")
        self.setFixedSize(theme.px(18), theme.px(18))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), "done", QRectF(self.rect()), self._theme.color("sea"))


class GuideCard(Card):
    """The drawing and the advice; ``hidden`` comes when the athlete has read it."""

    hidden = Signal()

    def __init__(self, theme: Theme, use: Use) -> None:
        super().__init__()
        heading = _HEADING[use]
        self.setAccessibleName(heading)
        self._use = use
        self.advice = tuple(Advice(theme, title, words) for title, words in ADVICE[use])
        self.close_it = button("Hide", "ghost")
        self.close_it.setAccessibleName(f"Hide: {heading}")
        self.close_it.clicked.connect(self.hidden)
        head = QHBoxLayout()
        head.addWidget(label(heading, "heading", wrap=True), 1)
        head.addWidget(self.close_it)
        grid, holder = CardGrid(theme, least=170), QWidget()
        for each in self.advice:
            grid.addWidget(each)
        holder.setLayout(grid)
        self.drawing = DRAWINGS[use](theme)
        self.column.addLayout(head)
        self.column.addWidget(self.drawing)
        self.column.addWidget(holder)

    def show_known(self, tilt: str, fps: int) -> None:
        """Tick what the page knows of an open clip: its level line, and its frames a second."""
        self.advice[LEVEL].show_known(tilt, good=bool(tilt))
        if self._use is Use.THOMAS:
            return
        words = f"this clip: {fps} frames a second" if fps else ""
        self.advice[FRAMES].show_known(words, good=fps >= 120)
