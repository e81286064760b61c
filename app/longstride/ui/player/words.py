"""What the player writes about a moment: values from the flow to plain texts."""

from dataclasses import replace

from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Drill, Side, Sides, plain_cues
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.timeline import Cue, Moment, Span, SpanPhase, Timeline
from longstride.ui.player.coming import coming_step, seen_step
from longstride.ui.player.dose_text import (
    ROLES,
    coming_segments,
    dose_text,
    moving,
    rep_segments,
    side_text,
)
from longstride.ui.player.drill_words import DrillText
from longstride.ui.player.get_ready import PREPARING
from longstride.ui.player.run_line import Run
from longstride.ui.player.work_panel import Shape, WorkText
from longstride.ui.widgets.text import capital

LAST = "This is the last one"
OTHER_WAY = "Other way"  # of a circle that turns round at half
LIGHTER = "Going lighter from here."
FULL = "Back to the full dose."
LESS = "Saying less from here."
EVERYTHING = "Saying more from here."
READY = "Press space when you are ready"
DONE = "Well done"
OVER = "That is all for now"  # of a flow of which next to nothing was done

_WORDS = {
    SpanPhase.SETUP: ("Get ready", "text"),
    SpanPhase.READY: ("Ready", "text"),
    SpanPhase.REST: ("Rest", "sea"),
    SpanPhase.CHANGE: ("Change sides", "text"),
}
_IN_TURN = {Sides.EACH: "left, then right", Sides.ALTERNATE: "left and right in turn"}


def drill_text(flow: Flow, span: Span) -> DrillText:
    """Return what is written about the span's drill, or about the flow when it closes."""
    if span.phase is SpanPhase.CLOSE:
        return DrillText(name=flow.title, setup=flow.closing, title=flow.title)
    step = flow.steps[span.step]
    drill = step.drill
    return DrillText(
        name=drill.name,
        chips=(capital(drill.position), *(capital(item) for item in drill.equipment)),
        setup=drill.shown_setup(span.side or Side.LEFT),
        cues=plain_cues(step.cues or drill.cues),
        feel=drill.feel,
        avoid=drill.avoid,
    )


def work_text(step: Step, moment: Moment) -> WorkText:
    """Return what stays true for the moment's span."""
    span = moment.span
    if span.phase is SpanPhase.CLOSE:
        return WorkText()
    word, role = phase_word(step.drill, span.phase)
    preparing = span.phase in PREPARING
    in_rep = bool(span.rep) and span.phase in ROLES
    tempo = rep_segments(step, moment.rep_spans) if in_rep else ()
    side, about = _side(step, span)
    return WorkText(
        name=step.drill.name,
        side=side,
        about=", ".join(filter(None, (about, _set(span)))),
        word=OTHER_WAY if span.reverse else word,
        role=role,
        dose="" if span.phase.is_work else dose_text(step),
        tempo=coming_segments(step) if preparing else tempo,
        shape=Shape.READY if preparing else Shape.REP if tempo else Shape.CALM,
    )


def panel_text(flow: Flow, timeline: Timeline, moment: Moment) -> WorkText:
    """Return the text beside the drill; in a rest between two steps it tells what comes."""
    step = flow.steps[moment.span.step]
    text = work_text(step, moment)
    if coming_step(timeline, moment.span) is None:
        return text
    seen, first = seen_step(flow, timeline, moment.span), timeline.at(moment.span.end).span
    side, about = _side(seen, first)
    name = f"Next: {seen.drill.name}"
    return replace(text, name=name, side=side, about=about, dose=dose_text(seen))


def phase_word(drill: Drill, phase: SpanPhase) -> tuple[str, str]:
    """Return the big word and the role of its colour."""
    if phase is SpanPhase.HOLD:
        return drill.word(Phase.CONTRACTED), "amber"
    if phase in ROLES:
        return drill.word(Phase(phase.value)), ROLES[phase]
    return _WORDS[phase]


def count_of(moment: Moment) -> int | None:
    """Return the big number: seconds counted up in a repetition, counted down elsewhere."""
    if moment.span.phase is SpanPhase.CLOSE:
        return None
    return moment.second if moment.span.phase in ROLES else moment.seconds_left


def segment_of(moment: Moment) -> int | None:
    """Return which segment of the tempo bar the moment lies in; None outside repetitions."""
    if not moment.span.rep or moment.span.phase not in ROLES:
        return None
    return moving(moment.rep_spans).index(moment.span)


def dots_of(timeline: Timeline, moment: Moment) -> tuple[int, int, str]:
    """Return which of how many, and of what: repetitions, or breaths in a hold; (0, 0, "")."""
    span = moment.span
    if span.phase in ROLES and span.rep and span.reps:
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


def next_runs(flow: Flow, timeline: Timeline, span: Span) -> tuple[Run, ...]:
    """Return the line about the next drill or side, after what is done or prepared now."""
    if span.phase is SpanPhase.CLOSE:
        return ()
    coming = timeline.spans[timeline.span_index(span.start) :]
    now: object = None
    for later in (span for span in coming if span.phase.is_work):
        step = flow.steps[later.step]
        side = later.side if step.sides is Sides.EACH else None
        if now is not None and (later.step, side) != now:
            return _named(step, side)
        now = (later.step, side)
    alone = len(flow.steps) == 1  # as in a preview: nothing came before it
    return () if alone else (Run(LAST, "quiet"),)


def _named(step: Step, side: Side | None) -> tuple[Run, ...]:
    name = f"Next: {step.drill.name}"
    if side is None:
        return (Run(name, "quiet"),)
    return Run(f"{name}, ", "quiet"), Run(side_text(step.drill, side)[0].lower(), bold=True)


def _side(step: Step, span: Span) -> tuple[str, str]:
    """Return the side and what it means; nothing where both legs do the same."""
    if span.side:
        return side_text(step.drill, span.side)
    return "", _IN_TURN.get(step.sides, "")


def _set(span: Span) -> str:
    """Return which set it is, on one line whatever it stands beside."""
    told = f"set {span.set} of {span.sets}" if span.set and (span.sets or 1) > 1 else ""
    return told.replace(" ", "\u00a0")


def _plain(text: str) -> str:
    return text.strip(" .!").lower()
