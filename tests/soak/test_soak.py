"""A few flows of the long soak: what they leave behind does not grow. The hours: docs/faults.md."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FLOWS = int(os.environ.get("LONGSTRIDE_SOAK", "3"))  # flows led
FLAT = ("handles", "threads", "children", "running")  # never more than after the second flow

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts as Linux counts")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("soak")
    program = [sys.executable, str(Path(__file__).with_name("soaking.py")), str(folder)]
    run = subprocess.run(
        [*program, "--flows", str(FLOWS), "--speed", "300"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.parametrize("kind", FLAT)
def test_nothing_stays_open_after_a_flow(figures: list[dict[str, Any]], kind: str) -> None:
    _, second, *later = (each[kind] for each in figures)
    assert max(later) <= second


def test_nothing_of_a_run_stays_after_it(figures: list[dict[str, Any]]) -> None:
    """The device keeps the last mix it was given, and the one before to cross from."""
    assert max(each["left"] for each in figures) <= 2


def test_the_records_are_those_of_the_score(figures: list[dict[str, Any]]) -> None:
    assert {each["off_s"] for each in figures} == {0}
