import subprocess
import sys
from pathlib import Path

import pytest

from journal.journal_samples import noon
from longstride.journal.check import check
from longstride.journal.journal import Journal

CHILD = Path(__file__).with_name("steps_until_killed.py")


@pytest.mark.parametrize("finished", [1, 7, 40])
def test_a_finished_step_outlives_a_kill(file: Path, finished: int) -> None:
    command = [sys.executable, str(CHILD), str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        said = [child.stdout.readline() for _ in range(finished)]
        child.kill()
        said += child.stdout.readlines()
    told = len([line for line in said if line.endswith("\n")])

    assert "is sound" in check(file)
    journal = Journal(file, noon)
    session = journal.interrupted()
    journal.dispose()
    assert session
    assert [step.step for step in session.steps] == list(range(session.next_step))
    assert session.next_step in {told, told + 1}  # one may be stored and not yet told
