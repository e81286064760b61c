"""A line to search with: a magnifier, what is looked for, and Escape to let it go."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.icons import draw_icon

PAUSE = 120  # ms without a key before the search is made


class SearchField(QLineEdit):
    """``settled.timeout`` comes when the athlete has paused in typing; Ctrl+F leads here."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setAcceptDrops(False)  # a flow's file is dropped on the window, not its name in here
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.settled = QTimer(self)
        self.settled.setSingleShot(True)
        self.settled.setInterval(PAUSE)
        self.textChanged.connect(lambda _: self.settled.start())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self._come)
        theme.changed.connect(self._make_room)
        self._make_room()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(18)
        place = QRectF(self._theme.px(14), (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "search", place, self._theme.color("quiet"))

    def _come(self) -> None:
        """Take the keyboard, and come into sight where the page is scrolled past it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self)
            above = above.parentWidget()

    def _make_room(self) -> None:
        self.setTextMargins(self._theme.px(24), 0, 0, 0)
