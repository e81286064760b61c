"""What pages show of flows: values made from flows and timelines, free of Qt."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from longstride.core.counting import counted
from longstride.core.durations import clock_text, minutes_text
from longstride.core.figure.figure import Figure
from longstride.core.flow.drill import Dose, Drill, Sides, Stage
from longstride.core.flow.flow import LONGEST_LINE, Flow, Step
from longstride.core.timeline.timeline import Timeline
from longstride.ui.shown.finding import NAMELESS, FoundBy, found_by

_TELLING = (Stage.LOAD, Stage.END_RANGE, Stage.STABILITY, Stage.SPRINT, Stage.ACTIVATE, Stage.OPEN)


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as a flow's page lists it; ``length`` ms is its share of the whole flow.

    ``drill`` is the drill's id, ``looks`` that of the one whose figure shows it; ``left_out``
    where the minutes there are have no room for it, ``keep`` where it is what the flow is for.
    """

    name: str
    dose: str
    stage: Stage
    length: int
    drill: str = ""
    left_out: bool = False
    looks: str = ""
    keep: bool = False


@dataclass(frozen=True, slots=True)
class FlowCard:
    """A flow as the athlete chooses it; ``length`` and ``work`` in ms.

    ``areas`` are body areas with the ms at work on each, longest first; work on two areas counts
    for both. ``line`` is the one line on its card. It is found by ``found_by``; ``parts`` are its
    drills' names with what each is found by. ``origin`` is the file of one that is not among the
    athlete's own flows. ``has_own_talk`` where how much is said is the flow's own.
    ``warnings`` are read beforehand where nothing is said. ``shortens`` where it can be done in
    fewer minutes. ``file`` is where one of the athlete's own lies, "" for what comes with the
    program; ``starred`` makes it a favourite. It was done ``times`` times, last on ``last_done``.
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
    line: str = ""
    found_by: FoundBy = NAMELESS
    parts: tuple[tuple[str, FoundBy], ...] = ()
    origin: str = ""
    has_own_talk: bool = False
    warnings: tuple[str, ...] = ()
    shortens: bool = True
    file: str = ""
    starred: bool = False
    last_done: date | None = None
    times: int = 0

    @property
    def minutes(self) -> int:
        """How long it takes, to the nearest minute."""
        return max(1, round(self.length / 60_000))

    @property
    def is_own(self) -> bool:
        """Whether it is one of the athlete's own, or was opened from a file."""
        return bool(self.file or self.origin)

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
        line=_line(flow),
        found_by=_found_by(flow),
        parts=tuple(_parts(flow)),
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
    return StepLine(
        drill.name, dose, drill.stage, length, drill.id, looks=drill.looks_like, keep=step.keep
    )


def _areas(flow: Flow, timeline: Timeline) -> tuple[tuple[str, int], ...]:
    """Return each area with the time at work on it, longest first."""
    worked: defaultdict[str, int] = defaultdict(int)
    for span in timeline.spans:
        if span.phase.is_work:
            for area in flow.steps[span.step].drill.areas:
                worked[area] += span.length
    return tuple(sorted(worked.items(), key=lambda item: (-item[1], item[0])))


def _line(flow: Flow) -> str:
    """Return the one line of a flow's card: its own, or how what it is for begins."""
    told = flow.line or flow.purpose.partition(". ")[0].removesuffix(".")
    if len(told) <= LONGEST_LINE:
        return told
    short = told[:LONGEST_LINE].rpartition(" ")[0] or told[: LONGEST_LINE - 1]
    return f"{short.rstrip(' ,;:-–')}…"


def _found_by(flow: Flow) -> FoundBy:
    drills = _drills(flow)
    names = [name for drill in drills for name in (drill.name, *drill.aliases)]
    areas = dict.fromkeys(area for drill in drills for area in drill.areas)
    return found_by(flow.title, names, areas, (flow.line, flow.purpose, *flow.occasions))


def _parts(flow: Flow) -> Iterator[tuple[str, FoundBy]]:
    for drill in _drills(flow):
        yield drill.name, found_by(drill.name, drill.aliases, drill.areas)


def _drills(flow: Flow) -> Collection[Drill]:
    """Return the drills of a flow, each once."""
    return {step.drill.id: step.drill for step in flow.steps}.values()


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


def telling_step(steps: Sequence[StepLine], figures: Mapping[str, Figure]) -> Figure | None:
    """Return the figure that says most about a flow, that of the first of its telling steps."""
    return next((figure_of(step, figures) for step in telling_steps(steps, figures)), None)


def telling_steps(steps: Sequence[StepLine], figures: Mapping[str, Figure]) -> tuple[StepLine, ...]:
    """Return the steps that have a figure, the one that says most about their flow first.

    That is what it is for, then its longest loaded or end-range step.
    """
    drawn = [step for step in steps if step.looks in figures]
    order = sorted(drawn, key=lambda s: (not s.keep, _TELLING.index(s.stage), -s.length))
    return tuple(order)


def figure_of(step: StepLine, figures: Mapping[str, Figure]) -> Figure | None:
    """Return the figure of a step's drill, None where it has none."""
    figure = figures.get(step.looks)
    if figure is None or step.looks == step.drill:
        return figure
    return replace(figure, drill=step.drill)
