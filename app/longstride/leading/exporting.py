"""A flow written to a sound file as this athlete is told it, with a chapter for each step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.flow.manner import Manner
from longstride.core.timeline.adapt import perform
from longstride.core.timeline.bouts import begin_with
from longstride.leading.shortening import fitting
from longstride.leading.start import coaching_for, preparation

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.timeline.shorten import Short
    from longstride.core.timeline.timeline import Timeline
    from longstride.engine import Engine
    from longstride.sound.tagging.tags import Tags

VOICE, ALL = 60, 100  # in the hundred: rendering the sentences, and that with the writing


class SoundExport:
    """One export: go through ``steps`` off the GUI thread; giving up on the way leaves no file.

    ``room`` is how long it may last, in ms. Afterwards ``short`` is the flow as it was written,
    ``unspoken`` what no voice could say of it and why, ``trouble`` why there was no voice at all.
    """

    short: Short
    timeline: Timeline

    def __init__(
        self,
        engine: Engine,
        flow: Flow,
        file: Path,
        manner: Manner = Manner(),
        room: int | None = None,
    ) -> None:
        self._engine = engine
        self._flow = manner.paced(flow)
        self._file = file
        self._room = room
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

    def steps(self) -> Iterator[tuple[int, int]]:
        """Write the file; yield how much is done out of a hundred.

        NoRoomError, SoundError or FileError; the name is taken before minutes of work, not after.
        """
        from longstride.sound.render import sound_file

        with sound_file(self._file) as write:
            yield from self.prepare()
            mix = self._engine.mix(self.timeline, self._engine.levels(), self._preparation.clips)
            for done, total in write(mix, tags_of(self.short.flow, self.timeline)):
                yield VOICE + (ALL - VOICE) * done // total, ALL

    def prepare(self) -> Iterator[tuple[int, int]]:
        """Render all that is said, and fit it into the room there is."""
        prepared = self._preparation
        for short in fitting(self._flow, self._room, prepared):
            performance = perform(begin_with(short.flow, self._coaching.sessions))
            for done, total in prepared.whole(performance):
                yield VOICE * done // max(1, total), ALL
        self.short, self.timeline = short, prepared.compile(performance)


def tags_of(flow: Flow, timeline: Timeline) -> Tags:
    """Return the title of a flow, and a chapter for each of its steps."""
    from longstride.sound.tagging.tags import Chapter, Tags

    names = [step.drill.name for step in flow.steps]
    pairs = zip(timeline.step_starts, names, strict=True)
    return Tags(flow.title, tuple(Chapter(*pair) for pair in pairs), timeline.duration)
