"""The mannequin: a figure's stance painted into a frame, at the same scale all through a drill."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from longstride.core.figure.body import Body
from longstride.core.figure.figure import Figure, Stance
from longstride.core.figure.muscles import line
from longstride.core.figure.skeleton import Joints, Point, View, flesh
from longstride.core.figure.vectors import Vector
from longstride.ui.look.palette import Palette
from longstride.ui.widgets.figure.props import paint_props, paint_ties
from longstride.ui.widgets.figure.shapes import disc, smooth, taper

LINE = 0.021  # the width of a working muscle's line, in body heights
BREATH = 0.10  # how much wider a full chest is
SHADOW = 0.030  # half the height of the shadow on the floor
MARGIN = 0.05
_LEG = (("hip", "knee"), ("knee", "heel"), ("heel", "toe"))
_ARM = (("shoulder", "elbow"), ("elbow", "hand"))


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Where body heights come to lie: ``scale`` pixels each from the ``origin`` on the floor."""

    origin: QPointF
    scale: float
    flipped: bool = False

    def point(self, point: Point | Vector) -> QPointF:
        """Return a point of the figure in pixels."""
        x = -point[0] if self.flipped else point[0]
        return QPointF(self.origin.x() + x * self.scale, self.origin.y() - point[1] * self.scale)

    def box(self, left: float, bottom: float, right: float, top: float) -> QRectF:
        """Return a rectangle of the figure in pixels."""
        return QRectF(self.point((left, top)), self.point((right, bottom))).normalized()


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one figure on one ground."""

    near: QColor
    far: QColor
    seam: QColor
    ghost: QColor
    thing: QColor
    edge: QColor
    shadow: QColor
    tie: QColor
    work: QColor
    rest: QColor

    @classmethod
    def of(
        cls,
        palette: Palette,
        ground: str = "ground",
        *,
        kit: str = "slate",
        skin: str = "light",
        simple: bool = False,
    ) -> "Look":
        """Return the look on one of a palette's grounds, such as "surface"."""
        under = QColor(getattr(palette, ground))
        text, far = QColor(palette.text), QColor(palette.faint)
        if palette.name == "light":
            text = QColor("#3F4A57")
        return cls(
            near=text,
            far=far,
            seam=_mixed(text, under, 0.30),
            ghost=_mixed(under, far, 0.26),
            thing=_mixed(under, far, 0.42),
            edge=far,
            shadow=_mixed(under, far, 0.16),
            tie=QColor(palette.sea),
            work=QColor("#E4502A" if palette.name == "dark" else "#FF6B45"),
            rest=_mixed(text, QColor(palette.coral), 0.35),
        )


def paint_figure(
    painter: QPainter,
    frame: QRectF,
    figure: Figure,
    stance: Stance,
    look: Look,
    *,
    turn: float = 0.0,
    tilt: float = 0.0,
) -> None:
    """Paint a stance as large as every moment of its drill fits the frame."""
    paint_scenery(painter, frame, figure, stance, look, turn=turn, tilt=tilt)
    paint_person(painter, frame, figure, stance, look, turn=turn, tilt=tilt)


def paint_scenery(
    painter: QPainter,
    frame: QRectF,
    figure: Figure,
    stance: Stance,
    look: Look,
    *,
    turn: float = 0.0,
    tilt: float = 0.0,
) -> None:
    """Paint what stands still all through a phase: shadow, props and ghost."""
    place = fit(frame, figure, flipped=stance.flipped, turn=turn, tilt=tilt)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_shadow(painter, place, figure, look)
    paint_props(painter, place, frame, figure, (look.thing, look.edge))
    if stance.ghost is not None:
        _paint_ghost(painter, place, figure.view, _flat(stance.ghost), look)
    painter.restore()


def paint_person(
    painter: QPainter,
    frame: QRectF,
    figure: Figure,
    stance: Stance,
    look: Look,
    *,
    turn: float = 0.0,
    tilt: float = 0.0,
) -> None:
    """Paint what moves: the body, what is tied to it, and the line of the working muscle."""
    place = fit(frame, figure, flipped=stance.flipped, turn=turn, tilt=tilt)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_body(painter, place, figure.view, stance, look)
    paint_ties(painter, place, figure, stance, look.tie)
    _paint_work(painter, place, figure.view, stance, look)
    painter.restore()


def fit(
    frame: QRectF, figure: Figure, *, flipped: bool = False, turn: float = 0.0, tilt: float = 0.0
) -> FigurePlace:
    """Return the place at which the whole drill fits a frame, on a common floor."""
    left, bottom, right, top = figure.bounds
    bottom = min(bottom, -SHADOW) if figure.view is not View.ABOVE else bottom
    wide, high = right - left + 2 * MARGIN, top - bottom + 2 * MARGIN
    scale = min(frame.width() / wide, frame.height() / high)
    middle = (left + right) / 2 * (-1 if flipped else 1)
    x = frame.center().x() - middle * scale
    y = frame.bottom() + (bottom - MARGIN) * scale - (frame.height() - high * scale) / 2
    return FigurePlace(QPointF(x, y), scale, flipped)


