"""Preparation: a flow made ready to be heard, before and while it is led.

Sentences are rendered and measured first, then the timeline is compiled from what was measured.
The flow may begin as soon as its first words are rendered; until the rest is, its lengths are
estimated, and the exact timeline takes over under way without a gap.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.timeline import script
from longstride.core.timeline.adapt import Performance
from longstride.core.timeline.compiler import Notice, compile_flow, wanted_sentences
from longstride.core.timeline.script import Length
from longstride.core.timeline.timeline import Timeline
from longstride.voice_clips import VoiceClips

if TYPE_CHECKING:
    from longstride.sound.clips import Clip

FIRST_WORDS = 3  # sentences: seconds to listen to, while the others are rendered
FIRST_STEPS = 2


class Preparation:
    """One performance being made ready, at the athlete's talk level.

    ``farewell`` is said after the flow's own last words, and is no part of the flow. Not
    ``voiced``, it is as long as with the voice, but somebody else does the speaking.
    """

    def __init__(
        self, voice_clips: VoiceClips, talk: Talk, farewell: str = "", *, voiced: bool = True
    ) -> None:
        self._voice_clips = voice_clips
        self._talk = talk
        self._renders = voiced and talk.speaks
        self._voiced = voiced
        self.farewell = farewell

    @property
    def clips(self) -> Mapping[str, Clip]:
        """The clips rendered so far."""
        return self._voice_clips.clips

    @property
    def trouble(self) -> str | None:
        """Why there is no voice, or None."""
        return self._voice_clips.trouble if self._voiced else None

    def first(self, performance: Performance) -> None:
        """Render the words a performance begins with."""
        if self._renders:
            self._render(self._wanted(performance)[:FIRST_WORDS])

    def steps(self, performance: Performance, step: int = 0) -> None:
        """Render what is said up to the second step from ``step``."""
        if self._renders:
            self._render(_until(self._wanted(performance), performance, step + FIRST_STEPS))

    def whole(self, performance: Performance) -> Iterator[tuple[int, int]]:
        """Render all a performance says, yielding how many of how many."""
        yield from self._learn(self._wanted(performance))

    def rest(self, performance: Performance, lighter: Flow) -> Iterator[tuple[int, int]]:
        """Like ``whole``, with what the flow would say made lighter."""
        notices = (script.GOING_LIGHTER, script.BACK_TO_FULL)
        more = wanted_sentences(lighter, self._talk)
        texts = (*self._wanted(performance), *notices, *more)
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
