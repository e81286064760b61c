"""Fields for words: one line or several, whose changes can be taken back where they belong to."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from longstride.ui.look.theme import Theme

LONGEST = 2000  # characters a field takes: more than any text may have, and quick to lay out
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def plain(text: str, *, lines: bool = False) -> str:
    """Return what is pasted as a field takes it: no control characters, and not without end."""
    kept = "".join(each if each.isprintable() or (lines and each == "\n") else " " for each in text)
    return kept[:LONGEST]


def is_undo(event: QEvent) -> bool:
    """Whether a key asks for undo or redo, which belong to all that is written here."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
        return False
    return any(event.matches(each) for each in _UNDO)


class LineField(QLineEdit):
    """One line; ``edited`` carries it with each change that the athlete makes."""

    edited = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST)
        self.setAcceptDrops(False)
        self.textEdited.connect(lambda text: self.edited.emit(plain(text)))

    def show_text(self, text: str) -> None:
        """Show a text; where it stands already the cursor stays."""
        if plain(self.text()) != text:
            self.setText(text)

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)


class ProseField(QPlainTextEdit):
    """A few lines; Tab leads on, and ``edited`` carries the text with each change of it."""

    edited = Signal(str)

    def __init__(self, theme: Theme, name: str, hint: str = "", lines: int = 3) -> None:
        super().__init__()
        self._theme, self._lines = theme, lines
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(lambda: self.edited.emit(self.toPlainText()))
        theme.changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Show a text without telling of a change; where it stands already the cursor stays."""
        if self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.blockSignals(False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = LONGEST - len(self.toPlainText())
        self.insertPlainText(plain(source.text()[: 2 * LONGEST], lines=True)[: max(0, room)])

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().lineSpacing() * self._lines + self._theme.px(26)
        return QSize(self._theme.px(240), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
