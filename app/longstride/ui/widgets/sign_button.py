"""A small button that shows a sign instead of words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from longstride.ui.theme import Theme
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.push_button import PushButton


class SignButton(PushButton):
    """Shows an icon of ``icons``; ``name`` is its tooltip and what a screen reader says."""

    def __init__(self, theme: Theme, name: str, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
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
        color = self._theme.color("quiet" if self.isEnabled() else "line")
        draw_icon(QPainter(self), self._icon, rect, color)
