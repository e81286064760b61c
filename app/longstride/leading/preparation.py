"""Preparation: a flow made ready to be heard, before and while it is led.

Sentences are rendered and measured first, then the timeline is compiled from what was measured.
The flow may begin as soon as its first words are rendered; until the rest is, its lengths are
estimated, and the exact timeline takes over under way without a gap. How long a flow waits for a
late voice is `voice.PATIENCE`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Says
from longstride.core.timeline import script
from longstride.core.timeline.adapt import Performance
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import Notice, compile_flow, wanted_sentences
from longstride.core.timeline.lengths import Length
from longstride.core.timeline.phrases import Phrases
from longstride.core.timeline.returning import Return, return_sentences
from longstride.core.timeline.timeline import Timeline
from longstride.voice_clips import VoiceClips

if TYPE_CHECKING:
    from longstride.sound.clips import Clip

FIRST_WORDS = 3  # sentences: seconds to listen to, while the others are rendered
FIRST_STEPS = 2


class Preparation:
    """One performance being made ready, told as its ``coaching`` says, which may change.

    ``farewell`` is said after the flow's own last words, and is no part of the flow. Not
    ``voiced``, it is as long as with the voice, but somebody else does the speaking.
    """

    def __init__(
        self,
        voice_clips: VoiceClips,
        coaching: Coaching,
        farewell: str = "",
        *,
        voiced: bool = True,
    ) -> None:
        self._voice_clips = voice_clips
        self.coaching = coaching
        self._voiced = voiced
        self.farewell = farewell

    @property
    def clips(self) -> Mapping[str, Clip]:
        """The clips rendered so far."""
        return self._voice_clips.clips

    @property
    def _renders(self) -> bool:
        return self._voiced and self.coaching.talk.speaks

    @property
    def trouble(self) -> str | None:
        """Why there is no voice, or None."""
        return self._voice_clips.trouble if self._voiced else None

    def recall(self, performance: Performance) -> None:
        """Take in what was rendered before of all a performance says."""
        if self._renders:
            self._voice_clips.recall(self._wanted(performance))

    def unspoken(self, timeline: Timeline) -> dict[str, str]:
        """Return the sentences of a timeline that could not be rendered, in order, and why.

        None where nothing could be: that is the voice's own ``trouble``.
        """
        failed = self._voice_clips.unspoken if self._renders else {}
        if not failed or not self._voice_clips.clips:
            return {}
        said = dict.fromkeys(cue.text for cue in timeline.cues if cue.role is not None)
        return {text: failed[text] for text in said if text in failed}

    def first(self, performance: Performance) -> None:
        """Render the words a performance begins with."""
        if self._renders:
            self._render(self._wanted(performance)[:FIRST_WORDS])

    def steps(self, performance: Performance, step: int = 0) -> None:
        """Render what is said up to the second step from ``step``, and where something hurts."""
        if self._renders:
            wanted = self._wanted(performance)
            phrases = self.coaching.phrases
            first = _until(wanted, performance, step + FIRST_STEPS, phrases)
            self._render((*first, phrases.hurt, phrases.spared))

    def whole(self, performance: Performance) -> Iterator[tuple[int, int]]:
        """Render all a performance says, yielding how many of how many."""
        yield from self._learn(self._wanted(performance))

    def rest(
        self, performance: Performance, lighter: Flow, others: Iterable[Coaching] = ()
    ) -> Iterator[tuple[int, int]]:
        """Like ``whole``, with what the flow would say made lighter, and after a pause.

        Last comes what it says when it is told otherwise, as in ``others``.
        """
        phrases = self.coaching.phrases
        hurts = (phrases.hurt, phrases.spared)
        notices = (*hurts, phrases.lighter, phrases.half_range, phrases.full)
        switches = (phrases.says_less, phrases.says_more)
        again = (text for bout in performance.bouts for text in return_sentences(bout, phrases))
        more = wanted_sentences(lighter, self.coaching)
        otherwise = (text for each in others for text in self._wanted(performance, each))
        texts = (*self._wanted(performance), *notices, *switches, *more, *again, *otherwise)
        self._voice_clips.make_room(texts)
        yield from self._learn(texts)

    def _render(self, texts: tuple[str, ...]) -> None:
        deque(self._voice_clips.learn(texts), maxlen=0)

    def _learn(self, texts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        unknown = set(texts) - self._voice_clips.clips.keys()
        if self._renders:
            for done, _ in enumerate(self._voice_clips.learn(texts), start=1):
                yield done, len(unknown)

    @property
    def lengths(self) -> Mapping[str, Length]:
        """What has been measured so far."""
        return self._voice_clips.lengths

    def compile(
        self,
        performance: Performance,
        notices: Sequence[Notice] = (),
        lengths: Mapping[str, Length] | None = None,
        returns: Sequence[Return] = (),
    ) -> Timeline:
        """Return the timeline by what is measured so far, or by other lengths.

        Notices are said where given; ``returns`` are where one came back from a pause.
        """
        flow, bouts = self._with_farewell(performance.flow), performance.bouts
        spoken = notices if self.coaching.talk.speaks else ()
        known = self.lengths if lengths is None else lengths
        return compile_flow(flow, known, self.coaching, bouts, spoken, returns)

    def _wanted(
        self, performance: Performance, coaching: Coaching | None = None
    ) -> tuple[str, ...]:
        flow = self._with_farewell(performance.flow)
        return wanted_sentences(flow, coaching or self.coaching, performance.bouts)

    def _with_farewell(self, flow: Flow) -> Flow:
        return replace(flow, closing=f"{flow.closing} {self.farewell}".strip())


def _until(
    texts: tuple[str, ...], performance: Performance, step: int, phrases: Phrases
) -> tuple[str, ...]:
    """Return the sentences up to those of a step."""
    coming = next((bout for bout in performance.bouts if bout.step == step), None)
    if coming is None:
        return texts
    lines = script.setup_lines(coming, Says(), phrases, again=False)
    found = [texts.index(text) for _, text in lines if text in texts]
    return texts[: min(found)] if found else texts
