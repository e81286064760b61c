"""What a body darkens: the floor under it softly, and close by what it touches."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QRadialGradient,
    QTransform,
)

from longstride.core.figure.body import SIDES, Body
from longstride.core.figure.hands import Surfaces
from longstride.core.figure.prop import Prop
from longstride.core.figure.vectors import Vector, between, minus, plus, unit
from longstride.ui.widgets.figure.look import Look
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.props import surfaces_of

SMALL = 7  # the shadow is painted so many times smaller, and softened by making it large
EDGE = 0.16  # of a shadow that is cut off, where it fades
HIGHEST = 0.55  # body heights above the floor from where nothing is darkened
_TRUNK = (("pelvis", "chest", 0.085), ("chest", "head", 0.05))
_LIMBS = (
    ("hip", "knee", 0.05), ("knee", "heel", 0.032), ("heel", "toe", 0.030),
    ("shoulder", "elbow", 0.032), ("elbow", "hand", 0.024),
)  # fmt: skip
_TOUCHES = (
    ("hand", 0.020, 0.050), ("heel", 0.036, 0.040), ("toe", 0.032, 0.040),
    ("knee", 0.050, 0.050), ("elbow", 0.036, 0.036),
)  # fmt: skip
_BROAD = (("pelvis", 0.085, 0.105), ("chest", 0.080, 0.10), ("head", 0.070, 0.06))

Stroke = tuple[float, float, QPointF, QPointF]


class Touch(NamedTuple):
    """Where a body touches something: two ways along that, and how far it is darkened.

    ``top`` is how high what is under it stands; 0 for the floor and for a wall.
    """

    at: Vector
    along: Vector
    across: Vector
    wide: float
    top: float = 0.0


def paint_shadows(
    painter: QPainter,
    frame: QRectF,
    body: Body,
    place: FigurePlace,
    look: Look,
    props: Sequence[Prop],
) -> None:
    """Paint what a body darkens."""
    paint_floor_shadow(painter, frame, body, place, look)
    for touch in touches(body, surfaces_of(props)):
        if touch.top <= 0:
            paint_touch(painter, touch, place, look)


def paint_floor_shadow(
    painter: QPainter, frame: QRectF, body: Body, place: FigurePlace, look: Look
) -> None:
    """Paint the soft shadow of a body on the floor: small, then made large."""
    strokes = sorted(_strokes(body, place), key=lambda stroke: stroke[0])
    if not strokes:
        return
    whole = _room(strokes)
    room = whole.intersected(frame)
    image = _softened(_drawn(strokes, room, look.shadow))
    if room != whole:
        _fade(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(room, image)


def _strokes(body: Body, place: FigurePlace) -> Iterator[Stroke]:
    """Yield bones let down on the floor: how dark, how wide in pixels, from and to."""
    squash = max(math.sin(math.radians(place.camera.elevation)), 0.12)
    for one, two, radius in _bones():
        a, b = body.joints[one], body.joints[two]
        for start, end in ((a, between(a, b, 0.5)), (between(a, b, 0.5), b)):
            high = max(0.0, (start[1] + end[1]) / 2 - radius)
            dark = max(0.0, 1 - high / HIGHEST) ** 2 * (1.0 if high < 0.02 else 0.62)
            if dark > 0.02:
                wide = 2 * radius * (1 + 1.6 * high) * place.scale * (0.35 + 0.65 * squash)
                yield dark, wide, place.point(_dropped(start)), place.point(_dropped(end))


def _bones() -> Iterator[tuple[str, str, float]]:
    yield from _TRUNK
    for side, _ in SIDES:
        for one, two, radius in _LIMBS:
            yield f"{side}_{one}", f"{side}_{two}", radius


def _dropped(point: Vector) -> Vector:
    """Return where the light throws a point: a little to the right and back."""
    return (point[0] + 0.16 * point[1], 0.0, point[2] - 0.10 * point[1])


def _room(strokes: list[Stroke]) -> QRectF:
    most = max(wide for _, wide, _, _ in strokes) + 3 * SMALL
    xs = [p.x() for stroke in strokes for p in stroke[2:]]
    ys = [p.y() for stroke in strokes for p in stroke[2:]]
    box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    return box.adjusted(-most, -most, most, most)


def _drawn(strokes: list[Stroke], room: QRectF, color: QColor) -> QImage:
    """Return the shadow drawn small; where two lie, the darker wins."""
    size = (room.size() / SMALL).toSize()
    image = QImage(size.width() + 1, size.height() + 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.scale(image.width() / room.width(), image.height() / room.height())
    painter.translate(-room.topLeft())
    ink = QColor(color)
    for dark, wide, one, two in strokes:
        ink.setAlpha(int(color.alpha() * dark))
        painter.setPen(QPen(ink, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(one, two)
    painter.end()
    return image


def _softened(image: QImage) -> QImage:
    """Return an image scaled down and up again."""
    wide, high = image.width(), image.height()
    for share in (2, 1, 3, 1):
        image = image.scaled(
            max(wide // share, 1), max(high // share, 1),
            Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
    return image


def _fade(image: QImage) -> None:
    """Let a shadow end softly where the frame would cut it off."""
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for end in (image.width(), 0), (0, image.height()):
        ink = QLinearGradient(0, 0, *end)
        for stop, share in ((0.0, 0.0), (EDGE, 1.0), (1 - EDGE, 1.0), (1.0, 0.0)):
            ink.setColorAt(stop, QColor.fromRgbF(0, 0, 0, share))
        painter.fillRect(image.rect(), ink)
    painter.end()


def touches(body: Body, surfaces: Surfaces) -> Iterator[Touch]:
    """Yield where a body touches the floor, a top or a wall."""
    for name, reach, wide in (*_sided(), *_BROAD):
        at = body.joints[name]
        for top in (0.0, *(high for left, right, high in surfaces.tops if left <= at[0] <= right)):
            if -0.03 < at[1] - top < reach:
                level = _level(body, name)
                across = (-level[2], 0.0, level[0])
                yield Touch((at[0], top, at[2]), level, across, wide, top)
        if surfaces.wall is not None and abs(at[0] - surfaces.wall) < reach:
            spot = (surfaces.wall, at[1], at[2])
            yield Touch(spot, (0.0, 1.0, 0.0), (0.0, 0.0, 1.0), wide)


def _sided() -> Iterator[tuple[str, float, float]]:
    for side, _ in SIDES:
        for name, reach, wide in _TOUCHES:
            yield f"{side}_{name}", reach, wide


def _level(body: Body, name: str) -> Vector:
    """Return the way along the floor that a touching part is longer."""
    side, _, joint = name.partition("_")
    if joint in {"heel", "toe"}:
        way = minus(body.joints[f"{side}_toe"], body.joints[f"{side}_heel"])
        return unit((way[0], 0.0, way[2]), (1.0, 0.0, 0.0))
    return (1.0, 0.0, 0.0)


def paint_touch(painter: QPainter, touch: Touch, place: FigurePlace, look: Look) -> None:
    """Paint the small dark shadow of a touch."""
    middle = place.point(touch.at)
    one = place.point(plus(touch.at, touch.along, touch.wide * 1.25)) - middle
    two = place.point(plus(touch.at, touch.across, touch.wide * 0.85)) - middle
    painter.save()
    painter.setTransform(
        QTransform(one.x(), one.y(), two.x(), two.y(), middle.x(), middle.y()), combine=True
    )
    color = look.shadow
    ink = QRadialGradient(QPointF(0, 0), 1.0)
    for stop, share in ((0.0, 1.0), (0.45, 0.75), (1.0, 0.0)):
        color.setAlpha(int(look.shadow.alpha() * share))
        ink.setColorAt(stop, color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
    painter.restore()
