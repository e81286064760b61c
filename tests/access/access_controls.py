"""What of a window can be pressed or typed into, and how it looks there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTableView,
    QWidget,
)

from longstride.ui.flows.tile import FlowButton
from longstride.ui.measure.handle import Handle
from longstride.ui.widgets.buttons import SignButton
from longstride.ui.widgets.nav import BackButton
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.rating import Rating

LEAST_TEXT = 13  # px at 100 %
_EDGE = 8  # px from its outside in which a control's edge or fill begins
_FIELDS = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit, Rating)
_BARE = {"ghost", "nav", "bare"}  # words or a sign alone, by the rules for text
_GROUP, _IN_GROUP = "segments", "segment"  # one edge round several, of which the chosen is filled


def in_use(window: QWidget) -> QWidget:
    """Return the dialog on top of a window, or the window where none is open."""
    return next((each for each in window.findChildren(Overlay) if each.isVisible()), window)


def too_small(host: QWidget) -> Iterator[str]:
    """Yield a line for each text in standard widgets that is smaller than ``LEAST_TEXT``."""
    for widget in host.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
            size = QFontInfo(widget.font()).pixelSize()
            if widget.isVisible() and size < LEAST_TEXT:
                yield f"{_name(widget)} in {size} px"


def in_coral(host: QWidget, coral: QColor) -> list[str]:
    """Return what can be pressed and is filled with coral."""
    pressed = [each for each in host.findChildren(QWidget) if _can_be_pressed(each)]
    return [_name(each) for each in pressed if _share(each.grab().toImage(), coral) > 0.25]


def without_edge(host: QWidget) -> Iterator[str]:
    """Yield a line for each control that hardly differs from what it lies on (WCAG 1.4.11)."""
    window = host.window()
    image = window.grab().toImage()
    for widget in host.findChildren(QWidget):
        if not _has_an_edge(widget):
            continue
        middle = widget.height() // 2
        if isinstance(widget, Rating):
            middle = round(widget._cell(0).center().y())
        left = widget.mapTo(window, QPoint(0, middle))
        colors = [image.pixelColor(left.x() + x, left.y()) for x in range(-3, _EDGE)]
        if max(_contrast(color, colors[0]) for color in colors) < 3:
            yield _name(widget)


def _can_be_pressed(widget: QWidget) -> bool:
    kinds = QAbstractButton | QComboBox | QSlider
    return isinstance(widget, kinds) and widget.isVisible() and widget.isEnabled()


def _has_an_edge(widget: QWidget) -> bool:
    """Whether it is a control in full sight that is more than its words."""
    role = widget.property("role")
    seen = widget.visibleRegion().boundingRect() == widget.rect()
    kind = isinstance(widget, _FIELDS) or role == _GROUP
    if not (kind and widget.isVisible() and widget.isEnabled() and seen):
        return False
    inside_another = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QTableView)
    bare = isinstance(widget, Handle | SignButton | BackButton | FlowButton)
    return not (bare or inside_another or role in {*_BARE, _IN_GROUP})


def _share(image: QImage, color: QColor) -> float:
    """Return how much of a picture has a colour, by a grid of places."""
    places = [
        (image.width() * (2 * x + 1) // 24, image.height() * (2 * y + 1) // 12)
        for x in range(12)
        for y in range(6)
    ]
    return sum(image.pixelColor(x, y).name() == color.name() for x, y in places) / len(places)


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    parts = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in color.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _name(widget: QWidget) -> str:
    said = widget.accessibleName() or widget.property("text") or ""
    return f"{type(widget).__name__} {said!r}"
