"""Record steps for ever, and say each number once the step is in the journal."""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from journal_samples import a_session, a_step

from longstride.journal.journal import Journal

journal = Journal(Path(sys.argv[1]), lambda: datetime.now(UTC))
session = a_session()
journal.begin(session)
for number in count():
    journal.record(session.id, [a_step(number)], number + 1)
    print(number, flush=True)
