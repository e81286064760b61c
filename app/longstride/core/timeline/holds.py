"""Holds: whole breaths, or seconds where the breath is free, and what is said among them."""

from collections.abc import Iterable, Iterator

from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Stage
from longstride.core.flow.flow import Count
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.phrases import capital
from longstride.core.timeline.returning import write_return
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import CueKind, SpanPhase
from longstride.core.timeline.told import (
    BURST,
    Told,
    around,
    cue_line,
    feel_line,
    is_burst,
    is_coached_before,
    wished_cues,
)
from longstride.core.timeline.writer import Line, Rank, TimelineWriter, Window

HALFWAY_HOLD = 20_000
LAST_QUIET = 5000  # ms at the end of a hold without a cue
SILENT_BREATH = 3  # every third is left in silence
TOLD_SECONDS = 90_000  # a free hold up to here tells its seconds, a longer one its minutes
HALF_A_MINUTE = 30_000
BURST_CUE = 4000
TWO_CUES = (0.12, 0.62)  # where in a free hold of up to TOLD_SECONDS its cues begin
TOLD_ALWAYS = 60_000  # ms; a longer run would be mute for too long
AFTER_WORD = 700  # ms after a word of the breath
WORD_ROOM = 3000
LAST_TICKS = 3000  # ms at the end of a hold that tick, each second


def write_breath_hold(writer: TimelineWriter, bout: Bout, told: Told) -> list[Line]:
    """Write a hold of whole breaths, the last three seconds ticking; return its words."""
    inhales: list[int] = []
    at = writer.now
    for index, breath in enumerate(bout.breaths):
        if index in told.returns:
            if at > writer.now:
                writer.span(bout, SpanPhase.HOLD, at, side=bout.side)
            write_return(writer, bout, told.returns[index], bout.side, told)
            at = writer.now
        if index == 0 or index in told.returns:
            writer.tone(CueKind.PHASE, at, SpanPhase.HOLD.value)
        inhales.append(at)
        writer.breath(BreathKind.IN, at, at + breath.inhale)
        writer.breath(BreathKind.OUT, at + breath.inhale, at + breath.cycle)
        at += breath.cycle
    for tick in range(at - LAST_TICKS, at, 1000):
        writer.tone(CueKind.TICK, tick)
    writer.span(bout, SpanPhase.HOLD, at, side=bout.side)
    return [*_hold_words(bout, told, inhales, at)]


