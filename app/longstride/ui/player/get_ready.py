"""Getting ready: how long it still is until the work, and the words that lead there. No Qt."""

from longstride.core.flow.drill import Side, told_for
from longstride.core.flow.flow import Flow
from longstride.core.timeline.phrases import capital
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import sentence, sentences
from longstride.core.timeline.timeline import Cue, Moment, Span, SpanPhase, Timeline
from longstride.ui.player.coming import coming_step, seen_step

PREPARING = frozenset({SpanPhase.SETUP, SpanPhase.CHANGE, SpanPhase.READY})
_TOLD = frozenset({Role.PLACE, Role.PREVIEW, Role.WARN})


def left_until_work(timeline: Timeline, moment: Moment) -> tuple[float, int]:
    """Return which part of getting ready is left, 0 to 1, and how many whole seconds."""
    start, end = _around(timeline, moment.span)
    left = end - moment.position
    return left / (end - start), -(-left // 1000)


def _around(timeline: Timeline, span: Span) -> tuple[int, int]:
    """Return from where to where one gets ready around a span: what comes before "ready" with it.

    What waits to be gone on from ends there.
    """
    spans, index = timeline.spans, timeline.span_index(span.start)
    if span.phase is SpanPhase.READY:
        before = spans[max(0, index - 1)]
        follows = before.phase in PREPARING and before.end not in timeline.waits
        return (before.start if follows else span.start), span.end
    after = spans[min(index + 1, len(spans) - 1)]
    follows = after.phase is SpanPhase.READY and span.end not in timeline.waits
    return span.start, after.end if follows else span.end


def setup_sentences(flow: Flow, timeline: Timeline, span: Span) -> tuple[str, ...]:
    """Return how to get into place for what a span leads to, or what a flow closes with.

    Where the voice tells it in short to those who know it, the short words are written too.
    """
    if span.phase is SpanPhase.CLOSE:
        return sentences(flow.closing)
    drill, leading = seen_step(flow, timeline, span).drill, _leading(timeline, span)
    told = tuple(cue.text for cue in _cues(timeline, leading) if cue.role in _TOLD)
    side = leading.side or Side.LEFT
    short = sentence(told_for(drill.again, side.value, side.other.value))
    written = told if short and short in told else sentences(drill.shown_setup(side))
    return tuple(map(capital, written))  # one may begin with the side it is told for


def lit_sentences(written: tuple[str, ...], said: Cue | None) -> frozenset[int]:
    """Return which of the written sentences the voice said last, if it was one of them."""
    heard = _plain(said.text) if said else ""
    found = (number for number, text in enumerate(written) if _plain(text) in heard)
    return frozenset(found) if heard else frozenset()


def _leading(timeline: Timeline, span: Span) -> Span:
    """Return the span in which the voice leads into place: this one, or one beside it."""
    index = timeline.span_index(span.start)
    if coming_step(timeline, span) is not None:
        return timeline.spans[index + 1]
    before = timeline.spans[max(0, index - 1)]
    return before if span.phase is SpanPhase.READY and before.phase in PREPARING else span


def _cues(timeline: Timeline, span: Span) -> list[Cue]:
    return [cue for cue in timeline.cues if span.start <= cue.at < span.end]


def _plain(text: str) -> str:
    return text.strip(" .!").lower()
