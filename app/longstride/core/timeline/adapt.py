"""The coaching rules: pure, always explained, always overridable.

Going lighter takes, for the rest of a flow: one second off the lowering but not under two, a
quarter of the repetitions, the band, the harder of two drills where there is an easier one; and
gives one second of exhale and half as much rest again. Technique over volume.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from longstride.core.flow.drill import Dose, Drill, Sides, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import Phase, Tempo
from longstride.core.timeline.bouts import Bout, write_out

LEAST_ECCENTRIC = 2000
BAND = "band"


@dataclass(frozen=True, slots=True)
class Performance:
    """A flow as it is being done: what was authored, what it has become, and its bouts.

    ``lighter_from`` is the first step that was made lighter, None while there is none.
    """

    authored: Flow
    flow: Flow
    bouts: tuple[Bout, ...]
    lighter: bool = False
    lighter_from: int | None = None


@dataclass(frozen=True, slots=True)
class PerformancePlace:
    """How far a performance has come: ``units`` of bout ``bout`` are done or under way.

    ``begun`` is False between two steps, before the coming one has been named.
    """

    bout: int
    units: int
    begun: bool = True


def perform(flow: Flow) -> Performance:
    """Return a flow about to be performed as authored."""
    return Performance(flow, flow, write_out(flow))


def resume(authored: Flow, performed: Flow, lighter_from: int | None) -> Performance:
    """Return a performance taken up again as it was left."""
    if not _became(authored, performed):
        authored = performed  # its file has changed since: the flow as it was done counts
    lighter = lighter_from is not None and performed != authored
    return Performance(authored, performed, write_out(performed), lighter, lighter_from)


def _became(authored: Flow, performed: Flow) -> bool:
    """Return whether an authored flow, going lighter and back, can have come to another."""
    around = replace(performed, steps=authored.steps, breath=authored.breath)
    return (
        around == authored
        and performed.breath in {authored.breath, authored.breath.longer_exhale()}
        and len(authored.steps) == len(performed.steps)
        and all(map(_step_became, authored.steps, performed.steps))
    )


def _step_became(authored: Step, performed: Step) -> bool:
    easier = {performed.drill.id: performed.drill}
    return performed in (authored, lighter_step(authored, {}), lighter_step(authored, easier))


def go_lighter(
    performance: Performance, catalogue: Mapping[str, Drill], place: PerformancePlace
) -> Performance:
    """Return the performance with everything after ``place`` lighter."""
    step = performance.bouts[place.bout].step
    lighter = lighter_flow(performance.authored, catalogue)
    if place.begun:
        steps = list(lighter.steps)
        steps[step] = lighter_step(performance.authored.steps[step], {})
        lighter = replace(lighter, steps=tuple(steps))
    first = step if performance.lighter_from is None else min(performance.lighter_from, step)
    return replace(_continued(performance, lighter, place), lighter=True, lighter_from=first)


def lighter_flow(flow: Flow, catalogue: Mapping[str, Drill]) -> Flow:
    """Return a whole flow made lighter."""
    steps = tuple(lighter_step(step, catalogue) for step in flow.steps)
    return replace(flow, steps=steps, breath=flow.breath.longer_exhale())


def go_full(performance: Performance, place: PerformancePlace) -> Performance:
    """Return the performance with everything after ``place`` as authored again."""
    return replace(_continued(performance, performance.authored, place), lighter=False)


def lighter_step(step: Step, catalogue: Mapping[str, Drill]) -> Step:
    """Return a step made lighter; an empty catalogue keeps its drill.

    Tests stay as they are, or they would measure something else; so does running, which the
    athlete eases by pace and not by dose.
    """
    if step.drill.test or step.drill.stage is Stage.SPRINT:
        return step
    easier = catalogue.get(step.drill.easier or "")
    if easier is not None and easier.unit.is_hold is not step.drill.unit.is_hold:
        return replace(
            step, drill=_without_band(easier), dose=easier.dose, sides=easier.sides, cues=()
        )
    drill = _without_band(easier or step.drill)
    sides = easier.sides if easier else step.sides
    return replace(
        step,
        drill=drill,
        sides=sides,
        dose=lighter_dose(step.dose, paired=sides is Sides.ALTERNATE),
        rest=step.rest * 3 // 2,
        cues=() if easier else step.cues,
    )


def lighter_dose(dose: Dose, *, paired: bool = False) -> Dose:
    """Return a dose made lighter; ``paired`` keeps the repetitions even."""
    return replace(
        dose,
        reps=None if dose.reps is None else fewer_reps(dose.reps, paired=paired),
        tempo=None if dose.tempo is None else _shorter_lowering(dose.tempo),
        rest=dose.rest * 3 // 2,
    )


def fewer_reps(reps: int, *, paired: bool = False) -> int:
    """Return a quarter fewer repetitions, rounded, at least one (or one a side)."""
    if paired:
        return 2 * fewer_reps(reps // 2)
    return max(1, reps - (reps + 2) // 4)


def _shorter_lowering(tempo: Tempo) -> Tempo:
    if Phase.ECCENTRIC in tempo.explosive or tempo.eccentric <= LEAST_ECCENTRIC:
        return tempo
    return replace(tempo, eccentric=max(LEAST_ECCENTRIC, tempo.eccentric - 1000))


def _without_band(drill: Drill) -> Drill:
    return replace(drill, equipment=tuple(item for item in drill.equipment if item != BAND))


def _continued(performance: Performance, other: Flow, place: PerformancePlace) -> Performance:
    """Return the performance that goes on as ``other`` after ``place``."""
    now = performance.bouts[place.bout].step
    steps = list(other.steps)
    steps[:now] = performance.flow.steps[:now]
    if place.begun and steps[now].drill.id != performance.flow.steps[now].drill.id:
        steps[now] = performance.flow.steps[now]  # nobody changes drills in the middle of one
    flow = replace(other, steps=tuple(steps))
    return replace(performance, flow=flow, bouts=_spliced(performance.bouts, flow, place))


def _spliced(old: tuple[Bout, ...], flow: Flow, place: PerformancePlace) -> tuple[Bout, ...]:
    new = write_out(flow)
    if not place.begun:
        return old[: place.bout] + new[place.bout :]
    done, planned = old[place.bout], new[place.bout]
    current = replace(
        done,
        tempos=done.tempos[: place.units] + planned.tempos[place.units :],
        breaths=done.breaths[: place.units] + planned.breaths[place.units :],
    )
    return (*old[: place.bout], current, *new[place.bout + 1 :])
