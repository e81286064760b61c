"""A field for a time of the day: chosen in quarters of an hour, or typed to the minute."""

import re
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.choice import Choice

_NONE = "No time"
_MOST = 12  # signs, of a pasted text too
_TYPED = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?([ap]m)?", re.ASCII)


class TimeField(Choice):
    """A time, or none; ``edited`` comes with every change of what is entered."""

    edited = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setMinimumContentsLength(8)
        line = QLineEdit()
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # it would make 10:00 of a 1
        line.setAccessibleName(name)
        line.setMaxLength(_MOST)
        line.editingFinished.connect(self._tidy)
        self.editTextChanged.connect(lambda _: self.edited.emit())

    def show_time(self, at: time | None) -> None:
        """Show a time, without telling of a change."""
        self.offer(((_NONE, None), *quarter_hours(at)), at)

    @property
    def at(self) -> time | None:
        """What is entered, None for no time; ValueError where it is no time of the day."""
        text = self.currentText().strip()
        return None if text in {"", _NONE} else time_typed(text)

    @property
    def is_readable(self) -> bool:
        """Whether it is a time of the day, or none."""
        try:
            self.at  # noqa: B018 - it is read to see whether it can be
        except ValueError:
            return False
        return True

    def _tidy(self) -> None:
        """Write what was typed as times are written; the arrows go on from there."""
        if not self.is_readable:
            return
        text = _NONE if self.at is None else f"{self.at:%H:%M}"
        place = self.findText(text)
        if place >= 0:
            self.setCurrentIndex(place)
        self.setEditText(text)


def time_typed(text: str) -> time:
    """Return the time of ``7``, ``730``, ``07:30``, ``7.30`` or ``7:30 pm``; ValueError."""
    found = _TYPED.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError("no time of the day")
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        raise ValueError("no hour of half a day")
    return time(hour % 12 + 12 * (half == "pm") if half else hour, minute)


def quarter_hours(chosen: time | None) -> tuple[tuple[str, time], ...]:
    """Return every quarter of an hour, and the time that is chosen, each with its words."""
    offered = {time(hour, minute) for hour in range(24) for minute in range(0, 60, 15)}
    return tuple((f"{at:%H:%M}", at) for at in sorted(offered | ({chosen} if chosen else set())))
