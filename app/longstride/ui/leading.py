"""One flow led in the window: the player in front, the questions before it ends, and its end."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from longstride.coach import Coach
from longstride.core.errors import LongstrideError
from longstride.core.session import AfterRating
from longstride.desktop.awake import Awake
from longstride.desktop.suspend import SleepWatch
from longstride.sound.output import DeviceOutput
from longstride.sound.state import SoundState
from longstride.ui.dialogs.after import AfterDialog
from longstride.ui.dialogs.leave import Leave, LeaveDialog
from longstride.ui.main_window import MainWindow
from longstride.ui.pages.player import PlayerPage
from longstride.ui.player_bridge import PlayerBridge
from longstride.ui.theme import Theme


class Leading(QObject):
    """Takes the window for one run and gives it back; ``over`` comes when it has.

    ``refused`` carries why the run could not begin.
    """

    over = Signal()
    refused = Signal(str)

    def __init__(
        self, window: MainWindow, theme: Theme, coach: Coach, output: DeviceOutput, *, awake: bool
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._coach = coach
        self._output = output
        self._asking = False
        self.page = PlayerPage(theme)
        self.bridge = PlayerBridge(coach, self.page, SleepWatch(), Awake() if awake else None)
        self.page.fullscreen.connect(window.toggle_full_screen)
        self.bridge.leave_asked.connect(self._ask_to_leave)
        self.bridge.finished.connect(self._ask_how_it_was)
        self.bridge.refused.connect(self._refuse)
        window.close_asked.connect(self.bridge.ask_to_leave)
        output.state_changed.connect(self._show_sound_state)

    def start(self, stiffness: int | None, *, full_screen: bool) -> None:
        """Show the player and begin."""
        self._window.show_player(self.page, full_screen)
        self._show_sound_state(self._output.state)
        self.bridge.start(stiffness)

    def _show_sound_state(self, state: SoundState) -> None:
        self.bridge.show_sound_trouble(state.sentence or None)

    def _ask_to_leave(self) -> None:
        if not self.bridge.begun:
            self._end()
        elif not self._asking:
            self._asking = True
            step = self._coach.player.step + 1
            flow = self._coach.flow
            dialog = LeaveDialog(self._theme, self.page, flow.title, step, len(flow.steps))
            dialog.chosen.connect(self._leave)
            dialog.open()

    def _leave(self, choice: Leave) -> None:
        self._asking = False
        if choice is Leave.GO_ON:
            self.bridge.go_on()
            return
        self._coach.leave(keep_place=choice is Leave.KEEP_PLACE)
        if choice is Leave.END:
            self._ask_how_it_was()
        else:
            self._end()

    def _ask_how_it_was(self) -> None:
        before = self._coach.session.stiffness_before
        dialog = AfterDialog(self._theme, self.page, self._coach.flow.title, before)
        dialog.rated.connect(self._rate)
        dialog.skipped.connect(self._end)
        dialog.open()

    def _rate(self, after: AfterRating) -> None:
        self._coach.rate(after)
        self._end()

    def _refuse(self, error: LongstrideError) -> None:
        self._end()
        self.refused.emit(str(error))

    def _end(self) -> None:
        self.bridge.close()
        self._output.state_changed.disconnect(self._show_sound_state)
        self._window.close_asked.disconnect(self.bridge.ask_to_leave)
        self._window.leave_player()
        self.page.deleteLater()
        self.over.emit()
