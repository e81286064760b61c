"""What an author does to a flow: each command takes a draft and gives another.

Steps and own drills are counted from 0. A key set to None is taken out.
"""

from collections.abc import Mapping
from dataclasses import replace

from longstride.content.files import slug
from longstride.content.flows import RANKS
from longstride.content.writing.draft import Draft, Kind, Piece, Values, spread
from longstride.content.writing.toml_text import block_text, clean, with_key, without_key
from longstride.core.flow.drill import Drill, Stage

Known = Mapping[str, Drill]


def set_head(draft: Draft, key: str, value: object) -> Draft:
    """Return it with a key of the flow itself set."""
    if _same(draft.head.get(key), value):
        return draft
    others = [
        number for number in draft.places(Kind.HEAD)[1:] if key in draft.pieces[number].values
    ]
    for number in reversed(others):  # a table of its own, between the steps or after them
        draft = _set(draft, number, (), key, None)
    return _set(draft, draft.places(Kind.HEAD)[0], (), key, value)


def set_step(draft: Draft, step: int, key: str, value: object) -> Draft:
    """Return it with a key of a step set."""
    if _same(draft.steps[step].get(key), value):
        return draft
    draft = spread(draft)
    return _set(draft, draft.places(Kind.STEP)[step], (Kind.STEP,), key, value)


def set_drill(draft: Draft, number: int, key: str, value: object) -> Draft:
    """Return it with a key of one of its own drills set; steps follow a new id."""
    old = draft.drills[number].get(key)
    if _same(old, value):
        return draft
    draft = spread(draft)
    draft = _set(draft, draft.places(Kind.DRILL)[number], (Kind.DRILL,), key, value)
    if key == "id" and isinstance(old, str) and value is not None:
        for step in steps_with(draft, old):
            draft = set_step(draft, step, "drill", value)
    return draft


def add_step(draft: Draft, drill: str, known: Known, after: int | None = None) -> tuple[Draft, int]:
    """Return it with a step more, and where that stands: last in its stage.

    ``after`` is the step it follows where that is of the same stage.
    """
    ranks = ranks_of(draft, known)
    rank = _rank(_own_stages(draft), drill, known, ranks[-1] if ranks else 0)
    if after is None or ranks[after] != rank:
        after = max((number for number, each in enumerate(ranks) if each <= rank), default=-1)
    return _insert(draft, after + 1, {"drill": drill}), after + 1


def append_step(draft: Draft, values: Values) -> Draft:
    """Return it with a step more, after all others and as it is written."""
    return _insert(draft, len(draft.steps), {key: clean(each) for key, each in values.items()})


def remove_step(draft: Draft, step: int) -> Draft:
    """Return it without a step."""
    draft = spread(draft)
    return _without(draft, draft.places(Kind.STEP)[step])


def repeat_step(draft: Draft, step: int) -> tuple[Draft, int]:
    """Return it with a step once more, and where that stands: right after it."""
    return _insert(draft, step + 1, draft.steps[step]), step + 1


def room(draft: Draft, step: int, known: Known) -> range:
    """Return the places a step may move to: those of its stage that lie next to it."""
    ranks = ranks_of(draft, known)
    first, last = step, step
    while first and ranks[first - 1] == ranks[step]:
        first -= 1
    while last + 1 < len(ranks) and ranks[last + 1] == ranks[step]:
        last += 1
    return range(first, last + 1)


def move_step(draft: Draft, step: int, to: int, known: Known) -> tuple[Draft, int]:
    """Return it with a step moved as near to a place as its stage allows, and where it stands."""
    places = room(draft, step, known)
    to = min(max(to, places[0]), places[-1])
    order = [number for number in range(len(draft.steps)) if number != step]
    order.insert(to, step)
    return _in_order(draft, order), to


def is_sorted(draft: Draft, known: Known) -> bool:
    """Return whether the steps stand in the order of the stages."""
    ranks = ranks_of(draft, known)
    return ranks == sorted(ranks)


def sort_by_stage(draft: Draft, known: Known) -> Draft:
    """Return it with the steps in the order of the stages, and otherwise as they were."""
    ranks = ranks_of(draft, known)
    return _in_order(draft, sorted(range(len(ranks)), key=ranks.__getitem__))


