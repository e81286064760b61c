"""What stands in place of Today and Review while the journal cannot be used."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import ChooseBackup, ReadAgain, Restore
from longstride.ui.shown.trouble import Trouble, held_text, taken_text
from longstride.ui.widgets.card import Card, ScrollPage
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label

HEADING = "Your journal needs a hand"
_PROMISE = (
    "Nothing has been changed, and nothing is thrown away: if you restore a backup or begin anew, "
    "the file that is there now is kept aside first."
)
_WAY_BARRED = (
    "Your journal is as it was; Longstride just cannot reach it. Once that is put right, try again "
    "and everything is there."
)
_NO_BACKUP = "No good backup was found beside it. If you have a copy somewhere else, choose that."


class TroubleView(QWidget):
    """Says what is wrong and what can be done; ``wants`` carries an Intention."""

    wants = Signal(Intention)

    def __init__(self, trouble: Trouble) -> None:
        super().__init__()
        self.trouble = trouble
        self.setProperty("role", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 36, 44, 44)
        card = Card()
        card.setMaximumWidth(900)
        card.setAccessibleName(HEADING)
        row = QHBoxLayout()  # asks for the height at the card's width, not at the page's
        row.addWidget(card, 1)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(1)
        for text, role in (
            (HEADING, "title"),
            (trouble.sentence, "lead"),
            (_WAY_BARRED if trouble.passing else _PROMISE, "quiet"),
            ("" if trouble.passing else _backup_words(trouble), ""),
        ):
            if text:
                card.column.addWidget(label(text, role, wrap=True))
                card.column.addSpacing(6)
        card.column.addWidget(self._actions(trouble))

    def _actions(self, trouble: Trouble) -> QWidget:
        actions = QWidget()
        row = FlowLayout(actions, gap=12)
        if trouble.passing:  # a backup would only take away what came after it
            row.addWidget(self._button("Try again", ReadAgain(), "primary"))
            row.addWidget(self._button("Choose a backup…", ChooseBackup(), "ghost"))
            return actions
        if trouble.newest is not None:
            wish = Restore(trouble.newest.path)
            row.addWidget(self._button("Restore the newest good backup", wish, "primary"))
        another = "Choose another backup…" if trouble.newest else "Choose a backup…"
        row.addWidget(self._button("Try again", ReadAgain()))
        row.addWidget(self._button(another, ChooseBackup()))
        row.addWidget(self._button("Begin an empty journal", Restore(None), "ghost"))
        return actions

    def _button(self, text: str, wish: Intention, role: str = "") -> QWidget:
        made = button(text, role)
        made.clicked.connect(lambda: self.wants.emit(wish))
        return made


def cover(page: ScrollPage, trouble: Trouble, wants: Callable[[Intention], object]) -> None:
    """Show trouble in a page's place, unless it is there already; what is asked for goes to
    ``wants``."""
    there = page.widget()
    if not isinstance(there, TroubleView) or there.trouble != trouble:
        view = TroubleView(trouble)
        view.wants.connect(wants)
        page.cover(view)


def _backup_words(trouble: Trouble) -> str:
    if trouble.newest is None:
        return _NO_BACKUP
    newest = trouble.newest
    return f"The newest good backup is from {taken_text(newest)}: {held_text(newest)}."
