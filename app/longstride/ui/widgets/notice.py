"""A quiet bar for what the athlete should know: what was done, what is new, what is in trouble."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.text import button, label

_NARROW = 520  # at 100 %: less leaves no room for words beside what can be done
_BESIDE = ((0, 0), (0, 1), (0, 2), (0, 3), (0, 4))  # row and column of each part of a notice
_BELOW = ((0, 0), (1, 0, 1, 5), (2, 0, 1, 5), (3, 0, 1, 5), (0, 4))
_LEAST, _A_LETTER = 5000, 80  # ms a notice stays, and more for each of its letters


class Kind(StrEnum):
    """What a notice is about; the value is what a screen reader says first."""

    DONE = "Done"
    NEWS = "Note"
    TROUBLE = "Trouble"


_ICONS = {Kind.DONE: "done", Kind.NEWS: "about", Kind.TROUBLE: "trouble"}
_COLOURS = {Kind.DONE: "sea", Kind.NEWS: "quiet", Kind.TROUBLE: "amber"}


@dataclass(frozen=True)
class Offer:
    """What can be done about a notice: the words on its button, and what a click does once."""

    text: str
    take: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """One sentence; ``answers`` what the athlete has just done, so that it waits for no other."""

    text: str
    kind: Kind = Kind.TROUBLE
    offer: Offer | None = None
    answers: bool = False

    @property
    def goes(self) -> bool:
        """Whether it goes by itself: it is no trouble, and there is nothing to decide."""
        return self.kind is not Kind.TROUBLE and self.offer is None

    @property
    def shown_for(self) -> int:
        """The ms in which it can be read at leisure."""
        return _LEAST + _A_LETTER * len(self.text)


class NoticeBar(QWidget):
    """Shows one notice at a time, each told under a key; the others wait their turn.

    A trouble that was dismissed stays away until it is another one, or has passed and come again.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._told: dict[str, Notice] = {}
        self._waiting: list[str] = []  # keys; the first one's notice is shown
        self._shown: Notice | None = None
        self._row = _Row(theme)
        self._row.cross.clicked.connect(self._dismiss)
        self._row.offer.clicked.connect(self._take_offer)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._row)
        theme.changed.connect(self._fit)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self.setVisible(False)

    def show_notice(self, key: str, notice: Notice) -> None:
        """Have one sentence shown under ``key``, in place of the one that was there."""
        if self._told.get(key) == notice:
            return
        self._forget(key)
        self._told[key] = notice
        self._waiting.insert(0 if notice.answers else len(self._waiting), key)
        self._turn()

    def drop_notice(self, key: str) -> None:
        """The state has passed: take its notice away, dismissed or not."""
        self._forget(key)
        self._turn()

    @property
    def texts(self) -> tuple[str, ...]:
        """The one that is shown, and those that wait; none of them twice."""
        return tuple(dict.fromkeys(self._told[key].text for key in self._waiting))

    def announce(self, text: str) -> None:
        """Have a screen reader say something, once it is done with what it says now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin(afresh=not event.spontaneous())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _fit(self) -> None:
        """Where it is narrow for letters of this size, leave the words all the room there is."""
        narrow = self.width() < self._theme.px(_NARROW)
        side = 12 if narrow else 44
        self._column.setContentsMargins(side, 20, side, 0)
        self._row.place(narrow=narrow)

    def _turn(self) -> None:
        """Show the first of those that wait."""
        shown = self._told[self._waiting[0]] if self._waiting else None
        self._row.show_others(len(self.texts) - 1)
        if shown != self._shown:
            self._shown = shown
            self._timer.stop()
            if shown is not None:
                self._row.show_notice(shown)
            if self.isVisible():
                self._begin()
        self.setVisible(shown is not None)

    def _begin(self, afresh: bool = True) -> None:
        """Tell the notice to a screen reader, and let its time begin."""
        if self._shown is not None and afresh:
            self.announce(self._shown.text)
        if self._shown is not None and self._shown.goes:
            self._timer.start(self._shown.shown_for)

    def _go(self) -> None:
        if self._row.underMouse() or self._row.has_focus:
            self._timer.start()  # somebody is at it
        else:
            self._dismiss()

    def _take_offer(self) -> None:
        offer = self._shown and self._shown.offer
        self.drop_notice(self._waiting[0])
        if offer:
            offer.take()

    def _dismiss(self) -> None:
        """Take what is shown away, under every key that says the same."""
        said = self._shown
        for key in [key for key in self._waiting if said and self._told[key].text == said.text]:
            self._waiting.remove(key)
            if self._told[key].kind is not Kind.TROUBLE:
                del self._told[key]
        self._turn()

    def _forget(self, key: str) -> None:
        self._told.pop(key, None)
        if key in self._waiting:
            self._waiting.remove(key)


class _Row(QFrame):
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
