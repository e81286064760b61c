"""Which places of the body a drill loads or stretches, as its data tells.

Most follows from the areas, the position and the stage of a drill; the rest it says itself in
``strains``. A place that hurts is left alone, so in doubt a drill counts as straining it.
"""

from collections.abc import Mapping

from longstride.core.flow.body import HIP, LEG, BodyPlace
from longstride.core.flow.drill import Drill, Stage
from longstride.core.flow.flow import Flow
from longstride.core.flow.position import Position

MOST_NAMED = 6  # places that are offered to be named
_EVERYWHERE = frozenset(BodyPlace)
_SOMEWHERE = frozenset({BodyPlace.SOMEWHERE})
_BY_AREA: Mapping[str, frozenset[BodyPlace]] = {
    "hip flexors": frozenset({BodyPlace.HIP_FRONT}),
    "glutes": frozenset({BodyPlace.HIP_BACK, BodyPlace.HIP_SIDE}),
    "hamstrings": frozenset({BodyPlace.THIGH_BACK}),
    "quads": frozenset({BodyPlace.THIGH_FRONT, BodyPlace.KNEE}),
    "adductors": frozenset({BodyPlace.GROIN}),
    "hips": HIP,
    "core": frozenset({BodyPlace.BELLY, BodyPlace.LOWER_BACK}),
    "ankles": frozenset({BodyPlace.LOWER_LEG}),
    "upper back": frozenset({BodyPlace.UPPER_BACK}),
}
_BY_POSITION: Mapping[Position, frozenset[BodyPlace]] = {
    Position.HALF_KNEELING: frozenset({BodyPlace.KNEE}),
    Position.HANDS_AND_KNEES: frozenset({BodyPlace.KNEE, BodyPlace.ARM}),
    Position.FOREARMS: frozenset({BodyPlace.ARM}),
    Position.LEANING: frozenset({BodyPlace.ARM}),
    Position.WALKING: frozenset({BodyPlace.KNEE, BodyPlace.LOWER_LEG}),
    Position.RUNNING: frozenset({BodyPlace.KNEE, BodyPlace.LOWER_LEG}),
}
_ON_ONE_LEG = frozenset({BodyPlace.KNEE, BodyPlace.LOWER_LEG, BodyPlace.HIP_SIDE})
_FAST = LEG | {BodyPlace.LOWER_BACK}


def strained(drill: Drill) -> frozenset[BodyPlace]:
    """Return the places that a drill loads or stretches; one that names no area may strain any."""
    if not drill.areas:
        return _EVERYWHERE
    by_area = (_BY_AREA.get(area, _EVERYWHERE) for area in drill.areas)
    found = _SOMEWHERE.union(drill.strains, *by_area)
    if drill.where is not None:
        found |= _BY_POSITION.get(drill.where, frozenset())
    if drill.one_leg:
        found |= _ON_ONE_LEG
    return found | _FAST if drill.stage is Stage.SPRINT else found


def nameable(drill: Drill) -> tuple[BodyPlace, ...]:
    """Return the places that most likely hurt in a drill: those of its areas first, at most six."""
    own = frozenset(drill.strains).union(*(_BY_AREA.get(a, frozenset()) for a in drill.areas))
    places = [each for each in BodyPlace if each in strained(drill) - _SOMEWHERE]
    return tuple(sorted(places, key=lambda each: each not in own)[:MOST_NAMED])


def straining(flow: Flow, places: frozenset[BodyPlace]) -> tuple[int, ...]:
    """Return the steps of a flow, from 0, that load or stretch any of some places."""
    return tuple(number for number, step in enumerate(flow.steps) if strained(step.drill) & places)


def spares(flow: Flow, places: frozenset[BodyPlace]) -> bool:
    """Return whether nothing in a flow loads or stretches any of some places."""
    return not straining(flow, places)