def _paint_shadow(painter: QPainter, place: FigurePlace, figure: Figure, look: Look) -> None:
    if figure.view is View.ABOVE:
        return
    left, _, right, _ = figure.bounds
    painter.setBrush(look.shadow)
    painter.drawEllipse(place.box(left - 0.02, -SHADOW, right + 0.02, SHADOW))


def _paint_ghost(
    painter: QPainter, place: FigurePlace, view: View, joints: Joints, look: Look
) -> None:
    painter.setBrush(look.ghost)
    for side in ("far", "near"):
        for part in _limb(place, view, joints, side, (*_LEG, *_ARM)):
            painter.drawPath(part)
    for part in _trunk(place, view, joints, 0.0):
        painter.drawPath(part)


def _paint_body(
    painter: QPainter, place: FigurePlace, view: View, stance: Stance, look: Look
) -> None:
    """Paint the limbs behind the trunk, the trunk, and those before it."""
    joints = _flat(stance.body)
    if view is View.SIDE:
        _fill(painter, _limb(place, view, joints, "far", _ARM), look.far)
        _fill(painter, _limb(place, view, joints, "far", _LEG), look.far)
        _fill(painter, _trunk(place, view, joints, stance.fullness), look.near)
        _fill(painter, _limb(place, view, joints, "near", _LEG), look.near)
        _fill(painter, _limb(place, view, joints, "near", _ARM), look.near, look.seam)
        return
    for side in ("far", "near"):
        _fill(painter, _limb(place, view, joints, side, _LEG), look.near, look.seam)
    _fill(painter, _trunk(place, view, joints, stance.fullness), look.near)
    for side in ("far", "near"):
        _fill(painter, _limb(place, view, joints, side, _ARM), look.near, look.seam)


def _fill(
    painter: QPainter, parts: list[QPainterPath], color: QColor, seam: QColor | None = None
) -> None:
    """Fill a limb; a seam sets it off from what it passes in the same colour."""
    if seam is not None:
        painter.setPen(QPen(seam, 2.0))
        for part in parts:
            painter.drawPath(part)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for part in parts:
        painter.drawPath(part)


def _limb(
    place: FigurePlace, view: View, joints: Joints, side: str, bones: tuple[tuple[str, str], ...]
) -> list[QPainterPath]:
    return [_bone(place, view, joints, f"{side}_{one}", f"{side}_{two}") for one, two in bones]


def _bone(place: FigurePlace, view: View, joints: Joints, one: str, two: str) -> QPainterPath:
    scale = place.scale
    return taper(
        place.point(joints[one]),
        flesh(one, view) * scale,
        place.point(joints[two]),
        flesh(two, view) * scale,
    )


def _trunk(place: FigurePlace, view: View, joints: Joints, fullness: float) -> list[QPainterPath]:
    """Return trunk, neck and head; a full chest is wider."""
    scale = place.scale
    head, chest = place.point(joints["head"]), place.point(joints["chest"])
    skull = QPainterPath()
    disc(skull, head, flesh("head", view) * scale)
    neck = taper(chest, 0.030 * scale, head, 0.028 * scale)
    broad = flesh("chest", view) * scale * (1 + BREATH * fullness)
    if view is View.SIDE:
        pelvis = place.point(joints["pelvis"])
        body = taper(pelvis, flesh("pelvis", view) * scale, chest, broad)
        return [body, neck, skull]
    corners = [("near_hip", "near_shoulder"), ("far_hip", "far_shoulder")]
    sides = [
        taper(place.point(joints[hip]), 0.045 * scale, place.point(joints[shoulder]), broad)
        for hip, shoulder in corners
    ]
    middle = QPainterPath(place.point(joints["near_hip"]))
    for name in ("near_shoulder", "far_shoulder", "far_hip"):
        middle.lineTo(place.point(joints[name]))
    middle.closeSubpath()
    yoke = taper(
        place.point(joints["near_shoulder"]), broad, place.point(joints["far_shoulder"]), broad
    )
    seat = _bone(place, view, joints, "near_hip", "far_hip")
    return [*sides, middle, yoke, seat, neck, skull]


def _paint_work(
    painter: QPainter, place: FigurePlace, view: View, stance: Stance, look: Look
) -> None:
    color = _mixed(look.rest, look.work, stance.effort)
    width = LINE * place.scale * (0.75 + 0.25 * stance.effort)
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    joints = _flat(stance.body)
    for muscle in stance.muscles:
        painter.drawPath(smooth([place.point(point) for point in line(muscle, joints, view)]))


def _flat(body: Body) -> Joints:
    return {name: (x, y) for name, (x, y, _) in body.joints.items()}


def _mixed(one: QColor, two: QColor, share: float) -> QColor:
    """Return a colour ``share`` of the way from one to another."""
    return QColor(
        round(one.red() + (two.red() - one.red()) * share),
        round(one.green() + (two.green() - one.green()) * share),
        round(one.blue() + (two.blue() - one.blue()) * share),
    )
