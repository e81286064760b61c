"""Hands on the Tab key, and what the eye sees of where the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QScrollArea, QWidget

_SECTIONS = 4  # of a day's field, which Tab goes through one by one


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab has to reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def walk(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Press Tab or Backtab until it is where it began; stop where it goes no further."""
    return list(visits(window, key))


def visits(window: QWidget, key: Qt.Key) -> Iterator[QWidget]:
    """Yield what Tab or Backtab comes to, while it is there."""
    visited: list[QWidget] = []
    stays = 0
    while (at := QApplication.focusWidget()) is not None:
        if visited and at is visited[-1] and isinstance(at, QDateTimeEdit) and stays < _SECTIONS:
            stays += 1
        elif at in visited:
            break
        else:
            visited.append(at)
            stays = 0
            yield at
        QTest.keyClick(at, key)


def pixels(widget: QWidget) -> npt.NDArray[np.float64]:
    """Return what a widget shows, as relative luminance (WCAG 2.2) by row and column."""
    window = widget.window()
    for sheet in window.findChildren(QScrollArea):
        if sheet.isAncestorOf(widget):
            sheet.ensureWidgetVisible(widget)
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    colors = flat[:, : image.width() * 3].reshape(image.height(), image.width(), 3) / 255
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def strong_change(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> int:
    """Return how many pixels differ by 3:1 or more."""
    lighter, darker = np.maximum(one, other), np.minimum(one, other)
    return int(np.count_nonzero((lighter + 0.05) / (darker + 0.05) >= 3))


def named(widgets: list[QWidget]) -> Iterator[str]:
    """Yield a line for each widget."""
    for widget in widgets:
        yield f"{type(widget).__name__} {widget.accessibleName() or widget.property('text')}"
