"""Two journals on two computers, and everything in one."""

from datetime import datetime, timedelta
from pathlib import Path

from journal.journal_samples import NOON
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged


class Two:
    """Two journals on two computers, their clocks a second apart with every look."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seconds = 0
        self.here = Journal(folder / "here.sqlite", self.now)
        self.there = Journal(folder / "there.sqlite", self.now)

    def now(self) -> datetime:
        self.seconds += 1
        return NOON + timedelta(seconds=self.seconds)

    def carry(self, source: Journal, target: Journal) -> Merged:
        file = self.folder / "carried.json"
        source.export_json(file)
        return target.import_json(file)

    def alike(self) -> bool:
        return everything(self.here) == everything(self.there)


def everything(journal: Journal) -> tuple[object, ...]:
    return (
        sorted(journal.sessions(10_000), key=lambda session: session.id),
        sorted(journal.measurements(), key=lambda measurement: measurement.id),
        journal.weeks(),
        journal.freezes(),
        journal.day_totals(),
    )
