"""What a screen reader finds on the bus: everything named, and everything usable by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from subprocess import Popen

import pytest

from access.access_bus import Reader, Thing
from access.access_desktop import program

SILENT = {"application", "filler", "layered pane", "scroll bar"}
"""Roles that only hold others, or that say enough by themselves."""
USABLE = {
    "check box": "Action",
    "combo box": "Action",
    "push button": "Action",
    "radio button": "Action",
    "slider": "Value",
    "spin box": "Value",
    "text": "EditableText",
    "table": "Table",
    "list": "Selection",
}


def states(running: Popen[bytes]) -> Iterator[str]:
    """Bring the program into one state after another."""
    assert running.stdin is not None and running.stdout is not None
    while True:
        running.stdin.write(b"\n")
        running.stdin.flush()
        name = running.stdout.readline().decode().strip()
        if not name:
            return
        yield name


def complaints(thing: Thing) -> Iterator[str]:
    role, name, known = thing.role, thing.name.strip(), thing.states
    where = f"{role} {name or thing.description!r}"
    if not name and (role not in SILENT or "focusable" in known):
        yield f"{where}: no name"
    if role == "combo box" and not thing.description:
        yield f"{where}: only its value is told"
    if role in USABLE and not thing.offers(USABLE[role]):
        yield f"{where}: nothing can be done with it ({thing.interfaces})"
    if role in USABLE and "enabled" in known and "focusable" not in known:
        yield f"{where}: no key reaches it"


@pytest.mark.timeout(300)  # it asks tens of thousands of questions
def test_everything_on_every_page_and_dialog_is_named_and_usable(
    screen: Mapping[str, str], onlooker: Reader
) -> None:
    found, roles, visited = [], set(), 0
    known: set[str] = set()
    with program(screen, "access.access_states") as running:
        for state in states(running):
            visited += 1
            for thing in onlooker.whole(lambda: list(onlooker.program("longstride").seen())):
                if thing.path not in known:  # most of a page is in its next state, too
                    known.add(thing.path)
                    roles.add(thing.role)
                    found += [f"{state}: {line}" for line in complaints(thing)]
    assert "\n".join(found) == ""
    assert visited > 40
    assert roles >= USABLE.keys()
