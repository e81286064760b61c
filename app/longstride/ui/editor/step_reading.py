"""One step of a draft as it is shown, however far it is from right; free of Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, TypeVar

from longstride.core.durations import parse_duration
from longstride.core.flow.drill import Dose, Drill, Sides, Stage
from longstride.core.flow.flow import First
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import Phase, parse_tempo
from longstride.ui.editor.pauses import UNTIL_READY
from longstride.ui.editor.view import Amount, Link, StepView

if TYPE_CHECKING:
    from enum import StrEnum

E = TypeVar("E", bound="StrEnum")
_NO_DOSE = Dose(reps=8)


def step_view(
    values: Mapping[str, object], known: Mapping[str, Drill], own: Collection[str]
) -> StepView:
    """Return a step with its drill's values where it has none, or none that can be read."""
    name = str(values.get("drill", ""))
    drill = known.get(name)
    dose = drill.dose if drill else _NO_DOSE
    return StepView(
        drill=name,
        name=drill.name if drill else name or "No drill",
        stage=drill.stage if drill else Stage.ACTIVATE,
        amount=_amount(values, dose),
        reps=_number(values.get("reps"), dose.reps or 8),
        tempo=_tempo(values.get("tempo"), dose),
        rises_first=drill is not None and drill.starts_with is Phase.CONCENTRIC,
        hold=_seconds(values.get("hold"), (dose.hold or 30_000) // 1000),
        breaths=_number(values.get("breaths"), dose.breaths or 4),
        sets=_number(values.get("sets"), dose.sets),
        rest=_pause(values.get("rest"), None if dose.rest_until_ready else dose.rest // 1000),
        side=one_of(Sides, values.get("side")) or (drill.sides if drill else Sides.BOTH),
        first=one_of(First, values.get("first")) or First.TURN_ABOUT,
        get_ready=_seconds(values.get("get_ready"), 8),
        change=_seconds(values.get("change"), 6),
        rest_after=_pause(values.get("rest_after"), 3),
        cues=_lines(values.get("cues"), drill.cues if drill else ()),
        talk=one_of(Talk, values.get("talk")),
        keep=values.get("keep") is True,
        easier=_link(drill.easier if drill else None, known),
        harder=_link(drill.harder if drill else None, known),
        looks=drill.looks_like if drill else name,
        own=name in own,
    )


def _amount(values: Mapping[str, object], dose: Dose) -> Amount:
    for amount in Amount:
        if amount.value in values:
            return amount
    return Amount.REPS if dose.reps else Amount.BREATHS if dose.breaths else Amount.HOLD


def _number(value: object, usual: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else usual


def _seconds(value: object, usual: int) -> int:
    try:
        return parse_duration(value) // 1000 if isinstance(value, int | str) else usual
    except ValueError:
        return usual


def _pause(value: object, usual: int | None) -> int | None:
    if isinstance(value, str) and value.strip().casefold() == UNTIL_READY.casefold():
        return None
    return usual if value is None else _seconds(value, 0)


def _tempo(value: object, dose: Dose) -> str:
    usual = str(dose.tempo) if dose.tempo else ""
    try:
        return str(parse_tempo(str(value))) if value is not None else usual
    except ValueError:
        return usual


def _lines(value: object, usual: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else usual


def one_of(kind: type[E], value: object) -> E | None:
    """Return a word as a file may write it, None where it is none of them."""
    try:
        return kind(str(value).strip().lower())
    except ValueError:
        return None


def _link(other: str | None, known: Mapping[str, Drill]) -> Link | None:
    return None if other is None or other not in known else (other, known[other].name)
