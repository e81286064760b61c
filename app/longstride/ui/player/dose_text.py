"""A dose, its tempo and its side as they are read: values of a step to plain words."""

import re

from longstride.core.counting import counted
from longstride.core.durations import minutes_text
from longstride.core.flow.drill import Drill, Side, Sides, Unit
from longstride.core.flow.flow import Step
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.timeline import Span, SpanPhase
from longstride.ui.player.tempo_bar import Segment
from longstride.ui.widgets.text import capital

ROLES = {
    SpanPhase.ECCENTRIC: "coral",
    SpanPhase.STRETCHED: "amber",
    SpanPhase.CONCENTRIC: "sea",
    SpanPhase.CONTRACTED: "amber",
}
_SHORT = {"Lower": "down", "Stay": "pause", "Rise up": "up"}  # the words most drills share
_ROUND = "round"  # of a circle, which has no other words the other way
_STANDING = re.compile(r"(\w+ing) on the (?:left|right) (\w+)", re.IGNORECASE)
_MINUTE, _LONG = 60, 90  # s: from here on minutes are read


def dose_text(step: Step) -> str:
    """Return the dose in a few words, such as "6 each side" or "2 sets of 30 seconds"."""
    dose = step.dose
    if step.drill.is_fast:
        return counted(dose.sets, "run")
    sets = f"{dose.sets} sets of " if dose.sets > 1 else ""
    return capital(sets + _amount(step) + (" each side" if _each(step) else ""))


def _amount(step: Step) -> str:
    dose, reps = step.dose, step.dose.reps or 0
    if dose.breaths:
        return counted(dose.breaths, "breath")
    if dose.hold:
        return _time(dose.hold)
    if step.drill.unit is Unit.STEPS:
        return counted(reps, "step")
    if step.sides is Sides.ALTERNATE and not reps % 2:
        return str(reps // 2)
    if reps == 1 and dose.sets == 1:
        return "once"
    return str(reps) if _each(step) or dose.sets > 1 else counted(reps, "time")


def _each(step: Step) -> bool:
    """Return whether each side does so much; steps are counted with both feet."""
    return step.sides is Sides.EACH or (
        step.sides is Sides.ALTERNATE
        and step.drill.unit is not Unit.STEPS
        and bool(step.dose.reps)
        and not (step.dose.reps or 0) % 2
    )


def _time(duration: int) -> str:
    seconds = duration // 1000
    if not seconds % _MINUTE:
        return counted(seconds // _MINUTE, "minute")
    return minutes_text(duration) if seconds >= _LONG else counted(seconds, "second")


def rep_segments(step: Step, spans: tuple[Span, ...]) -> tuple[Segment, ...]:
    """Return the phases of a repetition that is under way, such as "4 down"."""
    return tuple(_of_span(step, span) for span in moving(spans))


def coming_segments(step: Step) -> tuple[Segment, ...]:
    """Return the phases of a repetition to come, the first with its unit: "4 seconds down"."""
    tempo = step.dose.tempo
    if tempo is None or not step.dose.reps:
        return ()
    made: list[Segment] = []
    for phase, length in tempo.phases(step.drill.starts_with):
        explosive = phase in tempo.explosive
        unit = "" if any(each.label[:1].isdigit() for each in made) else _unit(length)
        words = _label(_short(step.drill, phase), length, unit, explosive=explosive)
        made.append(Segment(words, length, ROLES[SpanPhase(phase.value)]))
    return tuple(made)


def moving(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the phases of a repetition among some spans."""
    return tuple(span for span in spans if span.phase in ROLES)


def side_text(drill: Drill, side: Side) -> tuple[str, str]:
    """Return "Left" and what it means in the drill's own words: "foot forward"."""
    words = drill.side_words(side)
    first, _, rest = words.partition(" ")
    if first.lower() in {each.value for each in Side}:
        return first.capitalize(), rest if rest != "side" else ""
    if found := _STANDING.fullmatch(words):
        return side.value.capitalize(), f"is the {found[1].lower()} {found[2]}"
    return side.value.capitalize(), words[:1].lower() + words[1:]


def _of_span(step: Step, span: Span) -> Segment:
    phase = Phase(span.phase.value)
    tempo = step.dose.tempo
    explosive = tempo is not None and phase in tempo.explosive
    word = _ROUND if span.reverse else _short(step.drill, phase)
    label = _label(word, span.length, explosive=explosive)
    return Segment(label, span.length, ROLES[span.phase])


def _short(drill: Drill, phase: Phase) -> str:
    word = drill.word(phase)
    return _SHORT.get(word, word[:1].lower() + word[1:])


def _label(word: str, length: int, unit: str = "", *, explosive: bool) -> str:
    return f"{word} fast" if explosive else f"{length // 1000}{unit} {word}"


def _unit(length: int) -> str:
    return " second" if length == 1000 else " seconds"
