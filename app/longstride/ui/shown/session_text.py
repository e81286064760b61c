"""A session in the athlete's words."""

from collections.abc import Mapping, Sequence
from datetime import date, timezone

from longstride.core.counting import counted
from longstride.core.durations import clock_text
from longstride.core.history.session import PainKind, Session
from longstride.core.history.stiffness import CLEAR_CHANGE
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.ui.widgets.charts.dates import WEEKDAYS, short_day
from longstride.ui.widgets.text import sentence


def when_text(session: Session, today: date, zone: timezone | None = None) -> str:
    """Return the session's day: ``Fri 20 Nov 18:04``, or ``Thu 20 Nov 2025`` in another year.

    Without a time too where it did not begin on that day, in the machine's zone or in the one
    given: the athlete moved it there, or it was after midnight.
    """
    at, day = session.started.astimezone(zone), session.day
    words = f"{WEEKDAYS[day.weekday()][:3]} {short_day(day, today)}"
    return f"{words} {at:%H:%M}" if at.date() == day and day.year == today.year else words


def work_text(session: Session) -> str:
    """Return the time at work, such as ``14:10``."""
    return clock_text(session.seconds * 1000)


def stiffness_after(session: Session) -> int | None:
    """Return stiffness 0-10 as rated at the end, None where it was not."""
    return session.after.stiffness if session.after else None


def stiffness_text(session: Session) -> str:
    """Return ``stiffness 6 → 3``, what there is of it, or nothing."""
    before, after = session.stiffness_before, stiffness_after(session)
    if before is None:
        return "" if after is None else f"stiffness {after} after"
    return f"stiffness {before} before" if after is None else f"stiffness {before} → {after}"


def change_text(before: int | None, after: int | None) -> str:
    """Return in words what became of stiffness; nothing where one of the two is missing."""
    if before is None or after is None:
        return ""
    clear = abs(after - before) >= CLEAR_CHANGE
    became = f"{change_word(before, after)} than before" if clear else "no clear change"
    return f"{before} → {after}: {became}."


def change_word(before: int, after: int) -> str:
    """Return in a word or two what became of stiffness, 0-10 on both ends."""
    if abs(after - before) < CLEAR_CHANGE:
        return "the same"
    return "looser" if after < before else "stiffer"


def steps_text(session: Session) -> str:
    """Return ``all 9 steps`` or ``6 of 9 steps, lighter from step 4``."""
    outcomes = step_outcomes(session)
    done = sum(outcome is not Outcome.SKIPPED for outcome in outcomes.values())
    shortened = sum(outcome is Outcome.SHORTENED for outcome in outcomes.values())
    total = session.step_count
    steps = counted(total, "step")
    words = [f"all {steps}" if done == total > 1 else f"{done} of {steps}"]
    if shortened:
        words.append(f"{shortened} shortened")
    if session.lighter_from is not None:
        words.append(f"lighter from step {session.lighter_from + 1}")
    if session.ended is None:
        words.append("cut off")
    return ", ".join(words)


def step_outcomes(session: Session) -> dict[int, Outcome]:
    """Return how each recorded step went, its sides taken together."""
    by_step: dict[int, list[Outcome]] = {}
    for record in session.steps:
        by_step.setdefault(record.step, []).append(record.outcome)
    return {step: _together(outcomes) for step, outcomes in sorted(by_step.items())}


def record_text(record: StepRecord, names: Mapping[str, str]) -> str:
    """Return one line of a session's details, such as ``Split squat, left: 2 sets, 12 reps``."""
    name = names.get(record.drill, record.drill.replace("-", " ").capitalize())
    side = f", {record.side.value}" if record.side else ""
    if record.outcome is Outcome.SKIPPED:
        return f"{name}{side}: skipped"
    sets = f"{counted(record.sets, 'set')}, " if record.sets > 1 else ""
    amount = counted(record.reps, "rep") if record.reps else clock_text(record.seconds * 1000)
    cut = ", shortened" if record.outcome is Outcome.SHORTENED else ""
    return f"{name}{side}: {sets}{amount}{cut}"


def rating_lines(session: Session) -> tuple[str, ...]:
    """Return what the athlete said after the session, a line for each answer."""
    lines = [change_text(session.stiffness_before, stiffness_after(session))]
    lines[0] = f"Stiffness {lines[0]}" if lines[0] else sentence(stiffness_text(session))
    if after := session.after:
        lines.append("" if after.effort is None else f"Effort {after.effort} of 10.")
        where = f", {after.pain.where}" if after.pain.where else ""
        lines.append(
            "" if after.pain.kind is PainKind.NONE else f"Pain: {after.pain.kind.value}{where}."
        )
        lines.append(f"“{after.note}”" if after.note else "")
    return tuple(line for line in lines if line)


def hours_text(seconds: int) -> str:
    """Return ``21 h 5 min`` or ``12 min``."""
    hours, rest = divmod(seconds // 60, 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def _together(outcomes: Sequence[Outcome]) -> Outcome:
    return outcomes[0] if len(set(outcomes)) == 1 else Outcome.SHORTENED
