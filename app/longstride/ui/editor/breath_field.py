"""The seconds that a breath takes, in and out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.ui.editor.field_words import FIELD_NAMES
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.amount import Amount
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import label

_SECONDS = (0, 99)


class BreathField(QWidget):
    """``changed`` carries the breath as a flow's file has it, in whole seconds."""

    changed = Signal(dict)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(FIELD_NAMES["breath"])
        row = FlowLayout(self, gap=8)
        self.ways = tuple(Amount(theme, FIELD_NAMES[way], _SECONDS, "s") for way in ("in", "out"))
        for word, field in zip(("in", "and out"), self.ways, strict=True):
            row.addWidget(label(word, "quiet"))
            row.addWidget(field)
            field.valueChanged.connect(lambda _: self._tell())

    @property
    def first(self) -> QWidget:
        """The field that the keyboard comes to."""
        return self.ways[0]

    def show_breath(self, seconds: tuple[int, int]) -> None:
        """Show a breath without telling of a change."""
        for field, number in zip(self.ways, seconds, strict=True):
            field.show_number(number)

    def _tell(self) -> None:
        inhale, exhale = (field.value() for field in self.ways)
        self.changed.emit({"in": inhale, "out": exhale})
