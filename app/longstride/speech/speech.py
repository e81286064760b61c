"""The studio: sentences in, clips out, whatever speaks on this machine."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from longstride.core.errors import SpeechError
from longstride.speech.cache import ClipCache
from longstride.speech.chain import Chain
from longstride.speech.program import programs
from longstride.speech.source import Source, SourceError, Take, UnsayableError
from longstride.speech.spelling import spelled
from longstride.speech.text import speakable
from longstride.speech.voice import Driver, Voice, VoiceChoice, best_voice
from longstride.speech.worker_pipe import Patience, worker_command
from longstride.speech.worker_pool import NaturalVoice, WorkerPool

WORKERS = 2

_BUNDLED = "bundled"
_SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class SpeechState:
    """What speaks, for ``longstride doctor``. ``lost`` is why nothing does, "" otherwise.

    ``voice`` is the one in use, None where the driver's own is or nothing speaks. ``better``
    holds the name of each source that would have come first, and why it does not speak.
    """

    driver: str
    library: str
    version: str
    voices: int
    voice: Voice | None
    lost: str = ""
    better: tuple[tuple[str, str], ...] = ()


def sources_here(patience: Patience | None = None) -> tuple[Source, ...]:
    """Return what may speak on this system, the best first; not all of it need be there."""
    patience = patience or Patience()
    pyttsx3 = [_SYSTEM, _BUNDLED] if sys.platform == "linux" else [_SYSTEM]
    pools = (WorkerPool(kind, worker_command(kind), patience, WORKERS) for kind in pyttsx3)
    return (NaturalVoice(patience), *pools, *programs(patience))


class Speech:
    """Renders sentences to cached clips. Thread-safe; ``close`` it, or use it in a ``with``.

    Starts no process before it is asked for something that is not in the cache. When a source
    has failed twice in a row the next one is tried; after the last every call fails at once.
    A choice may be given with each call, so that a flow keeps the voice it began with.
    """

    def __init__(
        self,
        cache_folder: Path,
        choice: VoiceChoice,
        sources: Sequence[Source] | None = None,
    ) -> None:
        self._cache = ClipCache(cache_folder)
        self._choice = choice
        self._chain = Chain(sources_here() if sources is None else sources, self._cache)
        self._unsayable: dict[tuple[VoiceChoice, str], str] = {}

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
        return self._chain.lost(self._choice)

    def choose(self, choice: VoiceChoice) -> None:
        """Speak differently from now on, where nothing else is asked for."""
        self._choice = choice

    def voices(self) -> tuple[Voice, ...]:
        """Return every voice there is to choose from; SpeechError if nothing speaks."""
        return self._chain.voices()

    def state(self) -> SpeechState:
        """Return what speaks, trying it; never raises."""
        choice = self._choice
        try:
            source, driver = self._chain.open(choice)
            voices = len(self.voices())
        except SpeechError as error:
            return SpeechState("none", "", "", 0, None, str(error))
        voice = best_voice(driver.voices, choice)
        better = tuple(self._chain.passed_over(choice, source.name))
        return SpeechState(
            driver.name, driver.library, driver.version, voices, voice, better=better
        )

    def cached(self, text: str, choice: VoiceChoice | None = None) -> Path | None:
        """Return the clip of a text if it is there, without starting anything."""
        try:
            return self._find(speakable(text), choice or self._choice)
        except SpeechError:
            return None

    def render(self, text: str, choice: VoiceChoice | None = None) -> Path:
        """Return a WAV or AIFF file of the text as the driver wrote it, cached.

        SpeechError if this text cannot be said, the cache cannot be written, or nothing speaks.
        """
        line, choice = speakable(text), choice or self._choice
        return self._find(line, choice) or self._record(line, choice)

    def render_all(
        self, texts: Iterable[str], choice: VoiceChoice | None = None
    ) -> Iterator[tuple[str, Path | SpeechError]]:
        """Render different texts side by side; gives them in their order, as they get ready.

        Leaving the loop early stops the rest.
        """
        waiting, wanted = tuple(dict.fromkeys(texts)), choice or self._choice
        if any(self.cached(text, wanted) is None for text in waiting):
            with suppress(SpeechError):  # one driver for all, and not one of another day
                self._chain.open(wanted)
        with ThreadPoolExecutor(WORKERS, "speech") as pool:
            clips = [pool.submit(self._try, text, wanted) for text in waiting]
            try:
                for text, clip in zip(waiting, clips, strict=True):
                    yield text, clip.result()
            finally:
                pool.shutdown(cancel_futures=True)

    def forget(self, text: str, choice: VoiceChoice | None = None) -> None:
        """Drop the clip of a text, because its sound turned out to be broken."""
        if clip := self.cached(text, choice):
            self._cache.drop(clip)

    def close(self) -> None:
        """End all workers; a render under way in another thread fails at once."""
        self._chain.close()

    def _try(self, text: str, choice: VoiceChoice) -> Path | SpeechError:
        try:
            return self.render(text, choice)
        except SpeechError as error:
            return error

    def _find(self, line: str, choice: VoiceChoice) -> Path | None:
        driver = self._chain.known(choice, line)
        return self._cache.find(self._place(driver, line, choice)) if driver else None

    def _place(self, driver: Driver, line: str, choice: VoiceChoice) -> Path:
        voice = best_voice(driver.voices, choice)
        return self._cache.place(driver, voice, choice, spelled(line, choice, driver))

    def _record(self, line: str, choice: VoiceChoice) -> Path:
        while True:
            if why := self._unsayable.get((choice, line)):
                raise SpeechError(why)
            source, driver = self._chain.open(choice, line)
            if clip := self._find(line, choice):
                return clip
            try:
                return self._record_with(source, driver, line, choice)
            except SourceError as error:
                self._chain.give_up(source, error)

    def _record_with(self, source: Source, driver: Driver, line: str, choice: VoiceChoice) -> Path:
        voice = best_voice(driver.voices, choice)
        part = self._cache.part(source.suffix)
        try:
            source.render(Take(spelled(line, choice, driver), voice, choice, part))
            return self._cache.keep(part, self._place(driver, line, choice))
        except UnsayableError as error:
            self._unsayable[choice, line] = str(error)
            raise
        finally:
            self._cache.drop(part)
