"""What a flow's file says as its author fills it in, before it becomes a core value."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, PlainValidator, model_validator

from longstride.content.forms import MOST_DRILLS, Form, Place, Slug, Talking
from longstride.content.texts import Line, Lines, Name, Prose, SaidProse, Word
from longstride.core.flow.breath import Breath
from longstride.core.flow.saved import MOST_STEPS


def _minutes(value: object) -> tuple[int, int]:
    pair = value if isinstance(value, list) else [value, value]
    numbers = [item for item in pair if isinstance(item, int) and not isinstance(item, bool)]
    if len(pair) != 2 or len(numbers) != 2:
        raise ValueError("is not a number of minutes; write minutes = 5 or minutes = [12, 15]")
    least, most = numbers
    if not 1 <= least <= most <= 180:
        raise ValueError("is out of range; write the least and the most, between 1 and 180")
    return least, most


class BreathForm(Form):
    """The pace of the breath, in seconds."""

    inhale: Annotated[int, Field(alias="in", ge=1, le=14)] = 4
    exhale: Annotated[int, Field(alias="out", ge=1, le=14)] = 6

    @model_validator(mode="after")
    def _check_pace(self) -> Self:
        try:
            self.breath()
        except ValueError as error:
            raise ValueError(f"does not work: {error}") from None
        return self

    def breath(self) -> Breath:
        """Return the breath itself."""
        return Breath(self.inhale * 1000, self.exhale * 1000)


class FlowForm(Form):
    """What a flow's file says before its steps; steps and drills are read one by one."""

    tables: ClassVar[dict[str, type["Form"]]] = {"breath": BreathForm}

    id: Slug | None = None
    title: Name
    say: Name = ""
    line: Line = ""
    purpose: Prose = ""
    when: Line = ""
    level: Word = ""
    minutes: Annotated[tuple[int, int], PlainValidator(_minutes)] | None = None
    occasions: Lines = Field(default_factory=list)
    talk: Talking | None = None
    breath: BreathForm = BreathForm()
    opening: SaidProse = ""
    closing: SaidProse = ""
    place: Place = ""
    warm: Annotated[int, Field(ge=0, le=60)] = 0
    baseline: SaidProse = ""
    recheck: SaidProse = ""
    easier: Annotated[dict[str, Slug], Field(max_length=MOST_DRILLS)] = Field(default_factory=dict)
    shorten: bool = True
    step: Annotated[list[Any], Field(min_length=1, max_length=MOST_STEPS)]
    drill: Annotated[list[Any], Field(max_length=MOST_DRILLS)] = Field(default_factory=list)
