"""Small stand-ins and small real values for tests."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path

import numpy as np

from longstride.content.phrases import load_phrases
from longstride.core.errors import SpeechError
from longstride.core.flow.breath import Breath
from longstride.core.flow.drill import Dose, Drill, Side, Sides, Stage, Unit
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import parse_tempo
from longstride.core.history.session import Session
from longstride.core.history.work_done import DrillWork, Work
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.lengths import Length
from longstride.core.timeline.step_record import Outcome
from longstride.sound.clips import Clip
from longstride.speech.voice import VoiceChoice

PHRASES = load_phrases(Path(__file__).parents[1] / "assets" / "phrases" / "en.toml")
FULL = Coaching(PHRASES)


def told(talk: Talk, **changes: object) -> Coaching:
    """Return how a flow is told at a level."""
    return Coaching(PHRASES, talk, **changes)  # type: ignore[arg-type]


class HandClock:
    """A clock that goes forward when the test says so."""

    def __init__(self) -> None:
        self.ms = 0

    def now(self) -> int:
        return self.ms

    def pass_by(self, ms: int) -> None:
        self.ms += ms


class HandOutput:
    """An output that plays as far as the test says, never past its stop."""

    def __init__(self) -> None:
        self.at = 0
        self.until = 0
        self.sounding = False
        self.trouble = ""

    def play(self, position: int, until: int) -> None:
        self.at, self.until, self.sounding = position, until, True

    def load(self, mix: object) -> None:
        self.mix = mix

    def stop_at(self, until: int) -> None:
        self.until = until

    def pause(self) -> None:
        self.sounding = False

    def position(self) -> int:
        return self.at

    def go_to(self, position: int) -> None:
        self.at = min(position, self.until)


class Beside:
    """Another thread, which does each piece of work when the test says so."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[Callable[[], None], Future[None]]] = deque()

    def __call__(self, work: Callable[[], None]) -> Future[None]:
        self.waiting.append((work, Future()))
        return self.waiting[-1][1]

    def do_next(self) -> None:
        work, future = self.waiting.popleft()
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001 - as an executor does
            future.set_exception(error)


def undone(work: Callable[[], None]) -> Future[None]:
    """Stand in for another thread on which nothing is rendered, in no time."""
    del work
    future: Future[None] = Future()
    future.set_result(None)
    return future


class EvenLengths(dict[str, Length]):
    """Sentences that last so many ms a character, each with an onset of 40 ms."""

    def __init__(self, ms_a_character: int = 60) -> None:
        super().__init__()
        self.ms_a_character = ms_a_character

    def get(self, text: str, default: object = None) -> Length:  # type: ignore[override]
        del default
        return Length(200 + self.ms_a_character * len(text), 40)


def drill(
    drill_id: str = "hip-hinge",
    *,
    dose: Dose | None = None,
    sides: Sides = Sides.BOTH,
    unit: Unit = Unit.REPS,
    **changes: object,
) -> Drill:
    fields: dict[str, object] = {
        "name": drill_id.replace("-", " ").capitalize(),
        "stage": Stage.LOAD,
        "position": "standing",
        "purpose": "Loads the back of the hip.",
        "setup": "Stand tall, feet under the hips. Soften your knees.",
        "cues": ("Push the hips back", "Long spine", "Weight in the heels"),
        "feel": "A long pull behind the thigh.",
        "avoid": "A round back.",
        "areas": ("hamstrings",),
    }
    return Drill(
        id=drill_id,
        dose=dose or Dose(reps=6, tempo=parse_tempo("4-1-2-0")),
        sides=sides,
        unit=unit,
        **(fields | changes),  # type: ignore[arg-type]
    )


def step(of: Drill | None = None, **changes: object) -> Step:
    of = of or drill()
    fields: dict[str, object] = {"dose": of.dose, "sides": of.sides}
    return Step(of, **(fields | changes))  # type: ignore[arg-type]


HOLD = drill(
    "couch-stretch",
    dose=Dose(hold=30_000),
    sides=Sides.EACH,
    unit=Unit.SECONDS,
    stage=Stage.END_RANGE,
    left="Left knee down",
    right="Right knee down",
)


def flow(*steps: Step, breath: Breath = Breath(), **changes: object) -> Flow:
    fields: dict[str, object] = {
        "id": "test-flow",
        "title": "Test flow",
        "purpose": "To be tested.",
        "when": "Any time.",
        "level": "easy",
        "minutes": (1, 60),
        "opening": "Take a breath.",
        "closing": "Stand tall. Notice how your hips feel.",
    }
    return Flow(steps=steps or (step(), step(HOLD)), breath=breath, **(fields | changes))  # type: ignore[arg-type]


class SayNothing:
    """Speech that finds no voice."""

    choice = VoiceChoice()

    def render_all(
        self, texts: Iterable[str], _: VoiceChoice
    ) -> Iterator[tuple[str, Path | SpeechError]]:
        for text in texts:
            yield text, SpeechError("No voice could be started: tones and captions carry the flow.")

    def cached(self, text: str, _: VoiceChoice) -> Path | None:
        del text

    def forget(self, text: str, _: VoiceChoice) -> None:
        del text


class SayAnything:
    """Speech whose files are only names: 60 ms a character, read by ``read_clip``."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.choice = VoiceChoice()

    def render_all(
        self, texts: Iterable[str], _: VoiceChoice
    ) -> Iterator[tuple[str, Path | SpeechError]]:
        for text in texts:
            self.said.append(text)
            yield text, Path(text)

    def cached(self, text: str, _: VoiceChoice) -> Path | None:
        return Path(text) if text in self.said else None

    def forget(self, text: str, _: VoiceChoice) -> None:
        del text


class SayMost(SayAnything):
    """Speech that fails at some sentences and renders all others."""

    def __init__(self, *failing: str) -> None:
        super().__init__()
        self.failing = set(failing)

    def render_all(
        self, texts: Iterable[str], choice: VoiceChoice
    ) -> Iterator[tuple[str, Path | SpeechError]]:
        for text, path in super().render_all(texts, choice):
            yield text, SpeechError("The voice choked.") if text in self.failing else path


def read_clip(path: Path) -> Clip:
    ms = 200 + 60 * len(path.name)
    return Clip.of(np.full(ms * 48, 0.5, np.float32), ms, 40)


def work(sessions: Iterable[Session]) -> Work | None:
    """Return by hand, step by step, the work that the journal adds up."""
    with_steps = [session for session in sessions if session.steps]
    if not with_steps:
        return None
    sums: dict[tuple[str, Side | None], list[int]] = {}
    for step in (step for session in with_steps for step in session.steps):
        counted = (step.seconds, *(int(step.outcome is outcome) for outcome in Outcome))
        before = sums.get((step.drill, step.side), [0] * len(counted))
        sums[step.drill, step.side] = [a + b for a, b in zip(before, counted, strict=True)]
    days = [session.day for session in with_steps]
    drills = tuple(DrillWork(drill, side, *four) for (drill, side), four in sums.items())
    return Work(min(days), max(days), drills)
