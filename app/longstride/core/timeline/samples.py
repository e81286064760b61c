"""Short timelines to hear the voice and the tones by, before a flow is started."""

from longstride.core.flow.breath import BreathKind
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.lengths import Length
from longstride.core.timeline.timeline import TONE_LENGTHS, Cue, CueKind, Span, SpanPhase, Timeline


def voice_sample(text: str, length: Length) -> Timeline:
    """Return a sample sentence, half a second in."""
    return _sample(Cue(500, 500 + length.ms, CueKind.SAY, text))


def tones_sample() -> Timeline:
    """Return every tone once, in the order a flow has them."""
    tones = [(CueKind.READY, 500, ""), (CueKind.PHASE, 1500, Phase.ECCENTRIC.value)]
    tones += [(CueKind.TICK, 2500, ""), (CueKind.TICK, 3500, "")]
    tones += [(CueKind.PHASE, 4500, Phase.CONCENTRIC.value)]
    cues = [Cue(at, at + TONE_LENGTHS[kind], kind, text) for kind, at, text in tones]
    cues += [Cue(5500, 7500, CueKind(BreathKind.IN.value))]
    cues += [Cue(7500, 10_500, CueKind(BreathKind.OUT.value))]
    return _sample(*cues, Cue(10_500, 11_400, CueKind.FINISH))


def _sample(*cues: Cue) -> Timeline:
    end = cues[-1].end + 500
    # Ticks stand on whole seconds of their span, which begins with the first of them.
    first = cues[0].at
    spans = (
        Span(0, first, 0, "sample", SpanPhase.READY),
        Span(first, end, 0, "sample", SpanPhase.CLOSE),
    )
    return Timeline("sample", "Sample", spans, cues)
