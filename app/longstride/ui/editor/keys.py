"""The editor's keys, which work wherever on its page the keyboard is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from longstride.ui.intentions.editing import (
    ChooseDrill,
    DropStep,
    RedoEdit,
    RepeatStep,
    SaveDraft,
    UndoEdit,
)

if TYPE_CHECKING:
    from longstride.ui.editor.page import EditorPage


def add_keys(page: EditorPage) -> None:
    """Give a page its keys; Delete belongs to the list of steps alone."""
    steps, want = page.steps, page.wants.emit
    _key(page, "Ctrl+Z", lambda: want(UndoEdit()))
    _key(page, "Ctrl+Shift+Z", lambda: want(RedoEdit()))
    _key(page, "Ctrl+S", lambda: want(SaveDraft()))
    _key(page, "Ins", lambda: want(ChooseDrill()))
    _key(page, "Alt+Up", lambda: steps.shift(-1))
    _key(page, "Alt+Down", lambda: steps.shift(1))
    _key(page, "Ctrl+D", lambda: steps.step >= 0 and want(RepeatStep(steps.step)))
    delete = _key(steps, "Del", lambda: steps.step >= 0 and want(DropStep(steps.step)))
    delete.setContext(Qt.ShortcutContext.WidgetShortcut)


def _key(host: QWidget, keys: str, do: Callable[[], object]) -> QShortcut:
    shortcut = QShortcut(QKeySequence(keys), host)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(do)
    return shortcut
