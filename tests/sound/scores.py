"""Small timelines to listen to."""

from longstride.core.timeline.timeline import TONE_LENGTHS, Cue, CueKind, Span, SpanPhase, Timeline

LEAD_IN = 500


def ticks(seconds: int) -> Timeline:
    """Return a tick each second from half a second on."""
    return score(*(tone(CueKind.TICK, LEAD_IN + 1000 * n) for n in range(seconds)), seconds=seconds)


def score(*cues: Cue, seconds: int) -> Timeline:
    """Return cues over one long hold that begins after the lead-in and lasts so many seconds."""
    end = LEAD_IN + 1000 * seconds
    spans = (
        Span(0, LEAD_IN, 0, "leg-rock", SpanPhase.READY),
        Span(LEAD_IN, end, 0, "leg-rock", SpanPhase.HOLD),
    )
    return Timeline("ticks", "Ticks", spans, cues)


def tone(kind: CueKind, at: int, text: str = "", length: int | None = None) -> Cue:
    """Return a cue of its usual length."""
    return Cue(at, at + (length or TONE_LENGTHS[kind]), kind, text)


def gapped_ticks(seconds: int) -> Timeline:
    """Return ticks 1 s and 2 s apart by turns, so that a place can be told from the next one."""
    kept = [n for n in range(seconds) if n % 3]
    return score(*(tone(CueKind.TICK, LEAD_IN + 1000 * n) for n in kept), seconds=seconds)


def hum() -> Timeline:
    """Return one breath in that takes half a minute."""
    return score(tone(CueKind.IN, LEAD_IN, length=30_000), seconds=31)
