"""What Today shows: values made from flows and sessions, free of Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from longstride.core.flow.body import HIP, BodyPlace
from longstride.core.history.pain import hurting
from longstride.core.history.soreness import worked_yesterday
from longstride.core.history.welcome import ON_ARRIVAL, is_back
from longstride.ui.shown.cards import FlowCard
from longstride.ui.shown.past import Recent

if TYPE_CHECKING:
    from longstride.core.history.plan.turn import Turn
    from longstride.records.doses import DoseNow
    from longstride.ui.today.done import DoneToday

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Suggested = tuple[str, str]  # a flow's id, or REST, and the reason for it
REST = ""


class DayState(StrEnum):
    """What Today is about: one thing each, and one action at most."""

    FIRST = "first"
    TO_DO = "to do"
    GO_ON = "go on"
    DONE = "done"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Advice:
    """A flow and the reason for it in one sentence."""

    card: FlowCard
    reason: str


@dataclass(frozen=True, slots=True)
class Hurt:
    """Places that hurt sharply, last on a day, under one name: all of the hip is one.

    ``name`` "" is a place that was not named.
    """

    name: str
    places: frozenset[BodyPlace]
    day: date


@dataclass(frozen=True, slots=True)
class Soreness:
    """How sore the athlete is on a day, and whether that is asked: ``left`` is the ms till noon."""

    day: date
    answer: int | None = None
    asked: bool = False
    left: int = 0


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything on Today; ``flow`` None where there is no flow to start, or it is a day of rest.

    ``advice`` has what suits each stiffness from 0 on, ``rest`` why a day without a flow does;
    ``hurts`` is what is left alone until it is better; ``turn`` is the plan's whose flow it is,
    None for what is suggested without one. ``goes_on`` where a run that was cut off is what to do;
    ``done`` has what was done once that is all.
    """

    today: date
    heading: str
    sub: str
    flow: FlowCard | None
    recent: Recent
    soreness: Soreness
    reason: str = ""
    advice: tuple[Advice | None, ...] = ()
    rest: str = ""
    hurts: tuple[Hurt, ...] = ()
    turn: Turn | None = None
    goes_on: bool = False
    done: DoneToday | None = None

    @property
    def state(self) -> DayState:
        """What the day is about."""
        if self.rest:
            return DayState.REST
        if self.goes_on:
            return DayState.GO_ON
        if self.done:
            return DayState.DONE
        return DayState.TO_DO if self.recent.sessions else DayState.FIRST

    @property
    def dosed(self) -> str:
        """The flow whose dose is told, "" for none: the one that is next, or that was done."""
        match self.state:
            case DayState.GO_ON:
                return ""  # it is gone on with as it was begun
            case DayState.DONE:
                return self.done.flow if self.done else ""
        return self.flow.id if self.flow else ""

    @property
    def dose(self) -> DoseNow | None:
        """How that flow's dose stands, None where that is not known or there is no flow."""
        return self.recent.doses.get(self.dosed)

    @property
    def is_complete(self) -> bool:
        """Whether all is known of the day, so that nothing moves any more."""
        return self.recent.whole and (not self.dosed or self.dosed in self.recent.doses)


def soreness_now(recent: Recent, today: date, left: int, put_off: date | None) -> Soreness:
    """Return how sore the athlete is, and whether to ask; the rest as in ``today_view``."""
    answer = recent.soreness.get(today)
    is_due = left > 0 and answer is None and put_off != today
    asked = is_due and worked_yesterday(recent.sessions, today)
    return Soreness(today, answer, asked, left if asked else 0)


def today_view(
    today: date,
    cards: Sequence[FlowCard],
    recent: Recent,
    suggested: Mapping[int | None, Suggested] = MappingProxyType({}),
    left: int = 0,
    put_off: date | None = None,
) -> TodayView:
    """Return Today for the athlete's day.

    ``suggested`` has what to do for each stiffness 0-10, and for one that is not known; without
    it the first flow is next. ``left`` is the ms of the morning to go, ``put_off`` the day on
    which the athlete did not want to be asked how sore they are.
    """
    by_id = {card.id: card for card in cards}
    flow, reason = _chosen(by_id, suggested.get(None), cards)
    returning = bool(recent.sessions)
    hurts = _hurts(recent, today)
    soreness = soreness_now(recent, today, left, put_off)
    rests, why = suggested.get(None, ("", ""))
    if why and rests == REST:
        heading = f"{WEEKDAYS[today.weekday()]}. A day to rest."
        return TodayView(today, heading, " ", None, recent, soreness, rest=why, hurts=hurts)
    return TodayView(
        today=today,
        heading=_heading(today, flow, returning),
        sub=_sub(today, flow, recent),
        flow=flow,
        recent=recent,
        soreness=soreness,
        reason=reason if returning else "",
        advice=tuple(_advice(by_id, suggested.get(n), reason) for n in range(11)),
        hurts=hurts,
    )


def _hurts(recent: Recent, today: date) -> tuple[Hurt, ...]:
    past = (session for session in recent.remembered if session.day <= today)
    days = hurting(past, recent.better)
    hip = HIP if days.keys() >= HIP else frozenset()
    found = [Hurt("the hip", hip, max(days[each] for each in hip))] if hip else []
    for place in BodyPlace:
        if place in days and place not in hip:
            somewhere = place is BodyPlace.SOMEWHERE
            name = "" if somewhere else f"the {place.value}"
            found.append(Hurt(name, frozenset({place}), days[place]))
    return tuple(found)


def _chosen(
    by_id: Mapping[str, FlowCard], suggested: Suggested | None, cards: Sequence[FlowCard]
) -> tuple[FlowCard | None, str]:
    if suggested is not None and suggested[0] in by_id:
        return by_id[suggested[0]], suggested[1]
    return (cards[0] if cards else None), ""


def _advice(
    by_id: Mapping[str, FlowCard], suggested: Suggested | None, usual: str
) -> Advice | None:
    """Return what is suggested for a stiffness, unless it is for the usual reason."""
    if suggested is None or suggested[0] not in by_id or suggested[1] == usual:
        return None
    return Advice(by_id[suggested[0]], suggested[1])


def _heading(today: date, flow: FlowCard | None, returning: bool) -> str:
    weekday = WEEKDAYS[today.weekday()]
    if flow is None:
        return f"{weekday}. No flow to start yet."
    return f"{weekday}. {flow.title} is next." if returning else f"Start with {flow.title}."


def _sub(today: date, flow: FlowCard | None, recent: Recent) -> str:
    if flow is None:
        return "See Flows for what is wrong with the files."
    if not recent.sessions:
        return "Lie down, close your eyes and follow the voice. Nothing to watch, nothing to count."
    days = {session.day for session in recent.sessions if session.counts}
    if today not in days and is_back(days, today):
        return ON_ARRIVAL
    if not recent.whole:
        return " "  # the line keeps its place
    return recent.regular.words
