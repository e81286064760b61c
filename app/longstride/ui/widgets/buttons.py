"""Push buttons: as a keyboard expects them, with a sign, with an icon, and to tap along with."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QStyleOptionButton, QWidget

from longstride.core.timeline.clock import Clock
from longstride.ui.look.rings import has_ring, without_ring
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.signs import SIGNS

ENOUGH_TAPS = 6
MOST_TAPS = 24
PAUSE = 2000  # ms after which a new count of taps begins
_LARGE = 30  # px: large enough at any text size
_UNSHAPED = "min-height: 0; padding: 0; border: none; background: transparent;"


class PushButton(QPushButton):
    """Pressed by Enter wherever it has the keyboard.

    Qt's own leaves Enter to the dialog, which presses its default button: the athlete would save
    with the keyboard on Cancel.
    """

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        without_ring(self, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button if the key is Enter, once however long it is held; say whether it was."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


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
        self._large = False
        self.strength = 1.0
        self.show_face(name, sign)
        theme.changed.connect(self.update)

    def make_main(self) -> None:
        """Become the main action: round, in coral."""
        self._main = True

    def make_plain(self) -> None:
        """Become a sign without a ground."""
        self._plain = True

    def make_large(self) -> None:
        """Write the text so that it is read from further away."""
        self._large = True

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
        painter.setPen(self._edge())
        radius = self.height() / 2 if self._main else 12
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)

    def _edge(self) -> QPen:
        if has_ring(self):
            return QPen(self._theme.color("text"), 3)
        bare = self._main or self._plain
        return QPen(Qt.PenStyle.NoPen) if bare else QPen(self._theme.color("faint"), 1)

    def _sign_place(self) -> QRectF:
        side = self.height() * (0.36 if self._main else 0.34)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def _text_font(self) -> QFont:
        font = self._theme.font(15, QFont.Weight.DemiBold)
        if self._large:
            font.setPixelSize(min(self._theme.px(20), max(font.pixelSize(), _LARGE)))
        return font


class SignButton(PushButton):
    """Shows an icon of ``icons``; ``name`` is its tooltip and what a screen reader says."""

    def __init__(self, theme: Theme, name: str, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.setProperty("role", "ghost")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(18)
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        color = self._theme.color("quiet" if self.isEnabled() else "line")
        draw_icon(QPainter(self), self._icon, rect, color)


class TapButton(PushButton):
    """Tap it with the mouse or Space; ``rated`` carries taps a minute once there are enough."""

    rated = Signal(int)

    def __init__(self, clock: Clock, text: str) -> None:
        super().__init__(text)
        self._clock = clock
        self._taps: list[int] = []
        self.setAutoDefault(False)
        self.pressed.connect(self._tap)

    def _tap(self) -> None:
        now = self._clock.now()
        if self._taps and now - self._taps[-1] > PAUSE:
            self._taps.clear()
        self._taps = [*self._taps, now][-MOST_TAPS:]
        if (rate := tap_rate(self._taps)) is not None:
            self.rated.emit(rate)


def tap_rate(taps: Sequence[int]) -> int | None:
    """Return taps a minute from their moments in ms, None while there are too few."""
    if len(taps) < ENOUGH_TAPS or taps[-1] == taps[0]:
        return None
    return round(60_000 * (len(taps) - 1) / (taps[-1] - taps[0]))
