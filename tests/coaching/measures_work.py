"""M1 to M4 and M10 to M12: what is said in the work."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from coaching.heard import COACHED, Bout, Finding, Heard, clipped, percent
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Sides, split_cue
from longstride.core.flow.flow import Count
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import sentence
from longstride.core.timeline.timeline import Cue

FILLED = {"tempo": (12, 26), "quick": (8, 26), "hold": (8, 24), "running": (2, 15)}
COACH_LEAST, NUMBER_MOST = 35, 15
APART = 400
AFTER_BEAT, BEFORE_BEAT = 600, 1000
LONG_BOUT = 18_000
LAST_OF_HOLD = 5000
ONE_BREATH = 10_000
SHORT_QUICK = 8000  # its key cue comes after four seconds, and none in the last repetition


def filled(heard: Heard) -> Iterator[Finding]:
    """M1: how much of each kind of work is filled with words."""
    for style, (least, most) in FILLED.items():
        bouts = [b for b in heard.bouts if b.style == style and not b.drill.test]
        work = sum(bout.length for bout in bouts)
        spoken = sum(_spoken(heard, bout) for bout in bouts)
        if work and not least <= percent(spoken, work) <= most:
            yield heard.finding("M1", style, f"{percent(spoken, work)} % are words")


def shares(heard: Heard) -> Iterator[Finding]:
    """M2, M3: how much of what is said in the work is coaching, and how much numbers."""
    bouts = [bout for bout in heard.bouts if not bout.drill.test]
    spoken = sum(_spoken(heard, bout) for bout in bouts)
    coach = percent(sum(_spoken(heard, bout, *COACHED) for bout in bouts), spoken)
    number = percent(sum(_spoken(heard, bout, Role.NUMBER) for bout in bouts), spoken)
    if bouts and coach < COACH_LEAST:
        yield heard.finding("M2", "", f"{coach} % of the words coach")
    if number > NUMBER_MOST:
        yield heard.finding("M3", "", f"{number} % of the words are numbers")


def _spoken(heard: Heard, bout: Bout, *roles: Role) -> int:
    said = heard.said(bout.start - 2000, bout.end, roles or tuple(Role))
    return sum(clipped(cue, bout) for cue in said)


def numbers(heard: Heard) -> Iterator[Finding]:
    """M4: seconds are counted in the second repetition only, apart from how many are left."""
    for bout in heard.bouts:
        said = heard.in_work(bout, Role.NUMBER, Role.MARK)
        for cue in said:
            late = cue.role is Role.NUMBER and bout.rep_of(cue.at) != 2
            if late and bout.step.count is not Count.SECONDS:
                yield heard.finding("M4", bout, f"{cue.text!r} in rep {bout.rep_of(cue.at)}")
        left = (heard.phrases.two_more, heard.phrases.four_more, heard.phrases.one_more_each)
        numbered = [cue for cue in said if cue.role is Role.NUMBER or cue.text in left]
        for one, two in pairwise(numbered):
            if Role.MARK in (one.role, two.role) and two.start - one.start < 1500:
                yield heard.finding("M4", bout, f"{one.text!r} and {two.text!r} together")


def alike(heard: Heard) -> Iterator[Finding]:
    """M10: both sides of a set are coached with the same sentences."""
    each = [bout for bout in heard.bouts if bout.step.sides is Sides.EACH]
    for _, both in groupby(each, lambda bout: (bout.number, bout.lead.set)):
        left, right = both
        one, two = ([cue.text for cue in heard.coached(bout)] for bout in (left, right))
        if one != two:
            yield heard.finding("M10", right, f"{two} but first {one}")


def coached(heard: Heard) -> Iterator[Finding]:
    """M11: every longer bout has a coaching sentence; M12: every bout its key cue."""
    for bout in heard.bouts:
        cues = bout.step.cues or bout.drill.cues
        if bout.drill.test or not cues or _is_too_short(bout):
            continue
        key = sentence(split_cue(cues[0])[1])
        said = heard.coached(bout)
        if bout.is_coached_before:
            said = heard.lead_in(bout, Role.CUE)
        elif bout.length >= LONG_BOUT and not said:
            yield heard.finding("M11", bout, "has no coaching sentence")
        if key not in {cue.text for cue in said}:
            yield heard.finding("M12", bout, f"lacks {key!r}, has {[cue.text for cue in said]}")


def _is_too_short(bout: Bout) -> bool:
    """Whether there is nothing but the first and the last: two repetitions, one breath."""
    if bout.reps:
        return bout.reps == 2 or (bout.style == "quick" and bout.length < SHORT_QUICK)
    return bout.drill.paced and bout.length <= ONE_BREATH


def ends_free(heard: Heard) -> Iterator[Finding]:
    """M12: no cue in the first or last repetition, nor at the end of a hold."""
    for bout in heard.bouts:
        for cue in heard.coached(bout):
            rep = bout.rep_of(cue.start)
            if bout.reps > 2 and rep in {1, bout.reps}:
                yield heard.finding("M12", bout, f"{cue.text!r} in rep {rep} of {bout.reps}")
            elif not bout.reps and cue.start > bout.end - LAST_OF_HOLD:
                yield heard.finding("M12", bout, f"{cue.text!r} {bout.end - cue.start} ms to go")


def apart(heard: Heard) -> Iterator[Finding]:
    """0.4 s between what is coached in the work and all other words; no words over others."""
    for one, two in pairwise(heard.speech):
        quiet = two.start - one.end
        if quiet < 0:
            yield heard.finding("gap", "", f"{two.text!r} over {one.text!r}")
    for bout in heard.bouts:
        around = heard.said(bout.start - 3000, bout.end + 3000)
        for one, two in pairwise(around):
            least = APART if _is_coached(one, bout) or _is_coached(two, bout) else 0
            if two.start - one.end < least:
                what = f"{two.start - one.end} ms between {one.text!r} and {two.text!r}"
                yield heard.finding("gap", bout, what)


def _is_coached(cue: Cue, bout: Bout) -> bool:
    return cue.role in COACHED and bout.start <= cue.start < bout.end


def in_phase(heard: Heard) -> Iterator[Finding]:
    """A cue that belongs to a phase begins with it or just before."""
    for bout in heard.bouts:
        belongs = {sentence(t): p for p, t in map(split_cue, bout.step.cues or bout.drill.cues)}
        for cue in heard.in_work(bout, Role.CUE):
            phase = belongs.get(cue.text)
            if phase is not None and not _fits(heard, bout, phase, cue.start):
                yield heard.finding("phase", bout, f"{cue.text!r} away from {phase}")


def _fits(heard: Heard, bout: Bout, phase: Phase | BreathKind, at: int) -> bool:
    if isinstance(phase, BreathKind):
        halves = heard.timeline.breaths
        return any(h.start - BEFORE_BEAT <= at < h.end for h in halves if h.kind is phase)
    beats = [span.start for span in bout.work if span.phase.value == phase.value]
    return not beats or any(-BEFORE_BEAT <= at - beat <= AFTER_BEAT for beat in beats)


def essential(heard: Heard) -> Iterator[Finding]:
    """The words of a bout's first repetition and breath are never dropped."""
    for drop in heard.timeline.dropped:
        bout = next((b for b in heard.bouts if b.start <= drop.at < b.end), None)
        firm = drop.role is Role.BREATH or (drop.role is Role.PHASE and bout is not None)
        if bout is not None and firm and bout.rep_of(drop.at) < 2:
            yield heard.finding("drop", bout, f"{drop.role}: {drop.text!r}: {drop.reason}")
