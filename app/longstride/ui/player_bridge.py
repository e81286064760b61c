"""The bridge between a coach and the player page: it has both and keeps them in step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from longstride.coach import Coach
from longstride.core.player import PlayState
from longstride.core.timeline import Timeline
from longstride.desktop.awake import Awake
from longstride.desktop.suspend import SleepWatch
from longstride.ui.background import Task
from longstride.ui.pages.player import PlayerPage

FRAME = 16  # ms between two looks at the position
AHEAD = 25  # ms the screen takes from being painted to being seen

SLEPT = "The computer was asleep, so the flow is paused where it was. Press space to go on."


class PlayerBridge(QObject):
    """Leads one run on one page.

    ``ready`` comes when the flow has begun, ``finished`` at its end, ``leave_asked`` when the
    athlete wants to go; then the flow is paused and ``go_on`` takes it up again.
    """

    ready = Signal()
    finished = Signal()
    leave_asked = Signal()
    refused = Signal(object)

    def __init__(
        self, coach: Coach, page: PlayerPage, watch: SleepWatch, awake: Awake | None
    ) -> None:
        super().__init__(page)
        self._coach = coach
        self._page = page
        self._watch = watch
        self._awake = awake
        self._stiffness: int | None = None
        self._shown: Timeline | None = None
        self._begun = False
        self._sound_trouble: str | None = None
        self._slept = False
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._look)
        self._connect()

    @property
    def begun(self) -> bool:
        """Whether the flow has begun; before that there is nothing to keep."""
        return self._begun

    def start(self, stiffness: int | None) -> None:
        """Render the first words off the GUI thread, then begin by itself."""
        self._stiffness = stiffness
        self._page.open(self._coach.flow, self._coach.draft())
        self._page.show_state(playing=True, waiting=False, finished=False)
        self._page.show_progress(0, 1)
        self._run(self._coach.prepare, self._begin)

    def go_on(self) -> None:
        """Play on after a question."""
        if self._begun:
            self._coach.play()
            self._show_state()

    def show_sound_trouble(self, text: str | None) -> None:
        """Show why nothing is heard, or that it is."""
        self._sound_trouble = text
        self._show_notices()

    def close(self) -> None:
        """Stop everything that runs; the coach keeps what was done."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        if self._awake is not None:
            self._awake.stop()

    def _connect(self) -> None:
        page = self._page
        page.play_pause.connect(self._play_pause)
        page.next_step.connect(lambda: self._jump(self._coach.next))
        page.previous_step.connect(lambda: self._jump(self._coach.previous))
        page.seek.connect(lambda position: self._jump(lambda: self._coach.seek(position)))
        page.lighter.connect(self._toggle_lighter)
        page.leave.connect(self.ask_to_leave)

    def ask_to_leave(self) -> None:
        """Pause and let the window ask."""
        if self._begun:
            self._coach.pause()
            self._show_state()
        self.leave_asked.emit()

    def _run(self, work: Callable[[], object], then: Callable[[], None]) -> None:
        task = Task(work, self)
        task.progress.connect(self._page.show_progress)
        task.done.connect(lambda _: then())
        task.refused.connect(self.refused)
        self._task = task
        task.start()

    def _begin(self) -> None:
        self._coach.begin(self._stiffness)
        self._begun = True
        if self._awake is not None:
            self._awake.start()
        self._watch.slept()  # what was slept before does not count
        self._coach.play()
        self._timer.start()
        self._show_all()
        self.ready.emit()
        self._run(self._coach.prepare_rest, self._take_measured)

    def _take_measured(self) -> None:
        self._page.show_progress(1, None)
        if self._coach.player.state is not PlayState.FINISHED:
            self._coach.take_measured()
            self._show_all()

    def _play_pause(self) -> None:
        if not self._begun:
            return
        if self._coach.player.state is PlayState.PLAYING:
            self._coach.pause()
        else:
            self._slept = False
            self._coach.play()
        self._show_all()

    def _jump(self, jump: Callable[[], None]) -> None:
        if self._begun:
            jump()
            self._show_all()

    def _toggle_lighter(self) -> None:
        if self._begun and self._coach.toggle_lighter():
            self._show_all()

    def _look(self) -> None:
        """See where the sound is; called at every frame."""
        player = self._coach.player
        if player.state is PlayState.PLAYING and self._watch.slept():
            self._slept = True
            self._coach.pause()
            self._show_all()
            return
        before = player.state
        self._coach.advance()
        if player.state is before:
            self._show_moment()
            return
        self._show_all()
        if player.state is PlayState.FINISHED:
            self._timer.stop()
            self.finished.emit()

    def _show_all(self) -> None:
        if self._coach.player.timeline is not self._shown:
            self._shown = self._coach.player.timeline
            self._page.open(self._coach.flow, self._shown, self._coach.player.position)
        self._page.show_lighter(self._coach.lighter)
        self._show_moment()
        self._show_state()
        self._show_notices()

    def _show_moment(self) -> None:
        player = self._coach.player
        ahead = AHEAD if player.state is PlayState.PLAYING else 0
        self._page.show_moment(player.timeline.at(player.position + ahead))

    def _show_state(self) -> None:
        player = self._coach.player
        self._page.show_state(
            playing=player.state is PlayState.PLAYING,
            waiting=player.waiting,
            finished=player.state is PlayState.FINISHED,
        )

    def _show_notices(self) -> None:
        troubles = (
            SLEPT if self._slept else None,
            self._sound_trouble,
            self._coach.voice_trouble,
            self._coach.journal_trouble,
        )
        self._page.show_notice(next((text for text in troubles if text), None))
