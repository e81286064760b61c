"""M5 to M9, M13 and M14: what is said and left quiet before the work."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from coaching.heard import Bout, Finding, Heard
from longstride.core.flow.drill import OWN_TIME, Sides
from longstride.core.flow.position import Height
from longstride.core.timeline.role import Role
from longstride.core.timeline.script import sentences
from longstride.core.timeline.timeline import Cue, CueKind, SpanPhase

UNITS = re.compile(r"\b(each side|times|once|runs?|steps|breaths?|seconds|minutes?)\b")
WAITS = re.compile(r"on my word|wait|you will|own time")
ENTERS = re.compile(r"from the tone")  # a hold is gone into before, and begins with the tone
# Movements that need a warning, by the list of the contract.
HAZARDS = frozenset(
    """psoas-release couch-stretch low-couch-stretch tall-couch-stretch
    half-kneeling-hip-flexor-stretch supported-end-range-lunge-hold stair-lunge step-up
    slow-step-down supported-step-down figure-four-stretch ninety-ninety-switch
    elevated-hip-thrust-with-light-band modified-thomas-test single-leg-balance
    standing-active-hip-circle quad-to-glute-flow single-leg-hinge standing-quad-stretch
    standing-single-leg-hip-extension banded-standing-hip-extension
    standing-hip-abduction-with-band rear-foot-raised-split-squat
    walking-lunge-with-hip-extension short-walking-lunge strides-within-an-easy-run
    falling-start filmed-falling-start a-skip""".split()
)
QUIET = 10_000
LEAST = {0: 0, 1: 14_000, 2: 20_000}
TURN = 10_000


def doses(heard: Heard) -> Iterator[Finding]:
    """M5: the dose, its number and unit, is said before each step."""
    for bout in heard.firsts:
        texts = [cue.text.lower() for cue in heard.lead_in(bout, Role.DOSE)]
        number = heard.phrases.number(_amount(bout))
        words = " ".join(texts)
        if not UNITS.search(words) or (number not in words and "once" not in words):
            yield heard.finding("M5", bout, f"{number}, its unit: {texts}")


def _amount(bout: Bout) -> int:
    dose = bout.step.dose
    if bout.drill.trigger == OWN_TIME or (dose.reps == 1 and dose.sets > 1):
        return dose.sets
    if dose.reps is not None:
        in_turn = bout.step.sides is Sides.ALTERNATE and bout.drill.unit.value == "reps"
        return dose.reps // 2 if in_turn else dose.reps
    if dose.breaths is not None:
        return dose.breaths
    seconds = (dose.hold or 0) // 1000
    return seconds if seconds < 60 or seconds % 60 else seconds // 60


def waits(heard: Heard) -> Iterator[Finding]:
    """M7: the last thing before a step's "ready" is its dose, which ends in waiting."""
    for bout in heard.firsts:
        *_, last = heard.lead_in(bout) or [Cue(0, 0, CueKind.SAY)]
        asked = ENTERS if bout.drill.is_entered else WAITS
        if last.role is not Role.DOSE or not asked.search(last.text.lower()):
            yield heard.finding("M7", bout, f"{last.text!r} is the last before ready")


def warnings(heard: Heard) -> Iterator[Finding]:
    """M6: every warning once a flow, before the first work it is for."""
    said = Counter(cue.text for cue in heard.speech if cue.role is Role.WARN)
    seen: set[str] = set()
    for bout in heard.firsts:
        warn = bout.drill.warn
        if not warn and bout.drill.id in HAZARDS:
            yield heard.finding("M6", bout, "has no warning")
        fresh = set(sentences(warn)) - seen
        seen |= fresh
        if not fresh <= {cue.text for cue in heard.lead_in(bout, Role.WARN)}:
            yield heard.finding("M6", bout, f"{warn!r} is not said before")
    for text, times in said.items():
        if times > 1:
            yield heard.finding("M6", "", f"{text!r} {times} times")


def eyes(heard: Heard) -> Iterator[Finding]:
    """M8: open eyes are asked for once before each step that needs them, and before no other.

    Whoever walks or runs has them open for the next walk or run.
    """
    moving = False
    for bout in heard.firsts:
        asked = heard.lead_in(bout, Role.EYES)
        times = sum(cue.text == heard.phrases.eyes for cue in asked)
        if times != (bout.drill.eyes_open and not (moving and bout.drill.travels)):
            yield heard.finding("M8", bout, f"eyes open {times} times")
        moving = bout.drill.travels


def sides(heard: Heard) -> Iterator[Finding]:
    """M9: the side is said before each first bout and each change."""
    for bout in heard.bouts:
        if bout.step.sides is Sides.BOTH:
            continue
        side = bout.work[0].side
        words = bout.drill.side_words(side).lower() if side else "?"
        if not any(words in cue.text.lower() for cue in heard.lead_in(bout, Role.SIDE)):
            yield heard.finding("M9", bout, f"{words!r} is not said before")


def ready(heard: Heard) -> Iterator[Finding]:
    """Every bout begins with "ready" and its tone a second before."""
    for bout in heard.bouts:
        span = bout.ready
        said = heard.said(span.start, span.end, (Role.READY,))
        tones = [c.at for c in heard.timeline.cues if c.kind is CueKind.READY]
        if len(said) != 1 or span.end - 1000 not in tones or said[0].end > span.end - 1000:
            yield heard.finding("ready", bout, "ready and its tone")


def ways(heard: Heard) -> Iterator[Finding]:
    """M13: the time to get from one height to another, most of it quiet for standing up."""
    for before, bout in pairwise(heard.firsts):
        if not (before.drill.where and bout.drill.where):
            continue
        apart = abs(before.drill.where.height - bout.drill.where.height)
        room = bout.ready.start - bout.before
        if room < LEAST[apart]:
            yield heard.finding("M13", bout, f"{room} ms to get there")
        quiet = max(_gaps(heard.lead_in(bout), bout.before, bout.ready.start))
        if apart == Height.UPRIGHT - Height.LYING and quiet < QUIET:
            yield heard.finding("M13", bout, f"{quiet} ms quiet in one piece")


def _gaps(cues: list[Cue], start: int, end: int) -> Iterator[int]:
    for cue in cues:
        yield cue.start - start
        start = cue.end
    yield end - start


def turns(heard: Heard) -> Iterator[Finding]:
    """M14: ten seconds to turn over where changing sides means that."""
    for bout in heard.bouts:
        turned = bout.lead.phase is SpanPhase.CHANGE
        where = bout.drill.where
        if turned and where and where.turns_over and bout.lead.length < TURN:
            yield heard.finding("M14", bout, f"{bout.lead.length} ms to turn over")


def mute(heard: Heard) -> Iterator[Finding]:
    """M16: no half minute without a word between the work."""
    for bout in heard.bouts:
        gap = max(_gaps(heard.lead_in(bout), bout.before, bout.ready.start))
        if gap > 30_000:
            yield heard.finding("M16", bout, f"{gap} ms mute before it")


def voiceless(heard: Heard) -> Iterator[Finding]:
    """M16: no minute without a word in the work."""
    for bout in heard.bouts:
        gap = max(_gaps(heard.in_work(bout), bout.start, bout.end))
        if gap > 60_000:
            yield heard.finding("M16", bout, f"{gap} ms mute in it")
