"""Where a body is seen from, and where on the page each of its places then lies."""

import math
from dataclasses import dataclass
from functools import cached_property

from longstride.core.figure.body import Body
from longstride.core.figure.skeleton import View
from longstride.core.figure.vectors import Vector, cross, dot, minus, times, unit

FAR = 7.0  # body heights from the eye to the middle: a mild perspective
MIDDLE: Vector = (0.0, 0.4, 0.0)
LYING = 0.75  # of a trunk's length along the floor
BEHIND = {"glute", "hamstring", "back", "calf"}


@dataclass(frozen=True)
class Camera:
    """An eye turned round the ``middle`` it looks at.

    ``azimuth`` in degrees: 0 sees the body from its near side, 90 from before it. ``elevation``
    in degrees above the floor. ``mirrored`` exchanges left and right on the page.
    """

    azimuth: float
    elevation: float
    middle: Vector = MIDDLE
    mirrored: bool = False

    @cached_property
    def across(self) -> Vector:
        """What points to the right of the page."""
        angle = math.radians(self.azimuth)
        right = (math.cos(angle), 0.0, -math.sin(angle))
        return times(right, -1.0) if self.mirrored else right

    @cached_property
    def eye(self) -> Vector:
        """What points out of the page, at whoever looks."""
        turn, rise = math.radians(self.azimuth), math.radians(self.elevation)
        level = math.cos(rise)
        return (math.sin(turn) * level, math.sin(rise), math.cos(turn) * level)

    @cached_property
    def up(self) -> Vector:
        """What points up the page."""
        up = cross(self.eye, self.across)
        return times(up, -1.0) if self.mirrored else up

    def way(self, vector: Vector) -> Vector:
        """Return a way in the eye's own axes: right, up, towards the eye."""
        return (dot(vector, self.across), dot(vector, self.up), dot(vector, self.eye))

    def seen(self, point: Vector) -> Vector:
        """Return where a point lies on the page, in body heights from its middle, and its depth.

        A greater depth is nearer to the eye.
        """
        x, y, depth = self.way(minus(point, self.middle))
        near = FAR / (FAR - depth)
        return (x * near, y * near, depth)

    def turned(self, turn: float, tilt: float = 0.0) -> "Camera":
        """Return the camera turned further round the body, in degrees, and tilted up."""
        rise = min(max(self.elevation + tilt, 0.0), 80.0)
        return Camera(self.azimuth + turn, rise, self.middle, self.mirrored)

    def facing(self, mirrored: bool) -> "Camera":
        """Return the camera with the picture turned round or not.

        What it is turned by shows the same, turned round.
        """
        return Camera(self.azimuth, self.elevation, self.middle, mirrored)


def usual_camera(body: Body, view: View, muscles: tuple[str, ...]) -> tuple[float, float]:
    """Return azimuth and elevation that show a drill: three quarters, from where the work is."""
    x, _, z = unit(minus(body.joints["chest"], body.joints["pelvis"]))
    lying = math.hypot(x, z) > LYING
    rise = 20.0 if lying else 11.0
    if view is View.FRONT:
        return -20.0, rise
    behind = bool(muscles) and all(name.partition(" ")[2] in BEHIND for name in muscles)
    return (-40.0 if behind and not lying else 24.0), rise
