"""A flow: an authored routine of steps, each a drill with its dose."""

from dataclasses import dataclass

from longstride.core.flow.breath import Breath
from longstride.core.flow.drill import Dose, Drill, Sides
from longstride.core.flow.talk import Talk

MEASURES = "measure"  # the occasion of flows that test and do not train


@dataclass(frozen=True, slots=True)
class Step:
    """A drill with its dose in one flow. Lengths in ms.

    ``get_ready`` is the least time to move into place, ``change`` the time to turn over to the
    other side, ``rest`` the least time after the step before the next one is set up.
    ``talk`` None leaves it to the flow and the athlete.
    """

    drill: Drill
    dose: Dose
    sides: Sides
    get_ready: int = 8000
    change: int = 6000
    rest: int = 5000
    until_ready: bool = False
    cues: tuple[str, ...] = ()
    talk: Talk | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """An authored routine. ``minutes`` is the promised range, least and most.

    ``opening`` and ``closing`` are spoken; ``level`` is how hard it is in one word;
    ``say`` is the title spelled for the voice.
    """

    id: str
    title: str
    purpose: str
    when: str
    level: str
    minutes: tuple[int, int]
    steps: tuple[Step, ...]
    opening: str
    closing: str
    breath: Breath = Breath()
    talk: Talk | None = None
    occasions: tuple[str, ...] = ()
    say: str = ""

    @property
    def spoken_title(self) -> str:
        """The title as the voice should read it."""
        return self.say or self.title

    @property
    def equipment(self) -> tuple[str, ...]:
        """Everything that has to be at hand, in the order it is first needed."""
        return tuple(dict.fromkeys(item for step in self.steps for item in step.drill.equipment))
