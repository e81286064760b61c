"""Before and after of each session on a scale of 0 to 10, with a running median."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.plot import (
    Frame,
    Key,
    frame,
    paint_grid,
    paint_labels,
    paint_legend,
    paint_line,
    paint_sign,
)

_MARKS = (0.0, 2.0, 4.0, 6.0, 8.0, 10.0)
_BEFORE = Key("before", "faint", "ring")
_AFTER = Key("after", "sea", "disc")


@dataclass(frozen=True, slots=True)
class Stem:
    """0-10 before and after, None where it was not rated; ``median`` of the days up to it."""

    before: float | None
    after: float | None
    median: float | None
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Stems:
    """A ring before, a disc after and a stem between them, oldest left."""

    stems: tuple[Stem, ...]
    summary: str
    median_text: str = "7-day median after"

    @property
    def words(self) -> tuple[str, ...]:
        """What each session says."""
        return tuple(stem.words for stem in self.stems)

    def height(self, theme: Theme) -> int:
        """Return the height that suits it."""
        return theme.px(270)

    def places(self, rect: QRectF, theme: Theme) -> tuple[QRectF, ...]:
        """Return the strip of each session."""
        inside = self._frame(rect, theme)
        return tuple(inside.column(index, len(self.stems)) for index in range(len(self.stems)))

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint everything."""
        inside = self._frame(rect, theme)
        paint_grid(painter, inside, theme, _MARKS)
        centres = [strip.center().x() for strip in self.places(rect, theme)]
        self._paint_median(painter, inside, theme, centres)
        for x, stem in zip(centres, self.stems, strict=True):
            self._paint_stem(painter, inside, theme, x, stem)
        labels = [(x, stem.label) for x, stem in zip(centres, self.stems, strict=True)]
        paint_labels(painter, inside.inside, theme, labels)
        paint_legend(
            painter, rect, theme, (_BEFORE, _AFTER, Key(self.median_text, "amber", "line"))
        )

    def _frame(self, rect: QRectF, theme: Theme) -> Frame:
        return frame(rect, theme, _MARKS, legend=True)

    def _paint_stem(
        self, painter: QPainter, inside: Frame, theme: Theme, x: float, stem: Stem
    ) -> None:
        side = min(theme.px(12), max(4.0, inside.column(0, len(self.stems)).width() * 0.62))
        if stem.before is not None and stem.after is not None:
            painter.setPen(QPen(theme.color("line"), side / 3))
            painter.drawLine(QPointF(x, inside.y(stem.before)), QPointF(x, inside.y(stem.after)))
        if stem.before is not None:
            paint_sign(painter, QPointF(x, inside.y(stem.before)), side, theme, _BEFORE)
        if stem.after is not None:
            paint_sign(painter, QPointF(x, inside.y(stem.after)), side, theme, _AFTER)

    def _paint_median(
        self, painter: QPainter, inside: Frame, theme: Theme, centres: Sequence[float]
    ) -> None:
        pen = QPen(theme.color("amber"), theme.px(2.4))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_line(painter, list(self._median(inside, centres)))

    def _median(self, inside: Frame, centres: Sequence[float]) -> Iterator[QPointF]:
        for x, stem in zip(centres, self.stems, strict=True):
            if stem.median is not None:
                yield QPointF(x, inside.y(stem.median))
