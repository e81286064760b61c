"""How the plan that is followed went, a mark a week."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.core.history.plan.course import Course, CourseWeek, Stand
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.text import label, overline

LEGEND = "A tick is a kept week, a low dotted one a lighter week, a ring a frozen one."
_PITCH, _HIGH, _LOW, _NUMBER = 40, 34, 22, 22  # px


class CourseCard(Card):
    """The weeks of a plan so far; hidden where none is followed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading = overline("Plan", wrap=True)
        self._words = label(role="strong", wrap=True)
        self.strip = CourseStrip(theme)
        for widget in (self._heading, self._words, self.strip):
            self.column.addWidget(widget)
        self.column.addWidget(label(LEGEND, "caption", wrap=True))

    def show_course(self, course: Course | None) -> None:
        """Show where a plan is and how its weeks went."""
        self.setVisible(course is not None)
        if course is None:
            return
        self.setAccessibleName(f"Plan: {course.title}")
        self._heading.setText(f"PLAN: {course.title.upper()}")
        self._heading.setAccessibleName(f"Plan: {course.title}")
        self._words.setText(course.words)
        self.strip.setVisible(bool(course.weeks))
        self.strip.show_weeks(course.weeks)


class CourseStrip(QLabel):
    """A mark for each week with its number in the plan; the newest where not all have room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._weeks: tuple[CourseWeek, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_weeks(self, weeks: tuple[CourseWeek, ...]) -> None:
        """Show weeks, oldest first."""
        self._weeks = weeks
        self.setText("; ".join(f"{full_day(week.start)}: {week.words}" for week in weeks))
        self.setAccessibleName(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(8 * _PITCH), self._theme.px(_HIGH + _NUMBER + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_PITCH), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = self._theme.px(_PITCH)
        room = max(1, self.width() // pitch)
        for place, week in enumerate(self._weeks[-room:]):
            self._paint_week(painter, place * pitch, week)

    def _paint_week(self, painter: QPainter, left: int, week: CourseWeek) -> None:
        px, theme = self._theme.px, self._theme
        height, width = px(_LOW if week.lighter else _HIGH), px(_PITCH - 8)
        mark = QRectF(left + 2, px(_HIGH) + 2 - height, width, height)
        running = week.stand is Stand.RUNNING
        edge = QPen(theme.color("text" if running else "quiet"), px(2))
        edge.setStyle(Qt.PenStyle.DotLine if week.lighter else Qt.PenStyle.SolidLine)
        painter.setPen(edge if week.lighter or running else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sea" if week.stand is Stand.KEPT else "raised"))
        painter.drawRoundedRect(mark, px(8), px(8))
        _paint_sign(painter, mark.center(), week.stand, theme)
        weight = QFont.Weight.DemiBold if running else QFont.Weight.Normal
        painter.setFont(theme.font(13, weight))
        painter.setPen(theme.color("text" if running else "quiet"))
        below = QRectF(mark.left(), px(_HIGH) + 4, width, px(_NUMBER))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(week.number))


def _paint_sign(painter: QPainter, middle: QPointF, stand: Stand, theme: Theme) -> None:
    """Paint the tick of a kept week, or the ring of a frozen one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if stand is Stand.FROZEN:
        painter.setPen(QPen(theme.color("amber"), theme.px(2)))
        painter.drawEllipse(middle, theme.px(5), theme.px(5))
    if stand is Stand.KEPT:
        pen = QPen(theme.color("surface"), theme.px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        unit = theme.px(25) / 10
        corners = ((-1.9, 0.1), (-0.5, 1.5), (2.0, -1.3))
        painter.drawPolyline([middle + QPointF(x, y) * unit for x, y in corners])
