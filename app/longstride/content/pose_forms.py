"""The pose file as its author fills it in, before it becomes a figure."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, create_model

from longstride.content.forms import Form, one_of
from longstride.content.pose_places import Aims, Contacts, SpaceContacts, numbers_in, point_named
from longstride.content.wording import nearest, not_one_of
from longstride.core.counting import counted
from longstride.core.figure.body import bare
from longstride.core.figure.figure import Mirror
from longstride.core.figure.muscles import NAMES
from longstride.core.figure.skeleton import SEGMENTS, View
from longstride.core.figure.space import NUMBERS
from longstride.core.flow.drill import Side

UNSIDED = ("thigh", "shank", "foot", "upper_arm", "forearm")
OUT = (*UNSIDED, "trunk", *(segment for segment in SEGMENTS if segment[:5] in {"near_", "far_"}))
TURN = 720
FARTHEST = 3.0  # body heights

Turn = tuple[float, float]  # degrees, and how much of the length is seen


def _turn(value: object) -> Turn:
    numbers = numbers_in(value, TURN)
    if len(numbers) not in {1, 2}:
        raise ValueError("is not an angle; write 270, or [270, 0.6] where 0.6 of it is seen")
    angle, share = (*numbers, 1.0)[:2]
    if not 0 <= share <= 1:
        raise ValueError("is out of range; what is seen of a segment is a share from 0 to 1")
    return angle, share


def _turns(count: int) -> Callable[[object], tuple[float, ...]]:
    """Return a reader of the turns of a joint with so many of them; what is left out is 0."""

    def read(value: object) -> tuple[float, ...]:
        numbers = numbers_in(value, TURN)
        if not 1 <= len(numbers) <= count:
            most = "a number" if count == 1 else f"a number, or up to {count} in [ ]"
            raise ValueError(f"is not a turn of this joint in degrees; write {most}")
        return (*numbers, *[0.0] * (count - len(numbers)))

    return read


def _camera(value: object) -> tuple[float, float]:
    numbers = numbers_in(value, 180.0)
    if len(numbers) != 2 or not 0 <= numbers[1] <= 80:
        raise ValueError(
            "is not where the eye is; write [24, 11]: degrees round the body (-180 to 180), "
            "then above the floor (0 to 80)"
        )
    return numbers[0], numbers[1]


def _out(value: object) -> dict[str, float]:
    if (
        not isinstance(value, dict)
        or not value
        or any(sign not in (1, -1) or isinstance(sign, bool) for sign in value.values())
    ):
        raise ValueError(
            "is not a table of segments; write out = { upper_arm = 1 }: 1 comes out of the page, "
            "-1 goes into it"
        )
    for name in value:
        if name not in OUT:
            raise ValueError(f'has "{name}", which {not_one_of(name, OUT)}')
    return {str(name): float(sign) for name, sign in value.items()}


def _row(*counts: int) -> Callable[[object], tuple[float, ...]]:
    """Return a reader of so many numbers, or of so many."""

    def read(value: object) -> tuple[float, ...]:
        numbers = numbers_in(value, FARTHEST)
        if len(numbers) not in counts:
            raise ValueError(f"needs {_so_many(counts)} in body heights; see docs/pose-format.md")
        return tuple(numbers)

    return read


def _so_many(counts: Sequence[int]) -> str:
    *fewer, most = counts
    return "".join(f"{count} or " for count in fewer) + counted(most, "number")


def _pair(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError('hangs between two points; write ["near_knee", "far_knee"]')
    return tuple(point_named(name) for name in value)


def _muscle(value: object) -> str:
    side, _, name = value.partition(" ") if isinstance(value, str) else ("", "", "")
    if side in {"near", "far"} and name in NAMES:
        return str(value)
    choices = [f"{side} {name}" for side in ("near", "far") for name in NAMES]
    hint = nearest(value, choices) if isinstance(value, str) else ""
    raise ValueError(f'is not "near" or "far" and one of {", ".join(NAMES)}{hint}')


def _way(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    if not names or len(names) > 9 or not all(isinstance(name, str) for name in names):
        raise ValueError('is not a pose or a list of them; write "tall" or ["tall", "low"]')
    return tuple(names)


Angle = Annotated[Turn, PlainValidator(_turn)]
Motion = Annotated[tuple[str, ...], PlainValidator(_way)]
Eye = Annotated[tuple[float, float], PlainValidator(_camera)]
Signs = Annotated[dict[str, float], PlainValidator(_out)]
One = Annotated[tuple[float, ...], PlainValidator(_row(1))]
Two = Annotated[tuple[float, ...], PlainValidator(_row(2))]
OneOrTwo = Annotated[tuple[float, ...], PlainValidator(_row(1, 2))]
Three = Annotated[tuple[float, ...], PlainValidator(_row(3))]
Points = Annotated[tuple[str, ...], PlainValidator(_pair)]

Muscles = Annotated[list[Annotated[str, PlainValidator(_muscle)]], Field(max_length=4)]


class OnePoseForm(Form):
    """What a ``[pose.NAME]`` says besides its angles."""

    like: str | None = None
    stay: Contacts | None = None
    aim: Aims | None = None
    effort: Annotated[float, Field(ge=0, le=1, strict=False)] | None = None


class OneSpacePoseForm(OnePoseForm):
    """What a ``[pose.NAME]`` in space says besides its joints."""

    stay: SpaceContacts | None = None


_angles: dict[str, Any] = dict.fromkeys((*SEGMENTS, *UNSIDED), (Angle | None, None))
PoseForm: type[OnePoseForm] = create_model("PoseForm", __base__=OnePoseForm, **_angles)

JOINTS: Mapping[str, int] = {
    **{bare(name): count for name, count in NUMBERS.items()},
    **NUMBERS,
}
"""How many numbers a joint has; without its side it is said of both."""
_joints: dict[str, Any] = {
    name: (
        Annotated[tuple[float, ...], PlainValidator(_row(3) if name == "at" else _turns(count))]
        | None,
        None,
    )
    for name, count in JOINTS.items()
}
SpacePoseForm: type[OneSpacePoseForm] = create_model(
    "SpacePoseForm", __base__=OneSpacePoseForm, **_joints
)


class PropsForm(Form):
    """The things in the picture; the numbers are body heights."""

    mat: Two | None = None
    cushion: Two | None = None
    wall: One | None = None
    chair: Two | None = None
    bench: Three | None = None
    step: Three | None = None
    stair: Three | None = None
    ball: Three | None = None
    tripod: One | None = None
    tape: OneOrTwo | None = None
    band: Points | None = None
    towel: Points | None = None


class PhasesForm(Form):
    """Which pose or poses each phase goes through."""

    setup: Motion | None = None
    ready: Motion | None = None
    eccentric: Motion | None = None
    stretched: Motion | None = None
    concentric: Motion | None = None
    contracted: Motion | None = None
    hold: Motion | None = None
    rest: Motion | None = None


class FigureForm(Form):
    """A whole pose file, however its poses are written; they are read one by one."""

    tables: ClassVar[dict[str, type[Form]]] = {"props": PropsForm, "phases": PhasesForm}

    view: Annotated[View, PlainValidator(one_of(View))] = View.SIDE
    shows: Annotated[Side, PlainValidator(one_of(Side))] | None = None
    mirror: Annotated[Mirror, PlainValidator(one_of(Mirror))] | None = None
    camera: Eye | None = None
    muscles: Muscles = Field(default_factory=list)
    stay: Contacts
    aim: Aims = Field(default_factory=dict)
    props: PropsForm = PropsForm()
    pose: Annotated[dict[str, Any], Field(min_length=1, max_length=12)]
    phases: PhasesForm


class FlatFigureForm(FigureForm):
    """A file of flat poses, which may say what goes into the page."""

    back: bool = False
    out: Signs = Field(default_factory=dict)


class SpaceFigureForm(FigureForm):
    """A file of poses in space."""

    stay: SpaceContacts = Field(default_factory=dict)
