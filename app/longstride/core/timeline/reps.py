"""Repetitions: their beats, the breath that follows them, and what is said among them.

The first is worded, the second counted where it is the first bout of its step; from the third on
ticks keep the time and cues take the place of words. Never are repetitions numbered: seconds and
repetitions counted at once are one number too many for the ear.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from longstride.core.flow.breath import SHORTEST_CYCLE, BreathKind
from longstride.core.flow.flow import Count
from longstride.core.flow.tempo import Phase, Tempo
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.phrases import capital, small
from longstride.core.timeline.returning import write_return
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import CueKind, SpanPhase
from longstride.core.timeline.told import (
    BEFORE_BEAT,
    QUICK,
    WORDS_APART,
    Half,
    Told,
    around,
    counts_every_second,
    cue_line,
    feel_line,
    is_switch,
    wished_cues,
)
from longstride.core.timeline.writer import BREATHER, Line, Rank, TimelineWriter, Window

COUNTED_PHASE = 3000
HALFWAY_REPS = 8
SECOND_CUE_REPS = 6
COUNTED_REPS = 6  # fewer have no second repetition to spare for counting
SIDES_TOLD = 4  # repetitions by turns of which both sides are named; then only the first one's
TWO_MORE_REPS = 5
FOUR_MORE_REPS = 8
FELT_WORK = 20_000  # ms; in less there is no room to speak of what is felt
QUICK_CUE = 4000
QUICK_QUIET = 6000  # ms at the end without a cue
QUICK_NEXT_CUE = 8000

Phases = tuple[tuple[Phase, int], ...]


@dataclass(frozen=True, slots=True)
class Beat:
    """One phase of one repetition (from 1) as it was written, in ms."""

    rep: int
    phase: Phase
    at: int
    length: int


def write_reps(writer: TimelineWriter, bout: Bout, told: Told) -> list[Line]:
    """Write the beats of a bout and return its words."""
    beats: list[Beat] = []
    for rep, tempo in enumerate(bout.tempos, start=1):
        if rep in told.returns:
            write_return(writer, bout, told.returns[rep], bout.rep_side(rep), told)
        beats += _write_rep(writer, bout, rep, tempo)
    if max(tempo.rep for tempo in bout.tempos) < QUICK:
        return [*_quick_words(bout, told, beats)]
    return [*_words(writer, bout, told, beats)]


def _write_rep(writer: TimelineWriter, bout: Bout, rep: int, tempo: Tempo) -> list[Beat]:
    start, phases = writer.now, tempo.phases(bout.drill.starts_with)
    beats = []
    for phase, length in phases:
        beats.append(Beat(rep, phase, writer.now, length))
        _write_phase(writer, bout, phase, length, rep)
    if tempo.rep >= SHORTEST_CYCLE:
        _write_rep_breath(writer, start, phases)
    return beats


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


# -- what is said -------------------------------------------------------------------------


def _words(writer: TimelineWriter, bout: Bout, told: Told, beats: list[Beat]) -> Iterator[Line]:
    yield from _phase_words(bout, told, beats)
    yield from _marks(bout, told, beats)
    yield from _reversal(bout, beats)
    if bout.alternate and not _switches(bout):
        yield from _sides(bout, told, beats)
    if counts_every_second(bout, told):
        yield from _seconds(writer, bout, told, beats)
    elif told.says.counts and told.first_bout and _is_counted(bout):
        yield from _seconds(writer, bout, told, [beat for beat in beats if beat.rep == 2])
    yield from _cues(bout, told, beats)


def _is_counted(bout: Bout) -> bool:
    plain = not (bout.alternate or bout.drill.test or bout.count)
    return plain and len(bout.tempos) >= COUNTED_REPS


def _phase_words(bout: Bout, told: Told, beats: list[Beat]) -> Iterator[Line]:
    """Yield the words of the phases: all of the first repetitions, and the last one's first."""
    total, every = len(bout.tempos), _switches(bout)
    worded = 1 if every or not (bout.alternate or (_is_counted(bout) and told.first_bout)) else 2
    if told.says.every_second or bout.drill.test:
        worded = total
    last = total if total >= TWO_MORE_REPS else 0  # few end with "last one" and no other word
    firsts = {beat.rep: beat.at for beat in reversed(beats)}
    for beat in beats:
        first = beat.at == firsts[beat.rep]
        if bout.drill.reverse and beat.rep > total // 2:
            continue  # the words are those of the way it goes at first
        if bout.drill.test and beat is beats[-1] and len(bout.tempos[0].phases()) > 1:
            continue  # what leads to the next repetition is not said after the last
        if beat.rep > worded and not (first and (every or beat.rep == last)):
            continue
        if bout.alternate and not every and (first or beat.rep == 2):
            continue  # the side is said on the first beat, with the word where it is worded
        rank = Rank.ESSENTIAL if beat.rep == 1 or first else Rank.PHASE
        yield Line(beat.at, rank, Role.PHASE, told.phrases.phase(bout.drill, beat.phase))


