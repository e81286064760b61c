"""A few words of which one is chosen, filled with the colour of the text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import button


class Picks(QWidget):
    """``chosen`` carries the value that the athlete chose, the very object that was offered."""

    chosen = Signal(object)

    def __init__(self, name: str, items: Iterable[tuple[str, object]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._values: list[object] = []
        self.group = OneOf(self)
        row = FlowLayout(self, gap=6)
        for text, value in items:
            made = button(text, "pick")
            made.setAccessibleName(f"{name}: {text}")
            self.group.add(made, len(self._values))
            self._values.append(value)
            row.addWidget(made)
        self.group.chosen.connect(lambda place: self.chosen.emit(self._values[place]))

    @property
    def value(self) -> object:
        """What is chosen, None where nothing is."""
        place = self.group.checkedId()
        return self._values[place] if place >= 0 else None

    @property
    def first(self) -> QWidget:
        """The button that the keyboard comes to."""
        return self.group.checkedButton() or self.group.button(0)

    def show_value(self, value: object) -> None:
        """Show what is chosen without telling of it."""
        if value in self._values and self.value != value:
            self.group.mark(self._values.index(value))
