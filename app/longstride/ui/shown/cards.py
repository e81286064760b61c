"""What pages show of flows: values made from flows and timelines, free of Qt."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from longstride.core.counting import counted
from longstride.core.durations import clock_text, minutes_text
from longstride.core.figure.figure import Figure
from longstride.core.flow.drill import Dose, Sides, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.timeline import Timeline

_TELLING = (Stage.LOAD, Stage.END_RANGE, Stage.STABILITY, Stage.SPRINT, Stage.ACTIVATE, Stage.OPEN)


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as a flow's page lists it; ``length`` ms is its share of the whole flow.

    ``drill`` is the drill's id, ``looks`` that of the one whose figure shows it; ``left_out``
    where the minutes there are have no room for it.
    """

    name: str
    dose: str
    stage: Stage
    length: int
    drill: str = ""
    left_out: bool = False
    looks: str = ""


@dataclass(frozen=True, slots=True)
class FlowCard:
    """A flow as the athlete chooses it; ``length`` and ``work`` in ms.

    ``areas`` are body areas with the ms at work on each, longest first; work on two areas counts
    for both. ``words`` is everything it can be found by, ``origin`` the file of one that is not
    among the athlete's own flows. ``has_own_talk`` where how much is said is the flow's own.
    ``warnings`` are read beforehand where nothing is said. ``shortens`` where it can be done in
    fewer minutes. ``file`` is where one of the athlete's own lies, "" for what comes with the
    program; ``starred`` makes it a favourite, and ``last_done`` is its last day.
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
    has_own_talk: bool = False
    warnings: tuple[str, ...] = ()
    shortens: bool = True
    file: str = ""
    starred: bool = False
    last_done: date | None = None

    @property
    def done_steps(self) -> tuple[StepLine, ...]:
        """The steps that are not left out."""
        return tuple(step for step in self.steps if not step.left_out)

    @property
    def facts(self) -> tuple[str, ...]:
        """The short facts under the title: how long, how much, with what."""
        drills = counted(self.drills, "drill")
        return minutes_text(self.length), drills, ", ".join(self.equipment) or "no equipment"


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
        has_own_talk=flow.talk is not None,
        warnings=flow.warnings,
        shortens=flow.shorten,
    )


def known_drills(card: FlowCard, known: Collection[str]) -> int:
    """Return how many drills of a flow are among those known."""
    return len({step.drill for step in card.done_steps} & set(known))


def step_line(step: Step, length: int) -> StepLine:
    """Return a step's name and its dose in words."""
    parts = (_amount(step.dose, step.drill.unit.value), _tempo(step.dose), _side(step.sides))
    dose = " · ".join(part for part in parts if part)
    drill = step.drill
    return StepLine(drill.name, dose, drill.stage, length, drill.id, looks=drill.looks_like)


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
        amount = counted(dose.reps, "step" if unit == "steps" else "rep")
    elif dose.breaths is not None:
        amount = counted(dose.breaths, "breath")
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


def with_article(thing: str) -> str:
    """Return "a chair" for a chair."""
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"


def has_words(text: str, wanted: str) -> bool:
    """Return whether every word wanted, or the beginning of it, stands in a casefolded text."""
    return all(word in text for word in wanted.casefold().split())


def telling_step(steps: Sequence[StepLine], figures: Mapping[str, Figure]) -> Figure | None:
    """Return the figure that says most about a flow: its longest loaded or end-range step's."""
    drawn = [step for step in steps if step.looks in figures]
    if not drawn:
        return None
    best = min(drawn, key=lambda step: (_TELLING.index(step.stage), -step.length))
    figure = figures[best.looks]
    return figure if best.looks == best.drill else replace(figure, drill=best.drill)
