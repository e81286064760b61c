"""A list to choose from, a switch and a level: standard controls, repainted."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QSlider,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionSlider,
)

from longstride.ui.look.rings import has_ring, without_ring
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.icons import draw_opener


class Choice(QComboBox):
    """One of several values; the wheel scrolls the page and never changes it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._values: tuple[object, ...] = ()  # Qt would hand an enum back as a plain string
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux Qt names a combo box by what is chosen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setItemDelegate(QStyledItemDelegate(self))  # which the stylesheet dresses

    def offer(self, items: tuple[tuple[str, object], ...], chosen: object) -> None:
        """Offer (text, value) pairs and mark one, without telling of a change."""
        self.blockSignals(True)
        self.clear()
        self.addItems([text for text, _ in items])
        self._values = tuple(value for _, value in items)
        self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else -1)
        self.blockSignals(False)

    @property
    def values(self) -> tuple[object, ...]:
        """What is offered, in its order."""
        return self._values

    @property
    def value(self) -> object:
        """What is chosen, the very object that was offered; None where nothing is."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:
        """Open the list below, as wide as its longest text where the window is."""
        needed = self.view().sizeHintForColumn(0) + self._theme.px(36)
        self.view().setMinimumWidth(min(needed, self.window().width()))
        super().showPopup()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        if not self.isEditable():
            without_ring(self, option)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_opener(self, self._theme)


class Switch(QCheckBox):
    """On or off, told by the place of the knob as well as by the colour."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        _stand_alone(self, name)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(56), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(3, 4, -3, -4)
        edge = QPen(self._theme.color("sea" if self.isChecked() else "faint"), 1)
        painter.setPen(QPen(self._theme.color("text"), 2) if has_ring(self) else edge)
        painter.setBrush(self._theme.color("sea" if self.isChecked() else "raised"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        side = track.height() - 8
        x = track.right() - side - 4 if self.isChecked() else track.left() + 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface" if self.isChecked() else "quiet"))
        painter.drawEllipse(QRectF(x, track.top() + 4, side, side))


class Pick(QRadioButton):
    """One of a few, told by a filled ring; its words stand beside it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        _stand_alone(self, name)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(28), self._theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.px(5)
        ring = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if has_ring(self):
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(self._theme.color("sea" if self.isChecked() else "quiet"), 2))
        painter.drawEllipse(ring)
        if self.isChecked():
            inset = ring.width() / 4
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("sea"))
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))


class Level(QSlider):
    """A number on a line; the wheel scrolls the page and never changes it."""

    def __init__(self, name: str, limits: tuple[int, int], step: int = 1) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setRange(*limits)
        self.setSingleStep(step)
        self.setPageStep(step * 5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def initStyleOption(self, option: QStyleOptionSlider) -> None:
        super().initStyleOption(option)
        without_ring(self, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _stand_alone(mark: QAbstractButton, name: str) -> None:
    """Make a button that is only its mark: what it is called stands beside it."""
    mark.setAccessibleName(name)
    mark.setCursor(Qt.CursorShape.PointingHandCursor)
    mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
