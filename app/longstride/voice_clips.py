"""The clips of the chosen voice: sentences rendered and read, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.errors import SoundError, SpeechError
from longstride.core.timeline.lengths import Length

if TYPE_CHECKING:
    from longstride.sound.clips import Clip
    from longstride.speech.kept_lengths import KeptLengths
    from longstride.speech.speech import Speech
    from longstride.speech.voice import VoiceChoice

MOST_KEPT = 64_000_000  # bytes of clips beyond which only those of one flow are kept


def read_file(path: Path) -> Clip:
    """Return the clip in a real file; what reads it is loaded with the first of them."""
    from longstride.sound.clips import read_clip

    return read_clip(path)


class VoiceClips:
    """Sentences turned into clips, each once, in one voice. One thread adds to it at a time.

    ``choice`` is that voice, also when another is chosen for what is to come. ``trouble`` is the
    sentence that says why there is no voice, None while there is one. What is measured is also
    ``kept``, so that a flow's length is known before its sentences are read again.
    """

    def __init__(
        self,
        speech: Speech,
        choice: VoiceChoice,
        read: Callable[[Path], Clip] = read_file,
        kept: KeptLengths | None = None,
    ) -> None:
        self._speech = speech
        self.choice = choice
        self._read_file = read
        self._kept = kept
        self._clips: dict[str, Clip] = {}
        self.trouble: str | None = None
        self._unspoken: dict[str, str] = {}

    @property
    def clips(self) -> dict[str, Clip]:
        """The clips there are so far; another thread may be adding to them."""
        return dict(self._clips)

    @property
    def lengths(self) -> Mapping[str, Length]:
        """What has been measured so far."""
        return {text: Length(clip.length, clip.onset) for text, clip in self.clips.items()}

    @property
    def unspoken(self) -> dict[str, str]:
        """The sentences that could not be rendered, whatever came of others, and why."""
        return dict(self._unspoken)

    def learn(self, texts: Iterable[str]) -> Iterator[str]:
        """Make sure of the clips of sentences, yielding each; without a voice, note the trouble."""
        unknown = [text for text in dict.fromkeys(texts) if text not in self._clips]
        try:
            for text, path in self._speech.render_all(unknown, self.choice):
                self._read(text, path)
                yield text
        finally:
            if self._kept is not None and unknown:
                self._kept.add(self.lengths)

    def recall(self, texts: Iterable[str]) -> None:
        """Take in what was rendered of sentences before; nothing is rendered for it."""
        for text in dict.fromkeys(texts):
            if text not in self._clips and (path := self._speech.cached(text, self.choice)):
                self._read(text, path)

    def make_room(self, texts: Iterable[str]) -> None:
        """Let go of all other sentences' clips where there are many: their files are at hand."""
        if sum(clip.frames.nbytes for clip in self.clips.values()) > MOST_KEPT:
            wanted = set(texts)
            self._clips = {text: clip for text, clip in self.clips.items() if text in wanted}

    def _read(self, text: str, path: Path | SpeechError) -> None:
        self.trouble = None
        self._unspoken.pop(text, None)
        if isinstance(path, SpeechError):
            self._miss(text, path)
            return
        try:
            self._clips[text] = self._read_file(path)
        except SoundError as error:
            self._speech.forget(text, self.choice)  # so that the next start renders it anew
            self._miss(text, error)

    def _miss(self, text: str, error: SpeechError | SoundError) -> None:
        self.trouble = self._unspoken[text] = str(error)
