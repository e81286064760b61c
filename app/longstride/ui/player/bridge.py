"""The bridge between a run and the player page: it ticks the one and shows it on the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from longstride.core.errors import LongstrideError
from longstride.core.flow.body import BodyPlace
from longstride.core.timeline.timeline import Span, SpanPhase, Timeline
from longstride.desktop.awake import Awake
from longstride.leading.run import Run
from longstride.leading.so_far import so_far
from longstride.leading.state import State
from longstride.leading.trouble import Trouble
from longstride.ui.player.page import PlayerPage

FRAME = 16  # ms between two looks at the run
AHEAD = 25  # ms the screen takes from being painted to being seen

PRESS_SPACE = "Press space to go on."
WAITS = "The flow goes on and keeps what you do."


class PlayerBridge(QObject):
    """Leads one run on one page.

    ``ready`` comes when the flow has begun, ``finished`` at its end, ``refused`` with the
    LongstrideError that kept it from beginning. ``changed`` comes with every other step and when
    it plays or stands still, ``jumped`` when it went elsewhere. ``close`` it when the page goes.
    """

    ready = Signal()
    finished = Signal()
    refused = Signal(LongstrideError)
    changed = Signal()
    jumped = Signal()

    def __init__(self, run: Run, page: PlayerPage, awake: Awake | None) -> None:
        super().__init__(page)
        self._run = run
        self._page = page
        self._awake = awake
        self._shown: Timeline | None = None
        self._step: int | None = None
        self._closing: Span | None = None
        self._prepared: tuple[int, int | None] | None = None
        self._notice: str | None = None
        self._places: tuple[BodyPlace, ...] = ()
        self._held = False  # for a question; it plays on afterwards
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._look)
        page.play_pause.connect(self._play_pause)
        page.next_step.connect(lambda: self._jump(run.next))
        page.previous_step.connect(lambda: self._jump(run.previous))
        page.seek.connect(lambda position: self._jump(lambda: run.seek(position)))
        page.lighter.connect(lambda: self._toggle(run.toggle_lighter))
        page.hurts.connect(self._hurt)
        page.named.connect(self._name)
        page.words.connect(lambda: self._toggle(run.toggle_words))

    @property
    def begun(self) -> bool:
        """Whether the flow has begun; before that there is nothing to keep."""
        return self._run.begun

    @property
    def over(self) -> bool:
        """Whether the flow has come to its end."""
        return self._run.state is State.FINISHED

    def start(self) -> None:
        """Show the flow, which begins by itself with its first words."""
        self._page.open(self._run.coach.flow, self._run.player.timeline)
        self._page.show_state(playing=True, waiting=False, finished=False)
        self._show_prepared()
        self._timer.start()

    def hold(self) -> None:
        """Pause for a question; ``go_on`` makes it as it was before."""
        self._held = self._run.state is State.PLAYING
        self.pause()

    def play(self) -> None:
        """Play, if the flow has begun and is not over."""
        self._run.play()
        self._timer.start()
        self._show_all()

    def pause(self) -> None:
        """Pause, if it plays."""
        if self._run.state is State.PLAYING:
            self._run.pause()
            self._show_all()
            self._tell_end()

    def go_on(self) -> None:
        """Play on after a question, if the flow was playing before it."""
        if self._held:
            self.play()

    def show_trouble(self) -> None:
        """Show the weightiest of what is in the way, or that nothing is."""
        notice = next((_notice(*each) for each in self._run.troubles.items()), None)
        if self._run.begun and notice != self._notice:
            self._notice = notice
            self._page.show_notice(notice)
        if (places := self._run.nameable) != self._places:
            self._places = places
            self._page.show_places(tuple(place.value for place in places))

    def close(self) -> None:
        """Stop everything that runs; what was done is kept."""
        self._timer.stop()
        self._run.close()
        if self._awake is not None:
            self._awake.stop()

    def _play_pause(self) -> None:
        (self.pause if self._run.state is State.PLAYING else self.play)()

    def _jump(self, jump: Callable[[], None]) -> None:
        if self._run.begun:
            jump()
            self._show_jump()

    def _show_jump(self) -> None:
        self._show_all()
        self.jumped.emit()

    def _hurt(self) -> None:
        if self._run.state in {State.FINISHED, State.LEFT}:
            return
        self._run.hurt()
        if self._run.begun:
            self._timer.start()  # where it waited it goes on
            self._show_jump()
            self._tell_end()

    def _name(self, number: int) -> None:
        """Name what hurts, where that many places are offered."""
        if number < len(places := self._run.nameable):
            self._run.hurt(places[number])
            self._timer.start()
            self._show_jump()

    def _toggle(self, toggle: Callable[[], bool]) -> None:
        if self._run.begun:
            toggle()
            self._show_all()
            self._timer.start()  # new words may be on their way while it stands still

    def _look(self) -> None:
        """Tick the run and show what that changed; called at every frame while it moves."""
        before = self._run.state
        try:
            self._run.tick()
        except LongstrideError as error:
            self.close()
            self.refused.emit(error)
            return
        self._show_prepared()
        if self._run.state is not before or self._run.player.timeline is not self._shown:
            self._show_change(before)
        elif before is State.PLAYING:
            self._show_moment()
            self.show_trouble()
            if self._step != self._run.player.step:
                self._tell_change()
        self._rest()

    def _rest(self) -> None:
        """Look no more where nothing can change by itself."""
        if not self._run.moves:
            self._timer.stop()

    def _show_change(self, before: State) -> None:
        if not self._run.begun:
            return
        if before is State.PREPARING and self._awake is not None:
            self._awake.start()
        self._show_all()
        if before is State.PREPARING:
            self.ready.emit()
        if before is not State.FINISHED:
            self._tell_end()

    def _tell_end(self) -> None:
        if self._run.state is State.FINISHED:
            self.finished.emit()

    def _show_all(self) -> None:
        run, page = self._run, self._page
        if run.player.timeline is not self._shown:
            self._shown = run.player.timeline
            page.open(run.coach.flow, self._shown, run.player.position)
        page.show_lighter(run.coach.lighter)
        page.show_words(run.coach.says_less)
        self._show_moment()
        state = run.state
        page.show_state(state is State.PLAYING, state is State.WAITING, state is State.FINISHED)
        self.show_trouble()
        self._tell_change()
        self._rest()

    def _tell_change(self) -> None:
        self._step = self._run.player.step
        self.changed.emit()

    def _show_moment(self) -> None:
        player = self._run.player
        ahead = AHEAD if self._run.state is State.PLAYING else 0
        moment = player.timeline.at(player.position + ahead)
        if moment.span.phase is SpanPhase.CLOSE and moment.span is not self._closing:
            self._closing = moment.span
            self._page.counts = so_far(self._run).counts
        self._page.show_moment(moment)

    def _show_prepared(self) -> None:
        if self._run.voice.progress != self._prepared:
            self._prepared = self._run.voice.progress
            self._page.show_progress(*self._prepared)


def _notice(trouble: Trouble, sentence: str) -> str:
    """Return a trouble as the player shows it."""
    match trouble:
        case Trouble.ASLEEP:
            return f"{sentence} {PRESS_SPACE}"
        case Trouble.JOURNAL:
            return f"{WAITS} {sentence}"
    return sentence
