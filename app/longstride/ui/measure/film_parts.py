"""The parts of an open clip and how they are laid out; what is hidden while nothing is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from longstride.core.counting import counted
from longstride.core.history.angle import FILMED_AT
from longstride.film.footage import Footage
from longstride.ui.look.theme import Theme
from longstride.ui.measure.cadence_box import CadenceBox
from longstride.ui.measure.film_bar import FilmBar
from longstride.ui.measure.find_box import FindBox
from longstride.ui.measure.guide_card import GuideCard
from longstride.ui.measure.number_card import NumberCard
from longstride.ui.measure.stage import Stage
from longstride.ui.measure.strip import ThumbStrip
from longstride.ui.shown.film import LOCAL, Use
from longstride.ui.widgets.card import bare_column
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.nav import BackButton
from longstride.ui.widgets.text import button, label

_INVITING = {
    Use.STRIDE: (
        "Film a few strides from the side, then open the clip here or drop it on this window. "
        "You step to the moment the thigh is furthest back and put three points on it."
    ),
    Use.THOMAS: (
        "Lie at the table's end, hold the other knee, and let the leg hang, with the phone at "
        "table height and square to you. Open the picture or the clip here, or drop it."
    ),
}
_SHARE, _UPRIGHT = 0.52, 0.72  # of the page's height is the picture's
_LEAST = 260


class FilmParts(QWidget):
    """``opened`` asks for a clip or a picture."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.back = BackButton(theme, "Measure")
        self._title = label("Film", "title", wrap=True)
        self._facts = label(role="quiet", wrap=True)
        self.compare = button("Compare", "ghost")
        self.another = button("Open another")
        self._inviting = label(wrap=True, role="lead")
        self.first = button("Open a clip or picture", "primary")
        self._words = label(role="warn", wrap=True)
        self.stage = Stage(theme, "The picture")
        self.bar = FilmBar(theme)
        self.strip = ThumbStrip(theme)
        self.filmed = Choice(theme, "Filmed at, frames a second")
        self.finding = FindBox()
        self.number = NumberCard(theme)
        self._guides = {use: GuideCard(theme, use) for use in Use}
        self._use = Use.STRIDE
        self._upright = False
        self._page_height = 0
        self.cadence = CadenceBox()
        self.how = button("How to film", "ghost")
        self._lay_out()
        for pressed in (self.another, self.first):
            pressed.clicked.connect(self.opened)
        for guide in self._guides.values():
            guide.hidden.connect(lambda: self._show_guide(on=False))
        self.how.clicked.connect(lambda: self._show_guide(on=True))

    @property
    def guide(self) -> GuideCard:
        """How to film what is measured now."""
        return self._guides[self._use]

    def show_closed(self, use: Use, trouble: str) -> None:
        """Show how to film, and why nothing is open, "" where nothing was asked for."""
        self._show_open(on=False, use=use)
        self.guide.show_known("", 0)
        self._facts.setText(LOCAL)
        self._inviting.setText(_INVITING[use])
        self.first.setEnabled(True)
        self.tell(trouble)

    def show_reading(self, use: Use, name: str) -> None:
        """Say that something is being opened."""
        self.show_closed(use, "")
        self._facts.setText(f"Reading {name}")
        self.first.setEnabled(False)

    def show_source(self, footage: Footage, use: Use) -> None:
        """Show what is open."""
        self._show_open(on=True, use=use)
        self._facts.setText(source_words(footage))
        self._upright = footage.height > footage.width
        self.fit(self._page_height)
        for part in (self.bar, self.strip, self._filmed_row):
            part.setVisible(not footage.is_picture)
        self.finding.setVisible(not footage.is_picture and use is Use.STRIDE)
        self.cadence.setVisible(not footage.is_picture and use is Use.STRIDE)
        self.cadence.reset()
        self.finding.rest()
        self.strip.show_source(len(footage.times))
        stored = round(footage.fps)
        faster = tuple((f"{fps} a second", fps) for fps in FILMED_AT if fps > stored)
        noted = round(footage.filmed_fps) or None
        if noted is not None and noted not in FILMED_AT:
            faster = ((f"{noted} a second", noted), *faster)
        self.filmed.offer(((f"{stored}, as it is stored", None), *faster), noted)
        self.tell("")

    def tell(self, words: str) -> None:
        """Say what is in the way, "" for nothing."""
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def fit(self, page_height: int) -> None:
        """Give the picture its share of a page's height in px."""
        self._page_height = page_height
        share = _UPRIGHT if self._upright else _SHARE
        self.stage.setFixedHeight(max(_LEAST, round(page_height * share)))

    def _show_open(self, *, on: bool, use: Use) -> None:
        self._title.setText(use.value)
        self._open.setVisible(on)
        self.another.setVisible(on)
        self.compare.setVisible(on)
        self._inviting.setVisible(not on)
        self.first.setVisible(not on)
        shown = not on or self.guide.isVisibleTo(self)
        for guide in self._guides.values():
            guide.hide()
        self._use = use
        self.guide.close_it.setVisible(on)
        self._show_guide(on=shown)
        self.cadence.setVisible(self.cadence.isVisibleTo(self) and on)

    def _show_guide(self, *, on: bool) -> None:
        had_keyboard = self.guide.close_it.hasFocus()
        self.guide.setVisible(on)
        self.how.setVisible(not on)
        if had_keyboard and not on:
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head, lines = bare_column(0)
        lines.addWidget(_start(self.back))
        lines.addWidget(self._head())
        column.addWidget(head)
        column.addWidget(self._inviting)
        column.addWidget(_start(self.first))
        column.addWidget(self._words)
        self._open = Reflow(self._theme, 860)
        self._open.add(self._left(), 5)
        self._open.add(self.number, 2)
        column.addWidget(self._open)
        column.addWidget(_start(self.how))
        for guide in self._guides.values():
            column.addWidget(guide)
        column.addWidget(self.cadence)

    def _head(self) -> QWidget:
        words, lines = bare_column(2)
        lines.addWidget(self._title)
        lines.addWidget(self._facts)
        tools = QWidget()
        row = FlowLayout(tools, gap=8)
        row.addWidget(self.compare)
        row.addWidget(self.another)
        head = Reflow(self._theme, 700)
        head.add(words, 3)
        head.add(tools, 1)
        return head

    def _left(self) -> QWidget:
        left, column = bare_column(12)
        self._filmed_row = QWidget()
        row = FlowLayout(self._filmed_row, gap=12)
        row.addWidget(label("Filmed at", "quiet"))
        row.addWidget(self.filmed)
        row.addWidget(self.finding)
        for part in (self.stage, self.bar, self.strip, self._filmed_row):
            column.addWidget(part)
        column.addStretch(1)
        return left


def source_words(footage: Footage) -> str:
    """Return what is open and how long it is."""
    if footage.is_picture:
        return f"{footage.name} · picture, {footage.width} by {footage.height}. {LOCAL}"
    seconds = counted(max(1, round(footage.times[-1] / 1_000_000)), "second")
    stored = f"stored at {footage.fps:.0f} frames a second"
    cut = ", the rest is left out" if footage.cut else ""
    return f"{footage.name} · {seconds}{cut} · {stored}. {LOCAL}"


def _start(pressed: QPushButton) -> QWidget:
    row = QWidget()
    line = FlowLayout(row, gap=0)
    line.addWidget(pressed)
    return row
