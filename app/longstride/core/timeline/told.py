"""What a bout is told with, and its cues: which, in which order, and where each belongs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import OWN_TIME, Drill, Stage, split_cue
from longstride.core.flow.flow import Count
from longstride.core.flow.talk import Says
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.phrases import Phrases, small
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import sentence
from longstride.core.timeline.writer import Line, Rank, Window

WORDS_APART = 400  # ms of quiet around what is coached in the work
AFTER_BEAT = 600  # a cue begins so soon after the beat it belongs to,
BEFORE_BEAT = 600  # or so long before it

BURST = 30_000  # ms; a shorter piece of running or skipping has no beat
QUICK = 3500  # ms; shorter repetitions are led by their rhythm
Half = Phase | BreathKind


@dataclass(frozen=True, slots=True)
class Told:
    """What one bout is told with.

    ``first_bout`` of its step; ``turn`` says which cue is the second one; ``returns`` are the
    repetitions, breaths or seconds before which one comes back from a pause, each with how many
    are left then.
    """

    says: Says
    phrases: Phrases
    first_bout: bool = True
    turn: int = 0
    returns: Mapping[int, int] = field(default_factory=dict, hash=False)


def wished_cues(bout: Bout, told: Told) -> list[tuple[Half | None, str]]:
    """Return as many cues as are wished: the key cue, then the others from the one in turn."""
    key, others = bout.cues[:1], bout.cues[1:]
    turn = told.turn % len(others) if others else 0
    in_turn = (*key, *others[turn:], *others[:turn])
    return [split_cue(cue) for cue in in_turn[: told.says.cues]]


def feel_line(bout: Bout, told: Told, windows: Iterable[Window]) -> Line:
    """Return what is felt, for the first of some windows with room."""
    feel = bout.drill.feel_short.rstrip(".")
    text = told.phrases.feel.format(feel=small(feel))
    return cue_line(text, Rank.FEEL, windows, Role.FEEL)


def cue_line(text: str, rank: Rank, windows: Iterable[Window], role: Role = Role.CUE) -> Line:
    """Return a cue, or what is felt, for the first of some windows with room."""
    found = tuple(windows)
    return Line(
        found[0][0] if found else 0,
        rank,
        role,
        sentence(text),
        windows=found,
        gap=WORDS_APART,
    )


def around(beat: int) -> tuple[Window, Window]:
    """Return where what belongs to a beat may begin: right after it, or just before."""
    return (beat, beat + AFTER_BEAT), (beat - BEFORE_BEAT, beat - 1)


def is_burst(bout: Bout) -> bool:
    """Return whether a free hold is a short piece of running or skipping."""
    return bout.drill.stage is Stage.SPRINT and 0 < bout.hold <= BURST


def is_coached_before(bout: Bout) -> bool:
    """Return whether the key cue is said before the work, for nobody can listen in it."""
    single = len(bout.tempos) == 1 or bout.drill.trigger == OWN_TIME
    return single or (is_burst(bout) and bout.set == 1)


def is_switch(drill: Drill, rep: int) -> bool:
    """Return whether every repetition is done on its word: quick changes with a pause between."""
    return drill.stage is Stage.SPRINT and rep >= QUICK


def counts_every_second(bout: Bout, told: Told) -> bool:
    """Return whether the seconds of all repetitions are counted; at full speed never."""
    if bout.drill.stage is Stage.SPRINT and len(bout.tempos) == 1:
        return False
    if bout.count is None:
        return told.says.every_second
    return bout.count is Count.SECONDS
