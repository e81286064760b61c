"""Signs for the controls of the player, painted as paths."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


def _triangle(place: QRectF, rightwards: bool) -> QPainterPath:
    tip, back = (place.right(), place.left()) if rightwards else (place.left(), place.right())
    path = QPainterPath(QPointF(back, place.top()))
    path.lineTo(tip, place.center().y())
    path.lineTo(back, place.bottom())
    path.closeSubpath()
    return path


def _bar(place: QRectF, left: float, width: float) -> QPainterPath:
    path = QPainterPath()
    bar = QRectF(place.left() + left * place.width(), place.top(), width * place.width(), 0)
    bar.setHeight(place.height())
    path.addRoundedRect(bar, 1.5, 1.5)
    return path


def _play(place: QRectF) -> QPainterPath:
    return _triangle(place.translated(place.width() * 0.08, 0), True)


def _pause(place: QRectF) -> QPainterPath:
    return _bar(place, 0.08, 0.28).united(_bar(place, 0.64, 0.28))


def _back(place: QRectF) -> QPainterPath:
    return _triangle(place, False).united(_bar(place, 0, 0.16))


def _next(place: QRectF) -> QPainterPath:
    return _triangle(place, True).united(_bar(place, 0.84, 0.16))


def _cross(place: QRectF) -> QPainterPath:
    path = QPainterPath(place.topLeft())
    path.lineTo(place.bottomRight())
    path.moveTo(place.topRight())
    path.lineTo(place.bottomLeft())
    return path


def _corners(place: QRectF) -> QPainterPath:
    arm = place.width() * 0.32
    path = QPainterPath()
    for x, dx in ((place.left(), arm), (place.right(), -arm)):
        for y, dy in ((place.top(), arm), (place.bottom(), -arm)):
            path.moveTo(x + dx, y)
            path.lineTo(x, y)
            path.lineTo(x, y + dy)
    return path


def _question(place: QRectF) -> QPainterPath:
    middle, top, high = place.center().x(), place.top(), place.height()
    arm = place.width() * 0.3
    path = QPainterPath(QPointF(middle - arm, top + high * 0.28))
    path.cubicTo(
        middle - arm,
        top - high * 0.1,
        middle + arm,
        top - high * 0.1,
        middle + arm,
        top + high * 0.28,
    )
    path.cubicTo(
        middle + arm, top + high * 0.5, middle, top + high * 0.46, middle, top + high * 0.72
    )
    path.moveTo(middle, top + high * 0.98)
    path.lineTo(middle, top + high)
    return path


def _speech(place: QRectF, lines: tuple[float, ...]) -> QPainterPath:
    """Return what somebody says, drawn as a line, with lines of words so many parts wide."""
    wide, high = place.width() * 1.2, place.height()
    left, top = place.center().x() - wide / 2, place.top()
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, wide, high * 0.8), high * 0.16, high * 0.16)
    tail = QPainterPath(QPointF(left + wide * 0.2, top + high * 0.7))
    tail.lineTo(left + wide * 0.2, top + high * 1.1)
    tail.lineTo(left + wide * 0.52, top + high * 0.7)
    path = path.united(tail)
    for number, part in enumerate(lines, start=1):
        y = top + high * 0.8 * number / (len(lines) + 1)
        path.moveTo(left + wide * 0.22, y)
        path.lineTo(left + wide * (0.22 + 0.56 * part), y)
    return path


SIGNS: dict[str, Callable[[QRectF], QPainterPath]] = {
    "play": _play,
    "pause": _pause,
    "back": _back,
    "next": _next,
    "cross": _cross,
    "corners": _corners,
    "question": _question,
    "less": lambda place: _speech(place, (0.6,)),
    "more": lambda place: _speech(place, (1.0, 0.6)),
}
