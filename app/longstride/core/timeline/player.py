"""The player: an Output led through a Timeline. It is asked, it never calls."""

from dataclasses import dataclass
from enum import StrEnum

from longstride.core.timeline.clock import Output
from longstride.core.timeline.step_record import StepRecord
from longstride.core.timeline.tally import Tally
from longstride.core.timeline.timeline import Moment, Timeline

STEP_BACK_GRACE = 3000  # ms into a step within which "back" means the step before


class PlayState(StrEnum):
    """What a player is doing."""

    STOPPED = "stopped"
    PLAYING = "playing"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Progress:
    """What an ``advance`` or a jump has brought: the records of steps that ended."""

    ended: tuple[StepRecord, ...] = ()
    step: int = 0


class Player:
    """Plays one timeline; positions are ms.

    ``waiting`` is True where the flow has stopped by itself until the athlete is ready.
    """

    def __init__(self, timeline: Timeline, output: Output, position: int = 0) -> None:
        self.timeline = timeline
        self.state = PlayState.STOPPED
        self.waiting = False
        self._output = output
        self._position = position
        self._until = position
        self._tally = Tally()

    @property
    def position(self) -> int:
        """Where the athlete is."""
        if self.state is PlayState.PLAYING:
            return self._output.position()
        return self._position

    @property
    def moment(self) -> Moment:
        """Everything that is true now."""
        return self.timeline.at(self.position)

    @property
    def reached(self) -> int:
        """Where the last ``advance`` or jump arrived; what lies before it has been told."""
        return self._position

    @property
    def step(self) -> int:
        """The step the last ``advance`` or jump arrived in."""
        return self.timeline.at(self._position).span.step

    def play(self) -> None:
        """Go on from the position; from the start where the flow had finished."""
        if self.state is PlayState.PLAYING:
            return
        if self.state is PlayState.FINISHED:
            self._position = 0
        self.waiting = False
        self.state = PlayState.PLAYING
        self._sound()

    def pause(self) -> Progress:
        """Fall silent and stay."""
        progress = self.advance()
        if self.state is PlayState.PLAYING:
            self._output.pause()
            self.state = PlayState.PAUSED
        return progress

    def freeze(self) -> None:
        """Fall silent and stay where the last ``advance`` arrived, however far time has run."""
        if self.state is PlayState.PLAYING:
            self._output.pause()
            self.state = PlayState.PAUSED

    def advance(self) -> Progress:
        """Take in how far the output has come; call it often."""
        if self.state is not PlayState.PLAYING:
            return Progress(step=self.step)
        before, step_before = self._position, self.step
        self._position = max(self._output.position(), before)
        self._tally.add(before, self._position)
        finished = self._position >= self._until and self._arrive()
        last = len(self.timeline.step_starts) if finished else self.step
        return Progress(self._records(range(step_before, last)), self.step)

    def seek(self, position: int) -> Progress:
        """Go to a position, playing or not."""
        ended = self.advance().ended
        step_before = self.step
        self._position = min(max(position, 0), self.timeline.duration - 1)
        self.waiting = False
        if self.state is PlayState.FINISHED:
            self.state = PlayState.PAUSED
        if self.state is PlayState.PLAYING:
            self._output.pause()
            self._sound()
        left = range(step_before, max(self.step, step_before + 1))
        return Progress(
            ended + (self._records(left) if self.step != step_before else ()), self.step
        )

    def next(self) -> Progress:
        """Go to the next step; in the last one, to its closing words.

        While the tones are explained, to the end of that. A step that waits for the athlete is
        ended first and waited after: what is said there, such as what to fetch, is needed.
        """
        if self.position < self.timeline.sounds_until:
            return self.seek(self.timeline.sounds_until)
        if (ending := self._ending()) is not None:
            return self.seek(ending)
        step = self.step + 1
        starts = self.timeline.step_starts
        return self.seek(starts[step] if step < len(starts) else self.timeline.spans[-1].start)

    def _ending(self) -> int | None:
        """Return where this step ends by waiting, or goes on after it; None where it does not."""
        wait = next((wait for wait in self.timeline.waits if wait > self.position), None)
        if wait is None or (last := self.timeline.at(wait - 1).span).step != self.step:
            return None
        return last.start if self.position < last.start else wait

    def previous(self) -> Progress:
        """Go to the start of this step, or of the one before when this has only begun."""
        step = self.step
        if self.position - self._start_of(step) < STEP_BACK_GRACE:
            step = max(step - 1, 0)
        return self.seek(self._start_of(step))

    def replace(self, timeline: Timeline) -> None:
        """Go on in another timeline that is the same up to here and a little further."""
        self.timeline = timeline
        if self.state is PlayState.PLAYING:
            self._until = self._next_stop()
            self._output.stop_at(self._until)

    def come_back(self, timeline: Timeline, at: int) -> Progress:
        """Go on from ``at`` in a timeline that has more there, and what follows all the later."""
        self._tally.make_room(at, timeline.duration - self.timeline.duration)
        self.replace(timeline)
        return self.seek(at)

    def retell(self, step: int) -> tuple[StepRecord, ...]:
        """Return what has been done of a step so far."""
        return self._tally.records(self.timeline, step)

    def _start_of(self, step: int) -> int:
        """Return where a step begins; the tones that were explained first are not again."""
        told = self.timeline.sounds_until if self.position >= self.timeline.sounds_until else 0
        return max(self.timeline.step_starts[step], told)

    def _sound(self) -> None:
        self._until = self._next_stop()
        self._output.play(self._position, self._until)

    def _next_stop(self) -> int:
        waits = (wait for wait in self.timeline.waits if wait > self._position)
        return next(waits, self.timeline.duration)

    def _arrive(self) -> bool:
        """Stop where the output was told to; return whether that is the end of the flow."""
        self._output.pause()
        self._position = self._until
        finished = self._until >= self.timeline.duration
        self.waiting = not finished
        self.state = PlayState.FINISHED if finished else PlayState.PAUSED
        return finished

    def _records(self, steps: range) -> tuple[StepRecord, ...]:
        return tuple(
            record for step in steps for record in self._tally.records(self.timeline, step)
        )
