"""A drill: one movement in the catalogue, with the words that lead an athlete through it."""

from dataclasses import dataclass, field
from enum import StrEnum

from longstride.core.flow.body import BodyPlace
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.position import Position, position_of
from longstride.core.flow.tempo import Phase, Tempo

SAME = "same"  # in place of an easier drill: less of this one
OWN_TIME = "own"  # a trigger: the athlete begins


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
class WithoutBand:
    """What a drill with a band is called and how it is told where there is none."""

    name: str
    setup: str
    cues: tuple[str, ...] = ()
    say: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """One movement. All texts are the athlete's; ``say`` is the name spelled for the voice.

    ``words`` replaces the spoken and shown word of a phase ("lower", "rise") where a drill has
    better ones. ``easier`` and ``harder`` are ids of other drills. ``instead`` says what serves
    where a household lacks a piece of ``equipment``: {"step": "the bottom stair"}.

    ``paced`` False leaves the breath free in a hold, as in running or a timed test, and tells the
    seconds instead. A ``test`` measures: going lighter or further never changes it.

    ``setup`` says the place as a state, ``move`` what will move, ``again`` the place in short for
    those who know it, ``exit`` how to leave it. ``warn`` is said before the first work of a flow,
    ``feel_short`` within it, ``rest_word`` instead of "Rest.", ``reverse`` where the second half
    goes the other way round. A cue may begin with its phase or half breath: "concentric: Finish
    tall". In set-up, move and exit ``{side}`` and ``{other}`` name the working side and the
    other. ``one_leg`` and ``travels`` ask for open eyes. ``strains`` are the places it loads or
    stretches beyond those that its areas, position and stage tell of. ``figure`` is the id of a
    drill that looks much like it, where it has no figure of its own.
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
    left: str = ""
    right: str = ""
    instead: dict[str, str] = field(default_factory=dict, hash=False)
    move: str = ""
    again: str = ""
    exit: str = ""
    warn: str = ""
    feel_short: str = ""
    rest_word: str = ""
    reverse: str = ""
    one_leg: bool = False
    travels: bool = False
    trigger: str = ""
    places: tuple[str, ...] = ()
    without_band: WithoutBand | None = None
    strains: tuple[BodyPlace, ...] = ()
    figure: str = ""

    @property
    def looks_like(self) -> str:
        """The id of the drill whose figure shows it: its own, or that of one much like it."""
        return self.figure or self.id

    @property
    def spoken_name(self) -> str:
        """The name as the voice should read it."""
        return self.say or self.name

    def side_words(self, side: Side) -> str:
        """Return how this drill names the working side, such as "Left knee down"."""
        words = self.left if side is Side.LEFT else self.right
        return words or f"{side.value.capitalize()} side"

    def word(self, phase: Phase) -> str:
        """Return the word for a phase of this drill, such as "Lower"."""
        return self.words.get(phase, _WORDS[phase])

    @property
    def where(self) -> Position | None:
        """The position, where it is one that is known."""
        return position_of(self.position)

    @property
    def is_entered(self) -> bool:
        """Whether its position is gone into before the work: a hold at the end of the range."""
        return self.unit.is_hold and self.paced and self.stage is Stage.END_RANGE

    @property
    def is_fast(self) -> bool:
        """Whether it is a fast run: a stride, or a start in the athlete's own time."""
        single = self.dose.reps == 1 or self.trigger == OWN_TIME
        return self.stage is Stage.SPRINT and self.travels and single

    @property
    def eyes_open(self) -> bool:
        """Whether it cannot be done with closed eyes."""
        return self.one_leg or self.travels or not _CLIMBED.isdisjoint(self.equipment)

    @property
    def plain_cues(self) -> tuple[str, ...]:
        """The cues without the phases they belong to."""
        return plain_cues(self.cues)

    def shown_setup(self, side: Side = Side.LEFT) -> str:
        """Return place, movement and warning to be read, told for a side."""
        text = " ".join(part for part in (self.setup, self.move, self.warn) if part)
        return told_for(text, side.value, side.other.value)


_CLIMBED = frozenset({"step", "stair"})
_WORDS = {
    Phase.ECCENTRIC: "Lower",
    Phase.STRETCHED: "Stay",
    Phase.CONCENTRIC: "Rise up",
    Phase.CONTRACTED: "Hold",
}
_CUE_PHASES = {each.value: each for each in (*Phase, *BreathKind)}


def plain_cues(cues: tuple[str, ...]) -> tuple[str, ...]:
    """Return cues without the phases they belong to."""
    return tuple(split_cue(cue)[1] for cue in cues)


def told_for(text: str, side: str, other: str) -> str:
    """Return a text in which ``{side}`` and ``{other}`` stand for the working and other side."""
    return text.replace("{side}", side).replace("{other}", other)


def split_cue(cue: str) -> tuple[Phase | BreathKind | None, str]:
    """Return the phase or half breath a cue belongs to, None for any, and its words."""
    phase, colon, words = cue.partition(":")
    if colon and (found := _CUE_PHASES.get(phase.strip().lower())) is not None:
        return found, words.strip()
    return None, cue
