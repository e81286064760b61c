"""Line icons drawn on a grid of 20 by 20, in any colour and size."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from longstride.ui.look.theme import Theme


def draw_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draw the icon ``name`` into ``rect``; KeyError for a name that does not exist."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 20, rect.height() / 20)
    pen = QPen(color, 2.4 if name == "mark" else 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_ICONS[name]())
    painter.restore()


def icon(name: str, side: int, color: QColor) -> QIcon:
    """Return the icon ``name``, ``side`` px wide, for what paints itself."""
    drawing = QPixmap(side, side)
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    draw_icon(painter, name, QRectF(0, 0, side, side), color)
    painter.end()
    return QIcon(drawing)


def draw_opener(field: QWidget, theme: Theme) -> None:
    """Draw at a field's right end what says that a list or a calendar opens from it."""
    side = theme.px(18)
    left = field.width() - side - theme.px(12)
    rect = QRectF(left, (field.height() - side) / 2, side, side)
    draw_icon(QPainter(field), "down", rect, theme.color("quiet"))


def _mark() -> QPainterPath:
    path = QPainterPath(QPointF(1.6, 15.5))
    path.cubicTo(4.6, 14.2, 5, 5.2, 10, 5.2)
    path.cubicTo(15, 5.2, 15.4, 14.2, 18.4, 15.5)
    return path


def _today() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(2.5, 4, 15, 13.5), 3, 3)
    path.moveTo(2.5, 8.4)
    path.lineTo(17.5, 8.4)
    for x in (6.5, 13.5):
        path.moveTo(x, 2)
        path.lineTo(x, 5)
    path.moveTo(7, 12.9)
    path.lineTo(9.2, 15)
    path.lineTo(13.2, 11)
    return path


def _flows() -> QPainterPath:
    path = QPainterPath()
    for y in (5, 10, 15):
        path.moveTo(2, y)
        path.cubicTo(5.5, y - 4, 7.5, y - 4, 10, y)
        path.cubicTo(12.5, y + 4, 14.5, y + 4, 18, y)
    return path


def _review() -> QPainterPath:
    path = QPainterPath()
    for x, top in ((3.5, 11.5), (10, 7), (16.5, 3)):
        path.moveTo(x, 17)
        path.lineTo(x, top)
    return path


def _settings() -> QPainterPath:
    path = QPainterPath()
    for y, knob in ((5.0, 13.0), (15.0, 7.0)):
        path.moveTo(2, y)
        path.lineTo(knob - 2.6, y)
        path.addEllipse(QPointF(knob, y), 2.6, 2.6)
        path.moveTo(knob + 2.6, y)
        path.lineTo(18, y)
    return path


def _polyline(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path


def _close() -> QPainterPath:
    path = _polyline((5, 5), (15, 15))
    path.moveTo(15, 5)
    path.lineTo(5, 15)
    return path


def _save() -> QPainterPath:
    path = _polyline((10, 3), (10, 12.5))
    path.addPath(_polyline((6, 8.8), (10, 12.8), (14, 8.8)))
    path.addPath(_polyline((3.5, 16.5), (16.5, 16.5)))
    return path


def _search() -> QPainterPath:
    path = _polyline((12.4, 12.4), (17, 17))
    path.addEllipse(QPointF(8.2, 8.2), 5.6, 5.6)
    return path


def _drills() -> QPainterPath:
    """Someone in a long lunge."""
    path = QPainterPath()
    path.addEllipse(QPointF(10.4, 3.6), 2.1, 2.1)
    path.addPath(_polyline((10, 7.2), (8.8, 12), (14, 12.6), (14, 17.2), (16.4, 17.2)))
    path.addPath(_polyline((8.8, 12), (7, 16.4), (2.6, 17.2)))
    return path


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(10, 10), 7.8, 7.8)
    return path


def _help() -> QPainterPath:
    path = _circle()
    path.moveTo(7.6, 7.9)
    path.cubicTo(7.8, 4.9, 12.3, 4.9, 12.3, 7.8)
    path.cubicTo(12.3, 9.7, 10, 9.6, 10, 11.7)
    path.addPath(_polyline((10, 14.3), (10, 14.4)))
    return path


def _about() -> QPainterPath:
    path = _circle()
    path.addPath(_polyline((10, 9.2), (10, 14)))
    path.addPath(_polyline((10, 6), (10, 6.1)))
    return path


