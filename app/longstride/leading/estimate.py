"""How long flows will be for this athlete, before anything of them is rendered.

One estimate for all who tell a length: at the athlete's breath, told as it is set in Settings with
what they know left out, at the voice's rate or as its sentences were measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from longstride.core.history.experience import LOOK_BACK, familiar
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.journal.glance import days_done

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Familiarity
    from longstride.core.timeline.timeline import Timeline
    from longstride.engine import Engine


def estimates(
    engine: Engine, flows: Iterable[Flow], known: Mapping[str, Familiarity] | None = None
) -> Iterator[Timeline]:
    """Yield the timelines of flows as wanted, in some ms each: nothing for the GUI thread.

    ``known`` says how well drills are known; None looks into the journal.
    """
    settings, lengths = engine.settings, engine.known_lengths()
    known = known_drills(engine) if known is None else known
    coaching = Coaching(engine.library.phrases, settings.talk, known, rate=settings.rate)
    for flow in flows:
        yield compile_flow(flow, lengths, coaching)


def known_drills(engine: Engine) -> Mapping[str, Familiarity]:
    """Return how well drills are known by a first glance, new ones left out."""
    today = engine.today()
    return familiar(days_done(engine.paths.journal, today - LOOK_BACK), today)
