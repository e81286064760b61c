"""What the player writes about a moment: values from the flow to plain texts."""

from dataclasses import replace

from longstride.core.counting import counted
from longstride.core.durations import minutes_text
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Drill, Side, Sides, Unit, plain_cues
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.timeline import Cue, Moment, Span, SpanPhase, Timeline
from longstride.ui.player.drill_words import DrillText
from longstride.ui.player.tempo_bar import Segment
from longstride.ui.player.work_panel import WorkText
from longstride.ui.widgets.text import capital

OTHER_WAY = "Other way"  # of a circle that turns round at half
LIGHTER = "Going lighter from here."
FULL = "Back to the full dose."
LESS = "Saying less from here."
EVERYTHING = "Saying more from here."
READY = "Press space when you are ready"
DONE = "Well done"
OVER = "That is the end"  # of a flow of which next to nothing was done

_WORDS = {
    SpanPhase.SETUP: ("Get ready", "amber"),
    SpanPhase.READY: ("Ready", "coral"),
    SpanPhase.REST: ("Rest", "sea"),
    SpanPhase.CHANGE: ("Change sides", "amber"),
}
_ROLES = {
    SpanPhase.ECCENTRIC: "coral",
    SpanPhase.STRETCHED: "amber",
    SpanPhase.CONCENTRIC: "sea",
    SpanPhase.CONTRACTED: "amber",
}
_NO_SIDE = {Sides.EACH: "Left, then right", Sides.ALTERNATE: "Alternating sides"}


def drill_text(flow: Flow, span: Span) -> DrillText:
    """Return what is written about the span's drill, or about the flow when it closes."""
    if span.phase is SpanPhase.CLOSE:
        return DrillText(name=flow.title, setup=flow.closing)
    step = flow.steps[span.step]
    drill = step.drill
    return DrillText(
        overline=drill.stage.value.upper(),
        name=drill.name,
        chips=(capital(drill.position), *(capital(item) for item in drill.equipment)),
        setup=drill.shown_setup(span.side or Side.LEFT),
        cues=plain_cues(step.cues or drill.cues),
        feel=drill.feel,
        avoid=drill.avoid,
    )


def work_text(step: Step, moment: Moment, *, drawn: bool = False) -> WorkText:
    """Return what stays true for the moment's span.

    Where the drill is ``drawn`` its name is the largest here; else the side, beside a card that
    names it.
    """
    span = moment.span
    if span.phase is SpanPhase.CLOSE:
        return WorkText()
    word, role = phase_word(step.drill, span.phase)
    word = OTHER_WAY if span.reverse else word
    tempo = _segments(step, moment.rep_spans) if span.rep and span.phase in _ROLES else ()
    longest = max((part.length for part in tempo), default=0)
    named, sided = step.drill.name, _side(step, span)
    title, line = (named, sided) if drawn else (sided, named)
    return WorkText(
        title=title,
        line=line + _set(span),
        word=word,
        role=role,
        hint="" if span.phase.is_work else dose_text(step),
        tempo=tempo,
        digits=2 if longest >= 10_000 else 1,
    )


def panel_text(flow: Flow, timeline: Timeline, moment: Moment, *, drawn: bool) -> WorkText:
    """Return the text beside a figure or a card of words; beside a figure, "Next: ..." in rests."""
    step = flow.steps[moment.span.step]
    text = work_text(step, moment, drawn=drawn)
    if not drawn or coming_step(timeline, moment.span) is None:
        return text
    seen, first = seen_step(flow, timeline, moment.span), timeline.at(moment.span.end).span
    title = f"Next: {seen.drill.name}"
    return replace(text, title=title, line=_side(seen, first), hint=dose_text(seen))


def coming_step(timeline: Timeline, span: Span) -> int | None:
    """Return the step that a rest between two steps leads to; None anywhere else."""
    index = timeline.span_index(span.start)
    if span.phase is not SpanPhase.REST or index + 1 == len(timeline.spans):
        return None
    following = timeline.spans[index + 1]
    closing = following.phase is SpanPhase.CLOSE
    return None if closing or following.step == span.step else following.step


def seen_step(flow: Flow, timeline: Timeline, span: Span) -> Step:
    """Return the step whose figure is seen: between two steps already the coming one."""
    coming = coming_step(timeline, span)
    return flow.steps[span.step if coming is None else coming]


