"""What each command of the command line does; each returns the exit code."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from longstride.bootstrap import open_window
from longstride.command.manner import manner_of
from longstride.command.minutes import tell_left_out
from longstride.command.terminal import note, say, say_all, say_json, tell, tell_progress
from longstride.core.counting import counted
from longstride.core.durations import clock_text, minutes_text
from longstride.core.errors import FlowError, Mistake, WrongUseError

if TYPE_CHECKING:
    from pathlib import Path

    from longstride.core.flow.flow import Flow
    from longstride.core.history.session import Session
    from longstride.engine import Engine

BROKEN = 1


def open_window_on(engine: Engine, options: argparse.Namespace) -> int:
    """Open the window, on flows if some are named."""
    return open_window(engine, os.environ, getattr(options, "flows", ()))


def print_licences(engine: Engine, _: argparse.Namespace) -> int:
    """Print every licence, named first and then whole."""
    from longstride.licences import licences

    shipped = licences(engine.paths.licences)
    for licence in shipped:
        name = f"{licence.name} {licence.version}".strip()
        say(f"{name}  {licence.terms}  {licence.home}")
    for licence in shipped:
        for line in ("", "", f" {licence.name} ".center(72, "="), "", *licence.text.splitlines()):
            say(line.expandtabs())
    return 0


def list_flows(engine: Engine, _: argparse.Namespace) -> int:
    """Name every flow with its length, and what is wrong or to be known of one's own files."""
    from longstride.leading.estimate import estimates

    library = engine.library
    flows = [engine.as_wanted(flow) for flow in library.flows.values()]
    width = max(len(flow.id) for flow in flows)
    for flow, timeline in zip(flows, estimates(engine, flows), strict=True):
        minutes = minutes_text(timeline.duration)
        say(f"{flow.id:<{width}}  {minutes:>13}  {flow.title}: {flow.purpose}")
    for mistake in library.mistakes:
        note(str(mistake))
    for each in library.notes:
        note(f"{each} (a note)")
    return 0


def show(engine: Engine, options: argparse.Namespace) -> int:
    """Print a flow's timeline."""
    from longstride.core.timeline.listing import as_json, as_lines
    from longstride.leading.exporting import PreparedFlow

    flow = engine.flow(options.flow)
    prepared = PreparedFlow(engine, flow, manner_of(options), options.minutes)
    for done, total in prepared.prepare():
        tell_progress("Preparing the voice", done, total)
    if prepared.trouble:
        tell(prepared.trouble)
    short, timeline, unspoken = prepared.short, prepared.timeline, prepared.unspoken
    if options.json:
        without = {} if short.is_whole else {"left_out": short.left_out}
        say_json(as_json(timeline, unspoken) | without)
    else:
        say_all(as_lines(short.flow, timeline, unspoken))
        tell_left_out(short)
    return 0


def check(engine: Engine, options: argparse.Namespace) -> int:
    """Print every mistake in files, and what is only to be warned of."""
    from longstride.content import check_file, file_warnings
    from longstride.leading.estimate import estimates

    drills, phrases = engine.library.catalogue, engine.library.phrases
    mistakes = [
        mistake for file in options.files for mistake in check_file(file, drills, phrases=phrases)
    ]
    for mistake in mistakes:
        say(str(mistake))
    for file in options.files:
        for warning in file_warnings(file, drills, phrases):
            say(f"{warning} (a warning)")
    for file, flow, notes in _good_flows(engine, options.files):
        for each in notes:
            say(f"{each} (a warning)")
        (timeline,) = estimates(engine, (flow,))
        say(f"{file}: {flow.title}, {minutes_text(timeline.duration)} as it is set for you.")
    if not mistakes:
        say(f"No mistakes in {counted(len(options.files), 'file')}.")
    return BROKEN if mistakes else 0


def _good_flows(
    engine: Engine, files: Iterable[Path]
) -> Iterator[tuple[Path, Flow, list[Mistake]]]:
    """Yield the flow of each file that holds a good one, with what its name does."""
    from longstride.content import name_notes, read_flow

    library, assets = engine.library, engine.paths.assets.resolve()
    for file in files:
        with suppress(FlowError):
            reading = read_flow(file, library.catalogue, library.phrases)
            shipped = {} if file.resolve().is_relative_to(assets) else library.shipped
            yield file, engine.as_wanted(reading.flow), [*name_notes(file, reading, shipped)]


