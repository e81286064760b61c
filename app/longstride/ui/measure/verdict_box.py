"""What may be said of two pictures: a word first, a sentence, and the angles on a line each."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.measure.side_by_side import Compared, Verdict
from longstride.ui.measure.zone_bar import ZoneBar
from longstride.ui.widgets.card import bare_column
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import label

_MISSING = (
    "Nothing to say yet",
    "Put the points on both pictures, and what changed stands here.",
    "Between two days a stride may differ by ten degrees without any change.",
)


class VerdictBox(Reflow):
    """The word and the sentence at the left, the lines at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 860)
        self._word = label(role="display", wrap=True)
        self._sentence = label(role="lead", wrap=True)
        self._caution = label(role="caption", wrap=True)
        words, lines = bare_column(6)
        for part in (self._word, self._sentence, self._caution):
            lines.addWidget(part)
        lines.addStretch(1)
        self._bars = tuple(_Line(theme) for _ in range(2))
        right, column = bare_column(8)
        for bar in self._bars:
            column.addWidget(bar)
        column.addStretch(1)
        self.add(words)
        self.add(right)

    @property
    def word(self) -> str:
        """What is said first."""
        return self._word.text()

    def show_verdict(self, verdict: Verdict | None, compared: tuple[Compared, ...]) -> None:
        """Show what may be said; None where one of the two has no angle."""
        said = (verdict.word, verdict.sentence, verdict.caution) if verdict else _MISSING
        for line, words in zip((self._word, self._sentence, self._caution), said, strict=True):
            line.setText(words)
        for number, bar in enumerate(self._bars):
            bar.setVisible(number < len(compared))
            if number < len(compared):
                bar.show_compared(compared[number])


class _Line(QWidget):
    """One angle: its name and both numbers, and where the change lies."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = label(role="strong", wrap=True)
        self._bar = ZoneBar(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(self._bar)

    def show_compared(self, compared: Compared) -> None:
        """Show a change."""
        numbers = f"{round(compared.before)}° to {round(compared.after)}°"
        self._words.setText(f"{compared.name}: {numbers}, {compared.words}")
        self._bar.show_compared(compared)
