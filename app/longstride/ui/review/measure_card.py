"""Measurements over time, one kind at a time, and how sure one can be of a change."""

from PySide6.QtWidgets import QHBoxLayout

from longstride.core.history.measure import MeasureKind
from longstride.core.history.measure_words import zero_words
from longstride.ui.intentions.records import Measure
from longstride.ui.look.theme import Theme
from longstride.ui.review.chart_card import ChartCard
from longstride.ui.review.plots import measured
from longstride.ui.shown.measured import change_words, measure_title
from longstride.ui.shown.past import Past
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.text import button

_EMPTY = (
    "Nothing measured in this time. The flow Range check leads you through it, or enter numbers "
    "you already have."
)


class MeasureCard(ChartCard):
    """Shows the kind that is chosen; ``wants`` carries Measure and SavePicture."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, measure_title(MeasureKind.THOMAS_ANGLE), _EMPTY)
        self._past: Past | None = None
        self.kinds = Choice(theme, "What was measured")
        self.kinds.offer(
            tuple((kind.form.title, kind) for kind in MeasureKind), MeasureKind.THOMAS_ANGLE
        )
        enter = button("Enter numbers")
        enter.clicked.connect(lambda: self.wants.emit(Measure(self.kind)))
        row = QHBoxLayout()
        row.addWidget(self.kinds)
        row.addWidget(enter)
        row.addStretch(1)
        self.tools.addLayout(row)
        self.kinds.activated.connect(lambda _: self._show())

    @property
    def kind(self) -> MeasureKind:
        """The kind that is shown."""
        chosen = self.kinds.value
        assert isinstance(chosen, MeasureKind), "only kinds are offered"
        return chosen

    def show_past(self, past: Past) -> None:
        """Show the chosen kind, or one that has numbers where it has none."""
        self._past = past
        with_numbers = {measurement.kind for measurement in past.measurements}
        if with_numbers and self.kind not in with_numbers:
            first = next(kind for kind in MeasureKind if kind in with_numbers)
            self.kinds.setCurrentIndex(self.kinds.values.index(first))
        self._show()

    def _show(self) -> None:
        assert self._past is not None, "a kind is chosen from what was read"
        self.rename(measure_title(self.kind))
        past = self._past
        changed = change_words(past.measurements, self.kind, past.today)
        words = f"{changed} {zero_words(self.kind)}".strip()
        self.show_plot(measured(past, self.kind), words)
