"""How a notice looks: its sign, its words, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.notice import Kind, Notice
from longstride.ui.widgets.text import button, label

_BESIDE = ((0, 0), (0, 1), (0, 2), (0, 3), (0, 4))  # row and column of each part of a notice
_BELOW = ((0, 0), (1, 0, 1, 5), (2, 0, 1, 5), (3, 0, 1, 5), (0, 4))
_ICONS = {Kind.DONE: "done", Kind.NEWS: "about", Kind.TROUBLE: "trouble"}
_COLOURS = {Kind.DONE: "sea", Kind.NEWS: "quiet", Kind.TROUBLE: "amber"}


class NoticeRow(QFrame):
    """One notice: its sign, its words, how many wait, what can be done, and a cross."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._sign = _Sign(theme)
        self._words = label("", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._others = label("", "caption")
        self.offer = button("")
        self.cross = SignButton(theme, "Dismiss this notice", "close")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 4, 6, 4)
        self._grid.setSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self.place(narrow=False)

    def place(self, *, narrow: bool) -> None:
        """Put everything side by side, or the words and what can be done below the signs."""
        parts = (self._sign, self._words, self._others, self.offer, self.cross)
        for part, place in zip(parts, _BELOW if narrow else _BESIDE, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *place)
        self._grid.setAlignment(self.cross, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of its buttons."""
        return self.cross.hasFocus() or self.offer.hasFocus()

    def show_notice(self, notice: Notice) -> None:
        """Show another notice."""
        self.setAccessibleName(f"{notice.kind}: {notice.text}")
        self._words.setText(notice.text)
        self._sign.show_kind(notice.kind)
        self.offer.setText(notice.offer.text if notice.offer else "")
        self.offer.setVisible(notice.offer is not None)
        self.setProperty("kind", str(notice.kind))
        self.style().unpolish(self)
        self.style().polish(self)

    def show_others(self, count: int) -> None:
        """Say how many wait."""
        self._others.setText(f"{count} more")
        self._others.setVisible(count > 0)


class _Sign(QWidget):
    """What kind a notice is of, as a shape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kind = Kind.TROUBLE
        theme.changed.connect(self.updateGeometry)

    def show_kind(self, kind: Kind) -> None:
        """Show another kind."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(22), self._theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        side = self._theme.px(20)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        color = self._theme.color(_COLOURS[self._kind])
        draw_icon(QPainter(self), _ICONS[self._kind], place, color)
