"""A flow: an authored routine of steps, each a drill with its dose."""

from dataclasses import dataclass, field
from enum import StrEnum

from longstride.core.flow.breath import Breath
from longstride.core.flow.drill import Dose, Drill, Side, Sides
from longstride.core.flow.talk import Talk

LONGEST_LINE = 36  # characters on a card
MEASURES = "measure"  # the occasion of flows that test and do not train
FILMS = "phone"  # at hand in flows that ask for a film of themselves


class First(StrEnum):
    """Which side a step begins with."""

    LEFT = "left"
    RIGHT = "right"
    TURN_ABOUT = "turn about"  # another one each session

    def side(self, sessions: int) -> Side:
        """Return it for an athlete who has done the flow so many times."""
        if self is First.TURN_ABOUT:
            return Side.RIGHT if sessions % 2 else Side.LEFT
        return Side(self.value)


class Count(StrEnum):
    """What is counted in a step, where it is not as the athlete's level has it."""

    SECONDS = "seconds"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Step:
    """A drill with its dose in one flow. Lengths in ms.

    ``get_ready`` is the least time to move into place, ``change`` the time to turn over to the
    other side, ``rest`` the least time after the step before the next one is set up.
    ``talk`` None leaves it to the flow and the athlete. ``fetch`` and ``put_away`` are said with
    the name; ``round`` is the round a step belongs to, 0 for none; ``easier`` is a drill's id or
    "same", instead of the drill's own. ``keep``: it is what the flow is for, and stays in when the
    flow is made shorter.
    """

    drill: Drill
    dose: Dose
    sides: Sides
    get_ready: int = 8000
    change: int = 6000
    rest: int = 3000
    until_ready: bool = False
    cues: tuple[str, ...] = ()
    talk: Talk | None = None
    first: First = First.TURN_ABOUT
    count: Count | None = None
    fetch: str = ""
    put_away: str = ""
    round: int = 0
    easier: str = ""
    keep: bool = False

    def work(self, breath: Breath) -> int:
        """Return the ms at work: all sets, and each side that has a turn of its own."""
        dose = self.dose
        rep = dose.tempo.rep if dose.tempo else 0
        bout = (dose.reps or 0) * rep + (dose.hold or 0) + (dose.breaths or 0) * breath.cycle
        return bout * dose.sets * (2 if self.sides is Sides.EACH else 1)


@dataclass(frozen=True, slots=True)
class Flow:
    """An authored routine. ``minutes`` is the promised range, least and most.

    ``opening`` and ``closing`` are spoken; ``level`` is how hard it is in one word;
    ``say`` is the title spelled for the voice. ``place`` is where it is done, ``warm`` how many
    minutes of easy running it asks for before. ``baseline`` is a movement before the work and
    ``recheck`` the same after it; ``easier`` maps drills to easier ones in this flow.
    ``shorten`` False: it is done whole or not at all. ``line`` is the one line of its card.
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
    place: str = ""
    warm: int = 0
    baseline: str = ""
    recheck: str = ""
    easier: dict[str, str] = field(default_factory=dict, hash=False)
    shorten: bool = True
    line: str = ""

    @property
    def rounds(self) -> int:
        """How many rounds it has, 0 where none is told."""
        return max((step.round for step in self.steps), default=0)

    @property
    def spoken_title(self) -> str:
        """The title as the voice should read it."""
        return self.say or self.title

    @property
    def warnings(self) -> tuple[str, ...]:
        """What its drills warn of, each once."""
        return tuple(dict.fromkeys(step.drill.warn for step in self.steps if step.drill.warn))

    @property
    def equipment(self) -> tuple[str, ...]:
        """Everything that has to be at hand, in the order it is first needed."""
        return tuple(dict.fromkeys(item for step in self.steps for item in step.drill.equipment))

    def keeps_place(self, step: Step, other: Drill) -> bool:
        """Return whether another drill is done at a step's height and in the flow's own place."""
        before, after = step.drill.where, other.where
        level = before is None or after is None or before.height is after.height
        return level and (not self.place or not other.places or self.place in other.places)
