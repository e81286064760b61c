"""Two questions that leave out what does not fit: the time there is, and the gear at hand."""

from typing import cast

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from longstride.ui.flows.fitting import ANY_TIME, TIMES, Has
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import Button, button, clear, label


class GearChip(Button):
    """A thing; a tick says that it is at hand."""

    def __init__(self, theme: Theme, thing: str) -> None:
        super().__init__(thing.replace("&", "&&"))
        self._theme = theme
        self.thing = thing
        self.setProperty("role", "gear")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"I have {thing}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            side = self._theme.px(16)
            place = QRectF(self._theme.px(10), (self.height() - side) / 2, side, side)
            draw_icon(QPainter(self), "tick", place, self._theme.color("sea"))


class Questions(QWidget):
    """``changed`` comes with every other answer, ``missing`` with what is not at hand by now."""

    changed = Signal()
    missing = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._things: tuple[str, ...] = ()
        self._lacked: frozenset[str] = frozenset()
        self._times = OneOf(self)
        self.times = {minutes: button(_time_text(minutes), "segment") for minutes in TIMES}
        self._gear = QWidget()
        self._row = FlowLayout(self._gear, gap=6)
        self._have, self._and = label("I have", "quiet"), label("and", "quiet")
        self._lay_out()
        self._level()
        theme.changed.connect(self._level)
        self._times.mark(ANY_TIME)
        self._times.chosen.connect(lambda _: self.changed.emit())

    @property
    def has(self) -> Has:
        """What the athlete has."""
        return Has(self._times.checkedId(), self._lacked)

    @property
    def gear(self) -> tuple[GearChip, ...]:
        """What is asked about."""
        items = [self._row.itemAt(place) for place in range(self._row.count())]
        return tuple(cast("GearChip", item.widget()) for item in items if item)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """All that is pressed, in its order."""
        return *self.times.values(), *self.gear

    def ask_for(self, things: tuple[str, ...]) -> None:
        """Ask about the gear that flows need; no question where they need none."""
        if things == self._things:
            return
        self._things = things
        clear(self._row)
        for thing in things:
            self._row.addWidget(self._chip(thing))
        self._and.setVisible(bool(things))
        self._gear.setVisible(bool(things))

    def show_missing(self, gear: tuple[str, ...]) -> None:
        """Take what is not at hand, without telling of a change."""
        if frozenset(gear) == self._lacked:
            return
        self._lacked = frozenset(gear)
        for chip in self.gear:
            with QSignalBlocker(chip):
                chip.setChecked(chip.thing not in self._lacked)
            chip.update()

    def take_back_time(self) -> None:
        """Have any time, without telling of a change."""
        self._times.mark(ANY_TIME)

    def have_all(self) -> None:
        """Have everything at hand."""
        self.show_missing(())
        self.missing.emit(())

    def _lay_out(self) -> None:
        segments = QFrame()
        segments.setProperty("role", "segments")
        segments.setAccessibleName("The time I have")
        row = FlowLayout(segments, gap=0)
        for minutes, each in self.times.items():
            each.setAccessibleName(_time_told(minutes))
            self._times.add(each, minutes)
            row.addWidget(each)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._have, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(segments, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._and, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._gear, 1, 1)

    def _level(self) -> None:
        """Keep the words beside the first line of what follows them."""
        self._have.setMinimumHeight(self._theme.px(40) + 4)
        self._and.setMinimumHeight(self._theme.px(28) + 4)

    def _chip(self, thing: str) -> GearChip:
        chip = GearChip(self._theme, thing)
        chip.setChecked(thing not in self._lacked)
        chip.toggled.connect(lambda _: self._note())
        return chip

    def _note(self) -> None:
        self._lacked = frozenset(chip.thing for chip in self.gear if not chip.isChecked())
        self.missing.emit(tuple(sorted(self._lacked)))
        self.changed.emit()


def _time_text(minutes: int) -> str:
    return f"{minutes} min" if minutes else "any time"


def _time_told(minutes: int) -> str:
    return f"I have {minutes} minutes" if minutes else "I have any time"
