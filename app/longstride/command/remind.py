"""``longstride remind``: tells of the day's turn if it is due, and ends.

It is what runs while the window is closed. Nothing is locked and nothing changed but the memory of
what was told; a journal that cannot be read just now is left for the next time.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from longstride.core.history.reminder import Ahead, due, next_due
from longstride.desktop.reminded import Reminded
from longstride.desktop.running import is_flow_played, is_window_open
from longstride.desktop.telling import tell, way_here, window_way_here
from longstride.records.ahead import look_ahead
from longstride.records.closed import closed_schedule, keep_schedule

if TYPE_CHECKING:
    from datetime import datetime

    from longstride.engine import Engine

_OFF = "Reminders while Longstride is closed are off; the page Settings has them."
_OPEN = "The window of Longstride is open: it tells you itself."
_UNREAD = "The journal cannot be read just now; nothing is told."
_NOTHING = "Nothing is due."
_NO_WAY = "{} is due, but nothing here shows messages; the window tells you when it is open."
_NO_MESSAGES = "See that a desktop with notifications runs here; until then the window tells you."
_NOT_STARTED = "It is missing or starts another program: open the window once, and it is mended."


def remind(engine: Engine) -> str:
    """Tell what is due, if anything, and return a sentence on it; FileError.

    FileError is where it cannot be remembered what was told: then nothing is.
    """
    wishes = engine.settings.wishes
    if not (wishes.on and wishes.closed):
        keep_schedule(engine.paths, engine.settings, os.environ)  # switched off by hand
        return _OFF
    if is_window_open(engine.paths.data):
        return _OPEN
    ahead = look(engine)
    if ahead is None:
        return _UNREAD
    return _tell_due(engine, ahead)


def stand_of_reminders(engine: Engine) -> tuple[bool, str, str]:
    """Return whether reminders can be told, how and when the next is due, and the remedy."""
    wishes = engine.settings.wishes
    if not wishes.on:
        return True, "Off; the page Settings has them.", ""
    ahead = look(engine)
    next_one = "unknown while the journal cannot be read"
    if ahead is not None:
        told = Reminded(engine.paths.reminders).read()
        next_one = next_words(next_due(ahead, wishes, told, engine.now()))
    way = way_here() if wishes.closed else window_way_here()
    if way is None:
        return False, f"Nothing here shows messages. Next: {next_one}.", _NO_MESSAGES
    found = closed_schedule(engine.paths, engine.settings, os.environ)
    if not wishes.closed:
        return True, f"By {way}, while the window is open. Next: {next_one}.", ""
    verdict = f"By {way}, while the window is closed too: {found.place}. Next: {next_one}."
    return found.is_whole, verdict, "" if found.is_whole else _NOT_STARTED


def look(engine: Engine) -> Ahead | None:
    """Return what the days ahead hold; None where the journal is away or cannot be read."""
    flows = tuple(engine.library.flows.values())
    week_start = engine.settings.week_start.weekday  # the system's day would want Qt
    return look_ahead(engine.paths.journal, flows, week_start, engine.today())


def next_words(when: datetime | None) -> str:
    """Return when a reminder is due next, in words."""
    if when is None:
        return "none within a week, as far as it is known"
    return f"{when:%A} {when.day} {when:%B} at {when:%H:%M}"


def _tell_due(engine: Engine, ahead: Ahead) -> str:
    reminded, wishes, now = Reminded(engine.paths.reminders), engine.settings.wishes, engine.now()
    told = reminded.read()
    playing = is_flow_played(engine.paths.data)
    reminder = due(ahead, wishes, told, now, playing=playing)
    if reminder is None:
        return f"{_NOTHING} Next: {next_words(next_due(ahead, wishes, told, now))}."
    if not reminded.claim(reminder):
        return _NOTHING  # another Longstride was quicker
    if tell(reminder.title, reminder.sentence) is None:
        reminded.give_back(reminder.slot)
        return _NO_WAY.format(reminder.title)
    return f"Told: {reminder.title}. {reminder.sentence}"
