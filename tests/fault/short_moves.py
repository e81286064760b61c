"""A flow of many short steps, whose captions tell in which step it is."""

import re
from pathlib import Path

NAME = "many-short-moves"
STEPS = 12
HEAD = """
title = "Many short moves"
purpose = "To be cut off."
when = "In a test."
level = "easy"
opening = "Here we go."
closing = "That was it."
"""
STEP = """
[[step]]
drill = "move-{number:02}"
reps = 1
get_ready = 1
"""
DRILL = """
[[drill]]
id = "move-{number:02}"
name = "Move {number:02}"
stage = "load"
side = "both"
reps = 1
tempo = "1-0-1-0"
setup = "Stand."
cues = ["Up"]
"""
BEGINS = re.compile(r"Move (\d+)[.,]")


def write_flow(flows: Path, steps: int = STEPS) -> None:
    """Write the flow into the folder of the athlete's own."""
    parts = (part.format(number=number) for part in (STEP, DRILL) for number in range(steps))
    (flows / f"{NAME}.toml").write_text(HEAD + "".join(parts))


def step_begun(line: str) -> int | None:
    """Return which step a whole caption begins, None if it begins none."""
    found = BEGINS.search(line.removesuffix("\n")) if line.endswith("\n") else None
    return int(found[1]) if found else None
