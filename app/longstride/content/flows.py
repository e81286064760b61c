"""From a flow's file to a Flow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from longstride.content.advice_flows import advise_flow, measured_minutes
from longstride.content.dosing import check_kinds, check_turns, read_dose
from longstride.content.drills import Written, check_braces, check_links, is_drill, read_drill
from longstride.content.files import id_of, slug
from longstride.content.flow_forms import FlowForm
from longstride.content.forms import MOST_DRILLS, REST_AFTER, StepForm
from longstride.content.gate import read_document
from longstride.content.limits import LONGEST, least_length, longest_length
from longstride.content.proof import Proof
from longstride.content.wording import nearest_drill
from longstride.core.errors import Mistake
from longstride.core.flow.breath import Breath
from longstride.core.flow.drill import Drill, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.saved import MOST_STEPS
from longstride.core.timeline.phrases import Phrases

_DRILL = "this is the file of a drill; write it into a flow's file as a [[drill]], with a [[step]]"
TOO_LONG = "these steps take more than three hours; take some out"
SLOWEST = "these steps take more than three hours at a slow breath and voice; take some out"
RANKS = {
    Stage.OPEN: 0,
    Stage.ACTIVATE: 1,
    Stage.LOAD: 2,
    Stage.STABILITY: 2,
    Stage.SPRINT: 2,
    Stage.END_RANGE: 3,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a flow's file holds: the flow, and the drills it can name, its own among them."""

    flow: Flow
    drills: Mapping[str, Drill]
    own: Mapping[str, Written]
    proof: Proof
    phrases: Phrases = Phrases()

    @property
    def says_id(self) -> bool:
        """Whether the id is written in the file, and not its name's."""
        return "id" in self.proof.document.table

    def warnings(self) -> tuple[Mistake, ...]:
        """Return what is unwise in the file without being wrong."""
        advise_flow(self.flow, self.own, self.drills, self.proof, self.phrases)
        return tuple(sorted(set(self.proof.warnings)))


def load_flow(
    source: Path | str, catalogue: Mapping[str, Drill], phrases: Phrases = Phrases()
) -> Flow:
    """Return the flow in a file, or in TOML given as text; FlowError holds every mistake.

    Where it promises no minutes they are measured, with ``phrases`` said in it.
    """
    return read_flow(source, catalogue, phrases).flow


def read_flow(
    source: Path | str, catalogue: Mapping[str, Drill], phrases: Phrases = Phrases()
) -> Reading:
    """Return all there is in a flow's file; FlowError holds every mistake."""
    proof = Proof(read_document(source))
    if is_drill(proof.document.table):
        proof.wrong((), _DRILL)
        proof.check()
    proved = prove_flow(proof, catalogue)
    proof.check()
    assert proved.form is not None, "a form that cannot be filled in leaves a mistake"
    flow = flow_of(proved, proved.form, id_of(source) if isinstance(source, Path) else "")
    if longest_length(flow, phrases) > LONGEST:
        proof.wrong(("step",), SLOWEST)
        proof.check()
    if proved.form.minutes is None:
        flow = replace(flow, minutes=measured_minutes(flow, phrases))
    return Reading(flow, proved.known, proved.own, proof, phrases)


@dataclass(frozen=True, slots=True)
class Proved:
    """What is good in a flow's file: its head, or None, and its good steps by their places."""

    form: FlowForm | None
    steps: Mapping[int, Step]
    known: Mapping[str, Drill]
    own: Mapping[str, Written]

    @property
    def breath(self) -> Breath:
        """The pace of the breath."""
        return self.form.breath.breath() if self.form else Breath()


def prove_flow(proof: Proof, catalogue: Mapping[str, Drill]) -> Proved:
    """Return what is good in a flow's document after noting what is not."""
    table = proof.document.table
    form = proof.fill_in(FlowForm, table)
    _check_braces(table, proof)
    own = dict(_own_drills(table.get("drill"), proof))
    known = {**catalogue, **{name: written.drill for name, written in own.items()}}
    check_links(own, known)
    proved = Proved(form, dict(_steps(table, known, proof)), known, own)
    if sum(least_length(step, proved.breath) for step in proved.steps.values()) > LONGEST:
        proof.wrong(("step",), TOO_LONG)
    return proved


def _check_braces(table: dict[str, object], proof: Proof) -> None:
    """Note braces in what a flow and its steps say: nobody fills them in."""
    steps = [step for step in _listed(table.get("step"), MOST_STEPS) if isinstance(step, dict)]
    for at, inside in ((), table), *((("step", n), step) for n, step in enumerate(steps)):
        for key in _SPOKEN & set(inside):
            check_braces(key, (inside[key],), proof, at)


