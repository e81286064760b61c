"""What the voice says, each sentence with its moment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from longstride.core.durations import clock_text
from longstride.ui.editor.view import Said
from longstride.ui.widgets.text import label

MOST = 24  # sentences of one step; what is the same again and again needs no longer list


class SaidList(QWidget):
    """Sentences from the top down; lines that are there already are written anew, not made."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._more = label("", "quiet", wrap=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._more, MOST, 1)

    def show_said(self, said: tuple[Said, ...]) -> None:
        """Show what is said, its moments counted from the beginning of the step."""
        shown = said[:MOST]
        while len(self._lines) < len(shown):
            self._add_line()
        for place, line in enumerate(self._lines):
            at, text = shown[place] if place < len(shown) else (0, "")
            line[0].setText(clock_text(at))
            line[1].setText(text)
            for part in line:
                part.setVisible(bool(text))
        left = len(said) - len(shown)
        self._more.setText(f"and {left} more" if left else "" if said else "Nothing is said yet.")
        self._more.setVisible(bool(self._more.text()))

    def _add_line(self) -> None:
        at, text = label("", "quiet"), label("", wrap=True)
        row = len(self._lines)
        self._grid.addWidget(at, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        self._lines.append((at, text))
