"""Measure: the tests' numbers, the film, what was kept of it, and two of them compared."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from longstride.film.footage import Footage
from longstride.ui.intentions import Intention
from longstride.ui.intentions.measure import LeadToFilm
from longstride.ui.look.theme import Theme
from longstride.ui.measure.compare_pane import BESIDE, OPEN, Pane
from longstride.ui.measure.compare_view import CompareView
from longstride.ui.measure.film_view import FilmView
from longstride.ui.measure.numbers import Numbers
from longstride.ui.measure.panes import beside_pane, film_pane, partner, still_panes
from longstride.ui.measure.still_list import StillList
from longstride.ui.shown.film import LOCAL, Use
from longstride.ui.shown.measured import Measured
from longstride.ui.widgets.card import Card, ScrollPage, bare_column
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label

_SUB = "Your own numbers, compared with yourself and nobody else. There is no pass and no fail."
_STRIDE = (
    "Film a few strides from the side. Step to the moment the thigh is furthest back, put three "
    "points on it, and keep the angle with its error and its picture. Weeks later both stand side "
    "by side."
)


class MeasurePage(QStackedWidget):
    """What there is, or a film that is open."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._measured: Measured | None = None
        self.overview = ScrollPage("Measure")
        self.film = FilmView(theme)
        self.compare = CompareView(theme)
        self._before_compare: QWidget = self.overview
        self.numbers = Numbers(theme)
        self.stills = StillList(theme)
        self.stride = button("Measure a stride", "primary")
        self.thomas = button("Thomas test by picture")
        self._no_film = label(role="warn", wrap=True)
        self._lay_out()
        self.addWidget(self.overview)
        self.addWidget(self.film)
        self.addWidget(self.compare)
        self._connect()

    def show_measured(self, measured: Measured) -> None:
        """Show what was read of the journal."""
        if measured is self._measured:
            return
        self._measured = measured
        self.overview.unveil()
        self._no_film.setText(measured.no_film)
        self._no_film.setVisible(bool(measured.no_film))
        self.stride.setEnabled(not measured.no_film)
        self.thomas.setEnabled(not measured.no_film)
        self.numbers.show_numbers(measured.measurements, measured.today)
        self.stills.show_stills(measured.stills, measured.today)

    @property
    def _today(self) -> date:
        return self._measured.today if self._measured else date.min

    def open_film(self) -> None:
        """Show the film."""
        self.setCurrentWidget(self.film)

    def show_frame(self, frame: int, image: QImage) -> None:
        """Show a frame of what is open."""
        self.film.show_frame(frame, image)
        self.compare.show_frame(OPEN, frame, image)

    def show_beside(self, footage: Footage) -> None:
        """Show that a second clip is open, to stand beside the first."""
        self.compare.take_beside(beside_pane(footage, self._today))

    def show_beside_frame(self, frame: int, image: QImage) -> None:
        """Show a frame of the second clip."""
        self.compare.show_frame(BESIDE, frame, image)

    def open_compare(self, before: object = None) -> None:
        """Lay two pictures side by side: one of what is kept, and what is open or newest."""
        stills = self._measured.stills if self._measured else ()
        panes = dict[object, Pane](still_panes(stills, self._today))
        measuring = self.film.measuring
        came_from_film = self.currentWidget() is self.film
        if measuring is not None:
            panes[OPEN] = film_pane(measuring, self.film.parts.stage.image, self._today)
        after = OPEN if came_from_film else partner(panes, before)
        first = before or partner(panes, after)
        self.compare.back_to.lead_to("Film" if came_from_film else "Measure")
        self._before_compare = self.film if came_from_film else self.overview
        self.compare.show_panes(panes, first, after)
        self.setCurrentWidget(self.compare)

    def close_film(self) -> None:
        """Show what there is; the keyboard goes back to what led away from it."""
        self.setCurrentWidget(self.overview)
        pressed = self.stride if self.film.use is Use.STRIDE else self.thomas
        pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.numbers.wants.connect(self.wants)
        self.film.wants.connect(self.wants)
        self.stills.wants.connect(self.wants)
        self.stills.compare.connect(self.open_compare)
        self.film.back.connect(self.close_film)
        self.film.compare.connect(self.open_compare)
        self.compare.wants.connect(self.wants)
        self.compare.back.connect(lambda: self.setCurrentWidget(self._before_compare))
        for pressed, use in ((self.stride, Use.STRIDE), (self.thomas, Use.THOMAS)):
            pressed.clicked.connect(lambda _, use=use: self.wants.emit(LeadToFilm(use)))

    def _lay_out(self) -> None:
        head, lines = bare_column(4)
        lines.addWidget(label("Measure", "title"))
        lines.addWidget(label(_SUB, "quiet", wrap=True))
        column = self.overview.column
        for part in (head, self._film_card(), self.numbers, self.stills):
            column.addWidget(part)
        column.addStretch(1)

    def _film_card(self) -> QWidget:
        card = Card()
        card.setAccessibleName("See your stride")
        card.column.addWidget(label("See your stride", "heading", wrap=True))
        card.column.addWidget(label(_STRIDE, wrap=True))
        row = QWidget()
        line = FlowLayout(row, gap=12)
        line.addWidget(self.stride)
        line.addWidget(self.thomas)
        card.column.addWidget(row)
        card.column.addWidget(self._no_film)
        card.column.addWidget(label(LOCAL, "caption", wrap=True))
        return card
