"""What of a window cannot be read because it is cut off, covered or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from longstride.ui.widgets.fit_text import FitText

_SLACK = 1  # px that rounding may cost
# Where Qt breaks a line besides spaces: Unicode's annex 14 allows it inside paths.
_BREAKS = re.compile(r"\u00ad|(?<=[/-])(?=[a-zA-Z])")


def cut_off(window: QWidget) -> list[str]:
    """Return a line for each text of a window that has too little room, or is covered."""
    seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    return [
        *(line for widget in seen for line in _too_narrow(widget)),
        *(line for widget in seen for line in _outside(widget)),
        *_covered(seen),
    ]


def _too_narrow(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, FitText):
        if widget.text() and widget.fitted()[1] != widget.text():
            yield _line(widget, f"shows only {widget.fitted()[1]!r}")
    elif isinstance(widget, QLabel) and _painted_by(widget, QLabel) and widget.text():
        yield from _label(widget)
    elif isinstance(widget, QPushButton) and _painted_by(widget, QPushButton):
        yield from _less_than(widget, widget.sizeHint().width(), widget.sizeHint().height())
    elif isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            widget,
        )
        needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if needed > field.width() + _SLACK:
            yield _line(widget, f"{widget.currentText()!r} needs {needed}, has {field.width()}")
    elif isinstance(widget, QLineEdit):
        shown = widget.placeholderText()
        needed = widget.fontMetrics().horizontalAdvance(shown)
        margins = widget.textMargins()
        room = widget.contentsRect().width() - margins.left() - margins.right() - 4
        if needed > room + _SLACK:
            yield _line(widget, f"{shown!r} needs {needed}, has {room}")


def _label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        hint = label.sizeHint()
        yield from _less_than(label, hint.width(), hint.height())
        return
    words = _BREAKS.sub(" ", label.text()).split()
    widest = max((_width(label, word) for word in words), default=0)
    yield from _less_than(label, widest, label.heightForWidth(label.width()))


def _width(label: QLabel, text: str) -> int:
    return QFontMetrics(label.font()).horizontalAdvance(text)


def _less_than(widget: QWidget, width: int, height: int) -> Iterator[str]:
    if width > widget.width() + _SLACK or height > widget.height() + _SLACK:
        yield _line(widget, f"needs {width}x{height}, has {widget.width()}x{widget.height()}")


def _outside(widget: QWidget) -> Iterator[str]:
    """Complain of a text or control that reaches out of what holds it, where nothing scrolls."""
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
        return
    place, holder = widget.rect(), widget
    while (parent := holder.parentWidget()) is not None and not holder.isWindow():
        place = place.translated(holder.pos())
        holder = parent
        room = holder.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        scrolls = isinstance(holder.parentWidget(), QAbstractScrollArea)
        if place.left() < room.left() or place.right() > room.right():
            yield _line(widget, f"reaches to {place.left()}..{place.right()} of {holder.width()}")
            return
        if scrolls:
            return
        if place.top() < room.top() or place.bottom() > room.bottom():
            yield _line(widget, f"reaches to {place.top()}..{place.bottom()} of {holder.height()}")
            return


def _covered(seen: list[QWidget]) -> Iterator[str]:
    """Complain of two texts or controls of one holder that lie on each other."""
    leaves = [w for w in seen if isinstance(w, QLabel | QAbstractButton | QComboBox | QLineEdit)]
    by_holder: dict[QWidget | None, list[QWidget]] = {}
    for leaf in leaves:
        by_holder.setdefault(leaf.parentWidget(), []).append(leaf)
    for group in by_holder.values():
        for one, other in combinations(group, 2):
            if _said(one) and _said(other) and one.geometry().intersects(other.geometry()):
                yield _line(one, f"lies on {_said(other)[:40]!r}")


def _painted_by(widget: QWidget, kind: type[QWidget]) -> bool:
    return type(widget).paintEvent is kind.paintEvent


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return text or widget.accessibleName()


def _line(widget: QWidget, what: str) -> str:
    return f"{type(widget).__name__} {_said(widget)[:50]!r}: {what}"
