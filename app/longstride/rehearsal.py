"""Rehearsal: a flow made ready to be heard, before and while it is led.

Sentences are rendered and measured first, then the timeline is compiled from what was measured.
The flow may begin as soon as its first steps are rendered; until the rest is, its lengths are
estimated, and the exact timeline takes over under way without a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from longstride.core import script
from longstride.core.adapt import Performance
from longstride.core.compiler import Notice, compile_flow, wanted_sentences
from longstride.core.errors import SoundError, SpeechError
from longstride.core.flow import Flow, Talk
from longstride.core.script import Length
from longstride.core.timeline import Timeline

if TYPE_CHECKING:
    from longstride.sound.clips import Clip

FIRST_STEPS = 2
# Every flow says these; their loudness speaks for the whole voice.
MEASURE_OF_A_VOICE = (script.PRESS, script.GOING_LIGHTER, script.BREATHE_OUT)


class Speaker(Protocol):
    """Whoever turns a sentence into a sound file; SpeechError where that fails."""

    def render(self, text: str) -> Path:
        """Return the file that holds a sentence."""
        ...


@dataclass(frozen=True, slots=True)
class Reader:
    """How sound files are read: one gain for a voice, then each clip with it."""

    gain: Callable[[list[Path]], float]
    clip: Callable[[Path, float], Clip]


class Booth:
    """Sentences turned into clips, each once; from one thread at a time.

    ``trouble`` is the sentence that says why there is no voice, None while there is one.
    """

    def __init__(self, voice: Speaker, reader: Reader) -> None:
        self._voice = voice
        self._reader = reader
        self._gain: float | None = None
        self.clips: dict[str, Clip] = {}
        self.trouble: str | None = None

    @property
    def lengths(self) -> Mapping[str, Length]:
        """What has been measured so far."""
        clips = dict(self.clips)  # another thread may be adding to them
        return {text: Length(clip.length, clip.onset) for text, clip in clips.items()}

    def render(self, text: str) -> None:
        """Make sure of a sentence's clip; without a voice, note the trouble and go on."""
        if text in self.clips:
            return
        try:
            self.clips[text] = self._reader.clip(self._voice.render(text), self._voice_gain())
        except (SpeechError, SoundError) as error:
            self.trouble = str(error)
        else:
            self.trouble = None

    def _voice_gain(self) -> float:
        if self._gain is None:
            self._gain = self._reader.gain([self._voice.render(t) for t in MEASURE_OF_A_VOICE])
        return self._gain


class Rehearsal:
    """One performance being made ready in a booth, at the athlete's talk level."""

    def __init__(self, booth: Booth, talk: Talk) -> None:
        self._booth = booth
        self._talk = talk

    @property
    def clips(self) -> Mapping[str, Clip]:
        """The clips rendered so far."""
        return dict(self._booth.clips)

    @property
    def trouble(self) -> str | None:
        """Why there is no voice, or None."""
        return self._booth.trouble

    def first(self, performance: Performance, step: int = 0) -> None:
        """Render what is said up to the second step from ``step``."""
        if not self._talk.speaks:
            return
        for text in _until(self._wanted(performance), performance, step + FIRST_STEPS):
            self._booth.render(text)

    def rest(self, performance: Performance, lighter: Flow) -> Iterator[tuple[int, int]]:
        """Render all the rest and what the flow would say made lighter; yield done and total."""
        if not self._talk.speaks:
            return
        notices = (script.GOING_LIGHTER, script.BACK_TO_FULL)
        texts = dict.fromkeys(
            (*self._wanted(performance), *notices, *wanted_sentences(lighter, self._talk))
        )
        for done, text in enumerate(texts, start=1):
            self._booth.render(text)
            yield done, len(texts)

    def compile(self, performance: Performance, notices: Sequence[Notice] = ()) -> Timeline:
        """Return the timeline by what is measured so far, with notices said where given."""
        flow, bouts = performance.flow, performance.bouts
        spoken = notices if self._talk.speaks else ()
        return compile_flow(flow, self._booth.lengths, self._talk, bouts, spoken)

    def _wanted(self, performance: Performance) -> tuple[str, ...]:
        return wanted_sentences(performance.flow, self._talk, performance.bouts)


def _until(texts: tuple[str, ...], performance: Performance, step: int) -> tuple[str, ...]:
    """Return the sentences up to those of a step."""
    coming = next((bout for bout in performance.bouts if bout.step == step), None)
    if coming is None:
        return texts
    name = script.name_line(coming)
    return texts[: texts.index(name)] if name in texts else texts