def phase_word(drill: Drill, phase: SpanPhase) -> tuple[str, str]:
    """Return the big word and the role of its colour."""
    if phase is SpanPhase.HOLD:
        return drill.word(Phase.CONTRACTED), "amber"
    if phase in _ROLES:
        return drill.word(Phase(phase.value)), _ROLES[phase]
    return _WORDS[phase]


def count_of(moment: Moment) -> int | None:
    """Return the big number: seconds counted up in a repetition, counted down elsewhere."""
    if moment.span.phase is SpanPhase.CLOSE:
        return None
    return moment.second if moment.span.phase in _ROLES else moment.seconds_left


def segment_of(moment: Moment) -> int | None:
    """Return which segment of the tempo bar the moment lies in; None outside repetitions."""
    if not moment.span.rep or moment.span.phase not in _ROLES:
        return None
    return _moving(moment.rep_spans).index(moment.span)


def dots_of(timeline: Timeline, moment: Moment) -> tuple[int, int, str]:
    """Return which of how many, and of what: repetitions, or breaths in a hold; (0, 0, "")."""
    span = moment.span
    if span.phase in _ROLES and span.rep and span.reps:
        return span.rep, span.reps, "rep"
    if span.phase is not SpanPhase.HOLD:
        return 0, 0, ""
    begun = [
        breath.start
        for breath in timeline.breaths
        if breath.kind is BreathKind.IN and span.start <= breath.start < span.end
    ]
    now = sum(start <= moment.position for start in begun)
    return max(1, now), len(begun), "breath"


def lit_cue(cues: tuple[str, ...], said: Cue | None) -> int | None:
    """Return which cue the voice said last, if it was one."""
    heard = _plain(said.text) if said else ""
    return next((index for index, cue in enumerate(cues) if _plain(cue) in heard), None)


def next_text(flow: Flow, timeline: Timeline, span: Span) -> str:
    """Return the line about the next drill or side, after what is done or prepared now."""
    if span.phase is SpanPhase.CLOSE:
        return ""
    coming = timeline.spans[timeline.span_index(span.start) :]
    now: object = None
    for later in (span for span in coming if span.phase.is_work):
        step = flow.steps[later.step]
        key = (later.step, later.side if step.sides is Sides.EACH else None)
        if now is not None and key != now:
            return f"Next: {_named(step, later)}"
        now = key
    return "Next: the finish"


def dose_text(step: Step) -> str:
    """Return the dose in a few words, such as "6 reps · tempo 4-1-2-0"."""
    dose = step.dose
    if dose.breaths:
        return counted(dose.breaths, "breath")
    if dose.hold:
        length = minutes_text(dose.hold) if dose.hold >= 60_000 else _seconds(dose.hold)
        return f"{step.drill.word(Phase.CONTRACTED)} for {length}"
    tempo = f" · tempo {dose.tempo}" if dose.tempo else ""
    noun = "step" if step.drill.unit is Unit.STEPS else "rep"
    return f"{counted(dose.reps or 0, noun)}{tempo}"


def _segments(step: Step, spans: tuple[Span, ...]) -> tuple[Segment, ...]:
    return tuple(
        Segment(_label(step, span), span.length, _ROLES[span.phase]) for span in _moving(spans)
    )


def _moving(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.phase in _ROLES)


def _label(step: Step, span: Span) -> str:
    phase = Phase(span.phase.value)
    word = OTHER_WAY if span.reverse else step.drill.word(phase)
    explosive = step.dose.tempo is not None and phase in step.dose.tempo.explosive
    return f"{word.upper()} {'X' if explosive else span.length // 1000}"


def _side(step: Step, span: Span) -> str:
    if span.side:
        return step.drill.side_words(span.side)
    return _NO_SIDE.get(step.sides, "Both sides")


def _set(span: Span) -> str:
    if span.set and span.sets and span.sets > 1:
        return f" · set {span.set} of {span.sets}"
    return ""


def _named(step: Step, span: Span) -> str:
    if span.side and step.sides is Sides.EACH:
        side = step.drill.side_words(span.side)
        return f"{step.drill.name}, {side[:1].lower()}{side[1:]}"
    return step.drill.name


def _seconds(duration: int) -> str:
    return f"{duration // 1000} s"


def _plain(text: str) -> str:
    return text.strip(" .!").lower()