def _done() -> QPainterPath:
    path = _circle()
    path.addPath(_polyline((6.4, 10.4), (9, 13), (13.8, 7.4)))
    return path


def _trouble() -> QPainterPath:
    path = _polyline((10, 2.8), (18, 17), (2, 17), (10, 2.8))
    path.addPath(_polyline((10, 8), (10, 12)))
    path.addPath(_polyline((10, 14.5), (10, 14.6)))
    return path


def _play() -> QPainterPath:
    return _polyline((6.5, 4), (15, 10), (6.5, 16), (6.5, 4))


def _plan() -> QPainterPath:
    """Two hills, the second one higher."""
    path = QPainterPath(QPointF(1.8, 16))
    path.cubicTo(4, 15.6, 4.4, 8.6, 6.6, 8.6)
    path.cubicTo(8.6, 8.6, 8.6, 14.4, 9.8, 14.4)
    path.cubicTo(11.4, 14.4, 11.2, 4, 13.6, 4)
    path.cubicTo(16, 4, 16, 15.6, 18.2, 16)
    return path


def _measure() -> QPainterPath:
    """An angle, with its arc."""
    path = _polyline((15.5, 3.5), (3, 16.5), (18, 16.5))
    path.moveTo(12.4, 16.5)
    path.cubicTo(12.4, 13.6, 11.4, 11.4, 9.6, 9.7)
    return path


def _undo() -> QPainterPath:
    path = _polyline((7, 3.5), (3.5, 7), (7, 10.5))
    path.moveTo(3.5, 7)
    path.lineTo(11.5, 7)
    path.cubicTo(18, 7, 18, 16, 11.5, 16)
    path.lineTo(8, 16)
    return path


def _redo() -> QPainterPath:
    return QTransform(-1, 0, 0, 1, 20, 0).map(_undo())


def _star() -> QPainterPath:
    points = [
        (10 + reach * math.sin(math.pi * n / 5), 10.6 - reach * math.cos(math.pi * n / 5))
        for n in range(11)
        for reach in ((8.2, 3.6)[n % 2],)
    ]
    return _polyline(*points)


def _share() -> QPainterPath:
    path = _polyline((10, 12.5), (10, 2.8))
    path.addPath(_polyline((6.2, 6.4), (10, 2.6), (13.8, 6.4)))
    path.addPath(_polyline((6, 9.5), (3.5, 9.5), (3.5, 17), (16.5, 17), (16.5, 9.5), (14, 9.5)))
    return path


def _add() -> QPainterPath:
    path = _polyline((10, 4), (10, 16))
    path.addPath(_polyline((4, 10), (16, 10)))
    return path


def _list() -> QPainterPath:
    path = QPainterPath()
    for y in (5, 10, 15):
        path.addPath(_polyline((3, y), (3.1, y)))
        path.addPath(_polyline((7, y), (17, y)))
    return path


def _tiles() -> QPainterPath:
    path = QPainterPath()
    for x in (3.5, 11.5):
        for y in (3.5, 11.5):
            path.addRoundedRect(QRectF(x, y, 5, 5), 1.2, 1.2)
    return path


_ICONS: dict[str, Callable[[], QPainterPath]] = {
    "mark": _mark,
    "today": _today,
    "plan": _plan,
    "flows": _flows,
    "drills": _drills,
    "measure": _measure,
    "undo": _undo,
    "redo": _redo,
    "search": _search,
    "play": _play,
    "review": _review,
    "settings": _settings,
    "close": _close,
    "help": _help,
    "about": _about,
    "done": _done,
    "trouble": _trouble,
    "down": lambda: _polyline((5, 7.5), (10, 12.5), (15, 7.5)),
    "back": lambda: _polyline((12.5, 4.5), (7, 10), (12.5, 15.5)),
    "forward": lambda: _polyline((7.5, 4.5), (13, 10), (7.5, 15.5)),
    "up": lambda: _polyline((4.5, 12.5), (10, 7), (15.5, 12.5)),
    "list": _list,
    "tiles": _tiles,
    "save": _save,
    "star": _star,
    "share": _share,
    "add": _add,
    "tick": lambda: _polyline((4, 10.5), (8.2, 14.7), (16, 5.8)),
}
