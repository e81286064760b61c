"""The pose file as its author fills it in, before it becomes a figure."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, create_model

from longstride.content.forms import Form, one_of
from longstride.content.wording import nearest, not_one_of
from longstride.core.counting import counted
from longstride.core.figure.figure import Mirror
from longstride.core.figure.muscles import NAMES
from longstride.core.figure.skeleton import POINTS, SEGMENTS, Point, View
from longstride.core.flow.drill import Side

UNSIDED = ("thigh", "shank", "foot", "upper_arm", "forearm")
TURN = 720
FARTHEST = 3.0  # body heights

Turn = tuple[float, float]  # degrees, and how much of the length is seen


def _numbers(value: object, most: float) -> list[float]:
    """Return a number, or a list of them, as a list; empty where it is anything else."""
    items = value if isinstance(value, list) else [value]
    numbers = [n for n in items if isinstance(n, int | float) and not isinstance(n, bool)]
    fit = len(numbers) == len(items) and all(abs(number) <= most for number in numbers)
    return [float(number) for number in numbers] if fit else []


def _turn(value: object) -> Turn:
    numbers = _numbers(value, TURN)
    if len(numbers) not in {1, 2}:
        raise ValueError("is not an angle; write 270, or [270, 0.6] where 0.6 of it is seen")
    angle, share = (*numbers, 1.0)[:2]
    if not 0 <= share <= 1:
        raise ValueError("is out of range; what is seen of a segment is a share from 0 to 1")
    return angle, share


def _stay(value: object) -> dict[str, Point]:
    if not isinstance(value, dict) or not value:
        raise ValueError("is not a table; write stay = { near_heel = 0.0, far_heel = 0.4 }")
    return {_point(name): _spot(place) for name, place in value.items()}


def _point(name: object) -> str:
    if name not in POINTS:
        raise ValueError(f'has "{name}", which {not_one_of(name, POINTS)}')
    return str(name)


def _spot(place: object) -> Point:
    numbers = _numbers(place, FARTHEST)
    if len(numbers) not in {1, 2}:
        raise ValueError("needs a place for each point: x on the floor, or [x, height under it]")
    x, y = (*numbers, 0.0)[:2]
    return x, y


def _row(count: int) -> Callable[[object], tuple[float, ...]]:
    """Return a reader of so many numbers."""

    def read(value: object) -> tuple[float, ...]:
        numbers = _numbers(value, FARTHEST)
        if len(numbers) != count:
            raise ValueError(
                f"needs {counted(count, 'number')} in body heights; see docs/pose-format.md"
            )
        return tuple(numbers)

    return read


def _pair(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError('hangs between two points; write ["near_knee", "far_knee"]')
    return tuple(_point(name) for name in value)


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
Contacts = Annotated[dict[str, Point], PlainValidator(_stay)]
One = Annotated[tuple[float, ...], PlainValidator(_row(1))]
Two = Annotated[tuple[float, ...], PlainValidator(_row(2))]
Three = Annotated[tuple[float, ...], PlainValidator(_row(3))]
Points = Annotated[tuple[str, ...], PlainValidator(_pair)]

Muscles = Annotated[list[Annotated[str, PlainValidator(_muscle)]], Field(max_length=4)]


class OnePoseForm(Form):
    """What a ``[pose.NAME]`` says besides its angles."""

    like: str | None = None
    stay: Contacts | None = None
    effort: Annotated[float, Field(ge=0, le=1, strict=False)] | None = None


_angles: dict[str, Any] = dict.fromkeys((*SEGMENTS, *UNSIDED), (Angle | None, None))
PoseForm: type[OnePoseForm] = create_model("PoseForm", __base__=OnePoseForm, **_angles)


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
    tape: One | None = None
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
    """A whole pose file; its poses are read one by one."""

    tables: ClassVar[dict[str, type[Form]]] = {"props": PropsForm, "phases": PhasesForm}

    view: Annotated[View, PlainValidator(one_of(View))] = View.SIDE
    shows: Annotated[Side, PlainValidator(one_of(Side))] | None = None
    mirror: Annotated[Mirror, PlainValidator(one_of(Mirror))] | None = None
    muscles: Muscles = Field(default_factory=list)
    stay: Contacts
    props: PropsForm = PropsForm()
    pose: Annotated[dict[str, Any], Field(min_length=1, max_length=12)]
    phases: PhasesForm
