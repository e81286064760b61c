"""The coach: leads one athlete through one flow and writes down what was done.

Front ends tell it what the athlete wants and ask it what is true now; it never calls them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow
from longstride.core.history.session import AfterRating, Session, StepRecord
from longstride.core.history.week import local_day
from longstride.core.timeline import script
from longstride.core.timeline.adapt import Performance, go_full, go_lighter, lighter_flow
from longstride.core.timeline.clock import Output
from longstride.core.timeline.player import Player, PlayState, Progress
from longstride.core.timeline.script import Length
from longstride.core.timeline.splice import agree, free_from, place_at, splice
from longstride.core.timeline.timeline import Timeline
from longstride.leading.preparation import Preparation
from longstride.records.scribe import Notebook, Scribe

if TYPE_CHECKING:
    from longstride.sound.mixer import Mix
    from longstride.sound.units import Levels


class Sounding(Output, Protocol):
    """An Output that is told what to sound."""

    def load(self, mix: Mix) -> None:
        """Sound this from here on."""
        ...


@dataclass(frozen=True)
class CoachParts:
    """What a coach works with. ``now`` gives the aware local present."""

    catalogue: Mapping[str, Drill]
    preparation: Preparation
    output: Sounding
    journal: Notebook
    mix: Callable[[Timeline, Levels], Mix]
    levels: Levels
    flow_text: Callable[[Flow], str]
    now: Callable[[], datetime]
    day_start: time = time(3)


class Coach:
    """One run through one flow, from its first word to its rating.

    Make it, ``prepare`` it (slow: renders speech), ``begin`` it, then ``player`` is there.
    ``scribe`` writes down what is done, and holds on to what the journal does not take.
    """

    def __init__(
        self, parts: CoachParts, performance: Performance, resumed: Session | None = None
    ) -> None:
        self._parts = parts
        self._performance = performance
        self._resumed = resumed
        self._notices: list[tuple[int, str]] = []
        self._lengths: Mapping[str, Length] = {}  # those the timeline has been compiled by
        self.scribe = Scribe(parts.journal)
        self.session: Session
        self.player: Player

    @property
    def flow(self) -> Flow:
        """The flow as it is being performed."""
        return self._performance.flow

    @property
    def lighter(self) -> bool:
        """Whether what is left is lighter than authored."""
        return self._performance.lighter

    @property
    def voice_trouble(self) -> str | None:
        """Why there is no voice, or None."""
        return self._parts.preparation.trouble

    @property
    def journal_trouble(self) -> str | None:
        """Why the journal cannot be written, in a sentence, or None."""
        return self.scribe.trouble

    @property
    def heard(self) -> int:
        """How many sentences the voice has ready by now, for whichever flow."""
        return len(self._parts.preparation.clips)

    @property
    def farewell(self) -> str:
        """What is said at the end besides the flow's own words, "" for nothing."""
        return self._parts.preparation.farewell

    def draft(self) -> Timeline:
        """Return the timeline as far as lengths are known, to show before it begins."""
        return self._compiled(self._parts.preparation.lengths)

    def prepare(self) -> None:
        """Make the tones and render what is said first; safe on a thread of its own.

        Once the tones are made it may ``begin`` meanwhile, as without a voice that is slow.
        """
        step = self._resumed.next_step if self._resumed else 0
        self._make_tones()
        self._parts.preparation.first(self._performance, step)
        self._make_tones()  # those of the measured lengths

    def _make_tones(self) -> None:
        """Mix for nobody, so that the next mix finds all it needs."""
        draft = self._parts.preparation.compile(self._performance)
        self._parts.mix(draft, self._parts.levels)

    def prepare_rest(self) -> Iterator[tuple[int, int]]:
        """Render everything else, yielding how many of how many; safe on a thread of its own."""
        lighter = lighter_flow(self._performance.authored, self._parts.catalogue)
        yield from self._parts.preparation.rest(self._performance, lighter)

    def begin(self, stiffness: int | None = None) -> None:
        """Write the session down and stand ready to play."""
        self._lengths = self._parts.preparation.lengths
        timeline = self._compiled(self._lengths)
        self.session = self._resumed or self._new_session(stiffness)
        self.scribe.begin(self.session, resumed=self._resumed is not None)
        self._load(timeline)
        begin = _begin_of(timeline, self.session.next_step)
        self.player = Player(timeline, self._parts.output, begin)

    def take_measured(self) -> None:
        """Go on by the measured lengths of everything that was rendered since."""
        position = self.player.position
        measured = self._parts.preparation.lengths
        new = self._compiled(measured)
        at = free_from(self.player.timeline, position)
        if at < new.duration and agree(self.player.timeline, new, at):
            self._lengths = measured
            new = splice(self.player.timeline, new, at)
        else:
            new = self.player.timeline  # too late to move anything: only fill in the clips
        self._replace(new)

    def toggle_lighter(self) -> bool:
        """Make what is left lighter, or full again; return whether anything was left."""
        at = free_from(self.player.timeline, self.player.position)
        place = place_at(self.player.timeline, at)
        if place is None:
            return False
        if self.lighter:
            self._performance = go_full(self._performance, place)
            notice = script.BACK_TO_FULL
        else:
            lighter = go_lighter(self._performance, self._parts.catalogue, place)
            if lighter.bouts == self._performance.bouts:
                return False
            self._performance = lighter
            notice = script.GOING_LIGHTER
        said = [earlier for earlier in self._notices if earlier[0] < at]  # the rest was sought past
        self._notices = [*said, (at, notice)]
        new = self._compiled(self._lengths)
        self._replace(splice(self.player.timeline, new, at))
        self._write_flow()
        return True

    def play(self) -> None:
        """Begin or go on."""
        self.player.play()

    def pause(self) -> None:
        """Fall silent and keep the place."""
        self._take(self.player.pause())

    def freeze(self) -> None:
        """Fall silent at the place last seen, because nobody was there to follow since."""
        self.player.freeze()

    def advance(self) -> None:
        """Take in how far the sound has come; every step that ended is written down."""
        self._take(self.player.advance())

    def seek(self, position: int) -> None:
        """Go to a position in ms."""
        self._take(self.player.seek(position))

    def next(self) -> None:
        """Go to the next step."""
        self._take(self.player.next())

    def previous(self) -> None:
        """Go to the start of this step, or of the one before."""
        self._take(self.player.previous())

    def leave(self, *, keep_place: bool) -> None:
        """Stop in the middle; the flow is offered again at its step if the place is kept."""
        self.pause()
        if self.player.state is not PlayState.FINISHED:
            step = self.player.step
            self._record(self.player.retell(step), step)
            if not keep_place:
                self._close()

    def rate(self, after: AfterRating) -> None:
        """Write down how it felt."""
        self.scribe.write(lambda notebook: notebook.rate(self.session.id, after))

    def _take(self, progress: Progress) -> None:
        finished = self.player.state is PlayState.FINISHED
        self._record(progress.ended, len(self.flow.steps) if finished else progress.step)
        if finished and progress.ended:
            self._close()

    def _record(self, records: tuple[StepRecord, ...], next_step: int) -> None:
        if records:
            best = tuple(self._best(record) for record in records)
            self.scribe.write(lambda notebook: notebook.record(self.session.id, best, next_step))

    def _best(self, record: StepRecord) -> StepRecord:
        """Return the better of what is done now and what was before an interruption."""
        earlier = [
            kept
            for kept in (self._resumed.steps if self._resumed else ())
            if (kept.step, kept.side) == (record.step, record.side)
        ]
        return max((record, *earlier), key=lambda done: done.seconds)

    def _close(self) -> None:
        ended = self._parts.now().astimezone(UTC)
        self.scribe.write(lambda notebook: notebook.close(self.session.id, ended))

    def _write_flow(self) -> None:
        first = self._performance.lighter_from
        if first is not None:
            text = self._parts.flow_text(self.flow)
            self.scribe.write(lambda notebook: notebook.lighten(self.session.id, text, first))

    def _new_session(self, stiffness: int | None) -> Session:
        now = self._parts.now()
        return Session(
            id=uuid4(),
            flow=self.flow.id,
            title=self.flow.title,
            flow_json=self._parts.flow_text(self.flow),
            started=now.astimezone(UTC),
            day=local_day(now, self._parts.day_start),
            step_count=len(self.flow.steps),
            stiffness_before=stiffness,
        )

    def _compiled(self, lengths: Mapping[str, Length]) -> Timeline:
        return self._parts.preparation.compile(self._performance, self._notices, lengths)

    def _load(self, timeline: Timeline) -> None:
        self._parts.output.load(self._parts.mix(timeline, self._parts.levels))

    def _replace(self, timeline: Timeline) -> None:
        self._load(timeline)
        self.player.replace(timeline)


def _begin_of(timeline: Timeline, step: int) -> int:
    """Return where a step begins; past the last one, where the closing words do."""
    starts = timeline.step_starts
    return starts[step] if step < len(starts) else timeline.spans[-1].start
