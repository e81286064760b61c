"""The navigation at the left: the mark, and one button for each page."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import PushButton
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.one_of import OneOf

WIDE = 208
NARROW = 76
_LOW = 32


class Brand(QLabel):
    """The arc and the name; the arc alone where it is narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Longstride")
        self._theme = theme
        self.compact = False

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(_LOW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._theme.px(28)
        left = (self.width() - side) / 2 if self.compact else self._theme.px(10)
        top = (self.height() - side) / 2
        draw_icon(painter, "mark", QRectF(left, top, side, side), self._theme.color("coral"))
        if not self.compact:
            painter.setFont(self._theme.font(20, QFont.Weight.Bold))
            painter.setPen(self._theme.color("text"))
            rest = self.rect().adjusted(round(left) + side + self._theme.px(8), 0, 0, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.text())


class NavButton(PushButton):
    """A page's name with its icon; the icon alone where it is narrow."""

    def __init__(self, theme: Theme, icon: str, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._title = title
        self.compact = False
        self.setProperty("role", "nav")
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Return what is left of it where the letters are large and the window is low."""
        return QSize(self._theme.px(44), self._theme.px(_LOW))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._theme.px(20)
        color = self._theme.color("text" if self.isChecked() or self.underMouse() else "quiet")
        left = (self.width() - side) / 2 if self.compact else self._theme.px(12)
        draw_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), color)
        if not self.compact:
            painter.setFont(self._theme.font(15, QFont.Weight.Medium))
            painter.setPen(color)
            rest = self.rect().adjusted(round(left) + side + self._theme.px(12), 0, 0, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._title)


class BackButton(PushButton):
    """An arrow to the left and where it leads."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "ghost")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.lead_to(title)

    def lead_to(self, title: str) -> None:
        """Say that it leads somewhere else."""
        self._title = title
        self.setAccessibleName(f"Back to {title.lower()}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font(15, QFont.Weight.Medium))
        width = words.horizontalAdvance(self._title) + self._theme.px(44)
        return QSize(width, self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._theme.px(20)
        color = self._theme.color("text" if self.underMouse() or has_ring(self) else "quiet")
        draw_icon(painter, "back", QRectF(0, (self.height() - side) / 2, side, side), color)
        painter.setFont(self._theme.font(15, QFont.Weight.Medium))
        painter.setPen(color)
        rest = self.rect().adjusted(side + self._theme.px(8), 0, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._title)


class Sidebar(QFrame):
    """Emits ``chosen`` with the place of the page in ``titles``, and what lies below them."""

    chosen = Signal(int)
    help_asked = Signal()
    about_asked = Signal()

    def __init__(self, theme: Theme, titles: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "sidebar")
        self.setAccessibleName("Navigation")
        self._brand = Brand(theme)
        self._group = OneOf(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(4)
        self._column.addWidget(self._brand)
        self._column.addSpacing(8)
        self.buttons = tuple(self._add(place, *title) for place, title in enumerate(titles))
        self._column.addStretch()
        self._aside = (
            self._add_aside("help", "Help", "Help for this page (F1)", self.help_asked),
            self._add_aside(
                "about", "About", "Version, licences and where your files lie", self.about_asked
            ),
        )
        self._group.chosen.connect(self.chosen)

    def _add(self, place: int, icon: str, title: str) -> NavButton:
        made = NavButton(self._theme, icon, title)
        made.setToolTip(f"{title} (Ctrl+{place + 1})")
        self._group.add(made, place)
        self._column.addWidget(made)
        return made

    def _add_aside(self, icon: str, title: str, tip: str, asked: SignalInstance) -> NavButton:
        made = NavButton(self._theme, icon, title)
        made.setCheckable(False)
        made.setToolTip(tip)
        made.clicked.connect(asked)
        self._column.addWidget(made)
        return made

    def mark(self, place: int) -> None:
        """Show which page is open; the keyboard, if it is on another's button, comes along."""
        self._group.mark(place)
        if any(button.hasFocus() for button in self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, compact: bool) -> None:
        """Show icons only, or icons and names, at the present text size."""
        parts: tuple[Brand | NavButton, ...] = (self._brand, *self.buttons, *self._aside)
        for part in parts:
            part.compact = compact
            part.updateGeometry()
            part.update()
        side = 16 if not compact else 12
        self._column.setContentsMargins(side, 16, side, 16)
        self.setFixedWidth(self._theme.px(NARROW - 24) + 24 if compact else self._theme.px(WIDE))
