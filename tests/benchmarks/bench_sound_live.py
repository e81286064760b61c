"""How exactly live ticks are heard: ours beside the naive ways, into a recorded silent sink.

    python tests/benchmarks/bench_sound_live.py [--seconds 60 | --minutes 10] [--block-gui 300]

A tick is listed each second. The error is how far what was recorded lies from the listed times,
the constant latency of the device taken off; drift is how the error grows from end to end. The
naive ways are a QTimer of 1 s that plays a QSoundEffect, or that lets pyttsx3 say a word; they
run for a minute at most. With --block-gui the GUI thread stands still so many ms at a time, with
--hold-python it keeps the interpreter to itself as well. Stall is how late the machine woke a
thread at worst: a sound server held up for longer than the 40 ms it keeps drops out, whoever
plays.
"""

import argparse
import ctypes
import importlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parents[1]))

from longstride.core.timeline.timeline import CueKind
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.mixer import Mix
from longstride.sound.tones import make_tone
from longstride.sound.units import Levels
from sound.null_sink import NullSink, null_sink
from sound.scores import ticks

WAYS = {
    "ours": "Longstride",
    "effect": "QTimer + QSoundEffect",
    "say": "QTimer + pyttsx3 say",
}
Times = npt.NDArray[np.float64]


def main() -> None:
    options = parse()
    if options.child:
        play(options)
        return
    if options.minutes:
        options.seconds = options.minutes * 60
    busy = f", GUI blocked {options.block_gui} ms at a time" if options.block_gui else ""
    held = f", interpreter held {options.hold_python} ms at a time" if options.hold_python else ""
    print(f"a tick each second{busy}{held}; error in ms")
    print(f"{'':24}{'ticks':>12}{'p95':>8}{'worst':>8}{'drift':>8}{'stall':>8}")
    for way, name in WAYS.items():
        if options.only not in {None, way}:
            continue
        seconds = options.seconds if way == "ours" else min(options.seconds, 60)
        with stall_watch() as stalls:
            times = record(way, seconds, options)
        print(f"{name:24}{row(times, seconds)}{max(stalls):>8.0f}", flush=True)


@contextmanager
def stall_watch() -> Iterator[list[float]]:
    """Collect how many ms late a thread wakes that sleeps 5 ms at a time."""
    late, ended = [0.0], Event()

    def watch() -> None:
        before = time.monotonic()
        while not ended.wait(0.005):
            now = time.monotonic()
            late.append((now - before) * 1000 - 5)
            before = now

    watcher = Thread(target=watch)
    watcher.start()
    yield late
    ended.set()
    watcher.join()


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--minutes", type=int)
    parser.add_argument("--block-gui", type=int, default=0, metavar="MS")
    parser.add_argument("--hold-python", type=int, default=0, metavar="MS")
    parser.add_argument("--only", choices=WAYS)
    parser.add_argument("--child", choices=WAYS, help=argparse.SUPPRESS)
    return parser.parse_args()


def row(times: Times, seconds: int) -> str:
    """Return one line of the table for onsets in ms."""
    if len(times) < 3:
        return f"{len(times):>6} of {seconds:<3}"
    beats = np.round((times - times[0]) / 1000)
    error = times - 1000 * beats
    drift = np.polyfit(beats, error, 1)[0] * beats[-1]
    off = np.abs(error - np.median(error))
    p95 = np.percentile(off, 95)
    return f"{len(times):>6} of {seconds:<3}{p95:>7.2f}{off.max():>8.2f}{drift:>8.2f}"


def record(way: str, seconds: int, options: argparse.Namespace) -> Times:
    """Return when each tick or word began in a recording of one way, in ms."""
    with null_sink() as sink, sink.recorder() as recorder:
        child = subprocess.Popen(
            [
                *(sys.executable, __file__, "--child", way, "--seconds", str(seconds)),
                *("--block-gui", str(options.block_gui)),
                *("--hold-python", str(options.hold_python)),
            ],
            env=with_player(sink),
            stdout=subprocess.DEVNULL,
        )
        child.wait()
        recorder.wait(1.0)
        heard = recorder.stop()
    return word_onsets(heard) if way == "say" else tick_onsets(heard)


