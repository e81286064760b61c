"""A quiet bar for what the athlete should know, one notice at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.notice import Kind, Notice

if TYPE_CHECKING:
    from longstride.ui.widgets.notice_row import NoticeRow

_NARROW = 520  # at 100 %: less leaves no room for words beside what can be done


class NoticeBar(QWidget):
    """Shows one notice at a time, each told under a key; the others wait their turn.

    A trouble that was dismissed stays away until it is another one, or has passed and come again.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._told: dict[str, Notice] = {}
        self._waiting: list[str] = []  # keys; the first one's notice is shown
        self._shown: Notice | None = None
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self.setVisible(False)

    @cached_property
    def _row(self) -> NoticeRow:
        """Where a notice stands; most windows open with none, and no event may make it.

        What is made while a window is pictured is never painted.
        """
        from longstride.ui.widgets.notice_row import NoticeRow

        row = NoticeRow(self._theme)
        row.cross.clicked.connect(self._dismiss)
        row.offer.clicked.connect(self._take_offer)
        self._column.addWidget(row)
        self._theme.changed.connect(self._fit)
        return row

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
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
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
        if shown is not None:
            self._row.show_others(len(self.texts) - 1)
        if shown != self._shown:
            self._shown = shown
            self._timer.stop()
            if shown is not None:
                self._row.show_notice(shown)
                self._fit()
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