def render(engine: Engine, options: argparse.Namespace) -> int:
    """Write a flow to a sound file."""
    from longstride.leading.exporting import SoundExport

    flow = engine.flow(options.flow)
    export = SoundExport(engine, flow, options.output, manner_of(options), options.minutes)
    for done, total in export.steps():
        tell_progress("Writing the sound", done, total)
    if export.trouble:
        tell(export.trouble)
    say(f"{options.output}: {export.short.flow.title}, {minutes_text(export.timeline.duration)}.")
    tell_left_out(export.short)
    for text, why in export.unspoken.items():
        tell(f"“{text}” could not be spoken and is silent: {why}")
    return 0


def play(engine: Engine, options: argparse.Namespace) -> int:
    """Lead through a flow, in the window or in the terminal."""
    if not options.no_window and options.speed != 1.0:
        raise WrongUseError("--speed goes with --no-window: the window keeps the sound's own time.")
    if not options.no_window and options.minutes:
        raise WrongUseError("--minutes goes with --no-window: the window asks how long you have.")
    if not options.no_window:
        return open_window(engine, os.environ, [options.flow], manner_of(options))
    from longstride.command.play import play_in_terminal

    flow = engine.flow(options.flow)
    return play_in_terminal(engine, flow, options.speed, manner_of(options), options.minutes)


def history(engine: Engine, options: argparse.Namespace) -> int:
    """List the sessions in the journal."""
    sessions = engine.records.journal.sessions(limit=engine.records.journal.count() or 1)
    if options.json:
        from longstride.command.session_json import session_as_json

        say_json([session_as_json(session) for session in sessions])
        return 0
    if not sessions:
        say("No sessions yet. The first one is the one that counts.")
    for session in sessions:
        say(_session_line(session))
    return 0


def stats(engine: Engine, options: argparse.Namespace) -> int:
    """Add up the journal."""
    from longstride.command.records import read_stats, stats_json, stats_lines

    stats = read_stats(engine)
    if options.json:
        say_json(stats_json(stats))
    else:
        say_all(stats_lines(stats))
    return 0


def plan(engine: Engine, options: argparse.Namespace) -> int:
    """Show the plan that is followed, follow one, make its week lighter or full, or end it."""
    from longstride.command.plan import run_plan

    run_plan(engine, options)
    return 0


def remind(engine: Engine, _: argparse.Namespace) -> int:
    """Tell of the day's flow if it is due."""
    from longstride.command import remind as reminding

    say(reminding.remind(engine))
    return 0


def export(engine: Engine, options: argparse.Namespace) -> int:
    """Write the whole journal out."""
    from longstride.command import records as keeping

    say(keeping.export(engine, options.csv, options.json))
    return 0


def take_in(engine: Engine, options: argparse.Namespace) -> int:
    """Take in what another journal exported."""
    say(engine.records.take_in(options.file))
    return 0


def back_up(engine: Engine, options: argparse.Namespace) -> int:
    """Back the journal up, or name the backups there are."""
    from longstride.command import records as keeping

    say_all(keeping.backup_lines(engine) if options.list else (keeping.back_up(engine),))
    return 0


def restore(engine: Engine, options: argparse.Namespace) -> int:
    """Put a backup, or an empty journal, in the journal's place."""
    from longstride.command import records as keeping

    say(keeping.restore(engine, options.backup, options.empty))
    return 0


def _session_line(session: Session) -> str:
    before = "-" if session.stiffness_before is None else str(session.stiffness_before)
    rated = session.after and session.after.stiffness is not None
    after = str(session.after.stiffness) if session.after and rated else "-"
    steps = f"{session.next_step} of {counted(session.step_count, 'step')}"
    return (
        f"{session.day}  {session.title:<24}  {clock_text(session.seconds * 1000):>7} at work  "
        f"stiffness {before} to {after}  {steps}"
    )


def look_around(engine: Engine, options: argparse.Namespace) -> int:
    """Look at all that the program stands on."""
    from dataclasses import asdict

    from longstride.command.doctor import examine

    findings = examine(engine)
    if options.json:
        say_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            say(f"{'ok ' if finding.fine else 'LOOK':<5} {finding.subject}: {finding.verdict}")
            if finding.remedy:
                say(f"      {finding.remedy}")
    return 0 if all(finding.fine for finding in findings) else BROKEN
