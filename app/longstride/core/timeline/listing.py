"""A timeline as others read it: the JSON of ``longstride show`` and lines for people."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from longstride.core.counting import counted
from longstride.core.durations import clock_text, minutes_text
from longstride.core.flow.flow import Flow
from longstride.core.timeline.timeline import Cue, CueKind, Dropped, Span, Timeline

_NONE: Mapping[str, str] = MappingProxyType({})
_QUIET = frozenset({CueKind.TICK, CueKind.IN, CueKind.OUT, CueKind.OPEN})


def as_json(timeline: Timeline, unspoken: Mapping[str, str] = _NONE) -> dict[str, object]:
    """Return what ``show --json`` prints; all times are ms.

    ``unspoken`` are sentences that could not be rendered, and why.
    """
    return {
        "flow": timeline.flow,
        "title": timeline.title,
        "duration_ms": timeline.duration,
        "spans": [_span(span) for span in timeline.spans],
        "breaths": [
            {"start": breath.start, "end": breath.end, "kind": breath.kind.value}
            for breath in timeline.breaths
        ],
        "cues": [_cue(timeline, cue) for cue in timeline.cues],
        "dropped": [_dropped(timeline, drop) for drop in timeline.dropped],
        "unspoken": [{"text": text, "reason": why} for text, why in unspoken.items()],
    }


def _cue(timeline: Timeline, cue: Cue) -> dict[str, object]:
    heard: dict[str, object] = {
        "at": cue.at,
        "end": cue.end,
        "kind": cue.kind.value,
        "text": cue.text,
    }
    if cue.role is not None:
        heard |= {"role": cue.role.value, "phase": _phase_at(timeline, cue.at)}
    return heard


def _dropped(timeline: Timeline, drop: Dropped) -> dict[str, object]:
    return {
        "at": drop.at,
        "step": drop.step,
        "text": drop.text,
        "role": drop.role.value if drop.role else None,
        "phase": _phase_at(timeline, drop.at),
        "reason": drop.reason,
    }


def _phase_at(timeline: Timeline, at: int) -> str:
    return timeline.spans[timeline.span_index(at)].phase.value


def as_lines(flow: Flow, timeline: Timeline, unspoken: Mapping[str, str] = _NONE) -> Iterator[str]:
    """Yield a listing for people: every span, and under it what is heard that matters.

    Last come what was dropped and what is ``unspoken``: what could not be rendered, and why.
    """
    steps = counted(len(flow.steps), "step")
    yield f"{flow.title} ({flow.id}): {minutes_text(timeline.duration)}, {steps}"
    yield f"You need: {', '.join(flow.equipment) or 'nothing'}."
    names = {step.drill.id: step.drill.name for step in flow.steps}
    step = None
    for span in timeline.spans:
        if span.step != step:
            step = span.step
            yield ""
            yield f"Step {step + 1}: {names.get(span.drill, span.drill)}"
        yield _span_line(span)
        for cue in timeline.cues:
            if span.start <= cue.at < span.end and cue.kind not in _QUIET:
                yield f"           {_instant(cue.at)}  {_cue_words(cue)}"
    yield ""
    yield from _dropped_lines(timeline)
    if unspoken:
        yield f"Not spoken, {len(unspoken)} in all:"
        yield from (f"  “{text}”: {why}" for text, why in unspoken.items())


def _span(span: Span) -> dict[str, object]:
    return {
        "start": span.start,
        "end": span.end,
        "step": span.step,
        "drill": span.drill,
        "side": span.side.value if span.side else None,
        "set": span.set,
        "rep": span.rep,
        "phase": span.phase.value,
    }


def _span_line(span: Span) -> str:
    parts = [f"{clock_text(span.start):>7}  {span.length / 1000:4.0f} s  {span.phase.value:<10}"]
    if span.side:
        parts.append(span.side.value)
    if span.sets and span.sets > 1:
        parts.append(f"set {span.set} of {span.sets}")
    if span.rep:
        parts.append(f"rep {span.rep} of {span.reps}")
    return "  ".join(parts).rstrip()


def _instant(at: int) -> str:
    return f"{clock_text(at)}.{at % 1000 // 100}"


def _cue_words(cue: Cue) -> str:
    if cue.role is not None:
        return f"{cue.role.value:<8} “{cue.text}”"
    return f"({cue.kind.value} {cue.text})".replace(" )", ")")


def _dropped_lines(timeline: Timeline) -> Iterator[str]:
    if not timeline.dropped:
        yield "Nothing was dropped."
        return
    yield f"Dropped, {len(timeline.dropped)} in all:"
    for drop in timeline.dropped:
        yield f"  {_instant(drop.at):>9}  “{drop.text}”: {drop.reason}"
