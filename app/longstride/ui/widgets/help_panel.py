"""Help beside what it is about: read while everything goes on, closed with Escape."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.text import label, overline

_WIDTH = 420
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
Row = tuple[str, str]  # keys, and what they do


class HelpPanel(QFrame):
    """Lies along one side of ``host``, over what is there; ``closed`` comes when it goes.

    While it is open, Escape is its own, whatever has the focus.
    """

    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget, *, at_left: bool = False) -> None:
        super().__init__(host)
        self._theme, self._host, self._at_left = theme, host, at_left
        self.setProperty("role", "help")
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._title = label(role="heading", wrap=True)
        self.close_button = SignButton(theme, "Close the help", "close")
        self.close_button.clicked.connect(self.close_help)
        self._lay_out()
        self._focus_before = host.focusWidget()
        self._silenced = [key for key in host.findChildren(QShortcut) if _is_escape(key)]
        for key in self._silenced:
            key.setEnabled(False)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close_help)
        host.installEventFilter(self)
        theme.changed.connect(self._fit)

    def show_help(self, title: str, words: Iterable[str], rows: Iterable[Row]) -> None:
        """Show a page of help in the place of the one that was there."""
        self._title.setText(title)
        self.setAccessibleName(f"Help: {title}")
        self._empty()
        for text in words:
            self._column.addWidget(label(text, wrap=True))
        if shown := tuple(rows):
            self._column.addSpacing(8)
            self._column.addWidget(overline("Keys"))
            self._column.addWidget(_key_table(shown))
        self._column.addStretch(1)
        self._fit()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_help(self) -> None:
        """Go, and give Escape and the focus back."""
        for key in self._silenced:
            key.setEnabled(True)
        self._host.removeEventFilter(self)
        had_focus = self.isAncestorOf(self._host.focusWidget() or self._host)
        self.hide()
        self.deleteLater()
        if had_focus and self._focus_before is not None and self._focus_before.isVisible():
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("inside")
        inside.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 12, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName("Help")
        for see_through in (scroll.viewport(), inside):
            see_through.setAutoFillBackground(False)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 16, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def _empty(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _fit(self) -> None:
        room = self._host.width()
        most = room * 11 // 20 if self._at_left else room  # the count at the right stays in sight
        width = min(self._theme.px(_WIDTH), most)
        self.setGeometry(0 if self._at_left else room - width, 0, width, self._host.height())


def keys_text(keys: Iterable[str], join: str) -> str:
    """Return keys as they stand on a keyboard, such as ``← or →``."""
    return f" {join} ".join(_as_engraved(key) for key in keys)


def _as_engraved(key: str) -> str:
    held, plus, last = key.rpartition("+")
    return f"{held}{plus}{_ARROWS.get(last, last)}" if last else key


def _key_table(rows: tuple[Row, ...]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for place, (keys, does) in enumerate(rows):
        pill = label(keys, "pill")
        pill.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(pill, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(does, wrap=True), place, 1, Qt.AlignmentFlag.AlignVCenter)
    return table


def _is_escape(shortcut: QShortcut) -> bool:
    return shortcut.isEnabled() and shortcut.key() == QKeySequence(Qt.Key.Key_Escape)
