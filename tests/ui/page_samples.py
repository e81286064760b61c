"""Flows and sessions for looking at pages: usual ones, very long ones, none."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import fakes
from longstride.core.flow.drill import Dose, Drill, Side, Sides, Stage, Unit
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import parse_tempo
from longstride.core.history.consistency import consistency
from longstride.core.history.counsel import Counsel
from longstride.core.history.counsel_words import GO_ON
from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.stiffness import rated
from longstride.core.history.verdict import Verdict
from longstride.core.history.week import DayTotal, Freeze, FreezeReason, Rhythm
from longstride.core.history.what_changed import latest_changes
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.records.doses import DoseNow
from longstride.ui.shown.cards import FlowCard, flow_card
from longstride.ui.shown.past import Past, Range, Recent
from longstride.ui.today.state import as_it_stands
from longstride.ui.today.view import TodayView, today_view

FRIDAY = date(2026, 11, 20)
FREEZES = (
    Freeze(date(2026, 11, 19), FreezeReason.REST),
    *(Freeze(date(2026, 8, day), FreezeReason.TRAVEL) for day in range(10, 17)),
)
RHYTHM = Rhythm(freezes=FREEZES)
STEADY = DoseNow(Counsel(Verdict.GO_ON, GO_ON), (), ())
AREAS = {
    "supine-leg-rock": ("hips",),
    "standing-hip-circle": ("hips",),
    "glute-bridge": ("glutes", "hamstrings"),
    "standing-hip-hinge": ("hamstrings", "glutes"),
    "split-squat": ("quads", "glutes", "hip flexors"),
    "quad-to-glute-flow": ("quads", "glutes"),
    "half-kneeling-hip-flexor-stretch": ("hip flexors",),
    "couch-stretch": ("hip flexors", "quads"),
    "slow-step-down": ("quads", "ankles"),
}

_DRILLS: tuple[tuple[str, Stage, Dose, Sides, tuple[str, ...]], ...] = (
    ("Supine leg rock", Stage.OPEN, Dose(reps=8, tempo=parse_tempo("2020")), Sides.ALTERNATE, ()),
    ("Standing hip circle", Stage.OPEN, Dose(reps=6, tempo=parse_tempo("3030")), Sides.EACH, ()),
    ("Glute bridge", Stage.ACTIVATE, Dose(reps=8, tempo=parse_tempo("3122")), Sides.BOTH, ()),
    (
        "Standing hip hinge",
        Stage.LOAD,
        Dose(reps=6, tempo=parse_tempo("4120"), sets=2),
        Sides.BOTH,
        (),
    ),
    ("Split squat", Stage.LOAD, Dose(reps=6, tempo=parse_tempo("4120"), sets=2), Sides.EACH, ()),
    ("Quad-to-glute flow", Stage.LOAD, Dose(reps=5, tempo=parse_tempo("4020")), Sides.EACH, ()),
    ("Half-kneeling hip-flexor stretch", Stage.END_RANGE, Dose(breaths=4), Sides.EACH, ()),
    ("Couch stretch", Stage.END_RANGE, Dose(hold=60_000), Sides.EACH, ("chair",)),
    ("Monster walk", Stage.LOAD, Dose(reps=10, tempo=parse_tempo("2121")), Sides.EACH, ("band",)),
    ("Slow step-down", Stage.LOAD, Dose(reps=6, tempo=parse_tempo("5120")), Sides.EACH, ("step",)),
)


def _drill(name: str, stage: Stage, dose: Dose, sides: Sides, equipment: tuple[str, ...]) -> Drill:
    unit = Unit.REPS if dose.reps else Unit.BREATHS if dose.breaths else Unit.SECONDS
    return Drill(
        id=name.lower().replace(" ", "-"),
        name=name,
        stage=stage,
        unit=unit,
        sides=sides,
        position="standing",
        purpose="For the hips.",
        setup="Stand tall.",
        cues=("Ribs over the pelvis.",),
        feel="The front of the hip.",
        avoid="A hollow back.",
        dose=dose,
        areas=("hip flexors",),
        equipment=equipment,
    )


def flow(title: str, picks: tuple[int, ...], **changes: object) -> Flow:
    steps = tuple(Step(_drill(*_DRILLS[i]), _DRILLS[i][2], _DRILLS[i][3]) for i in picks)
    made = Flow(
        id=title.lower().replace(" ", "-"),
        title=title,
        purpose="Gives the hips their length back, slowly and under control.",
        when="On any day, best when you are warm.",
        level="easy",
        minutes=(5, 15),
        steps=steps,
        opening="Lie down.",
        closing="Done.",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def card(made: Flow) -> FlowCard:
    return flow_card(made, compile_flow(made, {}, fakes.FULL))


def cards() -> tuple[FlowCard, ...]:
    return tuple(
        map(
            card,
            (
                base(),
                flow(
                    "Post-run five",
                    (0, 1, 6),
                    occasions=("after a run",),
                    purpose="Five minutes right after a run, while everything is still warm.",
                ),
                flow("Eccentric hips", (0, 3, 4, 8, 9), occasions=("strength",), level="demanding"),
                flow("Wind down", (6, 7), occasions=("recovery",)),
                flow("Unlock the desk", (1, 3), purpose="After long sitting."),
            ),
        )
    )


def base() -> Flow:
    """Return the flow of the first of the cards."""
    return flow("Hip extension base", (0, 1, 2, 3, 4, 5, 6, 7), purpose=_BASE)


def long_cards() -> tuple[FlowCard, ...]:
    title = "Exzentrische Hüftbeugerverlängerung nach Donaudampfschifffahrtsgesellschaftslauf"
    return (
        card(
            flow(
                title,
                tuple(range(10)) * 2,
                purpose="Ein ausführlicher Ablauf für die Hüfte, " * 5,
                when="Nach einem ruhigen Dauerlauf oder an einem trainingsfreien Tag. " * 3,
            )
        ),
        card(flow("<b>Bold</b> & quick", (0, 6))),
    )


def sessions(count: int, title: str = "", note: str = "") -> tuple[Session, ...]:
    """Newest first, one every second day back from FRIDAY, every fifth one cut short."""
    names = ("Hip extension base", "Post-run five", "Eccentric hips")
    return tuple(_session(n, title or names[n % 3], note) for n in range(count))


def _session(n: int, title: str, note: str) -> Session:
    started = datetime(2026, 11, 20, 7, 30, tzinfo=UTC) - timedelta(days=2 * n, minutes=11 * n)
    total = 6 + n % 4
    done = total - 3 if n % 5 == 4 else total
    before = 7 - n % 4
    return Session(
        id=UUID(int=n + 1),
        flow=title.lower().replace(" ", "-"),
        title=title,
        flow_json="{}",
        started=started,
        ended=started + timedelta(minutes=15),
        day=started.date(),
        step_count=total,
        steps=tuple(_record(step, step < done) for step in range(total)),
        stiffness_before=before,
        after=AfterRating(
            stiffness=max(0, before - 1 - n % 3),
            effort=4 + n % 3,
            pain=Pain(PainKind.DULL, "left hip") if n % 7 == 3 else Pain(),
            note=note or ("Left side felt freer than the right." if n % 3 == 0 else ""),
        ),
        lighter_from=3 if n % 5 == 4 else None,
        next_step=total,
    )


def _record(step: int, done: bool) -> StepRecord:
    name = _DRILLS[step % len(_DRILLS)][0].lower().replace(" ", "-")
    outcome = Outcome.DONE if done else Outcome.SKIPPED
    seconds = 80 if done else 0
    return StepRecord(step, name, None, int(done), 8 * int(done), seconds, seconds // 3, outcome)


def interrupted() -> Session:
    return replace(sessions(1)[0], id=UUID(int=99), ended=None, after=None, next_step=4)


_BASE = (
    "The whole order once: open the joint, wake the glutes, load them slowly, then breathe into "
    "the end of the range."
)


def recent(
    many: tuple[Session, ...], today: date = FRIDAY, rhythm: Rhythm = RHYTHM, **changes: object
) -> Recent:
    """What Today would have read of a journal with these sessions, newest first."""
    days = frozenset(session.day for session in many)
    ended = tuple(session for session in many if session.ended)
    made = Recent(rhythm, consistency(days, rhythm, today), ended[:12], len(many))
    return replace(made, **changes)  # type: ignore[arg-type]


def today(
    many: tuple[Session, ...],
    shown: tuple[FlowCard, ...] | None = None,
    left: int = 0,
    **changes: object,
) -> TodayView:
    """Today on FRIDAY with these sessions, newest first, and so many ms of the morning left."""
    offered = cards() if shown is None else shown
    suggested: dict[int | None, tuple[str, str]] = {}
    if offered:
        usual = offered[min(1, len(offered) - 1)] if many else offered[0]
        suggested[None] = (usual.id, f"{usual.title} was last done 3 days ago.")
        gentle = offered[-1]
        suggested |= {
            n: (gentle.id, f"Stiff {n}: start with {gentle.title}.") for n in range(7, 11)
        }
    doses = dict.fromkeys((card.id for card in offered), STEADY)
    known = recent(many, **({"doses": doses} | changes))  # type: ignore[arg-type]
    view = today_view(FRIDAY, offered, known, suggested, left)
    return as_it_stands(view, (base(),), FRIDAY)


def past(
    many: tuple[Session, ...],
    chosen: Range = Range.SEASON,
    measurements: tuple[Measurement, ...] = (),
    today: date = FRIDAY,
    rhythm: Rhythm = RHYTHM,
) -> Past:
    """What Review would have read of a journal with these sessions, newest first."""
    since, running = chosen.since(today, rhythm), rhythm.week_of(today)
    totals = _totals(many)
    kept = tuple(session for session in reversed(many) if since is None or session.day >= since)
    regular = consistency(frozenset(total.day for total in totals), rhythm, today)
    points = tuple(point for session in many if (point := rated(session)))
    return Past(
        range=chosen,
        today=today,
        since=since,
        rhythm=rhythm,
        regular=regular,
        totals=totals,
        rated=tuple(point for session in kept if (point := rated(session))),
        over=fakes.work(session for session in kept if session.day < running),
        running=fakes.work(session for session in kept if session.day >= running),
        measurements=tuple(each for each in measurements if since is None or each.day >= since),
        areas=AREAS,
        names={name.lower().replace(" ", "-"): name for name, *_ in _DRILLS},
        titles={session.flow: session.title for session in many},
        count=len(many),
        changed=latest_changes(today, points, measurements, regular.streak.weeks),
    )


def measurements() -> tuple[Measurement, ...]:
    """A range check every four weeks for a year, oldest first, and a few other numbers."""
    found = []
    for n in range(12):
        day = FRIDAY - timedelta(weeks=4 * (11 - n))
        taken = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        for side in Side:
            values = (
                (MeasureKind.THOMAS_ANGLE, (-4.0 if side is Side.LEFT else 1.5) + 1.3 * n),
                (MeasureKind.BRIDGE_HOLD, 22.0 + 2 * n + (3 if side is Side.RIGHT else 0)),
                (MeasureKind.KNEE_TO_WALL, 9.0 + 0.2 * n),
            )
            for kind, value in values:
                found.append(_measurement(kind, side, value, day, taken))
    found.append(_measurement(MeasureKind.CADENCE, None, 172, FRIDAY, taken))
    return tuple(found)


def _measurement(
    kind: MeasureKind, side: Side | None, value: float, day: date, taken: datetime
) -> Measurement:
    number = hash((kind.value, side, day)) & ((1 << 60) - 1)
    return Measurement(UUID(int=number), day, taken, kind, side, value, kind.form.unit)


def _totals(many: tuple[Session, ...]) -> tuple[DayTotal, ...]:
    by_day: dict[date, list[Session]] = {}
    for session in reversed(many):
        by_day.setdefault(session.day, []).append(session)
    return tuple(
        DayTotal(
            day,
            len(group),
            sum(session.seconds for session in group),
            sum(step.eccentric_seconds for session in group for step in session.steps),
        )
        for day, group in sorted(by_day.items())
    )
