"""The window: navigation at the left, pages beside it, and the player in place of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from longstride.ui.look.theme import Theme
from longstride.ui.shell.drops import DROP, DROP_LATER, DropWindow
from longstride.ui.shell.full_screen import FullScreen
from longstride.ui.widgets.nav import Sidebar
from longstride.ui.widgets.notice import Notice
from longstride.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    pass

_COMPACT_BELOW = 960


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page; ``make`` is called once, when it is first shown.

    ``under`` is the page of the navigation that it belongs to, "" where it stands there itself.
    Those of the navigation come first.
    """

    name: str
    icon: str
    title: str
    make: Callable[[], QWidget]
    under: str = ""


class MainWindow(DropWindow):
    """Shows one page at a time, or the player.

    ``stood`` comes once, when the first paint has reached the screen: the moment for slow work.
    ``page_shown`` carries the page's name each time one is opened, after it was made: the moment
    to give it fresh values. ``close_asked`` is emitted instead of closing while the player is in
    front; close the window again after ``leave_player``. ``closing`` carries the event of a window
    about to close: a slot that ignores it keeps the window open. ``wants`` carries
    ToggleHelp, ShowAbout or OpenFiles.
    """

    stood = Signal()
    page_shown = Signal(str)
    close_asked = Signal()
    closing = Signal(QCloseEvent)
    closed = Signal()

    def __init__(self, theme: Theme, entries: tuple[PageEntry, ...]) -> None:
        super().__init__(theme)
        self.entries = entries
        self._made: dict[str, QWidget] = {}
        self._player: QWidget | None = None
        self._painted = False
        self.full_screen = FullScreen(self)
        self._full_screen_before = False
        self.setWindowTitle("Longstride")
        self.setMinimumSize(480, 480)
        self.resize(1440, 900)
        offered = tuple(entry for entry in entries if not entry.under)
        self._sidebar = Sidebar(theme, tuple((entry.icon, entry.title) for entry in offered))
        self._notices = NoticeBar(theme)
        self._pages = QStackedWidget()
        self._front = QStackedWidget()
        self._lay_out()
        self._sidebar.chosen.connect(self._open)
        self._sidebar.help_asked.connect(self.ask_for_help)
        self._sidebar.about_asked.connect(self._ask_what_this_is)
        self._add_shortcut(Qt.Key.Key_F1, self.ask_for_help)
        theme.changed.connect(self._fit_sidebar)
        self._fit_sidebar()
        for place in range(len(offered)):
            self._add_shortcut(f"Ctrl+{place + 1}", partial(self._open, place))

    def show_page(self, name: str) -> None:
        """Open a page by its name; KeyError if there is none."""
        self._open(self._place(name))

    def _place(self, name: str) -> int:
        return [entry.name for entry in self.entries].index(name)

    def page(self, name: str) -> QWidget:
        """Return a page that has been shown; KeyError if it was not made yet."""
        return self._made[name]

    @property
    def current_page(self) -> str:
        """The name of the open page, "" before the first."""
        widget = self._pages.currentWidget()
        return next((name for name, made in self._made.items() if made is widget), "")

    def show_notice(self, key: str, notice: Notice) -> None:
        """Tell the athlete something in one sentence, in its turn."""
        self._notices.show_notice(key, notice)

    def drop_notice(self, key: str) -> None:
        """Take a state's notice away, because the state has passed."""
        self._notices.drop_notice(key)

    @property
    def notices(self) -> tuple[str, ...]:
        """The notice that is shown, and those that wait their turn."""
        return self._notices.texts

    @property
    def has_player(self) -> bool:
        """True while the player has the window."""
        return self._player is not None

    def show_player(self, player: QWidget, full_screen: bool = False) -> None:
        """Give the whole window to the player, and the whole screen if asked."""
        self.leave_player()
        self._player, self.invitation = player, DROP_LATER
        self._full_screen_before = self.isFullScreen()
        self._front.addWidget(player)
        self._front.setCurrentWidget(player)
        if full_screen:
            self.full_screen.take()
        player.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_player(self) -> None:
        """Go back to the page that was open; the player widget is left to its owner."""
        if self._player is None:
            return
        player, self._player, self.invitation = self._player, None, DROP
        self._front.setCurrentIndex(0)
        self._front.removeWidget(player)
        player.setParent(None)
        if self.isFullScreen() and not self._full_screen_before:  # pages have no key to end it
            self.full_screen.give_back()
        if self.current_page:
            self.page_shown.emit(self.current_page)

    def ask_for_help(self) -> None:
        """Have the help for what is shown opened, or closed."""
        from longstride.ui.intentions.window import ToggleHelp

        self.wants.emit(ToggleHelp())

    def _ask_what_this_is(self) -> None:
        from longstride.ui.intentions.window import ShowAbout

        self.wants.emit(ShowAbout())

    def toggle_full_screen(self) -> None:
        """Take the whole screen, or give it back."""
        self.full_screen.toggle()

    def come_forward(self) -> None:
        """Come in front of other windows; ask for attention where the desktop forbids it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._player is not None:
            event.ignore()
            self.close_asked.emit()
            return
        super().closeEvent(event)
        self.closing.emit(event)
        if event.isAccepted():
            self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Follow Tab; a page that was scrolled away from where it leads comes along."""
        moved = super().focusNextPrevChild(forward)
        _bring_into_sight(QApplication.focusWidget())
        return moved

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.stood.emit)  # what lies on the window is painted after it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def _lay_out(self) -> None:
        shell = QWidget()
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._notices)
        beside.addWidget(self._pages, 1)
        row.addLayout(beside, 1)
        self._front.addWidget(shell)
        self.setCentralWidget(self._front)

    def _open(self, place: int) -> None:
        if self._player is not None:
            return
        entry = self.entries[place]
        if entry.name not in self._made:
            self._made[entry.name] = entry.make()
            self._pages.addWidget(self._made[entry.name])
        self._pages.setCurrentWidget(self._made[entry.name])
        self._sidebar.mark(self._place(entry.under) if entry.under else place)
        self.page_shown.emit(entry.name)

    def _add_shortcut(self, keys: str | Qt.Key, do: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _fit_sidebar(self) -> None:
        self._sidebar.set_compact(self.width() < self._theme.px(_COMPACT_BELOW))


def _bring_into_sight(widget: QWidget | None) -> None:
    """Scroll every page that a widget lies on to it, as Qt does only from within the page."""
    holder = widget and widget.parentWidget()
    while widget is not None and holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()
