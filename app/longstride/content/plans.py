"""From a plan's file to a Plan."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field, PlainValidator

from longstride.content.files import id_of, toml_files
from longstride.content.forms import Form
from longstride.content.gate import read_document
from longstride.content.proof import Proof
from longstride.content.texts import Line, Name, Prose
from longstride.content.wording import nearest
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.plan import After, Plan, PlanEntry, PlanWeek
from longstride.core.flow.plan_text import MOST_ENTRIES, MOST_TIMES, MOST_WEEKS

LIGHTER_EVERY = 4
_AFTER = "after "
_NO_TURN = 'is not a number of times; write 2, or "after every run"'
_NO_DAY = (
    'follows what no day holds; write "after every run", "after every warm-up" or "after work"'
)


def _turn(value: object) -> int | str:
    """Return how often a week a flow is done, or after what."""
    if isinstance(value, str) and value.startswith(_AFTER) and len(value) <= 60:
        after = value.removeprefix(_AFTER).strip()
        if PlanEntry("", after=after).follows is After.OWN:
            raise ValueError(_NO_DAY)
        return after
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(_NO_TURN)
    if not 1 <= value <= MOST_TIMES:
        raise ValueError(f"is out of range; choose 1 to {MOST_TIMES} times a week")
    return value


Turn = Annotated[int | str, PlainValidator(_turn)]


class WeekForm(Form):
    """A ``[[week]]``."""

    focus: Line
    lighter: bool = False
    do: Annotated[dict[str, Turn], Field(min_length=1, max_length=MOST_ENTRIES)]


class PlanForm(Form):
    """A plan's own file."""

    tables: ClassVar[dict[str, type[Form]]] = {"week": WeekForm}

    title: Name
    whom: Line
    purpose: Prose
    week: Annotated[list[WeekForm], Field(min_length=1, max_length=MOST_WEEKS)]


def load_plans(folder: Path, flows: Collection[str]) -> dict[str, Plan]:
    """Return the plans of a folder by id; FlowError holds every mistake in all the files.

    ``flows`` are the ids of the flows there are.
    """
    plans: dict[str, Plan] = {}
    mistakes: list[Mistake] = []
    for path in toml_files(folder):
        try:
            plan = load_plan(path, flows)
        except FlowError as error:
            mistakes += error.mistakes
            continue
        if plan.id in plans:
            text = f'another file here holds the plan "{plan.id}" already; rename this one'
            mistakes.append(Mistake(str(path), 0, text))
        plans[plan.id] = plan
    if mistakes:
        raise FlowError(tuple(sorted(set(mistakes))))
    return plans


def load_plan(path: Path, flows: Collection[str] | None) -> Plan:
    """Return the plan in a file, its name being its id; FlowError holds every mistake.

    ``flows`` are the ids it may name; None lets it name any.
    """
    proof = Proof(read_document(path))
    form = proof.fill_in(PlanForm, proof.document.table)
    if form is not None:
        _check_weeks(form.week, flows, proof)
    proof.check()
    assert form is not None, "a form that cannot be filled in leaves a mistake"
    weeks = tuple(_week(week) for week in form.week)
    return Plan(id_of(path), form.title, form.whom, form.purpose, weeks)


def _check_weeks(weeks: list[WeekForm], flows: Collection[str] | None, proof: Proof) -> None:
    """Note flows that do not exist, and a fourth week that is not lighter."""
    for number, week in enumerate(weeks):
        at = ("week", number)
        for flow in week.do:
            if flows is not None and flow not in flows:
                text = f'there is no flow "{flow}"{nearest(flow, flows)}'
                proof.wrong((*at, "do", flow), text)
        if (number + 1) % LIGHTER_EVERY == 0 and not week.lighter:
            proof.wrong(at, "every fourth week is a lighter one; write lighter = true")


def _week(form: WeekForm) -> PlanWeek:
    entries = (
        PlanEntry(flow, after=turn) if isinstance(turn, str) else PlanEntry(flow, times=turn)
        for flow, turn in form.do.items()
    )
    return PlanWeek(form.focus, tuple(entries), form.lighter)
