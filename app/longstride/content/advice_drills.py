"""What is unwise in a drill without being wrong: words that come too early, too long or not at all.

A set-up says the place as a state, because whoever hears an order follows it at once; the limits
of words and the list of what needs a warning are the coaching contract's.
"""

import re

from longstride.content.advice import advise_words, start
from longstride.content.drills import Written
from longstride.content.lines import Path
from longstride.content.proof import Proof
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Dose, Drill, Stage, split_cue
from longstride.core.flow.position import Height, Position
from longstride.core.flow.tempo import LONG_REP, Phase, Tempo
from longstride.core.timeline.adapt import BAND, without_band
from longstride.core.timeline.script import sentences

CUE_WORDS = 6
SETUP_WORDS = 12
MOVE_WORDS = 14
SHORT_TEXTS = {
    "warn": (14, "take some away: it is said once, before the work"),
    "feel_short": (6, "it may find no place"),
    "again": (12, "it is for those who know the drill"),
    "exit": (8, "say only how the position is left"),
    "reverse": (6, "it is said between two repetitions"),
}
FAST_HOLD = 30_000  # ms; whoever runs longer does not run fast
MOVEMENTS = frozenset(
    """bend bow bring circle climb crawl cross dig draw drive drop extend fall fold glide go grab
    hinge hop hug jump kick kneel lean lie lift lower lunge march move open place press pull push
    put raise reach return rise rock roll rotate run set shift sink sit skip slide spread squat
    squeeze stand start step straighten stretch swap sweep swing switch take tap tilt tip touch tuck
    turn twist walk""".split()
)
_CLAUSES = re.compile(r"(?:[.!?,;:]\s*|\s+(?=and|then|but))(?:(?:and|then|but)\s+)*", re.IGNORECASE)
_NEEDS_HOLD = frozenset({"step", "stair", "bench", "table", "ball"})


def advise_drill(written: Written) -> None:
    """Note what is unwise in the words and the tempo of one drill."""
    drill, proof, at = written
    advise_tempo(drill, drill.dose.tempo, proof, at)
    advise_cues(drill.cues, drill, drill.dose, proof, at)
    _advise_setup(drill, proof, at)
    _advise_move(drill, proof, at)
    for key, (most, why) in SHORT_TEXTS.items():
        advise_words(getattr(drill, key), most, proof, (*at, key), why)
    _advise_missing(drill, proof, at)
    _advise_band(drill, proof, at)
    if drill.position and drill.where is None:
        text = f'position = "{start(drill.position)}" is not one that is known, so nobody is given '
        proof.unwise((*at, "position"), text + f"time to get there; take one of {_positions()}")


def advise_tempo(drill: Drill, tempo: Tempo | None, proof: Proof, at: Path) -> None:
    """Note a slow repetition; the limit is about lowering, and a stride is a short run."""
    if drill.stage is not Stage.SPRINT and tempo is not None and tempo.rep > LONG_REP:
        text = f"{tempo} is {tempo.rep // 1000} s a repetition; above 10 s nothing more is gained"
        proof.unwise((*at, "tempo"), text)


def advise_cues(cues: tuple[str, ...], drill: Drill, dose: Dose, proof: Proof, at: Path) -> None:
    """Note long cues, and those of a phase that never comes."""
    for number, cue in enumerate(cues):
        phase, text = split_cue(cue)
        path = (*at, "cues", number)
        advise_words(text, CUE_WORDS, proof, path, "it may find no place")
        if phase is not None and not _has(drill, dose, phase):
            text = f'"{start(cue)}" belongs to a phase that never comes; '
            proof.unwise(path, text + "take the word before the colon away, or another")


def _has(drill: Drill, dose: Dose, phase: Phase | BreathKind) -> bool:
    if isinstance(phase, BreathKind):
        return dose.reps is None and drill.paced
    return dose.tempo is not None and bool(getattr(dose.tempo, phase.value))


def _advise_setup(drill: Drill, proof: Proof, at: Path) -> None:
    path = (*at, "setup")
    for sentence in sentences(drill.setup):
        advise_words(sentence, SETUP_WORDS, proof, path, "make two of it")
    for clause in _CLAUSES.split(drill.setup):
        if _orders(clause, drill):
            text = (
                f'"{start(clause)}" is an order that is followed at once; say the place as it is, '
            )
            proof.unwise(path, text + "and what moves in move")


def _orders(clause: str, drill: Drill) -> bool:
    """Return whether a clause begins with a movement, or with a phase word of its drill."""
    head, *_ = clause.lower().split() or [""]
    words = (word.lower() for word in drill.words.values())
    return head in MOVEMENTS or any(clause.lower().startswith(word) for word in words)


def _advise_move(drill: Drill, proof: Proof, at: Path) -> None:
    enters = drill.stage is Stage.END_RANGE and drill.unit.is_hold
    if not drill.move or enters:  # a stretch is entered with these words, not told beforehand
        return
    path = (*at, "move")
    advise_words(drill.move, MOVE_WORDS, proof, path, "say what moves, and how far")
    if not drill.move.startswith("You will "):
        text = f'"{start(drill.move)}" sounds like an order; begin with "You will"'
        proof.unwise(path, text)


def _advise_missing(drill: Drill, proof: Proof, at: Path) -> None:
    if not drill.warn and (reason := hazard(drill)):
        text = f'{reason} asks for a warning; write warn = "..." of at most 14 words'
        proof.unwise((*at, "setup"), text)
    felt = drill.stage in {Stage.LOAD, Stage.END_RANGE} and not drill.test
    if felt and not drill.feel_short:
        text = f'where a drill of the stage "{drill.stage}" is felt, the athlete has to hear; '
        proof.unwise((*at, "stage"), text + 'write feel_short = "..." of at most 6 words')


def hazard(drill: Drill) -> str:
    """Return what in a drill can hurt, an empty string where nothing is known to."""
    where, kit = drill.where, set(drill.equipment)
    if kit & _NEEDS_HOLD:
        return f"a {min(kit & _NEEDS_HOLD)}"
    if where is Position.HALF_KNEELING:
        return "kneeling on one knee"
    if drill.one_leg and "wall" not in kit:
        return "standing on one leg"
    upright = where is not None and where.height is Height.UPRIGHT
    if drill.stage is Stage.END_RANGE and upright and "hip flexors" in drill.areas:
        return "a long lunge"
    if where is Position.WALKING and drill.stage is Stage.LOAD:
        return "a walking lunge"
    return "fast running" if _is_quick_run(drill) else ""


def _is_quick_run(drill: Drill) -> bool:
    burst = not drill.paced and (drill.dose.hold or FAST_HOLD) < FAST_HOLD
    return drill.is_fast or (drill.stage is Stage.SPRINT and drill.travels and burst)


def _advise_band(drill: Drill, proof: Proof, at: Path) -> None:
    if BAND not in drill.equipment:
        return
    bare = without_band(drill)
    texts = (bare.spoken_name, bare.setup, bare.move, *bare.plain_cues)
    if told := next((text for text in texts if re.search(r"\bband\b", text, re.IGNORECASE)), ""):
        text = f'"{start(told)}" is said even when going lighter has taken the band away; '
        proof.unwise((*at, "equipment"), text + "write the drill without it in [without_band]")


def _positions() -> str:
    return ", ".join(position.value for position in Position)
