"""The tones explained aloud, once, before the first flow: what each sounds like and asks for."""

from longstride.core.durations import round_up
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.phrases import SoundPhrases
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import Said
from longstride.core.timeline.timeline import Cue, CueKind, SpanPhase
from longstride.core.timeline.writer import BREATHER, TimelineWriter

SWELL = 2000


def write_sounds(writer: TimelineWriter, bout: Bout, phrases: SoundPhrases, start: int) -> None:
    """Write each tone after the words that say what it means, as a span before the first set-up."""
    end = _say(writer, phrases.greeting, start)
    for text, kind, detail, times in (
        (phrases.ready, CueKind.READY, "", 1),
        (phrases.ticks, CueKind.TICK, "", 3),
        (phrases.change, CueKind.PHASE, Phase.ECCENTRIC.value, 1),
        (phrases.breath_in, CueKind.IN, "", 1),
        (phrases.breath_out, CueKind.OUT, "", 1),
        (phrases.finish, CueKind.FINISH, "", 1),
    ):
        at = round_up(_say(writer, text, end + BREATHER) + BREATHER)
        for turn in range(times):
            end = _sound(writer, kind, at + turn * 1000, detail)
    writer.span(bout, SpanPhase.SETUP, end)


def _say(writer: TimelineWriter, text: str, start: int) -> int:
    return writer.say_all((Said(Role.SOUNDS, text),), start)


def _sound(writer: TimelineWriter, kind: CueKind, at: int, detail: str) -> int:
    if kind in {CueKind.IN, CueKind.OUT}:
        writer.cues.append(Cue(at, at + SWELL, kind))
        return at + SWELL
    writer.tone(kind, at, detail)
    return at + 1000
