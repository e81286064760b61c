"""M15 to M23: what holds for a flow as a whole."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from coaching.heard import COACHED, Finding, Heard
from longstride.core.flow.drill import Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.adapt import lighter_flow
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import SpanPhase

FAST = frozenset({"strides-within-an-easy-run", "falling-start", "filmed-falling-start"})
EASY = "steady-running"
SETTING_UP = frozenset({Role.PLACE, Role.PREVIEW, Role.WARN})
HALF_A_MINUTE = 0.5


def warm(heard: Heard) -> Iterator[Finding]:
    """M15: six minutes of easy running before the first fast bout, or ten asked for."""
    run = 0
    for bout in heard.bouts:
        if bout.drill.id in FAST:
            if run < 360_000 and heard.flow.warm < 8:
                yield heard.finding("M15", bout, f"{run // 1000} s of easy running before")
            return
        run += bout.length if bout.drill.id == EASY else 0


def sprints(heard: Heard) -> Iterator[Finding]:
    """M16: skips have no beat, and nobody rests among sprint drills with that word."""
    for bout in heard.bouts:
        if bout.drill.id == "a-skip" and bout.reps:
            yield heard.finding("M16", bout, "skips in repetitions")
        rests = {cue.text for cue in heard.lead_in(bout, Role.REST)}
        if bout.drill.stage is Stage.SPRINT and heard.phrases.rest in rests:
            yield heard.finding("M16", bout, "a plain rest")


def closing(heard: Heard) -> Iterator[Finding]:
    """M17: the end takes its time and compares."""
    span = heard.timeline.spans[-1]
    words = " ".join(c.text for c in heard.said(span.start, span.end, (Role.CLOSE,))).lower()
    if span.phase is not SpanPhase.CLOSE or span.length < 20_000 or "compare" not in words:
        yield heard.finding("M17", "", f"closing of {span.length} ms: {words[:60]!r}")


def opening(heard: Heard) -> Iterator[Finding]:
    """M18, M19: the start asks to remember, says when to stop, and names all kit."""
    words = " ".join(cue.text for cue in heard.speech if cue.role is Role.OPEN).lower()
    for word in ("remember", "pain", "stop"):
        if word not in words:
            yield heard.finding("M18", "", f"{word!r} is not in the opening")
    for item in heard.flow.equipment:
        if item not in words:
            yield heard.finding("M19", "", f"{item!r} is not in the opening")


def repeated(heard: Heard) -> Iterator[Finding]:
    """M20: what is said too often: a coach's sentence (both sides count once), a set-up."""
    sets: dict[str, set[object]] = defaultdict(set)
    for bout in heard.bouts:
        before = heard.lead_in(bout, Role.CUE)
        for cue in (*before, *heard.coached(bout)):
            sets[cue.text].add((bout.number, bout.lead.set))
    for text, where in sets.items():
        if len(where) > 3:
            yield heard.finding("M20", "", f"{text!r} in {len(where)} sets")
    set_up: Counter[str] = Counter()
    for bout in heard.firsts:  # what is said anew for the other side belongs to its step
        cues = heard.said(bout.before, bout.end, tuple(SETTING_UP))
        set_up.update({cue.text for cue in cues})
    for text, times in set_up.items():
        if times > 1 and len(text.split()) > 5:
            yield heard.finding("M20", "", f"{text!r} {times} times")


def wordy(heard: Heard) -> Iterator[Finding]:
    """M21: words a minute, and utterances a minute of work."""
    words = sum(len(cue.text.split()) for cue in heard.speech)
    minutes = heard.timeline.duration / 60_000
    if words / minutes > 75:
        yield heard.finding("M21", "", f"{words / minutes:.0f} words a minute")
    said = sum(len(heard.in_work(bout)) for bout in heard.bouts)
    work = sum(bout.length for bout in heard.bouts) / 60_000
    if said / work > 24:
        yield heard.finding("M21", "", f"{said / work:.1f} utterances a minute of work")


def promised(heard: Heard) -> Iterator[Finding]:
    """A flow takes the minutes it promises, to half of one."""
    minutes = heard.timeline.duration / 60_000
    least, most = heard.flow.minutes
    if not least - HALF_A_MINUTE <= minutes <= most + HALF_A_MINUTE:
        yield heard.finding("minutes", "", f"{minutes:.1f}, promised {least} to {most}")


def lighter(heard: Heard) -> Iterator[Finding]:
    """M23: made lighter nothing stands off its place, twice, at another height, or with a band."""
    easy = lighter_flow(heard.flow, heard.catalogue)
    became: dict[str, set[str]] = defaultdict(set)
    for number, (step, other) in enumerate(zip(heard.flow.steps, easy.steps, strict=True), 1):
        became[other.drill.id].add(step.drill.id)
        for what in _moved(heard.flow, step, other):
            yield heard.finding("M23", f"{number} {step.drill.id}", f"{other.drill.id}: {what}")
    for drill, steps in became.items():
        if len(steps) > 1:
            yield heard.finding("M23", "", f"{drill} instead of {sorted(steps)}")
    told = compile_flow(easy, {}, Coaching(heard.phrases))
    for cue in told.cues:
        if cue.role is not Role.OPEN and "band" in cue.text.lower().split():
            yield heard.finding("M23", "", f"with a band: {cue.text!r}")


def _moved(flow: Flow, step: Step, other: Step) -> Iterator[str]:
    before, after = step.drill.where, other.drill.where
    if before and after and before.height is not after.height:
        yield "at another height"
    if step.drill.id != other.drill.id and flow.place not in {"", *other.drill.places}:
        yield f"not in {flow.place}"


def quiet(heard: Heard) -> Iterator[Finding]:
    """With tones nothing is said."""
    for cue in heard.speech:
        yield heard.finding("level", "", f"{cue.text!r} is said")


def uncounted(heard: Heard) -> Iterator[Finding]:
    """Whoever knows a drill hears no counts and no previews."""
    for cue in heard.speech:
        if cue.role in {Role.NUMBER, Role.PREVIEW}:
            yield heard.finding("level", "", f"{cue.role} {cue.text!r} is said")


def unmarked(heard: Heard) -> Iterator[Finding]:
    """Nor does one hear with cues alone that it is halfway."""
    for cue in heard.speech:
        if cue.text == heard.phrases.halfway:
            yield heard.finding("level", "", f"{cue.text!r} is said")


def uncoached(heard: Heard) -> Iterator[Finding]:
    """With counts alone nobody is coached in the work."""
    for cue in heard.speech:
        if cue.role in COACHED:
            yield heard.finding("level", "", f"{cue.role} {cue.text!r} is said")
