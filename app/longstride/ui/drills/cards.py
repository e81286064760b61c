"""What the drill catalogue shows: values made from drills and flows, free of Qt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from longstride.core.flow.drill import Drill, Sides, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.ui.shown.cards import step_line, with_article
from longstride.ui.shown.finding import FoundBy, found_by
from longstride.ui.shown.movement import movement
from longstride.ui.widgets.figure.loop import Beat

Link = tuple[str, str]  # an id and the name to show for it


@dataclass(frozen=True, slots=True)
class DrillCard:
    """A drill as the catalogue shows it.

    ``easier``, ``harder`` and ``used_in`` can be followed. It is found by ``found_by``,
    ``beats`` are its movement at its own tempo; ``turning``: the sides take turns.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    stage: Stage
    dose: str
    facts: tuple[str, ...]
    purpose: str
    setup: str
    cues: tuple[str, ...]
    feel: str
    avoid: str
    instead: tuple[str, ...]
    easier: Link | None
    harder: Link | None
    used_in: tuple[Link, ...]
    found_by: FoundBy
    beats: tuple[Beat, ...]
    turning: bool = False


def drill_cards(drills: Iterable[Drill], flows: Sequence[Flow]) -> tuple[DrillCard, ...]:
    """Return the catalogue by stage, then by name."""
    known = {drill.id: drill for drill in drills}
    used: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for flow in flows:
        for step in flow.steps:
            used[step.drill.id][flow.id] = flow.title
    stages = list(Stage)
    order = sorted(known.values(), key=lambda drill: (stages.index(drill.stage), drill.name))
    return tuple(_card(drill, known, tuple(used[drill.id].items())) for drill in order)


def _card(drill: Drill, known: Mapping[str, Drill], used_in: tuple[Link, ...]) -> DrillCard:
    others = (drill.position, *drill.equipment, drill.stage.value, drill.purpose)
    return DrillCard(
        id=drill.id,
        name=drill.name,
        aliases=drill.aliases,
        stage=drill.stage,
        dose=step_line(Step(drill, drill.dose, drill.sides), 0).dose,
        facts=(drill.position, *drill.areas, *(drill.equipment or ("no equipment",))),
        purpose=drill.purpose,
        setup=_setup(drill),
        cues=drill.plain_cues,
        feel=drill.feel,
        avoid=drill.avoid,
        instead=tuple(
            f"Without {with_article(thing)}: {other}" for thing, other in drill.instead.items()
        ),
        easier=_link(drill.easier, known),
        harder=_link(drill.harder, known),
        used_in=used_in,
        found_by=found_by(drill.name, drill.aliases, drill.areas, others),
        beats=beats(drill),
        turning=drill.sides is Sides.ALTERNATE,
    )


def _setup(drill: Drill) -> str:
    """Return how it is set up; where sides are named, for the left one."""
    text = drill.shown_setup()
    return f"For the left side: {text}" if "{" in drill.setup + drill.move else text


def _link(other: str | None, known: Mapping[str, Drill]) -> Link | None:
    return None if other is None or other not in known else (other, known[other].name)


def beats(drill: Drill) -> tuple[Beat, ...]:
    """Return one repetition at the drill's own tempo, or one breath of a hold."""
    return movement(drill.dose.tempo, drill.starts_with)
