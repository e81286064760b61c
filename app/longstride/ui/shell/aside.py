"""Help for the page that is shown, and About."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from longstride.ui.shell.front import Front, FrontPart
from longstride.ui.shell.help import PLAYER, read_help
from longstride.ui.widgets.help_panel import HelpPanel, keys_text

if TYPE_CHECKING:
    from pathlib import Path

    from longstride.licences import Licence


class Aside(FrontPart):
    """Opens and closes the help, and shows what the program is and where its files lie."""

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._panel: HelpPanel | None = None
        self._reading = False  # the licences, or About itself
        self._window.page_shown.connect(self._follow)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._make_way)

    def toggle_help(self) -> None:
        """Show the help for what the window shows, or close it."""
        if self._panel is not None:
            self._panel.close_help()
            return
        led = self._window.has_player
        self._panel = HelpPanel(self._theme, self._window, at_left=led)
        self._panel.closed.connect(self._forget)
        self._show(PLAYER if led else self._window.current_page)

    def show_about(self) -> None:
        """Read the licences, beside the window, and show them with the rest."""
        folder = self._engine.paths.licences

        def read() -> tuple[Licence, ...]:
            from longstride.licences import licences

            return licences(folder)

        if not self._reading:
            self._reading = True
            self._background.run(read, self._open_about, lambda _: None)

    def _open_about(self, licences: tuple[Licence, ...]) -> None:
        from longstride.ui.shell.about_dialog import AboutDialog

        paths = self._engine.paths
        places = (("Your data", paths.data), ("The log", paths.state))
        icon = paths.resources / "icons/hicolor/128x128/apps/longstride.png"
        dialog = AboutDialog(self._theme, self._window, licences, places, icon)
        dialog.folder_asked.connect(_open_folder)
        dialog.finished.connect(self._about_closed)
        dialog.open()

    def _about_closed(self) -> None:
        self._reading = False

    def _follow(self, page: str) -> None:
        """Show the help of the page that was opened, if help is open."""
        if self._panel is not None:
            self._show(page)

    def _show(self, page: str) -> None:
        assert self._panel is not None, "only an open panel shows anything"
        found = read_help(self._engine.paths.resources / "help", page)
        rows = [(keys_text(keys.press, keys.join), keys.does) for keys in found.keys]
        self._panel.show_help(found.title, found.words, rows)

    def _make_way(self, _: QWidget | None, now: QWidget | None) -> None:
        """Close the help where a question is asked: it is no use over that."""
        while now is not None and self._panel is not None:
            if isinstance(now, QDialog):
                self._panel.close_help()
            now = now.parentWidget()

    def _forget(self) -> None:
        self._panel = None


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
