"""A clip or a picture opened: its frames, the points on them, and the number that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)

from longstride.core.history.angle import Point
from longstride.film.footage import Footage
from longstride.ui.intentions import Intention
from longstride.ui.intentions.measure import SeeFrame
from longstride.ui.look.theme import Theme
from longstride.ui.measure.film_hands import FilmHands
from longstride.ui.measure.film_parts import FilmParts
from longstride.ui.measure.measuring import Kept, Measuring, error_words, number_words, tilt_words
from longstride.ui.measure.placed import Mark
from longstride.ui.shown.angle_drawing import Drawing
from longstride.ui.shown.film import Use
from longstride.ui.widgets.card import ScrollPage


class FilmView(ScrollPage):
    """Shows a Footage frame by frame; ``wants`` carries a FilmWish.

    ``back`` leaves it, ``compare`` asks for what can stand beside it.
    """

    wants = Signal(Intention)
    back = Signal()
    compare = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Use.STRIDE.value)
        self._measuring: Measuring | None = None
        self._use = Use.STRIDE
        self._awaited: int | None = None  # the frame that was asked for last
        self._found: tuple[int, Mapping[Mark, Point]] | None = None
        self._can_suggest = ""
        self.parts = FilmParts(theme)
        self.column.addWidget(self.parts)
        self.column.addStretch(1)
        self.hands = FilmHands(self)
        self.parts.back.clicked.connect(self.back)
        self.parts.compare.clicked.connect(self.compare)
        self.parts.strip.valueChanged.connect(self._see)
        self.invite(Use.STRIDE)
        self.unveil()

    @property
    def measuring(self) -> Measuring | None:
        """What is open and how it stands, None while nothing is."""
        return self._measuring

    @property
    def use(self) -> Use:
        """What is measured here."""
        return self._use

    @property
    def waits(self) -> bool:
        """Whether a frame that was asked for has not come yet."""
        return self._awaited is not None

    # -- what is shown --------------------------------------------------------------------------

    def invite(self, use: Use, trouble: str = "") -> None:
        """Show how to film, and in a sentence why what was wanted is not shown."""
        self._close(use)
        self.parts.show_closed(use, trouble)

    def show_reading(self, use: Use, name: str) -> None:
        """Say that something is being opened."""
        self._close(use)
        self.parts.show_reading(use, name)

    def show_source(self, footage: Footage, use: Use, kept: Kept) -> None:
        """Show what was opened; its first frame comes by ``show_frame``."""
        self._close(use)
        self._awaited = 0
        self._measuring = Measuring(footage, use, kept=kept)
        self.parts.show_source(footage, use)
        self._show()
        self.parts.number.place.setFocus()
        self.verticalScrollBar().setValue(0)

    def show_kept(self, kept: Kept) -> None:
        """Take the strides or tries of today that are kept, by side."""
        if self._measuring is not None:
            self.change(replace(self._measuring, kept=kept))

    def show_frame(self, frame: int, image: QImage) -> None:
        """Show a frame that was asked for."""
        if self._measuring is None:
            return
        if self._awaited == frame:
            self._awaited = None
        self.parts.stage.show_image(image)
        if self._awaited is None:
            self.parts.strip.follow(frame)
        self.change(self._measuring.at(frame))
        self._put_found()

    def show_suggested(self, frame: int, points: Mapping[Mark, Point]) -> None:
        """Put points that were suggested on their frame, if it is still looked at."""
        self.parts.number.show_busy(busy=False)
        if self._measuring is not None and self._measuring.frame == frame:
            self.change(self._measuring.put_all(points))
            self.parts.number.accept.setFocus()
            self.announce_angle()

    def show_unsure(self, words: str) -> None:
        """Say why nothing is suggested, or why a frame is not seen."""
        self._awaited = None
        self.parts.number.show_busy(busy=False)
        self.parts.finding.rest()
        self.parts.tell(words)
        self._announce(words)

    def show_can_suggest(self, why_not: str) -> None:
        """Say why points cannot be suggested here, "" where they can."""
        self._can_suggest = why_not
        if self._measuring is not None:
            self._show()

    def show_found(self, frame: int, points: Mapping[Mark, Point], words: str) -> None:
        """Go to the frame on which the thigh is furthest back, and put what was suggested there."""
        self.parts.finding.rest(words)
        self._found = frame, points
        self.go_to(frame)
        self._put_found()

    def _put_found(self) -> None:
        """Put points that were found on their frame, once that is seen."""
        if self._found is not None and self._awaited is None and self._measuring is not None:
            (frame, points), self._found = self._found, None
            self.show_suggested(frame, points)

    # -- what is changed ------------------------------------------------------------------------

    def change(self, measuring: Measuring) -> None:
        """Let it stand otherwise."""
        self._measuring = measuring
        self.parts.tell("")
        self._show()

    def go_to(self, frame: int) -> None:
        """Ask for a frame, the nearest there is."""
        if self._measuring is not None:
            self.parts.strip.setValue(self._measuring.at(frame).frame)

    def announce_angle(self) -> None:
        """Have a screen reader say the number, once there is one."""
        measuring = self._measuring
        if measuring is not None and measuring.angle_deg is not None:
            number = f"{abs(round(measuring.angle_deg))} degrees {number_words(measuring)}"
            self._announce(f"{number}, {error_words(measuring)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Left and Right go through the clip wherever nothing else takes them."""
        if self._measuring is None or not self.hands.take_key(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hands.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.parts.fit(self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.fit(self.viewport().height())

    def _see(self, frame: int) -> None:
        self._awaited = frame
        self.wants.emit(SeeFrame(frame))

    def _close(self, use: Use) -> None:
        self.hands.stop()
        self._measuring, self._use, self._found = None, use, None
        self.setAccessibleName(use.value)

    def _show(self) -> None:
        measuring = self._measuring
        assert measuring is not None, "something is open"
        parts, footage = self.parts, measuring.footage
        parts.stage.show_placed(measuring.placed, drawn(measuring))
        parts.number.show_measuring(measuring, self._can_suggest)
        parts.bar.show_frame(measuring.frame, len(footage.times), measuring.moment / 1_000_000)
        fps = 0 if footage.is_picture else round(measuring.filmed.filmed_fps)
        parts.guide.show_known(tilt_words(measuring), fps)
        parts.cadence.show_moment(measuring.moment, measuring.filmed)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def drawn(measuring: Measuring) -> Drawing | None:
    """Return the angle as it is drawn, None while there is none."""
    angle, marks = measuring.angle_deg, measuring.marks
    if angle is None or marks is None:
        return None
    return Drawing(marks, angle, measuring.error_deg, measuring.use is Use.THOMAS)
