"""What the athlete decided, to rows and back; ValueError for a word that nobody wrote."""

from datetime import date, datetime, time
from typing import Any, Protocol
from uuid import UUID

from longstride.core.flow.body import BodyPlace
from longstride.core.flow.plan import After
from longstride.core.flow.plan_text import plan_from_text, plan_to_text
from longstride.core.history.dose_change import Answer, DoseChange, Rung
from longstride.core.history.plan.following import Anchor, Following, TurnMove


class FollowingFields(Protocol):
    """What a plan that is followed is made of: a row, or what a file says."""

    id: UUID
    text: str
    first: date
    from_week: int
    ended_on: date | None


class AnchorFields(Protocol):
    """What an anchor is made of."""

    id: UUID
    weekday: int
    after: str
    at: str | None
    remind: bool


class MoveFields(Protocol):
    """What a moved turn is made of."""

    following: UUID
    week: date
    flow: str
    number: int
    day: date | None


class DoseChangeFields(Protocol):
    """What a change of a dose is made of."""

    id: UUID
    flow: str
    drill: str
    place: int
    rung: str
    before: str
    after: str
    reason: str
    made: datetime
    answer: str
    edited: datetime


class BetterFields(Protocol):
    """What an answer that a place is better is made of."""

    place: str
    said: datetime


def following_values(following: Following) -> dict[str, Any]:
    """Return the columns of a plan that is followed."""
    return {
        "id": following.id,
        "plan": following.plan.id,
        "text": plan_to_text(following.plan),
        "first": following.first,
        "from_week": following.from_week,
        "ended_on": following.ended,
    }


def following_of(row: FollowingFields) -> Following:
    """Return the plan of a row, as it was when it was chosen."""
    plan = plan_from_text(row.text)
    return Following(row.id, plan, row.first, row.from_week, row.ended_on)


def anchor_values(anchor: Anchor) -> dict[str, Any]:
    """Return the columns of an anchor."""
    return {
        "id": anchor.id,
        "weekday": anchor.weekday,
        "after": anchor.after.value,
        "at": anchor.at and f"{anchor.at:%H:%M}",
        "remind": anchor.remind,
    }


def anchor_of(row: AnchorFields) -> Anchor:
    """Return the anchor of a row."""
    at = None if row.at is None else time.fromisoformat(row.at)
    if at is not None and f"{at:%H:%M}" != row.at:
        raise ValueError("a time is hours and minutes")
    return Anchor(row.id, row.weekday, After(row.after), at, row.remind)


def move_values(move: TurnMove) -> dict[str, Any]:
    """Return the columns of a moved turn."""
    return {
        "following": move.following,
        "week": move.week,
        "flow": move.flow,
        "number": move.number,
        "day": move.day,
    }


def move_of(row: MoveFields) -> TurnMove:
    """Return the move of a row."""
    return TurnMove(row.following, row.week, row.flow, row.number, row.day)


def dose_change_values(change: DoseChange) -> dict[str, Any]:
    """Return the columns of a change of a dose."""
    return {
        "id": change.id,
        "flow": change.flow,
        "drill": change.drill,
        "place": change.place,
        "rung": change.rung.value,
        "before": change.before,
        "after": change.after,
        "reason": change.reason,
        "made": change.made,
        "answer": change.answer.value,
    }


def dose_change_of(row: DoseChangeFields) -> DoseChange:
    """Return the change of a row."""
    rung, answer = Rung(row.rung), Answer(row.answer)
    return DoseChange(
        row.id,
        row.flow,
        row.drill,
        row.place,
        rung,
        row.before,
        row.after,
        row.reason,
        row.made,
        answer,
        row.edited,
    )


def better_of(row: BetterFields) -> tuple[BodyPlace, datetime]:
    """Return the place of a row, and when it was said to be better."""
    return BodyPlace(row.place), row.said
