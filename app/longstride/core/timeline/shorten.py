"""A flow made to fit the minutes there are: a ladder of ever shorter flows, the first that fits.

What gives way, in this order: sets and rounds, drills of crowded stages, doses down to half, then
whole stages, those that can best be done another day first. What an author marks with ``keep`` is
never left out. Both sides stay equal, for a drill done by one side at a time goes as a whole; and
nothing that leads up to fast running is taken away while something fast comes after it. Which
minutes are offered is decided in `ui/shown/shorter`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from longstride.core.flow.drill import Dose, Sides, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.position import Position
from longstride.core.timeline.bouts import write_out
from longstride.core.timeline.left_out import told_of_left_out
from longstride.core.timeline.short_kit import with_kit

LEAST_REPS = 3
LEAST_BREATHS = 2
LEAST_HOLD = 20_000
FIRST_TO_GO = (Stage.SPRINT, Stage.STABILITY, Stage.LOAD, Stage.ACTIVATE, Stage.OPEN)

Steps = dict[int, Step]  # by their places in the authored flow


@dataclass(frozen=True, slots=True)
class Rung:
    """One flow of a ladder; ``kept`` are the places its steps have in the authored one."""

    flow: Flow
    kept: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """A flow that fits, and in plain words what it does without, "" where that is nothing.

    ``kept`` are the places its steps have in the authored flow.
    """

    flow: Flow
    kept: tuple[int, ...]
    left_out: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return not self.left_out


def fit(flow: Flow, room: int, length: Callable[[Flow], int]) -> Short | None:
    """Return the fullest form of a flow that lasts at most ``room`` ms, None where none does.

    ``length`` gives the ms of a flow as it is told. A flow that fits comes back as it is.
    """
    for rung in _rungs(flow):
        if _work(rung.flow) <= room and length(rung.flow) <= room:
            return Short(rung.flow, rung.kept, told_of_left_out(flow, rung.flow, rung.kept))
    return None


def ladder(flow: Flow) -> tuple[Rung, ...]:
    """Return a flow and ever shorter ones, the whole first; only that where it is not shortened."""
    return tuple(_rungs(flow))


def _rungs(flow: Flow) -> Iterator[Rung]:
    yield Rung(flow, tuple(range(len(flow.steps))))
    for steps in _shorter(flow) if flow.shorten else ():
        yield Rung(replace(flow, steps=with_kit(flow, steps)), tuple(steps))


def _work(flow: Flow) -> int:
    """Return the ms at work, which no flow is shorter than: soon told, to spare long compiles."""
    return sum(bout.work for bout in write_out(flow))


def _shorter(flow: Flow) -> Iterator[Steps]:
    """Yield the steps of each rung after the whole flow."""
    steps = dict(enumerate(flow.steps))
    for shorten in (_fewer_sets, _fewer_drills, _smaller_doses, _fewer_stages):
        for shorter in shorten(steps):
            yield shorter
            steps = shorter  # from which the next kind goes on


# -- sets and rounds ----------------------------------------------------------------------


def _fewer_sets(steps: Steps) -> Iterator[Steps]:
    """Yield one set or round less each time, of what has most of them."""
    while shorter := _one_set_less(steps) or _one_round_less(steps):
        yield shorter
        steps = shorter


def _one_set_less(steps: Steps) -> Steps:
    """Return the steps with one set less, none where a round goes first or nothing can."""
    many = {place: step.dose.sets for place, step in steps.items() if _has_sets(steps, place)}
    most = max(many, key=lambda place: (many[place], place), default=0)
    if not many or many[most] < len(_rounds(steps)):
        return {}
    alike = [place for place in _together(steps, most) if many.get(place) == many[most]]
    return steps | {place: _with_sets(steps[place], many[most] - 1) for place in alike}


def _has_sets(steps: Steps, place: int) -> bool:
    step = steps[place]
    if step.dose.sets < 2 or step.drill.test or _leads_up(steps, place):
        return False
    return _are_even(steps, _together(steps, place))


def _with_sets(step: Step, sets: int) -> Step:
    return replace(step, dose=replace(step.dose, sets=sets))


def _one_round_less(steps: Steps) -> Steps:
    """Return the steps without the last round, none where it has to stay; one is no round."""
    *others, last = _rounds(steps) or [0]
    inside = [place for place, step in steps.items() if step.round == last]
    if not others or any(steps[place].keep for place in inside) or not _are_even(steps, inside):
        return {}
    shorter = _without(steps, inside)
    if len(shorter) > len(steps) - len(inside):  # an easy run before a fast one, for example
        return {}
    if len(others) > 1:
        return shorter
    return {place: replace(step, round=0) for place, step in shorter.items()}


def _rounds(steps: Steps) -> list[int]:
    return sorted({step.round for step in steps.values()} - {0})


# -- drills -------------------------------------------------------------------------------


def _fewer_drills(steps: Steps) -> Iterator[Steps]:
    """Yield one drill less each time, from the most crowded stage."""
    while places := _least_missed(steps):
        steps = _without(steps, places)
        yield steps


def _least_missed(steps: Steps) -> tuple[int, ...]:
    """Return the drill of a crowded stage that is missed least, none where each has but one."""
    crowds = Counter(step.drill.stage for step in steps.values())
    areas = Counter(area for step in steps.values() for area in step.drill.areas)
    fast = _last_fast(steps)
    may_go = [
        places
        for places in _groups(steps)
        if crowds[steps[places[0]].drill.stage] > len(places)
        and not any(steps[place].keep or _warms_for(fast, steps, place) for place in places)
    ]
    return min(may_go, key=lambda places: _worth(steps, places, crowds, areas), default=())


def _worth(
    steps: Steps, places: tuple[int, ...], crowds: Counter[Stage], areas: Counter[str]
) -> tuple[int, int, bool, int]:
    """Return how much a drill is missed: by its stage, its areas, and above all hip flexors."""
    drill = steps[places[0]].drill
    alone = sum(areas[area] == len(places) for area in drill.areas)
    return -crowds[drill.stage], alone, "hip flexors" in drill.areas, -places[-1]


# -- doses and stages ---------------------------------------------------------------------


def _smaller_doses(steps: Steps) -> Iterator[Steps]:
    """Yield one drill at half its dose each time, in the order they are done."""
    for places in _groups(steps):
        if not _are_even(steps, places) or _leads_up(steps, places[0]):
            continue
        smaller = steps | {each: _at_half(steps[each]) for each in places}
        if smaller != steps:
            steps = smaller
            yield steps


def _at_half(step: Step) -> Step:
    if step.drill.test:
        return step
    paired = step.sides is Sides.ALTERNATE or bool(step.drill.reverse)
    return replace(step, dose=half_dose(step.dose, paired=paired))


def half_dose(dose: Dose, *, paired: bool = False) -> Dose:
    """Return half a dose, rounded up, but not under the least; ``paired`` keeps it even."""
    if dose.reps is not None:
        reps = _half(dose.reps, LEAST_REPS)
        return replace(dose, reps=min(dose.reps, reps + reps % 2 if paired else reps))
    if dose.breaths is not None:
        return replace(dose, breaths=_half(dose.breaths, LEAST_BREATHS))
    return replace(dose, hold=_half((dose.hold or 0) // 1000, LEAST_HOLD // 1000) * 1000)


def _half(amount: int, least: int) -> int:
    return min(amount, max(least, -(-amount // 2)))


def _fewer_stages(steps: Steps) -> Iterator[Steps]:
    """Yield one stage less each time, as long as something is left."""
    for stage in FIRST_TO_GO:
        inside = [place for place, step in steps.items() if step.drill.stage is stage]
        shorter = _without(steps, inside)
        if shorter and len(shorter) < len(steps):
            steps = shorter
            yield steps


# -- what stays together ------------------------------------------------------------------


def _groups(steps: Steps) -> tuple[tuple[int, ...], ...]:
    """Return the places that go or stay together: a drill done by one side at a time is one."""
    groups: dict[int | str, list[int]] = {}
    for place, step in steps.items():
        groups.setdefault(step.drill.id if step.sides in _ONE_SIDED else place, []).append(place)
    return tuple(map(tuple, groups.values()))


def _together(steps: Steps, place: int) -> tuple[int, ...]:
    """Return the places that go or stay with one."""
    if steps[place].sides not in _ONE_SIDED:
        return (place,)
    return next(places for places in _groups(steps) if place in places)


def _are_even(steps: Steps, places: Iterable[int]) -> bool:
    """Return whether steps done by one side have the same doses on the other."""
    sides: dict[Sides, list[tuple[str, Dose]]] = {side: [] for side in Sides}
    for step in map(steps.__getitem__, places):
        sides[step.sides].append((step.drill.id, step.dose))
    return Counter(sides[Sides.LEFT]) == Counter(sides[Sides.RIGHT])


def _without(steps: Steps, places: Iterable[int]) -> Steps:
    """Return the steps without those places that need not stay."""
    going = {place for place in places if not any(steps[p].keep for p in _together(steps, place))}
    left = {place: step for place, step in steps.items() if place not in going}
    fast = _last_fast(left)
    stays = {place for place in steps if place not in going or _warms_for(fast, steps, place)}
    return {place: step for place, step in steps.items() if place in stays}


def _leads_up(steps: Steps, place: int) -> bool:
    """Return whether a step is running that has to come before something fast."""
    return _warms_for(_last_fast(steps), steps, place)


def _last_fast(steps: Steps) -> int:
    return max((place for place, step in steps.items() if step.drill.is_fast), default=-1)


def _warms_for(fast: int, steps: Steps, place: int) -> bool:
    """Return whether a step is running that leads up to something fast at a place."""
    step = steps[place]
    easy = step.drill.where is Position.RUNNING and step.dose.hold is not None
    return place < fast and (easy or step.drill.is_fast)


_ONE_SIDED = frozenset({Sides.LEFT, Sides.RIGHT})
