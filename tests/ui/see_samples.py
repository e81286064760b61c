"""What the drawn pages and dialogs show beside flows and sessions."""

from datetime import UTC, date, datetime
from pathlib import Path

from longstride.core.errors import Mistake
from longstride.journal.backup import Backup
from longstride.journal.check import Held
from longstride.speech.voice import Voice

VOICES = (
    Voice("natural/heart", "Heart", "en-us", "natural"),
    Voice("gmw/en", "English (Great Britain)", "en-gb", "espeak"),
    Voice("gmw/en-RP", "English (Received Pronunciation)", "en-gb", "espeak"),
    Voice("gmw/en-US", "English (America)", "en-us", "espeak"),
    Voice("gmw/de", "German", "de", "espeak"),
)


DEVICES = (("a1", "Built-in speakers"), ("b2", "Headphones"))


MISTAKES = (
    Mistake("my-flow.toml", 12, '"hold" is 30x; write 30, "30s" or "1:30".'),
    Mistake("my-flow.toml", 31, 'There is no drill "coach-stretch"; did you mean "couch-stretch"?'),
    Mistake("other.toml", 0, "The file is larger than 256 kB."),
)


FOLDER = Path("/home/anna/.local/share/longstride")


DAMAGED = (
    f"The journal {FOLDER / 'journal.sqlite'} is damaged; restore a backup of it, or look for a "
    "copy of your own."
)


FULL = (
    f"The disk with the journal {FOLDER / 'journal.sqlite'} is full; make room and try again, "
    "nothing stored is lost."
)


LEFT = Path("/home/anna/.local/state/longstride/longstride-run-2026-11-22-180400.json")


EMPTY = (
    f"The journal {FOLDER / 'journal.sqlite'} is empty, which no journal ever is; restore a backup "
    "of it, or move it away and Longstride starts a new one."
)


BACKUPS = tuple(
    Backup(FOLDER / f"{day}.sqlite", datetime(year, 11, day, 18, 4, tzinfo=UTC), size, *rest)
    for year, day, size, *rest in (
        (2026, 20, 2_140_000, Held(148, date(2026, 11, 20), "", 0)),
        (2026, 19, 2_100_000, Held(147, date(2026, 11, 19), "", 0), True),
        (2031, 22, 90_000, Held(1, None, "", 0), False, True),
        (2026, 12, 40_000, None),
    )
)
