"""Where it hurts, offered in one tap while a flow goes on; nobody has to answer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.buttons import IconButton
from longstride.ui.widgets.fit_text import FitText
from longstride.ui.widgets.text import capital

ASKED = "Where? Drills that work on it are left out too."
_HIGH, _GAP = 44, 8  # px at 100 %


class PlaceRow(QWidget):
    """A question and a button for each place; ``named`` carries which one, from 0.

    Hidden while there is none to name.
    """

    named = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Where it hurts")
        self._asked = FitText(theme, 15, 13, role="quiet", parent=self)
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

    def height_for(self, width: int) -> int:
        """Return the px that all of it needs at a width; 0 while it is hidden."""
        return 0 if self.isHidden() else self._arrange(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.width())

    def _button(self, number: int, place: str) -> IconButton:
        button = IconButton(
            self._theme, f"{number + 1}  {capital(place)}", "", str(number + 1), self
        )
        button.setAccessibleName(capital(place))
        button.clicked.connect(lambda: self.named.emit(number))
        button.show()
        return button

    def _arrange(self, width: int) -> int:
        """Place the question above and the buttons below it, on as many lines as they need."""
        px = self._theme.px
        line, high, gap = px(22), px(_HIGH), px(_GAP)
        self._asked.setGeometry(0, 0, width, line)
        x, y = 0, line + gap // 2
        for button in self.buttons:
            wide = min(width, button.text_width(button.text()) + px(28))
            if x and x + wide > width:
                x, y = 0, y + high + gap
            button.setGeometry(x, y, wide, high)
            x += wide + gap
        return y + high
