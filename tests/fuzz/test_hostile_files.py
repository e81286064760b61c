"""Files that nobody wrote in good faith: never a traceback, a hang or 200 MB."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.mutations import spoil_bytes, spoil_json, spoil_toml
from fuzz.swollen import swollen_json, swollen_toml
from fuzz.targets import TARGETS, seeds

HERE = Path(__file__).parent
OF_TOML = ("flow", "draft", "drill", "plan", "pose")
OF_JSON = ("settings", "saved-flow", "import", "workout")
MEGABYTES = 200
MANY = int(os.environ.get("LONGSTRIDE_FUZZ", "1"))  # times as many as in an everyday run

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="counts as Linux counts")


def tried(name: str, files: list[Path]) -> list[dict[str, Any]]:
    """Return what each file does to a target, in a process of its own."""
    program = [sys.executable, str(HERE / "trials.py"), name, *map(str, files)]
    run = subprocess.run(program, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def no_harm(name: str, files: list[Path]) -> None:
    done = tried(name, files)
    assert len(done) == len(files)
    assert [each for each in done if each["fault"] or each["mb"] > MEGABYTES] == []


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_found_once_does_no_harm_again(name: str) -> None:
    found = sorted((HERE / "found" / name).glob("*"))
    if found:
        no_harm(name, found)


@pytest.mark.parametrize("name", ["flow", *OF_JSON])
def test_what_is_made_to_be_slow_or_large_is_neither(name: str, tmp_path: Path) -> None:
    made = swollen_toml() if name in OF_TOML else swollen_json()
    for title, raw in made:
        (tmp_path / title).write_bytes(raw)
    no_harm(name, sorted(tmp_path.iterdir()))


def test_a_trial_tells_a_traceback_a_hang_and_greed(tmp_path: Path) -> None:
    """The bench itself: what would be found is found."""
    file = tmp_path / "any"
    file.write_bytes(b"x")
    program = (
        "import fuzz.targets, fuzz.trials, json, pathlib, sys\n"
        "def loop(raw):\n    while raw == b'x': pass\n"
        "def grow(raw): return len(b'x' * 250_000_000 if raw == b'x' else b'')\n"
        "def flood(raw): return len(b'x' * 4_000_000_000 if raw == b'x' else b'')\n"
        "def fail(raw): assert raw != b'x', 'it is x'\n"
        "fuzz.trials.seeds = lambda name: [b'good']\n"
        "fuzz.trials.SECONDS = 1\n"
        "for bad in (loop, grow, flood, fail):\n"
        "    fuzz.trials.TARGETS = {'bad': bad}\n"
        "    for trial in fuzz.trials.trials('bad', [pathlib.Path(sys.argv[1])]):\n"
        "        print(json.dumps(trial))\n"
    )
    place = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    run = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True, text=True, check=True, env=place,
    )  # fmt: skip
    hung, grown, flooded, failed = (json.loads(line) for line in run.stdout.splitlines())
    assert hung["fault"] == "SIGXCPU"
    assert grown["fault"] is None and grown["mb"] > MEGABYTES
    assert "MemoryError" in flooded["fault"]
    assert "it is x" in failed["fault"]


few = settings(
    max_examples=25 * MANY,
    derandomize=MANY == 1,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("name", OF_TOML)
@given(random=st.randoms(use_true_random=False))
@few
def test_any_spoiled_file_is_used_or_refused(name: str, random: Random) -> None:
    TARGETS[name](spoil_toml(random.choice(seeds(name)), random))


@pytest.mark.parametrize("name", OF_JSON)
@given(random=st.randoms(use_true_random=False))
@few
def test_any_spoiled_json_is_used_or_refused(name: str, random: Random) -> None:
    TARGETS[name](spoil_json(random.choice(seeds(name)), random))


@pytest.mark.parametrize("name", TARGETS)
@given(random=st.randoms(use_true_random=False))
@few
def test_any_other_bytes_are_used_or_refused(name: str, random: Random) -> None:
    TARGETS[name](spoil_bytes(random.choice(seeds(name)), random))


@pytest.mark.parametrize("name", ["flow", "import"])
def test_the_guided_fuzzer_finds_nothing(name: str, tmp_path: Path) -> None:
    """A short run; the long ones are made by hand: docs/faults.md."""
    pytest.importorskip("atheris", reason="it comes with the group fuzz: uv sync --group fuzz")
    runs = str(400 * MANY)
    program = [sys.executable, str(HERE / "guided.py"), name, "--runs", runs]
    run = subprocess.run(
        [*program, "--keep", str(tmp_path)], capture_output=True, text=True, check=False
    )
    left = [path.read_bytes() for path in tmp_path.iterdir() if path.is_file()]
    assert run.returncode == 0, (run.stderr[-3000:], left)
    assert "Done" in run.stderr
