"""From a drill's table to a Drill, and the links from one drill to its easier and harder kin."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from longstride.content.dosing import check_kinds, check_turns, read_dose, unit_of
from longstride.content.forms import DrillForm, OwnDrillForm, WordsForm
from longstride.content.lines import Path
from longstride.content.proof import Proof
from longstride.content.wording import nearest
from longstride.core.flow.drill import Dose, Drill, Unit
from longstride.core.flow.tempo import Phase


class Written(NamedTuple):
    """A drill together with where it was written."""

    drill: Drill
    proof: Proof
    at: Path


def read_drill(table: object, proof: Proof, at: Path = (), default_id: str = "") -> Written | None:
    """Return a drill from its table, or None after noting everything wrong with it.

    Without ``default_id`` the table has to have an id of its own.
    """
    form = proof.fill_in(DrillForm if default_id else OwnDrillForm, table, at)
    check_kinds(table, proof, at)
    if form is None:
        return None
    dose = read_dose(form, None, proof, at)
    if dose is None:
        return None
    check_turns(dose, form.side, proof, at)
    _check_instead(form, proof, at)
    return Written(_drill(form, dose, _unit(form, dose, proof, at), default_id), proof, at)


def _unit(form: DrillForm, dose: Dose, proof: Proof, at: Path) -> Unit:
    natural = unit_of(dose)
    unit = form.unit or natural
    if unit is not natural and {unit, natural} != {Unit.REPS, Unit.STEPS}:
        proof.wrong((*at, "unit"), f'unit = "{unit}" does not fit a dose in {natural}')
    return unit


def _check_instead(form: DrillForm, proof: Proof, at: Path) -> None:
    for item in form.instead.keys() - set(form.equipment):
        text = f'instead = "{item}" is not in equipment{nearest(item, form.equipment)}'
        proof.wrong((*at, "instead", item), text)


def _drill(form: DrillForm, dose: Dose, unit: Unit, default_id: str) -> Drill:
    return Drill(
        id=form.id or default_id,
        name=form.name,
        stage=form.stage,
        unit=unit,
        sides=form.side,
        position=form.position,
        purpose=form.purpose,
        setup=form.setup,
        cues=tuple(form.cues),
        feel=form.feel,
        avoid=form.avoid,
        dose=dose,
        areas=tuple(form.areas),
        aliases=tuple(form.aliases),
        say=form.say,
        equipment=tuple(form.equipment),
        easier=form.easier,
        harder=form.harder,
        starts_with=form.starts_with,
        words=_words(form.words),
        paced=form.paced,
        test=form.test,
        left=form.left,
        right=form.right,
        instead=form.instead,
    )


def _words(form: WordsForm) -> dict[Phase, str]:
    words = {phase: getattr(form, phase.value) for phase in Phase}
    return {phase: word for phase, word in words.items() if word is not None}


def check_links(written: Mapping[str, Written], known: Mapping[str, Drill]) -> None:
    """Note every easier or harder drill that does not exist or leads round in a circle."""
    for drill, proof, at in written.values():
        for link in ("easier", "harder"):
            other = getattr(drill, link)
            if other is not None and other not in known:
                text = f'{link} = "{other}" is not a drill{nearest(other, known)}'
                proof.wrong((*at, link), text)
            elif drill.id == min(_circle(drill.id, link, known), default=None):
                proof.wrong(
                    (*at, link), f"following {link} from here leads back here; cut one link"
                )


def _circle(start: str, link: str, known: Mapping[str, Drill]) -> tuple[str, ...]:
    """Return the ids on the way from a drill back to itself; empty where no way leads back."""
    way = [start]
    for onward in _onward(start, link, known):
        if onward == start:
            return tuple(way)
        if onward in way:
            return ()
        way.append(onward)
    return ()


def _onward(start: str, link: str, known: Mapping[str, Drill]) -> Iterator[str]:
    here = known.get(start)
    while here is not None and (onward := getattr(here, link)) is not None:
        yield onward
        here = known.get(onward)
