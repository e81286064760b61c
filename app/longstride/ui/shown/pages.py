"""What the pages show, and how it is read from the engine: slowly, on threads of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from longstride.core.errors import Mistake, SpeechError
from longstride.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from longstride.core.figure.figure import Figure
    from longstride.core.flow.drill import Drill
    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Familiarity
    from longstride.core.history.session import Session
    from longstride.engine import Engine
    from longstride.records.doses import DoseNow
    from longstride.speech.voice import Voice
    from longstride.ui.shown.cards import FlowCard
    from longstride.ui.shown.display import Display
    from longstride.ui.shown.measured import Measured
    from longstride.ui.shown.past import Past, Recent
    from longstride.ui.shown.plans import Plans
    from longstride.ui.shown.reminders import ReminderState
    from longstride.ui.shown.shorter import Shorters
    from longstride.ui.shown.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Guest:
    """A flow from a file that is not among the athlete's own."""

    flow: Flow
    file: Path


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the pages show; None is still being read.

    ``cards_know`` says how well drills were known when the cards were made.
    ``offered`` are the cards of the flows that Today may offer, before those of all flows.
    ``mistakes`` are in files that were left out, ``notes`` on others of the athlete's own.
    ``found`` are the sessions that Review lists, newest first; ``names`` drills' names and
    ``figures`` their figures by id. ``trouble`` is why the journal cannot be used, None while it
    can; ``display`` the one the player fills, None for the one the window is on. ``shorter`` has
    flows in fewer minutes, where that was wanted to be seen, by flow and what is said.
    ``morning_left`` is the ms till noon; on the day ``soreness_left`` the athlete does not want to
    be asked how sore they are. ``reminding`` is how reminders stand, None where nobody asked yet.
    """

    today: date
    settings: Settings
    cards: tuple[FlowCard, ...] | None = None
    cards_know: Mapping[str, Familiarity] = field(default_factory=dict)
    offered: tuple[FlowCard, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    notes: tuple[Mistake, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    drills: tuple[Drill, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    flows: tuple[Flow, ...] = ()
    recent: Recent | None = None
    past: Past | None = None
    found: tuple[Session, ...] | None = None
    trouble: Trouble | None = None
    voices: tuple[Voice, ...] | None = None
    devices: tuple[str, ...] = ()
    display: Display | None = None
    shorter: Shorters = field(default_factory=dict)
    plans: Plans | None = None
    measured: Measured | None = None
    morning_left: int = 0
    soreness_left: date | None = None
    reminding: ReminderState | None = None

    @property
    def catalogue(self) -> Mapping[str, Drill]:
        """The drills by id."""
        return {drill.id: drill for drill in self.drills}


Fresh = Callable[[Shown], Shown]  # puts what was read in the place of what was there


def read_flows(engine: Engine, guests: Mapping[str, Guest]) -> Fresh:
    """Compile the card of every flow, guests first; FlowError without drills."""
    from longstride.leading.estimate import estimates, known_drills
    from longstride.ui.shown.cards import flow_card
    from longstride.ui.shown.favourites import as_the_athlete_has

    library = engine.library
    visiting = engine.all_wanted(guest.flow for guest in guests.values())
    flows = engine.all_wanted(flow for name, flow in library.flows.items() if name not in guests)
    known = known_drills(engine)
    timelines = estimates(engine, [*visiting, *flows], known)
    made = [*map(flow_card, [*visiting, *flows], timelines)]
    origins = [str(guest.file) for guest in guests.values()]
    known_of = as_the_athlete_has(engine)
    cards = (*map(_from_file, made, origins), *map(known_of, made[len(origins) :]))
    names = {drill.id: drill.name for drill in library.catalogue.values()}
    drills = tuple(library.catalogue.values())
    return lambda shown: replace(
        shown,
        cards=cards,
        cards_know=known,
        mistakes=library.mistakes,
        notes=library.notes,
        names=names,
        drills=drills,
        flows=flows,
        shorter={},
    )


def _from_file(card: FlowCard, origin: str) -> FlowCard:
    return replace(card, origin=origin)


def read_figures(engine: Engine) -> Fresh:
    """Read every figure, and measure the room each needs; FlowError without drills."""
    figures = engine.figures
    return lambda shown: replace(shown, figures=figures)


def no_records(shown: Shown) -> Shown:
    """Stand in for records that cannot be read."""
    from longstride.ui.shown.measured import Measured
    from longstride.ui.shown.past import no_past, no_recent

    recent, past = no_recent(shown.today), no_past(shown.today)
    measured = Measured(shown.today)
    return replace(shown, recent=recent, past=past, found=(), measured=measured)


def with_doses(doses: Mapping[str, DoseNow | None]) -> Fresh:
    """Put doses by flow among what was read of the journal."""
    return lambda shown: replace(shown, recent=shown.recent and replace(shown.recent, doses=doses))


def read_voices(engine: Engine) -> Fresh:
    """Ask the machine which voices it has; none where nothing speaks."""
    try:
        voices = engine.speech.voices()
    except SpeechError:
        voices = ()
    return lambda shown: replace(shown, voices=voices)
