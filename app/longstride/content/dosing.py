"""How much of a drill: what an author wrote, laid over what the drill has anyway."""

from dataclasses import replace

from longstride.content.forms import DoseForm
from longstride.content.lines import Path
from longstride.content.proof import Proof
from longstride.core.flow.drill import Dose, Sides, Unit

_KINDS = ("reps", "hold", "breaths")
_NO_DOSE = 'the dose is missing; write reps = 10 with tempo = "4-1-2-0", hold = 30 or breaths = 4'
_NO_TEMPO = 'repetitions need a tempo; write tempo = "4-1-2-0"'
_LONE_TEMPO = "a tempo goes with reps; a hold or breaths have none"
_NO_TURNS = "sides can only alternate by repetition; write reps, or another side"


def check_kinds(table: object, proof: Proof, at: Path) -> None:
    """Note a drill or step that is dosed in two ways; said whatever else is wrong with it."""
    kinds = [kind for kind in _KINDS if isinstance(table, dict) and kind in table]
    if len(kinds) > 1:
        proof.wrong((*at, kinds[1]), f"{' and '.join(kinds)} exclude each other; keep one")


def read_dose(form: DoseForm, inherited: Dose | None, proof: Proof, at: Path) -> Dose | None:
    """Return the dose of a drill or step, or None after noting why there is none.

    Two kinds at once give none either; ``check_kinds`` says so.
    """
    kinds = [kind for kind in _KINDS if getattr(form, kind) is not None]
    if len(kinds) > 1:
        return None
    if not kinds and inherited is None:
        proof.wrong(at, _NO_DOSE)
        return None
    dose = _overlaid(form, inherited or Dose())
    if dose.reps is not None and dose.tempo is None:
        proof.wrong((*at, "reps"), _NO_TEMPO)
        return None
    if dose.reps is None and dose.tempo is not None:
        proof.wrong((*at, "tempo"), _LONE_TEMPO)
        return None
    return dose


def check_turns(dose: Dose, sides: Sides, proof: Proof, at: Path) -> None:
    """Note where sides that take turns have no repetitions, or an odd number of them."""
    if sides is not Sides.ALTERNATE:
        return
    if dose.reps is None:
        proof.wrong((*at, "side"), _NO_TURNS)
    elif dose.reps % 2:
        near = f"write {dose.reps - 1} or {dose.reps + 1}" if dose.reps > 1 else "write 2"
        proof.wrong((*at, "reps"), f"where the sides take turns the repetitions are even; {near}")


def unit_of(dose: Dose) -> Unit:
    """Return what a dose is counted in, unless its drill calls the repetitions steps."""
    if dose.reps is not None:
        return Unit.REPS
    return Unit.SECONDS if dose.hold is not None else Unit.BREATHS


def _overlaid(form: DoseForm, dose: Dose) -> Dose:
    """Return a dose with everything replaced that the form names."""
    if any(getattr(form, kind) is not None for kind in _KINDS):
        tempo = dose.tempo if form.reps is not None else None
        dose = replace(dose, reps=form.reps, hold=form.hold, breaths=form.breaths, tempo=tempo)
    if form.rest is not None:
        length = dose.rest if form.rest.length is None else form.rest.length
        dose = replace(dose, rest=length, rest_until_ready=form.rest.length is None)
    return replace(dose, tempo=form.tempo or dose.tempo, sets=form.sets or dose.sets)
