"""The verbs for who writes flows: begin one, and copy one to a file to pass on."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.command.terminal import note, say
from longstride.core.errors import FlowError, WrongUseError

if TYPE_CHECKING:
    from longstride.content.writing.draft import Draft
    from longstride.engine import Engine

_FIRST_DRILL = "glute-bridge"
_WORKOUT = ".json"


def add_writing(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the verbs ``new`` and ``copy`` to a command line."""
    text = "begin a flow of your own, in the folder of your flows"
    new = add_parser("new", help=text, description=f"{text.capitalize()}.")
    new.add_argument("title", nargs="?", default="My flow", metavar="TITLE")
    new.set_defaults(run=begin)
    text = "write a flow to one file to pass on"
    copy = add_parser(
        "copy",
        help=text,
        description=f"{text.capitalize()}: it holds the flow's own drills. A .json file of the "
        "app Just Another Workout Timer becomes a flow.",
    )
    copy.add_argument("flow", metavar="FLOW", help="a flow's id, title or file, or a .json file")
    copy.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    copy.set_defaults(run=copy_flow)


def begin(engine: Engine, options: argparse.Namespace) -> int:
    """Write a flow with its first step to a new file among the athlete's own."""
    from longstride.content.writing import commands
    from longstride.content.writing.draft import new_draft
    from longstride.content.writing.saving import save_new

    library = engine.library
    draft = commands.add_step(new_draft(options.title), _FIRST_DRILL, library.catalogue)[0]
    try:
        _check(draft, engine)
    except FlowError as error:
        text = f"“{draft.name}” cannot be a title: {error.mistakes[0].text}."
        raise WrongUseError(text) from error
    file = save_new(draft, engine.paths.flows, library.flows).file
    say(f"{file}: write its steps there; “longstride check” says what is wrong with it.")
    return 0


def copy_flow(engine: Engine, options: argparse.Namespace) -> int:
    """Write a flow, or what another app exported, to one file that holds all it needs."""
    if options.output.suffix.casefold() != ".toml":
        raise WrongUseError(f"{options.output} does not end in .toml; a flow's file does.")
    if Path(options.flow).suffix.casefold() == _WORKOUT:
        return _copy_workout(engine, Path(options.flow), options.output)
    from longstride.content.writing.saving import open_file, save_copy

    library = engine.library
    flow = library.flow(options.flow)
    draft = open_file(_file_of(engine, options.flow, flow.id)).draft
    save_copy(draft, options.output, "" if flow.id in library.shipped else flow.id)
    say(f"{options.output}: {flow.title}.")
    return 0


def _file_of(engine: Engine, name: str, flow: str) -> Path:
    """Return the file a flow was read from: the one that was named, one's own, or the shipped."""
    from longstride.content.writing.saving import file_of

    if name not in engine.library.flows and Path(name).is_file():
        return Path(name)
    own = file_of(engine.paths.flows, flow)
    return own or engine.paths.assets / "flows" / f"{flow}.toml"


def _copy_workout(engine: Engine, file: Path, output: Path) -> int:
    from longstride.content.writing.saving import save_copy
    from longstride.content.writing.workouts import read_workouts

    workouts = read_workouts(file.read_bytes(), engine.library.catalogue)
    for workout in workouts:
        _check(workout.draft, engine)
    for workout, place in zip(workouts, _places(output), strict=False):
        save_copy(workout.draft, place)
        say(f"{place}: {workout.draft.title}.")
        for text in workout.notes:
            note(text)
    return 0


def _places(output: Path) -> Iterator[Path]:
    """Yield the place that was asked for, and free ones beside it for more than one flow."""
    yield output
    first = output.name[: -len(output.suffix)].removesuffix(".flow")
    for number in count(2):
        if not (place := output.with_name(f"{first}-{number}.flow.toml")).exists():
            yield place


def _check(draft: Draft, engine: Engine) -> None:
    """Raise FlowError where a flow cannot be led as it stands."""
    from longstride.content import load_flow

    load_flow(draft.text, engine.library.catalogue, engine.library.phrases)
