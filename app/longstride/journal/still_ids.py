"""Which stills a journal file of any revision holds, without opening it as the athlete's."""

from contextlib import closing
from pathlib import Path
from uuid import UUID

from longstride.journal.faults import plain_faults
from longstride.journal.store import connect


def still_ids(path: Path) -> frozenset[UUID]:
    """Return the ids of its stills that were not deleted; JournalError where it cannot be read."""
    with plain_faults(path), closing(connect(path)) as connection:
        if not connection.execute("PRAGMA table_info(still)").fetchall():
            return frozenset()
        found = connection.execute("SELECT id FROM still WHERE deleted IS NULL")
        return frozenset(UUID(known) for (known,) in found)
