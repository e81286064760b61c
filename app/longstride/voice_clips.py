"""The clips of the chosen voice: sentences rendered and read, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.errors import SoundError, SpeechError
from longstride.core.timeline import script
from longstride.core.timeline.script import Length

if TYPE_CHECKING:
    from longstride.sound.clips import Clip
    from longstride.speech.speech import Speech

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


class VoiceClips:
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
        if sum(clip.frames.nbytes for clip in self.clips.values()) > MOST_KEPT:
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
