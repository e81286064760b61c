"""Measurements over time, one kind at a time, and how sure one can be of a change."""

from PySide6.QtWidgets import QHBoxLayout

from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind, change, series, side_words
from longstride.ui.intentions.records import Measure
from longstride.ui.look.theme import Theme
from longstride.ui.review.chart_card import ChartCard
from longstride.ui.review.plots import measured
from longstride.ui.shown.past import Past
from longstride.ui.widgets.charts.dates import short_day
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.text import button, sentence

_EMPTY = (
    "Nothing measured in this time. The flow Range check leads you through it, or enter numbers "
    "that you have."
)
_THOMAS = ", modified Thomas test"


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
        self.show_plot(measured(self._past, self.kind), measure_words(self._past, self.kind))


def measure_title(kind: MeasureKind) -> str:
    """Return ``Hip extension (°), modified Thomas test``."""
    thomas = _THOMAS if kind is MeasureKind.THOMAS_ANGLE else ""
    return f"{kind.form.title} ({kind.form.unit}){thomas}"


def measure_words(past: Past, kind: MeasureKind) -> str:
    """Return what changed on each side since the first result shown, and the sides compared."""
    sides: tuple[Side | None, ...] = tuple(Side) if kind.form.sided else (None,)
    found = {side: points for side in sides if (points := series(past.measurements, kind, side))}
    sentences = []
    for side, points in found.items():
        if len(points) > 1:
            (first, before), (_, after) = points[0], points[-1]
            name = f"{side.value.capitalize()}" if side else "Result"
            words = change(kind, before, after).words
            sentences.append(f"{name}: {words} since {short_day(first, past.today)}.")
    if len(found) == 2:
        left, right = (found[side][-1][1] for side in Side)
        sentences.append(sentence(side_words(kind, left, right)))
    return " ".join(sentences)
