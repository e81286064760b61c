"""A drill's figure: its poses, and which of them each phase moves between.

The figure is a function of the phase and of how much of it has passed, like everything else that
is shown. What two poses both hold on to stays put on the way between them; everything else
swings. Motion starts and ends softly, as a body does (minimum jerk: Flash & Hogan 1985,
doi 10.1523/JNEUROSCI.05-07-01688.1985).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from longstride.core.breath import BreathKind
from longstride.core.drill import Side
from longstride.core.muscles import line
from longstride.core.skeleton import (
    Joints,
    Point,
    Pose,
    View,
    flesh,
    joints_of,
    swap_sides,
    turned,
)
from longstride.core.timeline import SpanPhase

SAMPLES = 16  # moments of a phase at which its laws are checked
ROOM_SAMPLES = 64  # at which its room is measured: a foot that swings turns between two of 16
ROUND = 1_000  # ms: a runner's stride, slowed a little so that the eye can follow
MAT_FROM_ABOVE = 0.20  # half the width of a mat, in body heights

Box = tuple[float, float, float, float]


class Mirror(StrEnum):
    """How the other side is shown: the picture turned round, or near and far limbs exchanged."""

    FLIP = "flip"
    SWAP = "swap"


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture: ``numbers`` say where it is, or ``points`` what it hangs between."""

    kind: str
    numbers: tuple[float, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """Everything to be drawn at one moment.

    ``ghost`` is where the phase ends, None where nothing moves. ``lines`` are the working
    muscles, ``effort`` (0-1) how bright they are, ``fullness`` (0-1) how full the chest is.
    ``flipped``: to be drawn left-right reversed.
    """

    joints: Joints
    ghost: Joints | None
    lines: tuple[tuple[Point, ...], ...]
    effort: float
    fullness: float = 0.0
    flipped: bool = False


@dataclass(frozen=True)
class Figure:
    """A drill's figure. ``paths`` has the keys (poses) of every SpanPhase, one or more each.

    In a hold the body goes from its first key to the last while breathing in, and back while
    breathing out; a hold whose keys end as they began, such as running, goes round and round.
    ``shows`` is the side that works as it is drawn.
    """

    drill: str
    view: View
    shows: Side
    mirror: Mirror
    paths: Mapping[SpanPhase, tuple[Pose, ...]]
    muscles: tuple[str, ...] = ()
    props: tuple[Prop, ...] = ()

    def at(
        self,
        phase: SpanPhase,
        fraction: float,
        *,
        side: Side | None = None,
        breath: BreathKind | None = None,
        breath_fraction: float = 0.0,
        elapsed: int = 0,
        still: bool = False,
    ) -> Stance:
        """Return the figure when ``fraction`` (0-1) of a phase, ``elapsed`` ms, has passed.

        ``still`` (reduced motion) shows only where each phase ends.
        """
        keys = self.paths[phase]
        fullness = _fullness(breath, breath_fraction) if phase is SpanPhase.HOLD else 0.0
        if still:
            passed = 0.0 if phase is SpanPhase.HOLD else 1.0
            fullness = float(breath is BreathKind.IN and phase is SpanPhase.HOLD)
        elif phase is SpanPhase.HOLD:
            passed = fullness
        else:
            passed = eased(fraction)
        ghost = None if still or phase is SpanPhase.HOLD or len(keys) < 2 else keys[-1]
        if phase is SpanPhase.HOLD and not still and goes_round(keys):
            return self._stance(_on_the_round(keys, elapsed), None, fullness, side)
        return self._stance(between(keys, passed), ghost, fullness, side)

    @cached_property
    def key(self) -> Stance:
        """The one picture that says most about the drill: the end of its range."""
        return self.at(SpanPhase.HOLD, 0.0)

    @cached_property
    def bounds(self) -> Box:
        """The room the whole drill needs: left, bottom, right, top, in body heights."""
        boxes = [
            *self._body_boxes(),
            *(_prop_box(prop, self.view) for prop in self.props if prop.numbers),
        ]
        lows, highs = [box[:2] for box in boxes], [box[2:] for box in boxes]
        return (
            min(x for x, _ in lows),
            min(y for _, y in lows),
            max(x for x, _ in highs),
            max(y for _, y in highs),
        )

    def _body_boxes(self) -> Iterator[Box]:
        for keys in {_either_way(keys): keys for keys in self.paths.values()}.values():
            for step in range(ROOM_SAMPLES + 1 if len(keys) > 1 else 1):
                pose = between(keys, step / ROOM_SAMPLES)
                for name, (x, y) in joints_of(pose, self.view).items():
                    room = flesh(name, self.view)
                    yield (x - room, y - room, x + room, y + room)

    def _stance(self, pose: Pose, ghost: Pose | None, fullness: float, side: Side | None) -> Stance:
        joints = joints_of(pose, self.view)
        behind = None if ghost is None else joints_of(ghost, self.view)
        lines = tuple(line(muscle, joints, self.view) for muscle in self.muscles)
        other = side is not None and side is not self.shows
        if other and self.mirror is Mirror.SWAP:
            joints = swap_sides(joints)
            behind = behind and swap_sides(behind)
        flipped = other and self.mirror is Mirror.FLIP
        return Stance(joints, behind, lines, pose.effort, fullness, flipped)


def _either_way(keys: tuple[Pose, ...]) -> tuple[int, ...]:
    """Return what is the same for a way and the way back: both take the same room."""
    way = tuple(id(key) for key in keys)
    return min(way, way[::-1])


def eased(fraction: float) -> float:
    """Return how far a movement has come: slow at both ends, never backwards."""
    t = min(max(fraction, 0.0), 1.0)
    return t * t * t * (10.0 + t * (6.0 * t - 15.0))


def between(keys: tuple[Pose, ...], passed: float) -> Pose:
    """Return the pose at a part of the way (0-1) through the keys, smooth at those between."""
    if len(keys) == 1:
        return keys[0]
    way = min(max(passed, 0.0), 1.0) * (len(keys) - 1)
    index = min(int(way), len(keys) - 2)
    near = [keys[min(max(index + step, 0), len(keys) - 1)] for step in (-1, 0, 1, 2)]
    return _blend(near, way - index)


def goes_round(keys: tuple[Pose, ...]) -> bool:
    """Return whether a way ends as it began, with something else between."""
    return len(keys) > 2 and keys[0] == keys[-1]


def _on_the_round(keys: tuple[Pose, ...], elapsed: int) -> Pose:
    """Return the pose on a way that ends as it began, gone through evenly and without a halt."""
    steps = len(keys) - 1
    passed = elapsed % ROUND / ROUND * steps
    return between((keys[-2], *keys, keys[1]), (1 + passed) / (steps + 2))


def _blend(keys: list[Pose], passed: float) -> Pose:
    """Return the pose between the second and third of four keys."""
    weights = _weights(passed)
    start, end = keys[1], keys[2]
    contacts = {
        name: _mix((place, end.contacts[name]), (1 - passed, passed))
        for name, place in start.contacts.items()
        if name in end.contacts
    }
    return Pose(
        angles=tuple(
            sum(w * a for w, a in zip(weights, unwound(four), strict=True))
            for four in zip(*(key.angles for key in keys), strict=True)
        ),
        shares=tuple(
            sum(w * s for w, s in zip(weights, four, strict=True))
            for four in zip(*(key.shares for key in keys), strict=True)
        ),
        contacts=contacts,
        pelvis=_mix(tuple(key.pelvis for key in keys), weights),
        effort=start.effort + (end.effort - start.effort) * passed,
    )


def unwound(angles: tuple[float, ...]) -> tuple[float, ...]:
    """Return angles made continuous: each the nearest turn to the one before."""
    wound = [angles[0]]
    for before, after in pairwise(angles):
        wound.append(wound[-1] + turned(after - before))
    return tuple(wound)


def _weights(t: float) -> tuple[float, float, float, float]:
    """Return the weights of four keys: a Catmull-Rom spline, through every key without a kink."""
    return (
        0.5 * (-t + 2 * t**2 - t**3),
        0.5 * (2 - 5 * t**2 + 3 * t**3),
        0.5 * (t + 4 * t**2 - 3 * t**3),
        0.5 * (-(t**2) + t**3),
    )


def _mix(points: tuple[Point, ...], weights: tuple[float, ...]) -> Point:
    return (
        sum(w * x for w, (x, _) in zip(weights, points, strict=True)),
        sum(w * y for w, (_, y) in zip(weights, points, strict=True)),
    )


def _fullness(breath: BreathKind | None, fraction: float) -> float:
    if breath is None:
        return 0.0
    return eased(fraction) if breath is BreathKind.IN else 1.0 - eased(fraction)


def _prop_box(prop: Prop, view: View) -> Box:
    """Return the room a thing takes; how each kind's numbers are read is said in the format."""
    first, *rest = prop.numbers
    if prop.kind == "mat" and view is View.ABOVE:
        return (-MAT_FROM_ABOVE, first, MAT_FROM_ABOVE, rest[0])
    if prop.kind == "stair":
        end, height = rest
        return (min(first, 2 * end - first), 0.0, max(first, 2 * end - first), 2 * height)
    if prop.kind == "wall":
        return (first, 0.0, first, 0.9)
    if prop.kind == "ball":
        return (first - rest[1], rest[0] - rest[1], first + rest[1], rest[0] + rest[1])
    if prop.kind == "chair":
        return (min(first, rest[0]), 0.0, max(first, rest[0]), 0.52)
    return (min(first, rest[0]), 0.0, max(first, rest[0]), rest[1] if len(rest) > 1 else 0.0)
