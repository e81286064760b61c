"""What a shortened flow does without, told in one quiet line."""

from collections.abc import Iterator, Sequence

from longstride.core.flow.drill import Sides
from longstride.core.flow.flow import Flow, Step

EQUAL = "Both sides stay equal."


def told_of_left_out(flow: Flow, short: Flow, kept: Sequence[int]) -> str:
    """Return what a flow made shorter leaves out; ``kept`` are the places of what it has."""
    return "" if short is flow else " ".join(_sentences(flow, short, kept))


def _sentences(flow: Flow, short: Flow, kept: Sequence[int]) -> Iterator[str]:
    yield from _drills(flow, short)
    pairs = [(flow.steps[place], step) for place, step in zip(kept, short.steps, strict=True)]
    if smaller := ", ".join(_smaller(flow, short, pairs)):
        yield f"{smaller[0].upper()}{smaller[1:]}."
    if any(step.sides is not Sides.BOTH for step in short.steps):
        yield EQUAL


def _drills(flow: Flow, short: Flow) -> Iterator[str]:
    """Yield which drills are left out, or where that is shorter, which are left."""
    left, all_of_it = _names(short), _names(flow)
    gone = [name for name in all_of_it if name not in left]
    if len(gone) > len(left):
        yield f"Only {_listed(left)}."
    elif gone:
        yield f"Without {_listed(gone)}."


def _smaller(flow: Flow, short: Flow, pairs: list[tuple[Step, Step]]) -> Iterator[str]:
    """Yield what there is less of in the drills that are left."""
    if flow.rounds != short.rounds:
        rounds = max(1, len({step.round for step in short.steps} - {0}))
        yield "one round" if rounds == 1 else f"{rounds} rounds"
    sets = _times(flow, short) or any(old.dose.sets > new.dose.sets for old, new in pairs)
    reps = any((old.dose.reps or 0) > (new.dose.reps or 0) for old, new in pairs)
    if fewer := ["sets"] * (sets and flow.rounds == short.rounds) + ["repetitions"] * reps:
        yield f"fewer {_listed(fewer)}"
    if any(_held(old) > _held(new) for old, new in pairs):
        yield "shorter holds"


def _times(flow: Flow, short: Flow) -> bool:
    """Return whether a drill that is left comes fewer times."""
    before, now = ([step.drill.id for step in each.steps] for each in (flow, short))
    return any(before.count(drill) > now.count(drill) for drill in set(now))


def _held(step: Step) -> int:
    return (step.dose.hold or 0) + (step.dose.breaths or 0)


def _names(flow: Flow) -> list[str]:
    return list(dict.fromkeys(_inside(step.drill.name) for step in flow.steps))


def _inside(name: str) -> str:
    """Return a name as it stands inside a sentence; "A-skip" keeps its letter."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _listed(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
