"""Buttons with a painted sign, for controls that may fade."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from longstride.ui.theme import Theme
from longstride.ui.widgets.push_button import PushButton

_UNSHAPED = "min-height: 0; padding: 0; border: none; background: transparent;"


class IconButton(PushButton):
    """A button that shows a sign from ``SIGNS`` or, without one, its text.

    Enter presses it: Space belongs to pausing wherever the focus is. It takes the focus from
    the keyboard only, so that a click leaves nothing lit behind.
    """

    def __init__(
        self, theme: Theme, name: str, sign: str = "", keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setStyleSheet(_UNSHAPED)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme, self._sign, self._keys = theme, sign, keys
        self._main = self._plain = False
        self.strength = 1.0
        self.show_face(name, sign)
        theme.changed.connect(self.update)

    def make_main(self) -> None:
        """Become the main action: round, in coral."""
        self._main = True

    def make_plain(self) -> None:
        """Become a sign without a ground."""
        self._plain = True

    def show_face(self, name: str, sign: str = "") -> None:
        """Change what the button says and shows."""
        self._sign = sign
        self.setText("" if sign else name)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._keys})" if self._keys else name)
        self.update()

    def show_strength(self, strength: float) -> None:
        """Fade to ``strength`` 0-1."""
        if strength != self.strength:
            self.strength = strength
            self.update()

    def text_width(self, text: str) -> int:
        """Return the px a text takes on this button."""
        return QFontMetrics(self._text_font()).horizontalAdvance(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self.strength)
        self._paint_ground(painter)
        ink = self._theme.color("on_coral" if self._main else "quiet" if self._plain else "text")
        if self._sign:
            painter.setPen(QPen(ink, self._theme.px(2)) if self._plain else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if self._plain else ink)
            painter.drawPath(SIGNS[self._sign](self._sign_place()))
            return
        painter.setPen(ink)
        painter.setFont(self._text_font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _paint_ground(self, painter: QPainter) -> None:
        color = self._theme.color("coral" if self._main else "raised")
        if self._plain and not self.underMouse():
            color.setAlphaF(0)
        elif self.underMouse() and self.isEnabled():
            color = color.darker(108) if self.isDown() else color.lighter(110)
        painter.setBrush(color)
        focus = QPen(self._theme.color("text"), 3)
        painter.setPen(focus if self.hasFocus() else Qt.PenStyle.NoPen)
        radius = self.height() / 2 if self._main else 12
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)

    def _sign_place(self) -> QRectF:
        side = self.height() * (0.36 if self._main else 0.34)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def _text_font(self) -> QFont:
        return self._theme.font(15, QFont.Weight.DemiBold)


def _triangle(place: QRectF, rightwards: bool) -> QPainterPath:
    tip, back = (place.right(), place.left()) if rightwards else (place.left(), place.right())
    path = QPainterPath(QPointF(back, place.top()))
    path.lineTo(tip, place.center().y())
    path.lineTo(back, place.bottom())
    path.closeSubpath()
    return path


def _bar(place: QRectF, left: float, width: float) -> QPainterPath:
    path = QPainterPath()
    bar = QRectF(place.left() + left * place.width(), place.top(), width * place.width(), 0)
    bar.setHeight(place.height())
    path.addRoundedRect(bar, 1.5, 1.5)
    return path


def _play(place: QRectF) -> QPainterPath:
    return _triangle(place.translated(place.width() * 0.08, 0), True)


def _pause(place: QRectF) -> QPainterPath:
    return _bar(place, 0.08, 0.28).united(_bar(place, 0.64, 0.28))


def _back(place: QRectF) -> QPainterPath:
    return _triangle(place, False).united(_bar(place, 0, 0.16))


def _next(place: QRectF) -> QPainterPath:
    return _triangle(place, True).united(_bar(place, 0.84, 0.16))


def _cross(place: QRectF) -> QPainterPath:
    path = QPainterPath(place.topLeft())
    path.lineTo(place.bottomRight())
    path.moveTo(place.topRight())
    path.lineTo(place.bottomLeft())
    return path


def _corners(place: QRectF) -> QPainterPath:
    arm = place.width() * 0.32
    path = QPainterPath()
    for x, dx in ((place.left(), arm), (place.right(), -arm)):
        for y, dy in ((place.top(), arm), (place.bottom(), -arm)):
            path.moveTo(x + dx, y)
            path.lineTo(x, y)
            path.lineTo(x, y + dy)
    return path


def _question(place: QRectF) -> QPainterPath:
    middle, top, high = place.center().x(), place.top(), place.height()
    arm = place.width() * 0.3
    path = QPainterPath(QPointF(middle - arm, top + high * 0.28))
    path.cubicTo(
        middle - arm,
        top - high * 0.1,
        middle + arm,
        top - high * 0.1,
        middle + arm,
        top + high * 0.28,
    )
    path.cubicTo(
        middle + arm, top + high * 0.5, middle, top + high * 0.46, middle, top + high * 0.72
    )
    path.moveTo(middle, top + high * 0.98)
    path.lineTo(middle, top + high)
    return path


SIGNS = {
    "play": _play,
    "pause": _pause,
    "back": _back,
    "next": _next,
    "cross": _cross,
    "corners": _corners,
    "question": _question,
}
