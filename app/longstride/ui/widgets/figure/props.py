"""The things around a figure in space: floor coverings, walls, furniture, what hangs on limbs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from longstride.core.figure.blocks import ALONGSIDE, BACK, BOARD, SEAT
from longstride.core.figure.hands import Surfaces
from longstride.core.figure.prop import Prop
from longstride.core.figure.room import BENCH, CHAIR, MAT, STAIR, STEP
from longstride.ui.widgets.figure.place import FigurePlace
from longstride.ui.widgets.figure.slabs import Slab, slab

WALL_HIGH = 1.02  # body heights
TAPE, MARK = (0.105, 0.155), 0.025  # where a tape lies across the page, and from mark to mark

_Slabs = Iterator[Slab]
_Pair = tuple[float, float]


def surfaces_of(props: Sequence[Prop]) -> Surfaces:
    """Return what hands and feet can lie on."""
    wall = next((prop.numbers[0] for prop in props if prop.kind == "wall"), None)
    tops = tuple(top for prop in props for top in _tops(prop))
    held = frozenset(
        point for prop in props if prop.kind == "towel" for point in prop.points if "hand" in point
    )
    return Surfaces(wall, tops, held)


def _tops(prop: Prop) -> Iterator[tuple[float, float, float]]:
    numbers = prop.numbers
    if prop.kind == "chair":
        back = numbers[1]
        yield (min(numbers), max(numbers), SEAT)
        yield (back - 0.03, back + 0.03, BACK)
    elif prop.kind in {"step", "bench"} and numbers[2] < ALONGSIDE:
        yield (min(numbers[:2]), max(numbers[:2]), numbers[2])
    elif prop.kind == "stair":
        start, end, high = numbers
        yield (min(start, end), max(start, end), high)
        yield (min(end, 2 * end - start), max(end, 2 * end - start), 2 * high)


def ground(props: Sequence[Prop], place: FigurePlace) -> list[Slab]:
    """Return what lies flat under everything."""
    return [each for prop in props if prop.kind in _GROUND
            for each in _GROUND[prop.kind](place, *prop.numbers)]  # fmt: skip


def walls(props: Sequence[Prop], place: FigurePlace) -> list[Slab]:
    """Return the walls, which fade upwards."""
    found: list[Slab] = []
    for prop in props:
        if prop.kind == "wall":
            x = prop.numbers[0]
            out = 0.035 if x > 0 else -0.035
            found.append(_box(place, (x, x + out), (-0.012, WALL_HIGH), (-0.40, 0.30), fades=True))
        elif prop.kind == "step" and prop.numbers[2] >= ALONGSIDE:
            one, two, high = prop.numbers
            found.append(_box(place, (one, two), (-0.012, high), (-0.31, -0.27), fades=True))
    return found


def furniture(props: Sequence[Prop], place: FigurePlace) -> list[Slab]:
    """Return the boxes a body can be before or behind."""
    return [each for prop in props if prop.kind in _FURNITURE
            for each in _FURNITURE[prop.kind](place, *prop.numbers)]  # fmt: skip


def _box(
    place: FigurePlace,
    x: _Pair,
    y: _Pair,
    z: _Pair,
    material: str = "thing",
    *,
    fades: bool = False,
) -> Slab:
    low, high = zip(*(sorted(pair) for pair in (x, y, z)), strict=True)
    return slab(place, low, high, material, fades=fades)


def _mat(place: FigurePlace, one: float, two: float) -> _Slabs:
    yield _box(place, (one, two), (-0.012, 0.0), (-MAT, MAT), "mat")


def _cushion(place: FigurePlace, one: float, two: float) -> _Slabs:
    yield _box(place, (one, two), (-0.010, 0.010), (-0.04, 0.13), "mat")


def _tape(place: FigurePlace, x: float, end: float | None = None) -> _Slabs:
    if end is not None:
        yield from _measure(place, min(x, end), max(x, end))
        return
    yield _box(place, (x - 0.008, x + 0.008), (0.0, 0.0008), (-0.13, 0.16), "tie")


def _measure(place: FigurePlace, low: float, high: float) -> _Slabs:
    """Lay a measuring tape along the floor on the near side, its marks from the high end on."""
    yield _box(place, (low, high), (0.0, 0.0008), TAPE, "tie")
    for n in range(1, int((high - low) / MARK + 0.5)):
        x = high - n * MARK
        inner = TAPE[1] - (0.030 if n % 5 == 0 else 0.018)
        yield _box(place, (x - 0.003, x + 0.003), (0.0008, 0.0012), (inner, TAPE[1]), "thing")


def _step(place: FigurePlace, one: float, two: float, high: float) -> _Slabs:
    if high < ALONGSIDE:
        yield _box(place, (one, two), (0.0, high), (-STEP, STEP))


def _stair(place: FigurePlace, start: float, end: float, high: float) -> _Slabs:
    yield _box(place, (start, end), (0.0, high), (-STAIR, STAIR))
    yield _box(place, (end, 2 * end - start), (0.0, 2 * high), (-STAIR, STAIR))


def _bench(place: FigurePlace, one: float, two: float, high: float) -> _Slabs:
    yield _box(place, (one, two), (high - 0.03, high), (-BENCH, BENCH))
    for x in (min(one, two) + 0.03, max(one, two) - 0.05):
        for z in (-0.12, 0.10):
            yield _box(place, (x, x + 0.02), (0.0, high - 0.03), (z, z + 0.02))


def _chair(place: FigurePlace, front: float, back: float) -> _Slabs:
    thin = BOARD if back > front else -BOARD
    yield _box(place, (front, back), (SEAT - 0.02, SEAT), (-CHAIR, CHAIR))
    yield _box(place, (back, back - thin), (0.29, BACK), (-CHAIR, CHAIR))
    for x in (front, back - thin):
        for z in (-CHAIR, CHAIR - 0.016):
            yield _box(place, (x, x + thin), (0.0, SEAT - 0.02), (z, z + 0.016))
    for z in (-CHAIR, CHAIR - 0.016):
        yield _box(place, (back, back - thin), (SEAT, 0.29), (z, z + 0.016))


_GROUND: Mapping[str, Callable[..., _Slabs]] = MappingProxyType(
    {"mat": _mat, "cushion": _cushion, "tape": _tape}
)
_FURNITURE: Mapping[str, Callable[..., _Slabs]] = MappingProxyType(
    {"step": _step, "stair": _stair, "bench": _bench, "chair": _chair}
)
