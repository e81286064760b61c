"""A drill's figure: its poses, and which of them each phase moves between.

The figure is a function of the phase and of how much of it has passed, like everything else that
is shown. Motion starts and ends softly, as a body does (minimum jerk: Flash & Hogan 1985,
doi 10.1523/JNEUROSCI.05-07-01688.1985).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from longstride.core.figure.motion import Motion
from longstride.core.figure.muscles import line
from longstride.core.figure.skeleton import (
    POINTS,
    Joints,
    Point,
    Pose,
    View,
    flesh,
    joints_of,
    swap_sides,
)
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Drill, Side
from longstride.core.timeline.timeline import SpanPhase

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
        motion = self.motions[phase]
        fullness = _fullness(breath, breath_fraction) if phase is SpanPhase.HOLD else 0.0
        if still:
            passed = 0.0 if phase is SpanPhase.HOLD else 1.0
            fullness = float(breath is BreathKind.IN and phase is SpanPhase.HOLD)
        elif phase is SpanPhase.HOLD:
            passed = fullness
        else:
            passed = eased(fraction)
        ghost = (
            None if still or phase is SpanPhase.HOLD or len(motion.keys) < 2 else motion.keys[-1]
        )
        if phase is SpanPhase.HOLD and not still and motion.goes_round:
            pose = motion.on_the_round(elapsed % ROUND / ROUND)
            return self._stance(pose, None, fullness, side)
        return self._stance(motion.at(passed), ghost, fullness, side)

    @cached_property
    def motions(self) -> Mapping[SpanPhase, Motion]:
        """The way of every phase."""
        return {phase: Motion(keys) for phase, keys in self.paths.items()}

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
        motions = {
            _either_direction(motion.keys): motion for motion in self.motions.values()
        }.values()
        taken = [
            joints_of(motion.at(step / ROOM_SAMPLES), self.view)
            for motion in motions
            for step in range(ROOM_SAMPLES + 1 if len(motion.keys) > 1 else 1)
        ]
        for name in POINTS:
            room = flesh(name, self.view)
            xs, ys = zip(*(joints[name] for joints in taken), strict=True)
            yield (min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room)

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


def _either_direction(keys: tuple[Pose, ...]) -> tuple[int, ...]:
    """Return what is the same for a way and the way back: both take the same room."""
    order = tuple(id(key) for key in keys)
    return min(order, order[::-1])


def eased(fraction: float) -> float:
    """Return how far a movement has come: slow at both ends, never backwards."""
    t = min(max(fraction, 0.0), 1.0)
    return min(t * t * t * (10.0 + t * (6.0 * t - 15.0)), 1.0)  # rounding goes past the end


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


def with_likes(figures: Mapping[str, Figure], drills: Iterable[Drill]) -> Mapping[str, Figure]:
    """Return figures by drill with those of drills that look like another's."""
    likes = {
        drill.id: replace(figures[drill.figure], drill=drill.id)
        for drill in drills
        if drill.figure in figures
    }
    return {**figures, **likes}
