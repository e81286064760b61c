"""The bridge between a coach and the player page: it has both and keeps them in step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from longstride.core.timeline.player import PlayState
from longstride.core.timeline.timeline import Timeline
from longstride.desktop.awake import Awake
from longstride.desktop.suspend import SleepWatch
from longstride.leading.coach import Coach
from longstride.ui.player.page import PlayerPage
from longstride.ui.shell.background import Background, Task

FRAME = 16  # ms between two looks at the position
AHEAD = 25  # ms the screen takes from being painted to being seen
PATIENCE = 4000  # ms without a new sentence after which a flow begins before its voice

SLEPT = "The computer was asleep, so the flow is paused where it was. Press space to go on."

LATE = "The voice is slow to start: tones and captions lead until it is here."

WAITS = "The flow goes on and keeps what you do. "

LIGHTEST = "Nothing that is left here can be made lighter."


class PlayerBridge(QObject):
    """Leads one run on one page.

    ``ready`` comes when the flow has begun, ``finished`` at its end, ``refused`` with the
    LongstrideError that kept it from beginning. A voice that does not come is not waited for: it
    joins a flow that has begun. ``changed`` comes with every other step and when
    it plays or stands still, ``jumped`` when it went elsewhere. ``close`` it when the page goes.
    """

    ready = Signal()
    finished = Signal()
    refused = Signal(object)
    changed = Signal()
    jumped = Signal()

    def __init__(
        self,
        coach: Coach,
        page: PlayerPage,
        background: Background,
        watch: SleepWatch,
        awake: Awake | None,
    ) -> None:
        super().__init__(page)
        self._coach = coach
        self._page = page
        self._background = background
        self._watch = watch
        self._awake = awake
        self._stiffness: int | None = None
        self._shown: Timeline | None = None
        self._step: int | None = None
        self._notice: str | None = None
        self._sound_trouble: str | None = None
        self._refused_in: int | None = None  # the step in which going lighter changed nothing
        self._begun = self._held = self._slept = self._over = self._late = False
        self._heard = 0
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._look)
        self._patience = QTimer(self)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._look_for_voice)
        self._connect()

    @property
    def begun(self) -> bool:
        """Whether the flow has begun; before that there is nothing to keep."""
        return self._begun

    @property
    def over(self) -> bool:
        """Whether the flow has come to its end."""
        return self._over

    def start(self, stiffness: int | None) -> None:
        """Render the first words off the GUI thread, then begin by itself."""
        self._stiffness = stiffness
        self._page.open(self._coach.flow, self._coach.draft())
        self._page.show_state(playing=True, waiting=False, finished=False)
        self._page.show_progress(0, 1)
        self._heard = self._coach.heard
        self._patience.start()
        self._task = self._background.run(self._coach.prepare, self._take_first, self._refuse)

    def hold(self) -> None:
        """Pause for a question; ``go_on`` makes it as it was before."""
        if self._begun:
            self._held = self._playing
            self._pause()

    def play(self) -> None:
        """Play, if the flow has begun and is not over."""
        if self._begun and not self._over and not self._playing:
            self._play()

    def pause(self) -> None:
        """Pause, if it plays."""
        if self._begun and self._playing:
            self._pause()

    def go_on(self) -> None:
        """Play on after a question, if the flow was playing before it."""
        if self._held:
            self._play()

    def show_sound_trouble(self, text: str | None) -> None:
        """Show why nothing is heard, or that it is."""
        self._sound_trouble = text
        self._show_notice()

    def close(self) -> None:
        """Stop everything that runs; the coach keeps what was done."""
        self._timer.stop()
        self._patience.stop()
        if self._task is not None:
            self._task.cancel()
        if self._awake is not None:
            self._awake.stop()

    @property
    def _playing(self) -> bool:
        return self._coach.player.state is PlayState.PLAYING

    @property
    def _refused(self) -> bool:
        """Whether going lighter has just changed nothing; forgotten with the next step."""
        return self._refused_in is not None and self._refused_in == self._coach.player.step

    def _connect(self) -> None:
        page = self._page
        page.play_pause.connect(self._play_pause)
        page.next_step.connect(lambda: self._jump(self._coach.next))
        page.previous_step.connect(lambda: self._jump(self._coach.previous))
        page.seek.connect(lambda position: self._jump(lambda: self._coach.seek(position)))
        page.lighter.connect(self._toggle_lighter)

    def _look_for_voice(self) -> None:
        """Begin without a voice that has had nothing to say for a while; wait for one that has."""
        before, self._heard = self._heard, self._coach.heard
        if self._heard == before:
            self._late = True
            self._begin()

    def _take_first(self, _: object) -> None:
        """Begin with the first sentences, or have them join the flow that did not wait."""
        self._late = False
        if self._begun:
            self._take_measured(None)
        else:
            self._begin()
        self._prepare_rest()

    def _refuse(self, error: object) -> None:
        if self._begun:
            self._take_first(None)  # a flow that is led is led on
        else:
            self._patience.stop()
            self.refused.emit(error)

    def _begin(self) -> None:
        self._patience.stop()
        self._coach.begin(self._stiffness)
        self._begun = True
        if self._awake is not None:
            self._awake.start()
        self._play()
        self.ready.emit()

    def _prepare_rest(self) -> None:
        self._task = self._background.run(
            self._coach.prepare_rest,
            self._take_measured,
            self._take_measured,  # what is rendered so far is better than an end
            self._page.show_progress,
        )

    def _take_measured(self, _: object) -> None:
        self._page.show_progress(1, None)
        if not self._over:
            self._coach.take_measured()
            self._show_all()

    def _play_pause(self) -> None:
        if self._begun:
            (self._pause if self._playing else self._play)()

    def _play(self) -> None:
        self._watch.slept()  # what was slept before does not count
        self._slept = False
        self._coach.play()
        self._timer.start()
        self._show_all()

    def _pause(self) -> None:
        self._coach.pause()
        self._show_all()

    def _jump(self, jump: Callable[[], None]) -> None:
        if self._begun:
            jump()
            self._show_all()
            self.jumped.emit()

    def _toggle_lighter(self) -> None:
        if self._begun:
            changed = self._coach.toggle_lighter()
            self._refused_in = None if changed else self._coach.player.step
            self._show_all()

    def _look(self) -> None:
        """See where the sound is; called at every frame while it plays."""
        if self._watch.slept():
            self._slept = True
            self._coach.freeze()
        else:
            self._coach.advance()
        if self._playing:
            self._show_moment()
            self._show_notice()
            if self._step != self._coach.player.step:
                self._tell_change()
        else:
            self._show_all()

    def _show_all(self) -> None:
        if self._coach.player.timeline is not self._shown:
            self._shown = self._coach.player.timeline
            self._page.open(self._coach.flow, self._shown, self._coach.player.position)
        self._page.show_lighter(self._coach.lighter)
        self._show_moment()
        self._show_state()
        self._show_notice()
        self._tell_change()

    def _tell_change(self) -> None:
        self._step = self._coach.player.step
        self.changed.emit()

    def _show_moment(self) -> None:
        player = self._coach.player
        ahead = AHEAD if self._playing else 0
        self._page.show_moment(player.timeline.at(player.position + ahead))

    def _show_state(self) -> None:
        player = self._coach.player
        finished = player.state is PlayState.FINISHED
        self._page.show_state(self._playing, player.waiting, finished)
        if not self._playing:
            self._timer.stop()
        if finished and not self._over:
            self._over = True
            self.finished.emit()

    def _show_notice(self) -> None:
        troubles = (
            SLEPT if self._slept else None,
            LIGHTEST if self._refused else None,
            self._sound_trouble,
            LATE if self._late else None,
            self._coach.voice_trouble,
            WAITS + trouble if (trouble := self._coach.journal_trouble) else None,
        )
        notice = next((text for text in troubles if text), None)
        if notice != self._notice:
            self._notice = notice
            self._page.show_notice(notice)