def with_player(sink: NullSink) -> dict[str, str]:
    """Return the sink's environment with an ``aplay``, which pyttsx3 plays through on Linux."""
    folder = Path(sink.environment["HOME"])
    player = folder / "aplay"
    player.write_text('#!/bin/sh\nexec paplay "$1"\n')
    player.chmod(0o755)
    path = f"{os.environ['PATH']}:{folder}"
    return {**sink.environment, "PATH": path, "QT_LOGGING_RULES": "qt.multimedia.*=false"}


def tick_onsets(heard: Samples) -> Times:
    """Return where ticks begin, by likeness to the tick, to a fraction of a frame."""
    tick = make_tone(CueKind.TICK, "", 60)
    found: list[tuple[float, float]] = []  # likeness and frame, the best of each quarter second
    for start in range(1, len(heard) - 2 * len(tick), RATE // 4):
        part = heard[start - 1 : start + RATE // 4 + len(tick)]
        match = np.correlate(part, tick) / float(tick @ tick)
        at = int(np.argmax(match[1:-1])) + 1
        if match[at] > 0.5:
            left, top, right = match[at - 1 : at + 2]
            between = (left - right) / (left - 2 * top + right) / 2
            found.append((float(top), start - 1 + at + between))
    alone = [
        frame
        for likeness, frame in found
        if all(likeness >= other or abs(frame - at) > RATE // 5 for other, at in found)
    ]
    return np.array(alone) / PER_MS


def word_onsets(heard: Samples) -> Times:
    """Return where sound begins after a fifth of a second of silence."""
    sounding = np.flatnonzero(np.abs(heard) > 0.02)
    first = np.diff(sounding, prepend=-RATE) > RATE // 5
    return sounding[first] / PER_MS


def play(options: argparse.Namespace) -> None:
    """Play one way in this process."""
    from PySide6.QtCore import QCoreApplication, QTimer

    app = QCoreApplication([])
    ways = {"ours": play_ours, "effect": play_effect, "say": play_say}
    kept = ways[options.child](options.seconds)
    load = QTimer()
    load.setSingleShot(True)
    load.timeout.connect(lambda: keep_busy(options.block_gui, options.hold_python))
    load.timeout.connect(lambda: load.start(50))
    if options.block_gui or options.hold_python:
        load.start(50)
    QTimer.singleShot(options.seconds * 1000 + 1500, app.quit)
    app.exec()
    if options.child == "ours":
        kept.close()


def keep_busy(blocked: int, held: int) -> None:
    """Do what a slow page does: keep the thread, or the whole interpreter, for so many ms."""
    time.sleep(blocked / 1000)
    ctypes.PyDLL(None).usleep(held * 1000)


def play_ours(seconds: int) -> object:
    from longstride.sound.output import DeviceOutput

    output = DeviceOutput()
    output.load(Mix(ticks(seconds), {}, Levels()))
    output.play(0, seconds * 1000 + 500)
    return output


def play_effect(seconds: int) -> object:
    import soundfile
    from PySide6.QtCore import QTimer, QUrl
    from PySide6.QtMultimedia import QSoundEffect

    file = Path(tempfile.mkdtemp()) / "tick.wav"
    soundfile.write(file, make_tone(CueKind.TICK, "", 60), RATE)
    effect, timer = QSoundEffect(), QTimer()
    effect.setSource(QUrl.fromLocalFile(str(file)))
    timer.timeout.connect(effect.play)
    timer.start(1000)
    return effect, timer


def play_say(seconds: int) -> object:
    from PySide6.QtCore import QTimer

    loader = importlib.import_module("espeakng_loader")
    ctypes.CDLL(loader.get_library_path())
    os.chdir(Path(loader.get_data_path()).parent)
    os.environ["ESPEAK_DATA_PATH"] = "espeak-ng-data"
    engine = importlib.import_module("pyttsx3").init()

    def say() -> None:
        engine.say("one")
        engine.runAndWait()

    timer = QTimer()
    timer.timeout.connect(say)
    timer.start(1000)
    return engine, timer


if __name__ == "__main__":
    main()
