"""The speech worker: a process that renders sentences and can be killed.

``python -m longstride.speech.worker KIND`` reads one JSON line and answers with one. pyttsx3
hangs, prints and exits with its libraries, so it lives here, away from the window. It never plays.

    {"op": "driver", "within", "idle"}  -> {"name", "library", "version", "voices": [...]}
    {"op": "render", "text", "voice", "rate", "pitch", "path", "within", "idle"}  -> {}

KIND is "natural", "system" or "bundled": the voice that travels along, whatever the system
speaks with (the bundled espeak where it has none), or the bundled espeak. A failure that leaves
the worker usable is answered with ``{"error": why}``. It ends ``idle`` s after its last answer.
"""

import ctypes
import faulthandler
import gc
import importlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from longstride.speech import natural
from longstride.speech.cache import is_whole
from longstride.speech.voice import NATURAL, tidy_language

_SYSTEM_ESPEAK = ("libespeak-ng.so.1", "/usr/local/lib/libespeak-ng.so.1", "libespeak.so.1")
_LOOK = 0.002  # s between two looks at an engine at work


def main(kind: str) -> int:
    """Answer requests until the parent closes the pipe or dies, or nothing is asked any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    replies = _replies()
    press = Press(kind)
    idle: threading.Timer | None = None
    with open(0, "rb", closefd=False) as requests:
        for line in requests:
            if idle is not None:
                idle.cancel()
            request = json.loads(line)
            replies.write(json.dumps(press.answer(request)) + "\n")
            replies.flush()
            idle = threading.Timer(request["idle"], os._exit, (0,))
            idle.daemon = True
            idle.start()
    return 0


def _replies() -> TextIO:
    """Return the pipe to the parent and send everything that prints elsewhere."""
    replies = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return replies


class Press:
    """Answers requests with one pyttsx3, loaded at the first of them."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._pyttsx3: ModuleType | None = None
        self._library = "system"

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the reply to one request."""
        try:
            with _deadline(request["within"]):
                return self._driver() if request["op"] == "driver" else self._render(request)
        except (ImportError, OSError, RuntimeError, KeyError, ValueError) as error:
            return {"error": f"{type(error).__name__}: {error}"}

    def _driver(self) -> dict[str, Any]:
        with self._engine() as engine:
            name = engine.driver_name
            voices = [_describe(voice) | {"driver": name} for voice in engine.getProperty("voices")]
            return {
                "name": name,
                "library": self._library,
                "version": self._versions(),
                "voices": voices,
            }

    def _render(self, request: dict[str, Any]) -> dict[str, Any]:
        with self._engine() as engine:
            finished = threading.Event()
            errors: list[Exception] = []  # pyttsx3 keeps a driver's to itself, but for this
            engine.connect("finished-utterance", lambda **_: finished.set())
            engine.connect("error", lambda exception, **_: errors.append(exception))
            _prepare(engine, request)
            engine.save_to_file(request["text"], request["path"])
            engine.runAndWait()
            if errors:
                raise RuntimeError(f"{engine.driver_name} failed: {errors[0]}") from errors[0]
            _wait(finished, Path(request["path"]))
        return {}

    @contextmanager
    def _engine(self) -> Iterator[Any]:
        """Give a fresh engine: a second runAndWait on one loses the rate, or hangs."""
        name = NATURAL if self._kind == NATURAL else None  # None is the system's own
        if self._pyttsx3 is None:
            self._pyttsx3 = self._load()
            self._pyttsx3.init(name)
            gc.freeze()  # what is loaded now stays: collecting before each engine gets cheap
        self._pyttsx3._activeEngines.clear()
        gc.collect()
        engine = self._pyttsx3.init(name)
        _settle()
        try:
            yield engine
        finally:
            _settle()

    def _load(self) -> ModuleType:
        if sys.platform == "win32":
            importlib.import_module("pythoncom").CoInitialize()
        if self._kind == NATURAL:
            self._library = "bundled"
        elif sys.platform == "linux" and (self._kind == "bundled" or not _has_system_espeak()):
            self._library = "bundled"
            _load_bundled_espeak()
        pyttsx3 = importlib.import_module("pyttsx3")
        natural.install()
        return pyttsx3

    def _versions(self) -> str:
        own = natural.versions() if self._kind == NATURAL else _espeak_version()
        try:
            pyttsx3 = f"pyttsx3 {version('pyttsx3')}"
        except PackageNotFoundError:  # a frozen app may carry no metadata
            pyttsx3 = "pyttsx3"
        return f"{own}, {pyttsx3}" if own else pyttsx3


def _has_system_espeak() -> bool:
    for name in _SYSTEM_ESPEAK:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def _load_bundled_espeak() -> None:
    loader = importlib.import_module("espeakng_loader")
    ctypes.CDLL(loader.get_library_path())
    # espeak-ng cuts a data path at 160 characters and then exits: a relative one is short.
    os.chdir(Path(loader.get_data_path()).parent)
    os.environ["ESPEAK_DATA_PATH"] = "espeak-ng-data"


def _espeak() -> Any:
    """Return pyttsx3's binding of espeak, None where another driver speaks."""
    return sys.modules.get("pyttsx3.drivers._espeak")


def _settle() -> None:
    """Wait until espeak's own thread has done all it was asked to do."""
    espeak = _espeak()
    while espeak and espeak.IsPlaying():
        time.sleep(_LOOK)


def _prepare(engine: Any, request: dict[str, Any]) -> None:
    """Set voice, rate and pitch, on espeak one after another.

    espeak changes the voice at once but the rate in its own thread. Set together, as
    runAndWait does, they race: one clip in a hundred kept the default rate.
    """
    one_by_one = _espeak() is not None
    if one_by_one:
        engine.proxy.setBusy(False)
    for name in ("voice", "rate", "pitch"):
        if request[name] is not None and (name != "pitch" or one_by_one):
            engine.setProperty(name, request[name])
            _settle()
    if one_by_one:
        engine.proxy.setBusy(True)


def _wait(finished: threading.Event, path: Path) -> None:
    """Wait for the file: on espeak and macOS runAndWait returns before it is written."""
    if _espeak():
        _settle()
        if not finished.is_set():
            raise RuntimeError("espeak wrote no sound")
    while not (finished.is_set() or is_whole(path)):
        time.sleep(_LOOK)


@contextmanager
def _deadline(within: float) -> Iterator[None]:
    """End this process should it hang after its parent has died and cannot kill it."""
    faulthandler.dump_traceback_later(within, exit=True, file=1)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _describe(voice: Any) -> dict[str, str]:
    languages = [str(language) for language in voice.languages if language]
    return {
        "id": str(voice.id),
        "name": str(voice.name or voice.id),
        "language": tidy_language(languages[0]) if languages else "",
    }


def _espeak_version() -> str:
    espeak = _espeak()
    return f"espeak {espeak.Info(None).decode('ascii', 'replace')}" if espeak else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
