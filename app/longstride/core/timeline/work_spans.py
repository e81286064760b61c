"""The work of one bout: beats, breaths and the words wished for among them."""

from longstride.core.flow.breath import SHORTEST_CYCLE, BreathKind
from longstride.core.flow.drill import Side
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import Phase
from longstride.core.timeline import script
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.script import Rank
from longstride.core.timeline.timeline import CueKind, SpanPhase
from longstride.core.timeline.writer import BREATHER, Line, TimelineWriter

COUNTED_REP = 5000  # shorter repetitions are too brisk to have their seconds counted
HALFWAY_HOLD = 20_000
HALFWAY_REPS = 6
TOLD_SECONDS = 90_000  # a free hold up to here tells its seconds, a longer one its minutes

Phases = tuple[tuple[Phase, int], ...]


def write_work(writer: TimelineWriter, bout: Bout, talk: Talk) -> list[Line]:
    """Write a bout's beats and return the words wished for among them, first come first."""
    if bout.tempos:
        lines = _write_reps(writer, bout, talk)
    elif bout.breaths:
        lines = _write_hold(writer, bout, talk)
    else:
        lines = _write_free_hold(writer, bout, talk)
    return sorted(lines, key=lambda line: (line.rank, line.at)) if talk.speaks else []


def _write_reps(writer: TimelineWriter, bout: Bout, talk: Talk) -> list[Line]:
    lines: list[Line] = []
    cued = _cue_places(len(bout.tempos))
    for rep, tempo in enumerate(bout.tempos, start=1):
        start = writer.now
        phases = tempo.phases(bout.drill.starts_with)
        counted = talk.counts and tempo.rep >= COUNTED_REP
        for order, (phase, length) in enumerate(phases):
            if rep == 1 or (counted and order):
                lines.append(Line(writer.now, Rank.PHASE, (f"{bout.drill.word(phase)}.",)))
            if counted:
                lines += _second_counts(writer.now, length)
            _write_phase(writer, bout, phase, length, rep)
        if tempo.rep >= SHORTEST_CYCLE:
            _write_rep_breath(writer, start, phases)
        lines += _rep_words(bout, talk, rep, start)
        if rep in cued:
            lines += _cue_line(bout, talk, cued.index(rep), start + 2 * BREATHER)
    return lines


def _write_phase(writer: TimelineWriter, bout: Bout, phase: Phase, length: int, rep: int) -> None:
    """Write one phase: its span, the sound of the change and a tick on each second inside."""
    at = writer.now
    writer.tone(CueKind.PHASE, at, phase.value)
    for tick in range(at + 1000, at + length, 1000):
        writer.tone(CueKind.TICK, tick)
    writer.span(bout, SpanPhase(phase.value), at + length, rep, bout.rep_side(rep))


def _write_rep_breath(writer: TimelineWriter, start: int, phases: Phases) -> None:
    """Let the breath follow the phases: in while lowering, out while rising."""
    halves: list[tuple[BreathKind, int]] = []
    for phase, length in phases:
        lowering = phase in {Phase.ECCENTRIC, Phase.STRETCHED}
        kind = BreathKind.IN if lowering else BreathKind.OUT
        if halves and halves[-1][0] is kind:
            halves[-1] = (kind, halves[-1][1] + length)
        else:
            halves.append((kind, length))
    at = start
    for kind, length in halves:
        writer.breath(kind, at, at + length)
        at += length


def _rep_words(bout: Bout, talk: Talk, rep: int, start: int) -> list[Line]:
    """Return how the start of a repetition is announced; the first has its phase's word."""
    total = len(bout.tempos)
    if rep == 1:
        return []
    if rep == total and not bout.alternate:
        return [Line(start, Rank.ESSENTIAL, (script.LAST_ONE,))]
    if bout.alternate and rep == total - 1 and total > 2:
        return [Line(start, Rank.ESSENTIAL, (script.LAST_TWO,))]
    if talk.counts or (bout.alternate and rep == 2):
        return [Line(start, Rank.REP, script.rep_lines(bout, rep))]
    if total >= HALFWAY_REPS and rep == total // 2 + 1:
        return [Line(start, Rank.HALFWAY, (script.HALFWAY,))]
    return []


