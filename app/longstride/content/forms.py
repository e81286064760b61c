"""The drill and flow files as their authors fill them in, before they become core values.

Each form says what may stand in a table and in what range. What needs two keys or two tables to
be judged is left to ``dosing``, ``drills`` and ``flows``.
"""

import re
from collections.abc import Callable, Iterable
from typing import Annotated, ClassVar, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from longstride.content.texts import (
    Line,
    Lines,
    Name,
    Prose,
    SaidLine,
    SaidLines,
    SaidProse,
    SaidWord,
)
from longstride.content.wording import not_one_of
from longstride.core.durations import parse_duration
from longstride.core.flow.body import BodyPlace
from longstride.core.flow.drill import OWN_TIME, Sides, Stage, Unit
from longstride.core.flow.flow import Count, First
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import Phase, Tempo, parse_tempo

AREAS = (
    "hip flexors",
    "glutes",
    "hamstrings",
    "quads",
    "adductors",
    "hips",
    "core",
    "ankles",
    "upper back",
)
PLACES = ("mat", "desk", "outdoors", "table")
STRAINED = tuple(place for place in BodyPlace if place is not BodyPlace.SOMEWHERE)
UNTIL_READY = "until I am ready"
REST_AFTER = 3000  # ms between a step and the next one's set-up
MOST_DRILLS = 200
_MOST_SECONDS = 600
FIRST_PHASES = (Phase.ECCENTRIC, Phase.CONCENTRIC)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

T = TypeVar("T", bound=str)


class Pause(NamedTuple):
    """A rest: a length in ms, or None for as long as the athlete likes."""

    length: int | None


def one_of(choices: Iterable[T]) -> Callable[[object], T]:
    """Return a reader of one word out of ``choices``, whatever its case."""
    by_word = {str(choice): choice for choice in choices}

    def read(value: object) -> T:
        word = value.strip().lower() if isinstance(value, str) else None
        if word not in by_word:
            raise ValueError(not_one_of(value, by_word))
        return by_word[word]

    return read


def _length(least: int, most: int) -> Callable[[object], int]:
    """Return a reader of lengths of time from ``least`` to ``most`` seconds, giving ms."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise ValueError('is not a length of time; write 30, "30s" or "1:30"')
        if isinstance(value, str):
            value = _seconds(value)
        if not least <= value <= most:
            raise ValueError(f"is out of range; choose {least} to {most} seconds")
        return value * 1000

    return read


def _seconds(text: str) -> int:
    try:
        return parse_duration(text) // 1000
    except ValueError:
        raise ValueError('is not a length of time; write 30, "30s" or "1:30"') from None


def _pause(value: object) -> Pause:
    if isinstance(value, str) and value.strip().lower() == UNTIL_READY.lower():
        return Pause(None)
    try:
        return Pause(_length(0, _MOST_SECONDS)(value))
    except ValueError as error:
        raise ValueError(f'{error}; or write "{UNTIL_READY}"') from None


def _tempo(value: object) -> Tempo:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if value < 100_000 else ""
    try:
        return parse_tempo(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(
            'is not a tempo; write four digits such as "4-1-2-0": lowering, pause, rising, '
            "pause, with X for as fast as control allows; lowering and rising last at least "
            "one second"
        ) from None


def _slug(value: object) -> str:
    if isinstance(value, str) and len(value) <= 60 and SLUG.fullmatch(value):
        return value
    raise ValueError('is not an id; write lower-case words with hyphens, such as "my-hips"')


Areas = Annotated[list[Annotated[str, PlainValidator(one_of(AREAS))]], Field(max_length=len(AREAS))]
Strained = Annotated[BodyPlace, PlainValidator(one_of(STRAINED))]
Slug = Annotated[str, PlainValidator(_slug)]
Rest = Annotated[Pause, PlainValidator(_pause)]
Side = Annotated[Sides, PlainValidator(one_of(Sides))]
Place = Annotated[str, PlainValidator(one_of(PLACES))]
Talking = Annotated[Talk, PlainValidator(one_of(Talk))]


class Form(BaseModel):
    """A table of a file; ``tables`` are the forms of the tables inside it."""

    model_config = ConfigDict(extra="forbid", strict=True)
    tables: ClassVar[dict[str, type["Form"]]] = {}

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """Return the keys that may stand in this table."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())


