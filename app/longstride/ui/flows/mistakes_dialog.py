"""A flow's file that cannot be used yet: every mistake in it, where it is and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.core.errors import Mistake
from longstride.ui.flows.mistake_card import mistake_words, name_labels
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

_ONE = "This flow cannot start yet"
_SEVERAL = "These flows cannot start yet"
_WORDS = (
    "Nothing was changed. Put this right here in the editor, or in any text editor, and save it; "
    "then try again."
)


class MistakesDialog(Overlay):
    """Lists mistakes file by file; ``again`` carries the files, once they may have been mended.

    ``mend`` carries the first of them, to be opened in the editor.
    """

    again = Signal(tuple)
    mend = Signal(str)

    def __init__(self, theme: Theme, host: QWidget, mistakes: tuple[Mistake, ...]) -> None:
        files = tuple(dict.fromkeys(mistake.file for mistake in mistakes))
        super().__init__(theme, host, _ONE if len(files) == 1 else _SEVERAL, width=760)
        column = self.card.column
        column.addWidget(label(_WORDS, "quiet", wrap=True))
        for file in files:
            column.addSpacing(8)
            for name in name_labels(file):
                column.addWidget(name)
            for mistake in sorted(mistake for mistake in mistakes if mistake.file == file):
                column.addWidget(label(mistake_words(mistake), wrap=True))
        self.again_button = button("Try again", "primary")
        self.mend_button = button("Open in the editor")
        self.close_button = button("Close", "ghost")
        self.again_button.clicked.connect(lambda: self._try_again(files))
        self.mend_button.clicked.connect(lambda: self._mend(files[0]))
        self.close_button.clicked.connect(self.reject)
        self.buttons(self.again_button, self.mend_button, self.close_button)
        self.again_button.setFocus()

    def _mend(self, file: str) -> None:
        self.accept()
        self.mend.emit(file)

    def _try_again(self, files: tuple[str, ...]) -> None:
        self.accept()
        self.again.emit(files)
