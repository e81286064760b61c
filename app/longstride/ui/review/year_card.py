"""The year as a grid on its card, the chosen day's sessions below it."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from longstride.core.history.session import Session
from longstride.core.history.streak import WeekState
from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import SavePicture
from longstride.ui.look.theme import Theme
from longstride.ui.review.plots import HEAT_WEEKS, heat_days
from longstride.ui.shown.past import Past
from longstride.ui.shown.session_text import steps_text, stiffness_text, work_text
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.charts.heatmap import (
    LEVELS,
    HeatDay,
    Heatmap,
    paint_day,
    paint_frozen,
    paint_level,
)
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import capital, label, overline

_SIDE = 14
_MOST_LINES = 6


class YearCard(Card):
    """Shows a year of days; ``day_chosen`` carries a date, ``wants`` SavePicture."""

    day_chosen = Signal(object)
    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Consistency")
        self._past: Past | None = None
        self._until: date | None = None
        self.heatmap = Heatmap(theme, "Days of the year, a column a week")
        self._span = label(role="caption")
        self._words = label(role="quiet", wrap=True)
        self._day = label(wrap=True)
        self.earlier = SignButton(theme, "A year earlier", "back")
        self.later = SignButton(theme, "A year later", "forward")
        self._save = SignButton(theme, "Save as PNG: Consistency", "save")
        self.column.setContentsMargins(24, 14, 14, 20)
        self.column.addWidget(self._head(theme))
        self.column.addWidget(self.heatmap)
        self.column.addWidget(self._foot(theme))
        self.column.addWidget(self._day)
        self._day.hide()
        self.heatmap.day_chosen.connect(self.day_chosen)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self._save.clicked.connect(self._keep)

    def show_past(self, past: Past) -> None:
        """Show the year that ends today, or the one that was leafed to."""
        self._past = past
        if self._until is not None and self._until >= past.today:
            self._until = None
        self._words.setText(regular_text(past))
        self._show_year()

    def show_day(self, day: date | None, sessions: tuple[Session, ...]) -> None:
        """List the sessions of the chosen day, newest first; None for no day."""
        self._day.setVisible(day is not None)
        if day is None:
            return
        lines = [_session_line(session) for session in reversed(sessions[:_MOST_LINES])]
        self._day.setText("\n".join([f"{full_day(day)}:", *(lines or ["no session"])]))

    def _head(self, theme: Theme) -> QWidget:
        tools = QWidget()
        line = QHBoxLayout(tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        for widget in (self._span, self.earlier, self.later, self._save):
            line.addWidget(widget)
        head = Reflow(theme, 480, gap=4)
        head.add(overline("Consistency"), 1)
        head.add(tools, 1)
        return head

    def _foot(self, theme: Theme) -> QWidget:
        foot = Reflow(theme, 560, gap=10)
        foot.add(self._words, 1)
        foot.add(Shades(theme), 0)
        return foot

    def _turn(self, years: int) -> None:
        assert self._past is not None, "only what is shown can be leafed through"
        until = (self._until or self._past.today) + years * timedelta(weeks=HEAT_WEEKS - 1)
        self._until = None if until >= self._past.today else until
        self._show_year()

    def _show_year(self) -> None:
        past = self._past
        assert past is not None, "a year is shown from what was read"
        days = heat_days(past, self._until)
        self.heatmap.show_days(days)
        self._span.setText(f"{full_day(days[0].day)} to {full_day(days[-1].day)}")
        first = past.totals[0].day if past.totals else past.today
        several = first < past.rhythm.week_of(past.today) - timedelta(weeks=HEAT_WEEKS - 1)
        for turn in (self.earlier, self.later, self._span):
            turn.setVisible(several)
        self.earlier.setEnabled(first < days[0].day)
        self.later.setEnabled(self._until is not None)

    def _keep(self) -> None:
        if self._past is not None:
            days = heat_days(self._past, self._until)
            self.wants.emit(SavePicture(YearPlot(days, self._words.text()), "Consistency"))


@dataclass(frozen=True, slots=True)
class YearPlot:
    """The same grid for images and paper."""

    days: tuple[HeatDay, ...]
    summary: str

    @property
    def words(self) -> tuple[str, ...]:
        """What each day says."""
        return tuple(day.words for day in self.days)

    def height(self, theme: Theme) -> int:
        """Return the height that suits it."""
        return theme.px(7 * 17)

    def places(self, rect: QRectF, theme: Theme) -> tuple[QRectF, ...]:
        """Return the cell of each day."""
        pitch = min(rect.width() / HEAT_WEEKS, rect.height() / 7)
        return tuple(
            QRectF(rect.left() + n // 7 * pitch, rect.top() + n % 7 * pitch, pitch, pitch)
            for n in range(len(self.days))
        )

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint every day."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for day, place in zip(self.days, self.places(rect, theme), strict=True):
            paint_day(painter, place, theme, day)


class Shades(QLabel):
    """The legend of the year: from a day without to a long one, and a frozen one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setText("Larger is longer: from 1, 5, 10 and 20 minutes; a ring is a frozen day")
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(276), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(13))
        px, middle = self._theme.px, self.height() / 2
        x = self._say(painter, 0, "shorter")
        side = px(_SIDE)
        for level in range(LEVELS + 1):
            place = QRectF(x, middle - side / 2, side, side)
            paint_level(painter, place, self._theme, level)
            x += side + px(4)
        x = self._say(painter, x + px(4), "longer") + px(8)
        paint_frozen(painter, QRectF(x, middle - side / 2, side, side), self._theme)
        self._say(painter, x + side + px(4), "frozen")

    def _say(self, painter: QPainter, x: float, text: str) -> float:
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(self._theme.color("quiet"))
        room = QRectF(x, 0, width + 4, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        return x + width + self._theme.px(8)


def regular_text(past: Past) -> str:
    """Return the streak, and how many of all weeks were kept; none is not held up."""
    weeks = [week for week in past.regular.streak.weeks if week.state is not WeekState.PENDING]
    counted = [week for week in weeks if week.state is not WeekState.FROZEN]
    words = capital(past.regular.streak.words)
    kept = sum(week.state is WeekState.KEPT for week in counted)
    if not kept:
        return words
    if kept == len(counted):
        return f"{words} · every week kept" if kept > 1 else words
    return f"{words} · {kept} of {len(counted)} weeks kept"


def _session_line(session: Session) -> str:
    parts = (session.title, work_text(session), stiffness_text(session), steps_text(session))
    return " · ".join(part for part in parts if part)
