"""The command line: the same engine with no window.

Wrong use exits 2 with one sentence on stderr; broken content exits 1 with every mistake.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import longstride
from longstride.bootstrap import open_engine
from longstride.command import terminal, verbs
from longstride.command.bugs import tell_bugs
from longstride.command.ending import Ending
from longstride.core.errors import FlowError, LongstrideError

if TYPE_CHECKING:
    from longstride.engine import Engine

WRONG_USE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where none is given; return the exit code."""
    if sys.argv[1:2] == ["--speech-worker"]:  # how a frozen program starts its own child
        from longstride.speech.worker import main as speak

        return speak(sys.argv[2])
    if arguments is None:
        terminal.fill_descriptors()
        # numpy's products here are small: its threads would wait for each other, on a busy
        # machine ten times as long as one takes alone. It looks when it is imported.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    options = options_of(sys.argv[1:] if arguments is None else arguments)
    with nullcontext() if _opens_window(options) else Ending():
        return terminal.code_after(_answer(options, is_alone=arguments is None))


def _answer(options: argparse.Namespace, *, is_alone: bool) -> int:
    """Do what is asked for; whatever is expected to go wrong is a sentence and an exit code."""
    try:
        return _run(options, is_alone=is_alone)
    except FlowError as error:
        for mistake in error.mistakes:
            terminal.note(str(mistake))
        return verbs.BROKEN
    except LongstrideError as error:
        terminal.tell(str(error))
        return WRONG_USE
    except OSError as error:
        if error.filename is None:
            raise
        logging.getLogger(__name__).warning("the system refused", exc_info=error)
        place, why = os.fsdecode(error.filename), str(error.strerror).lower()
        terminal.tell(f"{place} cannot be used: {why}; choose another name or place.")
        return WRONG_USE


def _opens_window(options: argparse.Namespace) -> bool:
    plays = options.run is verbs.play and not options.no_window
    return plays or options.run is verbs.open_window_on


def options_of(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for; without any, the window need not wait for a parser."""
    if not words:
        return argparse.Namespace(run=verbs.open_window_on, data_dir=None)
    from longstride.command.drawing import with_view

    return _parser().parse_args(with_view(with_verb(words)))


def _run(options: argparse.Namespace, *, is_alone: bool) -> int:
    engine = open_engine(options.data_dir, os.environ)
    if is_alone:  # the process is all ours
        tell_bugs(engine.paths.log)
    try:
        return _run_on(engine, options)
    finally:
        engine.close()


def _run_on(engine: Engine, options: argparse.Namespace) -> int:
    in_window = _opens_window(options)  # which shows it itself
    if engine.notice and not in_window:
        terminal.tell(engine.notice)
    code = int(options.run(engine, options))
    if engine.records.backup_trouble and not in_window:
        terminal.tell(engine.records.backup_trouble)
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
    """A parser that answers wrong use with one sentence, and prints as the verbs do."""

    def exit(self, status: int = 0, _: str | None = None) -> NoReturn:
        raise SystemExit(terminal.code_after(status))

    def _print_message(self, message: str, file: Any = None) -> None:
        show = terminal.say if file is sys.stdout else terminal.note
        for line in message.splitlines():
            show(line)

    def error(self, message: str) -> NoReturn:
        text = message[:1].upper() + message[1:]
        terminal.tell(f'{text}. See "{self.prog} --help".')
        self.exit(WRONG_USE)


def _parser() -> argparse.ArgumentParser:
    from longstride.command.drawing import add_drawing, draw
    from longstride.command.manner import add_manner
    from longstride.command.measure import add_measure, measure
    from longstride.command.minutes import add_minutes
    from longstride.command.writing import add_writing

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
    add_minutes(show)
    add_manner(show)
    check = _command(
        commands, "check", verbs.check, "find every mistake in flow, drill and pose files"
    )
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    render = _command(commands, "render", verbs.render, "write a flow to a sound file")
    render.add_argument("flow", metavar="FLOW", help="a flow's id or file")
    render.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    add_minutes(render)
    add_manner(render)
    add_drawing(_command(commands, "draw", draw, "draw a drill's figure to an SVG or PNG file"))
    play = _command(commands, "play", verbs.play, "lead through a flow")
    play.add_argument("flow", metavar="FLOW", help="a flow's id or file")
    play.add_argument("--no-window", action="store_true", help="captions in the terminal")
    add_minutes(play)
    play.add_argument(
        "--speed", type=_speed, default=1.0, metavar="N", help="N times as fast, silent"
    )
    add_manner(play)
    opening = _command(
        commands, "open", verbs.open_window_on, "open the window on a flow; a file needs no verb"
    )
    opening.add_argument("flows", nargs="+", metavar="FLOW")
    history = _command(commands, "history", verbs.history, "list the sessions in the journal")
    history.add_argument("--json", action="store_true")
    add_writing(commands.add_parser)
    _plan_command(commands)
    _command(commands, "remind", verbs.remind, "tell of the day's flow if it is due, and end")
    add_measure(_command(commands, "measure", measure, "read an angle off a clip or a picture"))
    _keeping_commands(commands)
    doctor = _command(
        commands,
        "doctor",
        verbs.look_around,
        "look at voice, sound, film, database, reminders and paths",
    )
    doctor.add_argument("--json", action="store_true")
    return parser


def _plan_command(commands: argparse._SubParsersAction[_Parser]) -> None:
    plan = _command(commands, "plan", verbs.plan, "show, follow, ease or end a plan")
    actions = ("show", "follow", "lighter", "full", "end")
    plan.add_argument("action", nargs="?", choices=actions, default="show")
    plan.add_argument("plan", nargs="?", metavar="PLAN", help="a plan's id, to follow it")
    plan.add_argument("--from-week", type=int, default=1, metavar="N", help="begin with week N")
    how = plan.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true")
    how.add_argument("--ics", type=Path, metavar="FILE", help="write its turns for a calendar")


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
