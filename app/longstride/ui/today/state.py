"""What the day is about: a run to go on with, what was done, rest, or the next flow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from longstride.core.flow.flow import Flow
from longstride.ui.shown.left_alone import left_alone, rests
from longstride.ui.shown.past import ASKED_DAYS
from longstride.ui.today.view import WEEKDAYS, TodayView

if TYPE_CHECKING:
    from longstride.core.history.session import Session

_THEN = "After that, {} is next."


def as_it_stands(view: TodayView, flows: Sequence[Flow], today: date) -> TodayView:
    """Return Today as it is after what was done, cut off or hurt; as it was where nothing was.

    ``flows`` are those there are. A first glance and all that is read later give the same.
    """
    if rests(view.recent, today):
        return _resting(view, today)
    if view.rest or view.flow is None:
        return view
    done = _done_on(view, today)
    if _goes_on(view, flows, today):
        return _going_on(view, today)
    if done is None or (view.turn is not None and view.turn.day == today):
        return view
    from longstride.ui.today.done import with_done

    return with_done(view, flows, today)


def _done_on(view: TodayView, today: date) -> Session | None:
    """Return the last session of a day that counts for it."""
    done = (each for each in view.recent.sessions if each.day == today and each.counts)
    return max(done, key=lambda session: session.started, default=None)


def _goes_on(view: TodayView, flows: Sequence[Flow], today: date) -> bool:
    """Return whether the run that was cut off is what to do.

    It is on its own day and the one after, where nothing was done since and nothing in it hurts:
    later the body has long cooled down, and it is no more than one thing among others.
    """
    cut_off = view.recent.interrupted
    if cut_off is None or (today - cut_off.day).days >= ASKED_DAYS:
        return False
    if any(each.counts and each.started > cut_off.started for each in view.recent.sessions):
        return False
    return cut_off.flow not in left_alone(view.recent, flows, today)


def _going_on(view: TodayView, today: date) -> TodayView:
    cut_off = view.recent.interrupted
    assert cut_off is not None, "there is one to go on with"
    another = view.flow is not None and view.flow.id != cut_off.flow
    sub = _THEN.format(view.flow.title) if view.flow is not None and another else " "
    heading = f"{WEEKDAYS[today.weekday()]}. {cut_off.title} waits at its step."
    return replace(view, heading=heading, sub=sub, goes_on=True)


def _resting(view: TodayView, today: date) -> TodayView:
    """Return a day on which something hurt sharply: nothing more is offered on it."""
    from longstride.core.history.pain import SHARP_ADVICE

    heading = f"{WEEKDAYS[today.weekday()]}. A day to rest."
    return replace(
        view, heading=heading, sub=" ", flow=None, turn=None, advice=(), rest=SHARP_ADVICE
    )
