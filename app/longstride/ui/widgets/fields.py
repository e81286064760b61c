"""Fields for a day and for a number."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtGui import QDoubleValidator, QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QLineEdit, QToolButton

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.icons import draw_opener, icon

_FIRST = QDate(2000, 1, 1)


class DayField(QDateEdit):
    """A day of this century up to ``latest``, or ``day``; the wheel never changes it."""

    def __init__(self, theme: Theme, name: str, day: date, latest: date) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setLocale(QLocale(QLocale.Language.English))  # as the rest of the window is
        self.setCalendarPopup(True)
        self._quieten(self.calendarWidget())
        self._dress()
        theme.changed.connect(self._dress)
        self.setDateRange(min(_FIRST, _qt_day(day)), _qt_day(latest))
        self.show_day(day)

    @property
    def day(self) -> date:
        """The day that is set."""
        found = self.date()
        return date(found.year(), found.month(), found.day())

    def begin_weeks(self, weekday: int) -> None:
        """Let the calendar's weeks begin on a day, 0 Monday to 6 Sunday."""
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek(weekday + 1))

    @staticmethod
    def _quieten(calendar: QCalendarWidget) -> None:
        """Take away week numbers, the red of weekends and names that have no room."""
        calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        )
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, QTextCharFormat())

    def _dress(self) -> None:
        """Draw the calendar's arrows, which Qt has in black only."""
        side = self._theme.px(18)
        for name, drawn in (("prev", "back"), ("next", "forward")):
            if arrow := self.calendarWidget().findChild(QToolButton, f"qt_calendar_{name}month"):
                arrow.setIcon(icon(drawn, side, self._theme.color("text")))
                arrow.setIconSize(QSize(side, side))

    def show_day(self, day: date) -> None:
        """Set a day."""
        self.setDate(_qt_day(day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._theme.px(28), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_opener(self, self._theme)


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class NumberField(QLineEdit):
    """A number with a comma or a point, or nothing."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(7)
        validator = QDoubleValidator(-999, 999, 2, self)
        validator.setLocale(QLocale.c())
        self.setValidator(validator)
        self.textEdited.connect(self._point)

    @property
    def number(self) -> float | None:
        """What is entered; None where it is no number yet."""
        try:
            return float(self.text())
        except ValueError:
            return None

    def _point(self, text: str) -> None:
        if "," in text:
            self.setText(text.replace(",", "."))
