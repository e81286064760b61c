"""Review on paper: a few pages that one would hand to a physiotherapist."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from longstride.core.history.stiffness import HONEST
from longstride.core.history.what_changed import MonthChanges
from longstride.files import write_whole
from longstride.ui.look.palette import LIGHT
from longstride.ui.look.theme import Theme
from longstride.ui.review.changed_card import changed_title
from longstride.ui.shown.angle_drawing import Drawing, draw_angle
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.charts.plot import Plot

_WIDE = 720.0  # the width of the text in units of the screen's design; paper is scaled to it
_EDGE_MM = 15.0
_GAP = 18.0
_LINE = 22.0
_DPI = 300
_PROMISE = (
    "Entered and rated by the athlete at home. Changes of range under 5 degrees, and of the angles "
    "of a run under 10, lie within the error of the test. This is a record, not a diagnosis. "
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under a heading, with a share of the width for each column."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StillOnPaper:
    """A kept picture, the angle that is drawn on it, and what is written below."""

    image: QImage
    drawn: Drawing
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on it; ``charts`` are (title, plot) pairs."""

    name: str
    first: date
    last: date
    summary: str
    tables: tuple[Table, ...]
    charts: tuple[tuple[str, Plot], ...]
    sessions: Table
    changed: MonthChanges
    stills: tuple[StillOnPaper, ...] = ()


def write_report(path: Path, report: Report) -> None:
    """Write a PDF of A4 pages for its owner's eyes; FileError where it cannot be."""
    write_whole(path, _pdf(report))


def _pdf(report: Report) -> bytes:
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(drawn)
    writer.setTitle("Longstride report")
    writer.setCreator("Longstride")
    writer.setResolution(_DPI)
    edges = QMarginsF(_EDGE_MM, _EDGE_MM, _EDGE_MM, _EDGE_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    portrait = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, portrait, edges, QPageLayout.Unit.Millimeter))
    painter = QPainter(writer)
    _Pages(writer, painter).write(report)
    painter.end()
    return bytes(drawn.data().data())


class _Pages:
    """Fills one page after another from the top."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer = writer
        self._painter = painter
        self._theme = Theme(LIGHT)
        self._scale = writer.width() / _WIDE
        self._room = QSizeF(_WIDE, writer.height() / self._scale - _LINE)
        self._y = 0.0
        self._number = 1
        painter.scale(self._scale, self._scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def write(self, report: Report) -> None:
        self._foot()
        self._title(report)
        self._changes(report.changed)
        for table in report.tables:
            self._table(table)
        self._stills(report.stills)
        for title, plot in report.charts:
            self._chart(title, plot)
        self._table(report.sessions)
        self._text(_PROMISE + HONEST, 13, "quiet")

    def _title(self, report: Report) -> None:
        self._text("Hip mobility report", 30, "text", QFont.Weight.Bold)
        who = f"{report.name} · " if report.name else ""
        self._text(f"{who}{full_day(report.first)} to {full_day(report.last)}", 17, "text")
        self._text(report.summary, 15, "quiet")
        self._y += _GAP

    def _changes(self, changed: MonthChanges) -> None:
        """Write what changed, and how each sentence is made; nothing where nothing is to say."""
        if not changed.findings:
            return
        self._need(4 * _LINE)
        self._text(changed_title(changed), 17, "text", QFont.Weight.DemiBold)
        for each in changed.findings:
            self._text(each.sentence, 15, "text")
            self._text(each.how, 13, "quiet")
        self._y += _GAP

    def _text(
        self, text: str, size: int, color: str, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        font = self._theme.font(size, weight)
        wrap = int(Qt.TextFlag.TextWordWrap.value)
        room = QRectF(0, 0, _WIDE, 10_000)
        height = QFontMetricsF(font).boundingRect(room, wrap, text).height() + 6
        self._need(height)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(color))
        self._painter.drawText(QRectF(0, self._y, _WIDE, height), wrap, text)
        self._y += height

    def _table(self, table: Table) -> None:
        if not table.rows:
            return
        self._need(4 * _LINE)
        self._text(table.title, 17, "text", QFont.Weight.DemiBold)
        self._row(table, table.head, "quiet")
        for row in table.rows:
            if self._need(_LINE):
                self._row(table, table.head, "quiet")
            self._row(table, row, "text")
        self._y += _GAP

    def _row(self, table: Table, texts: Sequence[str], color: str) -> None:
        painter, x = self._painter, 0.0
        font = self._theme.font(13)
        painter.setFont(font)
        for text, share in zip(texts, table.shares, strict=True):
            width = share * _WIDE
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width - 8)
            painter.setPen(self._theme.color(color))
            place = QRectF(x, self._y, width, _LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            x += width
        self._y += _LINE
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawLine(0, round(self._y), round(_WIDE), round(self._y))

    def _chart(self, title: str, plot: Plot) -> None:
        height = float(plot.height(self._theme))
        self._need(height + 2 * _LINE)
        self._text(title, 17, "text", QFont.Weight.DemiBold)
        plot.paint(self._painter, QRectF(0, self._y, _WIDE, height), self._theme)
        self._y += height + _GAP

    def _stills(self, stills: Sequence[StillOnPaper]) -> None:
        """Draw kept pictures two beside each other."""
        there = [still for still in stills if not still.image.isNull()]
        for left, *right in (there[n : n + 2] for n in range(0, len(there), 2)):
            wide = (_WIDE - _GAP) / 2
            high = max(_height_at(still.image, wide) for still in (left, *right))
            self._need(high + 4 * _LINE)
            if left is there[0]:
                self._text("Kept pictures", 17, "text", QFont.Weight.DemiBold)
            for number, still in enumerate((left, *right)):
                self._still(still, QRectF(number * (wide + _GAP), self._y, wide, high))
            self._y += high + 2 * _LINE + _GAP

    def _still(self, still: StillOnPaper, room: QRectF) -> None:
        place = QRectF(room.x(), room.y(), room.width(), _height_at(still.image, room.width()))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)  # PDF would make a picture as faint as it
        self._painter.drawImage(place, still.image)
        draw_angle(self._painter, still.drawn, place, self._theme)
        self._painter.setFont(self._theme.font(13))
        self._painter.setPen(self._theme.color("quiet"))
        below = QRectF(room.x(), room.bottom() + 4, room.width(), 2 * _LINE)
        self._painter.drawText(below, Qt.TextFlag.TextWordWrap, still.words)

    def _need(self, height: float) -> bool:
        """Turn the page if so much has no room on it; say whether it was turned."""
        if self._y == 0 or self._y + height <= self._room.height():
            return False
        self._writer.newPage()
        self._y = 0.0
        self._number += 1
        self._foot()
        return True

    def _foot(self) -> None:
        self._painter.setFont(self._theme.font(13))
        self._painter.setPen(self._theme.color("quiet"))
        place = QRectF(0, self._room.height(), _WIDE, _LINE)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(place, side, f"Longstride · page {self._number}")


def _height_at(image: QImage, width: float) -> float:
    """Return how high a picture is at a width."""
    return image.height() * width / image.width()
