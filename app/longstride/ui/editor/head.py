"""The line above the editor: back, how the draft stands, undo and redo, share, save."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from longstride.ui.editor.view import EditorView
from longstride.ui.editor.words import count_words
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import (
    HearDraft,
    RedoEdit,
    SaveDraft,
    ShareCopy,
    SharePage,
    ShareSound,
    UndoEdit,
)
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.nav import BackButton
from longstride.ui.widgets.text import MenuButton, button, label

_SHARED = (
    ("Save a copy…", ShareCopy()),
    ("Export as sound…", ShareSound()),
    ("Print…", SharePage()),
)


class EditorHead(Reflow):
    """``back`` leads to the flows, ``found`` to the first thing that is wrong or unwise.

    ``wants`` carries what the buttons ask for.
    """

    back = Signal()
    found = Signal()
    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 760, gap=8)
        self._back = BackButton(theme, "Flows")
        self.state = label(role="quiet")
        self.count = button("", "ghost")
        self.undo = SignButton(theme, "Undo", "undo")
        self.redo = SignButton(theme, "Redo", "redo")
        self.hear = button("Preview all", "ghost")
        self.share = MenuButton(theme, "Share")
        self.menu = QMenu(self.share)
        self.save = button("Save", "primary")
        self._lay_out()
        self._connect()

    def show_view(self, view: EditorView) -> None:
        """Show how the draft stands; mistakes stop Save, and how many says a button."""
        self.state.setText(view.state)
        self.state.setVisible(bool(view.state))
        words = count_words(view)
        _dye(self.count, "bad" if view.mistakes else "warn")
        self.count.setText(words)
        self.count.setVisible(bool(words))
        self.count.setAccessibleName(f"{words}: go to the first" if words else "")
        self.undo.setEnabled(view.can_undo)
        self.redo.setEnabled(view.can_redo)
        self.save.setEnabled(not view.is_saved)
        self.hear.setEnabled(view.flow is not None)
        for action in self.menu.actions():
            action.setEnabled(view.flow is not None)

    def _lay_out(self) -> None:
        for text, wish in _SHARED:
            self.menu.addAction(text).triggered.connect(partial(self._want, wish))
        self.share.setMenu(self.menu)
        self.undo.setToolTip("Undo (Ctrl+Z)")
        self.redo.setToolTip("Redo (Ctrl+Shift+Z)")
        left, right = QWidget(), QWidget()
        FlowLayout(left, gap=8).addWidget(self._back)
        row = FlowLayout(right, gap=8)
        for widget in (
            self.state,
            self.count,
            self.undo,
            self.redo,
            self.hear,
            self.share,
            self.save,
        ):
            row.addWidget(widget)
        self.add(left, 1)
        self.add(right, 0)

    def _want(self, wish: Intention, _: bool = False) -> None:
        self.wants.emit(wish)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back)
        self.count.clicked.connect(self.found)
        self.undo.clicked.connect(lambda: self.wants.emit(UndoEdit()))
        self.redo.clicked.connect(lambda: self.wants.emit(RedoEdit()))
        self.hear.clicked.connect(lambda: self.wants.emit(HearDraft()))
        self.save.clicked.connect(lambda: self.wants.emit(SaveDraft()))


def _dye(button: QPushButton, kind: str) -> None:
    """Give a button the colour of mistakes or of warnings."""
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)
