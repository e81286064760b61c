"""What is exported imports: whatever journal the program can have written, the same comes back."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.any_journal import EPOCH, Athlete
from journal.journal_samples import a_session, a_step, noon
from journal.two_journals import Two, everything
from longstride.content import flow_from_json
from longstride.core.history.bounds import YEARS
from longstride.core.history.week import TargetError, local_day
from longstride.journal.journal import Journal
from longstride.journal.merge import Merged

MEMORY = Path("/dev/shm")  # where a file costs no disk
JOURNALS = int(os.environ.get("LONGSTRIDE_JOURNALS", "12"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Path]]:
    """Make folders, each with two empty journals in it: copied, and where no disk is waited for."""
    made = tmp_path_factory.mktemp("empty") / "journal.sqlite"
    Journal(made, noon).dispose()
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as rooms:

        def room() -> Path:
            room = Path(mkdtemp(dir=rooms))
            for name in ("here.sqlite", "there.sqlite"):
                shutil.copy(made, room / name)
            return room

        yield room


def lines(file: Path) -> list[str]:
    """Return an export without its first line, which says when it was written."""
    return file.read_text(encoding="utf-8").splitlines()[1:]


@settings(max_examples=JOURNALS, suppress_health_check=list(HealthCheck), derandomize=JOURNALS < 99)
@given(random=st.randoms(use_true_random=False), things=st.integers(0, 25))
def test_any_journal_that_was_written_comes_back_whole(
    empty: Callable[[], Path], random: Random, things: int
) -> None:
    room = empty()
    athlete = Athlete(room / "here.sqlite", random)
    athlete.do(things)
    there = Journal(room / "there.sqlite", noon)
    athlete.journal.export_json(room / "out.json")
    merged = there.import_json(room / "out.json")
    there.export_json(room / "again.json")
    assert lines(room / "again.json") == lines(room / "out.json")
    assert everything(there) == everything(athlete.journal)
    assert merged.repeats == 0
    assert there.import_json(room / "out.json") == Merged()
    athlete.journal.dispose()
    there.dispose()
    shutil.rmtree(room)


@pytest.mark.parametrize("hours", [-12, -5, 0, 14])
def test_a_journal_of_a_dead_clock_imports(two: Two, hours: int) -> None:
    now = EPOCH.astimezone(timezone(timedelta(hours=hours)))
    day = local_day(now, noon().time())
    session = a_session(started=EPOCH, day=day, steps=(a_step(0),))
    two.here.begin(session)
    two.here.close(session.id, now)
    assert two.carry(two.here, two.there) == Merged(sessions=1)
    assert two.there.sessions()[0].day == day
    assert two.alike()


@pytest.mark.parametrize("year", YEARS)
def test_the_first_and_the_last_year_come_back(two: Two, year: int) -> None:
    moment = datetime(year, 7, 1, tzinfo=UTC)
    two.here.begin(a_session(started=moment, day=date(year, 12, 31)))
    two.carry(two.here, two.there)
    assert two.alike()


def test_no_target_is_kept_that_an_import_would_refuse(two: Two) -> None:
    with pytest.raises(TargetError, match="No week begins on 2026-11-25"):
        two.here.set_target(date(2026, 11, 25), 3)
    assert two.here.weeks() == ()


def test_what_a_flow_was_before_it_got_lighter_is_not_carried(two: Two) -> None:
    session = a_session(flow_json='{"id": "a", "title": "A", "steps": []}')
    two.here.begin(session)
    two.here.lighten(session.id, "{}", 1)
    two.carry(two.here, two.there)
    assert two.there.session(session.id).flow_json == "{}"


@pytest.mark.parametrize("file", sorted((Path(__file__).parent / "earlier").iterdir()))
def test_what_an_earlier_version_exported_imports(two: Two, file: Path) -> None:
    """Also a title and a note as they were typed before either had a bound."""
    assert two.here.import_json(file) == Merged(2, 1, weeks=1, freezes=1)
    entered, led = sorted(two.here.sessions(), key=lambda session: len(session.steps))
    assert entered.title == "Hip class\x1b[2J"
    assert entered.after is not None and len(entered.after.note) == 3000
    assert len(flow_from_json(led.flow_json).steps) == led.step_count
    two.carry(two.here, two.there)
    assert two.alike()
