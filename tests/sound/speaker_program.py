"""A real DeviceOutput, driven line by line from standard input, one JSON line back for each.

    play POSITION UNTIL | stop UNTIL | pause | load SECONDS | choose DEVICE | delay MS | hold MS
    gain FACTOR | hum | where

Started anew for each test: Qt's connection to the sound server lasts as long as the process.
With --without-multimedia the library is missing, as where libpulse0 is.
"""

import ctypes
import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QThread

sys.path.insert(0, str(Path(__file__).parents[1]))

from longstride.sound.mixer import Mix
from longstride.sound.output import DeviceOutput
from longstride.sound.units import Levels
from sound.scores import gapped_ticks, hum


def obey(output: DeviceOutput, verb: str, words: list[str]) -> None:
    match verb:
        case "play":
            output.play(int(words[0]), int(words[1]))
        case "stop":
            output.stop_at(int(words[0]))
        case "pause":
            output.pause()
        case "load":
            output.load(Mix(gapped_ticks(int(words[0])), {}, Levels()))
        case "choose":
            output.choose(" ".join(words))
        case "delay":
            output.audio_delay = int(words[0])
        case "gain":
            output.turn_to(float(words[0]))
        case "hum":
            output.load(Mix(hum(), {}, Levels()))
        case "where":  # a hundred looks a second: more would take the processor from the sound
            QThread.msleep(10)
        case "hold":  # hold the interpreter lock, as a busy extension would
            ctypes.PyDLL(None).usleep(int(words[0]) * 1000)


def main() -> None:
    if "--without-multimedia" in sys.argv:
        sys.modules["PySide6.QtMultimedia"] = None  # type: ignore[assignment]
    app = QCoreApplication([])
    output = DeviceOutput()
    output.load(Mix(gapped_ticks(60), {}, Levels()))
    output.open()
    for line in sys.stdin:
        verb, *words = line.split()
        obey(output, verb, words)
        seen = {
            "position": output.position(),
            "state": output.state,
            "sentence": output.state.sentence,
            "devices": output.devices(),
        }
        print(json.dumps(seen), flush=True)
    output.close()
    del app


if __name__ == "__main__":
    main()
