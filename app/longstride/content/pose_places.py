"""Places in a pose file: where a joint stays, in the room or on the body, and where it points."""

from collections.abc import Callable, Mapping
from typing import Annotated, NamedTuple

from pydantic import PlainValidator

from longstride.content.wording import not_one_of
from longstride.core.figure.body import bare
from longstride.core.figure.holds import ROOM, Aim, Grip, Hold
from longstride.core.figure.reaching import AIMED, HELD, REACHING
from longstride.core.figure.skeleton import POINTS, Point, View
from longstride.core.figure.vectors import Vector

FARTHEST = 3.0  # body heights
BOTH = tuple(dict.fromkeys(map(bare, POINTS)))
ON_BODY = '["near_thigh", 0.5, 0.05, 0]'
_OWN_LIMB = {
    "leg": {"knee", "heel", "toe", "thigh", "shank", "foot"},
    "arm": {"elbow", "hand", "upper_arm", "forearm"},
}


class Place(NamedTuple):
    """A place in space: in the room, or on a segment along it, to its front and near side."""

    on: str
    at: Vector


Spot = Point | Place


def numbers_in(value: object, most: float) -> list[float]:
    """Return a number, or a list of them, as a list; empty where it is anything else."""
    items = value if isinstance(value, list) else [value]
    numbers = [n for n in items if isinstance(n, int | float) and not isinstance(n, bool)]
    fit = len(numbers) == len(items) and all(abs(number) <= most for number in numbers)
    return [float(number) for number in numbers] if fit else []


def point_named(name: object, points: tuple[str, ...] = POINTS) -> str:
    """Return the name of a point of the body; ValueError where it is none."""
    if name not in points:
        raise ValueError(f'has "{name}", which {not_one_of(name, points)}')
    return str(name)


def _stay(value: object, read: Callable[[str, object], Spot], example: str) -> dict[str, Spot]:
    if not isinstance(value, dict) or not value:
        raise ValueError(f"is not a table; write stay = {{ {example} }}")
    names = (*POINTS, *(name for name in BOTH if name not in POINTS))
    return {point_named(name, names): read(str(name), each) for name, each in value.items()}


def _flat_stay(value: object) -> dict[str, Spot]:
    return _stay(value, _flat_spot, "near_heel = 0.0, far_heel = 0.4")


def _space_stay(value: object) -> dict[str, Spot]:
    return _stay(value, _place, "pelvis = [0, 0.5, 0]")


def _flat_spot(name: str, value: object) -> Spot:
    numbers = numbers_in(value, FARTHEST)
    if len(numbers) in {1, 2}:
        x, y = (*numbers, 0.0)[:2]
        return x, y
    if isinstance(value, list) and (len(numbers) == 3 or isinstance(value[:1] and value[0], str)):
        if name not in {*REACHING, *map(bare, REACHING)}:
            raise ValueError(
                f'has a place in space for "{name}"; only knee, heel, toe, elbow and hand '
                "reach for one, so write x on the floor, or [x, height under it]"
            )
        return _place(name, value)
    raise ValueError(
        "needs a place for each point: x on the floor, [x, height under it], [x, y, z] in "
        f"space, or a place on the body such as {ON_BODY}"
    )


def _place(name: str, value: object) -> Place:
    """Return a place in space, or on the body."""
    if isinstance(value, list) and value and isinstance(value[0], str):
        return _on_body(name, value[0], numbers_in(value[1:], FARTHEST))
    numbers = numbers_in(value, FARTHEST)
    if len(numbers) != 3:
        raise ValueError(
            "needs a place for each point: [x, y, z] in body heights, or a place on the body "
            f"such as {ON_BODY}"
        )
    return Place(ROOM, (numbers[0], numbers[1], numbers[2]))


