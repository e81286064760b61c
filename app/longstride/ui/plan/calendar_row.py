"""The plan's turns for the athlete's own calendar, in one row: how many, until when, and a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.core.counting import counted
from longstride.core.history.plan.weeks_ahead import MOST_WEEKS, weeks_ahead
from longstride.records.following import PlanNow
from longstride.ui.intentions import Intention
from longstride.ui.intentions.plan import SaveCalendar
from longstride.ui.widgets.charts.dates import long_day
from longstride.ui.widgets.text import button, label

_LIMITS = "Google drops the alarms. The times are those of here; they do not travel with you."


class CalendarRow(QWidget):
    """``wants`` carries SaveCalendar."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__()
        self._words = label(role="quiet", wrap=True)
        self.save = button("Save file", "ghost")
        self.save.setAccessibleName("Save file to calendar")
        self.save.setAccessibleDescription(_LIMITS)
        self.save.setToolTip(_LIMITS)
        self.save.clicked.connect(lambda: self.wants.emit(SaveCalendar()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.save)

    def show_calendar(self, now: PlanNow) -> None:
        """Show what the file would hold; nothing where all is over."""
        words = calendar_text(now)
        self._words.setText(f"Calendar: {words}")
        self.setVisible(bool(words))


def calendar_text(now: PlanNow) -> str:
    """Return ``29 sessions until 3 January``, "" where none is to come."""
    ahead = weeks_ahead(now.following, now.place, now.start, now.anchors, (), MOST_WEEKS - 1)
    open_now = [turn.day for turn in now.turns if turn.is_open and turn.day]
    days = [*open_now, *(turn.planned for _, turns in ahead for turn in turns)]
    if not days:
        return ""
    return f"{counted(len(days), 'session')} until {long_day(max(days), now.start)}"
