"""How to film a stride that is worth measuring: a drawing, and five things to see to."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.flow_layout import CardGrid
from longstride.ui.widgets.icons import draw_icon
from longstride.ui.widgets.text import button, label

_HEADING = "Filming a stride worth measuring"
# Of what is named first the page can know two; the athlete knows the rest.
ADVICE = (
    ("Side-on", "3 to 5 metres away, square to the lane"),
    ("Hip height", "the lens as high as the hip, the phone on something that stands still"),
    ("Level", "not tilted; a line on the ground in the picture"),
    ("Seen joints", "tight shorts; tape on the hip's outer bone and the outer knee, near leg"),
    ("120 or more", "frames a second, 60 at least; seven strides at the same speed"),
)
LEVEL, FRAMES = 2, 4  # their places
_TOLD = (
    "A drawing: a runner seen from the side, and three to five metres away a phone that stands as "
    "high as the hip, level, and looks square at the lane."
)


class GuideDrawing(QLabel):
    """A runner on a lane, and a phone on a stand that looks at the hip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_TOLD)
        self._theme = theme
        self.setAccessibleName(_TOLD)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / 420, self.height() / 150)
        painter.scale(scale, scale)
        self._paint_ground(painter)
        self._paint_runner(painter)
        self._paint_phone(painter)
        self._paint_sight(painter)

    def _pen(self, role: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(self._theme.color(role), width, style, cap, join)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(self._pen("quiet", 2))
        painter.drawLine(QLineF(10, 136, 410, 136))

    def _paint_runner(self, painter: QPainter) -> None:
        """From the side: one thigh behind the vertical, which is dotted."""
        painter.setPen(self._pen("quiet", 7))
        painter.drawPath(_limbs((104, 76), (126, 92), (116, 116)))
        painter.drawPath(_limbs((110, 42), (128, 56), (142, 46)))
        painter.setPen(self._pen("text", 9))
        painter.drawPath(_limbs((110, 42), (104, 76)))
        painter.setPen(self._pen("coral", 9))
        painter.drawPath(_limbs((104, 76), (90, 106)))
        painter.setPen(self._pen("text", 8))
        painter.drawPath(_limbs((90, 106), (64, 118), (60, 126)))
        painter.setPen(self._pen("text", 2, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(104, 76, 104, 124))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text"))
        painter.drawEllipse(QPointF(115, 24), 11, 11)
        for dot in (QPointF(104, 76), QPointF(90, 106)):
            painter.setBrush(self._theme.color("surface"))
            painter.drawEllipse(dot, 3.4, 3.4)

    def _paint_phone(self, painter: QPainter) -> None:
        """On three legs, its lens at the height of the hip."""
        painter.setPen(self._pen("quiet", 3))
        for foot in (346, 366, 386):
            painter.drawLine(QLineF(366, 92, foot, 135))
        painter.setPen(self._pen("text", 3))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(QRectF(344, 62, 46, 28), 5, 5)
        painter.setBrush(self._theme.color("text"))
        painter.drawEllipse(QPointF(352, 76), 3, 3)

    def _paint_sight(self, painter: QPainter) -> None:
        painter.setPen(self._pen("sea", 2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(112, 76, 338, 76))
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font(15, QFont.Weight.DemiBold))
        if self._theme.scale != 100:
            font = painter.font()
            font.setPixelSize(15)  # the whole drawing is scaled already
            painter.setFont(font)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(150, 48, 190, 24), middle, "3 to 5 m, hip height")


class Advice(QWidget):
    """One thing to see to; a tick where the page knows that it is so."""

    def __init__(self, theme: Theme, title: str, words: str) -> None:
        super().__init__()
        self._words = words
        holder, column = bare_column(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(title, "strong"))
        self._tick = Tick(theme)
        head.addWidget(self._tick)
        head.addStretch(1)
        column.addLayout(head)
        self._text = label(words, "caption", wrap=True)
        column.addWidget(self._text)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(holder)

    def show_known(self, words: str, *, good: bool) -> None:
        """Say what is known of it; "" for nothing."""
        self._tick.setVisible(good)
        self._text.setText(words or self._words)


class Tick(QLabel):
    """Done, in the colour of ease and as a sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("done")
        self.setFixedSize(theme.px(18), theme.px(18))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), "done", QRectF(self.rect()), self._theme.color("sea"))


class GuideCard(Card):
    """The drawing and the advice; ``hidden`` comes when the athlete has read it."""

    hidden = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(_HEADING)
        self.advice = tuple(Advice(theme, title, words) for title, words in ADVICE)
        self.close_it = button("Hide", "ghost")
        self.close_it.setAccessibleName(f"Hide: {_HEADING}")
        self.close_it.clicked.connect(self.hidden)
        head = QHBoxLayout()
        head.addWidget(label(_HEADING, "heading", wrap=True), 1)
        head.addWidget(self.close_it)
        grid, holder = CardGrid(theme, least=170), QWidget()
        for each in self.advice:
            grid.addWidget(each)
        holder.setLayout(grid)
        self.drawing = GuideDrawing(theme)
        self.column.addLayout(head)
        self.column.addWidget(self.drawing)
        self.column.addWidget(holder)

    def show_known(self, tilt: str, fps: int) -> None:
        """Tick what the page knows of an open clip: its level line, and its frames a second."""
        self.advice[LEVEL].show_known(tilt, good=bool(tilt))
        words = f"this clip: {fps} frames a second" if fps else ""
        self.advice[FRAMES].show_known(words, good=fps >= 120)


def _limbs(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path
