"""A flow written to a sound file as this athlete is told it, with a chapter for each step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.flow.manner import Manner
from longstride.leading.shortening import fitting
from longstride.leading.start import about_to_perform, coaching_for, preparation

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.timeline.adapt import Performance
    from longstride.core.timeline.shorten import Short
    from longstride.core.timeline.timeline import Timeline
    from longstride.engine import Engine
    from longstride.sound.tagging.tags import Tags

VOICE, ALL = 60, 100  # in the hundred: rendering the sentences, and that with the writing


class PreparedFlow:
    """A flow as it is told, with every sentence measured: go through ``prepare`` first.

    ``room`` is how long it may last, in ms. Afterwards ``short`` is the flow as it fits,
    ``unspoken`` what no voice could say of it and why, ``trouble`` why there was no voice at all;
    without one the sentences are estimated.
    """

    short: Short
    timeline: Timeline

    def __init__(
        self, engine: Engine, flow: Flow, manner: Manner = Manner(), room: int | None = None
    ) -> None:
        self._engine = engine
        self._flow = manner.paced(flow)
        self._room = room
        self._manner = manner
        self._coaching = coaching_for(engine, flow, manner)
        self._preparation = preparation(engine, self._coaching, rate=manner.rate)

    @property
    def trouble(self) -> str | None:
        """Why there is no voice, or None."""
        return self._preparation.trouble

    @property
    def unspoken(self) -> dict[str, str]:
        """The sentences that could not be rendered, and why."""
        return self._preparation.unspoken(self.timeline)

    def prepare(self) -> Iterator[tuple[int, int]]:
        """Render all that is said, and fit it into the room there is; yield how far that is.

        NoRoomError where it takes longer however short it is.
        """
        prepared = self._preparation
        for short in fitting(self._flow, self._room, prepared, self._begin):
            performance = self._begin(short.flow)
            yield from prepared.whole(performance)
        self.short, self.timeline = short, prepared.compile(performance)

    def _begin(self, flow: Flow) -> Performance:
        return about_to_perform(self._engine, flow, self._coaching, self._manner)


class SoundExport(PreparedFlow):
    """One export: go through ``steps`` off the GUI thread; giving up on the way leaves no file."""

    def __init__(
        self,
        engine: Engine,
        flow: Flow,
        file: Path,
        manner: Manner = Manner(),
        room: int | None = None,
    ) -> None:
        super().__init__(engine, flow, manner, room)
        self._file = file

    def steps(self) -> Iterator[tuple[int, int]]:
        """Write the file; yield how much is done out of a hundred.

        NoRoomError, SoundError or FileError; the name is taken before minutes of work, not after.
        """
        from longstride.sound.render import sound_file

        with sound_file(self._file) as write:
            for done, total in self.prepare():
                yield VOICE * done // max(1, total), ALL
            mix = self._engine.mix(self.timeline, self._engine.levels(), self._preparation.clips)
            for done, total in write(mix, tags_of(self.short.flow, self.timeline)):
                yield VOICE + (ALL - VOICE) * done // total, ALL


def tags_of(flow: Flow, timeline: Timeline) -> Tags:
    """Return the title of a flow, and a chapter for each of its steps."""
    from longstride.sound.tagging.tags import Chapter, Tags

    names = [step.drill.name for step in flow.steps]
    pairs = zip(timeline.step_starts, names, strict=True)
    return Tags(flow.title, tuple(Chapter(*pair) for pair in pairs), timeline.duration)
