"""The chain of what can speak: the best source that is left and serves what is asked."""

import logging
import threading
from collections.abc import Iterator, Sequence

from longstride.core.errors import SpeechError
from longstride.speech.cache import ClipCache
from longstride.speech.source import Source, SourceError, UnsayableError
from longstride.speech.voice import Driver, Voice, VoiceChoice

_log = logging.getLogger(__name__)


class Chain:
    """Sources of speech, the best first. Thread-safe.

    One that has failed is left out from then on. What each spoke with is kept beside the clips.
    """

    def __init__(self, sources: Sequence[Source], cache: ClipCache) -> None:
        self._sources = tuple(sources)
        self._cache = cache
        self._lock = threading.RLock()
        self._failed: dict[str, str] = {}
        self._asked: set[str] = set()
        self._drivers = {
            source.name: driver
            for source in sources
            if (driver := cache.remembered(source.name)) is not None
        }
        self._closed = False

    def known(self, choice: VoiceChoice, line: str) -> Driver | None:
        """Return what would say a line, by what is known without asking; None if nothing is."""
        source = next(self._serving(choice, line), None)
        return self._drivers.get(source.name) if source is not None else None

    def open(self, choice: VoiceChoice, line: str = "") -> tuple[Source, Driver]:
        """Return the best source left for a line, and what it is.

        SpeechError if none is left, UnsayableError if none of those left can read the line.
        """
        while not self._closed and (source := next(self._serving(choice, line), None)):
            if source.name in self._asked:  # nobody has to wait while another is being asked
                return source, self._drivers[source.name]
            with self._lock:
                if driver := self._ask(source):
                    return source, driver
        if self._closed:
            raise SpeechError("The voice has been closed.")
        if lost := self.lost(choice):
            raise SpeechError(lost)
        raise UnsayableError(f'No voice here reads the letters of "{line[:60]}".')

    def lost(self, choice: VoiceChoice) -> str:
        """Why nothing speaks, in a sentence for the athlete; "" while something may."""
        if next(self._serving(choice, ""), None) is not None:
            return ""
        refusals = (source.refusal(choice) for source in self._sources)
        reasons = (*self._failed.values(), *filter(None, refusals))
        why = next(iter(reasons), "nothing is installed that speaks")
        return f"No voice could be started ({why}): tones and captions carry the flow."

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices of the natural source and of the best one of the system.

        SpeechError if nothing speaks.
        """
        found: list[Voice] = []
        for source in self._sources:
            with self._lock:  # for one at a time: a flow may be waiting for the first of them
                driver = self._driver_of(source)
            found += driver.voices if driver else ()
            if driver and not any(voice.natural for voice in driver.voices):
                break
        if self._closed or self.lost(VoiceChoice()):
            self.open(VoiceChoice())  # which says why
        return tuple(found)

    def passed_over(self, choice: VoiceChoice, taken: str) -> Iterator[tuple[str, str]]:
        """Give the name of each better source than the one taken, and why it does not speak."""
        for source in self._sources:
            if source.name == taken:
                return
            why = self._failed.get(source.name) or source.refusal(choice)
            if why:
                yield source.name, why

    def give_up(self, source: Source, why: SourceError) -> None:
        """Leave a source out from now on; at the end all of them fail, which says nothing."""
        if self._closed:
            return
        with self._lock:
            if self._failed.setdefault(source.name, str(why)) == str(why):
                _log.warning("voice: %s is given up", source.name)

    def close(self) -> None:
        """End all sources; what is under way in another thread fails at once."""
        self._closed = True
        for source in self._sources:
            source.close()

    def _serving(self, choice: VoiceChoice, line: str) -> Iterator[Source]:
        for source in self._sources:
            if source.name in self._failed or source.refusal(choice):
                continue
            if source.reads(line):
                yield source

    def _driver_of(self, source: Source) -> Driver | None:
        """Return what a source speaks with, None where it failed; the natural voice is one."""
        if self._closed or source.refusal(VoiceChoice()):
            return None
        known = self._drivers.get(source.name)
        if known and any(voice.natural for voice in known.voices):
            return known  # nobody installs another beside it: not worth starting it
        return self._ask(source)

    def _ask(self, source: Source) -> Driver | None:
        if source.name in self._failed:  # while this was waiting for its turn
            return None
        if source.name in self._asked:
            return self._drivers[source.name]
        try:
            driver = source.driver()
        except SourceError as error:
            self.give_up(source, error)
            return None
        if driver != self._drivers.get(source.name):
            self._cache.remember(source.name, driver)
        self._drivers[source.name] = driver
        self._asked.add(source.name)
        _log.info("voice: %s %s, %s", driver.name, driver.version, driver.library)
        return driver
