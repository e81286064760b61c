"""How long each area of the body works, as bars with their times beside them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.core.durations import minutes_text
from longstride.ui.look.theme import Theme

_LINE = 30
_NAME, _TIME = 112, 92  # px at 100 %


class AreaBars(QLabel):
    """Shows (area, ms) pairs, the longest first; its text says the same in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._areas: tuple[tuple[str, int], ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_areas(self, areas: tuple[tuple[str, int], ...]) -> None:
        """Show other areas."""
        self._areas = areas
        self.setText(", ".join(f"{area} {minutes_text(ms)}" for area, ms in areas))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(_LINE) * len(self._areas))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(15))
        longest = max((ms for _, ms in self._areas), default=1)
        for number, (area, ms) in enumerate(self._areas):
            top = number * self._theme.px(_LINE)
            self._paint_line(painter, top, area, ms, ms / longest)

    def _paint_line(self, painter: QPainter, top: int, area: str, ms: int, part: float) -> None:
        px, high = self._theme.px, self._theme.px(_LINE)
        line = QRectF(0, top, self.width(), high)
        painter.setPen(self._theme.color("text"))
        painter.drawText(line, _LEFT, area[:1].upper() + area[1:])
        painter.setPen(self._theme.color("quiet"))
        painter.drawText(line, _RIGHT, minutes_text(ms))
        room = self.width() - px(_NAME) - px(_TIME)
        bar = QRectF(px(_NAME), top + (high - px(8)) / 2, max(px(8), room * part), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("quiet"))
        if room > px(24):
            painter.drawRoundedRect(bar, px(4), px(4))


_LEFT = int(Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignRight.value)
