"""A picture with points on it that can be moved by mouse and keyboard, and a loupe on one."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from longstride.core.history.angle import By, Point
from longstride.ui.look.theme import Theme
from longstride.ui.measure.handle import Handle
from longstride.ui.measure.placed import LEVEL, Mark, Placed, body_points, moved
from longstride.ui.shown import angle_drawing as drawing
from longstride.ui.shown.angle_drawing import Drawing, place_in

_LOUPE = 150  # px at 100 %
_RADIUS, _SMALL = 9, 6
_GRIP = 28  # of what takes a point, so that two near ones do not cover each other


class Stage(QWidget):
    """Shows a picture as large as there is room, and the points that are placed on it.

    ``put`` carries a Mark, the Point it is to have, and whether that only goes on with the move
    before. The first point that is missing is put where the athlete clicks. ``looked_at`` carries
    the Mark that has the keyboard.
    """

    put = Signal(object, object, bool)
    looked_at = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._scaled = QImage()
        self._placed = Placed()
        self._drawing: Drawing | None = None
        self._dragged: Mark | None = None
        self._fixed = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.handles = {mark: self._handle(mark) for mark in Mark}
        theme.changed.connect(self._lay_handles)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 240)

    @property
    def image(self) -> QImage:
        """The picture, null where there is none."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show another picture; the points stay."""
        self._image, self._scaled = image, QImage()
        self._lay_handles()
        self.update()

    def show_placed(self, placed: Placed, drawn: Drawing | None) -> None:
        """Show the points there are, and the angle where there is one."""
        self._placed, self._drawing = placed, drawn
        self._lay_handles()
        self.update()

    def show_drawing(self, drawn: Drawing | None) -> None:
        """Show an angle whose points cannot be moved; None for the picture alone."""
        self._fixed = True
        self.show_placed(Placed((), body_points(drawn.marks) if drawn else {}), drawn)

    def tell(self, mark: Mark, words: str) -> None:
        """Let a screen reader know where a point is and what comes of it."""
        self.handles[mark].setAccessibleDescription(words)

    # -- hands ----------------------------------------------------------------------------------

    def move_by(self, mark: Mark, right: int, down: int, *, joins: bool) -> None:
        """Move a point by pixels of the picture."""
        if mark in self._placed.points and not self._image.isNull():
            dx, dy = right / self._image.width(), down / self._image.height()
            self.put.emit(mark, moved(self._placed.points[mark], dx, dy), joins)

    def drag_to(self, mark: Mark, at: QPointF, *, joins: bool) -> None:
        """Move a point to a place in this widget."""
        room = self.picture_place()
        if room.width() > 0:
            x, y = (at.x() - room.x()) / room.width(), (at.y() - room.y()) / room.height()
            self.put.emit(mark, moved(Point(0, 0), x, y), joins)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._placed.next
        if mark is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.picture_place().contains(event.position()):
            self._dragged = mark
            self.drag_to(mark, event.position(), joins=False)
            self.handles[mark].setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self.drag_to(self._dragged, event.position(), joins=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def look_at(self, mark: Mark) -> None:
        """Show the loupe on a point: the keyboard has come to it."""
        self.looked_at.emit(mark)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scaled = QImage()
        self._lay_handles()

    # -- paint ----------------------------------------------------------------------------------

    def picture_place(self) -> QRectF:
        """Return where the picture is in this widget, empty without one."""
        if self._image.isNull():
            return QRectF()
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()), 14, 14)
        painter.setClipPath(edge)
        painter.fillRect(self.rect(), self._theme.color("sunken"))
        if self._image.isNull():
            return
        place = self.picture_place()
        painter.drawImage(place.topLeft(), self._fitted(place))
        self._paint_level(painter, place)
        if self._drawing is not None:
            drawing.draw_angle(painter, self._drawing, place, self._theme)
        self._paint_points(painter, place)
        self._paint_loupe(painter, place)

    def _fitted(self, place: QRectF) -> QImage:
        if self._scaled.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.IgnoreAspectRatio
            self._scaled = self._image.scaled(place.size().toSize(), keep, smooth)
        return self._scaled

    def _paint_level(self, painter: QPainter, place: QRectF) -> None:
        ends = [place_in(place, each) for mark in LEVEL if (each := self._placed.points.get(mark))]
        if len(ends) == len(LEVEL):
            dots = Qt.PenStyle.DotLine
            drawing.draw_line(painter, QLineF(*ends), drawing.AMBER, self._theme.px(2), dots)

    def _paint_points(self, painter: QPainter, place: QRectF) -> None:
        radius = self._theme.px(_SMALL if self._fixed else _RADIUS)
        font = self._theme.font(13, QFont.Weight.DemiBold)
        for mark, point in self._placed.points.items():
            at, chosen = place_in(place, point), self.handles[mark].hasFocus()
            color = drawing.AMBER if mark in LEVEL else drawing.LIGHT
            by_hand = point.by is By.HAND
            drawing.draw_point(painter, at, radius, color, by_hand=by_hand, chosen=chosen)
            if mark not in LEVEL and not self._fixed:
                words = mark.value if by_hand else f"{mark.value}?"
                self._paint_name(painter, words, at, font)

    def _paint_name(self, painter: QPainter, words: str, at: QPointF, font: QFont) -> None:
        """Write a point's name where it covers no limb: behind the runner, above one who lies."""
        if self._drawing is not None and self._drawing.from_horizontal:
            above = at - QPointF(0, self._theme.px(30))
            drawing.draw_tag(painter, words, above, font, QColor(drawing.LIGHT))
            return
        aside = self._theme.px(56)
        x = at.x() - aside if at.x() > self.width() / 2 - aside else at.x() + aside
        drawing.draw_tag(painter, words, QPointF(x, at.y()), font, QColor(drawing.LIGHT))

    def _paint_loupe(self, painter: QPainter, place: QRectF) -> None:
        mark = self.chosen
        if mark is None:
            return
        at = place_in(place, self._placed.points[mark])
        gap = self._theme.px(20)
        loupe = loupe_place(self, at, self._theme.px(_LOUPE), gap)
        pixel = QPointF((at.x() - place.x()), (at.y() - place.y())) * (
            self._image.width() / place.width()
        )
        drawing.draw_loupe(painter, self._image, pixel, place.width() / self._image.width(), loupe)
        words = f"{mark.value}: arrows, 1 pixel"
        below = QPointF(loupe.center().x(), loupe.bottom() + gap)
        drawing.draw_tag(painter, words, below, self._theme.font(13), QColor(drawing.LIGHT))

    @property
    def chosen(self) -> Mark | None:
        """The point that has the keyboard."""
        placed = self._placed.points
        held = (mark for mark, each in self.handles.items() if each.hasFocus() and mark in placed)
        return next(held, None)

    def _handle(self, mark: Mark) -> Handle:
        made = Handle(self, mark.value)
        made.pushed.connect(lambda x, y, on: self.move_by(mark, x, y, joins=on))
        made.dragged.connect(lambda at, on: self.drag_to(mark, at, joins=on))
        made.entered.connect(lambda: self.look_at(mark))
        made.left.connect(self.update)
        made.hide()
        return made

    def _lay_handles(self) -> None:
        side, place = self._theme.px(_GRIP), self.picture_place()
        for mark, handle in self.handles.items():
            point = self._placed.points.get(mark)
            if point is not None:
                handle.hold(place_in(place, point), side)
            shown = point is not None and not self._fixed and not self._image.isNull()
            handle.setVisible(shown)


def loupe_place(stage: QWidget, at: QPointF, side: int, gap: int) -> QRectF:
    """Return where the loupe on a point is: off it, and where the page is not scrolled away."""
    left = gap if at.x() > stage.width() / 2 else stage.width() - side - gap
    seen = stage.visibleRegion().boundingRect()
    return QRectF(left, min(seen.top() + gap, stage.height() - side - gap), side, side)
