"""A runner on a lane, drawn: pictures of a stride whose angles are known."""

from math import cos, pi, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from longstride.core.history.angle import By, Point
from longstride.ui.measure.placed import Mark

WIDTH, HEIGHT = 960, 540
HIP = (500.0, 270.0)
HANGING_HIP, HANGING_KNEE = (0.5, 0.5), (0.355, 0.55)
THIGH, TRUNK = 96.0, 110.0


def joints(thigh_deg: float, lean_deg: float = 7) -> dict[Mark, tuple[float, float]]:
    """Where shoulder, hip and knee are in px of a runner who faces right."""
    back, lean = radians(thigh_deg), radians(lean_deg)
    x, y = HIP
    return {
        Mark.SHOULDER: (x + TRUNK * sin(lean), y - TRUNK * cos(lean)),
        Mark.HIP: HIP,
        Mark.KNEE: (x - THIGH * sin(back), y + THIGH * cos(back)),
    }


def points(thigh_deg: float, by: By = By.HAND) -> dict[Mark, Point]:
    """The points of a runner, and a level line."""
    body = {mark: Point(x / WIDTH, y / HEIGHT, by) for mark, (x, y) in joints(thigh_deg).items()}
    return {Mark.LEVEL_START: Point(0.05, 0.92), Mark.LEVEL_END: Point(0.95, 0.92), **body}


def runner(thigh_deg: float) -> QImage:
    """Draw a runner with the near thigh so far behind the vertical."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    image.fill(QColor("#71828d"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 190, WIDTH, 90), QColor("#5b7757"))
    painter.fillRect(QRectF(0, 280, WIDTH, 260), QColor("#7d4a3a"))
    for y in (282, 350, 430, 520):
        painter.fillRect(QRectF(0, y, WIDTH, 3), QColor("#c9b2a4"))
    _body(painter, thigh_deg)
    painter.end()
    return image


def lying() -> QImage:
    """Draw somebody on a table's end, one leg hanging a little below the horizontal."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    image.fill(QColor("#8a8478"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(460, 300, 430, 24), QColor("#4a3a2e"))
    painter.fillRect(QRectF(500, 324, 24, 216), QColor("#4a3a2e"))
    hip, knee = (QPointF(x * WIDTH, y * HEIGHT) for x, y in (HANGING_HIP, HANGING_KNEE))
    for color, width, ends in (
        ("#2b6d62", 44, (hip, QPointF(760, 272))),
        ("#8a5f46", 28, (hip, QPointF(600, 170))),
        ("#c28d68", 28, (hip, knee)),
        ("#c28d68", 22, (knee, knee + QPointF(6, 130))),
    ):
        painter.setPen(QPen(QColor(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(*ends)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#c28d68"))
    painter.drawEllipse(QPointF(820, 262), 26, 26)
    painter.end()
    return image


def hanging() -> dict[Mark, Point]:
    """The points of it: 11 degrees below the horizontal."""
    return {
        Mark.LEVEL_START: Point(0.66, 0.556),
        Mark.LEVEL_END: Point(0.92, 0.556),
        Mark.HIP: Point(*HANGING_HIP),
        Mark.KNEE: Point(*HANGING_KNEE),
    }


def stride(phase: float) -> float:
    """Return the thigh's angle at a part of a stride, 0-1: furthest back at 0.25."""
    return 18 * sin(2 * pi * phase)


def _body(painter: QPainter, thigh_deg: float) -> None:
    found = {mark: QPointF(*at) for mark, at in joints(thigh_deg).items()}
    hip, knee, shoulder = found[Mark.HIP], found[Mark.KNEE], found[Mark.SHOULDER]
    far = hip + QPointF(70, 62)
    for color, width, ends in (
        ("#8a5f46", 26, (hip, far)),
        ("#8a5f46", 20, (far, far + QPointF(-40, 84))),
        ("#1a2230", 34, (hip, (hip + knee) / 2)),
        ("#c28d68", 28, ((hip + knee) / 2, knee)),
        ("#c28d68", 22, (knee, knee + QPointF(-66, 62))),
        ("#2b6d62", 44, (shoulder, hip)),
    ):
        painter.setPen(QPen(QColor(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(*ends)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#c28d68"))
    painter.drawEllipse(shoulder + QPointF(14, -58), 24, 24)
