"""The journal on the command line: what it adds up to, and keeping it safe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.counting import counted
from longstride.core.durations import minutes_text
from longstride.core.errors import JournalError
from longstride.core.history.consistency import Consistency, consistency
from longstride.core.history.stiffness import FlowChange, flow_changes
from longstride.core.history.week import DayTotal, Rhythm

if TYPE_CHECKING:
    from longstride.engine import Engine
    from longstride.journal.backup import Backup
    from longstride.journal.check import Held


@dataclass(frozen=True, slots=True)
class Stats:
    """What the journal adds up to on ``today``."""

    today: date
    regular: Consistency
    days: tuple[DayTotal, ...]
    flows: tuple[FlowChange, ...]

    @property
    def sessions(self) -> int:
        """All sessions with work in them."""
        return sum(day.sessions for day in self.days)

    @property
    def seconds(self) -> int:
        """All time at work."""
        return sum(day.seconds for day in self.days)

    @property
    def eccentric_seconds(self) -> int:
        """The part of it spent lowering."""
        return sum(day.eccentric_seconds for day in self.days)


def read_stats(engine: Engine) -> Stats:
    """Return what the journal adds up to, in weeks as the athlete has them."""
    journal = engine.records.journal
    today = engine.today()
    days = journal.day_totals()
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=engine.week_start())
    regular = consistency(journal.days_trained(), rhythm, today)
    return Stats(today, regular, days, flow_changes(journal.stiffness_points()))


def stats_lines(stats: Stats) -> Iterator[str]:
    """Yield the sums in words."""
    yield stats.regular.words
    yield f"Run: {stats.regular.streak.words}."
    yield f"Consistency score: {stats.regular.score.percent} of 100."
    yield (
        f"All in all: {counted(stats.sessions, 'session')} on {counted(len(stats.days), 'day')}, "
        f"{minutes_text(stats.seconds * 1000)} at work, "
        f"{minutes_text(stats.eccentric_seconds * 1000)} of it lowering."
    )
    for flow in stats.flows:
        yield f"  {flow.flow}: {flow.words} ({flow.sessions} rated)"


def stats_json(stats: Stats) -> dict[str, object]:
    """Return the sums as JSON values; days as ISO text, times in seconds."""
    week = stats.regular.streak.running
    return {
        "today": stats.today.isoformat(),
        "week": {
            "start": week.start.isoformat(),
            "target": week.target,
            "days": week.days,
            "frozen": week.frozen,
            "state": week.state.value,
        },
        "streak": {
            "current": stats.regular.streak.current,
            "longest": stats.regular.streak.longest,
        },
        "score": stats.regular.score.percent,
        "sessions": stats.sessions,
        "seconds": stats.seconds,
        "eccentric_seconds": stats.eccentric_seconds,
        "days": [{**asdict(day), "day": day.day.isoformat()} for day in stats.days],
        "flows": [{**asdict(flow), "words": flow.words} for flow in stats.flows],
    }


def export(engine: Engine, csv: Path | None, json: Path | None) -> str:
    """Write the journal out, as JSON in this folder where nothing else is asked for."""
    if csv is not None:
        engine.records.journal.export_csv(csv)
        return f"Written to {csv}, one file a table."
    today = engine.today()
    target = json or Path(f"longstride-{today}.json")
    engine.records.journal.export_json(target)
    return f"Written to {target}."


def back_up(engine: Engine) -> str:
    """Make a backup now."""
    made = engine.records.back_up()
    return f"A backup is in {made}."


def backup_lines(engine: Engine) -> Iterator[str]:
    """Yield a line a backup, newest first."""
    backups = engine.records.backups.all()
    if not backups:
        yield f"No backups yet; they will be in {engine.records.backups.folder}."
    for backup in backups:
        yield _backup_line(backup)


def restore(engine: Engine, name: str | None, empty: bool) -> str:
    """Put a backup, by its path or its name, in the journal's place: without one the newest good.

    JournalError where there is none.
    """
    chosen = None if empty else _chosen(engine, name)
    from longstride.journal.check import held

    aside = engine.records.restore(chosen)
    kept = f" The journal that was there is kept in {aside}." if aside else ""
    if chosen is None:
        return f"The journal is now an empty one.{kept}"
    return f"The journal is now {chosen.name}, {_held_words(held(engine.paths.journal))}.{kept}"


def _chosen(engine: Engine, name: str | None) -> Path:
    if name is not None:
        here = Path(name)
        return here if here.is_file() else engine.records.backups.folder / name
    backups = engine.records.backups
    newest = backups.newest_good()
    if newest is None:
        raise JournalError(
            f"There is no good backup in {backups.folder}; name another file, or begin an empty "
            "journal with --empty."
        )
    return newest.path


def _held_words(found: Held) -> str:
    until = f" until {found.last_day}" if found.last_day else ""
    return f"with {_sessions(found)}{until}"


def _sessions(found: Held) -> str:
    return counted(found.sessions, "session")


def _backup_line(backup: Backup) -> str:
    taken = backup.taken.astimezone().strftime("%Y-%m-%d %H:%M")
    sessions, last = "cannot be read", ""
    if backup.held is not None:
        sessions, last = _sessions(backup.held), f"{backup.held.last_day or ''}"
    size = f"{backup.size / 1e6:6.1f} MB"
    line = f"{taken}  {sessions:>16}  {last:>10}  {size}  {backup.path.name}"
    return line + "".join(f" ({note})" for note in backup.notes)
