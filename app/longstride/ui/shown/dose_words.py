"""A flow's dose in the athlete's words: each change of it, and how counsel comes about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING

from longstride.core.flow.tempo import parse_tempo
from longstride.core.history.dose_change import DoseChange, Rung
from longstride.core.history.verdict import Verdict
from longstride.ui.widgets.charts.dates import full_day

if TYPE_CHECKING:
    from longstride.core.flow.drill import Drill
    from longstride.records.doses import DoseNow

CAREFUL = (
    "Pain is asked first, then soreness, then whether it is a lighter week, then how your last "
    "four went. The most careful of them speaks, and it is only advice: you decide."
)
GROWTH = (
    "Four times in a row you did all of it, none of it lighter or shorter, with stiffness of at "
    "most 3, effort of at most 6 and no pain after. Then one thing may grow by one step: a second "
    "more of lowering, two more repetitions, or a harder drill. The flow stays within the minutes "
    "it promises."
)
BACK = (
    "Two of your last four were rated at effort 8 or more and ended early. The change that was "
    "taken last goes first; it can grow again later."
)


@dataclass(frozen=True, slots=True)
class DoseLine:
    """One change as a flow's page lists it.

    ``name`` has its drill and its day, ``text`` what it does; ``told`` says why, or why it waits.
    """

    change: DoseChange
    name: str
    text: str
    told: str
    waits: bool = False


def why(verdict: Verdict) -> str:
    """Return how a verdict comes about."""
    return {Verdict.GROW: GROWTH, Verdict.TAKE_BACK: BACK}.get(verdict, CAREFUL)


def dose_lines(
    dose: DoseNow, catalogue: Mapping[str, Drill], zone: tzinfo | None = None
) -> tuple[DoseLine, ...]:
    """Return the changes of a dose that were taken, the newest first, those that wait last.

    Days are those of ``zone``, None for the machine's.
    """
    return (
        *(_line(each, catalogue, zone) for each in reversed(dose.standing)),
        *(_line(each, catalogue, zone, waits=True) for each in reversed(dose.stale)),
    )


def _line(
    change: DoseChange,
    catalogue: Mapping[str, Drill],
    zone: tzinfo | None,
    *,
    waits: bool = False,
) -> DoseLine:
    from longstride.core.history.memory import stale_words  # Today shows none of these

    text = change_text(change, catalogue)
    told = stale_words(change, catalogue) if waits else change.reason or f"{text}."
    name = drill_name(change.drill, catalogue)
    return DoseLine(change, f"{name}, {full_day(change.made.astimezone(zone))}", text, told, waits)


def change_text(change: DoseChange, catalogue: Mapping[str, Drill]) -> str:
    """Return what a change does, such as "Split squat: lowering 3 s to 4 s"."""
    name = drill_name(change.drill, catalogue)
    match change.rung:
        case Rung.LOWERING:
            return f"{name}: lowering {_lowering(change.before)} to {_lowering(change.after)}"
        case Rung.REPS:
            return f"{name}: {change.before} to {change.after} repetitions"
        case Rung.DRILL:
            return f"{name}: {drill_name(change.after, catalogue)} in its place"


def drill_name(drill: str, catalogue: Mapping[str, Drill]) -> str:
    """Return a drill's name; what its id says for one that is gone."""
    known = catalogue.get(drill)
    return known.name if known else drill.replace("-", " ").capitalize()


def _lowering(tempo: str) -> str:
    """Return the seconds of a tempo's lowering; what was imported may be none."""
    try:
        return f"{parse_tempo(tempo).eccentric // 1000} s"
    except ValueError:
        return tempo
