"""A figure whose frame grows or shrinks: painted now and then, and stretched in between."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from longstride.core.figure.figure import Figure, Stance
from longstride.ui.widgets.figure.figure import FigurePlace, Look, differs, fit
from longstride.ui.widgets.figure.moving import MovingPicture
from longstride.ui.widgets.figure.sheet import clear_sheet
from longstride.ui.widgets.figure.view import STRAIGHT, View

NEAR = 1.06  # times as large or as small: nobody sees that it is stretched


@dataclass(frozen=True)
class _Painted:
    """A picture, what it shows and where its figure lies on it."""

    of: object
    stance: Stance
    place: FigurePlace
    sheet: QPixmap


class GrowingPicture:
    """Paints a figure as a whole, so that it can be seen through, and keeps what it painted."""

    def __init__(self) -> None:
        self._painted: _Painted | None = None
        self._moving = MovingPicture()

    def paint(
        self,
        painter: QPainter,
        frame: QRectF,
        figure: Figure,
        stance: Stance,
        look: Look,
        view: View = STRAIGHT,
    ) -> None:
        """Paint a stance into a frame."""
        place = fit(frame, figure, view, flipped=stance.flipped)
        ratio = painter.device().devicePixelRatio()
        of = (figure, look, view, ratio)
        kept = self._painted
        if kept is None or kept.of != of or not _serves(kept, stance, place.scale):
            sheet = clear_sheet(frame.size(), ratio)
            inner = QPainter(sheet)
            inner.translate(-frame.topLeft())
            self._moving.paint(inner, frame, figure, stance, look, view)
            inner.end()
            kept = self._painted = _Painted(of, stance, place, sheet)
        _stretch(painter, kept, place)


def _serves(kept: _Painted, stance: Stance, scale: float) -> bool:
    """Return whether what was painted looks like a stance at so many pixels a body height."""
    near = 1 / NEAR < scale / kept.place.scale < NEAR
    return near and not differs(kept.stance, stance, scale)


def _stretch(painter: QPainter, kept: _Painted, place: FigurePlace) -> None:
    """Paint what was kept where its figure lies now."""
    share = place.scale / kept.place.scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(place.origin)
    painter.scale(share, share)
    painter.translate(-kept.place.origin)
    painter.drawPixmap(QPointF(0, 0), kept.sheet)
    painter.restore()
