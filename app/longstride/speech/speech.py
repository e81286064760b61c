"""The studio: sentences in, clips out, whatever speaks on this machine."""

import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from longstride.core.errors import SpeechError
from longstride.speech.cache import ClipCache
from longstride.speech.program import programs
from longstride.speech.source import Source, SourceError, Take, UnsayableError
from longstride.speech.text import speakable
from longstride.speech.voice import Driver, Voice, VoiceChoice, best_voice
from longstride.speech.worker_pipe import Patience, worker_command
from longstride.speech.workers import Workers

CHILDREN = 2

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SpeechState:
    """What speaks, for ``longstride doctor``. ``lost`` is why nothing does, "" otherwise.

    ``voice`` is the one in use, None where the driver's own is or nothing speaks.
    """

    driver: str
    library: str
    version: str
    voices: int
    voice: Voice | None
    lost: str = ""


class Speech:
    """Renders sentences to cached clips. Thread-safe; ``close`` it, or use it in a ``with``.

    Starts no process before it is asked for something that is not in the cache. When the
    driver has failed twice in a row the system's own speech programs are tried; after them
    every call fails at once.
    """

    def __init__(
        self,
        cache_folder: Path,
        choice: VoiceChoice,
        command: Sequence[str] | None = None,
        patience: Patience | None = None,
        fallbacks: Sequence[Source] | None = None,
    ) -> None:
        self._cache = ClipCache(cache_folder)
        self._choice = choice
        patience = patience or Patience()
        workers = Workers(command or worker_command(), patience, CHILDREN)
        self._sources = (workers, *(programs(patience) if fallbacks is None else fallbacks))
        self._lock = threading.RLock()
        self._closed = False
        self._left: list[Source] = list(self._sources)
        self._opened: Source | None = None
        self._why = ""
        self._unsayable: dict[str, str] = {}
        self._driver = self._cache.remembered()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def choice(self) -> VoiceChoice:
        """The voice the athlete chose."""
        return self._choice

    @property
    def lost(self) -> str:
        """Why nothing speaks, in a sentence for the athlete; "" while something may."""
        if self._left:
            return ""
        return f"No voice could be started ({self._why}): tones and captions carry the flow."

    def choose(self, choice: VoiceChoice) -> None:
        """Speak differently from now on."""
        self._choice = choice
        self._unsayable.clear()

    def voices(self) -> tuple[Voice, ...]:
        """Return every voice there is to choose from; SpeechError if nothing speaks."""
        return self._open()[1].voices

    def state(self) -> SpeechState:
        """Return what speaks, trying it; never raises."""
        try:
            driver = self._open()[1]
        except SpeechError as error:
            return SpeechState("none", "", "", 0, None, str(error))
        voice = best_voice(driver.voices, self._choice)
        return SpeechState(driver.name, driver.library, driver.version, len(driver.voices), voice)

    def cached(self, text: str) -> Path | None:
        """Return the clip of a text if it is there, without starting anything."""
        try:
            return self._find(speakable(text))
        except SpeechError:
            return None

    def render(self, text: str) -> Path:
        """Return a WAV or AIFF file of the text as the driver wrote it, cached.

        SpeechError if this text cannot be said, the cache cannot be written, or nothing speaks.
        """
        line = speakable(text)
        return self._find(line) or self._record(line)

    def render_all(self, texts: Iterable[str]) -> Iterator[tuple[str, Path | SpeechError]]:
        """Render different texts side by side; gives them in their order, as they get ready.

        Leaving the loop early stops the rest.
        """
        waiting = tuple(dict.fromkeys(texts))
        if any(self.cached(text) is None for text in waiting) and not self.lost:
            self.state()  # one driver for all, and not the one remembered from another day
        with ThreadPoolExecutor(CHILDREN, "speech") as pool:
            clips = [pool.submit(self._try, text) for text in waiting]
            try:
                for text, clip in zip(waiting, clips, strict=True):
                    yield text, clip.result()
            finally:
                pool.shutdown(cancel_futures=True)

    def forget(self, text: str) -> None:
        """Drop the clip of a text, because its sound turned out to be broken."""
        if clip := self.cached(text):
            self._cache.drop(clip)

    def close(self) -> None:
        """End all workers; a render under way in another thread fails at once."""
        self._closed = True
        for source in self._sources:
            source.close()

    def _try(self, text: str) -> Path | SpeechError:
        try:
            return self.render(text)
        except SpeechError as error:
            return error

    def _find(self, line: str) -> Path | None:
        driver, choice = self._driver, self._choice
        if driver is None:
            return None
        voice = best_voice(driver.voices, choice)
        return self._cache.find(self._cache.place(driver, voice, choice, line))

    def _record(self, line: str) -> Path:
        while True:
            if why := self._unsayable.get(line):
                raise SpeechError(why)
            source, driver = self._open()
            if clip := self._find(line):
                return clip
            try:
                return self._record_with(source, driver, line)
            except SourceError as error:
                self._give_up(source, error)

    def _record_with(self, source: Source, driver: Driver, line: str) -> Path:
        choice = self._choice
        voice = best_voice(driver.voices, choice)
        part = self._cache.part(source.suffix)
        try:
            source.render(Take(line, voice, choice, part))
            return self._cache.keep(part, self._cache.place(driver, voice, choice, line))
        except UnsayableError as error:
            self._unsayable[line] = str(error)
            raise
        finally:
            self._cache.drop(part)

    def _open(self) -> tuple[Source, Driver]:
        """Return the best source left and what it is; SpeechError if none is left."""
        with self._lock:
            while self._left and not self._closed:
                source = self._left[0]
                if source is self._opened and self._driver:
                    return source, self._driver
                try:
                    return source, self._ask(source)
                except SourceError as error:
                    self._give_up(source, error)
        raise SpeechError("The voice has been closed." if self._closed else self.lost)

    def _ask(self, source: Source) -> Driver:
        driver = source.driver()
        if driver != self._driver:
            self._cache.remember(driver)
        self._driver, self._opened = driver, source
        _log.info("voice: %s %s, %s", driver.name, driver.version, driver.library)
        return driver

    def _give_up(self, source: Source, why: SourceError) -> None:
        with self._lock:
            if source in self._left:
                self._left.remove(source)
                _log.warning("voice: a source is given up, %s left", len(self._left))
                self._why = self._why or str(why)