def _sides(bout: Bout, told: Told, beats: list[Beat]) -> Iterator[Line]:
    """Yield whose turn it is on the first beat of each repetition, with its word at first."""
    seen: set[int] = set()
    for beat in beats:
        side = bout.rep_side(beat.rep)
        if beat.rep in seen or side is None:
            continue
        seen.add(beat.rep)
        phrases = told.phrases
        if beat.rep <= 2:
            word = small(phrases.phase_word(bout.drill, beat.phase))
            text = phrases.turn_worded.format(side=capital(phrases.side_word(side)), word=word)
            yield Line(beat.at, Rank.ESSENTIAL, Role.PHASE, text)
        elif beat.rep <= SIDES_TOLD or side is bout.first:
            text = phrases.turn.format(side=capital(phrases.side_word(side)))
            yield Line(beat.at, Rank.SIDE, Role.SIDE, text)


def _switches(bout: Bout) -> bool:
    return is_switch(bout.drill, bout.tempos[0].rep)


def _marks(bout: Bout, told: Told, beats: list[Beat]) -> Iterator[Line]:
    """Yield how much is left, just before the repetition it counts from."""
    total, phrases = len(bout.tempos), told.phrases
    if bout.count is Count.NONE:
        return
    if bout.alternate:
        if total > 4:
            yield _ahead(beats, total - 1, Rank.ESSENTIAL, phrases.one_more_each)
    elif total >= TWO_MORE_REPS:
        yield _ahead(beats, total - 1, Rank.ESSENTIAL, phrases.two_more)
    elif total > 1:
        yield _ahead(beats, total, Rank.ESSENTIAL, phrases.last_one)
    plain = not (bout.drill.reverse or _switches(bout))
    if told.says.marks and plain and total >= HALFWAY_REPS:
        half = total // 2 + 1
        yield _ahead(beats, half + (half % 2 == 0 and bout.alternate), Rank.MARK, phrases.halfway)


