"""What is wrong or unwise in a draft, each at its field, with what mends it where that is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from longstride.core.flow.drill import SAME
from longstride.ui.editor.field_words import field_words
from longstride.ui.editor.view import Remark
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import SetFlow, SetStep, SortStages, WriteDrill

if TYPE_CHECKING:
    from longstride.content.writing.draft import Draft
    from longstride.content.writing.looking import Look, Placed


_PLAIN = {"title": "Give it a title", "step": "Add a drill"}


def remarks_of(draft: Draft, look: Look) -> Mapping[int | None, list[Remark]]:
    """Return the remarks by the step they stand under, None for those on the flow."""
    found: defaultdict[int | None, list[Remark]] = defaultdict(list)
    for stops, places in ((True, look.mistakes), (False, look.warnings)):
        for each in places:
            remark = _remark(draft, look, each, stops=stops)
            found[remark.step].append(remark)
    return found


def _remark(draft: Draft, look: Look, placed: Placed, *, stops: bool) -> Remark:
    if placed.drill is not None:
        return _of_a_drill(draft, look, placed, stops=stops)
    step = placed.step
    if step is not None and step >= len(draft.steps):
        step = None
    remedy, wish = _mend(draft, look, placed, step)
    text = field_words(placed.text, look.known)
    if _is_missing(draft, placed):
        text = _PLAIN.get(placed.key, text)
    return Remark(text, stops, step, placed.key, remedy, wish)


def _is_missing(draft: Draft, placed: Placed) -> bool:
    """Whether something is asked for that a new flow begins without."""
    if placed.key == "step":
        return not draft.steps
    return placed.step is None and not draft.head.get(placed.key)


def _of_a_drill(draft: Draft, look: Look, placed: Placed, *, stops: bool) -> Remark:
    """Return a remark on one of the flow's own drills, under the first step that does it."""
    number = placed.drill or 0
    drill = str(draft.drills[number].get("id", "")) if number < len(draft.drills) else ""
    steps = [at for at, step in enumerate(draft.steps) if step.get("drill") == drill]
    name = str(draft.drills[number].get("name", drill)) if number < len(draft.drills) else ""
    text = field_words(placed.text, look.known)
    text = f"{name}: {text}" if name else text
    step = steps[0] if steps else None
    wish = WriteDrill(drill)
    return Remark(text, stops, step, placed.key, "Change the drill", wish, drill)


def _mend(
    draft: Draft, look: Look, placed: Placed, step: int | None
) -> tuple[str, Intention | None]:
    """Return what mends it and how, nothing where only its author knows."""
    text, key = placed.text, placed.key
    if "cannot come after" in text:
        return "Sort by stage", SortStages()
    if step is not None and "going lighter cannot take" in text:
        return "Keep the drill", SetStep(step, {"easier": SAME})
    if step is not None and key == "keep":
        return "Take keep out", SetStep(step, {"keep": None})
    if key == "minutes":
        return "As measured", SetFlow({"minutes": None})
    if key == "opening" and "does not name" in text:
        return "Name it", SetFlow({"opening": _naming(draft, look)})
    return "", None


def _naming(draft: Draft, look: Look) -> str:
    """Return the opening with a sentence for what it does not name yet."""
    opening = str(draft.head.get("opening", "")).strip()
    untold = [thing for thing in look.equipment if thing.lower() not in opening.lower()]
    listed = ", ".join(untold[:-1]) + (" and " if untold[:-1] else "") + untold[-1]
    return f"{opening} Have at hand: {listed}.".strip()
