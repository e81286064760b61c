"""What a draft comes to, as the editor shows it; worked out off the GUI thread, free of Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from longstride.content.writing import commands
from longstride.core.durations import clock_text
from longstride.core.flow.talk import Talk
from longstride.ui.editor.remarks import remarks_of
from longstride.ui.editor.step_reading import one_of, step_view
from longstride.ui.editor.view import EditorView, Remark, Said, StepView
from longstride.ui.editor.words import dose_parts

if TYPE_CHECKING:
    from longstride.content.writing.draft import Draft
    from longstride.content.writing.looking import Look
    from longstride.core.flow.drill import Drill
    from longstride.core.timeline.timeline import Timeline

_TEXTS = ("title", "line", "purpose", "when", "level", "opening", "closing")


def read_view(draft: Draft, look: Look, catalogue: Mapping[str, Drill]) -> EditorView:
    """Return a draft and what comes of it, as the page shows it."""
    remarks = remarks_of(draft, look)
    steps = tuple(_steps(draft, look, catalogue, remarks))
    head = draft.head
    minutes = _minutes(head.get("minutes"))
    return EditorView(
        title=draft.name if draft.title.strip() else "",
        total=look.total if look.flow is not None else None,
        aim=_aim(minutes),
        steps=steps,
        words={key: _text(head.get(key)) for key in _TEXTS},
        minutes=minutes,
        talk=one_of(Talk, head.get("talk")),
        breath=_breath(head.get("breath")),
        sides=_sides(*look.sides),
        equipment=_equipment(look.equipment),
        remarks=tuple(remarks[None]),
        drills=draft.drills,
        is_sorted=commands.is_sorted(draft, catalogue),
        flow=look.flow if look.timeline is not None else None,
    )


def _steps(
    draft: Draft,
    look: Look,
    catalogue: Mapping[str, Drill],
    remarks: Mapping[int | None, list[Remark]],
) -> Iterator[StepView]:
    ranks, lengths = commands.ranks_of(draft, catalogue), look.lengths
    said = {} if look.timeline is None else _said(look.timeline, look.numbers)
    own = {str(each.get("id")) for each in draft.drills}
    for number, (values, rank) in enumerate(zip(draft.steps, ranks, strict=True)):
        step = step_view(values, look.known, own)
        step = replace(
            step,
            length=lengths.get(number, 0),
            rank=rank,
            said=said.get(number, ()),
            remarks=tuple(remarks[number]),
            parts=dose_parts(step),
        )
        yield step


def _said(timeline: Timeline, numbers: tuple[int, ...]) -> dict[int, tuple[Said, ...]]:
    """Return what is said in each step by its place in the draft, from its own beginning on."""
    starts: dict[int, int] = {}
    for span in timeline.spans:
        starts.setdefault(span.step, span.start)
    order = sorted(starts, key=starts.__getitem__)
    begins = [starts[step] for step in order]
    found: defaultdict[int, list[Said]] = defaultdict(list)
    for cue in timeline.cues:
        if cue.kind.is_speech and cue.text:
            place = bisect_left(begins, cue.at + 1) - 1
            if place >= 0:
                found[order[place]].append((max(0, cue.at - begins[place]), cue.text))
    return {
        numbers[step]: tuple(lines) for step, lines in found.items() if 0 <= step < len(numbers)
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _minutes(value: object) -> tuple[int, int] | None:
    pair = value if isinstance(value, list) else [value, value]
    numbers = [each for each in pair if isinstance(each, int)]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None


def _breath(value: object) -> tuple[int, int]:
    """Return the seconds in and out; the usual ones where there are no numbers."""
    told = value if isinstance(value, Mapping) else {}
    inhale, exhale = told.get("in", 4), told.get("out", 6)
    return (inhale, exhale) if type(inhale) is type(exhale) is int else (4, 6)


def _aim(minutes: tuple[int, int] | None) -> str:
    if minutes is None:
        return ""
    least, most = minutes
    return f"aim {least} min" if least == most else f"aim {least} to {most} min"


def _sides(left: int, right: int) -> str:
    """Return how the sides compare, "" where no side works by itself."""
    if not left and not right:
        return ""
    if abs(left - right) < 1000:
        return f"Left and right work for as long, {clock_text(left)} each."
    more, less = ("Left", "right") if left > right else ("Right", "left")
    return f"{more} works {clock_text(abs(left - right))} longer than {less}."


def _equipment(things: tuple[str, ...]) -> str:
    if not things:
        return "Nothing is needed."
    listed = things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
    return f"{listed[:1].upper()}{listed[1:]}: as the drills ask for."
