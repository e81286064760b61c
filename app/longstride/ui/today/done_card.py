"""The card of Today once it is done: what was done, what it changed, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from longstride.core.figure.figure import Figure
from longstride.ui.intentions import Intention
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.shown.rest_figure import at_rest
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.figure.picture import FigurePicture
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.text import button, clear, label, overline
from longstride.ui.widgets.week_dots import paint_tick

if TYPE_CHECKING:
    from longstride.ui.today.done import DoneToday, Fact

_PICTURE = 220  # px high at 100 %


class DoneCard(Card):
    """Nothing in it asks for anything; ``wants`` ShowPage, for whoever would do another."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Done")
        self._theme = theme
        facts = QWidget()
        self._facts = FlowLayout(facts, gap=48)
        ticks = QWidget()
        self._ticks = QVBoxLayout(ticks)
        self._ticks.setContentsMargins(0, 8, 0, 0)
        self._ticks.setSpacing(10)
        self.picture = FigurePicture(theme, _PICTURE)
        place, room = bare_column(0)
        place.setMinimumHeight(theme.px(_PICTURE))  # so that nothing moves when the figures come
        theme.changed.connect(lambda: place.setMinimumHeight(theme.px(_PICTURE)))
        room.addWidget(self.picture)
        for widget in (facts, ticks):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.column.addWidget(place)
        self.column.addStretch(1)
        self.column.addWidget(self._foot(theme))

    def show_done(self, done: DoneToday) -> None:
        """Show what was done on a day."""
        clear(self._facts)
        clear(self._ticks)
        for fact in done.facts:
            self._facts.addWidget(_fact(fact))
        for words in done.ticks:
            self._ticks.addWidget(_tick(self._theme, words))
        self._after.setText(done.after)
        self._coming.setVisible(bool(done.after))

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures by drill, for the one that rests."""
        self.picture.show_figure(at_rest(figures), "At rest")

    def _foot(self, theme: Theme) -> QWidget:
        self._coming, column = bare_column(4)
        self._after = label(role="strong", wrap=True)
        column.addWidget(overline("Next"))
        column.addWidget(self._after)
        another = button("Do another", "ghost")
        another.clicked.connect(lambda: self.wants.emit(ShowPage("flows")))
        foot = Reflow(theme, 480)
        foot.add(self._coming, 4)
        foot.add(another, 1)
        return foot


class _Tick(QWidget):
    """A tick in sea, as high as a line; what it stands beside says the same in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(22), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("sea"), self._theme.px(2))
        paint_tick(painter, QRectF(self.rect()), pen)


def _fact(fact: Fact) -> QWidget:
    side, column = bare_column(0)
    value = label(fact.value, "title")
    value.setAccessibleName(f"{fact.value} {fact.words}")
    column.addWidget(value)
    column.addWidget(label(fact.words, "quiet"))
    return side


def _tick(theme: Theme, words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.addWidget(_Tick(theme), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, wrap=True), 1)
    return line
