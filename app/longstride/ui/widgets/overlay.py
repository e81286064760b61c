"""A question inside the window: everything behind it is dimmed and out of reach."""

from typing import TypeGuard

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.text import label


class Overlay(QDialog):
    """A dialog that lies over ``host`` instead of in a window of its own.

    No window manager has to place it, it works over a full screen, and it closes with Esc.
    It deletes itself when it is answered.
    """

    def __init__(self, theme: Theme, host: QWidget, title: str, width: int = 560) -> None:
        super().__init__(host)
        self.setWindowFlags(Qt.WindowType.Widget)  # a QDialog is born as a window of its own
        self._theme = theme
        self._host = host
        self._width = width
        self._asleep: list[QWidget] = []
        self._focus_before = host.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setProperty("role", "overlay")
        self.setAccessibleName(title)
        self.card = Card()
        self.card.setAccessibleName(title)
        self.card.column.setSpacing(12)
        self.card.column.setContentsMargins(32, 28, 32, 28)
        self.card.column.addWidget(label(title, "heading", wrap=True))
        self._scroll = self._make_scroll()
        host.installEventFilter(self)
        theme.changed.connect(self._fit)

    def open(self) -> None:
        """Cover the host and take the keyboard; the answer comes as a signal."""
        for widget in self._host.children():
            if _is_awake(widget) and widget is not self:
                widget.setEnabled(False)
                self._asleep.append(widget)
        self._fit()
        self.show()
        self.raise_()

    def done(self, result: int) -> None:
        """Uncover the host and give the keyboard back to where it was."""
        for widget in self._asleep:
            widget.setEnabled(True)
        self._asleep.clear()
        self._host.removeEventFilter(self)
        super().done(result)
        if self._focus_before is not None and self._focus_before.isVisible():
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self, *widgets: QWidget) -> None:
        """Put the answers at the card's end, the first one at the left."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch()
        self.card.column.addSpacing(12)
        self.card.column.addLayout(row)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget that has just been shown, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, 40))

    def event(self, event: QEvent) -> bool:
        """Keep keys to itself: a Space here must not reach the player's shortcut behind it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("sunken", 0.86))

    def _make_scroll(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("inside")
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(20, 20, 20, 20)
        row = QHBoxLayout()  # not an alignment: that would ask the card for no height by width
        row.addStretch()
        row.addWidget(self.card)
        row.addStretch()
        middle.addStretch()
        middle.addLayout(row)
        middle.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        for see_through in (scroll.viewport(), inside):
            see_through.setAutoFillBackground(False)
        return scroll

    def _fit(self) -> None:
        self.setGeometry(self._host.rect())
        self._scroll.setGeometry(self.rect())
        room = self._host.width() - 60
        self.card.setFixedWidth(max(200, min(self._theme.px(self._width), room)))


def _is_awake(child: QObject) -> TypeGuard[QWidget]:
    return isinstance(child, QWidget) and not child.isHidden() and child.isEnabled()
