"""A flow back from its JSON in the journal, exactly as it was performed."""

from functools import cache

from pydantic import ConfigDict, TypeAdapter, ValidationError

from longstride.content.limits import least_length
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.drill import Dose
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.saved import MOST_STEPS, is_swollen

LONGEST = 6 * 3_600_000  # three hours, made lighter: half as much rest again
LONGEST_TEXT = 600
LONGEST_PHASE = 10_000
_MOST = 1000  # of anything that is counted


@cache
def _adapter() -> TypeAdapter[Flow | None]:
    # pydantic takes no config for a dataclass alone; "or nothing" makes it another type.
    return TypeAdapter(Flow | None, config=ConfigDict(str_max_length=LONGEST_TEXT))


def flow_from_json(text: str) -> Flow:
    """Return the flow that ``flow_to_json`` wrote; FlowError where the text is another.

    A journal may have been brought from elsewhere: what it holds is believed no more than a file.
    """
    if is_swollen(text):
        raise _refusal("")
    try:
        flow = _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        raise _refusal(".".join(str(part) for part in error.errors()[0]["loc"])) from error
    if flow is None or not _can_be_led(flow):
        raise _refusal("")
    return flow


def _refusal(where: str) -> FlowError:
    place = f" ({where[:60]})" if where else ""
    text = f"this saved flow cannot be read{place}; the session's own numbers are still good"
    return FlowError((Mistake("journal", 0, text),))


def _can_be_led(flow: Flow) -> bool:
    """Return whether a flow is one that a flow's file could have led to."""
    return (
        0 < len(flow.steps) <= MOST_STEPS
        and all(_is_possible(step) for step in flow.steps)
        and sum(least_length(step, flow.breath) for step in flow.steps) <= LONGEST
    )


def _is_possible(step: Step) -> bool:
    rests = (step.get_ready, step.change, step.rest)
    return (
        _is_a_dose(step.dose)
        and _is_a_dose(step.drill.dose)
        and all(0 <= rest <= LONGEST for rest in rests)
        and max(len(step.cues), len(step.drill.cues)) <= _MOST
    )


def _is_a_dose(dose: Dose) -> bool:
    counts = [count for count in (dose.reps, dose.hold, dose.breaths) if count is not None]
    return (
        len(counts) == 1
        and 0 < counts[0] <= (LONGEST if dose.hold else _MOST)
        and (dose.hold or 0) % 1000 == 0  # it is counted in seconds
        and (dose.reps is None) is (dose.tempo is None)
        and (dose.tempo is None or _is_a_tempo(dose))
        and 0 < dose.sets <= _MOST
        and 0 <= dose.rest <= LONGEST
    )


def _is_a_tempo(dose: Dose) -> bool:
    assert dose.tempo is not None, "a dose in repetitions has a tempo"
    phases = [length for _, length in dose.tempo.phases()]
    return bool(phases) and all(
        length % 1000 == 0 and 0 < length <= LONGEST_PHASE for length in phases
    )
