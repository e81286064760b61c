"""What pages show: values made from flows, timelines and sessions, free of Qt."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from longstride.core.drill import Dose, Sides, Stage
from longstride.core.durations import clock_text, minutes_text
from longstride.core.flow import Flow, Step
from longstride.core.timeline import Timeline
from longstride.core.welcome import ON_ARRIVAL, is_back
from longstride.ui.records import Recent

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
    for both. ``words`` is everything it can be found by, ``origin`` the file of one that is not
    among the athlete's own flows.
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
    origin: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The short facts under the title: how long, how much, with what."""
        drills = "1 drill" if self.drills == 1 else f"{self.drills} drills"
        return minutes_text(self.length), drills, ", ".join(self.equipment) or "no equipment"


@dataclass(frozen=True, slots=True)
class Advice:
    """A flow and the reason for it in one sentence."""

    card: FlowCard
    reason: str


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything on Today; ``flow`` None where there is no flow to start.

    ``advice`` has what suits each stiffness from 0 on.
    """

    heading: str
    sub: str
    flow: FlowCard | None
    recent: Recent
    reason: str = ""
    advice: tuple[Advice | None, ...] = ()


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


Suggested = tuple[str, str]  # a flow's id and the reason for it


def today_view(
    today: date,
    cards: Sequence[FlowCard],
    recent: Recent,
    suggested: Mapping[int | None, Suggested] = MappingProxyType({}),
) -> TodayView:
    """Return Today for the athlete's day.

    ``suggested`` has what to do for each stiffness 0-10, and for one that is not known; without
    it the first flow is next.
    """
    by_id = {card.id: card for card in cards}
    flow, reason = _chosen(by_id, suggested.get(None), cards)
    returning = bool(recent.sessions)
    return TodayView(
        heading=_heading(today, flow, returning),
        sub=_sub(today, flow, recent),
        flow=flow,
        recent=recent,
        reason=reason if returning else "",
        advice=tuple(_advice(by_id, suggested.get(n), reason) for n in range(11)),
    )


def _chosen(
    by_id: Mapping[str, FlowCard], suggested: Suggested | None, cards: Sequence[FlowCard]
) -> tuple[FlowCard | None, str]:
    if suggested is not None and suggested[0] in by_id:
        return by_id[suggested[0]], suggested[1]
    return (cards[0] if cards else None), ""


def _advice(
    by_id: Mapping[str, FlowCard], suggested: Suggested | None, usual: str
) -> Advice | None:
    """Return what is suggested for a stiffness, unless it is for the usual reason."""
    if suggested is None or suggested[0] not in by_id or suggested[1] == usual:
        return None
    return Advice(by_id[suggested[0]], suggested[1])


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
        amount = "1 breath" if dose.breaths == 1 else f"{dose.breaths} breaths"
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


def _heading(today: date, flow: FlowCard | None, returning: bool) -> str:
    weekday = WEEKDAYS[today.weekday()]
    if flow is None:
        return f"{weekday}. No flow to start yet."
    return f"{weekday}. {flow.title} is next." if returning else f"Start with {flow.title}."


def _sub(today: date, flow: FlowCard | None, recent: Recent) -> str:
    if flow is None:
        return "See Flows for what is wrong with the files."
    if not recent.sessions:
        return "Lie down, close your eyes and follow the voice. Nothing to watch, nothing to count."
    days = {session.day for session in recent.sessions if session.seconds}
    if today not in days and is_back(days, today):
        return ON_ARRIVAL
    return recent.regular.words
