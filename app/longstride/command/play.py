"""A flow without a window: captions in the terminal, sound if there is any."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from longstride.command.ending import Ended, Ending
from longstride.command.hurt import ask_about_pain, names_place, offer_places
from longstride.command.minutes import tell_left_out
from longstride.command.rescue import leave_behind, rescue
from longstride.command.terminal import say, somebody_sits, tell
from longstride.core.durations import clock_text
from longstride.core.flow.body import BodyPlace
from longstride.core.flow.flow import Flow
from longstride.core.flow.manner import Manner
from longstride.core.timeline.bouts import write_out
from longstride.core.timeline.timeline import Cue, CueKind
from longstride.desktop.libraries import sound_notice
from longstride.desktop.running import playing
from longstride.engine import Engine
from longstride.leading.coach import Coach, Sounding
from longstride.leading.run import Run
from longstride.leading.shortening import shortened
from longstride.leading.start import coach_for
from longstride.leading.state import State
from longstride.leading.trouble import News, Trouble

UNWRITTEN = 2
TICK = 0.05  # seconds between two looks at the run
WORDS_KEY = "v"
HURT_KEYS = frozenset("hH")
FIGURES = frozenset("123456789")
READY_KEYS = frozenset({" ", "\r", "\n"})
KEYS = (
    "         H: it hurts, leave this drill. V: the voice says less, or everything. "
    "Space: skip the sounds of a first flow. Ctrl-C: stop, and keep the place."
)


def play_in_terminal(
    engine: Engine,
    flow: Flow,
    speed: float,
    manner: Manner = Manner(),
    room: int | None = None,
) -> int:
    """Lead through a flow to its end, or to Ctrl-C, which keeps the place.

    ``room`` is the ms there are for it, None for the whole. Return 0, or 2 where the journal did
    not take all of it; JournalError where there is none. Ended where the terminal closes or the
    system asks: then too the place is kept, and what the journal does not take is in a file.
    """
    engine.records.journal.hurried(0)  # better said now than after the flow
    unwritten = engine.records.unwritten
    with Ending() as ending, playing(engine.paths.data), _output(engine, speed) as output:
        run = _coach(engine, flow, output, manner, room).begin(whole=True)
        unwritten.add(run.scribe)  # whatever ends this, what is not written yet is kept
        try:
            _lead(run, ending)
        except (KeyboardInterrupt, Ended) as wish:
            if not run.begun:
                raise
            _stop(run)
            if isinstance(wish, Ended):
                leave_behind(unwritten, run.scribe)
                raise
        finally:
            run.close()
        ask_about_pain(run)
        written = run.scribe.write_down() or rescue(unwritten, run.scribe)
        return 0 if written else UNWRITTEN


def _coach(engine: Engine, flow: Flow, output: Sounding, manner: Manner, room: int | None) -> Coach:
    """Return a coach for a flow in the ms there are; NoRoomError where there are too few."""
    if room is None:
        return coach_for(engine, flow, output, manner)
    short = shortened(engine, flow, room, manner)
    tell_left_out(short)
    return coach_for(engine, short.flow, output, manner, None if short.is_whole else room)


def _stop(run: Run) -> None:
    run.leave(keep_place=True)
    step = run.player.step + 1
    kept = "Stopped" if run.scribe.trouble else "Stopped and saved"
    say()
    say(f"{kept} at step {step} of {len(run.coach.flow.steps)}.")


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


def _lead(run: Run, ending: Ending) -> None:
    shown: Cue | None = None
    offered: tuple[BodyPlace, ...] = ()
    _warn_beforehand(run)
    with _listening() as pressed:
        while run.state is not State.FINISHED:
            with ending.held():  # a step that is being written down is written whole
                run.tick()
            shown = _show_captions(run, shown)
            _tell(run.news())
            offered = offer_places(run, offered)
            if run.state in {State.WAITING, State.ASLEEP}:
                key = _wait_until_ready()
                if _hurts(run, key):
                    shown = run.player.moment.caption
                elif key not in FIGURES:
                    run.play()
            elif _jumps(run, pressed()):
                shown = run.player.moment.caption


def _warn_beforehand(run: Run) -> None:
    """Print what is to be warned of where nothing is said."""
    flow = run.coach.flow
    coaching, bouts = run.coach.parts.preparation.coaching, write_out(flow)
    if not any(coaching.says(flow, bout).speaks for bout in bouts):
        for warning in flow.warnings:
            say(warning)


def _hurts(run: Run, key: str) -> bool:
    """Do what a key asks for where it says that it hurts, or where; return whether it does."""
    if key in HURT_KEYS:
        run.hurt()
        return True
    return names_place(run, key)


def _jumps(run: Run, key: str) -> bool:
    """Do what a key asks for; return whether that goes elsewhere."""
    if key.lower() == WORDS_KEY:
        run.toggle_words()
    if _hurts(run, key):
        return True
    skips = key in READY_KEYS and run.player.position < run.player.timeline.sounds_until
    if skips:
        run.next()
    return skips


def _tell(news: News) -> None:
    """Print what has come to be in the way, and that the sound is back."""
    for sentence in news.came.values():
        tell(sentence)
    if Trouble.SOUND in news.went:
        tell("The sound is back.")


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
            say(f"{clock_text(cue.at):>7}  {cue.text}")
            shown = cue
    return shown


@contextmanager
def _listening() -> Iterator[Callable[[], str]]:
    """Give what lets a tick pass and returns the key pressed in it, "" for none.

    Where nobody can press one, time only passes.
    """
    if not somebody_sits():
        yield _nobody_presses
        return
    with _single_keys() as next_key:
        say(KEYS)
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
    if not somebody_sits():
        return ""
    with _single_keys() as next_key:
        say("         Press space or Enter when you are ready.")
        keys = iter(next_key, None)
        return next(key for key in keys if key in READY_KEYS | HURT_KEYS | FIGURES | {""})


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
    before = None
    with suppress(termios.error):  # it may close at any time, and no one is there to press keys
        before = termios.tcgetattr(terminal)
        tty.setcbreak(terminal)
    try:
        yield lambda: _next_key(terminal)
    finally:
        with suppress(termios.error):
            if before is not None:
                termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _next_key(terminal: int) -> str:
    try:
        return os.read(terminal, 1).decode(errors="replace")
    except OSError:  # it has closed
        return ""


def _or_interrupt(key: str) -> str:
    if key == "\x03":  # Windows hands Ctrl-C over like any other key here
        raise KeyboardInterrupt
    return key


def _pass_time() -> None:
    threading.Event().wait(TICK)  # select cannot wait on nothing on Windows
