"""How much of a step: repetitions with their tempo, seconds or breaths; sides, sets and rests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.flow.flow import First
from longstride.ui.editor.field import FieldRow
from longstride.ui.editor.field_words import FIELD_NAMES
from longstride.ui.editor.pause_field import PauseField
from longstride.ui.editor.picks import Picks
from longstride.ui.editor.view import Amount, StepView
from longstride.ui.editor.words import FIRST_WORDS, SIDE_WORDS, tempo_words
from longstride.ui.look.theme import Theme
from longstride.ui.widgets import amount
from longstride.ui.widgets.amount import TempoDigit
from longstride.ui.widgets.text import label

_KINDS = tuple((FIELD_NAMES[kind], kind) for kind in Amount)
_AMOUNTS = {
    Amount.REPS: ((0, 199), ""),
    Amount.HOLD: ((0, 999), "s"),
    Amount.BREATHS: ((0, 99), ""),
}
USUAL_TEMPO = "2-0-2-0"
_DIGITS = (
    ("Down", "coral", True),
    ("Pause below", "amber", False),
    ("Up", "sea", True),
    ("Pause above", "amber", False),
)


class DoseFields(QWidget):
    """``changed`` carries the keys of a step that are to have other values."""

    changed = Signal(dict)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._step: StepView | None = None
        self._theme = theme
        self.kind = Picks("Counted in", _KINDS)
        self.amounts = {
            kind: amount.Amount(theme, FIELD_NAMES[kind], *rest) for kind, rest in _AMOUNTS.items()
        }
        self.tempo = tuple(
            TempoDigit(theme, name, color, may_be_fast=fast) for name, color, fast in _DIGITS
        )
        self._tempo_words = label(role="quiet", wrap=True)
        self.side = _picks("side", SIDE_WORDS)
        self.first = _picks("first", FIRST_WORDS)
        self.sets = amount.Amount(theme, FIELD_NAMES["sets"], (1, 99))
        self.rest = PauseField(theme, FIELD_NAMES["rest"])
        self.get_ready = amount.Amount(theme, FIELD_NAMES["get_ready"], (0, 999), "s")
        self.change = amount.Amount(theme, FIELD_NAMES["change"], (0, 999), "s")
        self.rest_after = PauseField(theme, FIELD_NAMES["rest_after"])
        self.rows = tuple(FieldRow() for _ in range(6))
        self._holders: dict[Amount, QWidget] = {}
        self._lay_out()
        self._connect()

    def show_step(self, step: StepView) -> None:
        """Show a step's dose, and what is wrong with it."""
        self._step = step
        self.kind.show_value(step.amount)
        for kind, number in zip(self.amounts, (step.reps, step.hold, step.breaths), strict=True):
            self.amounts[kind].show_number(number)
            self._holders[kind].setVisible(kind is step.amount)
        self._show_tempo(step)
        self.side.show_value(step.side)
        self.first.show_value(step.first)
        self._first_holder.setVisible(step.has_first_side)
        self.sets.show_number(step.sets)
        self.rest.show_pause(step.rest)
        self._rest_holder.setVisible(not step.has_no_rest)
        self.get_ready.show_number(step.get_ready)
        self.change.show_number(step.change)
        self.rest_after.show_pause(step.rest_after)
        for row in self.rows:
            row.show_remarks(step.remarks)

    @property
    def fields(self) -> dict[str, QWidget]:
        """The fields by the key of a step."""
        return {key: row.field(key) for row in self.rows for key in row.keys}

    def _show_tempo(self, step: StepView) -> None:
        counts = step.amount is Amount.REPS
        self._tempo_row.setVisible(counts)
        self._tempo_words.setVisible(counts)
        digits = (step.tempo or USUAL_TEMPO).split("-")
        if len(digits) == len(self.tempo):
            for field, digit in zip(self.tempo, digits, strict=True):
                field.show_digit(digit)
        words = tempo_words(step.tempo, rises_first=step.rises_first)
        self._tempo_words.setText(words or "No tempo yet")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        kind, amounts, tempo, sets, times, after = self.rows
        kind.add("dose", "Counted in", self.kind)
        for each, field in self.amounts.items():
            self._holders[each] = amounts.add(each.value, field.accessibleName(), field)
        _add(amounts, "sets", self.sets)
        self._tempo_row = tempo
        for (name, *_), field in zip(_DIGITS, self.tempo, strict=True):
            tempo.add("tempo" if name == "Down" else f"tempo {name}", name.split()[0], field)
        self._lay_out_sides(sets, times, after)
        for row in (kind, amounts, tempo):
            column.addWidget(row)
        column.addWidget(self._tempo_words)
        for row in (sets, times, after):
            column.addWidget(row)

    def _lay_out_sides(self, sets: FieldRow, times: FieldRow, after: FieldRow) -> None:
        _add(sets, "side", self.side)
        self._first_holder = _add(sets, "first", self.first)
        self._rest_holder = _add(after, "rest", self.rest)
        _add(times, "get_ready", self.get_ready)
        _add(times, "change", self.change)
        _add(after, "rest_after", self.rest_after)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._choose_kind)
        for kind, field in self.amounts.items():
            field.valueChanged.connect(lambda n, key=kind.value: self.changed.emit({key: n}))
        for digit in self.tempo:
            digit.valueChanged.connect(lambda _: self.changed.emit({"tempo": self._tempo()}))
        self.side.chosen.connect(lambda side: self.changed.emit({"side": side.value}))
        self.first.chosen.connect(self._choose_first)
        for key in ("sets", "get_ready", "change"):
            field = getattr(self, key)
            field.valueChanged.connect(lambda n, key=key: self.changed.emit({key: n}))
        self.rest.changed.connect(lambda pause: self.changed.emit({"rest": pause}))
        self.rest_after.changed.connect(lambda pause: self.changed.emit({"rest_after": pause}))

    def _tempo(self) -> str:
        return "-".join(field.digit for field in self.tempo)

    def _choose_first(self, first: First) -> None:
        """Set which side begins; a file that says nothing has them take turns."""
        self.changed.emit({"first": None if first is First.TURN_ABOUT else first.value})

    def _choose_kind(self, kind: Amount) -> None:
        """Count in something else: the other amounts go, and a tempo goes with repetitions."""
        step = self._step
        assert step is not None, "a step is shown first"
        others: dict[str, object] = dict.fromkeys((*(each.value for each in Amount), "tempo"))
        amounts = {Amount.REPS: step.reps, Amount.HOLD: step.hold, Amount.BREATHS: step.breaths}
        chosen: dict[str, object] = {kind.value: amounts[kind]}
        if kind is Amount.REPS:
            chosen["tempo"] = step.tempo or USUAL_TEMPO
        self.changed.emit(others | chosen)


def _picks(key: str, words: Mapping[Any, str]) -> Picks:
    return Picks(FIELD_NAMES[key], tuple((word, value) for value, word in words.items()))


def _add(row: FieldRow, key: str, field: QWidget) -> QWidget:
    return row.add(key, FIELD_NAMES[key], field)
