"""The words of a dose in the editor: plain, and in the order in which it is done."""

from longstride.core.counting import counted
from longstride.core.flow.drill import Sides
from longstride.core.flow.flow import First
from longstride.core.flow.tempo import parse_tempo
from longstride.ui.editor.view import Amount, EditorView, StepView

SIDE_WORDS = {
    Sides.BOTH: "both",
    Sides.EACH: "each",
    Sides.LEFT: "left",
    Sides.RIGHT: "right",
    Sides.ALTERNATE: "in turn",
}
FIRST_WORDS = {
    First.LEFT: "left",
    First.RIGHT: "right",
    First.TURN_ABOUT: "another each time",
}
_SIDE_PARTS = {
    Sides.EACH: "each side",
    Sides.LEFT: "left side",
    Sides.RIGHT: "right side",
    Sides.ALTERNATE: "in turn",
}
_PARTS = ("down", "pause", "up", "pause")


def tempo_words(tempo: str, *, rises_first: bool = False) -> str:
    """Return a tempo as it is done, such as "4 down, 1 pause, 2 up"; "" for none."""
    try:
        digits = str(parse_tempo(tempo)).split("-")
    except ValueError:
        return ""
    pairs = list(zip(digits, _PARTS, strict=True))
    if rises_first:
        pairs = pairs[2:] + pairs[:2]
    return ", ".join(_phase(digit, name) for digit, name in pairs if digit != "0")


def _phase(digit: str, name: str) -> str:
    return f"fast {name}" if digit == "X" else f"{digit} {name}"


def dose_parts(step: StepView) -> tuple[str, ...]:
    """Return a step's dose in a few words each."""
    if step.amount is Amount.REPS:
        amount = counted(step.reps, "rep")
    elif step.amount is Amount.BREATHS:
        amount = counted(step.breaths, "breath")
    else:
        amount = f"{step.hold} s"
    if step.sets > 1:
        amount = f"{step.sets} × {amount}"
    tempo = step.amount is Amount.REPS and tempo_words(step.tempo, rises_first=step.rises_first)
    return tuple(part for part in (amount, tempo, _SIDE_PARTS.get(step.side)) if part)


def count_words(view: EditorView) -> str:
    """Return how many mistakes and warnings there are, "" for none."""
    parts = []
    if view.mistakes:
        parts.append(counted(len(view.mistakes), "mistake"))
    if view.warnings:
        parts.append(counted(len(view.warnings), "warning"))
    return ", ".join(parts)
