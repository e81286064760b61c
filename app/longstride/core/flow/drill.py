"""A drill: one movement in the catalogue, with the words that lead an athlete through it."""

from dataclasses import dataclass, field
from enum import StrEnum

from longstride.core.flow.tempo import Phase, Tempo


class Stage(StrEnum):
    """Where in a flow a drill belongs; a flow may skip stages but never reorders the first four.

    The stages of ``FLOW_ORDER`` carry the order; stability and sprint drills stand where a flow
    needs them (stability with the loaded work, sprint drills after activation).
    """

    OPEN = "open"
    ACTIVATE = "activate"
    LOAD = "load"
    STABILITY = "stability"
    SPRINT = "sprint"
    END_RANGE = "end range"


class Unit(StrEnum):
    """What a drill is counted in."""

    REPS = "reps"
    STEPS = "steps"
    SECONDS = "seconds"
    BREATHS = "breaths"

    @property
    def is_hold(self) -> bool:
        """True where the athlete stays in one position and the breath does the counting."""
        return self in {Unit.SECONDS, Unit.BREATHS}


class Sides(StrEnum):
    """Which side works: both at once, left then right, one alone, or alternating by repetition."""

    BOTH = "both"
    EACH = "each"
    LEFT = "left"
    RIGHT = "right"
    ALTERNATE = "alternate"


class Side(StrEnum):
    """The side that works now."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of a drill. Exactly one of ``reps``, ``hold`` and ``breaths`` is set.

    ``reps`` counts repetitions a side (of both legs together where sides alternate, so it is
    even there); ``hold`` and all lengths are ms. ``rest`` lies between sets.
    """

    reps: int | None = None
    tempo: Tempo | None = None
    hold: int | None = None
    breaths: int | None = None
    sets: int = 1
    rest: int = 20_000
    rest_until_ready: bool = False


@dataclass(frozen=True, slots=True)
class Drill:
    """One movement. All texts are the athlete's; ``say`` is the name spelled for the voice.

    ``words`` replaces the spoken and shown word of a phase ("lower", "rise") where a drill has
    better ones. ``easier`` and ``harder`` are ids of other drills. ``instead`` says what serves
    where a household lacks a piece of ``equipment``: {"step": "the bottom stair"}.

    ``paced`` False leaves the breath free in a hold, as in running or a timed test, and tells the
    seconds instead. A ``test`` measures: going lighter or further never changes it.
    """

    id: str
    name: str
    stage: Stage
    unit: Unit
    sides: Sides
    position: str
    purpose: str
    setup: str
    cues: tuple[str, ...]
    feel: str
    avoid: str
    dose: Dose
    areas: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    say: str = ""
    equipment: tuple[str, ...] = ()
    easier: str | None = None
    harder: str | None = None
    starts_with: Phase = Phase.ECCENTRIC
    words: dict[Phase, str] = field(default_factory=dict, hash=False)
    paced: bool = True
    test: bool = False
    left: str = "Left side"
    right: str = "Right side"
    instead: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def spoken_name(self) -> str:
        """The name as the voice should read it."""
        return self.say or self.name

    def side_words(self, side: Side) -> str:
        """Return how this drill names the working side, such as "Left knee down"."""
        return self.left if side is Side.LEFT else self.right

    def word(self, phase: Phase) -> str:
        """Return the word for a phase of this drill, such as "Lower"."""
        return self.words.get(phase, _WORDS[phase])


_WORDS = {
    Phase.ECCENTRIC: "Lower",
    Phase.STRETCHED: "Stay",
    Phase.CONCENTRIC: "Rise up",
    Phase.CONTRACTED: "Hold",
}
