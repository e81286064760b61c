"""A flow on paper: its steps with their figures, doses and cues, to be pinned to a wall."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from longstride.core.durations import minutes_text
from longstride.core.figure.figure import Figure
from longstride.core.flow.drill import plain_cues
from longstride.files import write_whole
from longstride.ui.editor.view import EditorView, StepView
from longstride.ui.look.palette import LIGHT
from longstride.ui.look.theme import Theme
from longstride.ui.shown.stages import stage_color, stage_name
from longstride.ui.widgets.figure.figure import Look, paint_figure

_WIDE = 720.0  # the width of the text in units of the screen's design; paper is scaled to it
_EDGE_MM, _DPI = 15.0, 300
_FIGURE, _GAP, _LINE = 116.0, 16.0, 22.0
_COLUMN = (_WIDE - _GAP) / 2
_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_BOLD = QFont.Weight.DemiBold


def write_page(path: Path, view: EditorView, figures: Mapping[str, Figure]) -> None:
    """Write a PDF of A4 pages that anyone may have; FileError where it cannot be."""
    write_whole(path, page_bytes(view, figures), private=False)


def page_bytes(view: EditorView, figures: Mapping[str, Figure]) -> bytes:
    """Return the PDF of a flow."""
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(drawn)
    writer.setTitle(view.title)
    writer.setCreator("Longstride")
    writer.setResolution(_DPI)
    edges = QMarginsF(_EDGE_MM, _EDGE_MM, _EDGE_MM, _EDGE_MM)
    size, portrait = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, portrait, edges, QPageLayout.Unit.Millimeter))
    painter = QPainter(writer)
    _Sheet(writer, painter, figures).write(view)
    painter.end()
    return bytes(drawn.data().data())


class _Sheet:
    """Fills pages from the top, two steps side by side."""

    def __init__(
        self, writer: QPdfWriter, painter: QPainter, figures: Mapping[str, Figure]
    ) -> None:
        self._writer, self._painter, self._figures = writer, painter, figures
        self._theme = Theme(LIGHT)
        scale = writer.width() / _WIDE
        self._tall = writer.height() / scale - _LINE
        self._y = 0.0
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def write(self, view: EditorView) -> None:
        """Write the head, the steps, and what every page ends with."""
        self._foot()
        self._text(view.title, 30, "text", QFont.Weight.Bold)
        total = minutes_text(view.total) if view.total else ""
        facts = " · ".join(each for each in (total, view.equipment) if each)
        for text, color in ((facts, "text"), (view.words.get("purpose", ""), "quiet")):
            if text:
                self._text(text, 15, color)
        self._y += _GAP
        pairs = [view.steps[at : at + 2] for at in range(0, len(view.steps), 2)]
        number = 0
        for pair in pairs:
            self._pair(pair, number)
            number += len(pair)
        self._text("Sharp pain means stop.", 13, "quiet")

    def _pair(self, pair: tuple[StepView, ...], number: int) -> None:
        height = max(self._height(step) for step in pair)
        if self._y + height > self._tall:
            self._writer.newPage()
            self._y = 0.0
            self._foot()
        for place, step in enumerate(pair):
            self._step(
                step, number + place, QRectF(place * (_COLUMN + _GAP), self._y, _COLUMN, height)
            )
        self._y += height + _GAP

    def _height(self, step: StepView) -> float:
        words = sum(self._needs(text, size, weight) for text, size, _, weight in _lines(step, 0))
        return max(_FIGURE, words) + 8

    def _needs(self, text: str, size: int, weight: QFont.Weight) -> float:
        metrics = QFontMetricsF(self._theme.font(size, weight))
        room = QRectF(0, 0, _COLUMN - _FIGURE - 12, 10_000)
        return metrics.boundingRect(room, _WRAP, text).height() + 4

    def _step(self, step: StepView, number: int, place: QRectF) -> None:
        figure = self._figures.get(step.looks)
        if figure is not None:
            frame = QRectF(place.x(), place.y(), _FIGURE, _FIGURE)
            paint_figure(self._painter, frame, figure, figure.key, Look.of(LIGHT))
        y, left = place.y(), place.x() + _FIGURE + 12
        for text, size, color, weight in _lines(step, number):
            height = self._needs(text, size, weight)
            self._painter.setFont(self._theme.font(size, weight))
            self._painter.setPen(self._theme.color(color))
            self._painter.drawText(QRectF(left, y, place.right() - left, height), _WRAP, text)
            y += height
        self._painter.setPen(QPen(self._theme.color(stage_color(step.stage)), 2))
        self._painter.drawLine(QRectF(place).bottomLeft(), QRectF(place).bottomRight())

    def _text(
        self, text: str, size: int, color: str, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        font = self._theme.font(size, weight)
        room = QRectF(0, 0, _WIDE, 10_000)
        height = QFontMetricsF(font).boundingRect(room, _WRAP, text).height() + 6
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(color))
        self._painter.drawText(QRectF(0, self._y, _WIDE, height), _WRAP, text)
        self._y += height

    def _foot(self) -> None:
        self._painter.setFont(self._theme.font(13))
        self._painter.setPen(self._theme.color("quiet"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(QRectF(0, self._tall, _WIDE, _LINE), side, "Longstride")


def _lines(step: StepView, number: int) -> list[tuple[str, int, str, QFont.Weight]]:
    """Return what stands beside a step's figure: text, size, colour, weight."""
    normal = QFont.Weight.Normal
    lines = [
        (f"{number + 1}. {step.name}", 17, "text", _BOLD),
        (stage_name(step.stage), 13, "quiet", normal),
        (", ".join(step.parts), 15, "text", normal),
    ]
    lines += [(f"– {cue}", 13, "text", normal) for cue in plain_cues(step.cues)]
    return lines
