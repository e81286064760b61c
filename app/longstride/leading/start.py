"""How a run is started: the coach for a flow, for one that was cut off, for a look at a drill."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from longstride.core.errors import JournalError, SettingsError
from longstride.core.flow.manner import Manner
from longstride.core.history.experience import LOOK_BACK, Experience, familiar
from longstride.core.history.week import Rhythm
from longstride.core.history.welcome import GAP, has_rested, is_back
from longstride.core.timeline.adapt import (
    Performance,
    became,
    begin_lighter,
    lighter_flow,
    perform,
    resume,
)
from longstride.core.timeline.bouts import begin_with
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.once import once
from longstride.core.timeline.shorten import ladder
from longstride.desktop.suspend import SleepWatch
from longstride.leading.coach import Coach, CoachParts, Sounding
from longstride.leading.preparation import Preparation
from longstride.settings import SILENT_DB, Narrator, Settings

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Talk
    from longstride.core.history.session import Session
    from longstride.engine import Engine

PREVIEW = "Preview"


def coach_for(
    engine: Engine,
    flow: Flow,
    output: Sounding,
    manner: Manner = Manner(),
    room: int | None = None,
) -> Coach:
    """Return a coach for a fresh run, which waits where there is no journal to take it.

    ``room`` is the ms that the flow was made shorter for, None where it is whole.
    """
    flow = manner.paced(flow)
    prepared = fresh_preparation(engine, flow, manner)
    begun = about_to_perform(engine, flow, prepared.coaching, manner)
    return Coach(_parts(engine, output, prepared), begun, room=room)


def about_to_perform(
    engine: Engine, flow: Flow, coaching: Coaching, manner: Manner = Manner()
) -> Performance:
    """Return a flow as its run begins: its first side chosen, lighter where that is asked."""
    begun = begin_with(flow, coaching.sessions)
    return begin_lighter(begun, engine.library.catalogue) if manner.lighter else perform(begun)


def fresh_preparation(engine: Engine, flow: Flow, manner: Manner = Manner()) -> Preparation:
    """Return how a fresh run of a flow is told, all that is said in it."""
    farewell = _welcome(engine, engine.today())  # first: it makes the journal, if there is none
    brings = experience(engine, flow)
    coaching = replace(_told(engine, brings, manner), sounds=_explains(engine.settings, brings))
    return _voiced(engine, coaching, farewell, manner.rate)


def coach_again(engine: Engine, session: Session, output: Sounding) -> Coach:
    """Return a coach that takes up an interrupted run; FlowError if it cannot be read."""
    found = engine.library.flows.get(session.flow)
    with engine.making:  # whatever reads flows is imported by one thread at a time
        from longstride.content import flow_from_json

        performed = flow_from_json(session.flow_json)
    authored = performed if found is None else _authored(engine.as_wanted(found), performed)
    performance = resume(authored, performed, session.lighter_from)
    farewell = _welcome(engine, session.day)
    prepared = _voiced(engine, coaching_for(engine, performed), farewell)
    return Coach(_parts(engine, output, prepared), performance, session)


def _authored(whole: Flow, performed: Flow) -> Flow:
    """Return what a performed flow was authored as: the whole one, or one made shorter."""
    ways = (_begun_alike(rung.flow, performed) for rung in ladder(whole))
    return next((flow for flow in ways if became(flow, performed)), whole)


def _begun_alike(authored: Flow, performed: Flow) -> Flow:
    """Return the authored flow with its steps beginning on the side they were begun on."""
    if len(authored.steps) != len(performed.steps):
        return authored
    pairs = zip(authored.steps, performed.steps, strict=True)
    return replace(authored, steps=tuple(replace(a, first=p.first) for a, p in pairs))


def preview(
    engine: Engine,
    flow: Flow,
    step: int | None,
    output: Sounding,
    talk: Talk | None = None,
    *,
    short: bool = False,
) -> Coach:
    """Return a coach that leads through one step alone, None for all, and writes nothing down.

    ``short``: through one repetition of the step.
    """
    alone = flow if step is None else _alone(flow, step)
    if short:
        alone = replace(alone, steps=tuple(map(once, alone.steps)))
    prepared = _voiced(engine, _told(engine, Experience(), Manner(talk)))
    return Coach(replace(_parts(engine, output, prepared), find=None), perform(alone))


def _alone(flow: Flow, step: int) -> Flow:
    """Return one step of a flow without what is said before and after them all."""
    alone = replace(flow, steps=(flow.steps[step],), title=PREVIEW, opening="", closing="")
    return replace(alone, say="", baseline="", recheck="", warm=0)


def coaching_for(engine: Engine, flow: Flow, manner: Manner = Manner()) -> Coaching:
    """Return how the athlete is told a flow, as is set where nothing else is wanted."""
    return _told(engine, experience(engine, flow), manner)


def experience(engine: Engine, flow: Flow) -> Experience:
    """Return what the athlete brings to a flow; nothing where the journal cannot be read.

    Where there is none yet, none is made for it.
    """
    if not engine.paths.journal.exists():
        return Experience()
    flows = (flow, lighter_flow(flow, engine.library.catalogue))
    drills = {step.drill.id for each in flows for step in each.steps}
    try:
        journal, today = engine.records.journal_for_flow(), engine.today()
        known = familiar(journal.days_done(today - LOOK_BACK, drills), today)
        return Experience(known, journal.times_finished(flow.id), begins=not journal.count())
    except JournalError:
        return Experience()


def _told(engine: Engine, brings: Experience, manner: Manner) -> Coaching:
    talk, rate = manner.talk or engine.settings.talk, manner.rate or engine.settings.rate
    return Coaching(engine.library.phrases, talk, brings.known, brings.sessions, rate=rate)


def _explains(settings: Settings, brings: Experience) -> bool:
    """Return whether the tones are explained: before the very first flow, or when asked to."""
    return settings.explain_sounds or (brings.begins and not settings.sounds_explained)


def _note_explained(engine: Engine) -> None:
    """Explain the tones no more; where that cannot be kept, the next flow explains them again."""
    told = replace(engine.settings, sounds_explained=True, explain_sounds=False)
    with suppress(SettingsError):
        engine.change(told)


def preparation(
    engine: Engine,
    coaching: Coaching,
    farewell: str = "",
    rate: int | None = None,
    *,
    voiced: bool = True,
) -> Preparation:
    """Return a preparation of what is told so, at the rate of the settings or another."""
    return Preparation(engine.clips_in(rate=rate), coaching, farewell, voiced=voiced)


def _voiced(
    engine: Engine, coaching: Coaching, farewell: str = "", rate: int | None = None
) -> Preparation:
    return preparation(engine, coaching, farewell, rate, voiced=_has_voice(engine))


def _has_voice(engine: Engine) -> bool:
    return engine.settings.narrator is not Narrator.READER


def _parts(engine: Engine, output: Sounding, prepared: Preparation) -> CoachParts:
    from longstride.content import flow_to_json

    levels = engine.levels()
    return CoachParts(
        catalogue=engine.library.catalogue,
        preparation=prepared,
        output=output,
        find=engine.records.journal_for_flow,
        mix=lambda timeline, levels: engine.mix(timeline, levels, prepared.clips),
        levels=levels if _has_voice(engine) else replace(levels, voice_db=SILENT_DB),
        flow_text=flow_to_json,
        now=engine.now,
        clock=engine.clock,
        watch=SleepWatch(),
        beside=_beside,
        explained=lambda: _note_explained(engine),
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
        lately = journal.days_trained(day - GAP + timedelta(days=1))
        if any(each <= day for each in lately):
            return ""
        days = journal.days_trained()
        rhythm = Rhythm(freezes=journal.freezes())
    except JournalError:  # it cannot be read just now: no reason not to train
        return ""
    words = engine.library.phrases.welcome
    if not days:
        return words.first
    if not is_back(days, day):
        return ""
    return words.back_rested if has_rested(days, rhythm, day) else words.back
