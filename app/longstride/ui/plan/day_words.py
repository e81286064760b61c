"""The athlete's days and their times in words; free of Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from longstride.core.durations import number_word
from longstride.core.flow.plan import After
from longstride.core.history.plan.following import standing
from longstride.ui.widgets.charts.dates import WEEKDAYS

if TYPE_CHECKING:
    from longstride.core.history.plan.following import Anchor

NAMES = {
    After.RUN: "Run",
    After.WARM_UP: "Warm-up",
    After.WORK: "Work",
    After.OWN: "Own session",
}


def day_text(anchor: Anchor) -> str:
    """Return ``Run on Monday``."""
    return f"{NAMES[anchor.after]} on {WEEKDAYS[anchor.weekday]}"


def by_kind(anchors: Collection[Anchor], first: int) -> dict[After, tuple[Anchor, ...]]:
    """Return the days that stand by what they hold; weeks begin on the weekday ``first``."""
    stand = sorted(standing(anchors), key=lambda each: (each.weekday - first) % 7)
    return {
        after: found
        for after in NAMES
        if (found := tuple(each for each in stand if each.after is after))
    }


def times_lines(anchors: Collection[Anchor], first: int) -> tuple[str, ...]:
    """Return a line a kind, such as ``Run: Mon, Wed 07:30, with a reminder; Sun 09:00``."""
    kinds = by_kind([each for each in anchors if each.at is not None], first)
    return tuple(f"{NAMES[after]}: {'; '.join(_grouped(found))}" for after, found in kinds.items())


def _grouped(days: Iterable[Anchor]) -> Iterator[str]:
    """Yield the days of each time, in the order of their first one."""
    groups: dict[str, list[str]] = {}
    for day in days:
        told = ", with a reminder" if day.remind else ""
        groups.setdefault(f"{day.at:%H:%M}{told}", []).append(WEEKDAYS[day.weekday][:3])
    for time, names in groups.items():
        yield f"{', '.join(names)} {time}"


def set_text(changed: Collection[Anchor]) -> str:
    """Return what was decided about the times of one or more days, in a sentence."""
    if len(changed) != 1:
        return f"{number_word(len(changed)).capitalize()} days have other times now."
    (only,) = changed
    if only.at is None:
        return f"{day_text(only)} has no time any more."
    told = " Longstride reminds you then." if only.remind else ""
    return f"{day_text(only)} is at {only.at:%H:%M}.{told}"
