"""How fast a flow is rendered, how exactly clips are kept, how soon a warm speaker sounds.

    python tests/benchmarks/bench_sound_render.py [--minutes 15]

Clips are warm: speech is stood in for by three seconds of voice-like sound in every five.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from longstride.core.timeline.timeline import Cue, CueKind, Timeline
from longstride.sound.clips import Clip
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.mixer import Mix
from longstride.sound.render import FORMATS, write_sound
from longstride.sound.units import Levels
from sound.null_sink import null_sink
from sound.scores import LEAD_IN, score, tone

WORDS = "Three seconds of speech"


def busy_timeline(minutes: int) -> Timeline:
    """Return breath under ticks under speech, all the way."""
    seconds = minutes * 60
    at = [LEAD_IN + 1000 * n for n in range(seconds)]
    cues = [tone(CueKind.TICK, second) for second in at]
    cues += [tone(CueKind.IN, second, length=4000) for second in at[:-10:10]]
    cues += [tone(CueKind.OUT, second + 4000, length=6000) for second in at[:-10:10]]
    cues += [Cue(second, second + 3000, CueKind.SAY, WORDS) for second in at[:-5:5]]
    return score(*sorted(cues, key=lambda cue: cue.at), seconds=seconds)


def speech_samples() -> Samples:
    """Return three seconds of voice-like sound: harmonics of 110 Hz in syllables."""
    seconds = np.arange(3 * RATE) / RATE
    voice = sum(np.sin(2 * np.pi * 110 * n * seconds + n * n) / n for n in range(1, 28))
    syllables = np.sin(np.pi * 4 * seconds) ** 2
    return np.asarray(0.1 * voice * syllables, dtype=np.float32)


def speech() -> Clip:
    """Return it as a clip."""
    return Clip.of(speech_samples(), 3000, 30)


def seconds_of(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def render(minutes: int) -> None:
    clips = {WORDS: speech()}
    timeline = busy_timeline(minutes)
    made = seconds_of(lambda: Mix(timeline, clips, Levels()))
    mix = Mix(timeline, clips, Levels())
    length = timeline.duration / 1000
    print(f"{minutes} minutes of speech, ticks and breaths")
    print(f"  {'make the mix':24}{made * 1000:8.0f} ms")

    def blocks() -> None:
        for frame in range(0, mix.duration, RATE // 20):
            mix.block(frame, RATE // 20)

    print(f"  {'mix, 50 ms at a time':24}{length / seconds_of(blocks):8.0f} x real time")
    with tempfile.TemporaryDirectory() as folder:
        for suffix in FORMATS:
            took = seconds_of(lambda path=Path(folder, f"flow{suffix}"): write_sound(mix, path))
            size = Path(folder, f"flow{suffix}").stat().st_size / 1e6
            print(f"  {'mix and write ' + suffix:24}{length / took:8.0f} x real time{size:8.1f} MB")


def keep() -> None:
    """Print how exact clips are kept and how long adding them up takes, against float16."""
    exact = speech_samples()
    clip = Clip.of(exact, 3000, 30)
    half = exact.astype(np.float16)
    block, step = np.zeros(len(exact), np.float32), np.float32(clip.step)
    adding = {
        "int16": (clip.samples, lambda: np.add(block, clip.frames * step, out=block)),
        "float16": (half, lambda: np.add(block, half, out=block)),
    }
    print("three seconds of speech as they are kept")
    for name, (samples, add) in adding.items():
        error = samples.astype(np.float64) - exact
        ratio = 10 * np.log10(np.mean(exact.astype(np.float64) ** 2) / np.mean(error**2))
        added = median(seconds_of(add) for _ in range(99))
        print(f"  {name:24}{ratio:8.1f} dB above its error{added * 1e6:8.0f} us to add")


def play() -> None:
    """Ask a warm speaker to play a tick nine times; print how long until it is heard."""
    program = Path(__file__).parents[1] / "sound" / "speaker_program.py"
    with null_sink() as sink, sink.recorder() as recorder:
        speaker = subprocess.Popen(
            [sys.executable, str(program)],
            env=sink.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert speaker.stdin is not None and speaker.stdout is not None

        def ask(line: str) -> None:
            speaker.stdin.write(line + "\n")
            speaker.stdin.flush()
            speaker.stdout.readline()

        ask("play 0 400")
        recorder.wait(1.5)
        delays = []
        for _ in range(9):
            asked = recorder.heard_frames
            ask("play 1500 1560")
            recorder.wait(0.8)
            heard = np.flatnonzero(np.abs(recorder.samples()[asked:]) > 0.01)
            delays.append(float(heard[0]) / PER_MS)
        speaker.communicate()
    print("play to first sound, warm speaker")
    print(f"  {'median':24}{median(delays):8.0f} ms\n  {'worst of nine':24}{max(delays):8.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=int, default=15)
    render(parser.parse_args().minutes)
    keep()
    play()


if __name__ == "__main__":
    main()
