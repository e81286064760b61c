"""The coaching rules: pure, always explained, always overridable.

Going lighter takes, for the rest of a flow: one second off the lowering but not under two, a
quarter of the repetitions, the band, the harder of two drills where there is an easier one; and
gives one second of exhale and half as much rest again. Technique over volume. An easier drill
never stands at another height or belongs to another place, and is never one the flow has already.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from longstride.core.flow.drill import SAME, Dose, Drill, Sides, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import Phase, Tempo
from longstride.core.timeline.bouts import Bout, write_out
from longstride.core.timeline.script import sentences

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


def begin_lighter(flow: Flow, catalogue: Mapping[str, Drill]) -> Performance:
    """Return a flow about to be performed lighter from its first step on, if it can be lighter."""
    authored = perform(flow)
    lighter = go_lighter(authored, catalogue, PerformancePlace(0, 0, begun=False))
    return authored if lighter.bouts == authored.bouts else lighter


def resume(authored: Flow, performed: Flow, lighter_from: int | None) -> Performance:
    """Return a performance taken up again as it was left."""
    if not became(authored, performed):
        authored = performed  # its file has changed since: the flow as it was done counts
    lighter = lighter_from is not None and performed != authored
    return Performance(authored, performed, write_out(performed), lighter, lighter_from)


def became(authored: Flow, performed: Flow) -> bool:
    """Return whether an authored flow, going lighter and back, can have come to another.

    The line of its card makes no other flow of it.
    """
    around = replace(performed, steps=authored.steps, breath=authored.breath, line=authored.line)
    return (
        around == authored
        and performed.breath in {authored.breath, authored.breath.longer_exhale()}
        and len(authored.steps) == len(performed.steps)
        and all(map(_step_became, authored.steps, performed.steps))
    )


def _step_became(authored: Step, performed: Step) -> bool:
    easier = performed.drill
    ways = (authored, lighter_step(authored), lighter_step(authored, easier))
    fetch, put_away = performed.fetch, performed.put_away
    return performed in (replace(way, fetch=fetch, put_away=put_away) for way in ways)


def go_lighter(
    performance: Performance, catalogue: Mapping[str, Drill], place: PerformancePlace
) -> Performance:
    """Return the performance with everything after ``place`` lighter."""
    step = performance.bouts[place.bout].step
    lighter = lighter_flow(performance.authored, catalogue)
    if place.begun:
        steps = list(lighter.steps)
        steps[step] = lighter_step(performance.authored.steps[step])
        lighter = replace(lighter, steps=tuple(steps))
    first = step if performance.lighter_from is None else min(performance.lighter_from, step)
    return replace(_continued(performance, lighter, place), lighter=True, lighter_from=first)


def lighter_flow(flow: Flow, catalogue: Mapping[str, Drill]) -> Flow:
    """Return a whole flow made lighter."""
    easier = easier_drills(flow, catalogue)
    steps = tuple(map(_without_kit, map(lighter_step, flow.steps, easier)))
    return replace(flow, steps=steps, breath=flow.breath.longer_exhale())


def easier_drills(flow: Flow, catalogue: Mapping[str, Drill]) -> tuple[Drill | None, ...]:
    """Return the easier drill of each step, None where it stays the same with a smaller dose."""
    taken = {step.drill.id for step in flow.steps}
    found: dict[tuple[str, str], Drill | None] = {}
    ways = [(step.drill.id, _easier_name(flow, step)) for step in flow.steps]
    for step, way in zip(flow.steps, ways, strict=True):
        drill = catalogue.get(way[1])
        if way in found or drill is None or drill.id in taken or not flow.keeps_place(step, drill):
            found.setdefault(way, None)
        else:
            found[way] = drill
            taken.add(drill.id)
    return tuple(found[way] for way in ways)


def _easier_name(flow: Flow, step: Step) -> str:
    return step.easier or flow.easier.get(step.drill.id) or step.drill.easier or SAME


def go_full(performance: Performance, place: PerformancePlace) -> Performance:
    """Return the performance with everything after ``place`` as authored again."""
    return replace(_continued(performance, performance.authored, place), lighter=False)


def lighter_step(step: Step, easier: Drill | None = None) -> Step:
    """Return a step made lighter, with an easier drill or with less of its own.

    Tests stay as they are, or they would measure something else; so does running, which the
    athlete eases by pace and not by dose, but for one run fewer of several.
    """
    if step.drill.test:
        return step
    if step.drill.stage is Stage.SPRINT:
        return _one_run_fewer(step)
    if easier is not None and easier.unit.is_hold is not step.drill.unit.is_hold:
        return replace(
            step, drill=without_band(easier), dose=easier.dose, sides=easier.sides, cues=()
        )
    drill = without_band(easier or step.drill)
    sides = easier.sides if easier else step.sides
    return replace(
        step,
        drill=drill,
        sides=sides,
        dose=lighter_dose(step.dose, paired=sides is Sides.ALTERNATE or bool(drill.reverse)),
        rest=step.rest * 3 // 2,
        cues=step.cues if drill.cues == step.drill.cues else (),
    )


def _one_run_fewer(step: Step) -> Step:
    runs = step.dose.reps == 1 and step.dose.sets > 1
    return replace(step, dose=replace(step.dose, sets=step.dose.sets - 1)) if runs else step


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


def without_band(drill: Drill) -> Drill:
    """Return a drill as it is done without a band, and told so."""
    if BAND not in drill.equipment:
        return drill
    bare = replace(drill, equipment=tuple(item for item in drill.equipment if item != BAND))
    if (told := drill.without_band) is None:
        return bare
    cues = told.cues or drill.cues
    return replace(bare, name=told.name, say=told.say, setup=told.setup, again="", cues=cues)


def _takes_off(authored: Step, step: Step) -> Step:
    """Return a step told as authored what to put away, for the band is being worn."""
    return replace(step, put_away=authored.put_away)


def _without_kit(step: Step) -> Step:
    """Return a step that speaks of no band, for it was never put on."""
    fetch, put_away = map(_without_band_words, (step.fetch, step.put_away))
    return replace(step, fetch=fetch, put_away=put_away)


def _without_band_words(text: str) -> str:
    return " ".join(part for part in sentences(text) if BAND not in part.lower())


def _continued(performance: Performance, other: Flow, place: PerformancePlace) -> Performance:
    """Return the performance that goes on as ``other`` after ``place``."""
    now = performance.bouts[place.bout].step
    steps = list(other.steps)
    steps[:now] = performance.flow.steps[:now]
    if place.begun and not _goes_on(performance.flow.steps[now], steps[now]):
        steps[now] = performance.flow.steps[now]
    if any(BAND in step.drill.equipment for step in steps[: now + 1]):
        steps[now + 1 :] = map(_takes_off, performance.authored.steps[now + 1 :], steps[now + 1 :])
    flow = replace(other, steps=tuple(steps))
    return replace(performance, flow=flow, bouts=_spliced(performance.bouts, flow, place))


def _goes_on(old: Step, new: Step) -> bool:
    """Return whether a step can become another in its middle: nobody changes drills there."""
    return (old.drill.id, old.dose.sets) == (new.drill.id, new.dose.sets)


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