_SPOKEN = {"title", "say", "opening", "closing", "baseline", "recheck", "fetch", "put_away"}


def _own_drills(tables: object, proof: Proof) -> Iterator[tuple[str, Written]]:
    """Yield the good ``[[drill]]`` tables of a flow's own file."""
    seen: set[str] = set()
    for number, table in enumerate(_listed(tables, MOST_DRILLS)):
        written = read_drill(table, proof, ("drill", number))
        if written is None:
            continue
        if written.drill.id in seen:
            proof.wrong(("drill", number, "id"), f'"{written.drill.id}" stands here twice')
        seen.add(written.drill.id)
        yield written.drill.id, written


def _steps(
    table: dict[str, object], known: Mapping[str, Drill], proof: Proof
) -> list[tuple[int, Step]]:
    """Return the good steps and their places after noting what is wrong with the others."""
    broken = {_id(drill) for drill in _listed(table.get("drill"), MOST_DRILLS)} - set(known)
    steps, named = [], []
    for number, step in enumerate(_listed(table.get("step"), MOST_STEPS)):
        form = proof.fill_in(StepForm, step, ("step", number))
        check_kinds(step, proof, ("step", number))
        drill = _named_drill(step, known, broken, proof, number)
        if drill is None:
            continue
        named.append((number, drill))
        if form is not None and (read := _step(form, drill, proof, number)) is not None:
            steps.append((number, read))
    _check_order(named, proof)
    return steps


def _named_drill(
    step: object, known: Mapping[str, Drill], broken: set[object], proof: Proof, number: int
) -> Drill | None:
    """Return the drill a step names; noted even where the rest of the step is wrong as well."""
    name = step.get("drill") if isinstance(step, dict) else None
    if not isinstance(name, str) or name in broken:
        return None
    if name not in known:
        text = f'there is no drill "{name}"{nearest_drill(name, known)}'
        proof.wrong(("step", number, "drill"), text)
    return known.get(name)


def _listed(tables: object, most: int) -> list[object]:
    return tables[:most] if isinstance(tables, list) else []


def _id(table: object) -> object:
    name = table.get("id") if isinstance(table, dict) else None
    return name if isinstance(name, str) else None


def _step(form: StepForm, drill: Drill, proof: Proof, number: int) -> Step | None:
    at = ("step", number)
    dose = read_dose(form, drill.dose, proof, at)
    if dose is None:
        return None
    sides = form.side or drill.sides
    check_turns(dose, sides, proof, at)
    after = form.rest_after.length
    return Step(
        drill=_without_cues(drill) if form.cues == [] else drill,
        dose=dose,
        sides=sides,
        get_ready=form.get_ready,
        change=form.change,
        rest=REST_AFTER if after is None else after,
        until_ready=after is None,
        cues=tuple(form.cues or ()),
        talk=form.talk,
        first=form.first,
        count=form.count,
        fetch=form.fetch,
        put_away=form.put_away,
        round=form.round,
        easier=form.easier,
        keep=form.keep,
    )


def _without_cues(drill: Drill) -> Drill:
    """Return a drill as it is done in a step that wants no cues."""
    told = drill.without_band
    return replace(drill, cues=(), without_band=replace(told, cues=()) if told else None)


def _check_order(drills: list[tuple[int, Drill]], proof: Proof) -> None:
    """Note every step whose stage has passed: a flow may skip stages but never reorders them."""
    furthest: Drill | None = None
    for number, drill in drills:
        if furthest is None or RANKS[drill.stage] >= RANKS[furthest.stage]:
            furthest = drill
            continue
        text = (
            f'"{drill.id}" ({drill.stage}) cannot come after "{furthest.id}" ({furthest.stage}); '
            "a flow goes open, activate, load, end range"
        )
        proof.wrong(("step", number, "drill"), text)


def flow_of(proved: Proved, form: FlowForm, default_id: str = "") -> Flow:
    """Return the flow of a head and the good steps; its minutes are (1, 1) where none are told."""
    return Flow(
        id=form.id or default_id or slug(form.title),
        title=form.title,
        purpose=form.purpose,
        when=form.when,
        level=form.level,
        minutes=form.minutes or (1, 1),
        steps=tuple(proved.steps.values()),
        opening=form.opening,
        closing=form.closing,
        breath=form.breath.breath(),
        talk=form.talk,
        occasions=tuple(form.occasions),
        say=form.say,
        place=form.place,
        warm=form.warm,
        baseline=form.baseline,
        recheck=form.recheck,
        easier=form.easier,
        shorten=form.shorten,
        line=form.line,
    )
