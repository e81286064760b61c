"""The natural voice as a driver of pyttsx3: hibari, whose model travels in its own package.

Only in the speech worker. Nothing here can reach a network: the model is named by its file, and
onnxruntime from 1.29 on, which reports to its makers, is not even imported.
"""

import os
import re
import sys
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from longstride.speech.voice import NATURAL

VOICE = f"{NATURAL}/heart"
FIRST_THAT_REPORTS = (1, 29)  # of onnxruntime: files in the user's cache folder, look-ups of names
# Words a minute at the model's own speed: a lone word needs more time to be understood.
_SENTENCE_RATE = 175
_WORD_RATE = 140
_FEW = 2
_SPEEDS = (0.5, 2.0)
_SLOWEST_WORD = 0.95  # slower it is not understood better, and runs into the next second


def install() -> None:
    """Let pyttsx3 find the driver by its name; pyttsx3 is imported by now."""
    sys.modules[f"pyttsx3.drivers.{NATURAL}"] = sys.modules[__name__]


def versions() -> str:
    """Return what a clip's sound depends on."""
    return f"hibari {version('hibari-tts')}, onnxruntime {version('onnxruntime')}"


def speed(text: str, rate: int) -> float:
    """Return the model's speed, 1 being its own, for a rate in words a minute."""
    slowest, fastest = _SPEEDS
    if len(text.split()) <= _FEW:
        return min(max(rate / _WORD_RATE, _SLOWEST_WORD), fastest)
    return min(max(rate / _SENTENCE_RATE, slowest), fastest)


def buildDriver(proxy: Any) -> "NaturalDriver":  # noqa: N802 - pyttsx3 asks by this name
    """Return a driver, as pyttsx3 asks for one."""
    return NaturalDriver(proxy)


class NaturalDriver:
    """What pyttsx3 wants of a driver. It writes files and never plays."""

    def __init__(self, proxy: Any) -> None:
        self._model = _model()
        self._proxy = proxy
        self._rate = _SENTENCE_RATE

    def startLoop(self) -> None:  # noqa: N802
        """Do what is waiting, at once: this driver has no loop of its own."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        """Nothing runs that could end."""

    def stop(self) -> None:
        """Nothing plays that could stop."""

    def destroy(self) -> None:
        """The model is kept for the next engine."""

    def getProperty(self, name: str) -> Any:  # noqa: N802
        """Return the voices, the only property that is asked for."""
        if name != "voices":
            raise KeyError(name)
        return [import_module("pyttsx3.voice").Voice(VOICE, "Heart", ["en-us"])]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802
        """Take the rate in words a minute; there is one voice, and it has no pitch."""
        if name == "rate":
            self._rate = int(value)

    def save_to_file(self, text: str, filename: str) -> None:
        """Write mono of 24 kHz to a WAV file, the same bytes for the same text."""
        self._model.save(text, filename, speed=speed(text, self._rate), seed=0)
        self._proxy.notify("finished-utterance", completed=True)


@cache
def _model() -> Any:
    """Return the model with its lexicon, loaded once a process."""
    found = version("onnxruntime")
    if _release(found) >= FIRST_THAT_REPORTS:
        raise ImportError(f"onnxruntime {found} reports to its makers; one before 1.29 does not")
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    onnxruntime = import_module("onnxruntime")
    getattr(onnxruntime, "disable_telemetry_events", lambda: None)()
    hibari = import_module("hibari")
    # Named by its file: by the name of a voice hibari would download what is not there.
    file = Path(hibari.__path__[0]) / "assets" / "hibari.onnx"
    model = hibari.Hibari(model=str(file), threads=1)  # with more, the same text differs by bytes
    _ = model.g2p  # the lexicon is loaded when it is first looked at
    return model


def _release(found: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", found)[:2])
