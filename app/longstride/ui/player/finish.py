"""The end of a run: what it came to, how it feels now, and what is next."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from longstride.core.figure.figure import Figure
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.ui.look.theme import Theme
from longstride.ui.player.change_rating import QUESTION, ChangeRating
from longstride.ui.player.count import Count
from longstride.ui.player.done_strip import DoneStrip
from longstride.ui.player.finish_words import REST, Finished, FinishWeek
from longstride.ui.shown.effort_note import EffortNote
from longstride.ui.shown.pain_form import PainForm
from longstride.ui.shown.session_text import change_text
from longstride.ui.widgets.card import bare_column
from longstride.ui.widgets.figure.picture import FigurePicture
from longstride.ui.widgets.fit_text import FitText
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label
from longstride.ui.widgets.week_dots import WeekDots

_FILLS = 600  # ms in which strip and dot fill
_FIGURE, _NUMBER, _LEAST_NUMBER = 360, 190, 64  # px high at 100 %
_EDGE = 40  # px at 100 %
_BESIDE = 900  # px at 100 % from which on the figure lies beside the words
_AROUND = 20  # px that an overlay leaves around its card
_DULL = Pain(PainKind.DULL)  # until it is answered how


class Finish(Overlay):
    """Covers the player. ``rated`` comes with each answer, ``left`` when all is said.

    ``before`` is stiffness as rated before the flow, ``farewell`` a warm word that was said at
    its end. Everything may be left out. ``pain`` is what is known of what hurt in it, which then
    is asked first and stands where it is left out; None where nothing did. ``starts`` and
    ``duration`` are those of the flow's steps, in ms.
    """

    rated = Signal(AfterRating)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        what: Finished,
        before: int | None = None,
        farewell: str = "",
        pain: Pain | None = None,
        figure: Figure | None = None,
        steps: tuple[tuple[int, ...], int] = ((0,), 1),
    ) -> None:
        self._foot: QWidget | None = None
        super().__init__(theme, host, what.title)
        self.setAccessibleName(f"After {what.title}")
        self.card.setProperty("role", "page")  # no box: all of the window is its ground
        self.card.style().polish(self.card)
        self._what, self._before = what, before
        self._said: AfterRating = AfterRating(pain=pain or Pain())
        self._hurts_first = pain is not None
        self._heading = label(what.heading, "display", wrap=True)
        self._number = Count(theme)
        self._number.show_text(what.number)
        self._unit = FitText(theme, 44, 20, QFont.Weight.Bold, "sea")
        self._unit.show_text(what.unit)
        self.stiffness = ChangeRating(theme, before)
        self.pain = PainForm(pain)
        self.where, self.pains, self.advice = self.pain.where, self.pain.pains, self.pain.advice
        self.more = EffortNote(theme)
        self.effort, self.note = self.more.effort, self.more.note
        self.dots = WeekDots(theme)
        self._streak, self._coming = label(role="heading"), label(role="quiet", wrap=True)
        self._strip = DoneStrip(theme, *steps, what.done)
        self._next = ""  # what comes, as far as it is known
        self._picture = FigurePicture(theme, _FIGURE)
        self.close_it = button("Done", "ease")
        self.unfold = button("Add effort or a note", "ghost")
        self.something_hurt = button("Something hurt", "ghost")
        self._filling = QVariantAnimation(self)
        self._filling.setDuration(_FILLS)
        self._filling.setStartValue(0.0)
        self._filling.setEndValue(1.0)
        self._lay_out(farewell)
        self._picture.show_figure(figure, "At rest")
        self._connect()
        self._fill(1.0 if theme.reduced_motion else 0.0)
        self._fit()
        (self.where if pain else self.stiffness).setFocus()

    @property
    def answer(self) -> AfterRating:
        """What is filled in now."""
        effort, note = self.effort.answer, self.more.text
        return AfterRating(self.stiffness.answer, effort, self.pain.pain, note)

    def show_week(self, week: FinishWeek) -> None:
        """Show the week with this run in it, its streak and what is next."""
        self.dots.show_days(week.dots)
        self._streak.setText(week.streak)
        self._streak.setAccessibleName(f"Streak: {week.streak}")
        self._next = week.coming
        self._show_next()
        self._week.show()

    def reject(self) -> None:
        """Esc is the same as Done: what is filled in is kept."""
        self.keep()
        self.left.emit()
        super().reject()

    def keep(self) -> None:
        """Tell of what is filled in, if that was not told yet."""
        if (answer := self.answer) != self._said:
            self._said = answer
            self.rated.emit(answer)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self._theme.reduced_motion:
            self._filling.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._filling.stop()
            self._fill(1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("ground"))

    def _connect(self) -> None:
        self._filling.valueChanged.connect(self._fill)
        self.stiffness.rated.connect(self._rate)
        self.effort.rated.connect(lambda _: self.keep())
        self.pain.answered.connect(self._answer_pain)
        self.close_it.clicked.connect(self.reject)
        self.unfold.clicked.connect(lambda: self._open(self.more, self.effort))
        self.something_hurt.clicked.connect(self._ask_pain)

    def _lay_out(self, farewell: str) -> None:
        column = self.card.column
        column.setContentsMargins(0, 0, 0, 0)
        drills = label(self._what.drills, "quiet")
        column.addWidget(drills)
        drills.setVisible(bool(self._what.drills))
        halves = Reflow(self._theme, _BESIDE - 100, gap=48)
        self._beside = self._left()
        halves.add(self._beside, 11)
        halves.add(self._right(farewell), 10)
        column.addWidget(halves, 1)
        self._place_foot()

    def _left(self) -> QWidget:
        side, column = bare_column(0)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addStretch(1)
        return side

    def _right(self, farewell: str) -> QWidget:
        side, column = bare_column(10)
        column.addWidget(self._heading)
        if farewell:
            column.addWidget(label(farewell, "good", wrap=True))
        self._asks_pain = label("Something hurt. Where, and how?", "heading", wrap=True)
        asked = label(QUESTION, "heading", wrap=True)
        for widget in (self._asks_pain, self.pain, self._numbers()):
            column.addWidget(widget)
        column.addStretch(1)
        for widget in (asked, self.stiffness):
            column.addWidget(widget)
        column.addWidget(self.more)
        for folded in (self.more, *((self._asks_pain, self.pain) * (not self._hurts_first))):
            folded.hide()
        column.addSpacing(8)
        column.addStretch(1)
        column.addWidget(self._week_row())
        column.addStretch(2)
        return side

    def _numbers(self) -> QWidget:
        row, line = QWidget(), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(20))
        words, column = bare_column(0)
        column.addStretch(1)
        column.addWidget(self._unit)
        column.addWidget(label("of work", "quiet"))
        if self._what.told:
            column.addWidget(label(self._what.told, "quiet", wrap=True))
        line.addWidget(self._number)
        line.addWidget(words, 1)
        row.setLayout(line)
        if not self._what.number:
            row.hide()
        return row

    def _week_row(self) -> QWidget:
        self._week = Reflow(self._theme, 460, gap=24)
        words, column = bare_column(2)
        column.addWidget(self._streak)
        column.addWidget(self._coming)
        column.addStretch(1)
        self._week.add(self.dots, 3)
        self._week.add(words, 2)
        policy = self._week.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or all would move when it is read
        self._week.setSizePolicy(policy)
        self._week.hide()
        return self._week

    def _place_foot(self) -> None:
        self._foot = QWidget(self)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        actions = QWidget()
        row = FlowLayout(actions, gap=12)
        for each in (self.close_it, self.unfold, self.something_hurt):
            row.addWidget(each)
        column.addWidget(actions)
        column.addWidget(self._strip)

    def _fit(self) -> None:
        super()._fit()
        if self._foot is None:  # not yet
            return
        px, size = self._theme.px, self.size()
        edge = min(px(_EDGE), size.width() // 30)
        inner = size.width() - 2 * edge
        foot = self._foot.layout()
        high = foot.heightForWidth(inner) if foot and foot.hasHeightForWidth() else 120
        self._foot.setGeometry(edge, size.height() - high - edge // 2, inner, high)
        room = size.height() - high - edge // 2
        self._scroll.setGeometry(QRect(0, 0, size.width(), room))
        self.card.setFixedWidth(inner)
        self.card.setMinimumHeight(room - 2 * _AROUND)
        number = min(px(_NUMBER), max(px(_LEAST_NUMBER), size.height() * 22 // 100))
        self._number.setFixedSize(self._number.width_of(number, self._what.number), number)
        self._unit.setFixedHeight(px(56))
        self._beside.setVisible(size.width() >= px(_BESIDE))

    def _fill(self, part: float) -> None:
        self._strip.show_filled(part)
        self.dots.show_filled(part)

    def _rate(self, now: int | None) -> None:
        self.keep()
        words = change_text(self._before, now)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _ask_pain(self) -> None:
        self.pain.begin(_DULL)
        self._open(self.pain, self.where)

    def _answer_pain(self) -> None:
        """Keep it; after sharp pain nothing is praised."""
        self._heading.setText(REST if self._rests else self._what.heading)
        self._show_next()
        self.reveal(self.advice)
        self.keep()

    @property
    def _rests(self) -> bool:
        """Whether sharp pain was answered."""
        return self.pain.kind is PainKind.SHARP

    def _show_next(self) -> None:
        """Say what is next, and after sharp pain nothing of it."""
        self._coming.setText("" if self._rests else self._next)
        self._coming.setVisible(bool(self._coming.text()))

    def _open(self, part: QWidget, first: QWidget) -> None:
        """Unfold a part, and take the keyboard to its first question."""
        if part is self.pain:
            self._asks_pain.show()
        part.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(part)
