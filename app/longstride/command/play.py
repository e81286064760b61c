"""A flow without a window: captions in the terminal, sound if there is any."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from longstride.command.hurt import ask_about_pain
from longstride.command.minutes import tell_left_out
from longstride.core.durations import clock_text
from longstride.core.errors import JournalError
from longstride.core.flow.flow import Flow
from longstride.core.timeline.bouts import write_out
from longstride.core.timeline.timeline import Cue, CueKind
from longstride.desktop.libraries import sound_notice
from longstride.engine import Engine
from longstride.leading.coach import Coach, Sounding
from longstride.leading.run import Run
from longstride.leading.shortening import shortened
from longstride.leading.start import coach_for
from longstride.leading.state import State
from longstride.leading.trouble import News, Trouble
from longstride.records.scribe import Scribe
from longstride.records.unwritten import Unwritten

UNWRITTEN = 2
ASKED = (
    "Press Enter to try again, type the name of a file to keep the run in, or press Ctrl-C to "
    "leave the rest unwritten. "
)
TICK = 0.05  # seconds between two looks at the run
WORDS_KEY = "v"
HURT_KEYS = frozenset("hH")
READY_KEYS = frozenset({" ", "\r", "\n"})
KEYS = (
    "         H: it hurts, leave this drill. V: the voice says less, or everything. "
    "Space: skip the sounds of a first flow. Ctrl-C: stop, and keep the place."
)


def play_in_terminal(engine: Engine, flow: Flow, speed: float, room: int | None = None) -> int:
    """Lead through a flow to its end, or to Ctrl-C, which keeps the place.

    ``room`` is the ms there are for it, None for the whole. Return 0, or 2 where the journal did
    not take all of it; JournalError where there is none.
    """
    engine.records.journal.hurried(0)  # better said now than after the flow
    with _output(engine, speed) as output:
        run = _coach(engine, flow, output, room).begin(whole=True)
        try:
            _lead(run)
        except KeyboardInterrupt:
            if not run.begun:
                raise
            run.leave(keep_place=True)
            step = run.player.step + 1
            kept = "Stopped" if run.scribe.trouble else "Stopped and saved"
            print(f"\n{kept} at step {step} of {len(run.coach.flow.steps)}.")
        finally:
            run.close()
        ask_about_pain(run)
        written = run.scribe.write_down() or _rescue(engine.records.unwritten, run.scribe)
        return 0 if written else UNWRITTEN


def _coach(engine: Engine, flow: Flow, output: Sounding, room: int | None) -> Coach:
    """Return a coach for a flow in the ms there are; NoRoomError where there are too few."""
    if room is None:
        return coach_for(engine, flow, output)
    short = shortened(engine, flow, room)
    tell_left_out(short)
    return coach_for(engine, short.flow, output, room=None if short.is_whole else room)


@contextmanager
def _output(engine: Engine, speed: float) -> Iterator[Sounding]:
    """Give the sound device at normal speed, silence at any other or without a device."""
    lacking = sound_notice() or ""
    if speed != 1.0 or lacking:
        yield engine.silent_output(speed, lacking if speed == 1.0 else "")
        return
    output = engine.device_output()
    try:
        yield output
    finally:
        output.close()


def _lead(run: Run) -> None:
    shown: Cue | None = None
    _warn_beforehand(run)
    with _listening() as pressed:
        while run.state is not State.FINISHED:
            run.tick()
            shown = _show_captions(run, shown)
            _tell(run.news())
            if run.state in {State.WAITING, State.ASLEEP}:
                if _wait_until_ready() in HURT_KEYS:
                    run.hurt()
                    shown = run.player.moment.caption
                else:
                    run.play()
            elif _jumps(run, pressed()):
                shown = run.player.moment.caption


def _warn_beforehand(run: Run) -> None:
    """Print what is to be warned of where nothing is said."""
    flow = run.coach.flow
    coaching, bouts = run.coach.parts.preparation.coaching, write_out(flow)
    if not any(coaching.says(flow, bout).speaks for bout in bouts):
        for warning in flow.warnings:
            print(warning)


def _jumps(run: Run, key: str) -> bool:
    """Do what a key asks for; return whether that goes elsewhere."""
    if key.lower() == WORDS_KEY:
        run.toggle_words()
    if key in HURT_KEYS:
        run.hurt()
        return True
    skips = key in READY_KEYS and run.player.position < run.player.timeline.sounds_until
    if skips:
        run.next()
    return skips


def _tell(news: News) -> None:
    """Print what has come to be in the way, and that the sound is back."""
    for sentence in news.came.values():
        _tell_trouble(sentence)
    if Trouble.SOUND in news.went:
        _tell_trouble("The sound is back.")


def _rescue(unwritten: Unwritten, scribe: Scribe) -> bool:
    """Write what is left of a run; where somebody can make that possible, as often as asked.

    Return whether the journal has it. Elsewhere it may be in a file, whose place is told.
    """
    unwritten.add(scribe)
    if not (sys.stdin and sys.stdin.isatty()):
        return _leave_behind(unwritten, scribe)
    while scribe.trouble:
        _tell_trouble(scribe.trouble)
        try:
            name = input(ASKED).strip()
        except (EOFError, KeyboardInterrupt):
            break
        if not name:
            scribe.write_down()
        elif _save(unwritten, Path(name).expanduser().absolute()):
            return False
    unwritten.forget()
    return not scribe.trouble


def _leave_behind(unwritten: Unwritten, scribe: Scribe) -> bool:
    """Have a run that nobody can be asked about in a file; return whether the journal has it."""
    kept = unwritten.give_up()
    if not scribe.trouble:
        return True
    _tell_trouble(scribe.trouble)
    if kept:
        _tell_kept(kept)
    else:
        _tell_trouble("The rest of the run is lost.")
    return False


def _save(unwritten: Unwritten, path: Path) -> bool:
    try:
        unwritten.save(path)
    except JournalError as error:
        _tell_trouble(str(error))
        return False
    _tell_kept(path)
    return True


def _tell_trouble(sentence: str | None) -> None:
    print(f"longstride: {sentence}", file=sys.stderr)


def _tell_kept(path: Path) -> None:
    _tell_trouble(f'The run is in {path}; "longstride import" takes it in later.')


def _show_captions(run: Run, shown: Cue | None) -> Cue | None:
    """Print every caption since the last one shown; return the newest.

    Only as far as the run has come: all before the step that is named is in the journal.
    """
    if not run.begun:
        return shown
    reached = run.player.reached
    after = shown.at if shown else -1
    for cue in run.player.timeline.cues:
        if cue.kind is CueKind.SAY and after < cue.at <= reached:
            print(f"{clock_text(cue.at):>7}  {cue.text}", flush=True)
            shown = cue
    return shown


@contextmanager
def _listening() -> Iterator[Callable[[], str]]:
    """Give what lets a tick pass and returns the key pressed in it, "" for none.

    Where nobody can press one, time only passes.
    """
    if not (sys.stdin and sys.stdin.isatty()):
        yield _nobody_presses
        return
    with _single_keys() as next_key:
        print(KEYS, flush=True)
        yield lambda: _key_within_tick(next_key)


def _nobody_presses() -> str:
    _pass_time()
    return ""


def _key_within_tick(next_key: Callable[[], str]) -> str:
    if sys.platform == "win32":
        import msvcrt

        waits = msvcrt.kbhit()
    else:
        import select

        waits = bool(select.select([sys.stdin], [], [], TICK)[0])
        if not waits:
            return ""
    key = next_key() if waits else ""
    if not key:  # nothing on Windows, which cannot wait for one; elsewhere nobody is there any more
        _pass_time()
    return key


def _wait_until_ready() -> str:
    """Wait for the space bar, as the voice says, Enter or that it hurts, and return which.

    Where nobody can press it, that is "".
    """
    if not (sys.stdin and sys.stdin.isatty()):
        return ""
    with _single_keys() as next_key:
        print("         Press space or Enter when you are ready.", flush=True)
        keys = iter(next_key, None)
        return next(key for key in keys if key in READY_KEYS | HURT_KEYS | {""})


@contextmanager
def _single_keys() -> Iterator[Callable[[], str]]:
    """Give a reader of one key at a time, empty at the end; what was typed before is forgotten."""
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
        yield lambda: _or_interrupt(msvcrt.getwch())
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        yield lambda: os.read(terminal, 1).decode(errors="replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _or_interrupt(key: str) -> str:
    if key == "\x03":  # Windows hands Ctrl-C over like any other key here
        raise KeyboardInterrupt
    return key


def _pass_time() -> None:
    threading.Event().wait(TICK)  # select cannot wait on nothing on Windows
