"""A timeline as others read it: the JSON of ``longstride show`` and lines for people."""

from collections.abc import Iterator

from longstride.core.durations import clock_text, minutes_text
from longstride.core.flow import Flow
from longstride.core.session import Session, StepRecord
from longstride.core.timeline import Cue, CueKind, Span, Timeline

_QUIET = frozenset({CueKind.TICK, CueKind.IN, CueKind.OUT, CueKind.OPEN})


def as_json(timeline: Timeline) -> dict[str, object]:
    """Return what ``show --json`` prints; all times are ms."""
    return {
        "flow": timeline.flow,
        "title": timeline.title,
        "duration_ms": timeline.duration,
        "spans": [_span(span) for span in timeline.spans],
        "breaths": [
            {"start": breath.start, "end": breath.end, "kind": breath.kind.value}
            for breath in timeline.breaths
        ],
        "cues": [
            {"at": cue.at, "end": cue.end, "kind": cue.kind.value, "text": cue.text}
            for cue in timeline.cues
        ],
        "dropped": [
            {"at": drop.at, "step": drop.step, "text": drop.text, "reason": drop.reason}
            for drop in timeline.dropped
        ],
    }


def as_lines(flow: Flow, timeline: Timeline) -> Iterator[str]:
    """Yield a listing for people: every span, and under it what is heard that matters."""
    yield f"{flow.title} ({flow.id}): {minutes_text(timeline.duration)}, {len(flow.steps)} steps"
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


def session_as_json(session: Session) -> dict[str, object]:
    """Return what ``history --json`` prints of one session."""
    after = session.after
    return {
        "id": str(session.id),
        "flow": session.flow,
        "title": session.title,
        "day": session.day.isoformat(),
        "started": session.started.isoformat(),
        "ended": session.ended.isoformat() if session.ended else None,
        "seconds": session.seconds,
        "stiffness_before": session.stiffness_before,
        "stiffness_after": after.stiffness if after else None,
        "effort": after.effort if after else None,
        "pain": after.pain.kind.value if after else None,
        "pain_where": after.pain.where if after else "",
        "note": after.note if after else "",
        "lighter_from": session.lighter_from,
        "next_step": session.next_step,
        "step_count": session.step_count,
        "steps": [_step(step) for step in session.steps],
    }


def _step(step: StepRecord) -> dict[str, object]:
    return {
        "step": step.step,
        "drill": step.drill,
        "side": step.side.value if step.side else None,
        "sets": step.sets,
        "reps": step.reps,
        "seconds": step.seconds,
        "eccentric_seconds": step.eccentric_seconds,
        "outcome": step.outcome.value,
    }


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
    if cue.kind.is_speech:
        return f"“{cue.text}”"
    return f"({cue.kind.value} {cue.text})".replace(" )", ")")


def _dropped_lines(timeline: Timeline) -> Iterator[str]:
    if not timeline.dropped:
        yield "Nothing was dropped."
        return
    yield f"Dropped, {len(timeline.dropped)} in all:"
    for drop in timeline.dropped:
        yield f"  {_instant(drop.at):>9}  “{drop.text}”: {drop.reason}"
