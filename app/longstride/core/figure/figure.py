"""A drill's figure: its poses, and which of them each phase moves between.

The figure is a function of the phase and of how much of it has passed, like everything else that
is shown. Motion starts and ends softly, as a body does (minimum jerk: Flash & Hogan 1985,
doi 10.1523/JNEUROSCI.05-07-01688.1985).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from statistics import fmean

from longstride.core.figure.body import Body
from longstride.core.figure.camera import Camera, usual_camera
from longstride.core.figure.lift import Depth, lift
from longstride.core.figure.motion import Motion
from longstride.core.figure.prop import Prop
from longstride.core.figure.room import Box, room_of
from longstride.core.figure.skeleton import View
from longstride.core.figure.space import AnyPose, SpacePose, body_of
from longstride.core.figure.vectors import Vector
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Drill, Side
from longstride.core.timeline.timeline import SpanPhase

SAMPLES = 16  # moments of a phase at which its laws are checked
ROOMS = 8  # that are kept while the camera is turned
MOMENTS = 12  # of a motion at which its room is measured
EYE_LEVEL = 0.3  # body heights: where the camera looks
ROUND = 1_000  # ms: a runner's stride, slowed a little so that the eye can follow


class Mirror(StrEnum):
    """How the other side is shown: the picture turned round, or near and far limbs exchanged."""

    FLIP = "flip"
    SWAP = "swap"


@dataclass(frozen=True, slots=True)
class Stance:
    """Everything to be drawn at one moment.

    ``ghost`` is where the phase ends, None where nothing moves. ``muscles`` work, such as "near
    glute", ``effort`` (0-1) is how bright they are, ``fullness`` (0-1) how full the chest is.
    ``flipped``: to be drawn left-right reversed.
    """

    body: Body
    ghost: Body | None
    muscles: tuple[str, ...]
    effort: float
    fullness: float = 0.0
    flipped: bool = False

    @property
    def joints(self) -> Mapping[str, Vector]:
        """Where the body's joints are."""
        return self.body.joints


@dataclass(frozen=True)
class Figure:
    """A drill's figure. ``paths`` has the keys (poses) of every SpanPhase, one or more each.

    In a hold the body goes from its first key to the last while breathing in, and back while
    breathing out; a hold whose keys end as they began, such as running, goes round and round.
    ``shows`` is the side that works as it is drawn. ``depth`` is what flat poses cannot say of
    space; ``seen_from`` is the azimuth and elevation of its camera, None for the usual one.
    """

    drill: str
    view: View
    shows: Side
    mirror: Mirror
    paths: Mapping[SpanPhase, tuple[AnyPose, ...]]
    muscles: tuple[str, ...] = ()
    props: tuple[Prop, ...] = ()
    depth: Depth | None = None
    seen_from: tuple[float, float] | None = None

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
        moves = not still and phase is not SpanPhase.HOLD and len(motion.keys) > 1
        ghost = self._ends[phase] if moves else None
        if phase is SpanPhase.HOLD and not still and motion.goes_round:
            pose = motion.on_the_round(elapsed % ROUND / ROUND)
            return self._stance(pose, None, fullness, side)
        return self._stance(motion.at(passed), ghost, fullness, side)

    @cached_property
    def motions(self) -> Mapping[SpanPhase, Motion[AnyPose]]:
        """The way of every phase."""
        return {phase: Motion(keys) for phase, keys in self.paths.items()}

    @cached_property
    def _ends(self) -> Mapping[SpanPhase, Body]:
        """Where every phase ends."""
        return {phase: self.body(keys[-1]) for phase, keys in self.paths.items()}

    @cached_property
    def key(self) -> Stance:
        """The one picture that says most about the drill: the end of its range."""
        return self.at(SpanPhase.HOLD, 0.0)

    @cached_property
    def camera(self) -> Camera:
        """Where the drill is seen from: as its file says, else where its work shows best."""
        first = self.body(next(iter(self.paths.values()))[0])
        azimuth, elevation = self.seen_from or usual_camera(first, self.view, self.muscles)
        middle = fmean(body.joints["pelvis"][0] for body in self._bodies)
        return Camera(azimuth, elevation, (middle, EYE_LEVEL, 0.0))

    def room(self, camera: Camera) -> Box:
        """Return what the whole drill needs on the page seen by a camera."""
        if camera not in self._rooms:
            if len(self._rooms) >= ROOMS:
                self._rooms.clear()
            self._rooms[camera] = room_of(self._bodies, self.props, camera)
        return self._rooms[camera]

    @cached_property
    def _rooms(self) -> dict[Camera, Box]:
        """Rooms by camera: every frame asks for the same one."""
        return {}

    @cached_property
    def _bodies(self) -> tuple[Body, ...]:
        """The body at moments all through the drill; a way and the way back are taken once."""
        motions = {either_direction(motion.keys): motion for motion in self.motions.values()}
        return tuple(
            self.body(motion.at(step / MOMENTS))
            for motion in motions.values()
            for step in range(MOMENTS + 1 if len(motion.keys) > 1 else 1)
        )

    def body(self, pose: AnyPose) -> Body:
        """Return the body of one of the drill's poses, or of one between them."""
        return body_of(pose) if isinstance(pose, SpacePose) else lift(pose, self.view, self.depth)

    def _stance(
        self, pose: AnyPose, ghost: Body | None, fullness: float, side: Side | None
    ) -> Stance:
        body = self.body(pose)
        muscles = self.muscles
        other = side is not None and side is not self.shows
        if other and self.mirror is Mirror.SWAP:
            body, ghost = body.exchanged, ghost and ghost.exchanged
            muscles = tuple(_other_muscle(name) for name in muscles)
        flipped = other and self.mirror is Mirror.FLIP
        return Stance(body, ghost, muscles, pose.effort, fullness, flipped)


def _other_muscle(name: str) -> str:
    """Return "far glute" for "near glute"."""
    side, _, muscle = name.partition(" ")
    return f"{'far' if side == 'near' else 'near'} {muscle}"


def either_direction(keys: tuple[AnyPose, ...]) -> tuple[int, ...]:
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


def with_likes(figures: Mapping[str, Figure], drills: Iterable[Drill]) -> Mapping[str, Figure]:
    """Return figures by drill with those of drills that look like another's."""
    likes = {
        drill.id: replace(figures[drill.figure], drill=drill.id)
        for drill in drills
        if drill.figure in figures
    }
    return {**figures, **likes}
