"""What the athlete has of flows besides what is in them: whose they are, stars, the last day.

The stars lie in a file of their own beside the journal. One that is lost or broken is no obstacle:
nothing has a star then.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.errors import FileError
from longstride.files import write_whole
from longstride.plain_files import read_plain

if TYPE_CHECKING:
    from datetime import date

    from longstride.core.history.session import Session
    from longstride.engine import Engine
    from longstride.ui.shown.cards import FlowCard

_LARGEST = 256_000  # bytes


def read_favourites(file: Path) -> frozenset[str]:
    """Return the ids of the flows that have a star."""
    try:
        names = json.loads(read_plain(file, _LARGEST))
    except (OSError, ValueError, RecursionError):
        return frozenset()
    return frozenset(map(str, names)) if isinstance(names, list) else frozenset()


def star(file: Path, flow: str, *, on: bool) -> None:
    """Give a flow a star or take it away; FileError where that cannot be kept."""
    before = read_favourites(file)
    after = before | {flow} if on else before - {flow}
    if after != before:
        try:
            write_whole(file, json.dumps(sorted(after)).encode())
        except FileError as error:
            raise FileError(f"Favourites cannot be kept: {error}") from error


def as_the_athlete_has(engine: Engine) -> Callable[[FlowCard], FlowCard]:
    """Return what adds to a card whose it is, whether it has a star, and when it was done."""
    from longstride.journal.glance import flows_done

    own, stars = engine.library.own, read_favourites(engine.paths.favourites)
    done = flows_done(engine.paths.journal)

    def add(card: FlowCard) -> FlowCard:
        name = card.id
        times, last = done.get(name, (0, None))
        mine = own.get(name, "")
        return replace(card, file=mine, starred=name in stars, last_done=last, times=times)

    return add


def done_lately(cards: tuple[FlowCard, ...], sessions: Iterable[Session]) -> tuple[FlowCard, ...]:
    """Return cards with the days of sessions that came after the cards were made."""
    days: dict[str, date] = {}
    for session in sessions:
        if session.seconds:
            days[session.flow] = max(session.day, days.get(session.flow, session.day))
    return tuple(_done_by(card, days.get(card.id)) for card in cards)


def _done_by(card: FlowCard, day: date | None) -> FlowCard:
    known = card.last_done
    later = day is not None and (known is None or day > known)
    return replace(card, last_done=day) if later else card
