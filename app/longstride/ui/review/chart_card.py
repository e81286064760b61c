"""A chart on a card: its heading, what it says in a sentence, and its picture to keep."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import SavePicture
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.charts.chart import Chart
from longstride.ui.widgets.charts.plot import Plot
from longstride.ui.widgets.text import label


class ChartCard(Card):
    """Shows a plot, or an invitation where there is none yet; ``wants`` carries SavePicture."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme, title: str, empty: str, note: str = "") -> None:
        super().__init__()
        self._title = title
        self._note = note
        self._heading = label(role="overline", wrap=True)
        self.chart = Chart(theme, title)
        self._words = label(role="caption", wrap=True)
        self.empty = label(empty, "quiet", wrap=True)
        self._save = SignButton(theme, f"Save as PNG: {title}", "save")
        self._save.clicked.connect(self._keep)
        self.tools = QVBoxLayout()
        line = QHBoxLayout()
        line.addWidget(self._heading, 1)
        line.addWidget(self._save)
        self.column.setContentsMargins(24, 14, 14, 20)
        self.column.addLayout(line)
        self.column.addLayout(self.tools)
        self.column.addWidget(self.chart)
        self.column.addWidget(self._words)
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
        self.rename(title)

    def rename(self, title: str) -> None:
        """Give the card another title."""
        self._title = title
        self.setAccessibleName(title)
        self._heading.setText(title.upper())
        self._heading.setAccessibleName(title)
        self._save.setToolTip(f"Save as PNG: {title}")
        self._save.setAccessibleName(f"Save as PNG: {title}")

    def show_plot(self, plot: Plot | None, words: str | None = None) -> None:
        """Show a plot with a sentence below it, the plot's summary where none is given."""
        for widget in (self.chart, self._words, self._save):
            widget.setVisible(plot is not None)
        self.empty.setVisible(plot is None)
        if plot is not None:
            self.chart.show_plot(plot)
            said = f"{plot.summary}." if words is None else words
            self._words.setText(f"{said} {self._note}".strip())
            self._words.setVisible(bool(self._words.text()))

    def _keep(self) -> None:
        if self.chart.plot is not None:
            self.wants.emit(SavePicture(self.chart.plot, self._title))
