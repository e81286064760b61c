"""The command line: the same engine with no window.

Wrong use exits 2 with one sentence on stderr; broken content exits 1 with every mistake.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import longstride
from longstride.bootstrap import open_engine, open_window
from longstride.bugs import tell_bugs
from longstride.core.durations import clock_text, minutes_text
from longstride.core.errors import DisplayError, FlowError, LongstrideError, WrongUseError

if TYPE_CHECKING:
    from longstride.core.flow import Flow
    from longstride.core.session import Session
    from longstride.core.timeline import Timeline
    from longstride.engine import Engine

WRONG_USE = 2
BROKEN = 1
NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where none is given; return the exit code."""
    if sys.argv[1:2] == ["--speech-child"]:  # how a frozen program starts its own child
        from longstride.speech.child import main as speak

        return speak()
    options = _parser().parse_args(with_verb(sys.argv[1:] if arguments is None else arguments))
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
        return BROKEN
    except LongstrideError as error:
        print(f"longstride: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(engine: Engine, options: argparse.Namespace) -> int:
    in_window = options.run is _window or (options.run is _play and not options.no_window)
    if engine.notice and not in_window:  # which shows it itself
        print(f"longstride: {engine.notice}", file=sys.stderr)
    code = int(options.run(engine, options))
    if engine.backup_trouble and not in_window:
        print(f"longstride: {engine.backup_trouble}", file=sys.stderr)
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
    parser.set_defaults(run=_window)
    parser.add_argument(
        "--licences",
        action="store_const",
        dest="run",
        const=_licences,
        help="print the licences of all the program is made of",
    )
    commands = parser.add_subparsers(metavar="COMMAND")

    _command(commands, "list", _list, "name every flow there is")
    show = _command(commands, "show", _show, "print a flow's timeline and what was dropped")
    show.add_argument("flow", metavar="FLOW", help="a flow's id or file")
    show.add_argument("--json", action="store_true")
    check = _command(commands, "check", _check, "find every mistake in flow, drill and pose files")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    render = _command(commands, "render", _render, "write a flow to a sound file")
    render.add_argument("flow", metavar="FLOW")
    render.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    draw = _command(commands, "draw", _draw, "draw a drill's figure to an SVG or PNG file")
    draw.add_argument("drill", metavar="DRILL", help="a drill's id")
    draw.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    draw.add_argument("--light", action="store_true", help="on a light ground")
    play = _command(commands, "play", _play, "lead through a flow")
    play.add_argument("flow", metavar="FLOW")
    play.add_argument("--no-window", action="store_true", help="captions in the terminal")
    play.add_argument(
        "--speed", type=_speed, default=1.0, metavar="N", help="N times as fast, silent"
    )
    opening = _command(commands, "open", _window, "open the window on a flow; a file needs no verb")
    opening.add_argument("flows", nargs="+", metavar="FLOW")
    history = _command(commands, "history", _history, "list the sessions in the journal")
    history.add_argument("--json", action="store_true")
    _keeping_commands(commands)
    doctor = _command(commands, "doctor", _doctor, "look at voice, sound, database and paths")
    doctor.add_argument("--json", action="store_true")
    return parser


def _keeping_commands(commands: argparse._SubParsersAction[_Parser]) -> None:
    stats = _command(commands, "stats", _stats, "add up the journal: week, run, score, totals")
    stats.add_argument("--json", action="store_true")
    export = _command(commands, "export", _export, "write the whole journal out")
    target = export.add_mutually_exclusive_group()
    target.add_argument("--csv", type=Path, metavar="FOLDER", help="one file a table; or FILE.zip")
    target.add_argument("--json", type=Path, metavar="FILE", help="one file to import again")
    take = _command(commands, "import", _import, "take in what another journal exported")
    take.add_argument("file", type=Path, metavar="FILE")
    backup = _command(commands, "backup", _backup, "back the journal up now")
    backup.add_argument("--list", action="store_true", help="name the backups there are")
    restore = _command(commands, "restore", _restore, "put a backup in the journal's place")
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


def _window(engine: Engine, options: argparse.Namespace) -> int:
    return open_window(engine, os.environ, getattr(options, "flows", ()))


def _licences(engine: Engine, _: argparse.Namespace) -> int:
    from longstride.licences import licences

    shipped = licences(engine.paths.licences)
    for licence in shipped:
        print(f"{licence.name} {licence.version}".strip(), licence.terms, licence.home, sep="  ")
    for licence in shipped:
        print(f"\n\n{f' {licence.name} ':=^72}\n\n{licence.text}")
    return 0


def _list(engine: Engine, _: argparse.Namespace) -> int:
    library = engine.library
    width = max(len(name) for name in library.flows)
    for name, flow in library.flows.items():
        least, most = flow.minutes
        minutes = f"{least} min" if least == most else f"{least}-{most} min"
        print(f"{name:<{width}}  {minutes:>9}  {flow.title}: {flow.purpose}")
    for mistake in library.mistakes:
        print(mistake, file=sys.stderr)
    return 0


def _show(engine: Engine, options: argparse.Namespace) -> int:
    from longstride.core.listing import as_json, as_lines

    flow = engine.flow(options.flow)
    timeline = _rehearsed(engine, flow)
    if options.json:
        print(json.dumps(as_json(timeline), ensure_ascii=False))
    else:
        print("\n".join(as_lines(flow, timeline)))
    return 0


def _rehearsed(engine: Engine, flow: Flow) -> Timeline:
    """Return a flow's timeline with every sentence measured; without a voice, estimated."""
    from longstride.core.adapt import perform

    rehearsal, performance = engine.rehearsal(), perform(flow)
    for done, total in rehearsal.whole(performance):
        _progress("Preparing the voice", done, total)
    if rehearsal.trouble:
        print(f"longstride: {rehearsal.trouble}", file=sys.stderr)
    return rehearsal.compile(performance)


def _progress(text: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{text}: {done} of {total}", end="\n" if done == total else "", file=sys.stderr)


def _check(engine: Engine, options: argparse.Namespace) -> int:
    from longstride.content import check_file, file_warnings

    mistakes = [
        mistake for file in options.files for mistake in check_file(file, engine.library.catalogue)
    ]
    for mistake in mistakes:
        print(mistake)
    for file in options.files:
        for warning in file_warnings(file, engine.library.catalogue):
            print(f"{warning} (a warning)")
    if not mistakes:
        print(f"No mistakes in {len(options.files)} file(s).")
    return BROKEN if mistakes else 0


def _render(engine: Engine, options: argparse.Namespace) -> int:
    from longstride.sound.render import check_target, write_sound

    check_target(options.output)  # before minutes of work, not after
    flow = engine.flow(options.flow)
    timeline = _rehearsed(engine, flow)
    write_sound(engine.mix(timeline, engine.levels()), options.output)
    print(f"{options.output}: {flow.title}, {minutes_text(timeline.duration)}.")
    return 0


def _draw(engine: Engine, options: argparse.Namespace) -> int:
    from longstride.desktop.display import window_obstacle

    if obstacle := window_obstacle(NO_SCREEN):
        raise DisplayError(obstacle)
    from longstride.ui.drawing import draw_drill

    drill = draw_drill(engine, options.drill, options.output, light=options.light)
    print(f"{options.output}: {drill.name}.")
    return 0


def _play(engine: Engine, options: argparse.Namespace) -> int:
    if not options.no_window and options.speed != 1.0:
        raise WrongUseError("--speed goes with --no-window: the window keeps the sound's own time.")
    if not options.no_window:
        return open_window(engine, os.environ, [options.flow])
    from longstride.terminal import play_in_terminal

    return play_in_terminal(engine, engine.flow(options.flow), options.speed)


def _history(engine: Engine, options: argparse.Namespace) -> int:
    sessions = engine.journal.sessions(limit=engine.journal.count() or 1)
    if options.json:
        from longstride.core.listing import session_as_json

        print(json.dumps([session_as_json(session) for session in sessions], ensure_ascii=False))
        return 0
    if not sessions:
        print("No sessions yet. The first one is the one that counts.")
    for session in sessions:
        print(_session_line(session))
    return 0


def _stats(engine: Engine, options: argparse.Namespace) -> int:
    from longstride.keeping import read_stats, stats_json, stats_lines

    stats = read_stats(engine)
    print(json.dumps(stats_json(stats)) if options.json else "\n".join(stats_lines(stats)))
    return 0


def _export(engine: Engine, options: argparse.Namespace) -> int:
    from longstride.keeping import export

    print(export(engine, options.csv, options.json))
    return 0


def _import(engine: Engine, options: argparse.Namespace) -> int:
    print(engine.journal.import_json(options.file).words)
    return 0


def _backup(engine: Engine, options: argparse.Namespace) -> int:
    from longstride.keeping import back_up, backup_lines

    print("\n".join(backup_lines(engine)) if options.list else back_up(engine))
    return 0


def _restore(engine: Engine, options: argparse.Namespace) -> int:
    from longstride.keeping import restore

    print(restore(engine, options.backup, options.empty))
    return 0


def _session_line(session: Session) -> str:
    before = "-" if session.stiffness_before is None else str(session.stiffness_before)
    rated = session.after and session.after.stiffness is not None
    after = str(session.after.stiffness) if session.after and rated else "-"
    steps = f"{session.next_step} of {session.step_count} steps"
    return (
        f"{session.day}  {session.title:<24}  {clock_text(session.seconds * 1000):>7} at work  "
        f"stiffness {before} to {after}  {steps}"
    )


def _doctor(engine: Engine, options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from longstride.doctor import examine

    findings = examine(engine)
    if options.json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{'ok ' if finding.fine else 'LOOK':<5} {finding.subject}: {finding.verdict}")
            if finding.remedy:
                print(f"      {finding.remedy}")
    return 0 if all(finding.fine for finding in findings) else BROKEN
