"""The words of a flow: what the voice would like to say, before anyone asks where it fits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from longstride.core.durations import number_word
from longstride.core.flow.drill import Drill, Unit
from longstride.core.flow.flow import Flow
from longstride.core.timeline.bouts import Bout

READY = "Ready."
BREATHE_IN = "Breathe in."
BREATHE_OUT = "Breathe out."
HALFWAY = "Halfway."
LAST_BREATH = "Last breath."
LAST_ONE = "Last one."
LAST_TWO = "Last two."
REST = "Rest."
CHANGE = "Change sides."
PRESS = "Press the space bar when you are ready."
EASE_OUT = "And ease out."
GOING_LIGHTER = "Going lighter from here."
BACK_TO_FULL = "Back to the full dose."


class Rank(IntEnum):
    """Who gets a place first; the last ones are dropped first."""

    ESSENTIAL = 0
    REP = 1
    PHASE = 2
    HALFWAY = 3
    CUE = 4
    COUNT = 5


@dataclass(frozen=True, slots=True)
class Length:
    """A rendered sentence as measured: its ms, and after how many ms the ear hears its beat."""

    ms: int
    onset: int = 0


Lengths = Mapping[str, Length]


def estimate(text: str) -> Length:
    """Return a generous guess for a sentence that has not been rendered yet."""
    return Length(350 + 75 * len(text))


def sentences(text: str) -> tuple[str, ...]:
    """Split a text where a speaker would take a breath."""
    return tuple(part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part)


def opening(flow: Flow) -> tuple[str, ...]:
    """Return what a flow begins with: its name and what to have at hand."""
    return f"{flow.spoken_title}.", *sentences(flow.opening)


def name_line(bout: Bout) -> str:
    """Return "Split squat. Left foot forward." or the name alone."""
    return " ".join(part for part in (f"{bout.drill.spoken_name}.", side_line(bout)) if part)


def side_line(bout: Bout) -> str:
    """Return which side works, or an empty string where both do at once."""
    if bout.alternate:
        return "Left and right in turn."
    return f"{bout.drill.side_words(bout.side)}." if bout.side else ""


def next_lines(drill: Drill) -> tuple[str, ...]:
    """Return how the next drill is announced, longest first."""
    return f"Next: {drill.spoken_name}.", f"{drill.spoken_name}."


def set_line(bout: Bout) -> str:
    """Return "Set two of three." or "Last set."."""
    if bout.set == bout.sets:
        return "Last set."
    return f"Set {number_word(bout.set)} of {number_word(bout.sets)}."


def rep_lines(bout: Bout, rep: int) -> tuple[str, ...]:
    """Return how a repetition after the first is announced, longest first."""
    side = bout.rep_side(rep)
    if bout.alternate and side is not None:
        return (f"{side.value.capitalize()}.",)
    noun = "Step" if bout.drill.unit is Unit.STEPS else "Rep"
    return f"{noun} {number_word(rep)}.", f"{number_word(rep).capitalize()}."


def seconds_line(seconds: int) -> str:
    """Return "Twenty seconds."."""
    return f"{number_word(seconds).capitalize()} seconds."


def minutes_left_line(minutes: int) -> str:
    """Return "Two minutes left."."""
    noun = "minute" if minutes == 1 else "minutes"
    return f"{number_word(minutes).capitalize()} {noun} left."


def count_word(second: int) -> str:
    """Return the spoken number of a second."""
    return number_word(second)
