"""What a rest leads to: a function of the timeline, without Qt."""

from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.timeline import Span, SpanPhase, Timeline


def coming_step(timeline: Timeline, span: Span) -> int | None:
    """Return the step that a rest between two steps leads to; None anywhere else."""
    index = timeline.span_index(span.start)
    if span.phase is not SpanPhase.REST or index + 1 == len(timeline.spans):
        return None
    following = timeline.spans[index + 1]
    closing = following.phase is SpanPhase.CLOSE
    return None if closing or following.step == span.step else following.step


def seen_step(flow: Flow, timeline: Timeline, span: Span) -> Step:
    """Return the step whose figure is seen: between two steps already the coming one."""
    coming = coming_step(timeline, span)
    return flow.steps[span.step if coming is None else coming]
