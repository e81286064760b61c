"""Files dropped on the window: flows, an exported journal, a film, and why another is refused."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from longstride.plain_files import is_odd
from longstride.ui.intentions import Intention
from longstride.ui.look.theme import Theme

if TYPE_CHECKING:
    from longstride.ui.intentions.window import OpenFiles
    from longstride.ui.widgets.drop_hint import DropHint

_LONGEST_NAME = 100  # characters of it that are quoted
DROP = "Drop it here to look at this flow"
DROP_LATER = "Drop it here; it is opened after this flow"
DROP_JOURNAL = "Drop it here to take it in"
DROP_FILM = "Drop it here to measure on it; nothing leaves this machine"
_FILMS = frozenset(
    ".mp4 .mov .m4v .mkv .webm .avi .mts .m2ts .ts .3gp .flv .wmv .jpg .jpeg .png .webp .bmp .tif "
    ".tiff .heic".split()
)


class DropWindow(QMainWindow):
    """A window that files can be dropped on, also while a flow is led in it.

    ``invitation`` is what stands where a flow can be dropped; ``wants`` carries OpenFiles.
    """

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.invitation = DROP
        self._drop_hint: DropHint | None = None
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            _take_a_copy(event)
            self._show_drop_hint(event.mimeData().urls())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _take_a_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hide_drop_hint()

    def dropEvent(self, event: QDropEvent) -> None:
        self._hide_drop_hint()
        _take_a_copy(event)
        self.wants.emit(sort_drop(event.mimeData().urls()))

    def _show_drop_hint(self, urls: list[QUrl]) -> None:
        from longstride.ui.widgets.drop_hint import DropHint

        drop = sort_drop(urls)
        if self._drop_hint is None:
            self._drop_hint = DropHint(self._theme, self)
        words = drop.refusal or self._invite(drop)
        self._drop_hint.show_text(words, welcome=not drop.refusal)

    def _invite(self, drop: OpenFiles) -> str:
        if drop.flows or self.invitation == DROP_LATER:
            return self.invitation
        return DROP_JOURNAL if drop.journal else DROP_FILM if drop.film else self.invitation

    def _hide_drop_hint(self) -> None:
        if self._drop_hint is not None:
            self._drop_hint.hide()


def sort_drop(urls: Iterable[QUrl]) -> OpenFiles:
    """Return what can be opened of what is dropped."""
    from longstride.ui.intentions.window import OpenFiles

    flows: list[str] = []
    refusals: list[str] = []
    once: dict[str, Path] = {}  # of a journal, and of a film, one is taken
    for url in urls:
        file = Path(url.toLocalFile())
        kind = "journal" if _is_export(file) else "film" if _is_film(file) else ""
        if refusal := _refusal(url):
            refusals.append(refusal)
        elif not kind:
            flows.append(str(file))
        elif kind in once:
            refusals.append(f"“{file.name}” is another {kind}; drop one at a time.")
        else:
            once[kind] = file
    more = f" So it is with {len(refusals) - 1} more." if len(refusals) > 1 else ""
    return OpenFiles(tuple(flows), refusals[0] + more if refusals else "", **once)


def _refusal(url: QUrl) -> str:
    if not url.isLocalFile():
        return "Only files on this machine can be opened; save it to a folder first."
    file = Path(url.toLocalFile())
    name = file.name[:_LONGEST_NAME]
    if _is_folder(file):
        return f"“{name}” is a folder; drop the flow files in it instead."
    if not (file.suffix.casefold() == ".toml" or _is_export(file) or _is_film(file)):
        return (
            f"“{name}” is not a flow (.flow.toml), an exported journal or workout (.json) or a "
            "film (.mp4)."
        )
    if _is_odd(file):
        return f"“{name}” is a pipe or a device, and no file."
    return ""


def _is_export(file: Path) -> bool:
    return file.suffix.casefold() == ".json"


def _is_film(file: Path) -> bool:
    return file.suffix.casefold() in _FILMS


def _is_folder(file: Path) -> bool:
    """Say whether this is a folder; a name that no file can have is told by opening it."""
    try:
        return file.is_dir()
    except OSError:
        return False


def _is_odd(file: Path) -> bool:
    """Say whether this is a pipe or a device: whoever opened it would wait for ever."""
    try:
        return is_odd(file)
    except OSError:
        return False


def _take_a_copy(event: QDropEvent) -> None:
    """Accept what is dragged; a file manager that would rather move keeps its file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
