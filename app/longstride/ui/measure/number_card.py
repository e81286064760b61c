"""Beside a picture: the number with its error in words, and what leads to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from longstride.core.flow.drill import Side
from longstride.ui.look.theme import Theme
from longstride.ui.measure.measuring import (
    Measuring,
    error_words,
    keep_words,
    lean_words,
    next_words,
    number_words,
    turn_words,
)
from longstride.ui.measure.placed import LEVEL
from longstride.ui.shown.film import Use
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.choice import Switch
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import button, label

_SIZE = 104  # px of the number at 100 %
_GUESS = "A guess to correct by hand; it can mix up the legs."
_GUESSED = f"{_GUESS} The diamonds were suggested."
_BY_HAND = f"{_GUESS} These were placed by hand."


class BigNumber(QLabel):
    """The degrees, as large as a number of the player."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        digit = QFontMetrics(self._font()).tightBoundingRect("0")
        return QSize(self._theme.px(180), digit.height() + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(self._theme.color("text" if "°" in self.text() else "line"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), left, self.text())

    def _font(self) -> QFont:
        return self._theme.font(_SIZE, QFont.Weight.Bold)


class NumberCard(QWidget):
    """Shows a Measuring; what the athlete does with it comes as signals.

    ``placed`` asks for the next point in the middle of the picture, ``controlled`` carries whether
    the other knee was held and the back flat.
    """

    sided = Signal(object)
    placed = Signal()
    undone = Signal()
    redone = Signal()
    suggest = Signal()
    accepted = Signal()
    controlled = Signal(bool)
    keep = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.number = BigNumber(theme)
        self._what = label(role="heading", wrap=True)
        self._error = label(role="quiet", wrap=True)
        self._lean = label(wrap=True)
        self._next = label(wrap=True)
        self.place = button("Place the next point")
        self.undo = SignButton(theme, "Undo the last point (Ctrl+Z)", "undo")
        self.redo = SignButton(theme, "Redo it (Ctrl+Shift+Z)", "redo")
        self.sides = OneOf(self)
        self.guess = button("Suggest the points")
        self._keyboard_lent: QWidget | None = None  # to whom, while it looks for points
        self._weakness = label(_GUESS, "caption", wrap=True)
        self.accept = button("Take them as they are")
        self.held = Switch(theme, "Other knee held, back flat")
        self.save = button("Keep it", "primary")
        self._turn = label(role="caption", wrap=True)
        self._lay_out()
        self._connect()

    def show_measuring(self, measuring: Measuring, can_suggest: str) -> None:
        """Show how it stands; ``can_suggest`` is why nothing is suggested here, "" where it is."""
        angle = measuring.angle_deg
        self.number.setText("–" if angle is None else f"{round(angle)}°")
        self.number.setAccessibleName(
            "No number yet" if angle is None else f"{round(angle)} degrees"
        )
        self._show_words(measuring)
        self._show_place(measuring)
        self.undo.setEnabled(bool(measuring.history.before))
        self.redo.setEnabled(bool(measuring.history.after))
        self.sides.mark(tuple(Side).index(measuring.side))
        self._show_guess(measuring, can_suggest)
        self._held_row.setVisible(measuring.use is Use.THOMAS)
        self.held.setChecked(measuring.controlled)
        self.save.setText(keep_words(measuring))
        self.save.setEnabled(angle is not None)
        self._turn.setText(turn_words(measuring))

    def show_busy(self, busy: bool) -> None:
        """Ask for no second suggestion while one is looked for; the keyboard comes back after."""
        had_keyboard = self.guess.hasFocus()
        self.guess.setEnabled(not busy)
        if had_keyboard:
            self._keyboard_lent = self.window().focusWidget()
        elif not busy and self._keyboard_lent is not None:
            if self._keyboard_lent.hasFocus():
                self.guess.setFocus()
            self._keyboard_lent = None
        self.guess.setText("Looking" if busy else "Suggest the points")

    def _show_words(self, measuring: Measuring) -> None:
        there = measuring.angle_deg is not None
        self._what.setText(number_words(measuring) if there else "No number yet")
        self._error.setText(error_words(measuring))
        self._error.setVisible(there)
        _say(self._lean, lean_words(measuring))
        _say(self._next, next_words(measuring))

    def _show_place(self, measuring: Measuring) -> None:
        mark = measuring.placed.next
        self.place.setVisible(mark is not None)
        if mark is not None:
            name = "level line" if mark in LEVEL else mark.value.lower()
            self.place.setText(f"Place the {name}")

    def _show_guess(self, measuring: Measuring, can_suggest: str) -> None:
        self.guess.setVisible(not can_suggest)
        by_hand = measuring.placed.by_hand
        self.accept.setVisible(not by_hand)
        words = _BY_HAND if by_hand and measuring.angle_deg is not None else _GUESS
        self._weakness.setText(can_suggest or (words if by_hand else _GUESSED))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.number, self._what, self._error, self._lean, self._next):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self._place_row())
        column.addWidget(self._side_row())
        self._held_row = _beside(label("Other knee held, back flat", wrap=True), self.held)
        column.addWidget(self._held_row)
        column.addWidget(self.guess)
        column.addWidget(self.accept)
        column.addWidget(self._weakness)
        column.addSpacing(8)
        column.addWidget(self.save)
        column.addWidget(self._turn)
        column.addStretch(1)

    def _place_row(self) -> QWidget:
        row = QWidget()
        line = FlowLayout(row, gap=8)
        for part in (self.place, self.undo, self.redo):
            line.addWidget(part)
        return row

    def _side_row(self) -> QWidget:
        row = QWidget()
        line = FlowLayout(row, gap=8)
        line.addWidget(label("Leg near the camera", "quiet"))
        for place, side in enumerate(Side):
            chip = button(side.value.capitalize(), "pick")
            chip.setAccessibleName(f"{side.value.capitalize()} leg")
            self.sides.add(chip, place)
            line.addWidget(chip)
        return row

    def _connect(self) -> None:
        self.sides.chosen.connect(lambda place: self.sided.emit(tuple(Side)[place]))
        for pressed, told in (
            (self.place, self.placed),
            (self.undo, self.undone),
            (self.redo, self.redone),
            (self.guess, self.suggest),
            (self.accept, self.accepted),
            (self.save, self.keep),
        ):
            pressed.clicked.connect(told)
        self.held.toggled.connect(self.controlled)


def _say(line: QLabel, words: str) -> None:
    line.setText(words)
    line.setVisible(bool(words))


def _beside(words: QWidget, control: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(words, 1)
    line.addWidget(control)
    return row
