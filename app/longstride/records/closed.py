"""Reminders while the window is closed: started by the system, as long as they are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from longstride.core.history.reminder import own_times
from longstride.desktop.schedule.command import own_words
from longstride.desktop.schedule.schedule import Schedule, schedule
from longstride.journal.glance import seen
from longstride.journal.plan_glance import PlanGlance
from longstride.paths import find_paths

if TYPE_CHECKING:
    from longstride.paths import Paths
    from longstride.settings import Settings


def closed_schedule(paths: Paths, settings: Settings, environ: Mapping[str, str]) -> Schedule:
    """Return what has ``longstride remind`` started while the window is closed.

    That is at the times of the settings, and at those of days that are told at one of their own;
    where the journal cannot be read just now, a quarter of an hour later at most.
    """
    own = () if paths.data == find_paths(None, {}).data else ("--data-dir", str(paths.data.parent))
    words = (*own_words(environ), *own, "remind")
    days = seen(paths.journal, lambda connection: PlanGlance(connection).anchors()) or ()
    times = sorted({*settings.remind_times, *own_times(days)})
    return schedule(words, tuple(times), paths.state, environ)


def keep_schedule(paths: Paths, settings: Settings, environ: Mapping[str, str]) -> Schedule:
    """Have it in place as the settings want it, mended where the program moved; FileError."""
    found = closed_schedule(paths, settings, environ)
    found.keep(settings.remind and settings.remind_closed)
    return found
