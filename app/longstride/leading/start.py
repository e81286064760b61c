"""How a run is started: the coach for a flow, for one that was cut off, for a look at a drill."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from longstride.core.errors import JournalError
from longstride.core.history.week import Rhythm
from longstride.core.history.welcome import GAP, is_back, welcome_line
from longstride.core.timeline.adapt import perform, resume
from longstride.desktop.suspend import SleepWatch
from longstride.leading.coach import Coach, CoachParts, Sounding
from longstride.leading.preparation import Preparation
from longstride.settings import SILENT_DB, Narrator

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Talk
    from longstride.core.history.session import Session
    from longstride.engine import Engine

PREVIEW = "Preview"


def coach_for(engine: Engine, flow: Flow, output: Sounding, talk: Talk | None = None) -> Coach:
    """Return a coach for a fresh run, which waits where there is no journal to take it."""
    farewell = _welcome(engine, engine.today())
    return Coach(_parts(engine, output, talk, farewell), perform(flow))


def coach_again(engine: Engine, session: Session, output: Sounding) -> Coach:
    """Return a coach that takes up an interrupted run; FlowError if it cannot be read."""
    found = engine.library.flows.get(session.flow)
    with engine.making:  # whatever reads flows is imported by one thread at a time
        from longstride.content import flow_from_json

        performed = flow_from_json(session.flow_json)
    authored = performed if found is None else engine.as_wanted(found)
    performance = resume(authored, performed, session.lighter_from)
    farewell = _welcome(engine, session.day)
    return Coach(_parts(engine, output, farewell=farewell), performance, session)


def preview(
    engine: Engine, flow: Flow, step: int, output: Sounding, talk: Talk | None = None
) -> Coach:
    """Return a coach that leads through one step alone and writes nothing down."""
    alone = replace(flow, steps=(flow.steps[step],), title=PREVIEW, say="", opening="", closing="")
    return Coach(replace(_parts(engine, output, talk), find=None), perform(alone))


def preparation(
    engine: Engine, talk: Talk | None = None, farewell: str = "", *, voiced: bool = True
) -> Preparation:
    """Return a preparation at a talk level, the athlete's usual one where none is given."""
    level = talk or engine.settings.talk
    return Preparation(engine.voice_clips, level, farewell, voiced=voiced)


def _parts(
    engine: Engine, output: Sounding, talk: Talk | None = None, farewell: str = ""
) -> CoachParts:
    from longstride.content import flow_to_json

    levels, voiced = engine.levels(), engine.settings.narrator is not Narrator.READER
    prepared = preparation(engine, talk, farewell, voiced=voiced)
    return CoachParts(
        catalogue=engine.library.catalogue,
        preparation=prepared,
        output=output,
        find=engine.records.journal_for_flow,
        mix=lambda timeline, levels: engine.mix(timeline, levels, prepared.clips),
        levels=levels if voiced else replace(levels, voice_db=SILENT_DB),
        flow_text=flow_to_json,
        now=engine.now,
        clock=engine.clock,
        watch=SleepWatch(),
        beside=_beside,
        day_start=engine.settings.day_start,
    )


def _beside(work: Callable[[], None]) -> Future[None]:
    """Do work on a thread of its own, which nobody waits for."""
    thread = ThreadPoolExecutor(1, "voice")
    done = thread.submit(work)
    thread.shutdown(wait=False)
    return done


def _welcome(engine: Engine, day: date) -> str:
    """Return what the first session after a gap is told at its end, "" for any other."""
    try:
        journal = engine.records.journal_for_flow()
        lately = journal.day_totals(day - GAP + timedelta(days=1))
        if any(total.day <= day for total in lately):
            return ""
        days = {total.day for total in journal.day_totals()}
        rhythm = Rhythm(freezes=journal.freezes())
    except JournalError:  # it cannot be read just now: no reason not to train
        return ""
    return welcome_line(days, rhythm, day) if is_back(days, day) else ""
