"""The soft dark round a part that passes before another, so that the eye can tell them apart."""

from array import array

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainterPath, QTransform

from longstride.ui.widgets.figure.parts import Part
from longstride.ui.widgets.figure.skin import Grid, thinned
from longstride.ui.widgets.figure.strip import Section, Strip, cut, mixed_section, outline

REACH = 0.030  # body heights
DARK = 0.62  # of solid, at the edge
_FREE = {"thigh": 0.42, "shank": 0.30, "foot": 0.3, "upper_arm": 0.40, "forearm": 0.30,
         "hand": 0.1, "trunk": 0.24, "head": -9.0, "neck": 0.5}  # fmt: skip
_SHUT = frozenset({"foot", "hand", "head"})
_LAST = {"thigh": 0.96, "shank": 0.98, "upper_arm": 0.96, "forearm": 1.0, "trunk": 0.92,
         "neck": 0.9}  # fmt: skip
COLUMNS, ROWS = 22, 9


def halo_of(part: Part, strip: Strip, scale: float, color: QColor) -> tuple[QPainterPath, QBrush]:
    """Return the outline round a part with its soft brush."""
    reach = REACH * scale
    first, last = _FREE[part.shape], _LAST.get(part.shape, 9.0)
    low = max(first, strip.sections[0].along)
    sections = [cut(strip.sections, low), *(e for e in strip.sections if low < e.along <= last)]
    shut = part.shape in _SHUT
    ends = (-strip.bulge(sections[0]) - reach if part.shape == "head" else 0.0,
            strip.bulge(sections[-1]) + reach if shut else 0.0)  # fmt: skip
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(outline(strip, sections, ends, reach))
    path.closeSubpath()
    return path, _brush(strip, sections, reach, color, ends, fades=part.shape != "head")


def _brush(strip: Strip, sections: list[Section], reach: float, color: QColor,
           ends: tuple[float, float], *, fades: bool) -> QBrush:  # fmt: skip
    left = min(e.u - e.half for e in sections) - reach
    right = max(e.u + e.half for e in sections) + reach
    low, high = sections[0].v + ends[0] - 1, sections[-1].v + ends[1] + 1
    grid = Grid(left, (right - left) / COLUMNS, COLUMNS, low, high, ROWS)
    rgb = color.rgb()
    shades = [thinned(rgb, DARK * n / 32) for n in range(33)]
    cells, at = array("I"), 0
    for n in range(ROWS):
        v = low + grid.tall * (n + 0.5)
        while at < len(sections) - 2 and sections[at + 1].v < v:
            at += 1
        cells.extend(_row(grid, sections, at, v, reach, shades, fades))
    image = QImage(cells.tobytes(), COLUMNS, ROWS, COLUMNS * 4,
                   QImage.Format.Format_ARGB32_Premultiplied)  # fmt: skip
    brush = QBrush(image)
    (sx, sy), du, dv = strip.across, grid.step, grid.tall
    brush.setTransform(QTransform(sx * du, sy * du, strip.tx * dv, strip.ty * dv,
                                  strip.x + sx * left + strip.tx * low,
                                  strip.y + sy * left + strip.ty * low))  # fmt: skip
    return brush


def _row(grid: Grid, sections: list[Section], at: int, v: float, reach: float,
         shades: list[int], fades: bool) -> list[int]:  # fmt: skip
    one, two = sections[at], sections[at + 1]
    gap = two.v - one.v
    e = mixed_section(one, two, min(max((v - one.v) / gap, 0.0), 1.0) if gap > 1e-6 else 0.0)
    beyond = max(0.0, v - sections[-1].v - e.half * 0.6, sections[0].v - v) / reach
    come = min(1.0, (v - sections[0].v) / (1.6 * reach)) if fades else 1.0
    come *= max(0.0, 1 - beyond)
    row = []
    for n in range(grid.columns):
        far = (abs(grid.left + grid.step * (n + 0.5) - e.u) - e.half) / reach
        near = 1.0 if far < 0 else max(0.0, 1 - far)
        row.append(shades[int(32 * near * near * come)] if come > 0 else 0)
    return row
