"""Steps a minute on a clip, from two footfalls and the steps between them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.core.history.angle import FilmedAt, cadence_between
from longstride.core.history.measure import MeasureError
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.fields import NumberField
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label

_WORDS = (
    "Step to a footfall and mark it, then to a later one. Enter how many steps lie between: from "
    "one left foot to the next are two."
)


class CadenceBox(Card):
    """``kept`` carries steps a minute and how many steps they were counted from."""

    kept = Signal(float, int)

    def __init__(self) -> None:
        super().__init__("Cadence on this clip")
        self._moment = 0
        self._falls: list[int | None] = [None, None]
        self._filmed = FilmedAt(30, 30)
        self.first, self.last = button("Mark the first footfall"), button("Mark the last footfall")
        self.steps = NumberField("Steps from the first to the last footfall", "steps")
        self.steps.setAcceptDrops(False)  # a file is for the window
        self.save = button("Keep it")
        self._outcome = label(role="strong", wrap=True)
        self._trouble = label(role="warn", wrap=True)
        row = QWidget()
        line = FlowLayout(row, gap=12)
        for part in (self.first, self.last, self.steps, self.save):
            line.addWidget(part)
        self.column.addWidget(label(_WORDS, "quiet", wrap=True))
        self.column.addWidget(row)
        self.column.addWidget(self._outcome)
        self.column.addWidget(self._trouble)
        self.first.clicked.connect(lambda: self._mark(0))
        self.last.clicked.connect(lambda: self._mark(1))
        self.steps.textChanged.connect(self._show)
        self.save.clicked.connect(self._keep)
        self.reset()

    def reset(self) -> None:
        """Begin with another clip."""
        self._falls = [None, None]
        self.steps.clear()
        self._show()

    def show_moment(self, moment: int, filmed: FilmedAt) -> None:
        """Take the us of the frame that is looked at, and how fast it was filmed."""
        self._moment, self._filmed = moment, filmed
        self._show()

    def spm(self) -> float | None:
        """Return steps a minute, None while something is missing; MeasureError."""
        first, last = self._falls
        if first is None or last is None or self.steps.number is None:
            return None
        real = self._filmed.real
        return cadence_between(real(first), real(last), round(self.steps.number))

    def _mark(self, which: int) -> None:
        self._falls[which] = self._moment
        self._show()

    def _show(self) -> None:
        try:
            spm, trouble = self.spm(), ""
        except MeasureError as error:
            spm, trouble = None, str(error)
        for pressed, name, fall in zip(
            (self.first, self.last), ("first", "last"), self._falls, strict=True
        ):
            at = "" if fall is None else f": {fall / 1_000_000:.3f} s"
            pressed.setText(f"Mark the {name} footfall{at}")
        self._outcome.setText("" if spm is None else f"{spm:.0f} steps a minute")
        self._outcome.setVisible(spm is not None)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.save.setEnabled(spm is not None)

    def _keep(self) -> None:
        if (spm := self.spm()) is not None:
            self.kept.emit(spm, round(self.steps.number or 0))
