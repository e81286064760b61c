"""Labels and buttons in the roles of the stylesheet; text is always plain, never markup."""

import re
import textwrap

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from longstride.ui.look.rings import has_ring
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import PushButton
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.icons import draw_icon, draw_opener

_LONG_WORD = re.compile(r"\S{24,}")
_LONG_NAME = re.compile(r"[^/]{50,}")  # in a path, which breaks at its slashes by itself
_SOFT_HYPHEN = "\u00ad"
_RING = 2  # px, as in the stylesheet


def breakable(text: str) -> str:
    """Return a text whose very long words have soft hyphens, so that no column cuts them off.

    A path has none where it can do without: they would be copied along with it.
    """
    return _LONG_WORD.sub(lambda word: _in_parts(word[0]), text)


def _in_parts(word: str) -> str:
    if "/" in word:
        return _LONG_NAME.sub(lambda name: _hyphened(name[0]), word)
    return _hyphened(word)


def _hyphened(word: str) -> str:
    return _SOFT_HYPHEN.join(textwrap.wrap(word, 8))


def capital(text: str) -> str:
    """Return a text with a capital first; ``str.capitalize`` would lower all the others."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return words as a sentence, "" for none."""
    return f"{capital(text)}." if text else ""


class Paragraph(QLabel):
    """A label that breaks lines: as high as its column's width asks for, and not more."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show a text; a word longer than a narrow column may be broken."""
        super().setText(breakable(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Return one line; Qt's own answer would reserve lines for a narrower column."""
        return QSize(0, self.fontMetrics().height())


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """Return a label; ``wrap`` lets it break lines and grow with its column."""
    made = Paragraph(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def overline(text: str, wrap: bool = False) -> QLabel:
    """Return a small heading in capitals that a screen reader still reads as words."""
    made = label(text.upper(), "overline", wrap)
    made.setAccessibleName(text)
    return made


def button(text: str, role: str = "") -> QPushButton:
    """Return a push button that is not made a dialog's default by accident."""
    made = Button(text.replace("&", "&&"))
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if role:
        made.setProperty("role", role)
    return made


class Button(PushButton):
    """A push button whose ring of the focus stands off from its body.

    The stylesheet draws the ring at the edge. On coral it would hardly be seen, so that a gap in
    the colour of the cards lies between the two; without the focus all buttons are of one size.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not has_ring(self):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.Base), _RING))
        place = QRectF(self.rect()).marginsRemoved(QMarginsF(*[1.5 * _RING] * 4))
        radius = (
            place.height() / 2
            if self.property("role") in {"chip", "pick"}
            else place.height() * 0.27
        )
        painter.drawRoundedRect(place, radius, radius)


class SignedButton(Button):
    """A button with an icon before its words."""

    def __init__(self, theme: Theme, icon: str, text: str) -> None:
        super().__init__(text)
        self._theme, self._icon = theme, icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("kind", "signed")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(18)
        place = QRectF(self._theme.px(17), (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), self._icon, place, self._theme.color("text"))


class MenuButton(Button):
    """A quiet button from which a menu opens; an arrow says so."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("role", "ghost")
        self.setProperty("kind", "menu")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_opener(self, self._theme)


def clear(layout: QLayout) -> None:
    """Remove and delete every widget of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()  # gone from sight now, from memory when Qt has time
            widget.deleteLater()


class Pills(QWidget):
    """A row of short facts that breaks where the column ends."""

    def __init__(self, texts: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._row = FlowLayout(self, gap=6)
        self.show_texts(texts)

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Replace the facts; one that says nothing is left out."""
        clear(self._row)
        for text in filter(None, texts):
            self._row.addWidget(label(text, "pill"))
