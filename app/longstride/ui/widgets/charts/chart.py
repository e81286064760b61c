"""The widget that shows a plot: to the eye, to the pointer, to the keyboard, to a screen reader."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.plot import Plot

_SHARPNESS = 2  # a picture's own pixels for each of the design
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class Chart(QLabel):
    """A label whose text is the plot's summary and whose face is its picture.

    With the focus, arrows, Page Up, Page Down, Home and End go from value to value; each is shown
    in a tooltip and announced, and the pointer does the same.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._plot: Plot | None = None
        self._marked: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def plot(self) -> Plot | None:
        """What is shown."""
        return self._plot

    @property
    def marked(self) -> str:
        """What the value pointed at says, "" where none is."""
        if self._plot is None or self._marked is None:
            return ""
        return self._plot.words[self._marked]

    def show_plot(self, plot: Plot) -> None:
        """Show another plot."""
        self._plot, self._marked = plot, None
        self.setText(plot.summary)
        self.setAccessibleName(f"{self._name}. {plot.summary}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if plot.words else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._value_at(event.position().toPoint()))
        if self._marked is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.marked, self)
        else:
            QToolTip.hideText()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._mark(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or self._plot is None or not self._plot.words:
            event.ignore()
            return
        last = len(self._plot.words) - 1
        start = self._marked
        if start is None:  # enter at the newest, which stands right, or at the top
            start = -1 if event.key() == Qt.Key.Key_Down else last + 1
        self._mark(min(max(0, start + move), last))
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._plot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._marked is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("text", 0.1))
            painter.drawRoundedRect(self._place(self._marked), 6, 6)
        self._plot.paint(painter, self.room(), self._theme)
        if has_ring(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _height(self) -> int:
        return self._plot.height(self._theme) + 8 if self._plot else 0

    def room(self) -> QRectF:
        """Return the place of the plot, inside the ring of the focus."""
        return QRectF(self.rect()).adjusted(4, 4, -4, -4)

    def _place(self, value: int) -> QRectF:
        assert self._plot is not None, "only a plot has places"
        return self._plot.places(self.room(), self._theme)[value]

    def _value_at(self, at: QPoint) -> int | None:
        if self._plot is None:
            return None
        places = self._plot.places(self.room(), self._theme)
        return next((n for n, place in enumerate(places) if place.contains(at.toPointF())), None)

    def _mark(self, value: int | None) -> None:
        if value != self._marked:
            self._marked = value
            self.setAccessibleDescription(self.marked)
            self.update()

    def _tell(self) -> None:
        """Say the marked value to eye and ear."""
        assert self._marked is not None, "a key has marked a value"
        place = self._place(self._marked)
        QToolTip.showText(self.mapToGlobal(place.center().toPoint()), self.marked, self)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.marked))


def picture(plot: Plot, title: str, theme: Theme, width: int = 900) -> QImage:
    """Return a plot as an image on the theme's surface, its title above it.

    ``width`` in px of the design; the image has twice as many.
    """
    edge, head = theme.px(24), theme.px(44)
    height = plot.height(theme) + head + 2 * edge
    image = QImage(width * _SHARPNESS, height * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(20))
    painter.setPen(theme.color("text"))
    painter.drawText(QRectF(edge, edge, width - 2 * edge, head), title)
    plot.paint(painter, QRectF(edge, edge + head, width - 2 * edge, plot.height(theme)), theme)
    painter.end()
    return image
