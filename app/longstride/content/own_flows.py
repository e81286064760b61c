"""Putting a flow's file from anywhere among the athlete's own."""

import os
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from types import MappingProxyType

from longstride.content.files import id_of
from longstride.content.flow_folder import Shipped, load_flows, refuse_shipped
from longstride.content.flows import read_flow
from longstride.content.gate import MOST_BYTES
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.drill import Drill
from longstride.core.timeline.phrases import Phrases

_PRIVATE = 0o600
SUFFIX = ".flow.toml"


def keep_flow(
    file: Path,
    folder: Path,
    catalogue: Mapping[str, Drill],
    phrases: Phrases = Phrases(),
    shipped: Shipped = MappingProxyType({}),
) -> str:
    """Copy a flow's file into the athlete's folder and return the flow's id.

    Nothing there is ever written over. FlowError where the file cannot be used, or cannot be
    copied, or another flow there has its id, or a ``shipped`` one has it by the file's name.
    """
    reading = read_flow(file, catalogue, phrases)
    refuse_shipped(file, reading, shipped)
    flow = reading.flow.id
    if flow in load_flows(folder, catalogue)[0]:
        raise _refusal(
            file, f'one of your flows is called "{flow}" already; give this one an id of its own'
        )
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES)
        write_new(content, _places(folder, file, flow))
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise _refusal(file, f"this file cannot be copied into {folder}: {why}") from error
    return flow


def _places(folder: Path, file: Path, flow: str) -> Iterator[Path]:
    """Yield names for the copy; only a flow that says its id may bear another than that."""
    yield folder / f"{flow}{SUFFIX}"
    if id_of(file) != flow:
        for number in count(2):
            yield folder / f"{flow}-{number}{SUFFIX}"


def write_new(content: bytes, places: Iterator[Path]) -> Path:
    """Write to the first place where nothing stands yet and return it; OSError.

    The file is for the athlete's eyes only.
    """
    for place in places:
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        except FileExistsError:
            continue
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError:
            place.unlink(missing_ok=True)  # half a flow is none
            raise
        return place
    raise FileExistsError(0, "a file of that name is there already")


def _refusal(file: Path, text: str) -> FlowError:
    return FlowError((Mistake(str(file), 0, text),))
