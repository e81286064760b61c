"""Flows that grow, the sessions that earn it, and what hypothesis makes of both."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

import fakes
from longstride.core.flow.drill import Dose, Drill, Sides, Stage, Unit
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import parse_tempo
from longstride.core.history.counsel import Counsel, counsel
from longstride.core.history.dose_change import Answer, DoseChange
from longstride.core.history.memory import as_dosed, not_yet, take
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.timeline.step_record import Outcome, StepRecord

START = datetime(2024, 1, 1, 7, tzinfo=UTC)
HARDER = fakes.drill("single-leg-hinge", dose=Dose(reps=5, tempo=parse_tempo("3010")))
LIFTED = fakes.drill(
    "lifted-plank",
    dose=Dose(hold=20_000),
    unit=Unit.SECONDS,
    sides=Sides.EACH,
    stage=Stage.STABILITY,
    areas=("core",),
)
PLANK = replace(LIFTED, id="plank", name="Plank", harder="lifted-plank")
CATALOGUE = {drill.id: drill for drill in (HARDER, LIFTED, PLANK)}
GOOD = AfterRating(stiffness=3, effort=6)
HARD = AfterRating(stiffness=3, effort=8)


def hinge(tempo: str = "3120", reps: int = 8, **changes: object) -> Step:
    dose = Dose(reps=reps, tempo=parse_tempo(tempo), sets=2)
    return fakes.step(fakes.drill(dose=dose, **({"harder": "single-leg-hinge"} | changes)))


FLOW = fakes.flow(hinge(), fakes.step(fakes.HOLD))


def session(
    day: int, flow: Flow = FLOW, after: AfterRating | None = GOOD, **changes: object
) -> Session:
    """Return a whole run of a flow, done on the so-manieth day."""
    started = START + timedelta(days=day)
    steps = tuple(
        StepRecord(number, step.drill.id, None, 2, 8, 60, 30, Outcome.DONE)
        for number, step in enumerate(flow.steps)
    )
    made = Session(
        UUID(int=day),
        flow.id,
        flow.title,
        "{}",
        started,
        started.date(),
        len(steps),
        steps,
        started + timedelta(minutes=9),
        6,
        after,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def four(flow: Flow = FLOW, first: int = 0, **changes: object) -> list[Session]:
    return [session(day, flow, **changes) for day in range(first, first + 4)]  # type: ignore[arg-type]


def cut_short(run: Session) -> Session:
    last = replace(run.steps[-1], outcome=Outcome.SHORTENED)
    return replace(run, steps=(*run.steps[:-1], last), after=HARD)


def advise(
    flow: Flow = FLOW,
    sessions: list[Session] | None = None,
    changes: tuple[DoseChange, ...] = (),
    soreness: int | None = None,
    **more: object,
) -> Counsel:
    runs = four(flow) if sessions is None else sessions
    return counsel(flow, CATALOGUE, runs, changes, soreness, **({"length": no_time} | more))  # type: ignore[arg-type]


def no_time(flow: Flow) -> int:
    return 0


def grow(flow: Flow, changes: tuple[DoseChange, ...] = (), **more: object) -> Counsel:
    """Return the counsel after four easy sessions at the dose as changed."""
    dosed = as_dosed(flow, CATALOGUE, changes).flow
    return advise(flow, four(dosed, 10 * len(changes)), changes, **more)  # type: ignore[arg-type]


def answer(found: Counsel, number: int, *, yes: bool = True) -> DoseChange:
    """Return the change a proposal becomes, at noon of the last of its four days."""
    assert found.proposal is not None
    now = START + timedelta(days=10 * number + 5)
    return (take if yes else not_yet)(found.proposal, UUID(int=1000 + number), now)


def grown_fully(
    flow: Flow,
    catalogue: Mapping[str, Drill] = CATALOGUE,
    length: Callable[[Flow], int] = no_time,
) -> tuple[DoseChange, ...]:
    """Return every change that a flow can take, one after the other."""
    changes: tuple[DoseChange, ...] = ()
    while True:
        runs = four(as_dosed(flow, catalogue, changes).flow, 10 * len(changes))
        found = counsel(flow, catalogue, runs, changes, None, length=length)
        if found.proposal is None:
            return changes
        changes = (*changes, answer(found, len(changes)))
        assert len(changes) < 60, "growth has no end"


drills = st.builds(
    lambda name, tempo, reps, stage, harder, areas: fakes.drill(
        name,
        dose=Dose(reps=reps, tempo=parse_tempo(tempo)),
        stage=stage,
        harder=harder,
        areas=areas,
    ),
    st.sampled_from(["hip-hinge", "split-squat"]),
    st.sampled_from(["2010", "3120", "4120", "5310", "X010"]),
    st.integers(1, 14),
    st.sampled_from([Stage.LOAD, Stage.STABILITY, Stage.OPEN, Stage.SPRINT]),
    st.sampled_from([None, "single-leg-hinge"]),
    st.sampled_from([("hamstrings",), ("quads",), ("hips", "core")]),
)
flows = st.lists(
    st.one_of(drills, st.just(PLANK), st.just(fakes.HOLD)), min_size=1, max_size=5
).map(lambda of: fakes.flow(*map(fakes.step, of)))
pains = st.one_of(
    st.just(Pain()),
    st.builds(
        Pain,
        st.sampled_from([PainKind.DULL, PainKind.SHARP]),
        st.sampled_from(["", "left knee", "hip", "hamstring", "groin", "пах", "lower back"]),
    ),
)
ratings = st.one_of(
    st.just(GOOD),
    st.builds(AfterRating, st.integers(0, 10), st.integers(0, 10), pains),
    st.none(),
)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Flow, list[Session], tuple[DoseChange, ...]]:
    """Return a flow, what was done of it and of another, and what was taken of what it could be."""
    flow = draw(flows)
    taken = grown_fully(flow)[: draw(st.integers(0, 3))]
    changes = tuple(
        replace(each, answer=draw(st.sampled_from([Answer.TAKEN, Answer.TAKEN, *Answer])))
        for each in taken
    )
    dosed = as_dosed(flow, CATALOGUE, changes).flow
    other = fakes.flow(id="other")
    runs = []
    for day in range(draw(st.integers(0, 6))):
        run = session(50 + day, draw(st.sampled_from([dosed, dosed, dosed, other])), draw(ratings))
        runs.append(cut_short(run) if draw(st.booleans()) and draw(st.booleans()) else run)
    return flow, runs, changes


def drill_ids(flow: Flow) -> list[str]:
    return [step.drill.id for step in flow.steps]


def known(drill: Drill) -> dict[str, Drill]:
    return CATALOGUE | {drill.id: drill}
