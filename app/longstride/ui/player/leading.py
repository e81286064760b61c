"""One flow led in the window: the player in front, the questions before it ends, and its end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QTimer, Signal

from longstride.core.errors import LongstrideError
from longstride.core.flow.drill import Drill, Side
from longstride.core.flow.flow import FILMS, MEASURES
from longstride.core.history.measure import bridges_of
from longstride.desktop.awake import Awake
from longstride.leading.run import Run
from longstride.leading.so_far import so_far
from longstride.sound.output import DeviceOutput
from longstride.ui.player.bridge import PlayerBridge
from longstride.ui.player.finish import Finish
from longstride.ui.player.finish_words import FinishWeek, finished
from longstride.ui.player.leave_dialog import Leave, LeaveDialog
from longstride.ui.player.page import PlayerPage
from longstride.ui.shell.front import Front, FrontPart
from longstride.ui.shown.rest_figure import at_rest

LOST = (
    "Not all of the last flow is written down yet. It is kept while Longstride is open, and "
    "written as soon as that works. "
)


class Leading(FrontPart):
    """Takes the window for one run and gives it back; ``over`` comes when it has.

    ``ended`` comes when the run has come to its end, and all of it but how it felt is kept.
    ``refused`` carries the LongstrideError that kept the run from beginning, ``lost`` why some
    of it could not be written down. A window that was asked to close in the middle closes at
    the end of the run.
    """

    ended = Signal()
    over = Signal()
    refused = Signal(LongstrideError)
    lost = Signal(str)

    def __init__(self, front: Front, run: Run, output: DeviceOutput, awake: Awake | None) -> None:
        super().__init__(front)
        self._run = run
        self._output = output
        self._asked: LeaveDialog | Finish | None = None
        self._closing = False
        self.page = PlayerPage(front.theme)
        self.bridge = PlayerBridge(run, self.page, awake)
        self.page.fullscreen.connect(front.window.toggle_full_screen)
        self.page.help.connect(front.window.ask_for_help)
        self.page.leave.connect(self._ask_to_leave)
        self.bridge.finished.connect(self._ask_how_it_was)
        self.bridge.refused.connect(self._refuse)
        front.window.close_asked.connect(self._ask_to_close)
        output.state_changed.connect(self.bridge.show_trouble)

    @property
    def has_numbers(self) -> bool:
        """True after a flow that measures: its numbers wait to be entered."""
        asked = isinstance(self._asked, Finish) and not self._closing
        return asked and MEASURES in self._run.coach.flow.occasions

    @property
    def held(self) -> dict[Side, int]:
        """How many s each side held the bridge of a flow that tests it."""
        steps = range(len(self._run.coach.flow.steps))
        return bridges_of(chain.from_iterable(map(self._run.player.retell, steps)))

    @property
    def has_film(self) -> bool:
        """True after a flow that asked to be filmed, and has no numbers to be entered."""
        asked = self._asked is not None and not self._closing and not self.has_numbers
        return asked and FILMS in self._run.coach.flow.equipment

    @property
    def drills(self) -> Iterator[Drill]:
        """The drills of the flow that is led."""
        return (step.drill for step in self._run.coach.flow.steps)

    def start(self, *, full_screen: bool) -> None:
        """Show the player and begin."""
        self._window.show_player(self.page, full_screen)
        self.bridge.start()

    def play(self) -> None:
        """Play; a question whether to leave is answered with going on."""
        if isinstance(self._asked, LeaveDialog):
            self._asked.play_on()
        else:
            self.bridge.play()

    @property
    def free(self) -> bool:
        """Whether the flow is under way, with no question in front of it."""
        return self._asked is None and self.bridge.begun and not self.bridge.over

    def cut_off(self) -> None:
        """Stop at once and keep the place, because the program ends."""
        self.bridge.close()
        self._run.leave(keep_place=True)
        if self._run.scribe.trouble:
            self.lost.emit(LOST + self._run.scribe.trouble)

    def _ask_to_close(self) -> None:
        self._closing = True
        if not isinstance(self._asked, Finish):
            self._ask_to_leave()
        else:
            self._asked.reject()

    def _ask_to_leave(self) -> None:
        if not self.bridge.begun:
            self._end()
            return
        if not self._run.scribe.keeps:
            self._leave(Leave.END)
            return
        if self._asked is None:
            self.bridge.hold()
        if self._asked is None:  # the flow has not just come to its end, which asks for itself
            self._asked = self._leave_dialog()
            self._asked.open()

    def _leave_dialog(self) -> LeaveDialog:
        step = self._run.player.step + 1
        flow = self._run.coach.flow
        written = self._run.scribe.trouble is None or self._run.scribe.write_down()
        dialog = LeaveDialog(
            self._theme, self.page, flow.title, step, len(flow.steps), written=written
        )
        dialog.chosen.connect(self._leave)
        return dialog

    def _leave(self, choice: Leave) -> None:
        self._asked = None
        if choice in {Leave.GO_ON, Leave.PLAY}:
            self._closing = False
            (self.bridge.play if choice is Leave.PLAY else self.bridge.go_on)()
            return
        self._run.leave(keep_place=choice is Leave.KEEP_PLACE)
        if choice is Leave.END or self._run.pain:
            self._ask_how_it_was(kept=choice is Leave.KEEP_PLACE)
        else:
            self._end()

    def _ask_how_it_was(self, kept: bool = False) -> None:
        if not self._run.scribe.keeps:
            self._end()
            return
        run, timeline = self._run, self._run.player.timeline
        dialog = Finish(
            self._theme,
            self.page,
            finished(so_far(run), kept=kept),
            run.session.stiffness_before,
            run.coach.farewell,
            run.pain,
            at_rest(self.page.parts.drill.figures),
            (timeline.step_starts, timeline.duration),
        )
        dialog.rated.connect(run.rate)
        dialog.left.connect(self._end)
        self._asked = dialog
        dialog.open()
        self.ended.emit()

    def show_week(self, week: FinishWeek) -> None:
        """Show the week with the run that is over, if that is what is shown."""
        if isinstance(self._asked, Finish):
            self._asked.show_week(week)

    def _refuse(self, error: LongstrideError) -> None:
        self._end()
        self.refused.emit(error)

    def _end(self) -> None:
        self.bridge.close()
        self._output.state_changed.disconnect(self.bridge.show_trouble)
        self._window.close_asked.disconnect(self._ask_to_close)
        self._window.leave_player()
        self.page.deleteLater()
        if self._run.scribe.trouble:
            self.lost.emit(LOST + self._run.scribe.trouble)
        self.over.emit()
        if self._closing:  # later: the window may be in the middle of asking to be closed
            QTimer.singleShot(0, self._window, self._window.close)
