"""What the athlete does on an open clip: goes through it, puts points, keeps the number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton

from longstride.core.history.angle import Point
from longstride.ui.intentions import measure as wants
from longstride.ui.measure.handle import Handle
from longstride.ui.measure.measuring import Measuring
from longstride.ui.measure.placed import LEVEL, START, Mark
from longstride.ui.measure.playing import Playing

if TYPE_CHECKING:
    from longstride.ui.measure.film_view import FilmView

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_FAR = 10  # frames, with Shift

Changed = Callable[[Measuring], Measuring]


class FilmHands(QObject):
    """Changes what a FilmView shows, and says what it wants done."""

    def __init__(self, view: FilmView) -> None:
        super().__init__(view)
        self._view = view
        self._parts = view.parts
        self.playing = Playing(self)
        self._connect_clip()
        self._connect_number()
        for each in self._parts.findChildren(QAbstractButton):
            if not (each.isCheckable() or isinstance(each, Handle)):  # whose arrows are their own
                each.installEventFilter(self)
        self._add_shortcut("Ctrl+Z", Measuring.undone)
        self._add_shortcut("Ctrl+Shift+Z", Measuring.redone)

    def stop(self) -> None:
        """Let the clip stay where it is."""
        self.playing.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows go through the clip from a button, where Qt would go to the next one."""
        is_open = self._view.measuring is not None
        return is_open and isinstance(event, QKeyEvent) and self._steps_by(event)

    def _steps_by(self, event: QKeyEvent) -> bool:
        return event.type() is QEvent.Type.KeyPress and self.take_key(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Go a frame back or on, ten with Shift; say whether the key is one for that."""
        if (step := _ARROWS.get(Qt.Key(event.key()))) is None:
            return False
        far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._step(step * (_FAR if far else 1))
        return True

    def _connect_clip(self) -> None:
        parts, view = self._parts, self._view
        parts.opened.connect(lambda: view.wants.emit(wants.OpenFilm(view.use)))
        parts.strip.played.connect(self._play_or_stop)
        parts.bar.played.connect(self._play_or_stop)
        parts.bar.stepped.connect(self._step)
        parts.bar.paced.connect(self.playing.stop)
        parts.filmed.activated.connect(lambda _: self._say_filmed())
        parts.finding.asked.connect(self._find)
        parts.finding.left.connect(self._leave_finding)
        parts.cadence.kept.connect(lambda spm, n: view.wants.emit(wants.KeepCadence(spm, n)))
        self.playing.due.connect(self._play_to)
        self.playing.changed.connect(parts.bar.show_playing)

    def _connect_number(self) -> None:
        number = self._parts.number
        self._parts.stage.put.connect(self._put)
        number.placed.connect(self._place_next)
        number.undone.connect(lambda: self._change(Measuring.undone))
        number.redone.connect(lambda: self._change(Measuring.redone))
        number.accepted.connect(lambda: self._change(Measuring.accepted))
        number.sided.connect(lambda side: self._change(lambda m: replace(m, side=side)))
        number.controlled.connect(lambda on: self._change(lambda m: replace(m, controlled=on)))
        number.suggest.connect(self._suggest)
        number.keep.connect(self._keep)

    def _add_shortcut(self, keys: str, change: Changed) -> None:
        made = QShortcut(QKeySequence(keys), self._view)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(lambda: self._change(change))

    def _change(self, change: Changed) -> None:
        if (measuring := self._view.measuring) is not None:
            self._view.change(change(measuring))
            self._view.announce_angle()

    # -- frames ---------------------------------------------------------------------------------

    def _step(self, frames: int) -> None:
        self.playing.stop()
        self._view.go_to(self._parts.strip.value() + frames)

    def _play_or_stop(self) -> None:
        measuring = self._view.measuring
        if self.playing.on:
            self.playing.stop()
        elif measuring is not None and not measuring.footage.is_picture:
            self.playing.start(
                measuring.footage.times, measuring.frame, self._parts.bar.speeds.speed
            )

    def _play_to(self, frame: int) -> None:
        if not self._view.waits:  # one that is late leaves out those that came due meanwhile
            self._view.go_to(frame)

    def _say_filmed(self) -> None:
        fps = self._parts.filmed.value
        assert fps is None or isinstance(fps, int), "only frames a second are offered"
        self._change(lambda m: replace(m, filmed_fps=fps))

    # -- points ---------------------------------------------------------------------------------

    def _put(self, mark: Mark, point: Point, joins: bool) -> None:
        self.playing.stop()
        self._change(lambda m: m.put(mark, point, joins=joins))
        self._parts.stage.tell(mark, place_words(point))

    def _place_next(self) -> None:
        """Put what is missing where the arrows can take it from, and the keyboard on it."""
        measuring = self._view.measuring
        mark = measuring and measuring.placed.next
        if not measuring or not mark:
            return
        marks = LEVEL if mark in LEVEL else (mark,)
        ends = {each: START[each] for each in marks if each not in measuring.placed.points}
        self._change(lambda m: m.put_all(ends))
        self._parts.stage.handles[mark].setFocus(Qt.FocusReason.OtherFocusReason)

    def _suggest(self) -> None:
        if (measuring := self._view.measuring) is not None:
            self.playing.stop()
            self._parts.number.show_busy(busy=True)
            self._view.wants.emit(wants.SuggestPoints(measuring.frame, measuring.side))

    def _find(self) -> None:
        if (measuring := self._view.measuring) is not None:
            self.playing.stop()
            self._parts.finding.show_progress(0, len(measuring.footage.times))
            self._view.wants.emit(wants.FindFurthest(measuring.side))

    def _leave_finding(self) -> None:
        self._parts.finding.rest()
        self._view.wants.emit(wants.StopFinding())

    def _keep(self) -> None:
        measuring = self._view.measuring
        marks = measuring and measuring.marks
        if not measuring or not marks:
            return
        clip = not measuring.footage.is_picture
        self._view.wants.emit(
            wants.KeepAngle(
                measuring.use,
                measuring.frame,
                marks,
                measuring.moment,
                round(measuring.filmed.filmed_fps) if clip else 0,
                measuring.controlled,
            )
        )


def place_words(point: Point) -> str:
    """Return where a point is, for a screen reader."""
    return f"{point.x:.1%} from the left, {point.y:.1%} from the top, {point.by}"
