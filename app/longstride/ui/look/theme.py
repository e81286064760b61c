"""Colour, type and size: one look for every page, in a dark and a light palette.

How a widget uses it. Standard widgets (labels, buttons, sliders, ...) need nothing: the
stylesheet set by ``apply_theme`` paints them, and a dynamic property picks the variant::

    label.setProperty("role", "quiet")       # see stylesheet.py for the roles

A widget that paints itself takes the window's ``Theme`` in its constructor, reads it inside
``paintEvent`` and ``sizeHint`` (never keeps a colour or a font), and refreshes on ``changed``::

    class BreathRing(QWidget):
        def __init__(self, theme: Theme) -> None:
            super().__init__()
            self._theme = theme
            theme.changed.connect(self.updateGeometry)
            theme.changed.connect(self.update)

        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.setBrush(self._theme.color("sea"))
            painter.setFont(self._theme.font(44, QFont.Weight.Bold))
            pen_width = self._theme.px(6)    # 6 px at 100 %

So a change of palette, text size or motion shows at once, without a restart.
"""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from longstride.ui.look.palette import DARK, Palette
from longstride.ui.look.typeface import typeface

TYPE = (13, 15, 17, 20, 30, 44)


class Wears(NamedTuple):
    """What figures are dressed in; ``simple`` ones are flat, for machines that are slow."""

    kit: str = "slate"
    skin: str = "light"
    simple: bool = False


PLAIN = Wears()


def font(size: int, weight: QFont.Weight = QFont.Weight.Normal, scale: int = 100) -> QFont:
    """Return Longstride's typeface at ``size`` px (at 100 %), with figures of equal width."""
    made = typeface()
    made.setPixelSize(max(1, round(size * scale / 100)))
    made.setWeight(weight)
    return made


class Theme(QObject):
    """The look in force in one window; handed down to every widget that paints itself."""

    changed = Signal()

    def __init__(
        self,
        palette: Palette = DARK,
        scale: int = 100,
        reduced_motion: bool = False,
        parent: QObject | None = None,
        figure: Wears = PLAIN,
    ) -> None:
        super().__init__(parent)
        self._figure = figure
        self._palette = palette
        self._scale = scale
        self._reduced_motion = reduced_motion

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def scale(self) -> int:
        """Text size in per cent, 100-200."""
        return self._scale

    @property
    def reduced_motion(self) -> bool:
        """True where only key poses and whole states are to be shown."""
        return self._reduced_motion

    @property
    def figure(self) -> Wears:
        """What figures are dressed in."""
        return self._figure

    def change(
        self, palette: Palette, scale: int, reduced_motion: bool, figure: Wears | None = None
    ) -> None:
        """Put another look in force and tell everyone, if it is another; None leaves figures."""
        new = (palette, scale, reduced_motion, figure or self._figure)
        if new == (self._palette, self._scale, self._reduced_motion, self._figure):
            return
        self._palette, self._scale, self._reduced_motion, self._figure = new
        self.changed.emit()

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """Return a colour by its name in Palette, such as "sea"; alpha 0-1."""
        color = QColor(getattr(self._palette, role))
        color.setAlphaF(alpha)
        return color

    def font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the typeface at ``size`` px (one of TYPE) times the text size."""
        return font(size, weight, self._scale)

    def px(self, length: float) -> int:
        """Return a length given for 100 % in pixels at the present text size."""
        return round(length * self._scale / 100)


def apply_theme(app: QApplication, palette: Palette, scale: int) -> None:
    """Dress every standard widget of the application; call again to change the look live.

    It is drawn on the style Fusion, which the program asks for when it is made.
    """
    from longstride.ui.look.stylesheet import stylesheet

    app.setFont(font(15, scale=scale))
    app.setPalette(_qpalette(palette))
    app.setStyleSheet(stylesheet(palette, scale))


def _qpalette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: palette.ground,
        role.WindowText: palette.text,
        role.Base: palette.surface,
        role.AlternateBase: palette.raised,
        role.Text: palette.text,
        role.PlaceholderText: palette.quiet,
        role.Button: palette.raised,
        role.ButtonText: palette.text,
        role.ToolTipBase: palette.raised,
        role.ToolTipText: palette.text,
        role.Highlight: palette.text,
        role.HighlightedText: palette.surface,
        role.Link: palette.sea,
        role.Accent: palette.sea,
    }
    made = QPalette(QColor(palette.raised), QColor(palette.ground))
    for name, color in colors.items():
        made.setColor(name, QColor(color))
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(palette.faint))
    return made