def _second_counts(at: int, length: int) -> list[Line]:
    return [
        Line(at + second * 1000, Rank.COUNT, (script.count_word(second + 1),), CueKind.COUNT)
        for second in range(1, length // 1000)
    ]


def _write_hold(writer: TimelineWriter, bout: Bout, talk: Talk) -> list[Line]:
    """Write a hold: whole breaths, the last three seconds ticking."""
    start = at = writer.now
    inhales: list[int] = []
    for breath in bout.breaths:
        inhales.append(at)
        writer.breath(BreathKind.IN, at, at + breath.inhale)
        writer.breath(BreathKind.OUT, at + breath.inhale, at + breath.cycle)
        at += breath.cycle
    writer.tone(CueKind.PHASE, start, SpanPhase.HOLD.value)
    for tick in range(at - 3000, at, 1000):
        writer.tone(CueKind.TICK, tick)
    writer.span(bout, SpanPhase.HOLD, at, side=bout.side)
    return _hold_words(bout, talk, inhales, at)


def _write_free_hold(writer: TimelineWriter, bout: Bout, talk: Talk) -> list[Line]:
    """Write a hold whose breath is free: each second ticks in a short one, each fifth in a long."""
    start, end = writer.now, writer.now + bout.hold
    writer.tone(CueKind.PHASE, start, SpanPhase.HOLD.value)
    beat = 1000 if bout.hold <= TOLD_SECONDS else 5000
    ticks = {*range(start + beat, end, beat), *range(max(end - 3000, start + 1000), end, 1000)}
    for tick in sorted(ticks):
        writer.tone(CueKind.TICK, tick)
    writer.span(bout, SpanPhase.HOLD, end, side=bout.side)
    lines = _told_time(start, bout.hold)
    if talk.counts:
        lines += _last_counts(end)
    for turn, place in enumerate((0.12, 0.62)):
        lines += _cue_line(bout, talk, turn, start + int(place * bout.hold))
    return lines


def _told_time(start: int, hold: int) -> list[Line]:
    """Return the time as it is told aloud: tens of seconds passed, or the minutes left."""
    if hold <= TOLD_SECONDS:
        return [
            Line(start + passed, Rank.REP, (script.seconds_line(passed // 1000),))
            for passed in range(10_000, hold - 3000, 10_000)
        ]
    return [
        Line(start + hold - left, Rank.REP, (script.minutes_left_line(left // 60_000),))
        for left in range(60_000, hold, 60_000)
    ]


def _last_counts(end: int) -> list[Line]:
    return [
        Line(end - left * 1000, Rank.COUNT, (script.count_word(left),), CueKind.COUNT)
        for left in (3, 2, 1)
    ]


def _hold_words(bout: Bout, talk: Talk, inhales: list[int], end: int) -> list[Line]:
    start, count = inhales[0], len(inhales)
    lines = [
        Line(start, Rank.ESSENTIAL, (script.BREATHE_IN,)),
        Line(start + bout.breaths[0].inhale, Rank.PHASE, (script.BREATHE_OUT,)),
    ]
    if count > 2:
        lines.append(Line(inhales[-1], Rank.ESSENTIAL, (script.LAST_BREATH,)))
    if end - start >= HALFWAY_HOLD:
        lines.append(Line((start + end) // 2, Rank.HALFWAY, (script.HALFWAY,)))
    if talk.counts:
        lines += _last_counts(end)
    for turn, breath in enumerate(_cue_places(count)):
        lines += _cue_line(bout, talk, turn, inhales[breath - 1] + 2 * BREATHER)
    return lines


def _cue_line(bout: Bout, talk: Talk, turn: int, earliest: int) -> list[Line]:
    """Return the cue whose turn it is; sets and sides take the cues in rotation."""
    if not (talk.coaches and bout.cues):
        return []
    sides = 2 if bout.side else 1
    order = (bout.set - 1) * sides + (1 if bout.side is Side.RIGHT else 0)
    cue = bout.cues[(order + turn) % len(bout.cues)]
    return [Line(earliest, Rank.CUE, (f"{cue.rstrip('.')}.",))]


def _cue_places(units: int) -> tuple[int, ...]:
    """Return in which repetitions or breaths a cue is wished for: the second, and one later."""
    if units < 2:
        return (1,)
    if units < HALFWAY_REPS:
        return (2,)
    return (2, units * 2 // 3 + 1)
