"""A quiet bar for states the athlete should know of: no voice, no sound, broken settings."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from longstride.ui.theme import Theme
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.text import label


class CloseButton(QPushButton):
    """A small cross."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "ghost")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(18)
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "close", rect, self._theme.color("quiet"))


class NoticeBar(QWidget):
    """Notices one under the other, each under a key; a dismissed one stays away until it is new.

    ``dismissed`` carries the key.
    """

    dismissed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, QFrame] = {}
        self._texts: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(44, 20, 44, 0)
        self._column.setSpacing(8)
        self.setVisible(False)

    def show_notice(self, key: str, text: str) -> None:
        """Show one sentence under ``key``, in place of the one that was there."""
        if self._texts.get(key) == text:
            return
        self._remove_row(key)
        self._texts[key] = text
        self._rows[key] = row = self._row(key, text)
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

    def _row(self, key: str, text: str) -> QFrame:
        row = QFrame()
        row.setProperty("role", "notice")
        row.setAccessibleName(text)
        line = QHBoxLayout(row)
        line.setContentsMargins(20, 4, 6, 4)
        words = label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        cross = CloseButton(self._theme, "Dismiss this notice")
        cross.clicked.connect(lambda: self._dismiss(key))
        line.addWidget(words, 1)
        line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _dismiss(self, key: str) -> None:
        self._remove_row(key)
        self.dismissed.emit(key)

    def _remove_row(self, key: str) -> None:
        if row := self._rows.pop(key, None):
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))
