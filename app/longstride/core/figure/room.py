"""How much of the page bodies and the things around them take, seen by a camera."""

from collections.abc import Iterable, Iterator

from longstride.core.figure.body import Body
from longstride.core.figure.camera import Camera
from longstride.core.figure.prop import Prop
from longstride.core.figure.vectors import Vector

Box = tuple[float, float, float, float]

_FLESH = {"head": 0.075, "chest": 0.06, "pelvis": 0.09, "toe": 0.03, "hand": 0.08}
_LIMB = 0.045  # body heights round every other joint
MAT, STEP, CHAIR, BENCH, WALL, STAIR = 0.19, 0.17, 0.12, 0.14, 0.30, 0.24
"""Half of how wide a thing is across the page, in body heights."""
TALL, WALL_SHOWN = 0.9, 0.8  # a wall goes on; so much of it has to be seen


def room_of(bodies: Iterable[Body], props: Iterable[Prop], camera: Camera) -> Box:
    """Return left, bottom, right, top on the page in body heights from the camera's middle."""
    spots = [*_flesh(bodies, camera), *_things(props, camera)]
    return (
        min(x - r for x, _, r in spots),
        min(y - r for _, y, r in spots),
        max(x + r for x, _, r in spots),
        max(y + r for _, y, r in spots),
    )


def _flesh(bodies: Iterable[Body], camera: Camera) -> Iterator[Vector]:
    for body in bodies:
        for name, place in body.joints.items():
            x, y, _ = camera.seen(place)
            yield x, y, _FLESH.get(name.rpartition("_")[2], _LIMB)


def _things(props: Iterable[Prop], camera: Camera) -> Iterator[Vector]:
    for prop in props:
        for corner in _corners(prop):
            x, y, _ = camera.seen(corner)
            yield x, y, 0.0


def _corners(prop: Prop) -> list[Vector]:
    """Return the corners of a thing; how each kind's numbers are read is said in the format."""
    if not prop.numbers:
        return []
    x, *rest = prop.numbers
    match prop.kind:
        case "mat" | "cushion":
            box = _box((x, rest[0]), (0.0,), MAT)
        case "wall":
            box = _box((x,), (0.0, WALL_SHOWN), WALL)
        case "chair":
            box = _box((x, rest[0]), (0.0, 0.52), CHAIR)
        case "stair":
            box = _box((x, 2 * rest[0] - x), (0.0, 2 * rest[1]), STAIR)
        case "ball":
            y, radius = rest
            box = _box((x - radius, x + radius), (y - radius, y + radius), radius)
        case "step" | "bench":
            half = BENCH if prop.kind == "bench" else STEP
            box = _box((x, rest[0]), (0.0, min(rest[1], TALL)), half)
        case "tripod":
            box = [(x + dx, y, z) for dx in (-0.1, 0.1) for y in (0.0, 0.65) for z in (-0.5, -0.35)]
        case _:
            box = _box((x, *rest), (0.0,), STEP)
    return box


def _box(xs: tuple[float, ...], ys: tuple[float, ...], half: float) -> list[Vector]:
    return [(x, y, z) for x in xs for y in ys for z in (-half, half)]