def add_drill(draft: Draft, values: Values) -> Draft:
    """Return it with a drill of its own more."""
    draft = spread(draft)
    values = {key: clean(value) for key, value in values.items()}
    piece = Piece(Kind.DRILL, block_text(Kind.DRILL, values, draft.end), values)
    places = draft.places(Kind.DRILL) or draft.places(Kind.STEP) or draft.places(Kind.HEAD)
    return _put(draft, places[-1] + 1, piece)


def remove_drill(draft: Draft, number: int) -> Draft:
    """Return it without one of its own drills; the steps that name it stay."""
    draft = spread(draft)
    return _without(draft, draft.places(Kind.DRILL)[number])


def new_drill_id(draft: Draft, name: str, known: Known) -> str:
    """Return an id for a new drill of its own: of its name, and one that no other has."""
    taken = {*known, *(str(drill.get("id")) for drill in draft.drills)}
    first = slug(name) if slug(name) != "flow" else "drill"
    ids = (first, *(f"{first[:56]}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in ids if each not in taken)


def steps_with(draft: Draft, drill: str) -> list[int]:
    """Return the steps that name a drill."""
    return [number for number, step in enumerate(draft.steps) if step.get("drill") == drill]


def ranks_of(draft: Draft, known: Known) -> list[int]:
    """Return where in the order of stages each step belongs; an unknown one goes with the last."""
    own, ranks = _own_stages(draft), [0]
    for step in draft.steps:
        ranks.append(_rank(own, step.get("drill"), known, ranks[-1]))
    return ranks[1:]


def _own_stages(draft: Draft) -> dict[str, Stage]:
    """Return the stages of its own drills by id, of those that say one."""
    told = {str(each.get("id")): str(each.get("stage")).strip().lower() for each in draft.drills}
    return {drill: Stage(stage) for drill, stage in told.items() if stage in _STAGES}


def _rank(own: Mapping[str, Stage], drill: object, known: Known, otherwise: int) -> int:
    """Return the rank of a drill by its id, be it the draft's own or of the catalogue."""
    if not isinstance(drill, str):
        return otherwise
    if drill in own:
        return RANKS[own[drill]]
    return RANKS[known[drill].stage] if drill in known else otherwise


_STAGES = frozenset(stage.value for stage in Stage)


def _insert(draft: Draft, step: int, values: Values) -> Draft:
    """Return it with a new step before the one of that number."""
    draft = spread(draft)
    places = draft.places(Kind.STEP)
    place = places[step - 1] + 1 if step else (places or [draft.places(Kind.HEAD)[0] + 1])[0]
    return _put(draft, place, Piece(Kind.STEP, block_text(Kind.STEP, values, draft.end), values))


def _put(draft: Draft, place: int, piece: Piece) -> Draft:
    return replace(draft, pieces=(*draft.pieces[:place], piece, *draft.pieces[place:]))


def _without(draft: Draft, place: int) -> Draft:
    return replace(draft, pieces=(*draft.pieces[:place], *draft.pieces[place + 1 :]))


def _in_order(draft: Draft, order: list[int]) -> Draft:
    """Return it with its steps in another order; all else keeps its place."""
    if order == sorted(order):
        return draft
    draft = spread(draft)
    places = draft.places(Kind.STEP)
    pieces = list(draft.pieces)
    for place, step in zip(places, order, strict=True):
        pieces[place] = draft.pieces[places[step]]
    return replace(draft, pieces=tuple(pieces))


def _set(draft: Draft, place: int, block: tuple[str, ...], key: str, value: object) -> Draft:
    piece, value = draft.pieces[place], clean(value)
    values = {name: each for name, each in piece.values.items() if name != key or value is not None}
    if value is None:
        text = without_key(piece.text, (*block, key))
    else:
        values[key] = value
        text = with_key(piece.text, (*block, key), value, draft.end)
    pieces = list(draft.pieces)
    pieces[place] = replace(piece, text=text, values=values)
    return replace(draft, pieces=tuple(pieces))


def _same(old: object, value: object) -> bool:
    return type(old) is type(clean(value)) and old == clean(value)
