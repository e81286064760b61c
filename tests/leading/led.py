"""A coach at work without sound: driven by hand, writing into a real journal."""

from collections.abc import Callable
from datetime import UTC, datetime

import fakes
from longstride.content import flow_from_json, flow_to_json
from longstride.core.errors import JournalError
from longstride.core.flow.flow import Flow
from longstride.core.history.session import Session
from longstride.core.timeline.adapt import perform, resume
from longstride.core.timeline.coaching import Coaching
from longstride.desktop.suspend import SleepWatch
from longstride.journal.journal import Journal
from longstride.leading.coach import Coach, CoachParts, Sounding
from longstride.leading.preparation import Preparation
from longstride.leading.run import Run
from longstride.sound.mixer import Mix
from longstride.sound.units import Levels
from longstride.voice_clips import VoiceClips

NOW = datetime(2026, 11, 22, 18, 4, tzinfo=UTC)
EASIER = fakes.drill("box-hinge")
FLOW = fakes.flow(
    fakes.step(fakes.drill()),
    fakes.step(fakes.HOLD),
    fakes.step(fakes.drill("deep-hinge", easier="box-hinge")),
)


class Refusing:
    """A way to a journal that is barred while ``full`` is set."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.full = False

    def __call__(self) -> Journal:
        if self.full:
            raise JournalError("The disk is full.")
        return self._journal


class Studio:
    """A run with a hand-driven output, clock and voice, and a real journal."""

    def __init__(
        self,
        journal: Journal | Refusing,
        speech: object,
        resumed: Session | None = None,
        now: Callable[[], datetime] = lambda: NOW,
        output: Sounding | None = None,
        clock: fakes.HandClock | None = None,
        boot: fakes.HandClock | None = None,
        coaching: Coaching = fakes.FULL,
        flow: Flow = FLOW,
        authored: Flow = FLOW,
    ) -> None:
        self.output = fakes.HandOutput()
        self.clock, self.boot = clock or fakes.HandClock(), boot or fakes.HandClock()
        self.beside = fakes.Beside()
        self.voice_clips = VoiceClips(speech, speech.choice, fakes.read_clip)  # type: ignore[arg-type]
        parts = CoachParts(
            catalogue={"box-hinge": EASIER},
            preparation=Preparation(self.voice_clips, coaching),
            output=output or self.output,
            find=journal if isinstance(journal, Refusing) else lambda: journal,
            mix=lambda timeline, levels: Mix(timeline, self.voice_clips.clips, levels),
            levels=Levels(),
            flow_text=flow_to_json,
            now=now,
            clock=self.clock,
            watch=SleepWatch(self.boot, self.clock),
            beside=self.beside,
            explained=self._explain,
        )
        self.explained = 0
        performance = perform(flow)
        if resumed:
            performed = flow_from_json(resumed.flow_json)
            performance = resume(authored, performed, resumed.lighter_from)
        self.coach = Coach(parts, performance, resumed)

    def _explain(self) -> None:
        self.explained += 1

    def begin(self, stiffness: int | None = 6) -> Run:
        """Return a run whose first words are there, so that it plays."""
        self.run = self.coach.begin(stiffness)
        self.beside.do_next()
        self.run.tick()
        return self.run

    def render_rest(self) -> None:
        """Render the first steps, then what is said later; the run has not noticed that yet."""
        for _ in range(2):
            self.run.tick()  # takes what is done
            self.run.tick()  # begins what is next
            self.beside.do_next()

    def play_to(self, position: int) -> None:
        while self.output.at < min(position, self.output.until):
            self.output.go_to(min(self.output.at + 500, position))
            self.run.tick()
