"""The card of Today for a run that was cut off, where going on with it is what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.core.figure.figure import Figure
from longstride.core.history.session import Session
from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import Discard, Resume
from longstride.ui.look.theme import Theme
from longstride.ui.shown.session_text import when_text
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.figure.picture import FigurePicture
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label

_PICTURE = 260  # px high at 100 %


class GoOnCard(Card):
    """Offers to go on with a run at its step; ``wants`` Resume or Discard."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Go on")
        self._theme = theme
        self._id: UUID | None = None
        self._drill = ""
        self._figures: Mapping[str, Figure] = {}
        self._title = label(role="title", wrap=True)
        self._words = label(role="lead", wrap=True)
        self._picture = FigurePicture(theme, _PICTURE)
        self._place = QWidget()  # which is there before the figures come
        room = FlowLayout(actions := QWidget(), gap=12)
        self.go_on = button("Go on", "big")
        self._picture.lively.watch(self.go_on)
        self.go_on.clicked.connect(lambda: self._ask(Resume))
        let_go = button("Leave it there", "ghost")
        let_go.clicked.connect(lambda: self._ask(Discard))
        for each in (self.go_on, let_go):
            room.addWidget(each)
        self.column.setSpacing(12)
        for widget in (self._title, self._words, self._picture, self._place):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.column.addWidget(actions)
        theme.changed.connect(self._keep_place)
        self._keep_place()

    def show_session(self, session: Session, today: date) -> None:
        """Offer a session; its place is named the way the athlete counts."""
        self._id = session.id
        step = min(session.next_step + 1, session.step_count)
        self._title.setText(session.title)
        self._words.setText(
            f"It stopped at step {step} of {session.step_count}, {when_text(session, today)}. "
            "What you did is kept."
        )
        self.go_on.setAccessibleName(f"Go on with {session.title}")
        self._drill = _drill_at(session)
        self.show_figures(self._figures)

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures by drill, for the one where it stopped."""
        self._figures = figures
        figure = figures.get(self._drill)
        self._picture.show_figure(figure, self._drill.replace("-", " "))
        self._place.setVisible(figure is None)

    def _keep_place(self) -> None:
        self._place.setFixedHeight(self._theme.px(_PICTURE))

    def _ask(self, intention: type[Resume] | type[Discard]) -> None:
        if self._id is not None:
            self.wants.emit(intention(self._id))


def _drill_at(session: Session) -> str:
    """Return the drill of the step to go on at, or of the last one that is known."""
    here = [record.drill for record in session.steps if record.step == session.next_step]
    return next(iter(here), session.steps[-1].drill if session.steps else "")
