"""Settings as rows: a name and what it means, and the control."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from longstride.core.flow.breath import Breath
from longstride.ui.intentions import Intention
from longstride.ui.intentions.window import ChooseDisplay
from longstride.ui.look.theme import Theme
from longstride.ui.shown.display import Display
from longstride.ui.widgets.choice import Choice, Level
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import capital, label

_DISPLAY = "Full screen on"


class SettingRow(Reflow):
    """Name and hint left, the control right; one under the other where it is narrow."""

    def __init__(self, theme: Theme, name: str, hint: str, control: QWidget) -> None:
        super().__init__(theme, 560, gap=16)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(2)
        lines.addStretch()
        title = label(name, "strong", wrap=True)
        title.setBuddy(control)
        lines.addWidget(title)
        if hint:
            lines.addWidget(label(hint, "caption", wrap=True))
        lines.addStretch()
        self.add(words, 2)
        self.add(_held(control), 3)


class Amount(QWidget):
    """A Level with its value in words beside it; ``chosen`` carries whole steps only."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        limits: tuple[int, int],
        step: int,
        words: Callable[[int], str],
        live: bool = True,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._step = step
        self._words = words
        self.level = Level(name, limits, step)
        self.level.setTracking(live)
        self._value = label(role="quiet")
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.level, 1)
        row.addWidget(self._value)
        self.level.valueChanged.connect(self._moved)
        self.level.sliderMoved.connect(self._say)
        theme.changed.connect(self._fit)
        self._fit()

    def show_value(self, value: int) -> None:
        """Show a value without telling of a change."""
        self.level.blockSignals(True)
        self.level.setValue(value)
        self.level.blockSignals(False)
        self._say(value)

    def _moved(self, value: int) -> None:
        whole = round(value / self._step) * self._step
        if whole != value:
            self.level.setValue(whole)
            return
        self._say(value)
        self.chosen.emit(value)

    def _say(self, value: int) -> None:
        self._value.setText(self._words(value))
        self.level.setAccessibleDescription(self._words(value))

    def _fit(self) -> None:
        self._value.setMinimumWidth(self._theme.px(152))


class DisplayRow(SettingRow):
    """The display that the player fills; hidden where only one can be chosen.

    ``wants`` carries ChooseDisplay.
    """

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        self.choice = Choice(theme, _DISPLAY)
        super().__init__(theme, _DISPLAY, "The display a flow is led on.", self.choice)
        self.choice.activated.connect(lambda _: self._choose())
        self.hide()

    def offer(
        self, displays: tuple[tuple[str, Display | None], ...], chosen: Display | None
    ) -> None:
        """Offer displays as (text, value), and mark the chosen one."""
        self.choice.offer(displays, chosen)
        self.setVisible(len(displays) > 2 or chosen is not None)

    def _choose(self) -> None:
        chosen = self.choice.value
        self.wants.emit(ChooseDisplay(chosen if isinstance(chosen, Display) else None))


def tell_breath(line: QLabel, breath: Breath) -> None:
    """Say how fast a pace of the breath is."""
    line.setText(f"{60_000 / breath.cycle:.1f}".removesuffix(".0") + " breaths a minute")
    restyle(line, "good")


def tell_refused(line: QLabel, sentence: str) -> None:
    """Say why something cannot be set."""
    line.setText(capital(sentence))
    restyle(line, "warn")


def at_left(widget: QWidget) -> QWidget:
    """Return what holds a widget at the left end of a row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 4, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


def _held(control: QWidget) -> QWidget:
    """Keep a control level with the middle of its words."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch()
    column.addWidget(control)
    column.addStretch()
    return holder


def restyle(widget: QWidget, role: str) -> None:
    """Change a role that was already drawn; Qt looks at properties only when polishing."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
