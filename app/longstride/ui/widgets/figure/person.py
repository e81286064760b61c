"""A body painted in space: its parts and what stands among them, back to front."""

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from longstride.core.figure.figure import Stance
from longstride.core.figure.prop import Prop
from longstride.ui.widgets.figure.dress import Dressed, dressed
from longstride.ui.widgets.figure.head import paint_face
from longstride.ui.widgets.figure.limbs import parts_of
from longstride.ui.widgets.figure.look import FOGS, Look
from longstride.ui.widgets.figure.muscles import spots_of
from longstride.ui.widgets.figure.order import back_to_front
from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.props import furniture, surfaces_of
from longstride.ui.widgets.figure.shadow import paint_shadows, paint_touch, touches
from longstride.ui.widgets.figure.slabs import Slab
from longstride.ui.widgets.figure.ties import band_of, paint_ball, paint_ties

REST = 0.25  # of a working muscle that is seen without effort
RIM = 0.005  # body heights: twice how wide the line round a body is
FADE = 0.05  # body heights behind the trunk by which a part fades one step


def paint_body(
    painter: QPainter,
    frame: QRectF,
    stance: Stance,
    place: FigurePlace,
    look: Look,
    props: Sequence[Prop],
) -> None:
    """Paint a body with its shadow, and the furniture it stands among."""
    paint_shadows(painter, frame, stance.body, place, look, props)
    scene = Scene(stance, place, look, props)
    layer, inner = _layer(painter, frame)
    scene.paint(inner)
    inner.end()
    painter.drawImage(frame.topLeft(), layer)


class Scene:
    """A body and the things it stands among, ready to be painted back to front."""

    def __init__(
        self, stance: Stance, place: FigurePlace, look: Look, props: Sequence[Prop]
    ) -> None:
        self._stance, self._place, self._look, self._props = stance, place, look, props
        surfaces, boxes = surfaces_of(props), furniture(props, place)
        parts = parts_of(stance.body, place, surfaces, stance.fullness)
        self._items = back_to_front([*parts, *boxes])
        found = touches(stance.body, surfaces) if boxes else ()
        self._touches = [touch for touch in found if touch.top > 0]
        near = parts[0].depth
        self._fogs = {p.name: min(FOGS, max(0, round((near - p.depth) / FADE))) for p in parts}
        self._wear = {part.name: self._dressed(part) for part in parts}

    def _dressed(self, part: Part) -> tuple[Dressed, QPointF]:
        """Return a part ready to be painted, and how far from where it was dressed it now is."""
        stance = self._stance
        spots = spots_of(stance.muscles).get(part.name, ())
        strength = REST + (1 - REST) * stance.effort
        fog = self._fogs[part.name]
        ready = dressed(part, self._place, self._look, fog, spots, strength)
        x, y, _ = self._place.pixel(part.a)
        return ready, QPointF(x, y) - ready.at

    def paint(self, painter: QPainter) -> None:
        """Paint everything."""
        place, look, body = self._place, self._look, self._stance.body
        for prop in self._of_kind("ball"):
            paint_ball(painter, prop, place, look)
        for prop in self._of_kind("band"):
            band_of(prop, body, place).paint_back(painter, place, look)
        for item in self._items:
            self._paint_item(painter, item)
        self._paint_rim(painter)
        paint_ties(painter, self._props, body, place, look)

    def _paint_rim(self, painter: QPainter) -> None:
        """Paint a line round the whole body, behind all that is painted."""
        pen = QPen(self._look.rim, max(2.0, RIM * self._place.scale))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
        for wear, off in self._wear.values():
            painter.translate(off)
            for path in wear.rim:
                painter.strokePath(path, pen)
            painter.translate(-off)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _of_kind(self, kind: str) -> Iterator[Prop]:
        return (prop for prop in self._props if prop.kind == kind)

    def _paint_item(self, painter: QPainter, item: Part | Slab) -> None:
        if isinstance(item, Slab):
            self._paint_slab(painter, item)
            return
        if item.shape == "trunk":
            for wear, off in self._wear.values():
                if wear.under:
                    painter.translate(off)
                    painter.fillPath(*wear.under)
                    painter.translate(-off)
        self._paint_part(painter, item)

    def _paint_slab(self, painter: QPainter, slab: Slab) -> None:
        """Paint a box, and the shadows of what touches its top."""
        slab.paint(painter, self._place, self._look)
        for touch in self._touches:
            if touch.top == slab.top:
                paint_touch(painter, touch, self._place, self._look)

    def _paint_part(self, painter: QPainter, part: Part) -> None:
        ready, off = self._wear[part.name]
        painter.translate(off)
        if ready.halo:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            painter.fillPath(*ready.halo)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for fill in ready.fills:
            painter.fillPath(*fill)
        painter.translate(-off)
        if part.shape == "head":
            paint_face(painter, part, self._place, self._look, self._fogs[part.name])


def _layer(painter: QPainter, frame: QRectF) -> tuple[QImage, QPainter]:
    """Return a clear picture of the frame, and what paints on it in the frame's own pixels."""
    seen = painter.combinedTransform()
    ratio = painter.device().devicePixelRatio() * math.hypot(seen.m11(), seen.m12())
    layer = QImage(
        math.ceil(frame.width() * ratio), math.ceil(frame.height() * ratio),
        QImage.Format.Format_ARGB32_Premultiplied,
    )  # fmt: skip
    layer.setDevicePixelRatio(ratio)
    layer.fill(0)
    inner = QPainter(layer)
    inner.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    inner.translate(-frame.topLeft())
    inner.setPen(Qt.PenStyle.NoPen)
    return layer, inner
