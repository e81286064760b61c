"""Choosing a drill to be added to a flow."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from longstride.core.figure.figure import Figure
from longstride.ui.editor.catalogue import Catalogue, Offered
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.search_field import SearchField
from longstride.ui.widgets.text import button, label

_WORDS = "It goes to the end of its stage. Enter adds the one that is marked."
_NONE = "No drill matches. Look for something else, or write one of your own."


class AddDialog(Overlay):
    """``taken`` carries a drill's id; ``writing`` asks for a drill of one's own."""

    taken = Signal(str)
    writing = Signal()

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        offers: tuple[Offered, ...],
        figures: Mapping[str, Figure],
    ) -> None:
        super().__init__(theme, host, "Add a drill", width=720)
        self.search = SearchField(theme, "A name, a muscle or “standing”")
        self.list = Catalogue(theme)
        self.list.show_offers(offers, figures)
        self.nothing = label(_NONE, "quiet", wrap=True)
        self.nothing.hide()
        self.write = button("Write a drill of your own")
        self.close_button = button("Close", "ghost")
        column = self.card.column
        for widget in (label(_WORDS, "quiet", wrap=True), self.search, self.nothing, self.list):
            column.addWidget(widget)
        self.buttons(self.write, self.close_button)
        self.search.textChanged.connect(self._narrow)
        self.list.taken.connect(self._take)
        self.write.clicked.connect(self._write)
        self.close_button.clicked.connect(self.reject)
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, in_search = event.key(), self.search.hasFocus()
        if in_search and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.list.take_current()
        elif in_search and key == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _narrow(self, words: str) -> None:
        self.list.narrow(words)
        self.nothing.setVisible(not self.list.shown)

    def _take(self, drill: str) -> None:
        if self.isVisible():  # where one click activates, two signals come of it
            self.accept()
            self.taken.emit(drill)

    def _write(self) -> None:
        self.accept()
        self.writing.emit()
