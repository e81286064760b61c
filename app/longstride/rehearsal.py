"""Rehearsal: a flow made ready to be heard, before and while it is led.

Sentences are rendered and measured first, then the timeline is compiled from what was measured.
The flow may begin as soon as its first steps are rendered; until the rest is, its lengths are
estimated, and the exact timeline takes over under way without a gap.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core import script
from longstride.core.adapt import Performance
from longstride.core.compiler import Notice, compile_flow, wanted_sentences
from longstride.core.errors import SoundError, SpeechError
from longstride.core.flow import Flow
from longstride.core.script import Length
from longstride.core.talk import Talk
from longstride.core.timeline import Timeline

if TYPE_CHECKING:
    from longstride.sound.clips import Clip
    from longstride.speech.studio import Speech

FIRST_STEPS = 2
MOST_KEPT = 64_000_000  # bytes of clips beyond which only those of one flow are kept
# Every flow says these; their loudness speaks for the whole voice.
MEASURE_OF_A_VOICE = (script.PRESS, script.GOING_LIGHTER, script.BREATHE_OUT)


@dataclass(frozen=True, slots=True)
class Reader:
    """How sound files are read: one gain for a whole voice, then each clip with it."""

    gain: Callable[[list[Path]], float]
    clip: Callable[[Path, float], Clip]


def file_reader() -> Reader:
    """Return a reader of real files, which loads what reads them with the first of them."""

    def gain(paths: list[Path]) -> float:
        from longstride.sound.clips import voice_gain

        return voice_gain(paths)

    def clip(path: Path, gain: float) -> Clip:
        from longstride.sound.clips import read_clip

        return read_clip(path, gain)

    return Reader(gain, clip)


class Repertoire:
    """Sentences turned into clips, each once. One thread adds to it at a time.

    ``trouble`` is the sentence that says why there is no voice, None while there is one.
    """

    def __init__(self, speech: Speech, reader: Reader) -> None:
        self._speech = speech
        self._reader = reader
        self._gain: float | None = None
        self._clips: dict[str, Clip] = {}
        self.trouble: str | None = None

    @property
    def clips(self) -> dict[str, Clip]:
        """The clips there are so far; another thread may be adding to them."""
        return dict(self._clips)

    @property
    def lengths(self) -> Mapping[str, Length]:
        """What has been measured so far."""
        return {text: Length(clip.length, clip.onset) for text, clip in self.clips.items()}

    def learn(self, texts: Iterable[str]) -> Iterator[str]:
        """Make sure of the clips of sentences, yielding each; without a voice, note the trouble."""
        unknown = [text for text in dict.fromkeys(texts) if text not in self._clips]
        if unknown and self._gain is None:
            self._measure_voice()
        for text, path in self._speech.render_all(unknown):
            self._read(text, path)
            yield text

    def make_room(self, texts: Iterable[str]) -> None:
        """Let go of all other sentences' clips where there are many: their files are at hand."""
        if sum(clip.samples.nbytes for clip in self.clips.values()) > MOST_KEPT:
            wanted = set(texts)
            self._clips = {text: clip for text, clip in self.clips.items() if text in wanted}

    def _measure_voice(self) -> None:
        rendered = dict(self._speech.render_all(MEASURE_OF_A_VOICE)).values()
        paths = [path for path in rendered if isinstance(path, Path)]
        try:
            self._gain = self._reader.gain(paths) if paths else None
        except SoundError as error:
            self.trouble = str(error)

    def _read(self, text: str, path: Path | SpeechError) -> None:
        self.trouble = None
        if isinstance(path, SpeechError):
            self.trouble = str(path)
            return
        try:
            self._clips[text] = self._reader.clip(path, 1.0 if self._gain is None else self._gain)
        except SoundError as error:
            self._speech.forget(text)  # so that the next start renders it anew
            self.trouble = str(error)


class Rehearsal:
    """One performance being made ready, at the athlete's talk level.

    ``farewell`` is said after the flow's own last words, and is no part of the flow. Not
    ``voiced``, it is as long as with the voice, but somebody else does the speaking.
    """

    def __init__(
        self, repertoire: Repertoire, talk: Talk, farewell: str = "", *, voiced: bool = True
    ) -> None:
        self._repertoire = repertoire
        self._talk = talk
        self._renders = voiced and talk.speaks
        self._voiced = voiced
        self.farewell = farewell

    @property
    def clips(self) -> Mapping[str, Clip]:
        """The clips rendered so far."""
        return self._repertoire.clips

    @property
    def trouble(self) -> str | None:
        """Why there is no voice, or None."""
        return self._repertoire.trouble if self._voiced else None

    def first(self, performance: Performance, step: int = 0) -> None:
        """Render what is said up to the second step from ``step``."""
        if self._renders:
            texts = _until(self._wanted(performance), performance, step + FIRST_STEPS)
            deque(self._repertoire.learn(texts), maxlen=0)

    def whole(self, performance: Performance) -> Iterator[tuple[int, int]]:
        """Render all a performance says, yielding how many of how many."""
        yield from self._learn(self._wanted(performance))

    def rest(self, performance: Performance, lighter: Flow) -> Iterator[tuple[int, int]]:
        """Like ``whole``, with what the flow would say made lighter."""
        notices = (script.GOING_LIGHTER, script.BACK_TO_FULL)
        more = wanted_sentences(lighter, self._talk)
        texts = (*self._wanted(performance), *notices, *more)
        self._repertoire.make_room(texts)
        yield from self._learn(texts)

    def _learn(self, texts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        unknown = set(texts) - self._repertoire.clips.keys()
        if self._renders:
            for done, _ in enumerate(self._repertoire.learn(texts), start=1):
                yield done, len(unknown)

    @property
    def lengths(self) -> Mapping[str, Length]:
        """What has been measured so far."""
        return self._repertoire.lengths

    def compile(
        self,
        performance: Performance,
        notices: Sequence[Notice] = (),
        lengths: Mapping[str, Length] | None = None,
    ) -> Timeline:
        """Return the timeline by what is measured so far, or by other lengths.

        Notices are said where given.
        """
        flow, bouts = self._with_farewell(performance.flow), performance.bouts
        spoken = notices if self._talk.speaks else ()
        known = self.lengths if lengths is None else lengths
        return compile_flow(flow, known, self._talk, bouts, spoken)

    def _wanted(self, performance: Performance) -> tuple[str, ...]:
        flow = self._with_farewell(performance.flow)
        return wanted_sentences(flow, self._talk, performance.bouts)

    def _with_farewell(self, flow: Flow) -> Flow:
        return replace(flow, closing=f"{flow.closing} {self.farewell}".strip())


def _until(texts: tuple[str, ...], performance: Performance, step: int) -> tuple[str, ...]:
    """Return the sentences up to those of a step."""
    coming = next((bout for bout in performance.bouts if bout.step == step), None)
    if coming is None:
        return texts
    name = script.name_line(coming)
    return texts[: texts.index(name)] if name in texts else texts