def _hold_words(bout: Bout, told: Told, inhales: list[int], end: int) -> Iterator[Line]:
    start, count, phrases = inhales[0], len(inhales), told.phrases
    exhales = [at + breath.inhale for at, breath in zip(inhales, bout.breaths, strict=True)]
    begin = bout.drill.words.get(Phase.CONCENTRIC)
    if begin:
        yield Line(start, Rank.ESSENTIAL, Role.PHASE, f"{begin}.")
    yield Line(
        start, Rank.ESSENTIAL, Role.BREATH, phrases.breathe_in, windows=((start, start + 1500),)
    )
    yield Line(exhales[0], Rank.ESSENTIAL, Role.BREATH, phrases.breathe_out)
    if count > 1 and bout.count is not Count.NONE:
        yield Line(inhales[-1], Rank.ESSENTIAL, Role.BREATH, phrases.last_breath)
    effort = bout.drill.stage is Stage.STABILITY
    if effort and told.says.marks and end - start >= HALFWAY_HOLD:
        yield Line((start + end) // 2, Rank.MARK, Role.MARK, phrases.halfway)
    yield from _hold_cues(bout, told, inhales, exhales, end)


def _hold_cues(
    bout: Bout, told: Told, inhales: list[int], exhales: list[int], end: int
) -> Iterator[Line]:
    """Yield what is felt and the key cue with the second breath, then one cue a breath."""
    if bout.drill.test:
        return
    cues = wished_cues(bout, told)
    halves = {BreathKind.IN: inhales, BreathKind.OUT: exhales}
    latest = end - LAST_QUIET
    breaths = [*_cued_breaths(len(inhales))]
    for breath, (index, (half, text)) in zip(breaths, enumerate(cues), strict=False):
        rank = Rank.SECOND_CUE if index else Rank.CUE
        at = halves[half if isinstance(half, BreathKind) else BreathKind.OUT][breath]
        room = (at + AFTER_WORD, min(at + WORD_ROOM, latest - 1000))
        windows: list[Window] = [room] if breath == 0 else [*around(at), room]
        if len(inhales) > 1:
            windows.append((inhales[-1] + AFTER_WORD, latest - 1000))
        yield cue_line(text, rank, windows)
    if told.says.feel and bout.drill.feel_short and len(inhales) > 2:
        windows = [(at, min(at + WORD_ROOM, latest - 1000)) for at in inhales[1:-1]]
        yield feel_line(bout, told, windows)


def _cued_breaths(count: int) -> Iterator[int]:
    """Yield which breaths (from 0) get a cue: from the second on, each third left in silence."""
    if count <= 2:
        yield 0
        return
    for breath in range(1, count - 1):
        if breath % SILENT_BREATH or breath == 1:
            yield breath


def write_free_hold(writer: TimelineWriter, bout: Bout, told: Told) -> list[Line]:
    """Write a hold whose breath is free: a short one ticks its seconds, a long one each fifth."""
    starts = [0, *sorted(second * 1000 for second in told.returns if second)]
    begin = writer.now
    for done, until in zip(starts, [*starts[1:], bout.hold], strict=True):
        if done or 0 in told.returns:
            write_return(writer, bout, told.returns[done // 1000], bout.side, told)
        writer.tone(CueKind.PHASE, writer.now, SpanPhase.HOLD.value)
        begin = writer.now - done  # as if it had run on
        for tick in _ticks(bout):
            if done < tick < until:
                writer.tone(CueKind.TICK, begin + tick)
        writer.span(bout, SpanPhase.HOLD, writer.now + until - done, side=bout.side)
    return [*_free_words(bout, told, begin)]


def _ticks(bout: Bout) -> list[int]:
    """Return the ms of a free hold at which a tick sounds; a burst of running has none."""
    if is_burst(bout):
        return []
    beat = 1000 if bout.hold <= TOLD_SECONDS else 5000
    last = range(max(bout.hold - LAST_TICKS, 1000), bout.hold, 1000)
    return sorted({*range(beat, bout.hold, beat), *last})


def _free_words(bout: Bout, told: Told, start: int) -> Iterator[Line]:
    word = bout.drill.words.get(Phase.CONCENTRIC) or bout.drill.words.get(Phase.CONTRACTED)
    if word and not (is_burst(bout) and bout.set > 1):
        yield Line(start, Rank.ESSENTIAL, Role.PHASE, f"{word}.")
    if is_coached_before(bout):
        return  # nothing but the fall says when; what a skip sounds like is said once
    wished = told.says.marks or bout.hold >= TOLD_ALWAYS
    if wished and bout.count is not Count.NONE:
        yield from _told_time(bout, told, start)
    if bout.drill.test:
        return  # the same words every time, and no coaching
    end = start + bout.hold - LAST_QUIET
    cues = zip(_free_cues_at(bout), wished_cues(bout, told), strict=False)
    for index, (after, (_, text)) in enumerate(cues):
        at = start + after
        if at + 1000 < end:
            rank = Rank.SECOND_CUE if index else Rank.CUE
            yield cue_line(text, rank, ((at, min(at + 5000, end - 1000)),))


def _free_cues_at(bout: Bout) -> Iterable[int]:
    """Return how many ms after the start of a free hold each of its cues may begin."""
    if BURST < bout.hold <= TOLD_SECONDS:
        return (int(part * bout.hold) for part in TWO_CUES)
    return range(BURST_CUE if is_burst(bout) else HALF_A_MINUTE, bout.hold, 60_000)


def _told_time(bout: Bout, told: Told, start: int) -> Iterator[Line]:
    """Yield the time as it is told aloud: a test's tens of seconds passed, or what is left."""
    hold, phrases = bout.hold, told.phrases
    if bout.drill.test:
        for passed in range(10_000, hold - 3000, 10_000):
            words = phrases.seconds_passed.format(seconds=phrases.number(passed // 1000))
            yield Line(start + passed, Rank.MARK, Role.MARK, capital(words))
        return
    if hold < 2 * HALF_A_MINUTE:
        if hold >= HALFWAY_HOLD:
            yield Line(start + hold // 2000 * 1000, Rank.MARK, Role.MARK, phrases.halfway)
        return
    for left in range(60_000, hold, 60_000):
        text = capital(phrases.time_left(left // 60_000))
        yield Line(start + hold - left, Rank.MARK, Role.MARK, text)
    if hold < 3 * HALF_A_MINUTE + 1:
        yield Line(start + hold - HALF_A_MINUTE, Rank.MARK, Role.MARK, phrases.half_a_minute)
