"""A body painted in space: its parts and what stands among them, back to front."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from longstride.core.figure.body import Body
from longstride.core.figure.figure import Prop
from longstride.ui.widgets.figure.dress import Dressed, dressed
from longstride.ui.widgets.figure.halo import halo_of
from longstride.ui.widgets.figure.head import paint_face
from longstride.ui.widgets.figure.look import FOGS, Look
from longstride.ui.widgets.figure.muscles import spots_of
from longstride.ui.widgets.figure.order import back_to_front
from longstride.ui.widgets.figure.parts import Part, parts_of
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.ties import band_of, paint_ball, paint_towel
from longstride.ui.widgets.figure.props import furniture, surfaces_of
from longstride.ui.widgets.figure.slabs import Slab

FADE = 0.05  # body heights behind the trunk by which a part fades one step


def paint_body(
    painter: QPainter,
    frame: QRectF,
    body: Body,
    place: FigurePlace,
    look: Look,
    *,
    muscles: tuple[str, ...] = (),
    effort: float = 1.0,
    fullness: float = 0.0,
    props: Sequence[Prop] = (),
) -> None:
    """Paint a body, and the furniture it stands among."""
    surfaces = surfaces_of(props)
    parts = parts_of(body, place, surfaces, fullness)
    items = back_to_front([*parts, *furniture(props, place)])
    trunk = parts[0]
    layer, inner = _layer(painter, frame)
    strength = 0.25 + 0.75 * effort
    found = spots_of(muscles)
    fogs = {p.name: min(FOGS, max(0, round((trunk.depth - p.depth) / FADE))) for p in parts}
    wear = {p.name: dressed(p, place, look, fogs[p.name], found.get(p.name, ()), strength) for p in parts}
    bands = [band_of(prop, body, place) for prop in props if prop.kind == "band"]
    for prop in props:
        if prop.kind == "ball":
            paint_ball(inner, prop, place, look)
    for band in bands:
        band.paint_back(inner, place, look)
    for item in items:
        if isinstance(item, Slab):
            item.paint(inner, place, look)
            continue
        if item.shape == "trunk":
            for each in wear.values():
                if each.under:
                    inner.fillPath(*each.under)
        _paint_part(inner, item, wear[item.name], place, look, fogs[item.name])
    for band in bands:
        band.paint_front(inner, place, look)
    for prop in props:
        if prop.kind == "towel":
            paint_towel(inner, prop, body, place, look)
    inner.end()
    painter.drawImage(frame.topLeft(), layer)


def _layer(painter: QPainter, frame: QRectF) -> tuple[QImage, QPainter]:
    """Return a clear picture of the frame, and what paints on it in the frame's own pixels."""
    ratio = painter.device().devicePixelRatio()
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


def _paint_part(
    painter: QPainter, part: Part, ready: Dressed, place: FigurePlace, look: Look, fog: int
) -> None:
    if part.over or part.shape in {"head", "neck"}:
        path, brush = halo_of(part, ready.strip, place.scale, look.halo)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.fillPath(path, brush)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for path, brush, _ in ready.fills:
        painter.fillPath(path, brush)
    if part.shape == "head":
        paint_face(painter, part, place, look, fog)
