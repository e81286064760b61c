"""A folder of flows: the good ones by id, the mistakes of the others, and what its names do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from longstride.content.files import all_toml_files, is_hidden, is_nameless, toml_files
from longstride.content.flows import Reading, read_flow
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow
from longstride.core.timeline.phrases import Phrases

Shipped = Mapping[str, str]
"""The titles of the flows that come with the program, by id."""

_HIDDEN = "this file is hidden, so it is left out; take the dot from the front of its name"
_NO_FILE = "this is no file that can be read; move it out of this folder"


@dataclass(frozen=True, slots=True)
class FlowFolder:
    """The flows of a folder by id. ``notes`` are of files that are no mistakes.

    ``files`` say where each flow lies.
    """

    flows: Mapping[str, Flow]
    mistakes: tuple[Mistake, ...]
    notes: tuple[Mistake, ...]
    files: Mapping[str, str]


def load_flows(
    folder: Path, catalogue: Mapping[str, Drill], phrases: Phrases = Phrases()
) -> tuple[Mapping[str, Flow], tuple[Mistake, ...]]:
    """Return the good flows of a folder by id, and the mistakes of the others."""
    found = read_folder(folder, catalogue, phrases, {})
    return found.flows, found.mistakes


def read_folder(
    folder: Path, catalogue: Mapping[str, Drill], phrases: Phrases, shipped: Shipped
) -> FlowFolder:
    """Return what a folder holds. A flow that is ``shipped`` is replaced by one that says its id.

    One whose file is merely called so is a mistake.
    """
    flows: dict[str, Flow] = {}
    files: dict[str, str] = {}
    mistakes: list[Mistake] = []
    notes = [Mistake(str(path), 0, _HIDDEN) for path in all_toml_files(folder) if is_hidden(path)]
    for path in toml_files(folder):
        try:
            reading = _read(path, catalogue, phrases)
        except FlowError as error:
            mistakes += error.mistakes
            continue
        if clash := _clash(reading, flows, shipped):
            mistakes.append(Mistake(str(path), 0, clash))
            continue
        notes += name_notes(path, reading, shipped)
        flows[reading.flow.id] = reading.flow
        files[reading.flow.id] = str(path)
    return FlowFolder(flows, tuple(mistakes), tuple(notes), files)


def name_notes(path: Path, reading: Reading, shipped: Shipped) -> Iterator[Mistake]:
    """Yield what a flow's file does by its name or its id, where that may surprise."""
    name, told = reading.flow.id, str(path)
    if is_hidden(path):
        yield Mistake(told, 0, _HIDDEN)
    if name in shipped:
        yield Mistake(told, 0, _taken(name) if not reading.says_id else _replaces(shipped[name]))
    elif is_nameless(path) and not reading.says_id:
        text = f'this name has neither a letter from a to z nor a digit, so its id is "{name}"; '
        yield Mistake(told, 0, text + "write an id of your own, and the file can be renamed")


def refuse_shipped(path: Path, reading: Reading, shipped: Shipped) -> None:
    """Raise FlowError where a flow would take a shipped one's place by its file's name alone."""
    if reading.flow.id in shipped and not reading.says_id:
        raise FlowError((Mistake(str(path), 0, _taken(reading.flow.id)),))


def _read(path: Path, catalogue: Mapping[str, Drill], phrases: Phrases) -> Reading:
    if not path.is_file():  # a folder; a pipe, that nobody writes to, would be waited for
        raise FlowError((Mistake(str(path), 0, _NO_FILE),))
    return read_flow(path, catalogue, phrases)


def _clash(reading: Reading, flows: Mapping[str, Flow], shipped: Shipped) -> str:
    """Return why a flow cannot go by its id, "" where it can."""
    name = reading.flow.id
    if name in flows:
        return f'another file here holds the flow "{name}" already; give this one its own id'
    return _taken(name) if name in shipped and not reading.says_id else ""


def _taken(name: str) -> str:
    return (
        f'a flow that comes with Longstride is called "{name}"; write an id of your own, or '
        f'id = "{name}" to put this one in its place'
    )


def _replaces(title: str) -> str:
    return (
        f'this stands in the place of "{title}", which comes with Longstride; another id brings '
        "that back"
    )
