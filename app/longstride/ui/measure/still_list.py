"""The stills that were kept, newest first: what was measured on each, to compare or take out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.measure import DeleteStill
from longstride.ui.look.theme import Theme
from longstride.ui.shown import angle_drawing as drawing
from longstride.ui.shown.measured import ShownStill, still_drawing
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.text import button, clear, label

_SHOWN = 12  # until all are asked for
_EMPTY = "The pictures you keep will stand here, each with its angle."


class StillPicture(QLabel):
    """A still with its angle drawn on it, small."""

    def __init__(self, theme: Theme, still: ShownStill) -> None:
        super().__init__(still.title)
        self._theme, self._still = theme, still
        self.setAccessibleName(f"Picture: {still.title}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(176), self._theme.px(110))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()), 10, 10)
        painter.setClipPath(edge)
        painter.fillRect(self.rect(), self._theme.color("raised"))
        image = self._still.image
        if image.isNull():
            painter.setPen(self._theme.color("quiet"))
            painter.setFont(self._theme.font(13))
            how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), how, "Its picture is gone")
            return
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, image)
        drawing.draw_lines(painter, still_drawing(self._still), place, self._theme)


class StillList(Card):
    """``wants`` carries DeleteStill, ``compare`` the id of a still."""

    wants = Signal(Intention)
    compare = Signal(UUID)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Kept pictures")
        self._theme = theme
        self._stills: tuple[ShownStill, ...] = ()
        self._today = date.min
        self._all = False
        self._listed: list[object] = []
        self._empty = label(_EMPTY, "quiet", wrap=True)
        holder, self._rows = bare_column(16)
        self.more = button("Show all", "ghost")
        self.more.clicked.connect(self._show_all)
        for part in (self._empty, holder, self.more):
            self.column.addWidget(part)

    @property
    def shown(self) -> tuple[ShownStill, ...]:
        """All there are, also those that are not listed yet."""
        return self._stills

    def show_stills(self, stills: tuple[ShownStill, ...], today: date) -> None:
        """Show what there is."""
        same = [(each.still, each.measured) for each in stills] == self._listed
        self._stills, self._today = stills, today
        if same and self._rows.count():
            return  # the keyboard may be on one of them
        self._listed = [(each.still, each.measured) for each in stills]
        clear(self._rows)
        shown = stills if self._all else stills[:_SHOWN]
        for still in shown:
            self._rows.addWidget(self._row(still))
        self._empty.setVisible(not stills)
        self.more.setVisible(len(shown) < len(stills))
        self.more.setText(f"Show all {len(stills)}")

    def _show_all(self) -> None:
        self._all, self._listed = True, []
        self.show_stills(self._stills, self._today)

    def _row(self, still: ShownStill) -> QWidget:
        words, lines = bare_column(2)
        lines.addWidget(label(still.title, "strong", wrap=True))
        lines.addWidget(label(f"{full_day(still.day)} · {still.words}", "quiet", wrap=True))
        tools = QWidget()
        row = FlowLayout(tools, gap=8)
        name = f"{still.title}, {full_day(still.day)}"
        for text, press in (("Compare", self._compare), ("Delete", self._delete)):
            pressed = button(text, "ghost")
            pressed.setAccessibleName(f"{text} {name}")
            pressed.clicked.connect(lambda _, press=press: press(still))
            row.addWidget(pressed)
        lines.addWidget(tools)
        lines.addStretch(1)
        made = Reflow(self._theme, 420, gap=16)
        picture = QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(StillPicture(self._theme, still), 0, Qt.AlignmentFlag.AlignLeft)
        made.add(picture, 0)
        made.add(words, 1)
        return made

    def _compare(self, still: ShownStill) -> None:
        self.compare.emit(still.id)

    def _delete(self, still: ShownStill) -> None:
        self.wants.emit(DeleteStill(still))
