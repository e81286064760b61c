"""At which time each of the athlete's days has its turn, and whether they are told then."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.plan import SetTimes
from longstride.ui.plan.day_words import NAMES, by_kind, day_text
from longstride.ui.shown.reminders import untold_text
from longstride.ui.widgets.charts.dates import WEEKDAYS
from longstride.ui.widgets.choice import Switch
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label, overline
from longstride.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from longstride.core.history.plan.following import Anchor
    from longstride.settings import Settings
    from longstride.ui.look.theme import Theme

_WORDS = (
    "Give a day a time, and Today, Plan and your calendar go by it. Choose one or type it, such as "
    "6:50. A day without a time stays as it was."
)
_TELL = "Remind me then"
_UNREAD = "“{}” is not a time of day. Write it as 07:30, or choose No time."
_DAY = 100  # px for a weekday at 100 %


class DayTimeRow(Reflow):
    """One day with its time and whether it is told; ``edited`` comes with every change."""

    edited = Signal()

    def __init__(self, theme: Theme, anchor: Anchor) -> None:
        super().__init__(theme, 400, gap=12)
        name = day_text(anchor)
        self._anchor = anchor
        self.setAccessibleName(name)
        self.field = TimeField(theme, f"Time: {name}")
        self.field.show_time(anchor.at)
        self.tell = Switch(theme, f"{_TELL}: {name}")
        self.tell.setChecked(anchor.remind and anchor.at is not None)
        day = label(WEEKDAYS[anchor.weekday], "strong")
        day.setMinimumWidth(theme.px(_DAY))
        day.setBuddy(self.field)
        self.add(_beside(day, self.field))
        self._telling = _beside(self.tell, label(_TELL, "quiet"))
        stays = self._telling.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # nothing moves while a time is typed
        self._telling.setSizePolicy(stays)
        self.add(self._telling)
        self.field.edited.connect(self._follow)
        self.tell.toggled.connect(lambda _: self.edited.emit())
        self._follow()

    @property
    def anchor(self) -> Anchor:
        """The day as it is entered; ValueError where its time is none."""
        at = self.field.at
        return replace(self._anchor, at=at, remind=at is not None and self.tell.isChecked())

    def _follow(self) -> None:
        """Offer to tell only where there is a time to do it."""
        self._telling.setVisible(self.field.is_readable and self.field.at is not None)
        self.edited.emit()


class TimesDialog(Overlay):
    """``wants`` carries SetTimes with the days that are other than before."""

    wants = Signal(Intention)

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        anchors: Collection[Anchor],
        first: int,
        settings: Settings,
    ) -> None:
        super().__init__(theme, host, "Times of your days", width=640)
        self._settings = settings
        self._kinds = by_kind(anchors, first)
        self.rows: list[DayTimeRow] = []
        self.card.column.addWidget(label(_WORDS, "quiet", wrap=True))
        for after, days in self._kinds.items():
            self.card.column.addSpacing(6)
            self.card.column.addWidget(overline(NAMES[after]))
            for anchor in days:
                self._add_row(DayTimeRow(theme, anchor))
        self._warning = label(role="warn", wrap=True)
        self.card.column.addWidget(self._warning)
        self.save = button("Save", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._finish)
        self.close_button = button("Close", "ghost")
        self.close_button.clicked.connect(self.reject)
        self.buttons(self.save, self.close_button)
        self._say()
        if self.rows:
            _begin(self.rows[0].field)

    def _add_row(self, row: DayTimeRow) -> None:
        row.edited.connect(self._say)
        self.rows.append(row)
        self.card.column.addWidget(row)

    def _say(self) -> None:
        """Say what would not be told, among the times that can be read."""
        readable = (row.anchor for row in self.rows if row.field.is_readable)
        self._warn(untold_text(readable, self._settings))

    def _warn(self, words: str) -> None:
        self._warning.setText(words)
        self._warning.setVisible(bool(words))

    def _finish(self) -> None:
        for row in self.rows:
            if not row.field.is_readable:
                self._warn(_UNREAD.format(row.field.currentText()))
                _begin(row.field)
                self.reveal(self._warning)
                return
        before = [anchor for days in self._kinds.values() for anchor in days]
        changed = tuple(row.anchor for row in self.rows if row.anchor not in before)
        self.accept()
        if changed:
            self.wants.emit(SetTimes(changed))


def _begin(field: TimeField) -> None:
    """Give a field the keyboard as Tab does: what is typed takes the place of what is in it."""
    field.setFocus(Qt.FocusReason.TabFocusReason)


def _beside(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, at the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
