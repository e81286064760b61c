"""The turns of the running week, each on its line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from longstride.core.flow.manner import Manner
from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import Start
from longstride.ui.intentions.plan import ChooseDay, NotToday
from longstride.ui.look.theme import Theme
from longstride.ui.plan.view import PlanView, Sign, TurnLine
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.text import button, clear, label
from longstride.ui.widgets.turn_mark import TurnMark

_NOTHING = "Nothing is planned before then. Every flow stays yours to choose."
_DAY = 50  # px for a day at 100 %
_BESIDE = 640  # px at 100 % from which on a line has its buttons beside it
_BESIDE_FOUR = 800  # where these are four


class TurnList(Card):
    """This week's turns; ``wants`` Start, ChooseDay or NotToday."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("This week")
        self._theme = theme
        self._view: PlanView | None = None
        self._count = label(role="caption")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(14)
        self._notes = label(role="quiet", wrap=True)
        self.column.setSpacing(12)
        self.column.addWidget(self._count)
        self.column.addLayout(self._lines)
        self.column.addWidget(self._notes)
        self.column.addStretch(1)
        theme.changed.connect(self._lay_out)

    def show_plan(self, view: PlanView) -> None:
        """Show a week's turns; lines that are the same stay as they are."""
        self._count.setText(view.count)
        self._count.setVisible(bool(view.count))
        notes = "\n".join(view.notes if view.lines else (*view.notes, _NOTHING))
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        if self._view is not None and self._view.lines == view.lines:
            return
        self._view = view
        self._lay_out()

    def _lay_out(self) -> None:
        """Make the lines anew, with the keyboard still on one of them if it was."""
        had_keyboard = self._has_keyboard
        clear(self._lines)
        for line in self._view.lines if self._view else ():
            self._lines.addWidget(self._row(line))
        if had_keyboard:
            self._focus_first()

    @property
    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and focus is not self and self.isAncestorOf(focus)

    def _focus_first(self) -> None:
        """Keep the keyboard on this card when the line it was on is another now."""
        for place in range(self._lines.count()):
            item = self._lines.itemAt(place)
            row = item.widget() if item else None
            if row and (first := row.findChild(QPushButton)):
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _row(self, line: TurnLine) -> QWidget:
        both = line.starts and line.lighter
        row = Reflow(self._theme, _BESIDE_FOUR if both else _BESIDE, gap=12)
        row.setAccessibleName(f"{line.day}, {line.title}: {line.words}")
        row.add(self._words(line))
        if line.turn.is_open:
            row.add(self._buttons(line), 0)  # the words have all that the buttons leave
        return row

    def _words(self, line: TurnLine) -> QWidget:
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        day = label(line.day, "strong" if line.sign is Sign.TODAY else "quiet")
        day.setMinimumWidth(self._theme.px(_DAY))
        side, column = bare_column(2)
        column.addStretch(1)
        column.addWidget(label(line.title, "heading" if line.is_next else "strong", wrap=True))
        column.addWidget(label(line.words, "quiet", wrap=True))
        column.addStretch(1)
        across.addWidget(TurnMark(self._theme, line.sign.value))
        across.addWidget(day)
        across.addWidget(side, 1)
        return holder

    def _buttons(self, line: TurnLine) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, gap=8)
        now, turn = line.now, line.turn
        if line.starts:
            lighter = Start(turn.flow, manner=Manner(lighter=True))
            starts = [("Start lighter", lighter)] * line.lighter + [("Start", Start(turn.flow))]
            for (text, wish), role in zip(starts, ("primary", "ghost"), strict=False):
                row.addWidget(self._button(text, line, wish, role))
        if line.sign is Sign.TODAY:
            row.addWidget(self._button("Not today", line, NotToday(now, turn)))
        row.addWidget(self._button("Move", line, ChooseDay(now, turn)))
        return holder

    def _button(
        self, text: str, line: TurnLine, wish: Intention, role: str = "ghost"
    ) -> QPushButton:
        made = button(text, role)
        made.setAccessibleName(f"{text}: {line.title}, {line.day}")
        made.clicked.connect(lambda: self.wants.emit(wish))
        return made
