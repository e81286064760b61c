"""Asking the athlete for a file or a folder, in a dialog that lets the window go on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from longstride.ui.shell.file_dress import dress

Then = Callable[[Path], object]


def ask_to_save(host: QWidget, name: str, then: Then) -> None:
    """Ask where to save a file that would be called ``name``."""
    dialog = QFileDialog(host, "Save", QDir.home().filePath(name))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    _open(dialog, host, then)


def ask_to_open(host: QWidget, title: str, folder: Path, kinds: str, then: Then) -> None:
    """Ask for a file that is there; ``kinds`` as Qt writes them, "Journals (*.sqlite)"."""
    dialog = QFileDialog(host, title, str(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, host, then)


def ask_for_folder(host: QWidget, title: str, then: Then) -> None:
    """Ask for a folder that is there."""
    dialog = QFileDialog(host, title, QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, host, then)


def _open(dialog: QFileDialog, host: QWidget, then: Then) -> None:
    dress(dialog, host)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
