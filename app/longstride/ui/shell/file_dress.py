"""Longstride's dress for Qt's own file dialog, which stands in where the desktop has none."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QTreeView,
    QWidget,
)

from longstride.ui.widgets.icons import icon

_SIZE = QSize(860, 560)  # px at 100 %
_ASIDE = 150
_ICONS = {
    "backButton": "back",
    "forwardButton": "forward",
    "toParentButton": "up",
    "newFolderButton": "add",
    "listModeButton": "tiles",
    "detailModeButton": "list",
}
_LEFT_OUT = ("listModeButton", "detailModeButton")  # of a narrow dialog
_SIDE = 18
_NAME, _BYTES, _KIND, _DATE = range(4)
_WIDTHS = {_BYTES: 90, _DATE: 170}


def dress(dialog: QFileDialog, host: QWidget) -> None:
    """Dress a dialog of Qt's; one of the desktop has no such parts, and is left as it is."""
    scale = QApplication.font().pixelSize() / 15
    for name, drawn in _ICONS.items():
        if tool := dialog.findChild(QToolButton, name):
            tool.setIcon(_icon(drawn, scale))
            tool.setIconSize(QSize(_SIDE, _SIDE) * scale)
    for field in dialog.findChildren(QComboBox):
        field.setMinimumContentsLength(8)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        _add_opener(field, scale)
    if split := dialog.findChild(QSplitter):
        split.setSizes([round(width * scale) for width in (_ASIDE, _SIZE.width() - _ASIDE)])
    if files := dialog.findChild(QTreeView):
        dialog.resize((_SIZE * scale).boundedTo(host.window().size() * 0.96))
        is_narrow = dialog.width() < 0.8 * _SIZE.width() * scale
        _fit_columns(files, scale, is_narrow=is_narrow)
        for tool in dialog.findChildren(QToolButton):
            tool.setVisible(not (is_narrow and tool.objectName() in _LEFT_OUT))


def _fit_columns(files: QTreeView, scale: float, *, is_narrow: bool) -> None:
    """Give the names what size and date leave; in a narrow dialog only the size stays."""
    header = files.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
    for column, width in _WIDTHS.items():
        files.setColumnWidth(column, round(width * scale))
    files.setColumnHidden(_KIND, True)  # which stands in the name
    files.setColumnHidden(_DATE, is_narrow)


def _icon(name: str, scale: float) -> QIcon:
    color = QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
    return icon(name, round(_SIDE * scale), color)


def _add_opener(field: QComboBox, scale: float) -> None:
    """Show at a field's right end that a list opens from it."""
    sign = QLabel()
    sign.setPixmap(_icon("down", scale).pixmap(round(_SIDE * scale)))
    row = QHBoxLayout(field)
    row.setContentsMargins(0, 0, round(12 * scale), 0)
    row.addStretch(1)
    row.addWidget(sign)
