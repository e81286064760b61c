"""How hard it was, and a note."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from longstride.core.history.bounds import LONGEST_NOTE
from longstride.core.letters import typed_lines
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.rating import EFFORT_WORDS, Rating
from longstride.ui.widgets.text import overline


class EffortNote(QWidget):
    """Two questions that may both be left open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.effort = Rating(theme, "How hard was it?", EFFORT_WORDS)
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText("A note, if you like")
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(76))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (overline("How hard was it?"), self.effort, overline("Note"), self.note):
            column.addWidget(widget)

    @property
    def text(self) -> str:
        """The note as it is kept."""
        return typed_lines(self.note.toPlainText())[:LONGEST_NOTE]
