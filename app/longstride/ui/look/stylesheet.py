"""The one stylesheet. Everything is drawn for 100 % in ``@Npx`` and scaled when asked for.

Roles (dynamic property ``role``)
  QLabel       display 44, title 30, heading 20, lead 17, body 15 (no role), quiet 15,
               caption 13 quiet, overline 13 quiet, value 20 bold, warn, good, bad
  QPushButton  (no role) raised; primary coral; ease sea; ghost without ground; chip small and
               round, checkable; pick alike, for a choice that is no action; square alike, for a
               letter or a number; nav
  QFrame       card, raised, notice, line, sidebar
"""

import re
from dataclasses import asdict

from PySide6.QtGui import QColor

from longstride.ui.look.palette import Palette

_WARMER = 106  # per cent: coral under the mouse


def stylesheet(palette: Palette, scale: int) -> str:
    """Return Qt style rules for a palette at a text size in per cent."""
    colors = {**asdict(palette), "warm": QColor(palette.coral).lighter(_WARMER).name()}
    colored = re.sub(r"\$(\w+)", lambda found: colors[found[1]], _RULES)
    return re.sub(r"@(\d+)px", lambda found: f"{round(int(found[1]) * scale / 100)}px", colored)


_RULES = """
* { font-size: @15px; }
QMainWindow, QDialog, QWidget[role="page"], QWidget[role="content"] { background: $ground; }
QDialog[role="overlay"] { background: transparent; }
QLabel { color: $text; background: transparent; }
QLabel[role="display"] { font-size: @44px; font-weight: 700; }
QLabel[role="title"] { font-size: @30px; font-weight: 700; }
QLabel[role="heading"] { font-size: @20px; font-weight: 700; }
QLabel[role="value"] { font-size: @20px; font-weight: 600; }
QLabel[role="lead"] { font-size: @17px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="gone"] { color: $quiet; text-decoration: line-through; }
QLabel[role="caption"] { font-size: @13px; color: $quiet; }
QLabel[role="overline"] { font-size: @13px; font-weight: 500; color: $quiet; }
QLabel[role="good"] { color: $sea; font-weight: 600; }
QLabel[role="warn"] { color: $amber; font-weight: 600; }
QLabel[role="bad"] { color: $coral; font-weight: 600; }
QLabel[role="pill"] {
    font-size: @13px; color: $text; background: $raised;
    border-radius: @12px; padding: @5px @12px;
}

QFrame[role="sidebar"] { background: $sunken; border: none; border-right: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: none; border-radius: 18px; }
QFrame[role="raised"] { background: $raised; border: none; border-radius: 14px; }
QFrame[role="help"] { background: $surface; border: none; border-left: 1px solid $line;
    border-right: 1px solid $line; }
QFrame[role="notice"] { background: $raised; border: none; border-left: 4px solid $amber;
    border-radius: 10px; }
QFrame[role="notice"][kind="Done"] { border-left-color: $sea; }
QFrame[role="notice"][kind="Note"] { border-left-color: $quiet; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton {
    color: $text; background: $raised; font-weight: 600;
    border: 1px solid $faint; margin: 1px; border-radius: @12px;
    padding: @9px @20px; min-height: @22px;
}
QPushButton:hover { background: $line; }
QPushButton:pressed { background: $surface; }
QPushButton:disabled { color: $faint; border-color: $raised; }
QPushButton[role="primary"], QPushButton[role="big"] {
    color: $on_coral; background: $coral; border-color: $coral;
}
QPushButton[role="primary"]:hover, QPushButton[role="big"]:hover {
    background: $warm; border-color: $warm;
}
QPushButton[role="primary"]:pressed, QPushButton[role="big"]:pressed { border-color: $amber; }
QPushButton[role="primary"]:disabled, QPushButton[role="big"]:disabled {
    color: $quiet; background: $raised; border-color: $raised;
}
QPushButton[role="big"] {
    font-size: @20px; font-weight: 700; padding: @12px @32px; border-radius: @14px;
}
QPushButton[role="ease"] {
    font-size: @17px; font-weight: 700; padding: @10px @36px;
    color: $surface; background: $sea; border-color: $sea;
}
QPushButton[role="ghost"] { background: transparent; border-color: transparent; color: $quiet; }
QPushButton[role="ghost"][kind="warn"] { color: $amber; }
QPushButton[role="ghost"][kind="bad"] { color: $coral; }
QPushButton[role="ghost"]:hover { color: $text; background: $raised; }
QPushButton[kind="menu"] { padding-right: @36px; }
QPushButton[kind="signed"] { padding-left: @42px; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="chip"], QPushButton[role="pick"] {
    font-size: @13px; font-weight: 500; border-radius: @15px; padding: @5px @14px;
    min-height: @20px;
}
QPushButton[role="square"] {
    font-weight: 500; padding: 0; min-width: @48px; min-height: @48px; border-radius: @12px;
}
QPushButton[role="chip"]:checked, QPushButton[role="pick"]:checked,
QPushButton[role="square"]:checked { color: $surface; background: $text; border-color: $text; }
QPushButton[role="nav"] {
    text-align: left; font-weight: 500; color: $quiet; background: transparent;
    border-color: transparent; border-radius: 10px; padding: 0 @10px; min-height: 0;
}
QPushButton[role="nav"]:hover { color: $text; }
QPushButton[role="nav"]:checked { color: $text; background: $surface; border-color: $surface; }
QPushButton:focus, QPushButton[role="primary"]:focus, QPushButton[role="big"]:focus,
QPushButton[role="ease"]:focus, QPushButton[role="ghost"]:focus, QPushButton[role="nav"]:focus {
    border: 2px solid $text; margin: 0; outline: none;
}
QPushButton[role="ghost"]:focus { color: $text; }
QPushButton:checked:focus { border: 2px solid $sea; margin: 0; }
QPushButton[role="nav"]:checked:focus { border-color: $text; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QTimeEdit, QDateEdit, QComboBox {
    color: $text; background: $raised; border: 1px solid $faint; margin: 1px;
    border-radius: @12px; padding: @9px @12px; min-height: @22px;
    placeholder-text-color: $quiet; selection-background-color: $text; selection-color: $surface;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QTimeEdit:focus, QDateEdit:focus, QComboBox:focus { border: 2px solid $text; margin: 0; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: $faint; border-color: $raised; }
QAbstractSpinBox QLineEdit { margin: 0; border: none; }
QAbstractSpinBox { padding: @7px @12px; min-height: @23px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QDateEdit::drop-down { width: @36px; border: none; }
QDateEdit::down-arrow { image: none; }
QCalendarWidget { min-width: @340px; min-height: @300px; }
QCalendarWidget QToolButton { color: $text; background: transparent; font-weight: 600;
    border: none; padding: @6px @8px; margin: @2px; border-radius: @8px; }
QCalendarWidget QToolButton:hover { background: $line; }
QCalendarWidget QToolButton:focus { border: 2px solid $text; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { padding: 0 @4px; min-height: @28px; }
QCalendarWidget QTableView, QCalendarWidget QTableView:focus {
    color: $text; background: $surface; border: 1px solid $faint; border-radius: 0;
    selection-background-color: $text; selection-color: $surface;
}
QCalendarWidget QTableView::item { padding: 0; }
QCalendarWidget QTableView::item:selected { background: $text; color: $surface; }
QCalendarWidget QAbstractItemView:disabled { color: $faint; }
#qt_calendar_navigationbar { background: $raised; border: 1px solid $faint; border-bottom: none; }
QComboBox { padding-left: @14px; padding-right: @36px; combobox-popup: 0; }
QComboBox QLineEdit { padding: 0; margin: 0; border: none; background: transparent; }
QComboBox::drop-down { width: @36px; border: none; }
QComboBox::down-arrow { image: none; }
QComboBoxPrivateContainer { background: $raised; border: none; }
QComboBox QAbstractItemView {
    color: $text; background: $raised; border: 1px solid $faint; border-radius: 0;
    padding: 4px; outline: none; selection-background-color: $text; selection-color: $surface;
}
QComboBox QAbstractItemView::item { min-height: @36px; padding: 0 @10px; border-radius: 8px; }
QComboBox QAbstractItemView::item:selected { color: $surface; background: $text; }

QSlider { background: transparent; }
Level { min-height: @32px; }
QSlider::groove:horizontal { height: 6px; background: $raised; border-radius: 3px; }
QSlider::sub-page:horizontal { background: $sea; border-radius: 3px; height: 6px; }
QSlider::handle:horizontal {
    width: 20px; height: 20px; margin: -9px 0; border-radius: 12px;
    background: $text; border: 2px solid $surface;
}
QSlider::handle:horizontal:hover { border-color: $sea; }
QSlider::handle:horizontal:focus { background: $surface; border: 5px solid $text; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { background: $faint; }

QCheckBox, QRadioButton { color: $text; background: transparent; spacing: @10px; }

QComboBox[role="bare"] {
    color: $quiet; background: transparent; border-color: transparent; padding-right: @4px;
}
QComboBox[role="bare"]:hover { color: $text; }
QComboBox[role="bare"]:focus { color: $text; border-color: $text; }
QLabel[role="count"] { font-size: @20px; font-weight: 500; color: $quiet; }
QFrame[role="segments"] {
    background: $surface; border: 1px solid $faint; border-radius: @12px;
}
QPushButton[role="segment"] {
    font-weight: 500; color: $quiet; background: transparent; border-color: transparent;
    padding: @9px @18px; border-radius: @12px;
}
QPushButton[role="segment"]:hover { color: $text; }
QPushButton[role="segment"]:checked {
    font-weight: 700; color: $surface; background: $text; border-color: $text;
}
QPushButton[role="segment"]:focus { border-color: $text; }
QPushButton[role="segment"]:checked:focus { border-color: $sea; }
QPushButton[role="gear"] {
    font-weight: 500; color: $quiet; background: transparent; border: 2px solid $faint;
    border-radius: @14px; padding: @3px @21px; min-height: @22px;
}
QPushButton[role="gear"]:hover { color: $text; }
QPushButton[role="gear"]:checked {
    color: $text; background: $raised; padding-left: @31px; padding-right: @11px;
}
QPushButton[role="gear"]:focus { border-color: $text; }

QProgressBar { background: $raised; border: none; border-radius: 4px; max-height: 8px;
    color: transparent; }
QProgressBar::chunk { background: $sea; border-radius: 4px; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView, QListView {
    color: $text; background: transparent; border: none; gridline-color: transparent;
    alternate-background-color: transparent; outline: none;
    selection-background-color: $raised; selection-color: $text;
}
QTableView { border: 2px solid transparent; border-radius: 8px; }
QTableView::item { padding: 0 @6px; border: none; }
QTableView::item:selected { background: $raised; color: $text; }
QHeaderView, QHeaderView::section, QTableCornerButton::section {
    color: $quiet; background: transparent; border: none; font-size: @13px; padding: 0 @5px;
}

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFileDialog QToolButton { background: transparent; border: none; border-radius: @8px;
    padding: @5px; }
QFileDialog QToolButton:hover, QFileDialog QToolButton:checked { background: $raised; }
QFileDialog QToolButton:focus { border: 2px solid $text; }
QFileDialog QTreeView, QFileDialog QListView { color: $text; background: $surface; border: none;
    border-radius: @12px; padding: @4px; outline: none; }
QFileDialog QTreeView:focus, QFileDialog QListView:focus { border: 2px solid $text; }
QFileDialog QTreeView::item, QFileDialog QListView::item { min-height: @32px; padding: 0 @6px; }
QFileDialog QTreeView::item:selected, QFileDialog QListView::item:selected {
    color: $surface; background: $text; }
QFileDialog QHeaderView::section { color: $quiet; min-height: @28px; }

QToolTip {
    color: $text; background: $raised; border: 1px solid $faint; padding: @6px;
    font-size: @13px;
}
QMenu { color: $text; background: $raised; border: 1px solid $faint; padding: 6px; }
QMenu::item { padding: @8px @20px; border-radius: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::item:selected { background: $text; color: $surface; }
"""
