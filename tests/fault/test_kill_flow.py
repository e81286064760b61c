"""Killed at any instant of a flow, the program has lost no finished step and takes it up again.

Three kills of the terminal and one of the window, or so many as LONGSTRIDE_KILLS says.
"""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from fault.short_moves import NAME, STEPS, step_begun, write_flow
from longstride.leading.trouble import LATE
from ui.house import House, PaperEngine, own_places

KILLS = int(os.environ.get("LONGSTRIDE_KILLS", "0"))
WINDOW = Path(__file__).with_name("window_until_killed.py")
SPEEDS = (100.0, 300.0, 1000.0)
MS = 160_000  # about what the flow lasts

Command = Callable[[Path, float], Sequence[str]]


def in_terminal(folder: Path, speed: float) -> Sequence[str]:
    program = (sys.executable, "-m", "longstride", "--data-dir", str(folder))
    return (*program, "play", NAME, "--no-window", "--speed", str(speed))


def in_window(folder: Path, speed: float) -> Sequence[str]:
    return (sys.executable, str(WINDOW), str(folder), NAME, str(min(speed, 300)))


def kill_one(command: Command, folder: Path, seed: int) -> int:
    """Kill one run at an instant that the seed decides; return the last step it said it began."""
    chance = Random(seed)
    speed = chance.choice(SPEEDS)
    late = chance.uniform(0, MS / 1000 / speed * 1.2)
    with subprocess.Popen(
        command(folder, speed), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        begun = [step_begun(child.stdout.readline())]
        killer = Timer(late, child.kill)
        killer.start()
        begun += [step_begun(line) for line in child.stdout]
        child.wait()
        killer.cancel()
        assert child.stderr is not None
        assert child.stderr.read() in {"", f"longstride: {LATE}\n"}  # a busy machine's voice
    return max((step for step in begun if step is not None), default=0)


def seen(folder: Path) -> list[dict[str, object]]:
    """Return the sessions as the command line shows them, newest first."""
    told = subprocess.run(
        (sys.executable, "-m", "longstride", "--data-dir", str(folder), "history", "--json"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stderr == ""
    return list(json.loads(told.stdout))


def check_kept(folder: Path, told: int, before: int) -> None:
    """See that all that was told is kept, and sound."""
    with closing(sqlite3.connect(folder / "data" / "journal.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    sessions = seen(folder)
    assert len(sessions) == before + 1
    newest = sessions[0]
    kept = int(str(newest["next_step"]))
    assert told <= kept <= STEPS
    steps = newest["steps"]
    assert isinstance(steps, list)
    assert [step["step"] for step in steps] == list(range(kept))
    assert {step["outcome"] for step in steps} <= {"done"}


def kill_many(command: Command, folder: Path, times: int) -> None:
    """Kill so many runs on one journal, and look at it after each."""
    write_flow(own_places(folder).flows)
    for number in range(times):
        told = kill_one(command, folder, number)
        check_kept(folder, told, before=number)


def test_no_finished_step_is_lost_in_the_terminal(tmp_path: Path) -> None:
    kill_many(in_terminal, tmp_path, KILLS or 3)


def test_no_finished_step_is_lost_in_the_window(tmp_path: Path) -> None:
    kill_many(in_window, tmp_path, KILLS or 1)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_flow_is_offered_again_at_its_step(tmp_path: Path, build: Callable[..., House]) -> None:
    paths = own_places(tmp_path)
    write_flow(paths.flows)
    seed = next(seed for seed in range(100) if Random(seed).choice(SPEEDS) == SPEEDS[0])
    while (told := kill_one(in_terminal, tmp_path, seed)) in {0, STEPS - 1}:
        seed += 1
    house = build(paths, fresh=True).open("interrupted")
    house.press("Go on")
    house.wait_until_led()
    assert isinstance(house.engine, PaperEngine)
    assert house.step in {told, told + 1}
