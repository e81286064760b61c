"""From a drill's table to a Drill, and the links from one drill to its easier and harder kin."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from longstride.content.dosing import check_kinds, check_turns, read_dose, unit_of
from longstride.content.forms import DrillForm, OwnDrillForm, WithoutBandForm, WordsForm
from longstride.content.lines import Path
from longstride.content.proof import Proof
from longstride.content.wording import nearest, nearest_drill
from longstride.core.flow.drill import SAME, Dose, Drill, Sides, Unit, WithoutBand
from longstride.core.flow.tempo import Phase


class Written(NamedTuple):
    """A drill together with where it was written."""

    drill: Drill
    proof: Proof
    at: Path


def is_drill(table: Mapping[str, object]) -> bool:
    """Return whether a file's table is about one drill: it has a stage or set-up, and no steps.

    A drill with a ``title`` is one still, whose name goes by another word.
    """
    return "step" not in table and not _OF_DRILLS.isdisjoint(table)


_OF_DRILLS = frozenset({"stage", "setup", "feel", "avoid"})


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
    _check_parts(form, proof, at)
    _check_unsided(form, proof, at)
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


def _check_parts(form: DrillForm, proof: Proof, at: Path) -> None:
    """Note a part in braces that nobody fills in: it would be read out as it stands."""
    for key in ("setup", "move", "again", "exit"):
        for part in _PART.findall(getattr(form, key)):
            if part not in _SIDE_PARTS:
                text = f'"{part}" is not filled in; write {{side}} or {{other}}'
                proof.wrong((*at, key), text)
            elif form.side is Sides.BOTH:
                text = f'"{part}" names a side, but both sides work at once'
                proof.wrong((*at, key), text)


def _check_unsided(form: DrillForm, proof: Proof, at: Path) -> None:
    """Note braces where no side is filled in."""
    texts = {key: (getattr(form, key),) for key in _UNSIDED} | {"cues": tuple(form.cues)}
    texts["words"] = tuple(_words(form.words).values())
    for key, spoken in texts.items():
        check_braces(key, spoken, proof, at)


def check_braces(key: str, spoken: Iterable[object], proof: Proof, at: Path) -> None:
    """Note braces in what is said as it stands: nobody fills them in."""
    if any(isinstance(text, str) and ("{" in text or "}" in text) for text in spoken):
        proof.wrong((*at, key), f"{key} is said as it stands; take the braces away")


_UNSIDED = ("name", "say", "left", "right", "warn", "feel_short", "rest_word", "reverse")
_PART = re.compile(r"\{[^{}]*\}?|\}")
_SIDE_PARTS = frozenset({"{side}", "{other}"})


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
        move=form.move,
        again=form.again,
        exit=form.exit,
        warn=form.warn,
        feel_short=form.feel_short,
        rest_word=form.rest_word,
        reverse=form.reverse,
        one_leg=form.one_leg,
        travels=form.travels,
        trigger=form.trigger,
        places=tuple(form.places),
        without_band=_without_band(form.without_band),
        strains=tuple(form.strains),
        figure=form.figure,
    )


def _without_band(form: WithoutBandForm | None) -> WithoutBand | None:
    if form is None:
        return None
    return WithoutBand(form.name, form.setup, tuple(form.cues), form.say)


def _words(form: WordsForm) -> dict[Phase, str]:
    words = {phase: getattr(form, phase.value) for phase in Phase}
    return {phase: word for phase, word in words.items() if word is not None}


def check_links(written: Mapping[str, Written], known: Mapping[str, Drill]) -> None:
    """Note every drill linked to that does not exist, or leads round in a circle."""
    for drill, proof, at in written.values():
        if drill.figure and drill.figure not in known:
            text = f'figure = "{drill.figure}" is not a drill{nearest_drill(drill.figure, known)}'
            proof.wrong((*at, "figure"), text)
        for link in ("easier", "harder"):
            other = getattr(drill, link)
            if other is not None and other not in known and (link, other) != ("easier", SAME):
                text = f'{link} = "{other}" is not a drill{nearest_drill(other, known)}'
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
    while here is not None and (onward := getattr(here, link)) in known:
        yield onward
        here = known.get(onward)
