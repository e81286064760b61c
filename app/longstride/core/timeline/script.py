"""The words of a flow before its work: what the voice would like to say, in order.

Every sentence comes with its role, so that a listing can be measured. Where each finds its place
is not asked here.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from longstride.core.flow.drill import OWN_TIME, Dose, Side, Sides, Stage, Unit
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.position import Height, Position
from longstride.core.flow.talk import Says
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.phrases import Phrases, capital, small
from longstride.core.timeline.role import Role

ABOUT_MINUTES = 90  # seconds; from here on what is left is told in minutes
SLOW = 3000  # ms of lowering from which on they are told
_SLOW_STAGES = frozenset({Stage.LOAD, Stage.ACTIVATE, Stage.STABILITY})


class Said(NamedTuple):
    """A sentence and what it is for."""

    role: Role
    text: str


def sentences(text: str) -> tuple[str, ...]:
    """Split a text where a speaker would take a breath."""
    return tuple(part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part)


def sentence(text: str) -> str:
    """Return words as one sentence; nothing stays nothing."""
    return f"{text.rstrip('.')}." if text and text[-1:] not in "?!" else text


def each_said(role: Role, text: str) -> Iterator[Said]:
    """Yield the sentences of a text."""
    for each in sentences(text):
        yield Said(role, each)


def opening(flow: Flow, bout: Bout, phrases: Phrases) -> Iterator[Said]:
    """Yield what a flow begins with: its name, what to have at hand, and a word to fetch it."""
    yield Said(Role.OPEN, sentence(flow.spoken_title))
    for number, text in enumerate(sentences(flow.opening)):
        yield Said(Role.OPEN, text)
        if not number and bout.kit:
            yield Said(Role.OPEN, phrases.kit)


def coming_round(flow: Flow, bout: Bout, phrases: Phrases) -> Iterator[Said]:
    """Yield which round begins with a step, where one does; the first tells what is in it."""
    if not bout.round_names:
        return
    number, rounds = flow.steps[bout.step].round, flow.rounds
    if number == rounds:
        yield Said(Role.NAME, phrases.round_last)
        return
    text = phrases.round_one if number == 1 else phrases.round
    names = phrases.listed(tuple(small(name) for name in bout.round_names))
    numbers = {"round": phrases.number(number), "rounds": phrases.number(rounds)}
    yield Said(Role.NAME, text.format(**numbers, names=names))


def name_lines(
    flow: Flow, bout: Bout, before: Position | None, phrases: Phrases, *, eyes: bool
) -> Iterator[Said]:
    """Yield the drill's name, its position where that is new, open eyes, what to put away or fetch.

    Eyes are opened before one walks. On one's side the side is said now, before one rolls there.
    """
    step, where = flow.steps[bout.step], bout.drill.where
    waited = bout.step > 0 and flow.steps[bout.step - 1].until_ready  # its kit was told then
    name, position = bout.drill.spoken_name, phrases.positions.get(where or Position.STANDING, "")
    if where is None or where is before or position in name.lower():
        template = phrases.next_here if bout.index else phrases.first_here
    else:
        template = phrases.next if bout.index else phrases.first
    text = template.format(name=name, position=position)
    yield Said(Role.NAME, text or sentence(bout.drill.spoken_name))
    if eyes:
        yield Said(Role.EYES, phrases.eyes)
    elif step.fetch and not bout.drill.travels and not _stands_up(before, where) and not waited:
        yield Said(Role.EYES, phrases.eyes_way)
    if where is Position.SIDE:
        yield first_side_line(bout, phrases)
    if not waited:
        yield from each_said(Role.PLACE, sentence(step.put_away))
    if _stands_up(before, where):
        yield Said(Role.PLACE, phrases.sit_first)
    if not waited:
        yield from each_said(Role.PLACE, sentence(step.fetch))


def kit_lines(step: Step) -> Iterator[Said]:
    """Yield what to put away and fetch for a step that is waited for."""
    yield from each_said(Role.PLACE, sentence(step.put_away))
    yield from each_said(Role.PLACE, sentence(step.fetch))


def _stands_up(before: Position | None, after: Position | None) -> bool:
    if before is None or after is None:
        return False
    return (before.height, after.height) == (Height.LYING, Height.UPRIGHT)


def setup_lines(
    bout: Bout, says: Says, phrases: Phrases, *, warnings: Iterable[str] = (), again: bool
) -> Iterator[Said]:
    """Yield side, place, preview, warning and dose, the dose always last."""
    drill, side = bout.drill, bout.rep_side(1)
    if drill.where is not Position.SIDE:
        yield first_side_line(bout, phrases)
    if says.setup and not again:
        for text in sentences(drill.setup):
            yield Said(Role.PLACE, phrases.sided(text, side))
    else:
        yield Said(Role.PLACE, sentence(phrases.sided(drill.again, side)))
    for text in warnings:
        yield Said(Role.WARN, text)
    if drill.is_entered or (says.preview and not again):
        for text in sentences(drill.move):
            role = Role.PLACE if drill.is_entered else Role.PREVIEW
            yield Said(role, phrases.sided(text, side))
    if says.preview and drill.reverse and not again:
        yield Said(Role.PREVIEW, phrases.turns_round)
    yield Said(Role.DOSE, dose_line(bout, phrases))


def first_side_line(bout: Bout, phrases: Phrases) -> Said:
    """Return which side a step begins with."""
    return Said(Role.SIDE, side_line(bout, phrases, both_come=bout.sides is Sides.EACH))


def side_line(bout: Bout, phrases: Phrases, *, both_come: bool = False) -> str:
    """Return which side works, or an empty string where both do at once."""
    side = bout.rep_side(1)
    if side is None:
        return ""
    first = bout.alternate or both_come
    template = phrases.side_first if first else phrases.side
    return template.format(side=phrases.working(bout.drill, side))


def dose_line(bout: Bout, phrases: Phrases) -> str:
    """Return how much of a drill is coming and what it begins with."""
    dose, words = bout.dose, phrases.dose
    if bout.drill.is_entered:
        return words.go_there.format(amount=amount(bout, phrases))
    slow = _tells_lowering(bout)
    single = dose.reps == 1 or bout.drill.trigger == OWN_TIME
    several = dose.sets > 1 and not single
    templates = ((words.one, words.several), (words.slow, words.slow_several))
    text = templates[slow][several].format(
        amount=amount(bout, phrases),
        sets=phrases.number(dose.sets),
        seconds=phrases.number(dose.tempo.eccentric // 1000 if dose.tempo else 0),
        start=words.own_time if bout.drill.trigger == OWN_TIME else words.on_my_word,
    )
    return capital(text)


def amount(bout: Bout, phrases: Phrases) -> str:
    """Return how much of a drill one set is, such as "six on each side"."""
    dose, words = bout.dose, phrases.dose
    each = bout.sides is Sides.EACH
    if bout.drill.trigger == OWN_TIME or (dose.reps == 1 and bout.drill.stage is Stage.SPRINT):
        return (words.run if dose.sets == 1 else words.runs).format(n=phrases.number(dose.sets))
    if dose.reps is not None:
        if bout.sides is Sides.ALTERNATE and bout.drill.unit is Unit.REPS:
            return words.in_turn.format(n=phrases.number(dose.reps // 2))
        if bout.drill.unit is Unit.STEPS:
            return words.steps.format(n=phrases.number(dose.reps))
        many, one = (words.times_each, words.time_each) if each else (words.times, words.time)
        return (one if dose.reps == 1 else many).format(n=phrases.number(dose.reps))
    if dose.breaths is not None:
        many, one = (
            (words.breaths_each, words.breath_each) if each else (words.breaths, words.breath)
        )
        return (one if dose.breaths == 1 else many).format(n=phrases.number(dose.breaths))
    return _time(dose, words.seconds_each if each else words.seconds, phrases)


def _time(dose: Dose, seconds: str, phrases: Phrases) -> str:
    minutes, rest = divmod((dose.hold or 0) // 1000, 60)
    if minutes and not rest:
        words = phrases.dose.minute if minutes == 1 else phrases.dose.minutes
        return words.format(n=phrases.number(minutes))
    return seconds.format(n=phrases.number(minutes * 60 + rest))


def _tells_lowering(bout: Bout) -> bool:
    tempo = bout.dose.tempo
    return tempo is not None and tempo.eccentric >= SLOW and bout.drill.stage in _SLOW_STAGES


def other_side_lines(bout: Bout, phrases: Phrases) -> Iterator[Said]:
    """Yield that the sides change, which works now, and the dose as one number."""
    yield Said(Role.SIDE, phrases.change.format(side=small(side_line(bout, phrases))))
    for text in _anew(bout):
        yield Said(Role.PLACE, phrases.sided(text, bout.side))
    yield Said(Role.DOSE, capital(phrases.again.format(amount=_again(bout, phrases))))


def _anew(bout: Bout) -> Iterator[str]:
    """Yield what is said anew for the other side: what names a side, and how to go into a hold."""
    yield from (text for text in sentences(bout.drill.setup) if "{" in text)
    if bout.drill.is_entered:
        yield from sentences(bout.drill.move)[:1]


def _again(bout: Bout, phrases: Phrases) -> str:
    if bout.dose.hold is not None:
        return _time(bout.dose, phrases.dose.seconds, phrases)
    return phrases.number(bout.units)


def set_lines(bout: Bout, phrases: Phrases) -> Iterator[Said]:
    """Yield which set comes and with which side."""
    last = bout.set == bout.sets
    numbers = {"set": phrases.number(bout.set), "sets": phrases.number(bout.sets)}
    yield Said(Role.REST, phrases.set_last if last else phrases.set.format(**numbers))
    yield Said(Role.SIDE, side_line(bout, phrases))


def return_lines(bout: Bout, left: int, side: Side | None, phrases: Phrases) -> Iterator[Said]:
    """Yield what is said when one comes back from a pause: name, side, what is left."""
    yield Said(Role.NAME, sentence(bout.drill.spoken_name))
    if side is not None:
        yield Said(Role.SIDE, phrases.side.format(side=phrases.working(bout.drill, side)))
    yield Said(Role.DOSE, capital(_left_over(bout, left, phrases)))
    if bout.drill.reverse and bout.units and left <= bout.units // 2:
        yield Said(Role.MARK, sentence(bout.drill.reverse))
    yield Said(Role.READY, phrases.ready)


def _left_over(bout: Bout, left: int, phrases: Phrases) -> str:
    """Return what is left of repetitions or breaths, or about how long of a free hold."""
    if not bout.hold:
        return phrases.left_over.format(amount=phrases.number(left))
    if left >= ABOUT_MINUTES:
        return phrases.time_left((left + 30) // 60)
    tens = (left + 5) // 10 * 10
    seconds = phrases.dose.seconds.format(n=phrases.number(tens))
    return phrases.left_over.format(amount=seconds) if tens else ""
