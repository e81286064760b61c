"""A whole number between a minus and a plus, and one digit of a tempo."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.writing import is_undo

_END = 28  # px at 100 %: the room of a sign at either end
FAST = 10  # the value of a phase that is as fast as control allows


class Amount(QSpinBox):
    """A number that is typed, or stepped by its signs, the arrows and the page keys.

    The wheel scrolls the page and never changes it. What is typed is told once it is meant:
    with each digit, so that a total can follow.
    """

    def __init__(self, theme: Theme, name: str, limits: tuple[int, int], unit: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(*limits)
        self.setSuffix(f" {unit}" if unit else "")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(False)

    def show_number(self, number: int) -> None:
        """Show a number without telling of a change."""
        if number != self.value():
            self.blockSignals(True)
            self.setValue(number)
            self.blockSignals(False)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(f"{self.maximum()}{self.suffix()} ")
        width = text + 2 * self._theme.px(_END) + 4
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if is_undo(event):  # it belongs to all that is written, not to this number alone
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        by = self._sign_at(event.position().x())
        if by and event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.stepBy(by)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        end = self._theme.px(_END)
        self.lineEdit().setGeometry(end, 2, max(0, self.width() - 2 * end), self.height() - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for by, x in ((-1, self._theme.px(16)), (1, self.width() - self._theme.px(16))):
            at_end = self.value() == (self.minimum() if by < 0 else self.maximum())
            quiet = self._theme.color("faint" if at_end or not self.isEnabled() else "text")
            painter.setPen(QPen(quiet, self._theme.px(2)))
            side, y = self._theme.px(5), self.height() / 2
            painter.drawLine(round(x - side), round(y), round(x + side), round(y))
            if by > 0:
                painter.drawLine(round(x), round(y - side), round(x), round(y + side))

    def _sign_at(self, x: float) -> int:
        """Return what a press steps by, 0 between the signs."""
        end = self._theme.px(_END)
        return -1 if x < end else 1 if x > self.width() - end else 0


class TempoDigit(Amount):
    """The seconds of one phase, 0 where it may be left out; ``FAST`` reads "fast"."""

    def __init__(self, theme: Theme, name: str, color: str, *, may_be_fast: bool) -> None:
        self._may_be_fast = may_be_fast
        super().__init__(theme, name, (int(may_be_fast), FAST if may_be_fast else 9))
        self._color = color
        theme.changed.connect(self._dye)
        self._dye()

    def sizeHint(self) -> QSize:
        widest = "fast " if self._may_be_fast else "9 s "
        width = self.fontMetrics().horizontalAdvance(widest) + 2 * self._theme.px(_END) + 8
        return QSize(width, super().sizeHint().height())

    @property
    def digit(self) -> str:
        """The digit as a tempo has it."""
        return "X" if self._may_be_fast and self.value() == FAST else str(self.value())

    def show_digit(self, digit: str) -> None:
        """Show a digit of a tempo without telling of a change."""
        self.show_number(FAST if digit == "X" else int(digit))

    def textFromValue(self, value: int) -> str:
        return "fast" if self._may_be_fast and value == FAST else f"{value} s"

    def valueFromText(self, text: str) -> int:
        word = text.removesuffix("s").strip().casefold()
        if "x" in word or "f" in word:
            return FAST
        return int(word) if word.isdigit() else self.minimum()

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        word = text.removesuffix("s").strip().casefold()
        if word in {"x", "fast", "fa"} and self._may_be_fast:
            return QValidator.State.Acceptable, text, place
        if not word or (self._may_be_fast and "fast".startswith(word)):
            return QValidator.State.Intermediate, text, place
        right = word.isdigit() and len(word) == 1 and int(word) >= self.minimum()
        return (QValidator.State.Acceptable if right else QValidator.State.Invalid), text, place

    def _dye(self) -> None:
        self.setStyleSheet(f"QSpinBox {{ color: {self._theme.color(self._color).name()}; }}")
