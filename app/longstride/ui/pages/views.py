"""What pages show: values made from flows, timelines and sessions, free of Qt."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from longstride.core.drill import Dose, Sides, Stage
from longstride.core.durations import clock_text, minutes_text, number_word
from longstride.core.flow import Flow, Step
from longstride.core.session import Session
from longstride.core.timeline import Timeline

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as a flow's page lists it; ``length`` ms is its share of the whole flow.

    ``drill`` is the drill's id.
    """

    name: str
    dose: str
    stage: Stage
    length: int
    drill: str = ""


@dataclass(frozen=True, slots=True)
class FlowCard:
    """A flow as the athlete chooses it; ``length`` and ``work`` in ms.

    ``areas`` are body areas with the ms at work on each, longest first; work on two areas counts
    for both. ``words`` is everything it can be found by.
    """

    id: str
    title: str
    purpose: str
    when: str
    level: str
    length: int
    work: int
    drills: int
    equipment: tuple[str, ...]
    occasions: tuple[str, ...]
    steps: tuple[StepLine, ...]
    areas: tuple[tuple[str, int], ...] = ()
    words: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The short facts under the title: how long, how much, with what."""
        drills = "1 drill" if self.drills == 1 else f"{self.drills} drills"
        return minutes_text(self.length), drills, ", ".join(self.equipment) or "no equipment"


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day of the running week."""

    name: str
    done: bool
    today: bool


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything on Today; ``flow`` None where there is no flow to start."""

    heading: str
    sub: str
    flow: FlowCard | None
    week: tuple[DayMark, ...]
    sessions: tuple[Session, ...] = ()
    interrupted: Session | None = None


def flow_card(flow: Flow, timeline: Timeline) -> FlowCard:
    """Return the card of a flow whose lengths are those of its timeline."""
    lengths: defaultdict[int, int] = defaultdict(int)
    for span in timeline.spans:
        lengths[span.step] += span.length
    return FlowCard(
        id=flow.id,
        title=flow.title,
        purpose=flow.purpose,
        when=flow.when,
        level=flow.level,
        length=timeline.duration,
        work=sum(span.length for span in timeline.spans if span.phase.is_work),
        drills=len({step.drill.id for step in flow.steps}),
        equipment=flow.equipment,
        occasions=flow.occasions,
        steps=tuple(step_line(step, lengths[index]) for index, step in enumerate(flow.steps)),
        areas=_areas(flow, timeline),
        words="\n".join(_words(flow)).casefold(),
    )


def step_line(step: Step, length: int) -> StepLine:
    """Return a step's name and its dose in words."""
    parts = (_amount(step.dose, step.drill.unit.value), _tempo(step.dose), _side(step.sides))
    dose = " · ".join(part for part in parts if part)
    return StepLine(step.drill.name, dose, step.drill.stage, length, step.drill.id)


def today_view(
    today: date,
    cards: Sequence[FlowCard],
    sessions: Sequence[Session],
    interrupted: Session | None = None,
) -> TodayView:
    """Return Today for the athlete's day, from the sessions (newest first) and the flows.

    The next flow is the one done last, else the first. ``interrupted`` is the run to be offered
    again at its step.
    """
    finished = tuple(session for session in sessions if session.ended)
    flow = _next_flow(cards, finished)
    week = _week(today, finished)
    return TodayView(
        heading=_heading(today, flow, bool(finished)),
        sub=_sub(week, flow, bool(finished)),
        flow=flow,
        week=week,
        sessions=finished,
        interrupted=interrupted,
    )


def _areas(flow: Flow, timeline: Timeline) -> tuple[tuple[str, int], ...]:
    """Return each area with the time at work on it, longest first."""
    worked: defaultdict[str, int] = defaultdict(int)
    for span in timeline.spans:
        if span.phase.is_work:
            for area in flow.steps[span.step].drill.areas:
                worked[area] += span.length
    return tuple(sorted(worked.items(), key=lambda item: (-item[1], item[0])))


def _words(flow: Flow) -> tuple[str, ...]:
    drills = {step.drill.id: step.drill for step in flow.steps}.values()
    names = [name for drill in drills for name in (drill.name, *drill.aliases)]
    return (flow.title, flow.purpose, *flow.occasions, *names)


def _amount(dose: Dose, unit: str) -> str:
    if dose.reps is not None:
        amount = f"{dose.reps} {unit if unit == 'steps' else 'reps'}"
    elif dose.breaths is not None:
        amount = f"{dose.breaths} breaths"
    else:
        hold = dose.hold or 0
        amount = f"hold {clock_text(hold)}" if hold >= 60_000 else f"hold {hold // 1000} s"
    return f"{dose.sets} × {amount}" if dose.sets > 1 else amount


def _tempo(dose: Dose) -> str:
    return f"tempo {dose.tempo}" if dose.tempo else ""


def _side(sides: Sides) -> str:
    words = {
        Sides.EACH: "each side",
        Sides.LEFT: "left side",
        Sides.RIGHT: "right side",
        Sides.ALTERNATE: "alternating",
    }
    return words.get(sides, "")


def _next_flow(cards: Sequence[FlowCard], finished: Sequence[Session]) -> FlowCard | None:
    by_id = {card.id: card for card in cards}
    done = (by_id[session.flow] for session in finished if session.flow in by_id)
    return next(done, cards[0] if cards else None)


def _week(today: date, finished: Sequence[Session]) -> tuple[DayMark, ...]:
    monday = today - timedelta(days=today.weekday())
    days = {session.day for session in finished}
    return tuple(
        DayMark(name, (day := monday + timedelta(days=index)) in days, day == today)
        for index, name in enumerate(WEEKDAYS)
    )


def _heading(today: date, flow: FlowCard | None, returning: bool) -> str:
    weekday = WEEKDAYS[today.weekday()]
    if flow is None:
        return f"{weekday}. No flow to start yet."
    return f"{weekday}. {flow.title} is next." if returning else f"Start with {flow.title}."


def _sub(week: Sequence[DayMark], flow: FlowCard | None, returning: bool) -> str:
    if flow is None:
        return "See Flows for what is wrong with the files."
    if not returning:
        return "Lie down, close your eyes and follow the voice. Nothing to watch, nothing to count."
    done = sum(mark.done for mark in week)
    if any(mark.done and mark.today for mark in week):
        return "You have trained today. Another round is welcome, rest is just as good."
    if not done:
        return "A new week. One short flow is a good start."
    days = "day" if done == 1 else "days"
    return f"{number_word(done).capitalize()} {days} done this week."
