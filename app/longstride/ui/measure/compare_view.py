"""Compare: two pictures side by side, in step from a moment on, and what may be said of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.measure import OpenBeside, SeeBeside, SeeFrame, SeeStill
from longstride.ui.look.theme import Theme
from longstride.ui.measure.compare_bar import CompareBar
from longstride.ui.measure.compare_pane import ANOTHER, BESIDE, OPEN, ComparePane, Pane
from longstride.ui.measure.side_by_side import Track, compared, shared_reach, verdict
from longstride.ui.measure.verdict_box import VerdictBox
from longstride.ui.shown.angle_drawing import Drawing
from longstride.ui.widgets.card import ScrollPage, bare_column
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.nav import BackButton
from longstride.ui.widgets.text import label

_SHARE = 0.38  # of the page's height is each picture's
_LEAST = 220


@dataclass(frozen=True, slots=True)
class _Side:
    """What is chosen on one side, and the frame that is seen of it."""

    key: object = None
    frame: int = 0


class CompareView(ScrollPage):
    """``wants`` carries what is to be read of the clips; ``back`` leaves it."""

    wants = Signal(Intention)
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("Compare")
        self._panes: dict[object, Pane] = {}
        self._sides = [_Side(), _Side()]
        self.back_to = BackButton(theme, "Measure")
        self.panes = (ComparePane(theme, "Before"), ComparePane(theme, "After"))
        self.bar = CompareBar(theme)
        self.verdict = VerdictBox(theme)
        self._lay_out(theme)
        self._connect()
        self.unveil()

    def show_panes(self, panes: dict[object, Pane], before: object, after: object) -> None:
        """Show two of what there is; keys are ids of stills, OPEN or BESIDE, None for nothing."""
        self.bar.stop()
        self._panes = panes
        self._sides = [self._side(before), self._side(after)]
        self._show()
        self._read_stills()

    def take_beside(self, pane: Pane) -> None:
        """Let a clip that was opened stand at the left."""
        self._panes = {**self._panes, BESIDE: pane}
        self._choose(0, BESIDE)
        self.wants.emit(SeeBeside(0))

    def show_frame(self, key: object, frame: int, image: QImage) -> None:
        """Show a frame of an open clip, if it is the one that is to be seen."""
        if key in self._panes:
            self._panes[key] = replace(self._panes[key], image=image)
        for side, pane in zip(self._sides, self.panes, strict=True):
            if side.key == key and side.frame == frame:
                pane.show_image(image)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.bar.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- hands ----------------------------------------------------------------------------------

    def _choose(self, place: int, key: object) -> None:
        if key == ANOTHER:
            self._show()
            self.wants.emit(OpenBeside())
            return
        self._sides[place] = self._side(key)
        self._show()
        self._read_stills()

    def _read_stills(self) -> None:
        """Ask for the stills that are seen as large as they were kept."""
        for side in self._sides:
            if isinstance(side.key, UUID):
                self.wants.emit(SeeStill(side.key))

    def _side(self, key: object) -> _Side:
        pane = self._panes.get(key)
        return _Side(key, pane.track.locked if pane and pane.track else 0)

    def _nudge(self, place: int, frames: int) -> None:
        """Show one side a frame earlier or later; while both are locked, from then on."""
        side = self._sides[place]
        pane = self._panes[side.key]
        assert pane.track is not None, "only a clip is nudged"
        if self.bar.locked:
            self._panes[side.key] = replace(pane, track=pane.track.nudged(frames))
            self._follow(self.bar.offset)
        else:
            last = len(pane.track.footage.times) - 1
            self._see(place, min(max(0, side.frame + frames), last))
        self._show()

    def _lock(self, locked: bool) -> None:
        """Let both go in step from the frames that are seen."""
        for side in self._sides:
            pane = self._panes.get(side.key)
            if pane is not None and pane.track is not None:
                track = replace(pane.track, locked=side.frame, nudge=0)
                self._panes[side.key] = replace(pane, track=track)
        if locked:
            self.bar.show_reach(*shared_reach(self._tracks()))
        self._show()

    def _follow(self, ms: int) -> None:
        """Show both so many ms after the moment that was locked."""
        for place, side in enumerate(self._sides):
            pane = self._panes.get(side.key)
            if pane is not None and pane.track is not None:
                self._see(place, pane.track.frame(ms * 1000))

    def _see(self, place: int, frame: int) -> None:
        side = self._sides[place]
        if side.frame == frame:
            return
        self._sides[place] = replace(side, frame=frame)
        self.panes[place].stage.show_drawing(self._drawn(place))
        self.wants.emit(SeeFrame(frame) if side.key == OPEN else SeeBeside(frame))

    # -- what is shown --------------------------------------------------------------------------

    def _tracks(self) -> tuple[Track, ...]:
        found = (self._panes.get(side.key) for side in self._sides)
        return tuple(pane.track for pane in found if pane is not None and pane.track is not None)

    def _show(self) -> None:
        items = tuple((pane.title, key) for key, pane in self._panes.items())
        items = (*items, ("Open another clip", ANOTHER))
        self.bar.offer(clips=len(self._tracks()))
        for place, (side, pane) in enumerate(zip(self._sides, self.panes, strict=True)):
            shown = self._panes.get(side.key)
            pane.offer(items, side.key)
            pane.show_pane(shown, side.frame, locked=self.bar.locked)
            pane.stage.show_drawing(self._drawn(place))
        self._show_verdict()

    def _drawn(self, place: int) -> Drawing | None:
        """Return the angle of a side, if the frame that it was measured on is seen."""
        side = self._sides[place]
        pane = self._panes.get(side.key)
        if pane is None or (pane.track is not None and pane.measured_on != side.frame):
            return None
        return pane.drawn

    def _show_verdict(self) -> None:
        before, after = (self._panes.get(side.key) for side in self._sides)
        if before is None or after is None or not (before.angles and after.angles):
            self.verdict.show_verdict(None, ())
            return
        one_day = before.day == after.day
        found = compared(before.angles, after.angles, one_day=one_day)
        said = verdict(before.angles.use, found[0]) if found else None
        self.verdict.show_verdict(said, found)

    def _connect(self) -> None:
        self.back_to.clicked.connect(self.back)
        for place, pane in enumerate(self.panes):
            pane.chosen.connect(lambda key, place=place: self._choose(place, key))
            pane.nudged.connect(lambda frames, place=place: self._nudge(place, frames))
        self.bar.locking.connect(self._lock)
        self.bar.moved.connect(self._follow)

    def _lay_out(self, theme: Theme) -> None:
        head, lines = bare_column(2)
        row = QWidget()
        FlowLayout(row, gap=0).addWidget(self.back_to)
        lines.addWidget(row)
        lines.addWidget(label("Compare", "title"))
        both = Reflow(theme, 760)
        for pane in self.panes:
            both.add(pane)
        for widget in (head, both, self.bar, self.verdict):
            self.column.addWidget(widget)
        self.column.setSpacing(16)
        self.column.addStretch(1)

    def _fit(self) -> None:
        height = max(_LEAST, round(self.viewport().height() * _SHARE))
        for pane in self.panes:
            pane.stage.setFixedHeight(height)
