"""Before a flow is left in the middle."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.player.keys import REMOTE_PLAY
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

_WRITTEN = "All you have done so far is kept."
_WAITS = (
    "What you have done waits to be written down. Longstride holds on to it while it is open, and "
    "writes it down as soon as that works."
)


class Leave(StrEnum):
    """What to do with a flow that is under way."""

    GO_ON = "go on"
    PLAY = "play"
    KEEP_PLACE = "keep place"
    END = "end"


class LeaveDialog(Overlay):
    """Asks what to do; ``chosen`` carries a Leave. Esc goes on with the flow.

    ``written`` where the journal has all that was done so far.

    So do the keys of headsets and remotes that play: nobody gets up from the mat to press a
    button. They play even where the flow was paused before the question.
    """

    chosen = Signal(Leave)

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        flow_title: str,
        step: int,
        steps: int,
        *,
        written: bool = True,
    ) -> None:
        super().__init__(theme, host, f"Leave {flow_title}?", width=600)
        words = f"You are at step {step} of {steps}. {_WRITTEN if written else _WAITS}"
        self.card.column.addWidget(label(words, "quiet", wrap=True))
        self.go_on = button("Go on", "primary")
        self.keep_place = button("Keep my place")
        self.end = button("End here", "ghost")
        self.keep_place.setToolTip("Today offers you the rest, from this step")
        self.end.setToolTip("What you have done stands as it is")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.reject)
        self.keep_place.clicked.connect(lambda: self._choose(Leave.KEEP_PLACE))
        self.end.clicked.connect(lambda: self._choose(Leave.END))
        self.buttons(self.go_on, self.keep_place, self.end)
        self.go_on.setFocus()

    def reject(self) -> None:
        """Esc is the same as Go on."""
        self._choose(Leave.GO_ON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) in REMOTE_PLAY:
            self.play_on()
        else:
            super().keyPressEvent(event)

    def play_on(self) -> None:
        """Go on, and play."""
        self._choose(Leave.PLAY)

    def _choose(self, choice: Leave) -> None:
        self.done(0)
        self.chosen.emit(choice)
