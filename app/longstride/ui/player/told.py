"""What a screen reader is told of a flow it speaks for: each step, never the seconds. No Qt."""

from longstride.core.flow.drill import Side, Sides
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.script import sentence
from longstride.core.timeline.timeline import Span, SpanPhase, Timeline
from longstride.ui.player.coming import coming_step
from longstride.ui.player.dose_text import coming_segments, dose_text


def told(flow: Flow, timeline: Timeline, last: Span | None, span: Span) -> str:
    """Return what to say when a span begins, "" for nothing.

    ``last`` is the span before it, None where the flow has just been opened.
    """
    step = flow.steps[span.step]
    if last is None:
        return f"{flow.opening if span.step == 0 else ''} {_step(flow, step, span)}".strip()
    if _kind(last) == _kind(span):  # the same one, compiled anew
        return ""
    if span.phase is SpanPhase.CLOSE:
        return flow.closing
    if last.step != span.step:
        return _step(flow, step, span)
    return _within(flow, timeline, last, span)


def _within(flow: Flow, timeline: Timeline, last: Span, span: Span) -> str:
    if span.phase is SpanPhase.CHANGE:
        return f"Change sides. {_side(flow.steps[span.step], span)}".strip()
    if span.phase is SpanPhase.REST:
        coming = coming_step(timeline, span)
        return "Rest." if coming is None else f"Rest. Next: {flow.steps[coming].drill.name}."
    if span.phase.is_work and span.set != last.set and (span.set or 1) > 1:
        return f"Set {span.set} of {span.sets}."
    return ""


def _kind(span: Span) -> tuple[object, ...]:
    return (span.step, span.phase, span.side, span.set)


def _step(flow: Flow, step: Step, span: Span) -> str:
    parts = (
        f"Step {span.step + 1} of {len(flow.steps)}: {step.drill.name}.",
        _side(step, span),
        f"{dose_text(step)}.",
        sentence(", ".join(each.label for each in coming_segments(step))),
        step.drill.shown_setup(span.side or Side.LEFT),
    )
    return " ".join(part for part in parts if part)


def _side(step: Step, span: Span) -> str:
    if span.side is None or step.sides is not Sides.EACH:
        return ""
    return f"{step.drill.side_words(span.side)}."
