"""The surfaces things lie on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from longstride.ui.widgets.text import overline


class Card(QFrame):
    """A rounded surface with a column inside; ``heading`` is its small title."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(8)
        if heading:
            self.setAccessibleName(heading)
            self.column.addWidget(overline(heading, wrap=True))


def bare_column(gap: int) -> tuple[QWidget, QVBoxLayout]:
    """Return a widget that is only the column in it, and that column; ``gap`` in px."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return widget, column


class ScrollPage(QScrollArea):
    """A page's ground: one column that scrolls when it is longer than the window.

    It stays blank until it is unveiled, which a page does with its first values.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ground = QWidget()
        self.ground.setProperty("role", "page")
        self.ground.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self.ground)
        self.column.setContentsMargins(44, 36, 44, 44)
        self.column.setSpacing(24)
        self.setWidget(self.ground)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ground.hide()

    def cover(self, other: QWidget) -> None:
        """Show something else in the page's place, until it is unveiled."""
        self._swap(other)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def unveil(self) -> None:
        """Show what is on it."""
        self._swap(self.ground)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.ground.show()

    def _swap(self, widget: QWidget) -> None:
        if self.widget() is widget:
            return
        before = self.takeWidget()
        if before is not None and before is not self.ground:
            before.deleteLater()
        self.setWidget(widget)
        widget.show()
