"""The coach: what one athlete is led by, the flow as performed with its words made ready.

``begin`` gives the run that leads; front ends tick that and tell it what the athlete wants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Protocol

from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow
from longstride.core.history.session import Session
from longstride.core.timeline.adapt import (
    Performance,
    PerformancePlace,
    go_full,
    go_lighter,
    lighter_flow,
)
from longstride.core.timeline.clock import Clock, Output
from longstride.core.timeline.compiler import AFTER_TONE
from longstride.core.timeline.lengths import Length
from longstride.core.timeline.returning import Return, return_to
from longstride.core.timeline.splice import agree, free_from, place_at, splice
from longstride.core.timeline.timeline import SpanPhase, Timeline
from longstride.desktop.suspend import SleepWatch
from longstride.leading.changes import is_set_up, told_of_lighter, words_from
from longstride.leading.preparation import Preparation
from longstride.leading.run import Run
from longstride.leading.session_writer import new_session

if TYPE_CHECKING:
    from longstride.journal.journal import Journal
    from longstride.sound.mixer import Mix
    from longstride.sound.units import Levels


class Sounding(Output, Protocol):
    """An Output that is told what to sound; ``trouble`` is why nothing is heard, "" if it is."""

    @property
    def trouble(self) -> str:
        """Why nothing is heard."""
        ...

    def load(self, mix: Mix) -> None:
        """Sound this from here on."""
        ...


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True)
class CoachParts:
    """What a coach works with.

    ``find`` gives the journal or raises a JournalError, None keeps nothing. ``beside`` does work
    on another thread. ``now`` gives the aware local present, ``clock`` runs while the machine is
    awake. ``explained`` takes note that the tones have been explained.
    """

    catalogue: Mapping[str, Drill]
    preparation: Preparation
    output: Sounding
    find: Callable[[], Journal] | None
    mix: Callable[[Timeline, Levels], Mix]
    levels: Levels
    flow_text: Callable[[Flow], str]
    now: Callable[[], datetime]
    clock: Clock
    watch: SleepWatch
    beside: Callable[[Callable[[], None]], Future[None]]
    day_start: time = time(3)
    explained: Callable[[], None] = _nothing


class Coach:
    """One performance with its words; ``begin`` leads through it.

    ``resumed`` is the session that is taken up again, None for a new one; ``room`` the ms that
    the flow was made shorter for, None where it is whole.
    """

    def __init__(
        self,
        parts: CoachParts,
        performance: Performance,
        resumed: Session | None = None,
        room: int | None = None,
    ) -> None:
        self.parts = parts
        self.resumed = resumed
        self._room = room
        self._performance = performance
        begun = parts.preparation.coaching
        drills = (*parts.catalogue, *(step.drill.id for step in self.flow.steps))
        self._words = (begun.everything(), begun.fewer(self.flow, drills))
        self._notices: list[tuple[int, str]] = []
        self._returns: list[Return] = []
        self._lengths: Mapping[str, Length] = {}  # those the timeline has been compiled by

    @property
    def flow(self) -> Flow:
        """The flow as it is being performed."""
        return self._performance.flow

    @property
    def lighter_from(self) -> int | None:
        """The step from which the flow is lighter than authored, None where it is not."""
        return self._performance.lighter_from

    @property
    def lighter(self) -> bool:
        """Whether what is left is lighter than authored."""
        return self._performance.lighter

    @property
    def says_less(self) -> bool:
        """Whether less than everything is said of what is left."""
        return self.parts.preparation.coaching.says_less(self.flow)

    @property
    def voice_trouble(self) -> str | None:
        """Why there is no voice, or None."""
        return self.parts.preparation.trouble

    @property
    def farewell(self) -> str:
        """What is said at the end besides the flow's own words, "" for nothing."""
        return self.parts.preparation.farewell

    def begin(self, stiffness: int | None = None, *, whole: bool = False) -> Run:
        """Return the run, whose words are being prepared: the first, or with ``whole`` all."""
        begun = new_session(self.parts, self._performance, stiffness, self._room)
        return Run(self, self.resumed or begun, whole=whole)

    def prepare(self) -> None:
        """Make the tones and render what is said first; safe on a thread of its own.

        Once the tones are made the flow may begin meanwhile, as without a voice that is slow.
        """
        self._make_tones()
        if self.resumed:  # which begins in the middle
            self.prepare_steps()
        else:
            self.parts.preparation.first(self._performance)
        self._make_tones()  # those of the measured lengths

    def prepare_steps(self) -> None:
        """Render what is said in the first two steps; safe on a thread of its own."""
        step = self.resumed.next_step if self.resumed else 0
        self.parts.preparation.steps(self._performance, step)

    def prepare_rest(self, *, others: bool = True) -> Iterator[tuple[int, int]]:
        """Render everything else, yielding how many of how many; safe on a thread of its own.

        With ``others`` also what is said when the athlete wants more or less said.
        """
        lighter = lighter_flow(self._performance.authored, self.parts.catalogue)
        words = self._words if others else ()
        yield from self.parts.preparation.rest(self._performance, lighter, words)

    def draft(self) -> Timeline:
        """Return the timeline as far as lengths are known, to show before it begins."""
        return self._compiled(self.parts.preparation.lengths)

    def measure(self) -> Timeline:
        """Return the timeline by what is measured now; it holds until more is measured."""
        self._lengths = self.parts.preparation.lengths
        return self._compiled(self._lengths)

    def measure_again(self, old: Timeline, position: int) -> Timeline:
        """Return the timeline that goes on from a position by all that was measured since.

        The old one where it is too late to move anything.
        """
        measured = self.parts.preparation.lengths
        new = self._compiled(measured)
        at = free_from(old, position)
        if at >= new.duration or not agree(old, new, at):
            return old
        self._lengths = measured
        return splice(old, new, at)

    def toggle_lighter(self, old: Timeline, position: int) -> Timeline | None:
        """Return the timeline with what is left made lighter, or full again; None if all is left.

        None also where nothing that is left has anything lighter.
        """
        at = free_from(old, position)
        place = place_at(old, at)
        changed = self._toggled(place) if place is not None else None
        if changed is None:
            return None
        before, notices = self._performance, self._notices
        self._performance = changed
        phrases, told = self.parts.preparation.coaching.phrases, {text for _, text in notices}
        self._tell(at, *told_of_lighter(changed, phrases, told))
        if (new := self._joined(old, at)) is None:
            self._performance, self._notices = before, notices
        return new

    def toggle_words(self, old: Timeline, position: int) -> Timeline | None:
        """Return the timeline in which less is said of what is left, or everything again.

        None where nothing that is left is said otherwise.
        """
        at, preparation = free_from(old, position), self.parts.preparation
        span, before = old.at(at).span, preparation.coaching
        other = self._words[not self.says_less]
        if span.phase is SpanPhase.CLOSE:
            return None
        changed = before.changed_from(span.bout, other, set_up=is_set_up(old, span.bout, at))
        phrases, notices = changed.phrases, self._notices
        notice = phrases.says_more if self.says_less else phrases.says_less
        self._tell(at, notice)
        preparation.coaching = changed
        new = self._joined(old, at)
        if new is None or words_from(new, at, notice) == words_from(old, at, notice):
            preparation.coaching, self._notices = before, notices
            return None
        return new

    def come_back(self, old: Timeline, position: int) -> tuple[Timeline, int] | None:
        """Return the timeline with a "ready" before the work that is gone on with, and where it is.

        None where a position lies outside the work, so that nothing is needed.
        """
        found = return_to(old, position)
        if found is None:
            return None
        where, at = found
        if any(known[:2] == where[:2] for known in self._returns):
            return old, old.spans[old.span_index(at) - 1].start  # to the "ready" that is there
        self._returns = [*self._returns, where]
        self._tell(at)
        new = self._compiled(self._lengths)
        return (new, at) if agree(old, new, at) else None

    def leave_out(self, old: Timeline, at: int, notice: str) -> Timeline | None:
        """Return the timeline that goes on from a position by saying why; None if it would jump."""
        before = self._notices
        rings = old.at(at).span.phase is not SpanPhase.SETUP  # the finishing tone of the work
        self._tell(at + AFTER_TONE * rings, notice)
        new = self._compiled(self._lengths)
        if agree(old, new, at):
            return new
        self._notices = before
        return None

    def say(self, old: Timeline, position: int, notice: str) -> Timeline | None:
        """Return the timeline that says something more, soon; None where it would jump."""
        before, at = self._notices, free_from(old, position)
        self._tell(at, notice)
        if (new := self._joined(old, at)) is None:
            self._notices = before
        return new

    def _joined(self, old: Timeline, at: int) -> Timeline | None:
        """Return the timeline as it is told by now from a position on; None where it would jump."""
        new = self._compiled(self._lengths)
        return splice(old, new, at) if agree(old, new, at) else None

    def _tell(self, at: int, *texts: str) -> None:
        """Have something said from a position on; what was said further on was sought past."""
        said = [earlier for earlier in self._notices if earlier[0] < at]
        self._notices = [*said, *((at, text) for text in texts)]

    def load(self, timeline: Timeline) -> None:
        """Have the output sound a timeline with the clips there are by now."""
        self.parts.output.load(self.parts.mix(timeline, self.parts.levels))

    def _toggled(self, place: PerformancePlace) -> Performance | None:
        if self.lighter:
            return go_full(self._performance, place)
        lighter = go_lighter(self._performance, self.parts.catalogue, place)
        return None if lighter.bouts == self._performance.bouts else lighter

    def _make_tones(self) -> None:
        """Mix for nobody, so that the next mix finds all it needs."""
        draft = self.parts.preparation.compile(self._performance)
        self.parts.mix(draft, self.parts.levels)

    def _compiled(self, lengths: Mapping[str, Length]) -> Timeline:
        return self.parts.preparation.compile(
            self._performance, self._notices, lengths, self._returns
        )
