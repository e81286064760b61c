"""A flow without a window: captions in the terminal, sound if there is any."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

from longstride.core.durations import clock_text
from longstride.core.errors import JournalError
from longstride.core.flow.flow import Flow
from longstride.core.timeline.player import PlayState
from longstride.core.timeline.timeline import Cue, CueKind
from longstride.desktop.libraries import sound_notice
from longstride.desktop.suspend import SleepWatch
from longstride.engine import Engine
from longstride.leading.coach import Coach, Sounding
from longstride.records.unwritten import Unwritten

UNWRITTEN = 2
ASKED = (
    "Press Enter to try again, type the name of a file to keep the run in, or press Ctrl-C to "
    "leave the rest unwritten. "
)
SLEPT = "longstride: The computer was asleep; the flow goes on from where it was."
LATE = (
    "longstride: The voice is slow to start: the flow begins without it, and it joins when it is "
    "here."
)
PATIENCE = 4.0  # seconds without a new sentence after which a flow begins before its voice
TICK = 0.05  # seconds between two looks at the position


def play_in_terminal(engine: Engine, flow: Flow, speed: float) -> int:
    """Lead through a flow to its end, or to Ctrl-C, which keeps the place.

    Return 0, or 2 where the journal did not take all of it; JournalError where there is none.
    """
    engine.journal.hurried(0)  # better said now than after the flow: nobody may be there then
    with _output(engine, speed) as (output, silence):
        coach = engine.coach(flow, output)
        voice = _Voice(coach)
        if not voice.comes():
            print(LATE, file=sys.stderr)
        coach.begin()
        try:
            _lead(coach, voice, silence, SleepWatch())
        except KeyboardInterrupt:
            coach.leave(keep_place=True)
            step = coach.player.step + 1
            kept = "Stopped" if coach.journal_trouble else "Stopped and saved"
            print(f"\n{kept} at step {step} of {len(coach.flow.steps)}.")
        return 0 if coach.scribe.write_down() or _rescue(engine.unwritten, coach) else UNWRITTEN


@contextmanager
def _output(engine: Engine, speed: float) -> Iterator[tuple[Sounding, Callable[[], str]]]:
    """Give the sound device at normal speed, silence at any other or without a device.

    With it comes what says why nothing is heard, "" while all is well.
    """
    lacking = sound_notice() or ""
    if speed != 1.0 or lacking:
        yield engine.silent_output(speed), lambda: lacking if speed == 1.0 else ""
        return
    output = engine.device_output()
    try:
        yield output, lambda: output.state.sentence
    finally:
        output.close()


class _Voice:
    """All that a coach says, being rendered on a thread of its own."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._late = False
        thread = ThreadPoolExecutor(1, "voice")
        self._work = thread.submit(self._render)
        thread.shutdown(wait=False)

    def comes(self) -> bool:
        """Wait until everything is rendered; False where nothing more comes of it for a while."""
        heard = -1
        while self._coach.heard > heard and not self._work.done():
            heard = self._coach.heard
            wait((self._work,), PATIENCE)
        self._late = not self._work.done()
        if not self._late:
            self._take()
        return not self._late

    def join(self) -> None:
        """Have a voice that was late heard from here on, once it is there."""
        if self._late and self._work.done():
            self._late = False
            self._take()
            self._coach.take_measured()

    def _render(self) -> None:
        self._coach.prepare()
        for _ in self._coach.prepare_rest():
            pass

    def _take(self) -> None:
        self._work.result()
        if self._coach.voice_trouble:
            _tell_trouble(self._coach.voice_trouble)


def _lead(coach: Coach, voice: _Voice, silence: Callable[[], str], watch: SleepWatch) -> None:
    coach.play()
    shown: Cue | None = None
    told: list[str] = ["", ""]
    while coach.player.state is not PlayState.FINISHED:
        slept = bool(watch.slept())
        (coach.freeze if slept else coach.advance)()
        voice.join()
        shown = _show_captions(coach, shown)
        told = _tell(told, [coach.journal_trouble or "", silence()])
        if slept:
            print(SLEPT, file=sys.stderr)
        if slept or coach.player.waiting:
            _wait_until_ready()
            watch.slept()  # what was slept meanwhile is nobody's concern
            coach.play()
        else:
            _pass_time()


def _tell(told: list[str], troubles: list[str]) -> list[str]:
    """Print each trouble that has come since the last were told; return them."""
    for before, now in zip(told, troubles, strict=True):
        if now and now != before:
            print(f"longstride: {now}", file=sys.stderr)
    if told[1] and not troubles[1]:
        print("longstride: The sound is back.", file=sys.stderr)
    return troubles


def _rescue(unwritten: Unwritten, coach: Coach) -> bool:
    """Write what is left of a run; where somebody can make that possible, as often as asked.

    Return whether the journal has it. Elsewhere it may be in a file, whose place is told.
    """
    unwritten.add(coach.scribe)
    if not (sys.stdin and sys.stdin.isatty()):
        return _leave_behind(unwritten, coach)
    while coach.journal_trouble:
        _tell_trouble(coach.journal_trouble)
        try:
            name = input(ASKED).strip()
        except (EOFError, KeyboardInterrupt):
            break
        if not name:
            coach.scribe.write_down()
        elif _save(unwritten, Path(name).expanduser().absolute()):
            return False
    unwritten.forget()
    return not coach.journal_trouble


def _leave_behind(unwritten: Unwritten, coach: Coach) -> bool:
    """Have a run that nobody can be asked about in a file; return whether the journal has it."""
    kept = unwritten.give_up()
    if not coach.journal_trouble:
        return True
    _tell_trouble(coach.journal_trouble)
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


def _show_captions(coach: Coach, shown: Cue | None) -> Cue | None:
    """Print every caption since the last one shown; return the newest.

    Only as far as the coach has come: all before the step that is named is in the journal.
    """
    reached = coach.player.reached
    after = shown.at if shown else -1
    for cue in coach.player.timeline.cues:
        if cue.kind is CueKind.SAY and after < cue.at <= reached:
            print(f"{clock_text(cue.at):>7}  {cue.text}", flush=True)
            shown = cue
    return shown


def _wait_until_ready() -> None:
    """Wait for the space bar, as the voice says, or Enter; where nobody can press it, go on."""
    if not (sys.stdin and sys.stdin.isatty()):
        return
    with _single_keys() as next_key:
        print("         Press space or Enter when you are ready.", flush=True)
        while next_key() not in {" ", "\r", "\n", ""}:
            pass


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
