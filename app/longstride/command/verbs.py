"""What each command of the command line does; each returns the exit code."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from longstride.bootstrap import open_window
from longstride.core.durations import clock_text, minutes_text
from longstride.core.errors import DisplayError, FlowError, Mistake, WrongUseError

if TYPE_CHECKING:
    from pathlib import Path

    from longstride.core.flow.flow import Flow
    from longstride.core.history.session import Session
    from longstride.core.timeline.timeline import Timeline
    from longstride.engine import Engine

BROKEN = 1
NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def open_window_on(engine: Engine, options: argparse.Namespace) -> int:
    """Open the window, on flows if some are named."""
    return open_window(engine, os.environ, getattr(options, "flows", ()))


def print_licences(engine: Engine, _: argparse.Namespace) -> int:
    """Print every licence, named first and then whole."""
    from longstride.licences import licences

    shipped = licences(engine.paths.licences)
    for licence in shipped:
        print(f"{licence.name} {licence.version}".strip(), licence.terms, licence.home, sep="  ")
    for licence in shipped:
        print(f"\n\n{f' {licence.name} ':=^72}\n\n{licence.text}")
    return 0


def list_flows(engine: Engine, _: argparse.Namespace) -> int:
    """Name every flow with its length, and what is wrong or to be known of one's own files."""
    from longstride.leading.estimate import estimates

    library = engine.library
    flows = [engine.as_wanted(flow) for flow in library.flows.values()]
    width = max(len(flow.id) for flow in flows)
    for flow, timeline in zip(flows, estimates(engine, flows), strict=True):
        minutes = minutes_text(timeline.duration)
        print(f"{flow.id:<{width}}  {minutes:>13}  {flow.title}: {flow.purpose}")
    for mistake in library.mistakes:
        print(mistake, file=sys.stderr)
    for note in library.notes:
        print(f"{note} (a note)", file=sys.stderr)
    return 0


def show(engine: Engine, options: argparse.Namespace) -> int:
    """Print a flow's timeline."""
    from longstride.core.timeline.listing import as_json, as_lines

    flow = engine.flow(options.flow)
    timeline, unspoken = _prepared(engine, flow)
    if options.json:
        print(json.dumps(as_json(timeline, unspoken), ensure_ascii=False))
    else:
        print("\n".join(as_lines(flow, timeline, unspoken)))
    return 0


def _prepared(engine: Engine, flow: Flow) -> tuple[Timeline, Mapping[str, str]]:
    """Return a flow's timeline with every sentence measured; without a voice, estimated.

    With it come the sentences that could not be rendered, and why.
    """
    from longstride.core.timeline.adapt import perform
    from longstride.core.timeline.bouts import begin_with
    from longstride.leading import start

    coaching = start.coaching_for(engine, flow)
    preparation = start.preparation(engine, coaching)
    performance = perform(begin_with(flow, coaching.sessions))
    for done, total in preparation.whole(performance):
        _progress("Preparing the voice", done, total)
    if preparation.trouble:
        print(f"longstride: {preparation.trouble}", file=sys.stderr)
    timeline = preparation.compile(performance)
    return timeline, preparation.unspoken(timeline)


def _progress(text: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{text}: {done} of {total}", end="\n" if done == total else "", file=sys.stderr)


def check(engine: Engine, options: argparse.Namespace) -> int:
    """Print every mistake in files, and what is only to be warned of."""
    from longstride.content import check_file, file_warnings
    from longstride.leading.estimate import estimates

    drills, phrases = engine.library.catalogue, engine.library.phrases
    mistakes = [
        mistake for file in options.files for mistake in check_file(file, drills, phrases=phrases)
    ]
    for mistake in mistakes:
        print(mistake)
    for file in options.files:
        for warning in file_warnings(file, drills, phrases):
            print(f"{warning} (a warning)")
    for file, flow, notes in _good_flows(engine, options.files):
        for note in notes:
            print(f"{note} (a warning)")
        (timeline,) = estimates(engine, (flow,))
        print(f"{file}: {flow.title}, {minutes_text(timeline.duration)} as it is set for you.")
    if not mistakes:
        print(f"No mistakes in {len(options.files)} file(s).")
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
    from longstride.sound.render import check_target, write_sound

    check_target(options.output)  # before minutes of work, not after
    flow = engine.flow(options.flow)
    timeline, unspoken = _prepared(engine, flow)
    write_sound(engine.mix(timeline, engine.levels(), engine.voice_clips.clips), options.output)
    print(f"{options.output}: {flow.title}, {minutes_text(timeline.duration)}.")
    for text, why in unspoken.items():
        print(f"longstride: “{text}” could not be spoken and is silent: {why}", file=sys.stderr)
    return 0


def draw(engine: Engine, options: argparse.Namespace) -> int:
    """Draw a drill's figure to a file."""
    from longstride.desktop.display import window_obstacle

    if obstacle := window_obstacle(NO_SCREEN):
        raise DisplayError(obstacle)
    from longstride.ui.drills.drawing import draw_drill

    drill = draw_drill(engine, options.drill, options.output, light=options.light)
    print(f"{options.output}: {drill.name}.")
    return 0


def play(engine: Engine, options: argparse.Namespace) -> int:
    """Lead through a flow, in the window or in the terminal."""
    if not options.no_window and options.speed != 1.0:
        raise WrongUseError("--speed goes with --no-window: the window keeps the sound's own time.")
    if not options.no_window:
        return open_window(engine, os.environ, [options.flow])
    from longstride.command.play import play_in_terminal

    return play_in_terminal(engine, engine.flow(options.flow), options.speed)


def history(engine: Engine, options: argparse.Namespace) -> int:
    """List the sessions in the journal."""
    sessions = engine.records.journal.sessions(limit=engine.records.journal.count() or 1)
    if options.json:
        from longstride.command.session_json import session_as_json

        print(json.dumps([session_as_json(session) for session in sessions], ensure_ascii=False))
        return 0
    if not sessions:
        print("No sessions yet. The first one is the one that counts.")
    for session in sessions:
        print(_session_line(session))
    return 0


def stats(engine: Engine, options: argparse.Namespace) -> int:
    """Add up the journal."""
    from longstride.command.records import read_stats, stats_json, stats_lines

    stats = read_stats(engine)
    print(json.dumps(stats_json(stats)) if options.json else "\n".join(stats_lines(stats)))
    return 0


def export(engine: Engine, options: argparse.Namespace) -> int:
    """Write the whole journal out."""
    from longstride.command import records as keeping

    print(keeping.export(engine, options.csv, options.json))
    return 0


def take_in(engine: Engine, options: argparse.Namespace) -> int:
    """Take in what another journal exported."""
    print(engine.records.take_in(options.file))
    return 0


def back_up(engine: Engine, options: argparse.Namespace) -> int:
    """Back the journal up, or name the backups there are."""
    from longstride.command import records as keeping

    print("\n".join(keeping.backup_lines(engine)) if options.list else keeping.back_up(engine))
    return 0


def restore(engine: Engine, options: argparse.Namespace) -> int:
    """Put a backup, or an empty journal, in the journal's place."""
    from longstride.command import records as keeping

    print(keeping.restore(engine, options.backup, options.empty))
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


def look_around(engine: Engine, options: argparse.Namespace) -> int:
    """Look at all that the program stands on."""
    from dataclasses import asdict

    from longstride.command.doctor import examine

    findings = examine(engine)
    if options.json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{'ok ' if finding.fine else 'LOOK':<5} {finding.subject}: {finding.verdict}")
            if finding.remedy:
                print(f"      {finding.remedy}")
    return 0 if all(finding.fine for finding in findings) else BROKEN