def _on_body(name: str, segment: str, numbers: list[float]) -> Place:
    choices = (*HELD, *(part for part in dict.fromkeys(map(bare, HELD)) if part not in HELD))
    if segment not in choices:
        raise ValueError(f'has "{segment}", which {not_one_of(segment, choices)}')
    if len(numbers) != 3:
        raise ValueError(
            f"needs three numbers after {segment}: along it (0 to 1), then body heights to its "
            f"front and to its near side, as in {ON_BODY}"
        )
    if _same_limb(name, segment):
        raise ValueError(f"has {name} on {segment}, a part of its own limb; hold on elsewhere")
    return Place(segment, (numbers[0], numbers[1], numbers[2]))


def _same_limb(joint: str, segment: str) -> bool:
    one, two = joint.removesuffix(bare(joint)), segment.removesuffix(bare(segment))
    own = any({bare(joint), bare(segment)} <= limb for limb in _OWN_LIMB.values())
    return own and (one == two or not two)


def _aim(value: object) -> dict[str, Vector]:
    if not isinstance(value, dict) or not value:
        raise ValueError("is not a table; write aim = { near_elbow = [-1, 0, 0.5] }")
    names = (*AIMED, *dict.fromkeys(map(bare, AIMED)))
    return {point_named(name, names): _way(way) for name, way in value.items()}


def _way(value: object) -> Vector:
    numbers = numbers_in(value, FARTHEST)
    if len(numbers) != 3 or not any(numbers):
        raise ValueError(
            "needs a way for each joint: [ahead, up, towards the eye], such as [-1, 0, 0.5]"
        )
    return numbers[0], numbers[1], numbers[2]


Contacts = Annotated[dict[str, Spot], PlainValidator(_flat_stay)]
SpaceContacts = Annotated[dict[str, Spot], PlainValidator(_space_stay)]
Aims = Annotated[dict[str, Vector], PlainValidator(_aim)]


def both_sides(spots: Mapping[str, Spot], view: View) -> dict[str, Spot]:
    """Return places by point: what is said without a side is said of both, mirrored."""
    sided: dict[str, Spot] = {}
    for name, spot in spots.items():
        if name in POINTS:
            sided[name] = _own_side(name, spot)
        else:  # one side has the last word, wherever it stands
            near, far = f"near_{name}", f"far_{name}"
            sided.setdefault(near, _own_side(near, spot))
            sided.setdefault(far, _own_side(far, _mirrored(spot, view)))
    return sided


def both_ways(ways: Mapping[str, Vector], view: View) -> dict[str, Vector]:
    """Return ways by joint: what is said without a side is said of both, mirrored."""
    sided: dict[str, Vector] = {}
    for name, way in ways.items():
        if name in AIMED:
            sided[name] = way
        else:
            sided.setdefault(f"near_{name}", way)
            sided.setdefault(f"far_{name}", _away(way, view))
    return sided


def grip_of(spots: Mapping[str, Spot], ways: Mapping[str, Vector], *, carries: bool) -> Grip:
    """Return what is held and aimed in space; the first of the places may carry the body."""
    first = next(iter(spots), None) if carries else None
    holds = tuple(
        Hold(name, spot.at, spot.on, carries=name == first and spot.on == ROOM)
        for name, spot in spots.items()
        if isinstance(spot, Place)
    )
    return Grip(holds, tuple(Aim(name, way) for name, way in ways.items()))


def _own_side(name: str, spot: Spot) -> Spot:
    """Return a place on the joint's own side where its segment has none."""
    if isinstance(spot, Place) and spot.on not in (ROOM, *HELD):
        return Place(f"{name.partition('_')[0]}_{spot.on}", spot.at)
    return spot


def _mirrored(spot: Spot, view: View) -> Spot:
    if not isinstance(spot, Place):
        x, y = spot
        return (-x, y) if view is View.FRONT else spot
    along, front, near = spot.at
    if spot.on == ROOM:
        return Place(ROOM, _away(spot.at, view))
    return Place(spot.on, (along, front, -near))


def _away(way: Vector, view: View) -> Vector:
    x, y, z = way
    return (-x, y, z) if view is View.FRONT else (x, y, -z)
