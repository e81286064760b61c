"""A quiet bar for states the athlete should know of: no voice, no sound, broken settings."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.text import button, label


@dataclass(frozen=True)
class Offer:
    """What can be done about a notice: the words on its button, and what a click does once."""

    text: str
    take: Callable[[], object]


class NoticeBar(QWidget):
    """Notices one under the other, each under a key; a dismissed one stays away until it is new.

    ``dismissed`` carries the key.
    """

    dismissed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[str, QFrame] = {}
        self._texts: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(44, 20, 44, 0)
        self._column.setSpacing(8)
        self.setVisible(False)

    def show_notice(self, key: str, text: str, offer: Offer | None = None) -> None:
        """Show one sentence under ``key``, in place of the one that was there."""
        if self._texts.get(key) == text and offer is None:
            return
        self._remove_row(key)
        self._texts[key] = text
        self._rows[key] = row = self._row(key, text, offer)
        self._column.addWidget(row)
        self.setVisible(True)

    def drop_notice(self, key: str) -> None:
        """The state has passed: take its notice away, dismissed or not."""
        self._texts.pop(key, None)
        self._remove_row(key)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown now, top first."""
        return tuple(self._texts[key] for key in self._rows)

    def _row(self, key: str, text: str, offer: Offer | None) -> QFrame:
        row = QFrame()
        row.setProperty("role", "notice")
        row.setAccessibleName(text)
        line = QHBoxLayout(row)
        line.setContentsMargins(20, 4, 6, 4)
        words = label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        cross = SignButton(self._theme, "Dismiss this notice", "close")
        cross.clicked.connect(lambda: self._dismiss(key))
        line.addWidget(words, 1)
        if offer is not None:
            line.addWidget(self._offer_button(key, offer))
        line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _offer_button(self, key: str, offer: Offer) -> QWidget:
        made = button(offer.text)
        made.clicked.connect(lambda: self.drop_notice(key))
        made.clicked.connect(offer.take)
        return made

    def _dismiss(self, key: str) -> None:
        self._remove_row(key)
        self.dismissed.emit(key)

    def _remove_row(self, key: str) -> None:
        if row := self._rows.pop(key, None):
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))