class DoseForm(Form):
    """How much: what a drill and a step both may say."""

    reps: Annotated[int, Field(ge=1, le=100)] | None = None
    tempo: Annotated[Tempo, PlainValidator(_tempo)] | None = None
    hold: Annotated[int, PlainValidator(_length(3, _MOST_SECONDS))] | None = None
    breaths: Annotated[int, Field(ge=1, le=60)] | None = None
    sets: Annotated[int, Field(ge=1, le=10)] | None = None
    rest: Rest | None = None


class WordsForm(Form):
    """What a drill calls its phases."""

    eccentric: SaidWord | None = None
    stretched: SaidWord | None = None
    concentric: SaidWord | None = None
    contracted: SaidWord | None = None


class WithoutBandForm(Form):
    """What a drill with a band is where there is none."""

    name: Name
    say: Name = ""
    setup: SaidProse
    cues: SaidLines = []


class DrillForm(DoseForm):
    """A drill's own file."""

    tables: ClassVar[dict[str, type["Form"]]] = {
        "words": WordsForm,
        "without_band": WithoutBandForm,
    }

    id: Slug | None = None
    name: Name
    say: Name = ""
    aliases: Lines = []
    stage: Annotated[Stage, PlainValidator(one_of(Stage))]
    side: Side = Sides.BOTH
    unit: Annotated[Unit, PlainValidator(one_of(Unit))] | None = None
    position: Line = ""
    equipment: Lines = []
    instead: Annotated[dict[str, Line], Field(max_length=8)] = {}
    areas: Areas = []
    strains: Annotated[list[Strained], Field(max_length=len(STRAINED))] = []
    purpose: Prose = ""
    setup: SaidProse
    cues: SaidLines = []
    feel: Prose = ""
    avoid: Prose = ""
    move: SaidProse = ""
    again: SaidLine = ""
    exit: SaidLine = ""
    warn: SaidLine = ""
    feel_short: SaidLine = ""
    rest_word: SaidWord = ""
    reverse: SaidLine = ""
    one_leg: bool = False
    travels: bool = False
    trigger: Annotated[str, PlainValidator(one_of((OWN_TIME,)))] = ""
    places: Annotated[list[Place], Field(max_length=len(PLACES))] = []
    without_band: WithoutBandForm | None = None
    easier: Slug | None = None
    harder: Slug | None = None
    starts_with: Annotated[Phase, PlainValidator(one_of(FIRST_PHASES))] = Phase.ECCENTRIC
    words: WordsForm = WordsForm()
    paced: bool = True
    test: bool = False
    left: SaidLine = ""
    right: SaidLine = ""
    figure: Slug = ""


class OwnDrillForm(DrillForm):
    """A ``[[drill]]`` inside a flow's file; it has no file name to take its id from."""

    id: Slug


class StepForm(DoseForm):
    """A ``[[step]]``; whatever it leaves out is the drill's own."""

    drill: Slug
    side: Side | None = None
    get_ready: Annotated[int, PlainValidator(_length(0, 120))] = 8000
    change: Annotated[int, PlainValidator(_length(0, 120))] = 6000
    rest_after: Rest = Pause(REST_AFTER)
    cues: SaidLines | None = None
    talk: Talking | None = None
    first: Annotated[First, PlainValidator(one_of(First))] = First.TURN_ABOUT
    count: Annotated[Count, PlainValidator(one_of(Count))] | None = None
    fetch: SaidLine = ""
    put_away: SaidLine = ""
    round: Annotated[int, Field(ge=0, le=20)] = 0
    easier: Slug = ""
    keep: bool = False
