"""What is unwise in a flow without being wrong."""

from collections.abc import Iterator, Mapping

from longstride.content.advice import advise_letters
from longstride.content.advice_drills import advise_cues, advise_drill, advise_tempo
from longstride.content.drills import Written
from longstride.content.lines import Path
from longstride.content.proof import Proof
from longstride.core.flow.drill import SAME, Drill, Stage
from longstride.core.flow.flow import LONGEST_LINE, Flow, Step
from longstride.core.flow.position import Height, Position
from longstride.core.timeline.adapt import easier_drills
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.phrases import Phrases

MOST_LOADED = 4
MOST_TRIPS = 2
EASY_RUN = 360_000  # ms of it before anything fast
WARM = 8  # minutes of it, where the flow only asks for them


def advise_flow(
    flow: Flow,
    own: Mapping[str, Written],
    known: Mapping[str, Drill],
    proof: Proof,
    phrases: Phrases,
) -> None:
    """Note what is unwise in a flow, its steps and its own drills; ``known`` are all drills."""
    advise_letters(proof)
    for written in own.values():
        advise_drill(written)
    for number, step in enumerate(flow.steps):
        _advise_step(step, proof, ("step", number))
    _advise_line(flow, proof)
    _advise_load(flow, proof)
    _advise_trips(flow, proof)
    _advise_kit(flow, proof)
    _advise_speed(flow, proof)
    _advise_lighter(flow, known, proof)
    _advise_shorter(flow, proof)
    if "minutes" in proof.document.table:
        _advise_minutes(flow, proof, phrases)


def measured_minutes(flow: Flow, phrases: Phrases) -> tuple[int, int]:
    """Return the whole minutes between which a flow's length lies."""
    length = compile_flow(flow, {}, Coaching(phrases)).duration
    return max(1, length // 60_000), -(-length // 60_000)


def _advise_step(step: Step, proof: Proof, at: Path) -> None:
    if step.dose.tempo != step.drill.dose.tempo:
        advise_tempo(step.drill, step.dose.tempo, proof, at)
    advise_cues(step.cues, step.drill, step.dose, proof, at)


def _advise_line(flow: Flow, proof: Proof) -> None:
    if len(flow.line) > LONGEST_LINE:
        text = f"line is {len(flow.line)} characters long; a card has room for {LONGEST_LINE}"
        proof.unwise(("line",), text)


def _advise_load(flow: Flow, proof: Proof) -> None:
    loaded = {step.drill.id for step in flow.steps if step.drill.stage is Stage.LOAD}
    if len(loaded) > MOST_LOADED:
        text = f"{len(loaded)} loaded drills are a lot for one flow; {MOST_LOADED} are enough"
        proof.unwise(("step",), text)


def _advise_trips(flow: Flow, proof: Proof) -> None:
    """Note a flow that goes down to the floor again and again."""
    up, trips = True, 0
    for number, step in enumerate(flow.steps):
        where = step.drill.where
        if where is None:
            continue
        down = where.height is not Height.UPRIGHT
        trips += up and down
        if up and down and trips == MOST_TRIPS + 1:
            text = f'"{step.drill.id}" asks for a third way down to the floor; '
            proof.unwise(("step", number), text + "put what is done on the floor together")
        up = not down


def _advise_kit(flow: Flow, proof: Proof) -> None:
    told = flow.opening.lower()
    untold = ", ".join(item for item in flow.equipment if item.lower() not in told)
    if untold:
        text = f"the opening does not name what will be needed ({untold}); say it before it begins"
        proof.unwise(("opening",), text)


def _advise_speed(flow: Flow, proof: Proof) -> None:
    """Note fast running before the body is warm."""
    run = 0
    for number, step in enumerate(flow.steps):
        if step.drill.is_fast:
            if run < EASY_RUN and flow.warm < WARM:
                text = f'"{step.drill.id}" is fast, with {run // 60_000} easy minutes before it; '
                text += f"write warm = 10, or {EASY_RUN // 60_000} minutes of steady running"
                proof.unwise(("step", number), text)
            return
        run += _easy_run(step)


def _easy_run(step: Step) -> int:
    running = step.drill.where is Position.RUNNING and step.dose.hold
    return (step.dose.hold or 0) * step.dose.sets if running else 0


def _advise_lighter(flow: Flow, known: Mapping[str, Drill], proof: Proof) -> None:
    """Note every easier drill that going lighter cannot take, so that it changes the dose alone."""
    found = easier_drills(flow, known)
    for number, (step, taken) in enumerate(zip(flow.steps, found, strict=True)):
        easier = known.get(_easier_name(flow, step))
        if step.drill.test or step.drill.stage is Stage.SPRINT or easier is None or taken:
            continue
        reasons = " and ".join(_unfit(flow, step, easier))
        text = f'going lighter cannot take "{easier.id}" for "{step.drill.id}": it {reasons}; '
        proof.unwise(("step", number), text + f'write easier = "{SAME}", or another drill')


def _easier_name(flow: Flow, step: Step) -> str:
    return step.easier or flow.easier.get(step.drill.id) or step.drill.easier or SAME


def _unfit(flow: Flow, step: Step, easier: Drill) -> Iterator[str]:
    before, after = step.drill.where, easier.where
    if before is not None and after is not None and before.height is not after.height:
        yield "is done at another height"
    if flow.place and easier.places and flow.place not in easier.places:
        yield f'has no "{flow.place}" in its places'
    others = (each for each in flow.steps if each is not step)
    if any(easier.id in {each.drill.id, _easier_name(flow, each)} for each in others):
        yield "is in the flow already"


def _advise_shorter(flow: Flow, proof: Proof) -> None:
    """Note every ``keep`` that keeps a flow from being made shorter, or keeps nothing."""
    kept = [number for number, step in enumerate(flow.steps) if step.keep]
    if kept and not flow.shorten:
        text = "keep says nothing in a flow that is done whole; take it out, or shorten = false"
        proof.unwise(("step", kept[0], "keep"), text)
    elif 1 < len(flow.steps) == len(kept):
        text = "every step has keep, so that none can be left out; keep what the flow is for, or "
        proof.unwise(("step", 0, "keep"), text + "write shorten = false")
    elif late := [number for number in kept if flow.steps[number].round > 1]:
        text = "keep in a later round keeps all rounds before it too; write it in the first one"
        proof.unwise(("step", late[0], "keep"), text)


def _advise_minutes(flow: Flow, proof: Proof, phrases: Phrases) -> None:
    least, most = measured_minutes(flow, phrases)
    if most < flow.minutes[0] or least > flow.minutes[1]:
        promised = " to ".join(dict.fromkeys(str(number) for number in flow.minutes))
        text = f"{promised} minutes are promised, but the steps take about {most}"
        proof.unwise(("minutes",), text)