def _reversal(bout: Bout, beats: list[Beat]) -> Iterator[Line]:
    """Yield that a circle turns round, before the second half of it."""
    if bout.drill.reverse and len(bout.tempos) > 1:
        text = f"{bout.drill.reverse.rstrip('.')}."
        yield _ahead(beats, len(bout.tempos) // 2 + 1, Rank.ESSENTIAL, text)


def _ahead(beats: list[Beat], rep: int, rank: Rank, text: str) -> Line:
    at = next(beat.at for beat in beats if beat.rep == rep)
    return Line(at, rank, Role.MARK, text, ahead=True)


def _seconds(writer: TimelineWriter, bout: Bout, told: Told, beats: list[Beat]) -> Iterator[Line]:
    """Yield the seconds of phases from two on, unless the phase's word is still being said then."""
    for beat in beats:
        if beat.length < COUNTED_PHASE:
            continue  # a lone "two" would be taken for a repetition
        counts = [told.phrases.number(second + 1) for second in range(1, beat.length // 1000)]
        for text in counts:
            writer.length(text)  # asked for, however long the word turns out
        word = writer.length(told.phrases.phase(bout.drill, beat.phase))
        if word.ms - word.onset + 2 * BREATHER > 1000:
            continue  # "three" alone would be a riddle
        for second, text in enumerate(counts, start=1):
            at = beat.at + second * 1000
            yield Line(at, Rank.COUNT, Role.NUMBER, text, CueKind.COUNT)


def _cues(bout: Bout, told: Told, beats: list[Beat]) -> Iterator[Line]:
    """Yield the key cue in the third repetition, another at two thirds, the feeling between."""
    total = len(bout.tempos)
    if total == 1 or bout.drill.test:
        return  # a single one, such as a stride, is coached before it, and a test never
    key = 3 if total > 3 else 2
    cues = wished_cues(bout, told)
    if bout.alternate:
        key = 3 if total > 4 else 2
    if cues:
        yield _cue(cues[0], Rank.CUE, beats, key, total)
    later = max(key + 1, -(-total * 2 // 3))
    if len(cues) > 1 and total >= SECOND_CUE_REPS + 2 * bout.alternate:
        yield _cue(cues[1], Rank.SECOND_CUE, beats, later, total)
    work = beats[-1].at + beats[-1].length - beats[0].at
    if told.says.feel and bout.drill.feel_short and work >= FELT_WORK and not _switches(bout):
        windows = [
            window
            for rep in (*range(key + 1, total), key)
            for beat in reversed(beats)
            if beat.rep == rep
            for window in [(beat.at, beat.at + BEFORE_BEAT)]
        ]
        yield feel_line(bout, told, windows)


def _cue(
    cue: tuple[Half | None, str], rank: Rank, beats: list[Beat], earliest: int, total: int
) -> Line:
    phase, text = cue
    windows: list[tuple[Window, Window]] = []
    for rep in (*range(earliest, max(total, earliest + 1)), *range(earliest - 1, 1, -1)):
        of_rep = [beat for beat in beats if beat.rep == rep]
        fitting = [beat for beat in of_rep if beat.phase is phase] or of_rep
        windows += [around(beat.at) for beat in fitting]
    # On its beat, in whichever repetition, before just ahead of it: heard early, it is done early.
    return cue_line(text, rank, [*(on for on, _ in windows), *(ahead for _, ahead in windows)])


def _quick_words(bout: Bout, told: Told, beats: list[Beat]) -> Iterator[Line]:
    """Yield two repetitions in words, then a cue now and then and how many are left."""
    total, start = len(bout.tempos), beats[0].at
    worded = 1 if total < FOUR_MORE_REPS else 2
    for beat in beats:
        if beat.rep <= worded:
            rank = Rank.ESSENTIAL if beat.rep == 1 else Rank.PHASE
            yield Line(beat.at, rank, Role.PHASE, told.phrases.phase(bout.drill, beat.phase))
    if total >= FOUR_MORE_REPS and bout.count is not Count.NONE:
        yield _ahead(beats, total - 3, Rank.MARK, told.phrases.four_more)
    yield from _reversal(bout, beats)
    last = next(beat.at for beat in beats if beat.rep == total)
    wished = range(start + QUICK_CUE, max(last - QUICK_QUIET, start + 5000), QUICK_NEXT_CUE)
    for at, (index, (phase, text)) in zip(wished, enumerate(wished_cues(bout, told)), strict=False):
        rank = Rank.SECOND_CUE if index else Rank.CUE
        yield cue_line(text, rank, [*_quick_windows(beats, phase, at, last)])


def _quick_windows(
    beats: list[Beat], phase: Half | None, earliest: int, last: int
) -> Iterator[Window]:
    """Yield where a cue may begin in quick work: with any beat it belongs to, from one on."""
    for beat in beats:
        if earliest <= beat.at < last - WORDS_APART and beat.phase is (phase or beat.phase):
            yield from around(beat.at)
