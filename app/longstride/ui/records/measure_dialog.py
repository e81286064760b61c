"""Entering measurements: three tries a side, the middle one counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from longstride.core.flow.drill import Side
from longstride.core.history.measure import (
    TRIES,
    MeasureError,
    MeasureKind,
    check_value,
    middle_of,
    number_text,
    thomas_angle,
)
from longstride.core.timeline.clock import Clock
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import TapButton
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.fields import DayField, NumberField
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label, overline

_HINTS = {
    MeasureKind.THOMAS_ANGLE: (
        "Hold the other knee, low back flat, and let the leg hang. Enter how far the knee hangs "
        "below the hip joint, with a minus if it stays above, and how long the thigh is. "
        "Filmed it? “Thomas test by picture”, on Measure, needs no tape."
    ),
    MeasureKind.BRIDGE_HOLD: "How many seconds one leg held the bridge with a level pelvis.",
    MeasureKind.KNEE_TO_WALL: "How far the toe was from the wall when the knee just touched it.",
    MeasureKind.HIP_ROTATION: "Degrees, taken the same way as last time.",
    MeasureKind.CADENCE: "Steps a minute, both feet together. Count them, or tap along.",
    MeasureKind.HIP_THRUST: "The load you lifted, and how often.",
}
_COUNTED = " These were counted while you were led; lower one if the pelvis tipped sooner."
_MOST_REPS = 200
_BY_TAB = Qt.FocusPolicy.TabFocus


@dataclass(frozen=True, slots=True)
class Taken:
    """One result to be kept; ``protocol`` says how it came about."""

    kind: MeasureKind
    side: Side | None
    value: float
    day: date
    protocol: str = ""
    reps: int | None = None


class MeasureDialog(Overlay):
    """Asks for one kind at a time; ``measured`` carries a tuple of Taken.

    It stays open until it is closed, so that a whole range check can be entered. ``held`` is how
    many s each side just held the bridge: those wait in their fields.
    """

    measured = Signal(tuple)

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        clock: Clock,
        today: date,
        kind: MeasureKind | None,
        held: Mapping[Side, int] = MappingProxyType({}),
    ) -> None:
        super().__init__(theme, host, "Enter measurements", width=680)
        self._clock = clock
        self._held = held
        self.day = DayField(theme, "Day", today, today)
        self.kinds = Choice(theme, "What was measured")
        offered = tuple((each.form.title, each) for each in MeasureKind if not each.form.filmed)
        entered = kind is not None and not kind.form.filmed
        first = MeasureKind.BRIDGE_HOLD if held else MeasureKind.THOMAS_ANGLE
        self.kinds.offer(offered, kind if entered else first)
        self._hint = label(role="quiet", wrap=True)
        self._place = QVBoxLayout()
        self.form: SidedForm | PlainForm | None = None
        self.outcome = label(role="good", wrap=True)
        self.trouble = label(role="warn", wrap=True)
        self.save = button("Save", "primary")
        self.finish = button("Done", "ghost")
        self._lay_out()
        self.kinds.activated.connect(lambda _: self._show_form())
        self.save.clicked.connect(self._keep)
        self.finish.clicked.connect(self.reject)
        self._show_form()
        self.kinds.setFocus()

    @property
    def kind(self) -> MeasureKind:
        """What is being entered."""
        chosen = self.kinds.value
        assert isinstance(chosen, MeasureKind), "only kinds are offered"
        return chosen

    def taken(self) -> tuple[Taken, ...]:
        """Return what is filled in; MeasureError where it cannot be."""
        assert self.form is not None, "a kind has its form"
        found = tuple(self.form.taken(self.day.day))
        for each in found:
            check_value(each.kind, each.value)
        return found

    def _lay_out(self) -> None:
        column = self.card.column
        top = QWidget()
        row = FlowLayout(top, gap=12)
        row.addWidget(self.kinds)
        row.addWidget(self.day)
        column.addWidget(top)
        column.addWidget(self._hint)
        column.addLayout(self._place)
        column.addWidget(self.outcome)
        column.addWidget(self.trouble)
        self.buttons(self.save, self.finish)

    def _show_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        kind = self.kind
        self.form = SidedForm(kind) if kind.form.sided else PlainForm(kind, self._clock)
        counted = self._held if kind is MeasureKind.BRIDGE_HOLD else {}
        if isinstance(self.form, SidedForm):
            self.form.fill(counted)
        self.form.changed.connect(self._say)
        self._place.addWidget(self.form)
        self._put_in_order(self.form)
        self._hint.setText(_HINTS[kind] + (_COUNTED if counted else ""))
        self._say()

    def _put_in_order(self, form: QWidget) -> None:
        """Let Tab come to the fields before the buttons, which are older."""
        fields = [each for each in form.findChildren(QWidget) if each.focusPolicy() & _BY_TAB]
        for one, other in pairwise((self.day, *fields, self.save, self.finish)):
            QWidget.setTabOrder(one, other)

    def _say(self) -> None:
        try:
            words, trouble = " · ".join(map(taken_text, self.taken())), ""
        except MeasureError as error:
            words, trouble = "", str(error)
        for line, text in ((self.outcome, words), (self.trouble, trouble)):
            line.setText(text)
            line.setVisible(bool(text))
        self.save.setEnabled(bool(words))

    def _keep(self) -> None:
        kept = self.taken()
        self.measured.emit(kept)
        if self.kind is MeasureKind.BRIDGE_HOLD:
            self._held = MappingProxyType({})
        self._show_form()
        self.outcome.setText(f"Kept: {' · '.join(map(taken_text, kept))}")
        self.outcome.show()


class SidedForm(QWidget):
    """A row a side with three tries, and for the Thomas test the length of the thigh."""

    changed = Signal()

    def __init__(self, kind: MeasureKind) -> None:
        super().__init__()
        self._kind = kind
        self.tries: dict[Side, tuple[NumberField, ...]] = {}
        self.thighs: dict[Side, NumberField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        self._head(grid)
        for row, side in enumerate(Side, start=1):
            self._add_side(grid, row, side)

    def fill(self, found: Mapping[Side, int]) -> None:
        """Put what is known already into the first try of each side."""
        for side, value in found.items():
            self.tries[side][0].setText(str(value))

    def taken(self, day: date) -> Iterator[Taken]:
        """Yield a result for each side that has a try."""
        for side, fields in self.tries.items():
            tries = [field.number for field in fields if field.number is not None]
            if tries and not self._waits(side):
                yield self._taken(side, middle_of(tries), len(tries), day)

    def _waits(self, side: Side) -> bool:
        return side in self.thighs and self.thighs[side].number is None

    def _taken(self, side: Side, middle: float, tries: int, day: date) -> Taken:
        protocol = "one try" if tries == 1 else f"middle of {tries} tries"
        if side not in self.thighs:
            return Taken(self._kind, side, middle, day, protocol)
        thigh = self.thighs[side].number or 0.0
        words = f"drop {middle:g} cm, thigh {thigh:g} cm, {protocol}"
        return Taken(self._kind, side, thomas_angle(middle, thigh), day, words)

    def _head(self, grid: QGridLayout) -> None:
        thomas = self._kind is MeasureKind.THOMAS_ANGLE
        unit = "cm" if thomas else self._kind.form.unit
        if thomas:
            grid.addWidget(overline("Thigh, cm"), 0, 1)
        for number in range(TRIES):
            name = f"Drop {number + 1}, {unit}" if thomas else f"Try {number + 1}, {unit}"
            grid.addWidget(overline(name), 0, 2 + number)

    def _add_side(self, grid: QGridLayout, row: int, side: Side) -> None:
        grid.addWidget(label(side.value.capitalize(), "strong"), row, 0)
        if self._kind is MeasureKind.THOMAS_ANGLE:
            self.thighs[side] = NumberField(f"Thigh, {side.value}, cm")
            grid.addWidget(self.thighs[side], row, 1)
        self.tries[side] = tuple(
            NumberField(f"{side.value.capitalize()}, try {number + 1}") for number in range(TRIES)
        )
        for number, field in enumerate(self.tries[side]):
            grid.addWidget(field, row, 2 + number)
        for field in (*self.tries[side], *self.thighs.values()):
            field.textChanged.connect(self.changed)


class PlainForm(QWidget):
    """One number, and what belongs to it: taps for the cadence, repetitions for the thrust."""

    changed = Signal()

    def __init__(self, kind: MeasureKind, clock: Clock) -> None:
        super().__init__()
        self._kind = kind
        self.value = NumberField(f"{kind.form.title}, {kind.form.unit}", kind.form.unit)
        self.reps = NumberField("Repetitions", "repetitions")
        self.tap = TapButton(clock, "Tap with each step")
        self.tapped = False
        row = FlowLayout(self, gap=12)
        row.addWidget(self.value)
        row.addWidget(self.reps)
        row.addWidget(self.tap)
        self.reps.setVisible(kind is MeasureKind.HIP_THRUST)
        self.tap.setVisible(kind is MeasureKind.CADENCE)
        self.tap.rated.connect(self._take_rate)
        self.value.textEdited.connect(self._type)
        self.value.textChanged.connect(self.changed)
        self.reps.textChanged.connect(self.changed)

    def taken(self, day: date) -> Iterator[Taken]:
        """Yield the result, if there is one; MeasureError for repetitions that cannot be."""
        if self.value.number is None:
            return
        reps: int | None = None
        if self._kind is MeasureKind.HIP_THRUST:
            if self.reps.number is None:
                return
            reps = round(self.reps.number)
            if not 1 <= reps <= _MOST_REPS:
                raise MeasureError(f"Enter 1 to {_MOST_REPS} repetitions.")
        protocol = "tapped along" if self.tapped else ""
        yield Taken(self._kind, None, self.value.number, day, protocol, reps)

    def _take_rate(self, rate: int) -> None:
        self.tapped = True
        self.value.setText(str(rate))

    def _type(self) -> None:
        self.tapped = False


def taken_text(taken: Taken) -> str:
    """Return ``left 11.9°`` or ``60 kg, 8 times``."""
    side = f"{taken.side.value} " if taken.side else ""
    reps = f", {taken.reps} times" if taken.reps else ""
    return f"{side}{number_text(taken.value, taken.kind.form.unit)}{reps}"
