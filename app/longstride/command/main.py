"""The command line: the same engine with no window.

Wrong use exits 2 with one sentence on stderr; broken content exits 1 with every mistake.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import longstride
from longstride.bootstrap import open_engine
from longstride.command import verbs
from longstride.command.bugs import tell_bugs
from longstride.core.errors import FlowError, LongstrideError

if TYPE_CHECKING:
    from longstride.engine import Engine

WRONG_USE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where none is given; return the exit code."""
    if sys.argv[1:2] == ["--speech-worker"]:  # how a frozen program starts its own child
        from longstride.speech.worker import main as speak

        return speak(sys.argv[2])
    options = options_of(sys.argv[1:] if arguments is None else arguments)
    try:
        engine = open_engine(options.data_dir, os.environ)
        if arguments is None:  # the process is all ours
            tell_bugs(engine.paths.log)
        try:
            return _run(engine, options)
        finally:
            engine.close()
    except FlowError as error:
        print(error, file=sys.stderr)
        return verbs.BROKEN
    except LongstrideError as error:
        print(f"longstride: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def options_of(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for; without any, the window need not wait for a parser."""
    if not words:
        return argparse.Namespace(run=verbs.open_window_on, data_dir=None)
    return _parser().parse_args(with_verb(words))


def _run(engine: Engine, options: argparse.Namespace) -> int:
    in_window = options.run is verbs.open_window_on or (
        options.run is verbs.play and not options.no_window
    )
    if engine.notice and not in_window:  # which shows it itself
        print(f"longstride: {engine.notice}", file=sys.stderr)
    code = int(options.run(engine, options))
    if engine.records.backup_trouble and not in_window:
        print(f"longstride: {engine.records.backup_trouble}", file=sys.stderr)
    return code


def with_verb(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with "open" before a flow file alone, as a file manager gives it."""
    words = list(arguments)
    for place, word in enumerate(words):
        if not word.startswith("-") and words[place - 1 : place] != ["--data-dir"]:
            is_file = word.casefold().endswith(".toml")
            return [*words[:place], "open", *words[place:]] if is_file else words
    return words


class _Parser(argparse.ArgumentParser):
    """A parser that answers wrong use with one sentence."""

    def error(self, message: str) -> NoReturn:
        text = message[:1].upper() + message[1:]
        self.exit(WRONG_USE, f'longstride: {text}. See "{self.prog} --help".\n')


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="longstride",
        description="A spoken coach for hip mobility. Without a command it opens its window.",
    )
    parser.add_argument("--version", action="version", version=longstride.__version__)
    parser.add_argument("--data-dir", type=Path, metavar="FOLDER", help="keep all user data there")
    parser.set_defaults(run=verbs.open_window_on)
    parser.add_argument(
        "--licences",
        action="store_const",
        dest="run",
        const=verbs.print_licences,
        help="print the licences of all the program is made of",
    )
    commands = parser.add_subparsers(metavar="COMMAND")

    _command(commands, "list", verbs.list_flows, "name every flow there is")
    show = _command(commands, "show", verbs.show, "print a flow's timeline and what was dropped")
    show.add_argument("flow", metavar="FLOW", help="a flow's id, title or file")
    show.add_argument("--json", action="store_true")
    check = _command(
        commands, "check", verbs.check, "find every mistake in flow, drill and pose files"
    )
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    render = _command(commands, "render", verbs.render, "write a flow to a sound file")
    render.add_argument("flow", metavar="FLOW")
    render.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    draw = _command(commands, "draw", verbs.draw, "draw a drill's figure to an SVG or PNG file")
    draw.add_argument("drill", metavar="DRILL", help="a drill's id, name or alias")
    draw.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    draw.add_argument("--light", action="store_true", help="on a light ground")
    play = _command(commands, "play", verbs.play, "lead through a flow")
    play.add_argument("flow", metavar="FLOW")
    play.add_argument("--no-window", action="store_true", help="captions in the terminal")
    play.add_argument(
        "--speed", type=_speed, default=1.0, metavar="N", help="N times as fast, silent"
    )
    opening = _command(
        commands, "open", verbs.open_window_on, "open the window on a flow; a file needs no verb"
    )
    opening.add_argument("flows", nargs="+", metavar="FLOW")
    history = _command(commands, "history", verbs.history, "list the sessions in the journal")
    history.add_argument("--json", action="store_true")
    _keeping_commands(commands)
    doctor = _command(
        commands, "doctor", verbs.look_around, "look at voice, sound, database and paths"
    )
    doctor.add_argument("--json", action="store_true")
    return parser


def _keeping_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    stats = _command(commands, "stats", verbs.stats, "add up the journal: week, run, score, totals")
    stats.add_argument("--json", action="store_true")
    export = _command(commands, "export", verbs.export, "write the whole journal out")
    target = export.add_mutually_exclusive_group()
    target.add_argument("--csv", type=Path, metavar="FOLDER", help="one file a table; or FILE.zip")
    target.add_argument("--json", type=Path, metavar="FILE", help="one file to import again")
    take = _command(commands, "import", verbs.take_in, "take in what another journal exported")
    take.add_argument("file", type=Path, metavar="FILE")
    backup = _command(commands, "backup", verbs.back_up, "back the journal up now")
    backup.add_argument("--list", action="store_true", help="name the backups there are")
    restore = _command(commands, "restore", verbs.restore, "put a backup in the journal's place")
    chosen = restore.add_mutually_exclusive_group()
    chosen.add_argument(
        "backup", nargs="?", metavar="BACKUP", help="the newest good one if not given"
    )
    chosen.add_argument("--empty", action="store_true", help="begin an empty journal instead")


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    run: object,
    text: str,
) -> _Parser:
    parser = commands.add_parser(name, help=text, description=text.capitalize() + ".")
    parser.set_defaults(run=run)
    return parser


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0.1 <= speed <= 1000:
        raise argparse.ArgumentTypeError(f"{text} is not a speed; write a number from 0.1 to 1000")
    return speed
