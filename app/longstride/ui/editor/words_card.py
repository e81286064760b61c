"""What is said of the flow itself: its title and texts, its promise, its equipment, its drills."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.flow.flow import LONGEST_LINE
from longstride.ui.editor.breath_field import BreathField
from longstride.ui.editor.field import FieldRow
from longstride.ui.editor.field_words import FIELD_NAMES
from longstride.ui.editor.view import EditorView
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import (
    DropDrill,
    LeaveDraft,
    SaveAsCopy,
    SetFlow,
    WriteDrill,
)
from longstride.ui.look.theme import Theme
from longstride.ui.shown.talk import TALK_NAMES
from longstride.ui.widgets.amount import Amount
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.flow_layout import flowing
from longstride.ui.widgets.text import button, clear, label, overline
from longstride.ui.widgets.writing import LineField, ProseField

_TEXTS = (
    ("title", "What it is called", 0),
    ("line", f"For its card, in at most {LONGEST_LINE} characters", 0),
    ("purpose", "What it does, for its own page", 2),
    ("when", "When it is best done", 0),
    ("level", "How hard it is, in one word", 0),
    ("opening", "Said first; it names all that has to be at hand", 3),
    ("closing", "Said at the end", 2),
)
_AS_SET = ("As set in Settings", None)


class WordsCard(Card):
    """``wants`` carries SetFlow, WriteDrill or DropDrill."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("The flow's own words")
        self.row = FieldRow(mends=True)
        self.fields: dict[str, LineField | ProseField] = {}
        for key, hint, lines in _TEXTS:
            name = FIELD_NAMES[key]
            made = ProseField(theme, name, hint, lines) if lines else LineField(name, hint)
            made.edited.connect(lambda text, key=key: self._set({key: _written(key, text)}))
            self.fields[key] = made
            self.row.add_wide(key, name, made)
        self.least = Amount(theme, "At least, in minutes", (1, 999), "min")
        self.most = Amount(theme, "At most, in minutes", (1, 999), "min")
        self.measured = button("As measured", "pick")
        self.measured.setCheckable(True)
        self.promise = FieldRow(mends=True)
        self.talk = Choice(theme, FIELD_NAMES["talk"])
        self.breath = BreathField(theme)
        self.manner = FieldRow()
        self.equipment = label(wrap=True)
        self.sides = label(role="quiet", wrap=True)
        self._drills = QVBoxLayout()
        self._own: tuple[Mapping[str, object], ...] | None = None
        self.write = button("Write a drill of your own")
        self.copy = button("Keep as another flow", "chip")
        self.leave = button("Let the changes go", "chip")
        self._lay_out()
        self._connect()

    def show_view(self, view: EditorView) -> None:
        """Show the words of a flow, and what is wrong with them."""
        for key, field in self.fields.items():
            field.show_text(view.words.get(key, ""))
        self.row.show_remarks(view.remarks)
        self._show_promise(view.minutes)
        self.promise.show_remarks(view.remarks)
        if self.talk.value is not view.talk or not self.talk.values:
            self.talk.offer((_AS_SET, *TALK_NAMES), view.talk)
        self.breath.show_breath(view.breath)
        self.manner.show_remarks(view.remarks)
        self.equipment.setText(view.equipment)
        self.sides.setText(view.sides)
        self.sides.setVisible(bool(view.sides))
        self._show_drills(view.drills)
        self.copy.setEnabled(not view.mistakes and bool(view.steps))
        self.leave.setEnabled(not view.is_saved)

    def field(self, key: str) -> QWidget:
        """Return the field of a key; the title's where it has none of its own."""
        others = {"minutes": self.measured, "talk": self.talk, "breath": self.breath.first}
        return {**others, **self.fields}.get(key, self.fields["title"])

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that have a field here."""
        return (*self.fields, "minutes", *self.manner.keys)

    def _show_promise(self, minutes: tuple[int, int] | None) -> None:
        self.measured.blockSignals(True)
        self.measured.setChecked(minutes is None)
        self.measured.blockSignals(False)
        for field, number in zip((self.least, self.most), minutes or (1, 1), strict=True):
            field.setEnabled(minutes is not None)
            if minutes is not None:
                field.show_number(number)

    def _show_drills(self, drills: tuple[Mapping[str, object], ...]) -> None:
        if drills == self._own:
            return
        self._own = drills
        clear(self._drills)
        for each in drills:
            name, drill = str(each.get("name", "")), str(each.get("id", ""))
            self._drills.addWidget(self._drillflowing(name or drill, drill))

    def _drillflowing(self, name: str, drill: str) -> QWidget:
        change, drop = button("Change", "chip"), button("Remove", "chip")
        change.setAccessibleName(f"Change {name}")
        drop.setAccessibleName(f"Remove {name}")
        change.clicked.connect(lambda: self.wants.emit(WriteDrill(drill)))
        drop.clicked.connect(lambda: self.wants.emit(DropDrill(drill)))
        return flowing(label(name, "strong"), change, drop)

    def _lay_out(self) -> None:
        self.column.setSpacing(12)
        self.column.addWidget(self.row)
        holder = flowing(self.measured, self.least, self.most)
        self.promise.add_wide("minutes", FIELD_NAMES["minutes"], holder)
        self.manner.add_wide("talk", FIELD_NAMES["talk"], self.talk)
        self.manner.add_wide("breath", FIELD_NAMES["breath"], self.breath)
        self.column.addWidget(self.promise)
        self.column.addWidget(self.manner)
        self.column.addWidget(overline("At hand"))
        self.column.addWidget(self.equipment)
        self.column.addWidget(self.sides)
        self.column.addWidget(overline("Drills of your own"))
        self.column.addLayout(self._drills)
        self.column.addWidget(self.write)
        self.column.addWidget(overline("The file"))
        self.column.addWidget(flowing(self.copy, self.leave))
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.measured.toggled.connect(lambda _: self._set_minutes())
        self.least.valueChanged.connect(lambda _: self._set_minutes())
        self.most.valueChanged.connect(lambda _: self._set_minutes())
        self.talk.currentIndexChanged.connect(lambda _: self._set({"talk": _word(self.talk.value)}))
        self.breath.changed.connect(lambda breath: self._set({"breath": breath}))
        self.row.wants.connect(self.wants)
        self.promise.wants.connect(self.wants)
        self.copy.clicked.connect(lambda: self.wants.emit(SaveAsCopy()))
        self.leave.clicked.connect(lambda: self.wants.emit(LeaveDraft()))
        self.write.clicked.connect(lambda: self.wants.emit(WriteDrill()))

    def _set(self, changes: dict[str, object]) -> None:
        self.wants.emit(SetFlow(changes))

    def _set_minutes(self) -> None:
        promised = [self.least.value(), self.most.value()]
        self._set({"minutes": None if self.measured.isChecked() else promised})


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def _written(key: str, text: str) -> str | None:
    """Return a text as the file has it: one that is empty is left out, but for the title."""
    return text if text.strip() or key == "title" else None
