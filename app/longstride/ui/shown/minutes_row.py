"""How long the athlete has got: the whole flow or fewer minutes, and what is left out then."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.durations import minutes_text
from longstride.ui.shown.cards import FlowCard
from longstride.ui.shown.shorter import MINUTE, OFFERED, Fits, Shorter, offered_minutes
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import button, label, overline

QUESTION = "How long have you got?"
WHOLE = 0  # its place among the minutes
_ALL_FITS = "All of it fits."
_TOO_FEW = "{} takes longer than {} minutes, however much is left out."
_WHOLE = "Nothing is left out."
_FITTING = "Working out what fits."
_UNKNOWN = " "  # the line keeps its place


class MinutesRow(QWidget):
    """Chips from the whole flow to four minutes, and a quiet line below them.

    ``chosen`` comes with every other choice. It is for one time only: once it is out of sight,
    as while a flow is led, it is the whole again. It is hidden where a flow has nothing shorter.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._fits: Fits | None = None
        self._told = label(_UNKNOWN, "quiet", wrap=True)
        self._one_of = OneOf(self)
        self.chips = {WHOLE: button("Whole", "pick")} | {n: button(str(n), "pick") for n in OFFERED}
        chips = QWidget()
        row = FlowLayout(chips, gap=6)
        for minutes, chip in self.chips.items():
            chip.setAccessibleName(f"{minutes} minutes")
            self._one_of.add(chip, minutes)
            row.addWidget(chip)
        row.addWidget(label("min", "quiet"))
        self.reset()
        self._one_of.chosen.connect(lambda _: self._choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (overline(QUESTION), chips, self._told):
            column.addWidget(widget)

    @property
    def minutes(self) -> int:
        """How many minutes are chosen, ``WHOLE`` for the whole flow."""
        return self._one_of.checkedId()

    @property
    def room(self) -> int | None:
        """The ms that are chosen, None for the whole flow."""
        return self.minutes * MINUTE or None

    @property
    def shorter(self) -> Shorter | None:
        """The flow in the minutes chosen; None for the whole, or while that is not known."""
        return self._fits.get(self.minutes) if self._fits else None

    @property
    def is_known(self) -> bool:
        """Whether it is known what fits."""
        return self._fits is not None

    @property
    def told(self) -> str:
        """What is told of what is left out."""
        return self._told.text().strip()

    def offer(self, card: FlowCard) -> None:
        """Offer a flow's minutes; what was chosen stays, where it still can be."""
        self._title = card.title
        offered = offered_minutes(card)
        self.chips[WHOLE].setText(f"Whole, {-(-card.length // MINUTE)} min")
        self.chips[WHOLE].setAccessibleName(f"Whole, {minutes_text(card.length)}")
        for minutes, chip in self.chips.items():
            chip.setVisible(minutes == WHOLE or minutes in offered)
        if self.minutes not in (WHOLE, *offered):
            self.reset()
        self.setVisible(bool(offered))

    def take(self, fits: Fits | None) -> None:
        """Take what fits, None while that is not known; minutes too few for it fall away."""
        self._fits = fits
        for minutes, chip in self.chips.items():
            chip.setEnabled(minutes == WHOLE or fits is None or minutes in fits)
        if fits is None:
            self._tell()
        if fits is None or self.minutes == WHOLE:
            return
        too_few = self.minutes if self.minutes not in fits else 0
        if too_few:
            self._one_of.mark(WHOLE)
        self._tell(_TOO_FEW.format(self._title, too_few) if too_few else "")

    def reset(self) -> None:
        """Choose the whole flow again, without telling of it."""
        self._one_of.mark(WHOLE)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self.minutes != WHOLE:
            self.reset()
            self.chosen.emit()

    def _choose(self) -> None:
        self._tell()
        self.chosen.emit()

    def _tell(self, instead: str = "") -> None:
        found = self.shorter
        told = (found.left_out or _ALL_FITS) if found else instead
        self._told.setText(told or _UNKNOWN)
        if not told:  # a blank line has no name
            self._told.setAccessibleName(_FITTING if self.minutes else _WHOLE)
        for minutes, chip in self.chips.items():  # which a screen reader stands on
            chip.setAccessibleDescription(told if minutes == self.minutes else "")
