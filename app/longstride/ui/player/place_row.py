"""Where it hurts, offered in one tap while a flow goes on; nobody has to answer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import IconButton
from longstride.ui.widgets.fit_text import FitText
from longstride.ui.widgets.text import capital

ASKED = "Where does it hurt? Drills for that place are left out too."
_LINE, _HIGH, _GAP = 40, 56, 8  # px at 100 %


class PlaceRow(QWidget):
    """A question and a button for each place; ``named`` carries which one, from 0.

    Hidden while there is none to name. It takes one line at most, so that the work stays readable:
    what has no room there is asked about after the flow.
    """

    named = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Where it hurts")
        self._asked = FitText(theme, 30, 13, role="quiet", parent=self)
        self._asked.show_text(ASKED)
        self.buttons: list[IconButton] = []
        self.hide()

    def show_places(self, places: tuple[str, ...]) -> None:
        """Offer places in words, or none."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(n, place) for n, place in enumerate(places)]
        self.setVisible(bool(places))
        self._arrange()

    def height_for(self, page: int) -> int:
        """Return the px that it takes on a page so many px high; 0 while it is hidden."""
        if self.isHidden():
            return 0
        line, button = self._theme.px(_LINE), self._theme.px(_HIGH)
        return min(line + button, page // 7) + self._theme.px(_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _button(self, number: int, place: str) -> IconButton:
        button = IconButton(
            self._theme, f"{number + 1}  {capital(place)}", "", str(number + 1), self
        )
        button.make_large()
        button.setAccessibleName(capital(place))
        button.clicked.connect(lambda: self.named.emit(number))
        button.show()
        return button

    def _arrange(self) -> None:
        """Place the question above and the buttons below it: those that one line has room for."""
        px, wide = self._theme.px, self.width()
        gap = px(_GAP)
        high = self.height() - gap
        line = high * _LINE // (_LINE + _HIGH)
        self._asked.setGeometry(0, 0, wide, line)
        x = 0
        for button in self.buttons:
            needed = button.text_width(button.text()) + px(28)
            button.setVisible(x + needed <= wide or not x)
            button.setGeometry(x, line, min(wide, needed), high - line)
            x += needed + gap
