"""Those an athlete may be, as figures: one who runs, sprints, sits at a desk or sets out."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QRectF

from longstride.core.figure.figure import Figure, Mirror
from longstride.core.figure.prop import Prop
from longstride.core.figure.skeleton import CROSSWISE, SEGMENTS, Point, Pose, View, flesh
from longstride.core.flow.drill import Side
from longstride.core.history.plan.answers import Who
from longstride.core.timeline.timeline import SpanPhase

Turns = Mapping[str, float]

_CAMERA = (28.0, 9.0)
_STANDING: Turns = {"trunk": 90, "head": 90} | dict.fromkeys(CROSSWISE, 0.0)
_RUNNER: Turns = {
    "trunk": 86, "head": 90,
    "near_thigh": 254, "near_shank": 236, "near_foot": 308,
    "far_thigh": 314, "far_shank": 248, "far_foot": 344,
    "near_upper_arm": 296, "near_forearm": 390, "far_upper_arm": 226, "far_forearm": 312,
}  # fmt: skip
_SPRINTER: Turns = {
    "trunk": 62, "head": 68,
    "near_thigh": 240, "near_shank": 236, "near_foot": 302,
    "far_thigh": 334, "far_shank": 240, "far_foot": 332,
    "near_upper_arm": 280, "near_forearm": 380, "far_upper_arm": 178, "far_forearm": 262,
}  # fmt: skip
_SITTING: Turns = {
    "trunk": 94, "head": 82,
    "near_thigh": 351, "near_shank": 272, "near_foot": 358,
    "far_thigh": 351, "far_shank": 268, "far_foot": 358,
    "near_upper_arm": 292, "near_forearm": 4, "far_upper_arm": 292, "far_forearm": 4,
}  # fmt: skip
_WALKER: Turns = {
    "trunk": 89, "head": 90,
    "near_thigh": 256, "near_shank": 250, "near_foot": 326,
    "far_thigh": 287, "far_shank": 274, "far_foot": 8,
    "near_upper_arm": 284, "near_forearm": 306, "far_upper_arm": 256, "far_forearm": 274,
}  # fmt: skip
_SEAT = 0.255 + flesh("near_hip", View.SIDE)
_DESK = (Prop("chair", (0.07, -0.15)), Prop("bench", (0.17, 0.55, 0.44)))
_TALLEST, _AIR = 1.14, 0.035  # body heights: what stands in a room, and the air around it


@cache
def person(who: Who) -> Figure:
    """Return the figure of one who an athlete may be."""
    match who:
        case Who.RUNNER:
            return _figure(_RUNNER, _on("near_toe"))
        case Who.SPRINTER:
            return _figure(_SPRINTER, _on("near_toe"))
        case Who.DESK:
            return _figure(_SITTING, {"pelvis": (0.0, _SEAT)}, _DESK)
        case Who.BEGINNER:
            return _figure(_WALKER, _on("near_toe"))


def frame_in(room: QRectF, figure: Figure) -> QRectF:
    """Return where in a room a figure is painted: all of them at one scale and on one floor."""
    left, bottom, right, top = figure.room(figure.camera)
    wide, high = right - left + 2 * _AIR, top - bottom + 2 * _AIR
    scale = min(room.height() / _TALLEST, room.width() / wide)
    width, height = wide * scale, high * scale
    return QRectF(room.center().x() - width / 2, room.bottom() - height, width, height)


def _on(joint: str) -> Mapping[str, Point]:
    """Return the joint that carries the body on the floor."""
    return {joint: (0.0, flesh(joint, View.SIDE))}


def _figure(turns: Turns, contacts: Mapping[str, Point], props: tuple[Prop, ...] = ()) -> Figure:
    angles = {**_STANDING, **turns}
    shares = tuple(0.0 if segment in CROSSWISE else 1.0 for segment in SEGMENTS)
    pose = Pose(tuple(float(angles[each]) for each in SEGMENTS), shares, contacts)
    return Figure(
        drill="",
        view=View.SIDE,
        shows=Side.RIGHT,
        mirror=Mirror.FLIP,
        paths={SpanPhase.HOLD: (pose,)},
        props=props,
        seen_from=_CAMERA,
    )
